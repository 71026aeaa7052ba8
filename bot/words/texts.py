"""Finds the words for a sentence in the reader's language. Knows the catalogues, nobody else.

Sources are plain English with a context; a missing sentence falls back to Swedish.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Sequence
from functools import cache
from html import escape, unescape
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.rules import lengths

CATALOGUES = Path(__file__).resolve().parents[2] / "locales"
LANGUAGES = {"sv": "svenska", "en": "English", "fi": "suomi"}
"""The languages we speak, each named in itself."""
FIRST = "sv"
TAG = re.compile("<[^>]*>")


class Html(str):
    """Text that is already safe as Telegram's HTML."""

    __slots__ = ()


def shown(value: object) -> Html:
    """Make a value safe to show; what is already `Html` is left as it is."""
    return value if isinstance(value, Html) else Html(escape(str(value), quote=False))


@cache
def catalogue(language: str) -> gettext.GNUTranslations:
    """Compile a language's catalogue in memory; raises FileNotFoundError for one we lack."""
    path = CATALOGUES / language / "LC_MESSAGES" / "bot.po"
    with path.open("rb") as source:
        translations = compiled(read_po(source, locale=language))
    if language != FIRST:
        translations.add_fallback(catalogue(FIRST))
    return translations


def compiled(catalogue: Catalog) -> gettext.GNUTranslations:
    """Compile the sentences that are translated; what is empty or guessed is left out."""
    for message in list(catalogue):
        # Babel would put the source in the place of an empty plural.
        if message.pluralizable and not all(message.string or ()):
            catalogue.delete(message.id, message.context)
    whole = BytesIO()
    write_mo(whole, catalogue)
    whole.seek(0)
    return gettext.GNUTranslations(whole)


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


def quoted(text: object) -> Html:
    """Set as a quote (Bot API, blockquote); a quote within it is opened up, for none may nest."""
    inner = re.sub("</?blockquote[^>]*>", "", shown(text))
    return Html(f"<blockquote>{inner}</blockquote>")


def folded(text: object) -> Html:
    """Set as a quote that opens when tapped (Bot API, expandable blockquote)."""
    return Html(f"<blockquote expandable>{shown(text)}</blockquote>")
