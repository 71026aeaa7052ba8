"""What is served: under a label, in a sentence, or in the programme's breaks.

Judges words for food by the verbs round them. Must not know what access there is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.invitation.agenda_lines import is_break
from bot.invitation.invitation import Finding, absent, found
from bot.invitation.label_words import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.invitation.labels import Label
    from bot.invitation.scan import Scan

WORD = re.compile(r"[^\W\d_]{2,40}")
DISH = re.compile(
    r"\w*(?:fika|kaffe(?!pengar)\w{0,8}|lunch(?!tid|webb|fö)\w{0,9}|smörgås\w*|soppa|macka|"
    r"mackor|fralla|"
    r"frallor|middag|buffé|bröd|tårta|frukost|måltid|förtäring|traktering|servering|tilltugg|bulle|bullar|"
    r"kahvi\w*|sandwich\w*)|te|kaka|kakor|mat|dryck\w*|dricka|läsk|juice|snacks|plockmat|korv|grill\w*|wrap|"
    r"sallad\w*|\w*wok|\w*gryta|\w*paj|\w*pasta|pizza|tacos?|seml\w{1,3}|\w*bakverk|\w*baguetter?|"
    r"hembak\w{1,2}|glass|frukt|våfflor|glögg|pepparkak\w*|lussekatt\w*|vin|saft|förfriskning\w*|pulla\w*|"
    r"teetä|tarjoilu\w*|lounas\w*|keitto\w*|coffee|tea|refreshments|soup|dinner|cake|lunch"
)
INVITED = re.compile(r"bjud(?:er|s|en)?(?: \w+){0,4}? på ")
SERVED = re.compile(
    r"[^.!?\n;]{0,30}? (?:serveras|ingår|finns|bjuds|ordnas|erbjuds|är gratis|utlovas|"
    r"till (?:försäljning|självkostnads\w*)|står framme|is served|are served|included)\b"
)
DEFINITE = re.compile(r"\w+(?:en|at|et|kat)")
CONSISTS = re.compile(
    r" (?:är|blir|består av) (?!gratis|kl|klar|från|vid|mellan|inte|frivillig|på|till|ett|en\b)\w"
)
"""What a lunch is made of: 'Lunchen är fisksoppa'."""
SERVING = re.compile(
    r"(?:serverar|fixar|ordnar|dukar(?: fram)?|(?:kokar|brygger|bakar)(?: (?:jag|vi))?|"
    r"står för|erbjuder|tarjoamme|tarjolla(?: on)?|we serve|we offer|"
    r"there will be|det (?:finns|blir|bjuds)(?: på)?|(?:börjar|inleder|avslutar|startar) med|"
    r"äter|inkl\.?|inklusive|inkluderar)(?: \w+){0,2}? "
)
DROPPING_IN = re.compile(r"(?:drop-?in|välkommen|samling|mingel)(?: \w+){0,3} (?:med|på) ")
BY_HOST = re.compile(r" som [^.!?\n]{2,30}? (?:bjuder på|står för|serverar|fixar|ordnar)\b")
AFTERWARDS = re.compile(
    r"^\s*(?:efter (?:möte|årsmöte|förhandling)\w*|efteråt|därefter)\b[^.!?]{0,50}$"
)
DESCRIBED = re.compile(r"[^\W\d_]{4,} $")
READY_FROM = re.compile(r" (?:och (?:registrering|mingel|samling) )?(?:finns )?från (?:kl\.? ?)?\d")
PAIR = re.compile(r"(?P<first>\w+)(?: och | & |/)$")
NOT_SERVED = re.compile(
    r"(?:ta(?:ger)? med|medtag\w*|egen|ingen|inget|bjuds inte|utan |anmäl\w* (?:av|till) |"
    r"allerg|specialkost|diet|bidrag|avgift|kostnad för|frågor om|(?:efter|före|under) lunch)"
)
OWN = re.compile(r"\b(?:inte|ege[nt]|ej)\b")
OWN_BEFORE = re.compile(r"ta med|egen |inte |varför vi |beställ|förbeställ")
DIET = re.compile(
    r"allerg\w*|specialkost|diet\w*|matpreferens\w*|kostönskemål|erityisruoka\w*|dietary"
)
NEW_CLAUSE = re.compile(
    r" \(|,? (?:så|som|och (?:du|ni|vi|kommunen|det|kvällen|mötet|sedan|därför|behöver|lyssnar|"
    r"pratar|samtalar|hör|ser|får|har|kan)|tillsammans|vid |från kl|från \d|för (?:att|dig|er)|"
    r"därför|men|"
    r"innan|efter (?:mötet|årsmötet)|kl\b|till (?:alla|dig|er)|under )"
)
LEAD = re.compile(r"[\s,;:–—-]*(?:(?:vi|då|där|och|att|på|en|ett|det) )*")
ONLY_FOOD = re.compile(
    r"(?:mat|förtäring|servering|food|refreshments|tarjoilu|ruoka|kost|mat och dryck|\W*)"
)
BESIDES = frozenset(
    {
        "och",
        "med",
        "samt",
        "lite",
        "enkel",
        "enklare",
        "god",
        "gott",
        "hembakat",
        "hembakt",
        "dopp",
        "till",
    }
)
LONE = re.compile(
    r"(?:enkel |lättare |gemensam )?(?:traktering|förtäring|servering|fika|kaffeservering|"
    r"kahvitarjoilu)(?: finns| ingår| serveras)?(?: i [^\W\d_]{3,20}| på plats)?"
    r"(?: \d{1,3} ?(?:kr|kronor|:-))?[.!,]?"
)
FOOD_ENDS = re.compile(r"\s[–-]\s|,?\s(?:anmäl|senast|meddela|uppge|ange)\b", re.IGNORECASE)
NO_FOOD = re.compile(r"(?:ingår ej|nej|ingen\w*)(?: \w+)?")
BREAK_LEAD = re.compile(
    r"^(?:paus|rast|drop-?in|registrering|samling|mingel|ankomst|välkom\w+|insläpp|uppstart)\b[ ,]*"
    r"(?:med|för|och|&)?[ ]*",
    re.IGNORECASE,
)
ARRIVING = re.compile(r"(?:välkom\w+|insläpp|uppstart) (?:med|och|&) ", re.IGNORECASE)
BACK, AHEAD = 70, 60


@lru_cache(maxsize=8192)
def is_dish(word: str) -> bool:
    """Whether a word in small letters is something one eats or drinks at a meeting."""
    return DISH.fullmatch(word) is not None


def names_dish(low: str) -> bool:
    """Whether words in small letters name something to eat or drink."""
    return any(is_dish(word[0]) for word in WORD.finditer(low))


def judge(scan: Scan) -> Finding[str]:
    """Give what is served: a label's words, else a sentence's, else the programme's meals."""
    return _labelled(scan) or _in_sentence(scan) or _of_programme(scan) or _alone(scan) or absent()


