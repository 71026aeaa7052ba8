"""What it costs, how many there is room for, and how many each association may send.

Judges labels and set phrases. Must not know who asks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.invitation.invitation import Finding, absent, found
from bot.invitation.label_words import Kind
from bot.invitation.numbers import NUMBER, number_of

if TYPE_CHECKING:
    from bot.invitation.scan import Scan

FREE = re.compile(
    r"(?<!\w)(?:kostnadsfri\w*|(?:det|mötet|träffen|konferensen|deltagande\w*|kursen) är gratis|"
    r"fri entré|fritt inträde|gratis inträde|free of charge|free entry|no fee|maksuton|ilmainen|"
    r"vapaa pääsy)(?: \w+ (?:deltagande|att delta))?"
)
PRICED = re.compile(
    r"(?<!\w)(?:kostar|avgift(?:en)?(?: är)?|pris(?:et)?(?: är)?|entré|"
    r"inträde)[ :]+(?:\w+ ){0,3}?(?P<what>\d[\d ]{0,5}(?:kr|kronor|:-|sek|euro|€)[^.!?\n]{0,60})"
)
LIMIT = re.compile(
    r"(?:(?:varje|var) (?:\w{0,12}förening|organisation|kommun|remissinstans|part|aktör|"
    r"avdelning|klubb|grupp)[^.!?\n]{0,30}?(?:får|kan|har rätt att|utser?|utse|skicka|"
    r"anmäla)[^.!?\n]{0,30}?(?:högst |max(?:imalt)? |upp till )?(?P<a>"
    + NUMBER
    + r") (?:ombud|person|deltagare|representant|delegat|röst|ledam|plats)"
    r"|(?:högst|max(?:imalt|\.)?|upp till) (?P<b>"
    + NUMBER
    + r") (?:ombud|person|deltagare|representant|delegat|ledam|plats)\w* (?:från|per|för|"
    r"i|/) ?(?:varje |var |respektive )?(?:\w*förening|organisation|kommun|remissinstans|part|"
    r"aktör|avdelning|förvaltning|grupp)"
    r"|(?:högst|max(?:imalt|\.)?|upp till) (?P<e>"
    + NUMBER
    + r") (?:per|från varje|för varje|från var) (?:\w*förening|organisation|kommun|part|grupp)"
    r"|(?<!\w)(?P<c>"
    + NUMBER
    + r") (?:ombud|person(?:er)?|deltagare|representant(?:er)?|platser) (?:per|"
    r"från varje) (?:\w*förening|organisation|kommun|part|aktör|avdelning)"
    r"|(?<!\w)(?P<d>"
    + NUMBER
    + r") (?:people|persons|delegates|representatives) (?:per|from each) (?:association|"
    r"organisation))",
)
SEATS = re.compile(
    r"(?:(?:högst|max(?:imalt|\.|antal)?(?: antal)?|plats för|rymmer|begränsat till|"
    r"antal platser(?: är| \()?|room for|limited to|up to)[ :]*(?P<a>"
    + NUMBER
    + r")(?![.:]\d)(?: st\b| personer| deltagare| platser| people| seats| participants|"
    r"(?=[.\n!]|$))"
    r"|(?:vi har|det finns|finns|endast|bara|there are)[ ](?P<b>"
    + NUMBER
    + r") platser|(?P<c>\d{1,4}) (?:seats|platser)\b)"
)
_SEATS = r"(?: platser| personer| deltagare| seats| people)?"
_ONLINE = (
    r"(?:digitalt|digitala(?: platser)?|på distans|på nätet|online|via länk(?:en)?|via zoom|"
    r"via teams)"
)
_ON_SITE = r"(?:på plats|i salen|i lokalen|on site|in the room)"
BOTH_WAYS = re.compile(
    rf"(?<![\w.:])(?:(?P<room>{NUMBER}){_SEATS} {_ON_SITE}(?:,| och|,? samt| and) "
    rf"(?P<online>{NUMBER}){_SEATS} {_ONLINE}"
    rf"|(?P<online2>{NUMBER}){_SEATS} {_ONLINE}(?:,| och|,? samt| and) "
    rf"(?P<room2>{NUMBER}){_SEATS} {_ON_SITE})"
)
ONLINE_SEATS = re.compile(
    rf"(?<![\w.:])(?:(?P<a>{NUMBER}) (?:digitala platser|platser {_ONLINE}|online seats)"
    rf"|(?P<b>{NUMBER})(?: personer| deltagare)? kan (?:delta|vara med|följa \w+) {_ONLINE})"
)
BY_SIZE = re.compile(r"[^.!?\n]{0,60}påbörja")
"""An association's number that goes by its members is no number to keep."""
DELEGATES = re.compile(
    r"(?:varje|var|per|respektive) \w*(?:förening|organisation|kommun|klubb|medlem)|ombud"
)
LONGEST = 160


def cost(scan: Scan) -> Finding[str]:
    """Give what it costs: a label's words, 'kostnadsfritt', or a price."""
    for label in scan.labelled(Kind.COST):
        extent = scan.value(label)
        words = " ".join(scan.kept[extent.start : extent.end].split()).strip(" ,;")
        if words and len(words) <= LONGEST * 2:
            return found(words[:LONGEST].rstrip(" .,;"), scan.span(extent.start, extent.end))
    if said := scan.find(PRICED):
        start, end = said.span("what")
        return found(scan.kept[start:end].strip(), scan.span(start, end))
    if said := scan.find(FREE):
        return found(scan.kept[said.start() : said.end()], scan.span(said.start(), said.end()))
    return absent()


def limit_per_association(scan: Scan) -> Finding[int]:
    """Give how many each association may send."""
    return _number(scan, LIMIT)


def online_seats(scan: Scan) -> Finding[int]:
    """Give how many can take part online, where the text counts them apart."""
    return _side(scan, "online") or _number(scan, ONLINE_SEATS)


def _side(scan: Scan, name: str) -> Finding[int] | None:
    """Give the number of one side from a text that counts both in a breath."""
    said = scan.find(BOTH_WAYS)
    if said is None:
        return None
    group = name if said[name] else f"{name}2"
    return found(number_of(said[group]), scan.span(said.start(group), said.end(group)))


def seats(scan: Scan, limit: Finding[int]) -> Finding[int]:
    """Give how many there is room for in all, which is not the limit for each association."""
    if both := _side(scan, "room"):
        return both
    other = ONLINE_SEATS.search(scan.low)
    for said in scan.find_all(SEATS):
        name = next(name for name, value in said.groupdict().items() if value)
        span = scan.span(said.start(name), said.end(name))
        if other and other.start() <= said.start(name) < other.end():
            continue
        if DELEGATES.search(scan.low[scan.sentence(said.start()).start : said.start()]):
            continue
        if span != limit.span and not re.match(
            r"\w* ?(?:personer |deltagare |platser )?(?:per|från varje|från) ",
            scan.low[said.end(name) : said.end(name) + 30].strip(),
        ):
            return found(number_of(said[name]), span)
    return absent()


def _number(scan: Scan, pattern: re.Pattern[str]) -> Finding[int]:
    said = scan.find(pattern)
    if said is None or BY_SIZE.match(scan.low, said.end()):
        return absent()
    name = next(name for name, value in said.groupdict().items() if value)
    return found(number_of(said[name]), scan.span(said.start(name), said.end(name)))
