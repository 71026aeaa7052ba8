"""What is served, what access there is, and whether one may tell one's needs.

Judges labels and sentences. Must not know the programme beyond its breaks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.invitation.invitation import Finding, absent, found
from bot.invitation.labels import Kind

if TYPE_CHECKING:
    from bot.invitation.labels import Label
    from bot.invitation.scan import Scan

DISH = (
    r"(?:\w*fika\b|\w*kaffe\w*|\w*lunch\w*|\w*smörgås\w*|\b\w*soppa\b|\w*mack(?:a|or)\b|"
    r"\w*fralla\b|frallor\b|\bte\b|tilltugg|"
    r"\w*middag\b|\w*buffé|\bbull(?:e|ar|ar)\b|\w*bröd\b|\bkak(?:a|or)\b|\w*tårta\b|"
    r"\w*frukost\b|förtäring\b|traktering|förfriskning\w*|"
    r"\bmat\b|\w*måltid\b|\bdryck\w*|\bsnacks\b|plockmat|\bkorv\b|\bgrill\w*|\bwrap\b|\bsallad|"
    r"\bfrukt\b|våfflor|\bglögg|pepparkak\w*|"
    r"lussekatt\w*|\bvin\b|\bsaft\b|kahvi\w*|\bpulla\w*|\bteetä\b|tarjoilu\w*|\blounas\w*|"
    r"\bkeitto\w*|\bcoffee|\btea\b|sandwich\w*|"
    r"refreshments|\bsoup\b|\bdinner|\bcake\b)"
)
SERVES = (
    re.compile(
        r"bjud(?:er|s|s du|s det|s ni)?(?: \w+){0,4}? på (?P<what>[^.!?\n]{0,70}?"
        + DISH
        + r"[^.!?\n;]{0,60})"
    ),
    re.compile(
        r"(?P<what>[^.!?\n,;:]{0,40}?"
        + DISH
        + r"[^.!?\n;]{0,30}? (?:serveras|ingår|finns|bjuds|ordnas|erbjuds|är gratis|utlovas|"
        r"till försäljning|till självkostnads\w*|står framme|is served|are served|"
        r"included)[^.!?\n;]{0,40})"
    ),
    re.compile(
        r"(?:serverar|fixar|ordnar|dukar|står för|erbjuder|tarjoamme|tarjolla on|we serve|"
        r"we offer|there will be|"
        r"det (?:finns|blir|bjuds)(?: på)?|börjar med|inleder med|avslutar med|startar med|"
        r"äter)(?: \w+){0,2}? (?P<what>[^.!?\n]{0,30}?" + DISH + r"[^.!?\n;]{0,50})"
    ),
    re.compile(
        r"(?:drop-?in|välkommen|samling|mingel)(?: \w+){0,3} (?:med|på) (?P<what>[^.!?\n]{0,20}?"
        + DISH
        + r")"
    ),
    re.compile(r"(?P<what>(?<!\w)\w*(?:fika|kaffe|frukost)) (?:från|finns från) (?:kl\.? ?)?\d"),
    re.compile(
        r"(?P<what>" + DISH + r"(?: och " + DISH + r")?) (?:från|finns från) (?:kl\.? ?)?\d"
    ),
)
PLAIN = re.compile(
    r"(?<!\w)(?:fika|kaffe|lunch|smörgås|soppa|förtäring|traktering|kaffe och \w+|"
    r"fika och \w+)(?!\w)"
)
LONE = re.compile(
    r"(?:enkel |lättare |gemensam )?(?:traktering|förtäring|servering|fika|kaffeservering|"
    r"kahvitarjoilu)(?: finns| ingår| serveras)?"
)
NOT_SERVED = re.compile(
    r"(?:ta(?:ger)? med|medtag\w*|egen|köpa|ingen|inget|bjuds inte|utan |anmäl\w* (?:av|till) |"
    r"allerg|specialkost|diet|tänker|kaffepengar|bidrag|avgift|kostnad för|frågor om|lunchtid|"
    r"efter lunch|före lunch|under lunchen)"
)
DIET_ONLY = re.compile(
    r"allerg\w*|specialkost|diet\w*|matpreferens\w*|kostönskemål|erityisruoka\w*|dietary"
)
ACCESS = re.compile(
    r"(?:hörsling\w*|teleslinga|(?:tecken(?:språks)?|skriv|syn|språk)?tolk(?:ning|as|ar|en|"
    r"at)?\b|\w*språkstolk\w*|teckenspråk\w*|rullstol\w*|tillgänglig\b(?! (?:på|via|i))|"
    r"tillgänglig lokal|tillgänglighetsanpassa\w*|tillgänglighetsbehov|handikapp\w*|\bramp\b|"
    r"\bhiss\b|parkering\w*|"
    r"parkera|trappfri\w*|entréplan|markplan|hjälpmedel|ledsagar\w*|assisten[st]\w*|lättläst|"
    r"synstöd|mikrofon|tröskel\w*|step-free|hearing loop|wheelchair|sign language|interpret\w*|"
    r"accessible|"
    r"tulk\w+|esteet\w+|induktiosilmukka|pyörätuoli\w*|särskilda behov|behov av (?:stöd|"
    r"anpassning|tolk|hjälp)|buss\w* stannar|textas|doftfri\w*|allergianpassa\w*|pysäköinti\w*)"
)
NO_ACCESS = re.compile(
    r"(?:kulturtolk|tolkningar av|fri tolkning|språket som|tolkning av|"
    r"tillgängligheten till kultur|arbetar med)"
)
ACCESS_AS_TOPIC = re.compile(r"(?:bidrag|tema|diskuter|föreläs|syfte|ökad|om tillgänglig)")
NEEDS = re.compile(
    r"(?:(?:särskilda |speciella )?(?:önskemål|behov)\b(?! (?:finns|av att|inom))[^.!?\n]{0,60}|"
    r"(?:allerg\w*|specialkost|dieter|tillgänglighetsbehov|dietary|special needs|"
    r"erityisruokavalio\w*)|(?:uppge|ange|meddela|säg till|berätta|skriv|tell us|let us know|"
    r"hör av)[^.!?\n]{0,60}(?:tolk|hörslinga|kost|allerg|behov|hjälp|stöd|teckenspråk|needs)|"
    r"behöver (?:du|ni)[^.!?\n]{0,40}(?:tolk|hörslinga|hjälp|stöd|teckenspråk|anpass))"
)
LONGEST_SENTENCE = 260


def food(scan: Scan) -> Finding[str]:
    """Give what is served: a label's words, else a sentence's, else the programme's meals."""
    return _labelled_food(scan) or _served(scan) or _of_programme(scan) or _alone(scan) or absent()


