"""How each language writes days, clocks and lists: its own way, else CLDR's, else its fallback's.

Babel is asked for names of months and weekdays only, and not believed where it has none: for
South Sami it would say "M02" and "Sat".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.localedata import LocaleDataDict, exists, load

from bot import languages
from bot.languages import Language


@dataclass(frozen=True, slots=True)
class Manner:
    """How one language writes a day, a clock and a list; see `languages.PATTERNS`."""

    name: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """From Monday on, each as it stands alone."""
    patterns: Mapping[str, str]


def manner(tag: str) -> Manner:
    """Lay a language's ways over those it falls back to."""
    return _manner(languages.FOLDER, tag)


@cache
def _manner(_folder: Path, tag: str) -> Manner:
    chain = [languages.language(one) for one in languages.chain(tag)]
    patterns: dict[str, str] = {}
    for one in reversed(chain):
        patterns |= one.patterns
    return Manner(
        name=chain[0].name or _own_name(tag),
        months=_first(chain, _months),
        weekdays=_first(chain, _weekdays),
        patterns={**PLAIN, **patterns},
    )


# Only what people write themselves stands between hours: a joint that nobody sees, put there to
# keep a line together, would follow along when they copy and hide the hour when they search.
PLAIN = {
    "day": "{weekday} {day}\u00a0{month}",
    "day_with_year": "{weekday} {day}\u00a0{month} {year}",
    "clock": "{hour}.{minute}",
    "at": "{clock}",
    "span": "{start}\u2013{end}",
    "when": "{day} {clock}",
    "list_between": ", ",
    "list_last": ", ",
}
"""The last resort, so that a day is always written."""


def _first(chain: list[Language], names: Callable[[Language], tuple[str, ...]]) -> tuple[str, ...]:
    return next((found for one in chain if (found := names(one))), ())


def _months(language: Language) -> tuple[str, ...]:
    return language.months or _from_cldr(language, "months", "format")


def _weekdays(language: Language) -> tuple[str, ...]:
    # Standing alone, for Finnish would else say "on Monday".
    return language.weekdays or _from_cldr(language, "days", "stand-alone")


def _from_cldr(language: Language, kind: str, context: str) -> tuple[str, ...]:
    """Give the names CLDR has; none for a language it does not know, or only holds a place for."""
    told = _cldr(language.formats or language.tag)
    if told is None:
        return ()
    found = dict(told[kind][context]["wide"])
    # What CLDR gives for a language it has nothing for.
    nowhere = dict(load("root")[kind]["format"]["wide"])
    if any(found[place] == nowhere[place] for place in found):
        return ()
    return tuple(str(found[place]) for place in sorted(found))


def _cldr(tag: str) -> LocaleDataDict | None:
    """Give what CLDR says of a language; None when it knows none by this tag."""
    name = tag.replace("-", "_")
    try:
        # Only an unusual tag needs Babel's own search, which fetches names of the whole world.
        known = name if exists(name) else str(Locale.parse(name))
        found: Any = load(known)
    except (UnknownLocaleError, ValueError):
        return None
    return LocaleDataDict(found)


def _language_name(reader: str, tag: str) -> str:
    """Name a language as a reader's calls it; empty when CLDR does not know."""
    told = _cldr(reader)
    return str(told["languages"].get(tag.partition("-")[0], "")) if told else ""


def _own_name(tag: str) -> str:
    """Name a language in itself, or by its tag when nobody knows its name."""
    return _language_name(tag, tag) or tag


def name_in(reader: str, tag: str) -> str:
    """Name a language in the reader's, as CLDR does, else in itself."""
    for one in languages.chain(reader):
        if found := _language_name(languages.language(one).formats or one, tag):
            return found
    return manner(tag).name