def _labelled(scan: Scan) -> Finding[str] | None:
    labels = [label for label in scan.labelled(Kind.FOOD) if _says_food(scan, label)]
    if not labels:
        return None
    whole = [_words(scan, label) for label in labels]
    if len(labels) > 1 or not names_dish(whole[0].lower()):
        whole = [_with_label(words, label) for words, label in zip(whole, labels, strict=True)]
    last = scan.value(labels[-1])
    return found(" ".join(whole), scan.span(scan.value(labels[0]).start, last.end))


def _words(scan: Scan, label: Label) -> str:
    extent = scan.value(label)
    words = _joined(scan.kept[extent.start : extent.end])
    return FOOD_ENDS.split(words, maxsplit=1)[0].strip(" .,;–-(")


def _says_food(scan: Scan, label: Label) -> bool:
    words = _words(scan, label).lower()
    elsewhere = label.kinds & {Kind.REGISTER, Kind.DEADLINE, Kind.WHEN}
    return bool(words) and not elsewhere and not NO_FOOD.fullmatch(words) and not _is_diet(words)


def _is_diet(low: str) -> bool:
    """Tell 'meddela allergier', which serves nothing, from 'soppa, meddela allergier'."""
    rest = DIET.sub("", low)
    serves = re.search(r"bjud|server|ingår", rest) or names_dish(rest)
    return bool(DIET.search(low)) and not serves


def _with_label(words: str, label: Label) -> str:
    """Keep 'Lunch' before 'ingår i avgiften'; a label that only says food adds nothing."""
    return words if ONLY_FOOD.fullmatch(label.words.lower()) else f"{label.words}: {words}."


def _in_sentence(scan: Scan) -> Finding[str] | None:
    """Read 'vi bjuder på soppa' before 'lunch serveras' before 'kaffe från 9'."""
    best: tuple[int, int, int] | None = None
    for word in WORD.finditer(scan.low):
        if not is_dish(word[0]) or scan.in_programme(word.start()):
            continue
        if scan.furniture.covers(word.start()):
            continue
        for way, bounds in _ways(scan, word):
            start, end = _neat(scan, *bounds)
            if (best is None or way < best[0]) and not _is_own(scan, start, end):
                best = (way, start, end)
    if best is None:
        return None
    _, start, end = best
    return found(_joined(scan.kept[start:end]), scan.span(start, end))


