"""Draws a broadcast: what was delivered, second by second, and how soon those who tapped heard.

A few lines of SVG; knows numbers only.
"""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.rig import Run

_WIDTH, _HEIGHT, _LEFT, _GAP = 860, 250, 64, 74
_TOP = 56
_OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
    'font-family="system-ui, sans-serif" font-size="13">'
)
_BLUE, _ORANGE, _GREY, _INK = "#1f5f8b", "#c8551b", "#c9ced3", "#23303a"


@dataclass(frozen=True, slots=True)
class _Frame:
    """One diagram: where it lies, and what its axes reach to."""

    top: float
    seconds: float
    most: float

    def x(self, second: float) -> float:
        """Where a second lies."""
        return _LEFT + second / self.seconds * (_WIDTH - _LEFT - 24)

    def y(self, value: float) -> float:
        """Where a value lies."""
        return self.top + _HEIGHT * (1 - min(value, self.most) / self.most)


def draw(run: Run, title: str) -> str:
    """Draw one run as an SVG with two diagrams on the same seconds."""
    began = run.told[0]
    told = sorted(at - began for at in [*run.told, *(at + took for at, took in run.answers)])
    answers = [(at - began, 1000 * took) for at, took in run.answers]
    seconds = float(int(told[-1]) + 1)
    above = _Frame(_TOP, seconds, _round_up(len(told)))
    slowest = max((took for _, took in answers), default=1.0)
    below = _Frame(_TOP + _HEIGHT + _GAP, seconds, _round_up(slowest))
    height = below.top + _HEIGHT + 56
    parts = [
        _OPENING.format(width=_WIDTH, height=int(height)),
        f'<rect width="{_WIDTH}" height="{height:.0f}" fill="#ffffff"/>',
        _text(_LEFT, 22, title, size=16),
        *_axes(
            above, "Messages delivered, replies among them (grey: 30 a second, Telegram's limit)"
        ),
        _line([(above.x(s), above.y(30 * s)) for s in (0.0, seconds)], _GREY, 5),
        _line([(above.x(s), above.y(n + 1)) for n, s in enumerate(told)], _BLUE, 2),
        *_axes(below, "From tap to reply, milliseconds"),
        *(_dot(below.x(s), below.y(took)) for s, took in answers),
        _text(_LEFT, height - 12, "Seconds since the first message was delivered"),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _axes(frame: _Frame, title: str) -> list[str]:
    lines = [_text(_LEFT, frame.top - 12, title)]
    for part in range(5):
        value = frame.most * part / 4
        y = frame.y(value)
        lines.append(_line([(_LEFT, y), (_WIDTH - 24, y)], _GREY, 1))
        lines.append(_text(_LEFT - 8, y + 4, f"{value:g}", anchor="end"))
    for second in range(0, int(frame.seconds) + 1, max(1, int(frame.seconds) // 6)):
        below = frame.top + _HEIGHT + 18
        lines.append(_text(frame.x(second), below, f"{second}", anchor="middle"))
    return lines


def _line(points: list[tuple[float, float]], colour: str, width: float) -> str:
    listed = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{listed}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def _dot(x: float, y: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{_ORANGE}"/>'


def _text(x: float, y: float, words: str, *, anchor: str = "start", size: int = 13) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}"'
    return f'<text {place} fill="{_INK}">{words}</text>'


def _round_up(value: float) -> float:
    """Round up to a number that four parts divide well."""
    step = 4.0
    while step * 10 < value:
        step *= 10
    return next(step * part for part in range(1, 11) if step * part >= value)
