"""Read an hour, or a start and an end, from one short answer, near the hour that stands.

Knows clocks as people type them. Must not know which question is asked or our records.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from bot.invitation import clocks
from bot.invitation.invitation import Finding, Reason, absent, doubtful, found, inferred
from bot.invitation.manuscript import SMOOTH
from bot.invitation.numbers import NUMBER, number_of
from bot.invitation.spoken_clocks import SPOKEN

if TYPE_CHECKING:
    from bot.invitation.clocks import Clock

INSTEAD = re.compile(
    r"i ?st[äa]llet|hellre|byt|flytta|ändra|ska vara|instead|change|sijaan|siirrä", re.IGNORECASE
)
LONE_HOUR = re.compile(
    r"(?<![\w.:,/-])(?P<hour>\d{1,2})(?:[.:]?(?P<minute>[0-5]\d))?(?![\w/:]|\.\d)", re.IGNORECASE
)
SHIFT = re.compile(
    r"(?P<count>"
    + NUMBER
    + r"|halv)[ ]?(?P<unit>timm(?:e|ar)|tim|minut(?:er)?|min|hours?|minutes?)[ ](?P<way>senare|"
    r"tidigare|later|earlier)",
    re.IGNORECASE,
)
PART_OF_DAY = re.compile(
    r"morgon|förmiddag|kväll|eftermiddag|\b[fe]m\b|\b[ap]m\b|aamu|ilta", re.IGNORECASE
)
NOON = 12
LONGEST_ANSWER = 500


def smooth(text: str) -> str:
    """Cut a long answer and make its spaces and dashes plain, every letter in its place."""
    return text[:LONGEST_ANSWER].translate(SMOOTH)


def read_clock(text: str, standing: time | None = None) -> Finding[time]:
    """Read a clock time: 'byt till 17.30', 'halv sju'."""
    text = smooth(text)
    if standing and (shifted := _shifted_clock(text, standing)):
        return shifted
    clock = _clock(text)
    if clock is None or clock.first is None:
        span = (clock.start, clock.end) if clock else None
        return doubtful((), span, Reason.NO_SUCH_TIME) if clock else absent()
    span = (clock.start, clock.end)
    rivals = clock.rivals or _other_half(text, clock)
    if standing is not None and rivals:
        nearest = min(rivals, key=lambda rival: abs(_minutes(rival) - _minutes(standing)))
        return inferred(nearest, span, Reason.COUNTED)
    if clock.rivals:
        return doubtful(clock.rivals, span, Reason.TWO_CANDIDATES)
    return found(clock.first, span)


def _other_half(text: str, clock: Clock) -> tuple[time, ...]:
    """Give both halves of the day for a spoken hour, unless morning or evening is said."""
    if not clock.spoken or clock.first is None or PART_OF_DAY.search(text):
        return ()
    return clock.first, clock.first.replace(hour=(clock.first.hour + NOON) % (2 * NOON))


def _clock(text: str) -> Clock | None:
    """Find the hour meant; a bare number is one, and after 'till' the last."""
    said = _clocks(text)
    if not said:
        return _bare_clock(text)
    return (
        said[-1]
        if re.search(r"\butan\b|\bfrån\b.*\btill\b|\bbyt\b", text, re.IGNORECASE)
        else said[0]
    )


def _clocks(text: str) -> list[Clock]:
    lead = (
        re.sub(r"\btill(?= \d)", "   -", text, flags=re.IGNORECASE)
        if INSTEAD.search(text)
        else text
    )
    lead = lead.replace("-", " ", 1) if lead is not text else lead
    return clocks.scan(lead, set())


def _bare_clock(text: str) -> Clock | None:
    """Read '18', '1730' and 'sju' as hours, since an hour was asked for."""
    numbers = list(LONE_HOUR.finditer(text))
    if numbers:
        said = numbers[-1]
        scanned = clocks.scan(f"kl {said[0]}", set())
        return replace(scanned[0], start=said.start(), end=said.end()) if scanned else None
    spoken = re.search(r"(?<!\w)(?:" + SPOKEN + r")(?!\w)", text, re.IGNORECASE)
    scanned = clocks.scan(f"kl {text[spoken.start() :]}", set()) if spoken else []
    return (
        replace(scanned[0], start=spoken.start(), end=spoken.end()) if scanned and spoken else None
    )


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _shifted_clock(text: str, standing: time) -> Finding[time] | None:
    """Move what stands: 'en timme senare', 'en halvtimme tidigare'."""
    said = SHIFT.search(
        re.sub(r"\ben halvtimme\b|\bhalvtimme\b", "30 minuter", text, flags=re.IGNORECASE)
    )
    if not said or said["count"].lower() == "halv":
        return None
    count = number_of(said["count"]) * (60 if said["unit"][0].lower() in "th" else 1)
    minutes = _minutes(standing) + (
        -count if said["way"].lower() in ("tidigare", "earlier") else count
    )
    if not 0 <= minutes < 24 * 60:
        return doubtful((), None, Reason.NO_SUCH_TIME)
    return inferred(time(minutes // 60, minutes % 60), (0, len(text)), Reason.COUNTED)


def read_span(text: str) -> tuple[Finding[time], Finding[time]]:
    """Read a start and an end: '18-20', 'från sju till nio'."""
    text = smooth(text)
    said = clocks.scan(text, set())
    if said and said[0].first and said[0].last:
        return _both(said[0])
    if len(said) >= 2 and said[0].first and said[1].first:  # noqa: PLR2004
        last = clocks.moved_after(said[1], said[0].first)
        return _one(said[0]), found(last.first, (last.start, last.end)) if last.first else absent()
    cued = clocks.scan(f"kl {text.strip()}", set())
    shift = len(text) - len(text.lstrip()) - 3
    if cued and cued[0].first and cued[0].last:
        return _both(replace(cued[0], start=max(0, cued[0].start + shift), end=cued[0].end + shift))
    spoken = re.sub(r"(?<!\w)(?:från|mellan)(?!\w)", "klockan", text, count=1, flags=re.IGNORECASE)
    heard = clocks.scan(spoken, set())
    if heard and heard[0].first and heard[0].last:
        return _both(replace(heard[0], start=0, end=len(text)))
    return read_clock(text), absent()


def _one(clock: Clock) -> Finding[time]:
    span = (clock.start, clock.end)
    if clock.rivals:
        return doubtful(clock.rivals, span, Reason.TWO_CANDIDATES)
    return found(clock.first, span) if clock.first else absent()


def _both(clock: Clock) -> tuple[Finding[time], Finding[time]]:
    end = found(clock.last, (clock.start, clock.end)) if clock.last else absent()
    return _one(clock), end
