"""How each language writes days, clocks and lists: its own way, else CLDR's, else its fallback's.

Babel is asked for names of months and weekdays only, and not believed where it has none: for
South Sami it would say "M02" and "Sat".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.localedata import load

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
    locale = _locale(language.formats or language.tag)
    if locale is None:
        return ()
    found = dict(getattr(locale, kind)[context]["wide"])
    # What CLDR gives for a language it has nothing for.
    nowhere = dict(load("root")[kind]["format"]["wide"])
    if any(found[place] == nowhere[place] for place in found):
        return ()
    return tuple(str(found[place]) for place in sorted(found))


def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


def _own_name(tag: str) -> str:
    """Name a language in itself, or by its tag when nobody knows its name."""
    locale = _locale(tag)
    return (locale.get_language_name(tag) if locale else None) or tag


def name_in(reader: str, tag: str) -> str:
    """Name a language in the reader's, as CLDR does, else in itself."""
    for one in languages.chain(reader):
        locale = _locale(languages.language(one).formats or one)
        if locale is not None and (found := locale.languages.get(tag.partition("-")[0])):
            return str(found)
    return manner(tag).name