def _labelled_food(scan: Scan) -> Finding[str] | None:
    parts = []
    for label in scan.labelled(Kind.FOOD):
        extent = scan.value(label)
        words = " ".join(scan.kept[extent.start : extent.end].split()).strip(" .,;")
        if (
            not words
            or _asks_diet_only(words.lower())
            or label.kinds & {Kind.REGISTER, Kind.DEADLINE, Kind.WHEN}
        ):
            continue
        if re.fullmatch(r"(?:ingår ej|nej|ingen\w*)(?: \w+)?", words.lower()):
            continue
        parts.append((words, extent, label))
    if not parts:
        return None
    value = (
        " ".join(_with_label(words, label) for words, _, label in parts)
        if len(parts) > 1
        else parts[0][0]
    )
    if len(parts) == 1 and not re.search(DISH, value.lower()):
        value = _with_label(value, parts[0][2])
    return found(value, scan.span(parts[0][1].start, parts[-1][1].end))


def _with_label(words: str, label: Label) -> str:
    """Keep 'Lunch' before 'ingår i avgiften'; a label that only says food adds nothing."""
    if re.fullmatch(
        r"(?:mat|förtäring|servering|food|refreshments|tarjoilu|ruoka|kost|mat och dryck|\W*)",
        label.words.lower(),
    ):
        return words
    return f"{label.words}: {words}."


def _asks_diet_only(low: str) -> bool:
    return bool(DIET_ONLY.search(low)) and not re.search(
        r"bjud|server|ingår|" + DISH, DIET_ONLY.sub("", low)
    )


def _served(scan: Scan) -> Finding[str] | None:
    """Read 'vi bjuder på soppa och kaffe' before 'lunch serveras' before 'kaffe från 9'."""
    for pattern in SERVES:
        for said in scan.find_all(pattern):
            if not scan.in_programme(said.start()) and not _is_own_cost(scan, said):
                start, end = _neat(scan, *said.span("what"))
                return found(_joined(scan.kept[start:end]), scan.span(start, end))
    return None


def _is_own_cost(scan: Scan, said: re.Match[str]) -> bool:
    """Leave 'ta med egen lunch' and 'anmälan till lunch' alone."""
    words = said["what"]
    before = scan.low[max(0, said.start() - 25) : said.start("what")]
    return bool(
        NOT_SERVED.search(words.split(" och ", maxsplit=1)[0][:40])
        or re.search(r"\binte\b|\begen\b|\bej\b", words)
        or re.search(r"ta med|egen |inte |varför vi ", before)
    )


def _neat(scan: Scan, start: int, end: int) -> tuple[int, int]:
    """Cut what is served at a new clause."""
    words = scan.low[start:end]
    cut = re.search(
        r",? (?:så|som|och (?:du|ni|vi|kommunen|det|kvällen|mötet|sedan|därför|behöver)|vid |"
        r"från kl|från \d|för (?:att|dig|er)|därför|men|innan|efter (?:mötet|årsmötet)|kl\b|"
        r"till (?:alla|dig|er)|under )",
        words,
    )
    if cut and re.search(DISH, words[: cut.start()]):
        end = start + cut.start()
    lead = re.match(r"[\s,;:–—-]*(?:(?:vi|då|där|och|att|på|en|ett|det) )*", scan.low[start:end])
    start += lead.end() if lead else 0
    return start, start + len(scan.kept[start:end].rstrip(" ,.;:-"))


