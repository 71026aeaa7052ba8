"""Who leads the talk, who speaks, who invites and for whom.

Judges labels and set phrases. Must not read the agenda's own speakers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.invitation import persons
from bot.invitation.invitation import Finding, absent, found
from bot.invitation.label_words import Kind

if TYPE_CHECKING:
    from bot.invitation.scan import Scan

LEADS = re.compile(
    r"(?:\b(?:(?!(?:förening|förbund|kommun|kör|nämnd|kansli|projekt|organisation|arbet|stift|"
    r"skol|studie|verksamhet|lag|orkest)\w*)\w{4,30}(?:et|en)(?= (?:leds|modereras|"
    r"faciliteras|lotsas) av)|samtal(?:et|en)?|diskussion(?:en)?|dag(?:en)?|kväll(?:en)?|möte[nt]?|"
    r"dialog(?:en)?|träff(?:en)?|workshop(?:en|s)?|panel(?:samtalet|en)?|konferens(?:en)?|"
    r"seminariet|samråd(?:et)?|årsmötet|eftermiddag(?:en)?|förmiddag(?:en)?|vi|som|och|det hela|"
    r"webbinariet|rundabordssamtal\w*|processen)[ ]+"
    r"(?:i år |i kväll )?(?:kommer att )?(?:leds|ledas|modereras|modererar|moderera|faciliteras|"
    r"guidas|leder|hålls ihop|lotsas|styrs)(?: \w+){0,3}?(?: av)?"
    r"|(?<!\w)(?:moderator|samtalsledare|konferencier|processledare|mötesledare|moderated by|"
    r"led by|facilitated by|facilitator|puheenjohtajana toimii|keskustelua vetää|juontajana|"
    r"tilaisuuden juontaa|modererar gör)(?: för (?:dagen|kvällen|samtalet))?(?: (?:är|blir|is|"
    r"on))?)[ :]+(?=(?P<who>))",
)
LEADS_AFTER = re.compile(
    r"[ ,]+(?:\w+ ){0,6}?(?:(?:leder|att leda) (?:samtal\w*|oss|dagen|kvällen|dialog\w*|möte\w*|"
    r"diskussion\w*|panel\w*|workshop\w*)|modererar|är (?:moderator|samtalsledare|konferencier|"
    r"processledare)|(?:som )?moderator\b|håller i (?:samtal\w*|dagen|taktpinnen)|moderates|"
    r"leads the)"
)
INVITES = re.compile(
    r"(?:^|(?<=[.!?\n] )|(?<=[.!?\n]))[ ]{0,3}(?P<who>[^\W\d_](?:[^\W\d_]|"
    r"[ &/,.\x27-]){2,140}?)[ ]{1,3}(?:bjuder(?: härmed| nu)?(?! på)|inbjuder(?: härmed)?|"
    r"kallar(?: härmed)?|hälsar|arrangerar|anordnar|ordnar|håller|invites?|kutsuu|kutsuvat|"
    r"ställer in|välkomnar)\b",
    re.IGNORECASE | re.MULTILINE,
)
NOT_ORGANISER = re.compile(
    r"(?:vi|nu|därför|då|hösten|våren|i år|det|den|under|i|om|efter|med|på|för|som|här|även|who|"
    r"we|varmt|hjärtligt|välkom\w+|tyvärr|hej|nytt)\b.*|.*[a-zåäö]{3}\. .*",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"(?:medlemmarna i|medlemmar i|"
    r"the members of)[ ](?P<who>[A-ZÅÄÖ][^.,\n]{3,60}?)[ ](?:kallas|inbjuds|hälsas|bjuds|välkomnas)"
)
AND = re.compile(
    r"(?<!-)\s*,?(?<!-)\s+(?:i samarbete med|i samverkan med|tillsammans med|och|"
    r"samt|&|and|ja)\s+|,\s+|\s*/\s*"
)
FOR_WHOM = re.compile(
    r"(?:riktar sig till|vänder (?:vi )?(?:oss|sig) till|är till för|är öppen för|är öppet för|"
    r"välkomnar|för dig som|för er som|is for|aimed at|on tarkoitettu)[ ]+(?P<who>[^.!?\n]{4,160})"
)
LONGEST_WHO = 90


def moderator(scan: Scan) -> Finding[str]:
    """Give the one who leads the talk, by label or by 'samtalet leds av'."""
    for label in scan.labelled(Kind.MODERATOR):
        extent = scan.value(label)
        words = scan.kept[extent.start : extent.end]
        named = persons.first_name(words)
        who = _names(words) if named else words.strip(" .,")
        if who and len(who) <= LONGEST_WHO and "\n" not in who:
            low = extent.start + words.index(who)
            return found(" ".join(who.split()), scan.span(low, low + len(who)))
    return _led(scan)


def _led(scan: Scan) -> Finding[str]:
    for said in scan.find_all(LEADS):
        stop = min(len(scan.text), said.end() + LONGEST_WHO)
        if (named := persons.first_name(scan.kept[said.end() : stop])) and named.start() <= 30:  # noqa: PLR2004
            who = _names(scan.kept[said.end() + named.start() : stop])
            low = said.end() + named.start()
            return found(who, scan.span(low, low + len(who)))
    for named in persons.NAME.finditer(scan.text):
        if persons.is_name(named[0]) and LEADS_AFTER.match(scan.low, named.end(), named.end() + 90):
            return found(named[0], scan.span(named.start(), named.end()))
    return absent()


def _names(words: str) -> str:
    """Take one name, or two joined by 'och'."""
    first = persons.first_name(words)
    if first is None:
        return ""
    rest = words[first.end() :]
    second = persons.NAME.match(rest, 5) if rest.startswith(" och ") else None
    end = first.end() + (second.end() if second and persons.is_name(second[0]) else 0)
    return words[first.start() : end]


def speakers(scan: Scan) -> Finding[tuple[str, ...]]:
    """Give those under 'Medverkande', 'Föreläsare' and the like."""
    names: list[str] = []
    span = None
    for label in scan.labelled(Kind.SPEAKERS):
        extent = scan.value(label)
        words = scan.kept[extent.start : extent.end]
        here = [named[0] for named in persons.NAME.finditer(words) if persons.is_name(named[0])]
        if here and span is None:
            span = scan.span(extent.start, extent.end)
        names.extend(here)
    unique = tuple(dict.fromkeys(names))
    return found(unique, span) if unique else absent()


def organisers(scan: Scan) -> Finding[tuple[str, ...]]:
    """Give who invites: by label, or the words before 'bjuder in' and 'kallar till'."""
    for label in scan.labelled(Kind.ORGANISER):
        extent = scan.value(label)
        words = scan.kept[extent.start : extent.end].strip(" .")
        if words and "\n" not in words:
            return found(_parted(words), scan.span(extent.start, extent.end))
    for pattern in (CALLED, INVITES):
        for said in pattern.finditer(scan.text, 0, min(len(scan.text), 6000)):
            who = said["who"].strip(" ,")
            if (
                scan.in_programme(said.start("who"))
                or scan.furniture.covers(said.start("who"))
                or NOT_ORGANISER.fullmatch(who)
                or not who[:1].isupper()
            ):
                continue
            if len(who) <= LONGEST_WHO + 50:
                low = said.start("who") + said["who"].index(who)
                return found(_parted(who), scan.span(low, low + len(who)))
    return absent()


def _parted(words: str) -> tuple[str, ...]:
    parts = [" ".join(part.split()) for part in AND.split(words) if part.strip()]
    return tuple(part for part in parts if part)


def audience(scan: Scan) -> Finding[str]:
    """Give whom the meeting is for, by label or by 'vänder sig till'."""
    for label in scan.labelled(Kind.AUDIENCE):
        extent = scan.value(label)
        words = " ".join(scan.kept[extent.start : extent.end].split()).strip(" .")
        if words:
            return found(words, scan.span(extent.start, extent.end))
    said = scan.find(FOR_WHOM)
    if said is None:
        return absent()
    start, end = said.span("who")
    return found(" ".join(scan.kept[start:end].split()), scan.span(start, end))
