"""What organisers label their lines with, in Swedish, English and Finnish.

Knows words only; where they stand is looked for elsewhere.
"""

from __future__ import annotations

import re
from enum import Enum, auto


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
     r"träffpunkt|where|venue|place|location|address|paikka|missä|osoite|sal|rum|hitta|hos")),
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
     r"ohjelma|asialista|esityslista|ärenden|tidsplan|körschema|tidsschema|schedule|"
     r"innehåll(?:et)?")),
    (Kind.DOORS, r"drop-?in|insläpp|dörrarna|samling|incheckning|doors|ovet"),
    (Kind.ONLINE, (r"länk\w*|zoom\w*|teams\w*|digital(?!iser)\w*|anslut\w*|link|möteslänk|meet|"
                  r"webblänk|etä\w+")),
    (Kind.TITLE, r"ämne|rubrik|subject|tema|aihe|topic|theme|mötets|evenemang"),
    (Kind.LANGUAGE, r"språk|language|kieli|kielet"),
)  # fmt: skip
LAST_DAY = re.compile(
    r"\bsenast|\bsista |\bdeadline|\bviimei|\bosa\b|\bo\.s\.a|\brsvp|\bby\b|mennessä"
)
OTHER_MATTER = re.compile(
    r"motion|nominer|valbered|förslag|hotell|boende|\btolk|betal|ansök|synpunkt|avanmäl|avbok|"
    r"återbud|handling|"
    r"ärende|yttrand|remiss|frågor|svara på enkät|rum\b|payment|hotel|interpreter|aloittee|"
    r"tulkk|cancel"
)
LEAD = frozenset({
    "förslag", "till", "preliminär", "preliminärt", "mer", "dagens", "kvällens", "mötets", "ur",
    "på", "vårt", "vår", "det", "här", "kort", "och", "&", "/", "the", "a", "en", "ett",
    "practical", "praktisk", "praktiska", "för", "more", "further", "program", "alustava",
})  # fmt: skip
JOINED = frozenset({
    "och", "&", "/", "samt", "and", "ja", "för", "till", "med", "om", "via", "gällande", "av",
    "i", "vid", "the", "of", "sker", "görs", "den",
})  # fmt: skip
PICTURES = {
    Kind.WHEN: "📅📆🗓🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛🕜🕝🕞🕟🕠🕡🕢🕣🕤🕥🕦🕧⏰⌚⏱",
    Kind.PLACE: "📍🏠🗺🏛🏢🚩📌",
    Kind.FOOD: "☕🍽🥪🍰🍴🧁🥗🍲🫖🥐",
    Kind.ACCESS: "♿🧏🦻🦽🅿",
    Kind.COST: "💰🎟💵🪙🎫",
    Kind.ONLINE: "💻🖥🔗",
}
