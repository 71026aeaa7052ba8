"""Which languages there are: one folder in locales/ for each, found when they are asked for.

Knows folders and the small language.toml in them; never the sentences, nor how a fault is worded.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from functools import cache
from pathlib import Path
from string import Formatter

FOLDER = Path(__file__).resolve().parents[1] / "locales"
FIRST = "sv"
"""The language that every other falls back to in the end."""
FACTS = "language.toml"
TAG = re.compile("[a-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,2}")
"""A language as BCP 47 writes it, short enough for a button's token."""
MONTHS, WEEKDAYS = 12, 7
LAST = 1_000
"""The place among the choices of a language that does not say its own."""
PATTERNS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "day": (frozenset({"day", "month"}), frozenset({"weekday"})),
    "day_with_year": (frozenset({"day", "month", "year"}), frozenset({"weekday"})),
    "clock": (frozenset({"minute"}), frozenset({"hour", "short_hour"})),
    "at": (frozenset({"clock"}), frozenset()),
    "span": (frozenset({"start", "end"}), frozenset()),
    "when": (frozenset({"day", "clock"}), frozenset()),
    "list_between": (frozenset(), frozenset()),
    "list_last": (frozenset(), frozenset()),
}
"""The patterns a language may set: what each must hold, and what it may hold too."""


class Cause(StrEnum):
    """What is wrong with a language's folder."""

    FOLDER_NAME = auto()
    NO_CATALOGUE = auto()
    BAD_FACTS = auto()
    UNKNOWN_KEY = auto()
    WRONG_VALUE = auto()
    UNKNOWN_FALLBACK = auto()
    CIRCULAR_FALLBACK = auto()
    BAD_CATALOGUE = auto()
    BAD_PLURAL = auto()
    WRONG_SENTENCES = auto()
    MISSING_PLURALS = auto()
    MISSING_SENTENCES = auto()


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a language; the rest of it, and every other language, works."""

    tag: str
    cause: Cause
    detail: str = ""
    """The key, the line, the other language or the first sentence it is about."""
    count: int = 0
    """How many sentences it is about."""


@dataclass(frozen=True, slots=True)
class Language:
    """What a folder says of its language; what is empty comes from CLDR or from the fallback."""

    tag: str
    name: str = ""
    """The language's name in itself."""
    fallback: str = FIRST
    place: int = LAST
    formats: str = ""
    """The CLDR locale whose months and weekdays it uses, where that is not its own tag."""
    plural: str = ""
    """A plural rule as in a catalogue's Plural-Forms, where that is not to be changed."""
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    """From Monday on."""
    patterns: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def tags(folder: Path | None = None) -> tuple[str, ...]:
    """Name the folders that may hold a language, in no order of importance."""
    return _tags(folder or FOLDER)


@cache
def _tags(folder: Path) -> tuple[str, ...]:
    return tuple(
        one.name for one in _folders(folder) if TAG.fullmatch(one.name) and _has_catalogue(one)
    )


def _folders(folder: Path) -> list[Path]:
    """List what people put there; a hidden folder, or one of Python's own, is none of ours."""
    if not folder.is_dir():
        return []
    return sorted(
        one for one in folder.iterdir() if one.is_dir() and not one.name.startswith((".", "__"))
    )


def _has_catalogue(folder: Path) -> bool:
    return (folder / "LC_MESSAGES" / "bot.po").is_file()


def misplaced() -> tuple[Fault, ...]:
    """Find the folders that are no language, with why."""
    return tuple(
        Fault(one.name, Cause.NO_CATALOGUE if TAG.fullmatch(one.name) else Cause.FOLDER_NAME)
        for one in _folders(FOLDER)
        if one.name not in tags()
    )


def language(tag: str) -> Language:
    """Read what the folder says; what is wrong there is left out and told in `faults`."""
    return _language(FOLDER, tag)


