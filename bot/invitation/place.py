"""Where the meeting is, and whether one can take part from a distance.

Judges sentences and addresses when no label tells.
Must not know the meeting's day beyond where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.invitation import online, place_label
from bot.invitation.invitation import Finding, absent
from bot.invitation.place_words import (
    AREA,
    AT_HOME,
    MEETS,
    NO_VENUE,
    SETTING,
    STREET,
    TOWN,
    VENUE,
    VENUE_NOUN,
    WIDE,
    is_venue,
)

if TYPE_CHECKING:
    from bot.invitation.days import DayReading
    from bot.invitation.scan import Scan

MOST_STRETCHES = 12
AFTER_DAY = re.compile(
    r"(?:[ ]?\([^()\n]{0,20}\))?[ ]?(?P<sign>[,:;–—-])[ ]*(?P<venue>[A-ZÅÄÖÉ][^\n.!?]*)"
)
LINES_BELOW = 4
SHORT = 60


@dataclass(frozen=True, slots=True)
class Where:
    """Where one meets, and how one takes part from a distance."""

    place: Finding[str] = field(default_factory=Finding)
    online: Finding[bool] = field(default_factory=Finding)
    join_url: Finding[str] = field(default_factory=Finding)


def judge(scan: Scan, day: DayReading | None) -> Where:
    """Say where the meeting is."""
    remote = online.judge(scan)
    place = place_label.labelled(scan)
    if place is None:
        ways = (_in_sentence, _beside, _addressed, _below, _at_home, _town)
        place = next((told for way in ways if (told := way(scan, day))), absent())
    if remote.value and place.value and online.is_replaced(scan):
        place = absent()
    return Where(place, remote, online.join_url(scan, remote))


def _in_sentence(scan: Scan, day: DayReading | None) -> Finding[str] | None:
    """Take 'i Sockenstugan, Kyrkvägen 1' from the sentences that speak of the meeting."""
    best: re.Match[str] | None = None
    best_score = 0
    for rank, (start, end) in enumerate(_stretches(scan, day)):
        for said in VENUE.finditer(scan.text, start, end):
            score = _venue_score(scan, said) - rank
            if score > best_score:
                best, best_score = said, score
    return _venue(scan, best) if best is not None else None


def _venue_score(scan: Scan, said: re.Match[str]) -> int:
    """Say how surely words after 'i' or 'på' are a venue: its noun, its address, its verb."""
    venue = said["venue"]
    if (
        NO_VENUE.match(venue)
        or AREA.match(scan.text, said.end())
        or scan.in_programme(said.start())
    ):
        return 0
    before = scan.low[max(0, said.start() - 60) : said.start()]
    score = (
        24 * bool(STREET.search(venue) or STREET.match(scan.text, said.end() + 4))
        + 16 * bool(VENUE_NOUN.search(venue.lower()))
        + 14 * bool(MEETS.search(before) or _follows_hour(scan, said.start()))
    )
    return score + 10 if score else 0


def _follows_hour(scan: Scan, position: int) -> bool:
    """Whether a day or an hour stands just before: 'kl 18.00-20.00 på Gula Villan'."""
    ends = [*(day.end for day in scan.days), *(clock.end for clock in scan.clocks)]
    return any(position - 1 <= end <= position for end in ends)


def _venue(scan: Scan, said: re.Match[str]) -> Finding[str]:
    start, end = said.span("venue")
    after = re.match(r" på (?=[A-ZÅÄÖ])", scan.kept[end : end + 5])
    street = STREET.match(scan.text, end + 4) if after else None
    end = street.end() if street else end
    for day in scan.days:
        if start < day.start < end:
            end = day.start
    return place_label.told(scan, place_label.tidy(scan.kept[start:end]), start, end)


def _stretches(scan: Scan, day: DayReading | None) -> list[tuple[int, int]]:
    """Give the sentences with the chosen day and the ones after, then those that say 'mötet är'."""
    stretches: list[tuple[int, int]] = []
    for one in scan.days:
        if day is None or one.day != day.day or scan.furniture.covers(one.start):
            continue
        sentence = scan.sentence(one.start)
        stretches.append((sentence.start, sentence.end))
        stretches.append(scan.manuscript.sentence(sentence.end))
    said = (scan.sentence(found.start()) for found in scan.find_all(SETTING))
    stretches.extend((sentence.start, sentence.end) for sentence in said)
    return list(dict.fromkeys(stretches))[:MOST_STRETCHES]


def _beside(scan: Scan, day: DayReading | None) -> Finding[str] | None:
    """Take a building named after day and hour on the same line: '21 maj, Hotell Solvik'."""
    if day is None:
        return None
    line = scan.manuscript.lines[scan.manuscript.line_at(day.start)]
    clocks = [clock.end for clock in scan.clocks if day.end <= clock.start < line.end]
    start = max([day.end, *clocks])
    rest = AFTER_DAY.match(scan.kept, start, line.end)
    words = rest["venue"].strip() if rest else ""
    if not words or len(words) > SHORT or not VENUE_NOUN.search(words.lower()):
        return None
    if rest and ":" in rest["sign"] and not is_venue(words):
        return None
    return (
        place_label.told(scan, place_label.tidy(words), line.end - len(rest["venue"]), line.end)
        if rest
        else None
    )


def _below(scan: Scan, day: DayReading | None) -> Finding[str] | None:
    """Take a short line that names a building just below the day."""
    if day is None:
        return None
    first = scan.manuscript.line_at(day.start) + 1
    for number in range(first, min(first + LINES_BELOW, len(scan.manuscript.lines))):
        line = scan.manuscript.lines[number]
        words = scan.kept[line.body : line.end]
        if scan.furniture.holds(number) or scan.in_programme(line.body) or line.length > SHORT:
            continue
        if any(line.start <= one.start < line.end for one in scan.days):
            continue
        if words[:1].isupper() and words[-1:] not in ".!?:" and VENUE_NOUN.search(words.lower()):
            return place_label.told(scan, place_label.tidy(words), line.body, line.end)
    return None


def _at_home(scan: Scan, day: DayReading | None) -> Finding[str] | None:
    """Take 'hemma hos Britta' or 'hemma i vår lada (Byvägen 2)' from the meeting's sentences."""
    for start, end in _stretches(scan, day):
        if said := AT_HOME.search(scan.kept, start, end):
            return place_label.told(scan, place_label.tidy(said[0]), *said.span())
    return None


