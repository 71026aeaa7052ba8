"""Whom to write, ring or open to register, and the links of the text.

Judges contacts by the words round them. Must not look for contacts itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.invitation import persons
from bot.invitation.invitation import Finding, absent, found
from bot.invitation.label_words import Kind
from bot.invitation.purpose_words import OTHER_MATTER

if TYPE_CHECKING:
    from bot.invitation.contacts import Contact
    from bot.invitation.scan import Scan

REGISTERS = re.compile(
    r"anmäl|\bo\.?s\.?a\b|ilmoittau|regist|rsvp|sign up|\bsvar\b|\bsvara\b|boka|book|"
    r"vill du vara med|meddela|formulär|tacka ja"
)
ASKS = re.compile(
    r"kontakt|fråg|upplysning|information|hör av|mejla|maila|ring\b|undrar|contact|question|"
    r"lisätie|yhtey|välkommen att|frågor|vänd dig"
)
ELSEWHERE = re.compile(
    r"motion|nominer|valbered|växel|synpunkt|tolk|avanmäl|återbud|handlingar|faktur|"
    r"ring in\b|endast ljud|personuppgift|dataskydd|press|hotell|boende|besöksadress|"
    r"postadress|hemsida|webbplats:"
)
CANNOT_COME = re.compile(r"avanmäl|återbud|förhinder")
NEW_SENTENCE = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ])|\n\s*\n\s*\n")
CARD_LINES = 5
MOST = 40
"""Addresses, numbers and links that are judged."""
BY_REGISTER, BY_CONTACT, BY_LABEL, BY_ELSEWHERE, IN_MAIL_HEAD, IN_FOOTER = 40, 15, 10, -35, -25, -30


@dataclass(frozen=True, slots=True)
class Reach:
    """Where to register or ask."""

    name: Finding[str] = field(default_factory=Finding)
    email: Finding[str] = field(default_factory=Finding)
    phone: Finding[str] = field(default_factory=Finding)
    link: Finding[str] = field(default_factory=Finding)
    links: tuple[str, ...] = ()


def judge(scan: Scan) -> Reach:
    """Choose one address, one number and one link to register with, and list all links."""
    email = _best(scan, scan.contacts.emails)
    phone = _phone(scan)
    register = [link for link in scan.contacts.links[:MOST] if _score(scan, link) >= BY_REGISTER]
    link = _found(scan, register[0]) if register else absent()
    links = tuple(dict.fromkeys(link.value for link in scan.contacts.links))
    return Reach(_name(scan, email or phone), _found(scan, email), _found(scan, phone), link, links)


def _found(scan: Scan, contact: Contact | None) -> Finding[str]:
    if contact is None:
        return absent()
    return found(contact.value, scan.span(contact.start, contact.end))


def _best(scan: Scan, contacts: tuple[Contact, ...]) -> Contact | None:
    return max(contacts[:MOST], key=lambda contact: _score(scan, contact), default=None)


def _phone(scan: Scan) -> Contact | None:
    """Take a number unless it belongs to another matter or to the page's footer."""
    best = _best(scan, scan.contacts.phones)
    if best is None or _score(scan, best) > BY_ELSEWHERE // 2:
        return best
    return best if _is_only(scan, best) else None


def _is_only(scan: Scan, contact: Contact) -> bool:
    """Whether the one number of a short message takes those who cannot come."""
    alone = not scan.contacts.emails and len(scan.contacts.phones) == 1
    averse = CANNOT_COME.search(scan.said(scan.sentence(contact.start)))
    return alone and averse is not None and not scan.furniture.covers(contact.start)


def _score(scan: Scan, contact: Contact) -> int:
    """Say how surely one registers here: words of the sentence, the label, the heading."""
    line = scan.manuscript.line_at(contact.start)
    sentence = scan.sentence(contact.start)
    words = scan.low[sentence.start : contact.start]
    label = scan.label_of(contact.start)
    labelled = label.words.lower() if label else ""
    previous = _previous(scan, sentence.start)
    near = f"{labelled} {words}"
    score = 0
    score += BY_REGISTER * bool(REGISTERS.search(near) or REGISTERS.search(scan.said(sentence)))
    score += (BY_REGISTER // 2) * bool(score == 0 and REGISTERS.search(previous))
    score += BY_CONTACT * bool(ASKS.search(near))
    score += BY_LABEL * bool(label and label.kinds & {Kind.REGISTER, Kind.CONTACT, Kind.DEADLINE})
    score += BY_REGISTER // 2 * bool(_kinds_above(scan, line) & {Kind.REGISTER})
    score += BY_ELSEWHERE * _is_elsewhere(scan, near, contact)
    score += IN_MAIL_HEAD * (line in scan.furniture.lines)
    score += IN_FOOTER * (line >= scan.furniture.footer)
    return score


def _previous(scan: Scan, start: int) -> str:
    low, high = scan.manuscript.sentence_before(start)
    words = scan.low[max(low, high - 200) : high]
    return "" if "\n\n" in words[-3:] else words


def _kinds_above(scan: Scan, line: int) -> frozenset[Kind]:
    """Give the kinds of the label whose block of lines holds this one: a contact's card."""
    for label in reversed(scan.labels):
        if label.line <= line and label.is_known:
            gone = line - label.line
            holds = gone <= CARD_LINES and len(label.kinds) > 1
            return label.kinds if holds else frozenset()
    return frozenset()


def _is_elsewhere(scan: Scan, near: str, contact: Contact) -> bool:
    nearest = near[-140:]
    if REGISTERS.search(nearest[-80:]):
        return False
    if ELSEWHERE.search(nearest) or OTHER_MATTER.search(nearest[-60:]):
        return True
    return bool(ELSEWHERE.search(scan.heading_above(contact.start)))


def _name(scan: Scan, contact: Contact | None) -> Finding[str]:
    """Give the person named just before the address or number."""
    if contact is None:
        return absent()
    start = max(0, contact.start - 160)
    window = scan.text[start : contact.start]
    named = [one for one in persons.NAME.finditer(window) if persons.is_name(one[0])]
    if not named or NEW_SENTENCE.search(window[named[-1].end() :]):
        return absent()
    last = named[-1]
    return found(last[0], scan.span(start + last.start(), start + last.end()))
