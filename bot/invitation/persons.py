"""Which words are a person's name, and where a speaker stands beside a title.

Goes by capitals and a short list of words that are not names. Must not know agendas or labels.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

WORD = r"[A-ZÅÄÖÉÜØÆČŠŽÁÍ][\w'-]*[a-zåäöéüøæčšžáíï]"
PART = rf"(?:{WORD}|[A-ZÅÄÖ]\.)"
NAME = re.compile(
    rf"(?<![\w-]){WORD}(?: (?:{PART}|von|af|av|de|di|van|der|el|al|bin|da|"
    rf"la)){{0,3}} {WORD}(?![\w-])"
)
NOT_NAMES = re.compile(
    r"(?:region|kommun|föreningen?|förbund|kultur|ideell|sveriges?|svenska|länsstyrelse|"
    r"landsting|riks|folkets|"
    r"studie|sammanträd|hembygd|museum|teater|biblioteket?|universitet|högskola|akademi|rådet|nämnd|"
    r"styrelse|välkommen|välkomna|"
    r"presentation|information|diskussion|dialog|samtal|inledning|avslutning|sammanfattning|"
    r"frågor|nya|nästa|vad|hur|"
    r"varför|när|vem|vilka|norra|södra|östra|västra|stora|lilla|gamla|mellan|inför|efter|med|"
    r"från|paus|fika|lunch|"
    r"kaffe|program|plan|projekt|nätverk|europa|sverige|finland|stockholm|göteborg|malmö|tema|"
    r"del|grupp|workshop|"
    r"föreläsning|panel|val|årsmöte|the|how|what|meet|welcome|open|our|your|questions|statens|"
    r"allmänna|unga|ung|"
    r"bild|röda|gula|film|musik|dans|konst|scen|hela|alla|vår|vårt|ditt|din|det|den|ett|att|och|"
    r"summering|goda|"
    r"tack|hej|bästa|kära|drop|digital|regional|ny|kl|internationella|nationella|centrum|center|"
    r"kungliga|kungl|sankta?|läges|\w*rapport|återkoppl|genomgång|redovis|uppfölj|aktuell|övrig)",
    re.IGNORECASE,
)
PLACE_LIKE = re.compile(
    r"(?:gatan|vägen|torget|gränd|huset|gården|hallen|salen|kyrkan|lokalen|platsen)\b",
    re.IGNORECASE,
)
ROLES = re.compile(
    r"\b(?:ordförande|\w*chef|\w*strateg|\w*utvecklare|\w*samordnare|\w*handläggare|"
    r"projektledare|verksamhetsledare|"
    r"\w*konsulent|forskare|professor|docent|lektor|journalist|författare|konstnär|regionråd|"
    r"kommunalråd|\w*sekreterare|"
    r"\w*pedagog|producent|direktör|\w*direktör|processledare|koordinator|politiker|ledamot|"
    r"\w*råd|officer|manager|"
    r"director|chair|coordinator|researcher|\w*ledare|\w*intendent|\w*ansvarig|\w*expert|"
    r"konsult|\w*lärare|skådespelare|"
    r"regissör|dramaturg|arkitekt|jurist|\w*ombud|curator|curator|kurator|kassör|president|"
    r"puheenjohtaja|johtaja)\b",
    re.IGNORECASE,
)
FROM = re.compile(
    rf"(?P<who>{NAME.pattern}(?:,? (?:från|på|vid|i) [^,.:]{{2,40}}?)?) (?:ger|berättar|"
    r"presenterar|håller|visar|inleder|hälsar|talar|pratar|föreläser|informerar|leder|om)\b"
)
BY_NAME = re.compile(r"\s(?P<by>av|med|by|with|leds av|under ledning av)\s(?=[A-ZÅÄÖ])")
BY_ROLE = re.compile(r"\s(?P<by>av)\s[a-zåäö]{4,24}\s(?=[A-ZÅÄÖ][^,]*$)")
FEW_WORDS = 4
QUOTED = re.compile(r"[\"”“»][^\"”“»«]{6,120}[\"”“«»]")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A point of the programme with the one who speaks taken apart."""

    title: str
    speaker: str | None


