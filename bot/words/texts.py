"""Finds the words for a sentence in the reader's language. Knows the catalogues, nobody else.

Sources are plain English with a context; a missing sentence falls back to Swedish in the end.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from functools import cache
from html import escape, unescape
from pathlib import Path
from unicodedata import bidirectional

from bot import languages
from bot.rules import lengths
from bot.words import catalogues
from bot.words.manner import manner

FIRST = languages.FIRST
TAG = re.compile("<[^>]*>")
RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
"""The bidirectional classes of letters and digits that run the other way (Unicode, UAX 9)."""
FIRST_STRONG, POP = "\u2068", "\u2069"


class Spoken(Mapping[str, str]):
    """The languages we speak, each named in itself, in the order in which people choose."""

    def __getitem__(self, tag: str) -> str:
        """Name the language in itself."""
        if not catalogues.is_spoken(tag):
            raise KeyError(tag)
        return manner(tag).name

    def __iter__(self) -> Iterator[str]:
        """Give the tags: those with a place of their own first, then by name."""
        spoken = filter(catalogues.is_spoken, languages.tags())
        return iter(sorted(spoken, key=lambda tag: (languages.language(tag).place, self[tag])))

    def __len__(self) -> int:
        """Count them."""
        return sum(map(catalogues.is_spoken, languages.tags()))


LANGUAGES = Spoken()


class Html(str):
    """Text that is already safe as Telegram's HTML."""

    __slots__ = ()


def shown(value: object) -> Html:
    """Make a value safe to show; what is already `Html` is left as it is."""
    return value if isinstance(value, Html) else isolated(escape(str(value), quote=False))


def isolated(text: str) -> Html:
    """Keep a text that runs right to left from turning what stands beside it.

    Only such a text needs it, and any other stays free of marks that nobody sees and that would
    follow along when a list of names is copied.
    """
    turns = not text.isascii() and any(bidirectional(one) in RIGHT_TO_LEFT for one in set(text))
    return Html(f"{FIRST_STRONG}{text}{POP}" if turns and "\n" not in text else text)


def catalogue(language: str) -> gettext.NullTranslations:
    """Give a language's sentences; one it lacks is looked for in those it falls back to."""
    return _catalogue(languages.FOLDER, language)


@cache
def _catalogue(_folder: Path, language: str) -> gettext.NullTranslations:
    first, *rest = (catalogues.book(tag).sentences for tag in languages.chain(language))
    whole = copy(first)
    for translations in rest:
        whole.add_fallback(copy(translations))
    return whole


class Texts:
    """The sentences of one language."""

    def __init__(self, language: str) -> None:
        """Choose a language; one we do not speak becomes Swedish."""
        self.language = language if language in LANGUAGES else FIRST

    def say(self, context: str, message: str, **values: object) -> Html:
        """Give the sentence with its values made safe."""
        found = catalogue(self.language).pgettext(context, message)
        return _filled(found, values)

    def many(self, context: str, one: str, many: str, n: int, **values: object) -> Html:
        """Give the sentence in the form that `n` takes; `{n}` is filled in."""
        found = catalogue(self.language).npgettext(context, one, many, n)
        return _filled(found, {"n": n, **values})

    def plain(self, context: str, message: str, **values: object) -> str:
        """Give the sentence unmarked, for buttons, toasts and files, where HTML is not read."""
        return catalogue(self.language).pgettext(context, message).format(**values)

    def plain_many(self, context: str, one: str, many: str, n: int, **values: object) -> str:
        """Give the unmarked sentence in the form that `n` takes; `{n}` is filled in."""
        return catalogue(self.language).npgettext(context, one, many, n).format(n=n, **values)


def _filled(template: str, values: dict[str, object]) -> Html:
    return Html(template.format(**{name: shown(value) for name, value in values.items()}))


def lines(*given: str | None) -> Html:
    """Set sentences under each other; None is left out, an empty one makes a blank line."""
    return Html("\n".join(shown(line) for line in given if line is not None).strip())


def seen(html: str) -> str:
    """What people see of our own HTML, whose values are all escaped."""
    return unescape(TAG.sub("", html))


def within(room: int, given: Sequence[str]) -> list[Html]:
    """Keep the first lines that `room` UTF-16 units hold, with an ellipsis for the rest."""
    kept: list[Html] = []
    for line in map(shown, given):
        room -= lengths.units(seen(line)) + 1
        if room < 0:
            return [*kept, Html("…")]
        kept.append(line)
    return kept


def bold(text: object) -> Html:
    """Set in bold."""
    return Html(f"<b>{shown(text)}</b>")


def fixed(text: object) -> Html:
    """Set as a block that a tap puts on the clipboard (Bot API, pre)."""
    return Html(f"<pre>{shown(text)}</pre>")


def quoted(text: object) -> Html:
    """Set as a quote (Bot API, blockquote); a quote within it is opened up, for none may nest."""
    inner = re.sub("</?blockquote[^>]*>", "", shown(text))
    return Html(f"<blockquote>{inner}</blockquote>")


def folded(text: object) -> Html:
    """Set as a quote that opens when tapped (Bot API, expandable blockquote)."""
    return Html(f"<blockquote expandable>{shown(text)}</blockquote>")
