"""What a line says it is about: 'Tid:', 'Plats', 'Sista anmälningsdag:', a clock emoji.

Knows the words organisers label with, in three languages. Must not read the values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.invitation.manuscript import Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.invitation.manuscript import Line, Manuscript


class Kind(Enum):
    """What a label announces."""

    WHEN = auto()
    PLACE = auto()
    DEADLINE = auto()
    OTHER_DEADLINE = auto()
    REGISTER = auto()
    CONTACT = auto()
    FOOD = auto()
    ACCESS = auto()
    MODERATOR = auto()
    SPEAKERS = auto()
    COST = auto()
    AUDIENCE = auto()
    ORGANISER = auto()
    AGENDA = auto()
    DOORS = auto()
    TITLE = auto()
    SEATS = auto()
    ONLINE = auto()
    LANGUAGE = auto()
    OTHER = auto()


STEMS: tuple[tuple[Kind, str], ...] = (
    (Kind.SEATS, r"antal|platser|max(?:antal)?|capacity|paikkoja"),
    (Kind.WHEN, (r"tid(?:en|er|punkt|punkten)?|datum|dag(?:ar)?|när|klockslag|klockan?|starttid|"
                r"sluttid|"
     r"mötestid|date|time|when|day|aika|ajankohta|päivä(?:määrä)?|kello(?:naika)?|milloin|pvm|"
     r"tillfällen?|kl")),
    (Kind.PLACE, (r"plats(?:en)?|var|lokal(?:en)?|adress(?:en)?|mötesplats(?:en)?|möteslokal|"
                 r"samlingsplats|"
     r"träffpunkt|where|venue|place|location|address|paikka|missä|osoite|sal|rum|hitta")),
    (Kind.REGISTER, (r"anmäl\w*|föranmäl\w*|registr\w+|register|ilmoittautu\w*|bok(?:a|ning\w*)|"
                    r"svar|biljett\w*|intresseanmälan|sign")),
    (Kind.CONTACT, (r"kontakt\w*|fråg\w+|upplysning\w*|inform\w+|info|contact\w*|questions?|"
                   r"yhtey\w+|"
     r"lisätie\w+|e-?post(?:adress)?|mejl|mail|telefon\w*|tel|tfn|mobil|puh\w*|e-?mail|phone|"
     r"enquiries")),
    (Kind.FOOD, (r"förtäring|mat|fika|lunch(?:en|buffé)?|kaffe(?:t|servering)?|middag(?:en)?|"
                r"servering|food|refreshments?|tarjoilu\w*|kahvi(?:tarjoilu|t)?|"
     r"ruoka|dryck|måltid\w*|kost|traktering|förplägnad|frukost|catering|coffee|meals?")),
    (Kind.ACCESS, (r"tillgänglig\w*|parkering\w*|tolk\w*|teckensprå\w*|hörsling\w*|hjälpmedel|"
                  r"accessib\w*|access|"
     r"esteett\w*|interpret\w*|tulkkaus|skrivtolk\w*|parking")),
    (Kind.MODERATOR, (r"moderator\w*|samtalsledare|mötesledare|mötesordförande|processledare|"
                     r"konferencier\w*|"
     r"facilitator|puheenjohtaja|dialogledare|chair(?:person)?|host|vetäjä|juontaja")),
    (Kind.SPEAKERS, (r"medverk\w+|talare|föreläs\w+|instruktör\w*|panel\w*|kursledare|ledare|"
                    r"gäst\w*|speakers?|"
     r"puhuj\w+|inledare|närvarande|lärare|esiintyj\w+")),
    (Kind.COST, (r"kostnad(?:en|er)?|avgift\w*|\w+avgift|pris|entré|inträde|cost|fee|price|hinta|"
                r"maksu|osallistumismaksu")),
    (Kind.AUDIENCE, (r"målgrupp\w*|vem|vilka|audience|who|kenelle|kohderyhmä|inbjudna|"
                    r"deltagare")),
    (Kind.ORGANISER, (r"arrangör\w*|värd\w*|inbjudare|organi[sz]ers?|järjestäjä\w*|avsändare|"
                     r"anordnare|arrangeras")),
    (Kind.AGENDA, (r"agenda\w*|dagordning\w*|\w*program(?:met|punkter)?|programme|hålltider\w*|"
                  r"föredragningslista\w*|schema|"
     r"ohjelma|asialista|esityslista|ärenden|tidsplan|körschema|tidsschema|schedule|innehåll(?:et)?")),
    (Kind.DOORS, r"drop-?in|insläpp|dörrarna|samling|incheckning|doors|ovet"),
    (Kind.ONLINE, (r"länk\w*|zoom\w*|teams\w*|digital\w*|anslut\w*|link|möteslänk|meet|webblänk|"
                  r"etä\w+")),
    (Kind.TITLE, r"ämne|rubrik|subject|tema|aihe|topic|theme|mötets|evenemang"),
    (Kind.LANGUAGE, r"språk|language|kieli|kielet"),
)  # fmt: skip
STEM = tuple((kind, re.compile(pattern)) for kind, pattern in STEMS)

LAST_DAY = re.compile(
    r"\bsenast|\bsista |\bdeadline|\bviimei|\bosa\b|\bo\.s\.a|\brsvp|\bby\b|mennessä"
)
OTHER_MATTER = re.compile(
    r"motion|nominer|valbered|förslag|hotell|boende|\btolk|betal|ansök|synpunkt|avanmäl|avbok|"
    r"återbud|handling|"
    r"ärende|yttrand|remiss|frågor|svara på enkät|rum\b|payment|hotel|interpreter|aloittee|"
    r"tulkk|cancel"
)
LEAD = frozenset(
    [
        "förslag",
        "till",
        "preliminär",
        "preliminärt",
        "mer",
        "dagens",
        "kvällens",
        "mötets",
        "ur",
        "på",
        "vårt",
        "vår",
        "det",
        "här",
        "kort",
        "och",
        "&",
        "/",
        "the",
        "a",
        "en",
        "ett",
        "practical",
        "praktisk",
        "praktiska",
        "för",
        "more",
        "further",
        "program",
        "alustava",
        "dagens",
        "vår",
    ]
)
JOINED = frozenset(
    [
        "och",
        "&",
        "/",
        "samt",
        "and",
        "ja",
        "för",
        "till",
        "med",
        "om",
        "via",
        "gällande",
        "av",
        "i",
        "vid",
        "the",
        "of",
        "sker",
        "görs",
        "den",
    ]
)
LABEL = re.compile(
    r"(?P<words>[^\W\d_][^\n:\x00]{0,48}?)[ ]?(?::|[?](?=[ ]|$)|[ ]-(?=[ ])|[ ]{3,})(?!/)"
)
MIDDLE = re.compile(
    r"(?:(?<=[.!?,;)\w\x00])[ ]+|(?<=[/|])[ ]?)(?P<words>[A-ZÅÄÖ][^\W\d_]{2,20}(?:(?: (?:och|&|"
    r"dag|att|anmälningsdag|senast|för) ?|/| )[^\W\d_]{2,16}){0,3}):(?=[ ]|\n|$)"
)
BARE_VALUE = re.compile(
    r"(?P<words>Tid|Datum|När|Dag|Plats|Lokal|Var|Aika|Paikka|When|Where|Kostnad|"
    r"Moderator)[ ](?=[\dA-ZÅÄÖ]|kl|mån|tis|ons|tors|fre|lör|sön)"
)
PICTURES = {
    Kind.WHEN: "📅📆🗓🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛🕜🕝🕞🕟🕠🕡🕢🕣🕤🕥🕦🕧⏰⌚⏱",
    Kind.PLACE: "📍🏠🗺🏛🏢🚩📌",
    Kind.FOOD: "☕🍽🥪🍰🍴🧁🥗🍲🫖🥐",
    Kind.ACCESS: "♿🧏🦻🦽🅿",
    Kind.COST: "💰🎟💵🪙🎫",
    Kind.ONLINE: "💻🖥🔗",
    Kind.MODERATOR: "",
}
FEW_WORDS = 6


@dataclass(frozen=True, slots=True)
class Label:
    """A label with what it announces; offsets are smoothed, the value ends with its line."""

    kinds: frozenset[Kind]
    start: int
    value: int
    end: int
    line: int
    words: str

    @property
    def is_known(self) -> bool:
        """Whether the label is one of those organisers use."""
        return Kind.OTHER not in self.kinds


def scan(manuscript: Manuscript, left_out: Callable[[int], bool]) -> list[Label]:
    """Find every label, in order; the value of one ends where the next begins."""
    labels: list[Label] = []
    for number, line in enumerate(manuscript.lines):
        if left_out(number):
            continue
        found = list(_of_line(manuscript, number, line))
        ends = [*(label.start for label in found), line.end][1:]
        labels.extend(replace(one, end=end) for one, end in zip(found, ends, strict=False))
    return labels


def _of_line(manuscript: Manuscript, number: int, line: Line) -> Iterator[Label]:
    first = _leading(manuscript, number, line)
    if first:
        yield first
    for found in MIDDLE.finditer(manuscript.text, first.value if first else line.body, line.end):
        kinds = kinds_of(found["words"])
        if Kind.OTHER not in kinds:
            yield Label(kinds, found.start("words"), found.end(), line.end, number, found["words"])


def _leading(manuscript: Manuscript, number: int, line: Line) -> Label | None:
    words = manuscript.text[line.body : line.end]
    if pictured := _pictured(line):
        return Label(frozenset({pictured}), line.start, line.body, line.end, number, line.sign)
    found = LABEL.match(manuscript.text, line.body, line.end)
    if found and found[0].endswith(":"):
        return Label(
            kinds_of(found["words"]), line.body, found.end(), line.end, number, found["words"]
        )
    if found and found[0].endswith("?") and Kind.OTHER in kinds_of(found["words"]):
        found = None
    loose = found or BARE_VALUE.match(manuscript.text, line.body, line.end)
    if (
        loose
        and Kind.OTHER not in kinds_of(loose["words"])
        and len(loose["words"].split()) <= 3
        and not (loose[0].endswith("?") and len(loose["words"].split()) > 1)
    ):  # noqa: PLR2004
        return Label(
            kinds_of(loose["words"]), line.body, loose.end(), line.end, number, loose["words"]
        )
    if _is_heading(words) and line.mark in (Mark.NONE, Mark.BULLET):
        return Label(kinds_of(words), line.body, line.end, line.end, number, words)
    return None


def _pictured(line: Line) -> Kind | None:
    for kind, signs in PICTURES.items():
        if line.sign and line.sign[0] in signs:
            return kind
    return None


def _is_heading(words: str) -> bool:
    """Tell 'Tid och plats' and 'Dagordning för årsmötet' from a sentence that begins with 'När'."""
    if len(words.split()) > FEW_WORDS or words.endswith((".", "!", "?", ",")):
        return False
    kinds = kinds_of(words)
    if Kind.OTHER in kinds:
        return False
    tokens = _tokens(words)
    known = [token for token in tokens if _kind_of(token) or token in JOINED or token in LEAD]
    return len(known) == len(tokens) or (Kind.AGENDA in kinds and bool(_kind_of(tokens[0])))


@lru_cache(maxsize=2048)
def kinds_of(words: str) -> frozenset[Kind]:
    """Give what the words of a label announce: 'Tid och plats' is both."""
    low = words.lower()
    if LAST_DAY.search(low):
        other = OTHER_MATTER.search(low) and "anmäl" not in low
        return frozenset({Kind.OTHER_DEADLINE if other else Kind.DEADLINE})
    tokens = _tokens(low)
    if not tokens or len(tokens) > FEW_WORDS:
        return frozenset({Kind.OTHER})
    while len(tokens) > 1 and tokens[0] in LEAD and _kind_of(tokens[0]) is None:
        tokens = tokens[1:]
    first = _kind_of(tokens[0]) or (
        _kind_of(tokens[1]) if len(tokens) > 1 and tokens[0] in LEAD else None
    )
    if first is None:
        return frozenset({Kind.OTHER})
    others = {kind for token in tokens[1:] if token not in JOINED and (kind := _kind_of(token))}
    return frozenset({first, *others} - ({Kind.AUDIENCE} if first is not Kind.AUDIENCE else set()))


def _tokens(words: str) -> list[str]:
    return [part for part in re.split(r"[\s,()]+|/|(?<=\w)\.", words.lower()) if part]


@lru_cache(maxsize=4096)
def _kind_of(token: str) -> Kind | None:
    for kind, pattern in STEM:
        if pattern.fullmatch(token):
            return kind
    return None
