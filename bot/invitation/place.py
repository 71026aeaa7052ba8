"""Where the meeting is, and whether one can take part from a distance.

Judges labels, sentences and addresses. Must not know the meeting's day beyond where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.invitation.invitation import Finding, absent, found
from bot.invitation.labels import Kind

if TYPE_CHECKING:
    from bot.invitation.days import DayReading
    from bot.invitation.scan import Scan

STREET = re.compile(
    r"[A-ZÅÄÖ0-9][\w'-]*(?:[ ](?:[A-ZÅÄÖ][\w'-]*|[a-zåäö]{1,3})){0,3}?[ ]?(?:gatan|gata|vägen|väg|torget|torg|gränd|gränden|allén|allé|stigen|stig|platsen|plan|backen|kajen|kaj|"
    r"esplanaden|leden|gården|bron|brogatan|katu|tie|tori|kuja|polku|street|road|square|avenue|lane|strand|stranden|hamnen|slingan|rundan|ringen)[ ]\d{1,4}[ ]?[A-Z]?\b"
    r"|\b\d{1,4}[ ][A-Z][\w']+(?:[ ][A-Z][\w']+)?[ ](?:Street|Road|Square|Avenue|Lane)\b",
)
UNDECIDED = re.compile(
    r"(?:meddelas|kommer senare|ej (?:klart|bestämt)|bestäms|tbd|tba|återkommer|lokal (?:meddelas|kommer)|inte (?:klar|bestämd)|to be (?:decided|announced|confirmed)|ilmoitetaan|fastställs|preciseras)"
)
ONLINE_WORD = r"(?:zoom|teams|google meet|webex|skype|jitsi|whereby|etä\w*|verkossa|online|digitalt|distans|webben|nätet|webbinarium\w*|webinar\w*|livestream\w*|hybrid\w*|länk(?:en)?|videolänk|videomöte\w*|skärm|discord)"
ONLINE = re.compile(
    r"(?<!\w)(?:(?:via|på|i|over|on|genom|med)[ ](?:microsoft |ms )?(?:zoom|teams|google meet|webex|skype|jitsi|whereby|discord|länk|webben|distans|nätet|skärm|videolänk|video\b|meet\b)\w*"
    r"|zoom(?:-?(?:möte|länk|lenk|link|meeting|room|rum)\w*)|teams-?(?:möte|länk|link|meeting)\w*|ms teams|microsoft teams|google meet"
    r"|webbinari\w*|webinar\w*|digital[at]? (?:\w+ )?(?:\w*möte\w*|\w*träff\w*|\w*samråd\w*|\w*dialog\w*|\w*seminari\w*|\w*samtal\w*|deltag\w*|konferens\w*|kväll\w*|workshop\w*|lunch\w*|fika\w*|frukost\w*|nätverks\w*|avstämning\w*|information\w*|event|meeting|plats\w*|årsmöte\w*|föreläsning\w*|utbildning\w*|kurs\w*)"
    r"|(?:delta|medverka|vara med|ansluta?|hänga? med|följa?|koppla upp|join|participate|närvara|deltagande|deltar)(?: \w+){0,4}? (?:digitalt|online|hemifrån|på distans|remotely|via)|(?:sker|hålls|hålles|är|genomförs|äger rum|blir|helt|också|samt|eller|och|även|heldigital\w*)(?: \w+)? digital(?:t|a)?\b(?! (?:delakt|utveckl|verktyg|plattform))"
    r"|länk (?:till (?:mötet|zoom|teams|träffen|webb)|skickas|får|fås|kommer|för att delta|mejlas|delas)|länken (?:när|skickas|får|till mötet|kommer|mejlas)|(?:möteslänk|zoomlänk|teamslänk|möteslänken|deltagarlänk|möteslänk\w*)"
    r"|hybrid(?:möte\w*|träff\w*|form\w*|konferens\w*|event\w*)?\b|livesänd\w*|streama[sd]\w*|livestream\w*|online\b|etäyhte\w*|etänä|verkossa|teamsissä|zoomissa|på distans|hemifrån|video-?(?:möte|konferens|länk)\w*)",
)
NOT_ONLINE = re.compile(
    r"(?:inte|ej|ingen|inga|utan|not|istället för|i stället för|tidigare|förra|ställer in|inställt|ei)(?: \w+){0,4}$|(?:bidrag|söka|boka|anmäl(?:er|ning|an)?|formulär|blankett|ansökan|biljett)(?: \w+){0,3}$"
)
NOT_ONLINE_AFTER = re.compile(
    r"[ ]?(?:till (?:annan|anmäl|program|formul|webb|sidan)|för anmälan|till mer|är inte)"
)
PHYSICAL = re.compile(
    r"\b(?:på plats|fysisk\w*|i lokalen|hybrid\w*|in person|on site|paikan päällä|både|plats och digitalt|eller digitalt)\b"
)
VENUE = re.compile(
    r"(?:(?<=[\s(])|^)(?:i|på|hos|vid|till|at|in)[ ](?P<venue>(?:(?:lokal|sal|rum|restaurang|café|kafé|hotell?|gamla|stora|lilla|the)[ ])?(?:[A-ZÅÄÖÉ][\w'&:-]*|[a-zåäö]*(?:lokalen|biblioteket|kyrkan|stugan|gården|salen|huset|skolan|museet|teatern|caféet|hallen|rummet|kansliet|föreningslokalen)\b)"
    r"(?:[ ](?:(?:i|på|och|&|vid|av|nr|sal|rum|lokal|hus|the|of|plan|våning)[ ])?(?:[A-ZÅÄÖÉ0-9][\w'&:-]*|folkhögskola|hembygdsgård|bibliotek|kyrka|museum|teater|skola|slott|gård|stora sal|lilla sal|hotell|folkhögskolas?|församlingshem|bygdegård|huset|hus|stadshus|gymnasium|aula)){0,6}"
    r"(?:,[ ](?:[A-ZÅÄÖÉ][\w'&-]*(?:[ ][A-ZÅÄÖÉ0-9a-z][\w'&-]*){0,3}[ ]\d{1,4}[ ]?[A-Z]?|[A-ZÅÄÖÉ][\w-]{2,}(?:[ ][A-ZÅÄÖÉ][\w-]+)?)(?![\w:]))*(?:[ ]\([^()\n]{3,50}\d[^()\n]{0,10}\))?)",
)
NO_VENUE = re.compile(
    r"(?:zoom|teams|facebook|instagram|webben|google|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|måndag|tisdag|onsdag|"
    r"torsdag|fredag|lördag|söndag|svenska|engelska|finska|samiska|region|kommunen?|länet|sverige|norden|europa|europe|english|swedish|arabic|meänkieli|kulturplan\w*|vi|ni|du|er|det|den|dig|kl|ett|en|riks\w*förbund\w*|klys|ax|sv\b|abf|kulturrådet|nämnd\w*|styrelsen|föreningen\b(?! \w)|plats|samråd|"
    r"ideell|anmälan|välkom\w+|unga|alla|vår\w*|kultur\b|storgrupp|grupper?|jul|påsk|mejl|telefon|hemsidan|landets|väst|norr|syd|öst)\b",
    re.IGNORECASE,
)
VENUE_NOUN = re.compile(
    r"hus\b|huset|lokal|sal\b|salen|bibliotek|kyrka|stuga|gård|skola|museum|museet|teater|folkets|hotell|hotel|café|kafé|hall|center|centrum|scen|konsert|stadshus|station|slott|verkstad|arkiv|"
    r"kansli|församling|bygde|sessions|rådhus|magasin|galleri|ateljé|aula|rum\b|studio|konferens|kirjasto|talo|sali|library|house|campus|universitet|park|parken|restaurang|medborgar|studieförbund|loge|fabrik|kulturhus|lada|torp|vandalorum|bio\b|biograf"
)
MAX_LINES_MORE = 2


@dataclass(frozen=True, slots=True)
class Where:
    """Where one meets, and how one takes part from a distance."""

    place: Finding[str] = Finding()
    online: Finding[bool] = Finding()
    hybrid: Finding[bool] = Finding()
    join_url: Finding[str] = Finding()


def judge(scan: Scan, day: DayReading | None) -> Where:
    """Say where the meeting is."""
    online = _online(scan)
    place = _labelled(scan)
    if place is None:
        place = _in_sentence(scan, day) or _addressed(scan) or absent()
    if online.value and place.value and _is_replaced(scan):
        place = absent()
    hybrid = found(True, online.span) if online.value and place.value else absent()  # noqa: FBT003
    return Where(place, online, hybrid, _join_url(scan, online))


def _online(scan: Scan) -> Finding[bool]:
    for said in scan.find_all(ONLINE):
        line = scan.manuscript.line_at(said.start())
        if scan.block.holds(line) or line == scan.block.heading:
            continue
        before = scan.low[max(0, said.start() - 45) : said.start()]
        after = scan.low[said.end() : said.end() + 24]
        if NOT_ONLINE.search(
            re.split(r"[.!?\n]", before)[-1].rstrip() or before
        ) or NOT_ONLINE_AFTER.match(after):
            continue
        if _only_registers(scan, said):
            continue
        return found(True, scan.span(said.start(), said.end()))  # noqa: FBT003
    return _online_by_label(scan)


def _only_registers(scan: Scan, said: re.Match[str]) -> bool:
    """Tell 'anmäl dig via länken' from 'delta via länk'."""
    if not re.search(r"länk|online|webb", said[0]):
        return False
    sentence = scan.said(scan.sentence(said.start()))
    registers = re.search(r"anmäl|boka|osa|regist|formul|läs mer|mer information|ilmoitt", sentence)
    takes_part = re.search(
        r"delta|mötet|vara med|ansluta|efter anmälan|vid anmälan|när du (?:har )?anmäl|skickas|fås|medverka|hybrid|möteslänk|online",
        sentence,
    )
    return bool(registers) and not takes_part


def _online_by_label(scan: Scan) -> Finding[bool]:
    for label in scan.labelled(Kind.PLACE) + scan.labelled(Kind.ONLINE):
        extent = scan.value(label)
        said = re.search(r"(?<!\w)(?:digital\w*|" + ONLINE_WORD + r")(?!\w)", scan.said(extent))
        if said and not NOT_ONLINE.search(
            scan.low[
                max(0, extent.start + said.start() - 30) : extent.start + said.start()
            ].rstrip()
        ):
            return found(True, scan.span(extent.start + said.start(), extent.start + said.end()))  # noqa: FBT003
    for link in scan.contacts.links:
        if re.search(
            r"zoom\.us|teams\.(?:microsoft|live)|meet\.google|whereby\.com|meet\.jit",
            link.value.lower(),
        ):
            return found(True, scan.span(link.start, link.end))  # noqa: FBT003
    return Finding(False) if False else absent()  # noqa: FBT003


def _is_replaced(scan: Scan) -> bool:
    """Whether the meeting has moved from its room to the screen: 'ställer in', 'i stället digitalt'."""
    moved = re.compile(
        r"blir (?:ett |en )?(?:helt )?digital|ställer in|ställs om till (?:ett )?digital|i ?stället (?:digitalt|via|på (?:zoom|teams)|håller vi ett (?:\w+ )?digital)"
    )
    return scan.find(moved) is not None and not PHYSICAL.search(scan.low)


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
        if not re.search(r"[^\W\d_]{2}", scan.text[start:end]):
            if re.search(ONLINE_WORD + r"|digital", words):
                return absent()
            continue
        return _continued(scan, label.line, start, end)
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
    if re.search(r"[^\W\d_]{4}", scan.text[start : min(starts)]) and not re.search(
        r"[^\W\d_]{4}", scan.text[max(marks) : end]
    ):
        return start, min(starts)
    return max(marks), end


def _without_online(scan: Scan, start: int, end: int) -> tuple[int, int]:
    """Leave out 'samt digitalt via Teams' beside a room."""
    said = re.search(
        r"[\s,;(/+&-]*(?:(?:samt|och|eller|alternativt|and|or|tai|ja|även|också|det går|hybrid\w*)[ ]*)*(?:helt |live )?(?:(?:via|på|i|over) )?(?:microsoft |ms )?(?:digital\w*|"
        + ONLINE_WORD
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
        scan.text[start + said.start() : end],
    )
    return (
        (start + said.start() + after.end(), end)
        if after and "digital" in scan.low[start : start + said.start() + after.end()]
        else (end, end)
    )


def _continued(scan: Scan, line: int, start: int, end: int) -> Finding[str]:
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
            or below.length > 100
        ):  # noqa: PLR2004
            break
        pieces.append((below.body, below.end))
    value = ", ".join(_tidy(scan.text[low:high]) for low, high in pieces)
    return _found(scan, value, pieces[0][0], pieces[-1][1])


def _tidy(words: str) -> str:
    lines = [" ".join(line.split()).strip(" ,;") for line in words.split("\n")]
    return ", ".join(line for line in lines if line).strip(" .,;:-*")


def _found(scan: Scan, value: str, start: int, end: int) -> Finding[str]:
    words = scan.text[start:end]
    low = start + len(words) - len(words.lstrip(" .,;:-*\n"))
    high = end - (len(words) - len(words.rstrip(" .,;:-*\n")))
    return found(value, scan.span(low, high)) if value else absent()


def _in_sentence(scan: Scan, day: DayReading | None) -> Finding[str] | None:
    """Take 'i Sockenstugan, Kyrkvägen 1' from the sentences that speak of the day."""
    for start, end in _stretches(scan, day):
        best: re.Match[str] | None = None
        for said in VENUE.finditer(scan.text, start, end):
            if NO_VENUE.match(said["venue"]) or not _is_place(said, scan):
                continue
            if best is None or (
                VENUE_NOUN.search(said["venue"].lower())
                and not VENUE_NOUN.search(best["venue"].lower())
            ):
                best = said
        if best is not None:
            return _venue(scan, best)
    return None


def _venue(scan: Scan, said: re.Match[str]) -> Finding[str]:
    start, end = said.span("venue")
    after = re.match(r" på (?=[A-ZÅÄÖ])", scan.text[end : end + 5])
    street = STREET.match(scan.text, end + 4) if after else None
    end = street.end() if street else end
    for day in scan.days:
        if start < day.start < end:
            end = day.start
    return _found(scan, _tidy(scan.text[start:end]), start, end)


def _is_place(said: re.Match[str], scan: Scan) -> bool:
    """Tell a venue from other words with capitals by its noun, its address or its verb."""
    venue = said["venue"]
    if VENUE_NOUN.search(venue.lower()) or STREET.search(venue):
        return True
    before = scan.low[max(0, said.start() - 60) : said.start()]
    return bool(
        re.search(
            r"\b(?:är vi|ses vi|träffas vi|äger rum|hålls|håller till|samlas|ses|rum|plats|årsmöte|möte|träff|träffas)\b[^.]{0,40}$",
            before,
        )
    )


def _stretches(scan: Scan, day: DayReading | None) -> list[tuple[int, int]]:
    """Give the sentences with the chosen day, then the two after, then the top of the text."""
    stretches: list[tuple[int, int]] = []
    for one in scan.days:
        if day is None or one.day != day.day or scan.furniture.covers(one.start):
            continue
        sentence = scan.sentence(one.start)
        stretches.append((sentence.start, sentence.end))
        following = scan.manuscript.sentence(sentence.end)
        stretches.append(following)
    return stretches[:8]


def _addressed(scan: Scan) -> Finding[str] | None:
    """Take a line with a street address that no label claims, above the page's footer."""
    for number, line in enumerate(scan.manuscript.lines[:40]):
        if scan.furniture.holds(number) or scan.block.holds(number) or line.length > 110:  # noqa: PLR2004
            continue
        label = next((one for one in scan.labels if one.line == number), None)
        if label and (label.is_known or label.words.lower().endswith("adress")):
            continue
        if STREET.search(scan.text, line.body, line.end) and not re.search(
            r"box \d|postadress|besöksadress", scan.low[line.body : line.end]
        ):
            return _found(scan, _tidy(scan.text[line.body : line.end]), line.body, line.end)
    return None


def _join_url(scan: Scan, online: Finding[bool]) -> Finding[str]:
    if not online.value:
        return absent()
    for link in scan.contacts.links:
        if re.search(r"zoom|teams|meet\.|whereby|jitsi|webex", link.value.lower()):
            return found(link.value, scan.span(link.start, link.end))
    return absent()
