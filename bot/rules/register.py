"""What may stand about an association. Knows texts and their limits, never who wrote them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from bot.rules.importing import Entry, Field, folded

LIMITS: Mapping[Field, int] = {
    Field.NAME: 100,
    Field.KIND: 40,
    Field.MUNICIPALITY: 60,
    Field.ALIASES: 100,
    Field.LANGUAGES: 40,
    Field.GROUPS: 60,
    Field.CONTACT: 100,
    Field.PHONE: 40,
    Field.EMAIL: 200,
}
"""Characters of each; of one name, language or group where there may be several."""
MOST_LANGUAGES = 10
_NUMBER = re.compile(r"[+(]?\d[\d\s()/.,+-]{4,}")
_DIGITS = 5
"""Fewer make no telephone number."""
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class No(StrEnum):
    """Why something cannot stand there."""

    EMPTY = "empty"
    LONG = "long"
    NOT_A_NUMBER = "not_a_number"
    NOT_AN_ADDRESS = "not_an_address"
    TAKEN = "taken"
    """Another association goes by that name."""


def written(field: Field, text: str) -> str | No:
    """Give the text as it may stand, or why it may not."""
    clean = " ".join(text.split())
    if not clean:
        return No.EMPTY
    if len(clean) > LIMITS[field]:
        return No.LONG
    if field == Field.PHONE and not _NUMBER.fullmatch(clean):
        return No.NOT_A_NUMBER
    if field == Field.EMAIL and not _ADDRESS.fullmatch(clean):
        return No.NOT_AN_ADDRESS
    return clean


def sound(listed: Iterable[Entry]) -> list[Entry]:
    """Leave out of a list what cannot be a telephone number or an e-mail address.

    More is let through than when it is written by hand: words beside a number are kept.
    """
    return [_sound(one) for one in listed]


def _sound(entry: Entry) -> Entry:
    faulty = {kind: text for kind, text in entry.texts.items() if _is_faulty(kind, text)}
    kept = {kind: text for kind, text in entry.texts.items() if kind not in faulty}
    return replace(entry, texts=kept, faulty=faulty)


def _is_faulty(field: Field, text: str) -> bool:
    if field == Field.PHONE:
        return sum(map(str.isdecimal, text)) < _DIGITS
    return field == Field.EMAIL and not _ADDRESS.search(text)


def languages(text: str) -> list[str] | No:
    """Read languages with commas between, each once."""
    read = [written(Field.LANGUAGES, part) for part in re.split(r"[,;/]", text)]
    if No.LONG in read or len(read) > MOST_LANGUAGES:
        return No.LONG
    named = {folded(one): str(one) for one in read if not isinstance(one, No)}
    return list(named.values()) or No.EMPTY


def kinds(own: Iterable[str], used: Iterable[str]) -> list[str]:
    """The kinds to choose among: the network's own first, then others that are in use."""
    every: dict[str, str] = {}
    for kind in (*own, *used):
        every.setdefault(folded(kind), kind)
    return [kind for key, kind in every.items() if key]


def named(text: str) -> list[str]:
    """Read the network's own kinds, with commas between."""
    return [kind for part in text.split(",") if (kind := " ".join(part.split()))]


def code(kind: str) -> str:
    """Give what a button carries in the place of a kind, whose name may be too long for it."""
    return f"{zlib.crc32(folded(kind).encode()):08x}"