def _ways(scan: Scan, word: re.Match[str]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Give every way the sentence says the dish is served, best first, with what is served."""
    low_bound, high_bound = _clause(scan, word)
    before = scan.low[low_bound : word.start()]
    after = scan.low[word.end() : high_bound]
    for way, pattern in ((0, INVITED), (2, SERVING), (3, DROPPING_IN)):
        said = list(pattern.finditer(before))
        if said:
            yield way, (low_bound + said[-1].end(), high_bound if way < 3 else word.end())  # noqa: PLR2004
    consists = DEFINITE.fullmatch(word[0]) and CONSISTS.match(after)
    if SERVED.match(after) or consists:
        comma = max(before.rfind(","), before.rfind(":"), before.rfind(";"))
        yield 1, (low_bound + comma + 1, high_bound)
    described = DESCRIBED.search(before)
    start = low_bound + (described.start() if described else len(before))
    if BY_HOST.match(after):
        yield 1, (start, word.end())
    if AFTERWARDS.match(before):
        yield 5, (start, word.end())
    if READY_FROM.match(after):
        pair = PAIR.search(before)
        joined = pair is not None and is_dish(pair["first"])
        yield 4, (low_bound + pair.start() if pair and joined else word.start(), word.end())


def _clause(scan: Scan, word: re.Match[str]) -> tuple[int, int]:
    """Give the part of the sentence round a word, within a line."""
    before = scan.low[max(0, word.start() - BACK) : word.start()]
    after = scan.low[word.end() : word.end() + AHEAD]
    low_bound = word.start() - len(re.split(r"(?<!inkl)[.!?\n(]", before)[-1])
    return low_bound, word.end() + len(re.split(r"[.!?\n;]", after, maxsplit=1)[0])


def _is_own(scan: Scan, start: int, end: int) -> bool:
    """Leave 'ta med egen lunch' and 'anmälan till lunch' alone."""
    words = scan.low[start:end]
    before = scan.low[max(0, start - 40) : start].rsplit("\n", 1)[-1]
    return bool(
        NOT_SERVED.search(words.split(" och ", maxsplit=1)[0][:40])
        or OWN.search(words)
        or OWN_BEFORE.search(before)
    )


def _neat(scan: Scan, start: int, end: int) -> tuple[int, int]:
    """Cut what is served at a new clause."""
    words = scan.low[start:end]
    cut = NEW_CLAUSE.search(words)
    if cut and names_dish(words[: cut.start()]):
        end = start + cut.start()
    end = start + len(_without_entertainment(scan.low[start:end]))
    lead = LEAD.match(scan.low[start:end])
    start += lead.end() if lead else 0
    return start, start + len(scan.kept[start:end].rstrip(" ,.;:-"))


def _without_entertainment(low: str) -> str:
    """Cut 'fika och bildvisningen' after what one eats; 'kaffe och dopp' is all of it."""
    head, link, tail = low.partition(" och ")
    beside = tail.split()[:2]
    served = any(is_dish(word.strip(",.")) or word.strip(",.") in BESIDES for word in beside)
    return head if link and names_dish(head) and not served else low


def _joined(words: str) -> str:
    return " ".join(words.split())


def _of_programme(scan: Scan) -> Finding[str] | None:
    """Take the meals of the programme: 'Lunchsmörgås, Fika'."""
    meals = [
        (_meal(line.words), line)
        for line in scan.block.lines
        if (is_break(line.words) or ARRIVING.match(line.words))
        and names_dish(_head(line.words).lower())
    ]
    if not meals:
        return None
    value = ", ".join(dict.fromkeys(words for words, _ in meals))
    return found(value, scan.span(meals[0][1].start, meals[-1][1].line.end))


def _head(words: str) -> str:
    return re.split(r"[.!?:;(]", words, maxsplit=1)[0]


def _meal(words: str) -> str:
    """Take 'Fika' out of 'Fika och remissmingel' but leave 'Kaffe och smörgås' whole."""
    words = BREAK_LEAD.sub("", _head(words))
    head, link, tail = words.partition(" och ")
    alone = link and names_dish(head.lower()) and not names_dish(tail.lower())
    return (head if alone else words).strip(" ,.-") or words


def eaten_at(point: str) -> str:
    """Give what is eaten at a break or an arrival in a programme; "" when it names no food."""
    is_meal = is_break(point) or ARRIVING.match(point)
    return _meal(point) if is_meal and names_dish(_head(point).lower()) else ""


def _is_menu(low: str) -> bool:
    """Whether words are nothing but food: 'Kaffe och tårta'."""
    words = low.strip(" .!,").split()
    return len(words) > 1 and all(is_dish(word.strip(",&")) or word in BESIDES for word in words)


def _alone(scan: Scan) -> Finding[str] | None:
    """Take a sentence or line that is nothing but food: 'Traktering.'."""
    for word in WORD.finditer(scan.low):
        if not is_dish(word[0]) or scan.furniture.covers(word.start()):
            continue
        start, end = scan.manuscript.sentence(word.start())
        words = scan.kept[start:end].strip(" \n")
        if len(words) < BACK and (LONE.fullmatch(words.lower()) or _is_menu(words.lower())):
            low = start + scan.kept[start:end].index(words)
            bare = words.rstrip(".!,")
            return found(bare, scan.span(low, low + len(bare)))
    return None