def _joined(words: str) -> str:
    return " ".join(words.split())


def _of_programme(scan: Scan) -> Finding[str] | None:
    """Take the meals of the programme: 'Lunchsmörgås, Fika'."""
    from bot.invitation.agenda_lines import is_break  # noqa: PLC0415

    meals = []
    for line in scan.block.lines:
        said = re.match(r"[^.!?:;()]*?" + DISH + r"[^.!?:;()]{0,40}", line.words.lower())
        if said and is_break(line.words):
            meals.append((_meal(line.words[: said.end()]), line))
    if not meals:
        return None
    value = ", ".join(dict.fromkeys(words for words, _ in meals))
    first, last = meals[0][1], meals[-1][1]
    return found(value, scan.span(first.start, last.line.end))


def _meal(words: str) -> str:
    """Take 'Fika' out of 'Fika och remissmingel' but leave 'Kaffe och smörgås' whole."""
    words = re.sub(
        r"^(?:paus|rast|drop-?in|registrering|samling|mingel)\b[ ,]*(?:med|för|och|&)?[ ]*",
        "",
        words,
        flags=re.IGNORECASE,
    )
    head, link, tail = words.partition(" och ")
    kept = (
        head
        if link and not re.search(DISH, tail.lower()) and re.search(DISH, head.lower())
        else words
    )
    return kept.strip(" ,.-") or words


def _alone(scan: Scan) -> Finding[str] | None:
    """Take a sentence or line that is nothing but food: 'Traktering.'."""
    for said in scan.find_all(LONE):
        before, after = (
            scan.low[max(0, said.start() - 2) : said.start()].strip(" "),
            scan.low[said.end() : said.end() + 1],
        )
        if before in ("", ".", "!", "\n", ".\n", "\n\n") and after in ("", ".", "!", "\n", ","):
            return found(scan.kept[said.start() : said.end()], scan.span(said.start(), said.end()))
    return None


def accessibility(scan: Scan) -> Finding[str]:
    """Give what is offered or asked about access: label first, then sentences."""
    parts: list[tuple[int, int]] = []
    for label in scan.labelled(Kind.ACCESS):
        extent = scan.value(label)
        start = label.start if _names_matter(label) else extent.start
        if scan.kept[extent.start : extent.end].strip() and not label.kinds & {
            Kind.REGISTER,
            Kind.DEADLINE,
        }:
            parts.append((start, extent.end))
    for start, end in _access_sentences(scan):
        if not any(low <= start < high for low, high in parts):
            parts.append((start, end))
    if not parts:
        return absent()
    parts.sort()
    value = " ".join(
        dict.fromkeys(_joined(scan.kept[start:end]).strip(" •·") for start, end in parts)
    )
    words = scan.kept[parts[0][0] : parts[0][1]]
    low = parts[0][0] + len(words) - len(words.lstrip())
    return found(value, scan.span(low, parts[-1][1]))


def _names_matter(label: Label) -> bool:
    """Whether the label itself says what is offered: 'Parkering: bakom huset'."""
    return not re.match(r"tillgänglig|accessib|esteett|access|\W", label.words.lower())


def _access_sentences(scan: Scan) -> list[tuple[int, int]]:
    sentences: list[tuple[int, int]] = []
    for said in scan.find_all(ACCESS):
        line = scan.manuscript.line_at(said.start())
        if scan.in_programme(said.start()) or line == scan.block.heading:
            continue
        start, end = _bounds(scan, said.start())
        words = scan.low[start:end]
        if (
            NO_ACCESS.search(words)
            or end - start > LONGEST_SENTENCE
            or ACCESS_AS_TOPIC.search(words)
        ):
            continue
        if (start, end) not in sentences:
            sentences.append((start, end))
    return sentences[:4]


def _bounds(scan: Scan, position: int) -> tuple[int, int]:
    sentence = scan.sentence(position)
    line = scan.manuscript.lines[scan.manuscript.line_at(position)]
    start, end = sentence.start, sentence.end
    if line.body > start and line.start >= start:
        start = line.body
    label = scan.label_of(position)
    if label and label.start <= position and label.value > start and Kind.ACCESS not in label.kinds:
        start = max(start, label.value)
    words = scan.kept[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def asks_needs(scan: Scan) -> Finding[bool]:
    """Say whether those who register are asked to tell their needs."""
    said = scan.find(NEEDS)
    return found(True, scan.span(said.start(), said.end())) if said else absent()  # noqa: FBT003
