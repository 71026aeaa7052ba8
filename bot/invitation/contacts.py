"""Find addresses, phone numbers and links, and numbers that can be neither dates nor clocks.

Finds only; which of them one should write to is judged elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}(?:@|[ ]?[\[(](?:at|a|snabel-?a)[\])][ ]?)"
    r"(?:[\w-]{1,63}\.){1,5}[^\W\d_]{2,12}"
)
TOP_LEVEL = (
    "se|nu|com|org|net|eu|fi|ax|no|dk|info|io|app|me|ly|gl|us|uk|de|edu|gov|link|page|site|example|"
    "live|online|events|tv|social|blog|coop|museum"
)
URL = re.compile(
    r"https?://[^\s<>\"]+|(?<![\w@.-])www\.[^\s<>\"]+"
    r"|(?<![\w@./-])(?:[\w-]{1,63}\.){1,6}(?:"
    + TOP_LEVEL
    + r")(?::\d{2,5})?(?:/[^\s<>\"]*)?(?![\w@])"
)
PHONE = re.compile(r"(?<![\w.,:/+-])(?:\+\d{1,3}|0\d{1,3})(?:[ ()/-]{0,3}\d){5,11}(?![\d:])")
DAY_LIKE = re.compile(r"\d{2}-\d{2}-\d{4}|\d{2}-\d{2}[ ]\d{4}$|0\d[ ]?-[ ]?\d{2}[ ]\d{1,2}$")
ACCOUNT = re.compile(
    r"(?:giro|bg|pg|swish|konto|org|diarie\w*|dnr|id|kod|iban)\W{0,3}(?:nr|nummer)?\W{0,4}$"
)
NEITHER = re.compile(
    r"(?:(?:plus|bank)?giro|bg|pg|swish|org(?:anisations)?\W?(?:nr|nummer)|diarie\w{0,8}|dnr|"
    r"meeting id)"
    r"\W{0,8}[\w-]{0,5}[ ]?\d[\d -]{3,30}(?:/\d{2,4})?"
    r"|(?<!\d)\d{6}-\d{4}(?!\d)"
    r"|(?<![\d.:])\d{3} \d{2}(?=[ ]{1,3}[^\W\d_a-zåäö])"
    r"|(?<![\d.:,])\d[\d ]{0,7}(?:[.,:]\d{2})?[ ]?(?:kr\b|kronor|sek\b|:-|euro\b|€|%|procent|mkr)"
    r"|\bs(?:id(?:a|an|or|orna)?|\.) ?\d{1,3}(?:[ ]?[/-][ ]?\d{1,3})?"
    r"|(?<![\d/])\d/\d[ ]?(?:tim\w*|dag|dl|liter|pris|av\b|års|terminer)",
    re.IGNORECASE,
)
FEWEST_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Contact:
    """An address, number or link as it should be used, and where it stands (smoothed offsets)."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Contacts:
    """Everything one can write to, ring or open, and the text with all such numbers blanked."""

    emails: tuple[Contact, ...]
    phones: tuple[Contact, ...]
    links: tuple[Contact, ...]
    open_text: str
    """As long as the text; only here can dates and clocks be sought."""


def scan(text: str) -> Contacts:
    """Find all contacts, in the order of the text."""
    emails = _emails(text)
    text = _blank(text, emails)
    links = _links(text)
    text = _blank(text, links)
    phones = _phones(text)
    text = _blank(text, phones)
    neither = [Contact("", found.start(), found.end()) for found in NEITHER.finditer(text)]
    return Contacts(tuple(emails), tuple(phones), tuple(links), _blank(text, neither))


def _emails(text: str) -> list[Contact]:
    if "@" not in text and "(a" not in text.lower() and "[a" not in text.lower():
        return []
    return [_email(found) for found in EMAIL.finditer(text)]


def _email(found: re.Match[str]) -> Contact:
    whole = found[0].lstrip(".+%-")
    value = re.sub(r"\s?[\[(][^\])]+[\])]\s?", "@", whole)
    return Contact(value, found.end() - len(whole), found.end())


def _links(text: str) -> list[Contact]:
    links = []
    for found in URL.finditer(text):
        value = _without_tail(found[0])
        links.append(Contact(value, found.start(), found.start() + len(value)))
    return links


def _without_tail(link: str) -> str:
    """Leave out what belongs to the sentence, not to the address: '(se a.se/b_(c)).'."""
    link = link.rstrip(".,;:!?'\"»”*")
    while link.endswith(")") and link.count("(") < link.count(")"):
        link = link[:-1].rstrip(".,;:!?'\"")
    return link


def _phones(text: str) -> list[Contact]:
    phones = []
    for found in PHONE.finditer(text):
        digits = sum(char.isdigit() for char in found[0])
        before = text[max(0, found.start() - 24) : found.start()].lower()
        if digits < FEWEST_DIGITS or DAY_LIKE.match(found[0]) or ACCOUNT.search(before):
            continue
        phones.append(Contact(found[0], found.start(), found.end()))
    return phones


def _blank(text: str, contacts: list[Contact]) -> str:
    """Put a sign that is neither letter, digit nor space where each contact stands."""
    pieces: list[str] = []
    at = 0
    for contact in contacts:
        pieces.extend((text[at : contact.start], "\x00" * (contact.end - contact.start)))
        at = contact.end
    return "".join((*pieces, text[at:]))