def first_name(text: str) -> re.Match[str] | None:
    """Find the first person named in the text."""
    return next((found for found in NAME.finditer(text) if is_name(found[0])), None)


def is_name(words: str) -> bool:
    """Tell 'Anna Wallgren' from 'Region Skåne' and 'Storgatan Norr'."""
    parts = words.split()
    return not any(NOT_NAMES.match(part) or PLACE_LIKE.search(part) for part in parts)


def is_person(text: str) -> bool:
    """Whether the words are somebody: a name first, or a role with a name after it."""
    found = first_name(text)
    if not found:
        last_word = text.split(",", maxsplit=1)[0].rsplit(" ", maxsplit=1)[-1]
        return ROLES.match(last_word) is not None and len(text.split()) <= FEW_WORDS
    before = text[: found.start()].strip(" ,")
    return not before or bool(ROLES.search(before)) or len(before.split()) <= 1


def take_apart(words: str) -> Spoken:
    """Split a point into title and speaker: 'X - Anna Ek, chef', 'Anna Ek: X', 'X (Anna Ek)'."""
    for split in (_in_brackets, _before_colon, _after_dash, _after_comma, _after_by, _tells):
        if spoken := split(words):
            return spoken
    return Spoken(words, None)


def _in_brackets(words: str) -> Spoken | None:
    found = re.search(r"\s*\(([^()]{3,80})\)[.]?$", words)
    if found and is_person(found[1]) and first_name(found[1]):
        return Spoken(words[: found.start()].strip(), found[1].strip())
    return None


def _before_colon(words: str) -> Spoken | None:
    who, colon, title = words.partition(":")
    if colon and title.strip() and len(who) <= 90 and _begins_with_name(who):  # noqa: PLR2004
        return Spoken(title.strip(), who.strip())
    return None


def _begins_with_name(text: str) -> bool:
    found = first_name(text)
    return bool(found) and found is not None and found.start() == 0


def _after_dash(words: str) -> Spoken | None:
    for found in re.finditer(r"\s[–—|/-]\s|\s{3,}|(?<=[!?.])\s", words):
        title, who = words[: found.start()].strip(), words[found.end() :].strip(" .")
        if title and is_person(who) and first_name(who):
            return Spoken(title, who)
        if title and who and _is_only_person(title) and not first_name(who):
            return Spoken(who, title)
    return None


def _is_only_person(text: str) -> bool:
    """Whether the words are a name and what she is: 'Eva Lind, chef', 'Eva Lind från Ax'."""
    found = first_name(text)
    if not found or found.start() > 0:
        return False
    return re.fullmatch(r"(?:,.*| ?\(.*\)| (?:från|på|vid) .*)?", text[found.end() :]) is not None


def _after_comma(words: str) -> Spoken | None:
    title, comma, who = words.partition(", ")
    if not comma or first_name(title):
        return None
    role_first = ROLES.search(who.split(",")[0])
    if first_name(who) and (_begins_with_name(who) or role_first):
        return Spoken(title.strip(), who.strip(" ."))
    return None


def _after_by(words: str) -> Spoken | None:
    found = BY_NAME.search(words) or BY_ROLE.search(words)
    if not found:
        return None
    name = first_name(words[found.end() :])
    if not name or name.start() != 0:
        return None
    who = words[found.end("by") : found.end() + name.end()].strip()
    quoted = QUOTED.search(words, found.end())
    if quoted:
        return Spoken(f"{words[: found.start()].strip()} {quoted[0]}", who)
    rest = words[found.end() + name.end() :]
    if rest.startswith(",") and ROLES.search(rest):
        return Spoken(words[: found.start()].strip(), words[found.end() :].strip(" ."))
    return (
        Spoken(words[: found.start()].strip(), who) if not rest.strip(" .") else Spoken(words, who)
    )


def _tells(words: str) -> Spoken | None:
    """Keep 'Anna Wallgren från Ax berättar om X' whole, but know who speaks."""
    found = FROM.match(words)
    return (
        Spoken(words, found["who"])
        if found and is_name(" ".join(found["who"].split()[:2]))
        else None
    )
