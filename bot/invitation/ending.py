"""When the meeting ends: said with the start, said alone, or the programme's closing point.

Judges one end at a time. Must not choose the start.
"""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING

from bot.invitation.clocks import Clock, moved_after
from bot.invitation.invitation import Finding, Reason, absent, found, inferred
from bot.invitation.spoken_clocks import SPOKEN, minutes_of

if TYPE_CHECKING:
    from bot.invitation.agenda_lines import AgendaLine
    from bot.invitation.invitation import Span
    from bot.invitation.scan import Scan

ENDS = re.compile(
    r"(?:slut(?:ar|tid)?|avslut\w*|till|fram till|håller på(?: till)?|klar[at]?|ends?|päätty\w*|"
    r"senast|sluttid|är slut|beräknas? (?:vara )?(?:slut\w*|klar\w*)|kl\.? ?\d\d[.:]\d\d ?-)"
    r"[ :]*(?:ca\.?|cirka|ungefär|omkring|runt|vid|senast|about)?[ ]?$"
    r"|\b(?:slutar|avslutas|åter(?:resa|komst)?|hemkomst|hemresa|tillbaka)\b[^.!?\n\d]{0,30}$"
)
SPOKEN_END = re.compile(
    r"(?:till|slutar|slut|avslutas|until)[ ](?:vid |ca |ungefär |omkring |runt )?(?P<end>"
    + SPOKEN
    + r"|\d{1,2})(?=[ ]?(?:$|[.,!?\n)]|ungefär|ca\b|cirka|på kvällen|tiden|senast))"
)
CLOSING = re.compile(
    r"\b(?:slut|avslut\w*|tack|hej ?då|hemresa|hemfärd|hemgång|stänger|end|close|päättyy|loppu|"
    r"summering|sammanfattning|mötet avslutas)\b",
    re.IGNORECASE,
)
BEFORE, AFTER = 45, 300


def is_end(scan: Scan, clock: Clock) -> bool:
    """Whether an hour alone is said to be when the meeting ends."""
    before = scan.low[max(0, clock.start - BEFORE) : clock.start]
    return clock.last is None and ENDS.search(before) is not None


def judge(scan: Scan, best: Clock, free: list[Clock], start: time | None) -> Finding[time]:
    """Give the end that belongs to the chosen start."""
    span = scan.span(best.start, best.end)
    if best.last is not None:
        if start and best.first and start != best.first:
            return absent()
        return found(best.last, span)
    for clock in free:
        if clock.start > best.start and is_end(scan, clock):
            later = moved_after(clock, start)
            if later.first and start and later.first > start:
                return found(later.first, scan.span(clock.start, clock.end))
    return _spoken_end(scan, best, start) or end_of_programme(scan, start)


def _spoken_end(scan: Scan, best: Clock, start: time | None) -> Finding[time] | None:
    """Read 'vi håller på till nio ungefär' after the start."""
    if start is None:
        return None
    said = SPOKEN_END.search(scan.low, best.end, min(len(scan.low), best.end + AFTER))
    if not said or re.search(
        r"anmäl|senast", scan.low[max(best.end, said.start() - 40) : said.start()]
    ):
        return None
    words = said["end"]
    minutes = int(words) * 60 if words.isdigit() else minutes_of(words)
    begin = start.hour * 60 + start.minute
    minutes += 12 * 60 if minutes <= begin else 0
    if not begin < minutes < 24 * 60:
        return None
    return found(time(minutes // 60, minutes % 60), scan.span(said.start("end"), said.end("end")))


def timed_lines(scan: Scan) -> list[AgendaLine]:
    """Give the lines of the programme that have an hour."""
    return [line for line in scan.block.lines if line.is_timed]


def end_of_programme(scan: Scan, start: time | None) -> Finding[time]:
    """Take the end from the programme's last hour, if it closes the meeting."""
    lines = timed_lines(scan)
    if not lines:
        return absent()
    last = lines[-1]
    span = hour_span(scan, last)
    value = last.last or (last.time if CLOSING.search(last.words) else None)
    if value is None or (start is not None and value <= start):
        return absent()
    return inferred(value, span, Reason.END_INFERRED)


def hour_span(scan: Scan, line: AgendaLine) -> Span:
    """Give where the hour of a programme line stands."""
    return scan.span(line.line.body, max(line.line.body + 1, line.start))
