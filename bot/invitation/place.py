"""Where the meeting is, and whether one can take part from a distance.

Judges labels, sentences and addresses. Must not know the meeting's day beyond where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.invitation import online
from bot.invitation.invitation import Finding, absent, found
from bot.invitation.label_words import Kind

if TYPE_CHECKING:
    from bot.invitation.days import DayReading
    from bot.invitation.scan import Scan

STREET = re.compile(
    r"[A-ZÅÄÖ0-9][\w'-]*(?:[ ](?:[A-ZÅÄÖ][\w'-]*|[a-zåäö]{1,3})){0,3}?[ ]?(?:gatan|gata|vägen|"
    r"väg|torget|torg|gränd|gränden|allén|allé|stigen|stig|platsen|plan|backen|kajen|kaj|"
    r"esplanaden|leden|gården|bron|brogatan|katu|tie|tori|kuja|polku|street|road|square|avenue|"
    r"lane|strand|stranden|hamnen|slingan|rundan|ringen)[ ]\d{1,3}(?!\d)[ ]?[A-Z]?\b"
    r"|\b\d{1,4}[ ][A-Z][\w']+(?:[ ][A-Z][\w']+)?[ ](?:Street|Road|Square|Avenue|Lane)\b",
)
UNDECIDED = re.compile(
    r"(?:meddelas|kommer senare|ej (?:klart|bestämt)|bestäms|tbd|tba|återkommer|"
    r"lokal (?:meddelas|kommer)|inte (?:klar|bestämd)|to be (?:decided|announced|confirmed)|"
    r"ilmoitetaan|fastställs|preciseras)"
)
VENUE = re.compile(
    r"(?:(?<=[\s(])|^)(?:i|på|hos|vid|till|at|in)[ ](?P<venue>(?:(?:lokal|sal|rum|restaurang|"
    r"café|kafé|hotell?|gamla|stora|lilla|the)[ ])?(?:[A-ZÅÄÖÉ][\w'&:-]*|[a-zåäö]*(?:lokalen|"
    r"biblioteket|kyrkan|stugan|gården|salen|huset|skolan|museet|teatern|caféet|hallen|rummet|"
    r"kansliet|föreningslokalen)\b)"
    r"(?:[ ](?:(?:i|på|och|&|vid|av|nr|sal|rum|lokal|hus|the|of|plan|"
    r"våning)[ ])?(?:[A-ZÅÄÖÉ0-9][\w'&:-]*|folkhögskola|hembygdsgård|bibliotek|kyrka|museum|"
    r"teater|skola|slott|gård|stora sal|lilla sal|hotell|folkhögskolas?|församlingshem|"
    r"bygdegård|huset|hus|stadshus|gymnasium|aula)){0,6}"
    r"(?:,[ ](?:[A-ZÅÄÖÉ][\w'&-]*(?:[ ][A-ZÅÄÖÉ0-9a-z][\w'&-]*){0,3}[ ]\d{1,4}[ ]?[A-Z]?|"
    r"[A-ZÅÄÖÉ][\w-]{2,}(?:[ ][A-ZÅÄÖÉ][\w-]+)?)(?![\w:]))*"
    r"(?:[ ]\([^()\n]{3,50}\d[^()\n]{0,10}\))?)",
)
NO_VENUE = re.compile(
    r"(?:zoom|teams|facebook|instagram|webben|google|januari|februari|mars|april|maj|juni|juli|"
    r"augusti|september|oktober|november|december|måndag|tisdag|onsdag|"
    r"torsdag|fredag|lördag|söndag|svenska|engelska|finska|samiska|region|kommunen?|länet|"
    r"sverige|norden|europa|europe|english|swedish|arabic|meänkieli|kulturplan\w*|vi|ni|du|er|"
    r"det|den|dig|kl|ett|en|riks\w*förbund\w*|klys|ax|sv\b|abf|kulturrådet|nämnd\w*|styrelsen|"
    r"föreningen\b(?! \w)|plats|samråd|"
    r"ideell|anmälan|välkom\w+|unga|alla|vår\w*|kultur\b|storgrupp|grupper?|jul|påsk|mejl|"
    r"telefon|hemsidan|landets|väst|norr|syd|öst)\b",
    re.IGNORECASE,
)
VENUE_NOUN = re.compile(
    r"hus\b|huset|lokal|sal\b|salen|bibliotek|kyrka|stuga|gård|skola|museum|museet|teater|"
    r"folkets|hotell|hotel|café|kafé|hall|center|centrum|scen|konsert|stadshus|station|slott|"
    r"verkstad|arkiv|"
    r"kansli|församling|bygde|sessions|rådhus|magasin|galleri|ateljé|aula|rum\b|studio|"
    r"konferens|kirjasto|talo|sali|library|house|campus|universitet|park|parken|restaurang|"
    r"medborgar|studieförbund|loge|fabrik|kulturhus|lada|torp|bio\b|biograf"
)
MEETS = re.compile(
    r"\b(?:är vi|ses vi|träffas vi|äger rum|hålls|håller till|samlas|ses|plats|årsmöte|stämma|"
    r"träffas|mötet är|träffen är|hålles|"
    r"vi är|möts|pidetään|takes place|held)\b[^.]{0,40}$"
)
SETTING = re.compile(
    r"\b(?:(?:mötet|träffen|kvällen|samrådet|dialogen|årsmötet|konferensen|seminariet|kursen|"
    r"vi) (?:är|hålls|äger rum|ses|träffas|möts|håller till|samlas)|"
    r"(?:ses|träffas|samlas|möts) vi|äger rum|håller till|takes place|pidetään)\b"
)
AREA = re.compile(r" (?:kommuns?|läns?|region\w*|landskap\w*|stads?)\b")
MOST_STRETCHES = 12
NEXT_SENTENCE = re.compile(r"(?<=[^\W\d][^\W\d][^\W\d])\. +(?=[A-ZÅÄÖ])")
LEAD = re.compile(r"[\s,;.:–—-]*(?:(?:i|på|hos|vid|at|in) (?=[A-ZÅÄÖ]))?")
LINES_BELOW = 4
SHORT = 60
LONGEST_ADDRESS = 100
MAX_LINES_MORE = 2


@dataclass(frozen=True, slots=True)
class Where:
    """Where one meets, and how one takes part from a distance."""

    place: Finding[str] = field(default_factory=Finding)
    online: Finding[bool] = field(default_factory=Finding)
    join_url: Finding[str] = field(default_factory=Finding)


def judge(scan: Scan, day: DayReading | None) -> Where:
    """Say where the meeting is."""
    remote = online.judge(scan)
    place = _labelled(scan)
    if place is None:
        place = _in_sentence(scan, day) or _addressed(scan) or _below(scan, day) or absent()
    if remote.value and place.value and online.is_replaced(scan):
        place = absent()
    return Where(place, remote, online.join_url(scan, remote))


def _labelled(scan: Scan) -> Finding[str] | None:
    """Take the value of 'Plats:'; silence if it says digital or not yet decided."""
    for label in scan.labelled(Kind.PLACE):
        extent = scan.value(label)
        start, end = extent.start, extent.end
        if Kind.WHEN in label.kinds:
            start, end = _after_when(scan, start, end)
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


def _after_when(scan: Scan, start: int, end: int) -> tuple[int, int]:
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
        end = start + _first_sentence(scan.kept[start:end])
        return _found(scan, _tidy(scan.kept[start:end]), start, end)
    value = ", ".join(_tidy(scan.kept[low:high]) for low, high in pieces)
    return _found(scan, value, pieces[0][0], pieces[-1][1])


def _first_sentence(words: str) -> int:
    """Measure the place without 'Ingång från gården.', unless the street stands there."""
    stop = NEXT_SENTENCE.search(words)
    if stop is None or STREET.search(words, stop.end()):
        return len(words)
    return stop.start()


def _tidy(words: str) -> str:
    lines = [" ".join(line.split()).strip(" ,;") for line in words.split("\n")]
    return ", ".join(line for line in lines if line).strip(" .,;:–—-*")


def _found(scan: Scan, value: str, start: int, end: int) -> Finding[str]:
    words = scan.kept[start:end]
    low = start + len(words) - len(words.lstrip(" .,;:–—-*\n"))
    high = end - (len(words) - len(words.rstrip(" .,;:–—-*\n")))
    return found(value, scan.span(low, high)) if value else absent()


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
        + 14 * bool(MEETS.search(before))
    )
    return score + 10 if score else 0


def _venue(scan: Scan, said: re.Match[str]) -> Finding[str]:
    start, end = said.span("venue")
    after = re.match(r" på (?=[A-ZÅÄÖ])", scan.kept[end : end + 5])
    street = STREET.match(scan.text, end + 4) if after else None
    end = street.end() if street else end
    for day in scan.days:
        if start < day.start < end:
            end = day.start
    return _found(scan, _tidy(scan.kept[start:end]), start, end)


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
        if words[:1].isupper() and words[-1:] not in ".!?:" and VENUE_NOUN.search(words.lower()):
            return _found(scan, _tidy(words), line.body, line.end)
    return None


def _addressed(scan: Scan) -> Finding[str] | None:
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
            return _found(scan, _tidy(scan.kept[line.body : line.end]), line.body, line.end)
    return None
