"""Pictures of how it stands, for a phone. Facts that are already worded become PNG.

Every picture says only what its caller also says in text. The colours are told apart by those who
see few of them (Okabe and Ito, 2008), and never carry meaning alone.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_BLUE, _ORANGE, _GREEN, _GREY, _DARK = "#0072B2", "#D55E00", "#009E73", "#8A94A0", "#1F2933"
_FIRST_DAY, _DAY = datetime(2000, 1, 1), timedelta(days=1)  # noqa: DTZ001 - wall time
_INCHES, _DOTS = 6.0, 180
"""A square of 1,080 dots, as wide as a phone."""
_ROW = 0.62
"""Inches that a bar and its label need."""
_ABOVE = 0.9
"""Rows that a heading needs."""


@dataclass(frozen=True, slots=True)
class Curve:
    """How registrations grew: instants in local time with the number from then on."""

    title: str
    subtitle: str
    steps: tuple[tuple[datetime, int], ...]
    until: datetime
    """Where the line ends: now, or the start of the meeting."""
    days: tuple[tuple[datetime, str], ...]
    """The days to name under the line."""
    capacity: tuple[int, str] | None = None
    deadline: tuple[datetime, str] | None = None
    now_says: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """How many of each; `wanted` is drawn as a frame around what there is."""

    title: str
    subtitle: str
    rows: tuple[tuple[str, int, int | None, str], ...]
    """A label, how many there are, how many are wanted, and the words for both."""
    headings: tuple[tuple[int, str], ...] = ()
    """What stands above a row, by the row's place from 0: a question above its answers."""


def curve(facts: Curve) -> bytes:
    """Draw registrations over time, against the last day and the number of seats."""
    with _figure(_INCHES, facts.title, facts.subtitle) as (figure, axes):
        times = [_x(at) for at, _ in facts.steps]
        numbers = [n for _, n in facts.steps]
        axes.step(
            [*times, _x(facts.until)],
            [*numbers, numbers[-1] if numbers else 0],
            where="post",
            color=_BLUE,
            linewidth=3,
        )
        _end(axes, facts, numbers[-1] if numbers else 0)
        _limits(axes, facts, max(numbers, default=0))
        axes.set_xticks([_x(at) for at, _ in facts.days], [word for _, word in facts.days])
        axes.grid(visible=True, axis="y", color="#E3E8ED")
        return _png(figure)


def _x(at: datetime) -> float:
    """Place an instant on the line, in days."""
    return (at - _FIRST_DAY) / _DAY


def _end(axes: Axes, facts: Curve, last: int) -> None:
    axes.plot([_x(facts.until)], [last], "o", color=_BLUE, markersize=9)
    side, away = ("left", 12) if _is_early(facts) else ("right", -8)
    axes.annotate(
        facts.now_says or str(last),
        (_x(facts.until), last),
        textcoords="offset points",
        xytext=(away, 10),
        ha=side,
        color=_BLUE,
        weight="bold",
    )


def _is_early(facts: Curve) -> bool:
    """Whether the line ends so far to the left that words before its end would not fit."""
    begins = facts.steps[0][0] if facts.steps else facts.until
    whole = max([facts.until, *(at for at, _ in facts.days)]) - begins
    return (facts.until - begins) * 3 < whole


def _limits(axes: Axes, facts: Curve, most: int) -> None:
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415

    top = max(most, facts.capacity[0] if facts.capacity else 0, 1)
    axes.set_ylim(0, top * 1.22)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    if facts.capacity:
        seats, words = facts.capacity
        axes.axhline(seats, color=_ORANGE, linestyle="--", linewidth=2)
        # Where the curve is not: it may have reached the seats on the first day.
        place, side = (0.7, "center") if _is_early(facts) else (0.05, "left")
        over = axes.get_yaxis_transform()
        axes.text(
            place, seats, words, transform=over, color=_ORANGE, va="bottom", ha=side, weight="bold"
        )
    if facts.deadline:
        at, words = facts.deadline
        axes.axvline(_x(at), color=_GREEN, linestyle=":", linewidth=2.5)
        axes.text(_x(at), top * 1.2, f"{words} ", color=_GREEN, ha="right", va="top", weight="bold")


def bars(facts: Bars) -> bytes:
    """Draw how many of each, in the order given, with what was wished for as a frame."""
    lines = len(facts.rows) + _ABOVE * len(facts.headings)
    height = max(_INCHES / 2, 1.6 + _ROW * lines)
    with _figure(height, facts.title, facts.subtitle) as (figure, axes):
        most = max((max(have, want or 0) for _, have, want, _ in facts.rows), default=1) or 1
        for place, (label, have, want, words) in zip(_places(facts), facts.rows, strict=True):
            _bar(axes, place, have, want)
            axes.text(0, place - 0.32, label, va="bottom", color=_DARK, weight="bold")
            axes.text(max(have, want or 0) + most * 0.03, place, words, va="center", color=_DARK)
        _headings(axes, facts)
        axes.set_xlim(0, most * 1.55)
        axes.set_ylim(lines - 0.5, -0.85)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.spines[["left", "bottom"]].set_visible(False)
        return _png(figure)


def _places(facts: Bars) -> list[float]:
    """Place each row in rows' heights from the top, below the headings that come before it."""
    return [
        at + _ABOVE * sum(above <= at for above, _ in facts.headings)
        for at in range(len(facts.rows))
    ]


def _headings(axes: Axes, facts: Bars) -> None:
    """Write each heading where its row leaves room for it."""
    for at, words in facts.headings:
        place = _places(facts)[at] - 1.0
        axes.text(0, place, words, va="bottom", color=_DARK, fontsize=14, weight="bold", wrap=True)


def _bar(axes: Axes, place: float, have: int, want: int | None) -> None:
    is_short = want is not None and have < want
    axes.barh(place, have, height=0.5, color=_ORANGE if is_short else _BLUE)
    if want is not None:
        hatch = "//" if is_short else ""
        axes.barh(
            place, want, height=0.5, color="none", edgecolor=_GREY, linewidth=1.6, hatch=hatch
        )


@contextmanager
def _figure(height: float, title: str, subtitle: str) -> Iterator[tuple[Figure, Axes]]:
    # Not pyplot: it keeps every figure, and belongs to one thread.
    from matplotlib import rc_context  # noqa: PLC0415 - takes half a second, and few turns need it
    from matplotlib.figure import Figure  # noqa: PLC0415

    with rc_context({"font.size": 13, "text.parse_math": False, "text.color": _DARK}):
        figure = Figure((_INCHES, height), dpi=_DOTS, layout="constrained", facecolor="white")
        axes = figure.subplots()
        axes.spines[["top", "right"]].set_visible(False)
        figure.suptitle(title, fontsize=16, weight="bold", x=0.02, ha="left", wrap=True)
        axes.set_title(subtitle, fontsize=12, loc="left", color="#48566A", wrap=True)
        yield figure, axes


def _png(figure: Figure) -> bytes:
    whole = io.BytesIO()
    figure.savefig(whole, format="png")
    return whole.getvalue()