def _town(scan: Scan, day: DayReading | None) -> Finding[str] | None:
    """Take a town when no house is named and one meets there in person."""
    if online.judge(scan).value:
        return None
    for start, end in _stretches(scan, day):
        said = TOWN.search(scan.kept, start, end)
        if said and not WIDE.match(said["venue"]) and not AREA.match(scan.text, said.end("venue")):
            return place_label.told(scan, said["venue"], *said.span("venue"))
    return None


def _addressed(scan: Scan, _: DayReading | None) -> Finding[str] | None:
    """Take a line with a street address that no label claims, above the page's footer."""
    for number, line in enumerate(scan.manuscript.lines[:40]):
        if scan.furniture.holds(number) or scan.in_programme(line.body) or line.length > 110:  # noqa: PLR2004
            continue
        label = next((one for one in scan.labels if one.line == number), None)
        if label and (label.is_known or label.words.lower().endswith("adress")):
            continue
        if STREET.search(scan.text, line.body, line.end) and not re.search(
            r"box \d|postadress|besöksadress", scan.low[line.body : line.end]
        ):
            start = place_label.after_when(scan, line.body, line.end)[0]
            end = start + place_label.first_sentence(scan.kept[start : line.end])
            return place_label.told(scan, place_label.tidy(scan.kept[start:end]), start, end)
    return None
