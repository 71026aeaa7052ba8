"""Says in another language what a script says in Swedish, by finding the sentence it came from.

Knows the catalogues from the other side; only the demonstration's story needs it.
"""

from __future__ import annotations

import re
from functools import cache
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from bot import languages
from bot.words import catalogues

Key = tuple[str, tuple[str, ...]]


class Interpreter:
    """Says Swedish labels in one language."""

    def __init__(self, language: str) -> None:
        """Choose the language to speak."""
        self._language = language

    @property
    def is_swedish(self) -> bool:
        """Whether there is nothing to interpret."""
        return self._language == languages.FIRST

    def said(self, swedish: str) -> list[str]:
        """Give every way a Swedish text may be said; itself where no sentence of ours says so."""
        if self.is_swedish:
            return [swedish]
        theirs = _sentences(self._language)
        found: dict[str, None] = {}
        for key, forms in _sentences(languages.FIRST).items():
            for said in filter(None, (_filled(form, swedish) for form in forms)):
                found |= {form.format(**said): None for form in theirs.get(key, ())}
        return list(found) or [swedish]


def _filled(form: str, said: str) -> dict[str, str] | None:
    """Find the values that make the sentence say this; None when it cannot."""
    match = _pattern(form).fullmatch(said)
    return {"": ""} | match.groupdict() if match else None


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """Match what a sentence may become; one that is all value matches nothing else."""
    parts = list(Formatter().parse(form))
    if not any(text.strip() for text, *_ in parts):
        return re.compile(re.escape(form))
    seen: set[str] = set()
    whole = ""
    for text, name, *_ in parts:
        whole += re.escape(text)
        if name is not None:
            whole += f"(?P={name})" if name in seen else f"(?P<{name}>.+)"
            seen.add(name)
    return re.compile(whole)


@cache
def _sentences(language: str) -> dict[Key, tuple[str, ...]]:
    """Read every sentence of a language with its forms."""
    file = languages.FOLDER / language / "LC_MESSAGES" / "bot.po"
    with file.open("rb") as source:
        read: Catalog = read_po(source, locale=language)
    return {
        (message.context or "", catalogues.sources(message)): catalogues.written(message)
        for message in read
        if message.id
    }
