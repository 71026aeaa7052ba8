"""What access there is, and whether one may tell one's needs.

Judges labels and sentences. Must not know what is served.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.invitation.invitation import Finding, absent, found
from bot.invitation.label_words import Kind

if TYPE_CHECKING:
    from bot.invitation.labels import Label
    from bot.invitation.scan import Scan

ACCESS = re.compile(
    r"(?:hörsling\w*|teleslinga|(?:tecken(?:språks)?|skriv|syn|språk)?tolk(?:ning|as|ar|en|"
    r"at)?\b|språkstolk\w*|teckenspråk\w*|rullstol\w*|"
    r"\b(?:lokal\w*|hus\w*|entré\w*|mötet|salen|allt|fullt|helt) (?:är )?tillgänglig\w*|"
    r"tillgänglig lokal|tillgänglighetsanpassa\w*|tillgänglighetsbehov|handikapp\w*|\bramp\b|"
    r"\bhiss\b|parkering\w*|"
    r"parkera|svårt att gå|"
    r"trappfri\w*|entréplan|markplan|hjälpmedel|ledsagar\w*|assisten[st]\w*|lättläst|"
    r"synstöd|\btextning\b|undertext\w*|(?:live|skriv)text\w*|"
    r"(?:använder|i) mikrofon\b|mikrofon\w* (?:finns|används)|tröskel\w*|(?:utan|inga) trappor|"
    r"step-free|hearing loop|wheelchair|sign language|interpret\w*|"
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
SENTENCE_END = re.compile(r"[.!?] +(?=[A-ZÅÄÖ])")
LONGEST_SENTENCE = 260


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
        if not any(low < end and start < high for low, high in parts):
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
    if label and label.start <= position and label.value > start:
        start = max(start, label.value)
    # A number before the full stop does not hide that a new sentence begins.
    ends = [said.end() for said in SENTENCE_END.finditer(scan.kept, start, position)]
    start = max([start, *ends])
    words = scan.kept[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def asks_needs(scan: Scan) -> Finding[bool]:
    """Say whether those who register are asked to tell their needs."""
    said = scan.find(NEEDS)
    return found(True, scan.span(said.start(), said.end())) if said else absent()  # noqa: FBT003


def _joined(words: str) -> str:
    return " ".join(words.split())
