"""The place as a label gives it: 'Plats: Folkets hus', with the address below and no screen.

Cuts one stretch of the text into a place. Must not look for places that bear no label.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.invitation import online
from bot.invitation.invitation import Finding, absent, found
from bot.invitation.label_words import Kind
from bot.invitation.place_words import STREET, UNDECIDED

if TYPE_CHECKING:
    from bot.invitation.scan import Scan

NEXT_SENTENCE = re.compile(r"(?<=[^\W\d][^\W\d][^\W\d])\. +(?=[A-ZÅÄÖ])")
LEAD = re.compile(r"[\s,;.:–—-]*(?:(?:i|på|hos|vid|at|in) (?=[A-ZÅÄÖ]))?")
LONGEST_ADDRESS = 100
MAX_LINES_MORE = 2


def labelled(scan: Scan) -> Finding[str] | None:
    """Take the value of 'Plats:'; silence if it says digital or not yet decided."""
    for label in scan.labelled(Kind.PLACE):
        extent = scan.value(label)
        start, end = extent.start, extent.end
        if Kind.WHEN in label.kinds:
            start, end = after_when(scan, start, end)
        words = scan.low[start:end]
        if UNDECIDED.search(words):
            return absent()
        start, end = _without_online(scan, start, end)
        lead = LEAD.match(scan.kept[start:end])
        start += lead.end() if lead else 0
        if not re.search(r"[^\W\d_]{2}", scan.kept[start:end]):
            if re.search(online.ONLINE_WORD + r"|digital", words):
                return absent()
            continue
        return _continued(scan, start, end)
    return None


def after_when(scan: Scan, start: int, end: int) -> tuple[int, int]:
    """Leave the day and the hour out of 'Tid och plats: torsdag 5 mars kl 18, Folkets hus'."""
    marks = [one.end for one in scan.days if start <= one.start < end] + [
        one.end for one in scan.clocks if start <= one.start < end
    ]
    starts = [one.start for one in scan.days if start <= one.start < end] + [
        one.start for one in scan.clocks if start <= one.start < end
    ]
    if not marks:
        return start, end
    if re.search(r"[^\W\d_]{4}", scan.kept[start : min(starts)]) and not re.search(
        r"[^\W\d_]{4}", scan.kept[max(marks) : end]
    ):
        return start, min(starts)
    return max(marks), end


def _without_online(scan: Scan, start: int, end: int) -> tuple[int, int]:
    """Leave out 'samt digitalt via Teams' beside a room."""
    said = re.search(
        r"[\s,;(/+&-]*(?:(?:samt|och|eller|alternativt|and|or|tai|ja|även|också|det går|"
        r"hybrid\w*)[ ]*)*(?:helt |live )?(?:(?:via|på|i|over) )?(?:microsoft |ms )?(?:digital\w*|"
        + online.ONLINE_WORD
        + r").*",
        scan.low[start:end],
        re.DOTALL,
    )
    if said is None:
        return start, end
    if re.search(r"[^\W\d_]{3}", scan.low[start : start + said.start()].removeprefix("på plats")):
        return start, start + said.start()
    after = re.match(
        r"[\s\S]*?(?:\beller\b|\boch\b|,|/)[ ]*(?=[^\W\d_a-zåäö])",
        scan.kept[start + said.start() : end],
    )
    return (
        (start + said.start() + after.end(), end)
        if after and "digital" in scan.low[start : start + said.start() + after.end()]
        else (end, end)
    )


def _continued(scan: Scan, start: int, end: int) -> Finding[str]:
    """Add the next lines when the address stands there and not with the venue."""
    lines = scan.manuscript.lines
    number = scan.manuscript.line_at(max(start, end - 1))
    pieces = [(start, end)]
    for following in range(number + 1, min(number + 1 + MAX_LINES_MORE, len(lines))):
        if STREET.search(scan.text, start, end) or any(
            label.line == following for label in scan.labels
        ):
            break
        below = lines[following]
        if (
            scan.furniture.holds(following)
            or not STREET.search(scan.text, below.body, below.end)
            or below.length > LONGEST_ADDRESS
        ):
            break
        pieces.append((below.body, below.end))
    if len(pieces) == 1:
        end = start + first_sentence(scan.kept[start:end])
        return told(scan, tidy(scan.kept[start:end]), start, end)
    value = ", ".join(tidy(scan.kept[low:high]) for low, high in pieces)
    return told(scan, value, pieces[0][0], pieces[-1][1])


def first_sentence(words: str) -> int:
    """Measure the place without 'Ingång från gården.', unless the street stands there."""
    stop = NEXT_SENTENCE.search(words)
    if stop is None or STREET.search(words, stop.end()):
        return len(words)
    return stop.start()


def tidy(words: str) -> str:
    """Write a stretch on one line, without the signs round it."""
    lines = [" ".join(line.split()).strip(" ,;") for line in words.split("\n")]
    return ", ".join(line for line in lines if line).strip(" .,;:|–—-*")


def told(scan: Scan, value: str, start: int, end: int) -> Finding[str]:
    """Give a place whose words stand at the stretch."""
    words = scan.kept[start:end]
    low = start + len(words) - len(words.lstrip(" .,;:|–—-*\n"))
    high = end - (len(words) - len(words.rstrip(" .,;:|–—-*\n")))
    return found(value, scan.span(low, high)) if value else absent()