@cache
def _language(folder: Path, tag: str) -> Language:
    try:
        given = tomllib.loads((folder / tag / FACTS).read_text("utf-8-sig"))
    except FileNotFoundError:
        return Language(tag)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Language(tag, faults=(Fault(tag, Cause.BAD_FACTS, str(error)),))
    read, faults = _sound(tag, given)
    fallback = str(read.get("fallback", FIRST))
    if fallback not in _tags(folder):
        faults.append(Fault(tag, Cause.UNKNOWN_FALLBACK, fallback))
        read.pop("fallback", None)
    return Language(tag, **read, faults=tuple(faults))  # type: ignore[arg-type] # sound by now


def _sound(tag: str, given: Mapping[str, object]) -> tuple[dict[str, object], list[Fault]]:
    """Keep what can be used, and tell the rest."""
    read: dict[str, object] = {}
    faults: list[Fault] = []
    for key, value in given.items():
        if key == "patterns" and isinstance(value, dict):
            read[key], wrong = _sound_patterns(tag, value)
            faults += wrong
        elif key not in _KINDS:
            faults.append(Fault(tag, Cause.UNKNOWN_KEY, key))
        elif (kept := _KINDS[key](value)) is None:
            faults.append(Fault(tag, Cause.WRONG_VALUE, key))
        else:
            read[key] = kept
    return read, faults


def _sound_patterns(tag: str, given: Mapping[str, object]) -> tuple[dict[str, str], list[Fault]]:
    read: dict[str, str] = {}
    faults: list[Fault] = []
    for key, value in given.items():
        if key not in PATTERNS:
            faults.append(Fault(tag, Cause.UNKNOWN_KEY, f"patterns.{key}"))
        elif not isinstance(value, str) or not _fills(value, *PATTERNS[key]):
            faults.append(Fault(tag, Cause.WRONG_VALUE, f"patterns.{key}"))
        else:
            read[key] = value
    return read, faults


def _fills(pattern: str, needed: frozenset[str], allowed: frozenset[str]) -> bool:
    """Whether a pattern holds all it must and nothing it may not."""
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        return False
    if any(spec or conversion for _, _, spec, conversion in parts):
        return False
    named = {name for _, name, _, _ in parts if name is not None}
    return needed <= named <= needed | allowed


def _text(value: object) -> str | None:
    whole = " ".join(value.split()) if isinstance(value, str) else ""
    return whole if 0 < len(whole) <= LONGEST else None


LONGEST = 200
"""Characters of any one fact, which are far more than a name or a rule needs."""


def _place(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _names(count: int, value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list) or len(value) != count:
        return None
    named = [_text(one) for one in value]
    return tuple(str(one) for one in named) if all(named) else None


_KINDS: Mapping[str, Callable[[object], object]] = {
    "name": _text,
    "fallback": _text,
    "formats": _text,
    "plural": _text,
    "place": _place,
    # Only a section of patterns is one.
    "patterns": lambda _: None,
    "months": lambda value: _names(MONTHS, value),
    "weekdays": lambda value: _names(WEEKDAYS, value),
}


def chain(tag: str) -> tuple[str, ...]:
    """Give the languages to look in, this one first and the last resort last."""
    walked = tuple(_walk(tag))
    return walked if FIRST in walked else (*walked, FIRST)


def _walk(tag: str) -> Iterator[str]:
    """Follow the fallbacks until one has been seen."""
    seen: set[str] = set()
    while tag not in seen:
        yield tag
        seen.add(tag)
        tag = FIRST if tag == FIRST else language(tag).fallback


def circular(tag: str) -> tuple[Fault, ...]:
    """Tell when the fallbacks of a language lead round to itself and never to the first one."""
    walked = list(_walk(tag))
    if tag == FIRST or FIRST in walked or language(walked[-1]).fallback != tag:
        return ()
    return (Fault(tag, Cause.CIRCULAR_FALLBACK, " → ".join([*walked, tag])),)
