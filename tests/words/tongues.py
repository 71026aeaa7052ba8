"""A shelf of languages for a test: ours, and invented ones that a test writes beside them."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot import languages
from bot.languages import Cause
from bot.words import catalogues
from bot.words.calendar import Words

if TYPE_CHECKING:
    import pytest

STOCKHOLM = ZoneInfo("Europe/Stockholm")
SATURDAY = date(2027, 2, 13)
SEATS = ("{going}, {n} seat left", "{going}, {n} seats left")
OURS = languages.FOLDER
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
PLURAL = '"Plural-Forms: {}\\n"\n'


class Shelf:
    """A folder of languages that the code reads in place of ours, while a test goes on."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Copy our own languages there."""
        self.folder = folder / "locales"
        self._monkeypatch = monkeypatch
        shutil.copytree(OURS, self.folder)
        monkeypatch.setattr(languages, "FOLDER", self.folder)

    def begins_anew(self) -> None:
        """Move the shelf, for a folder is read once, when the bot starts."""
        self.folder = self.folder.rename(f"{self.folder}-")
        self._monkeypatch.setattr(languages, "FOLDER", self.folder)

    def adds(self, tag: str, sentences: str = "", facts: str = "", plural: str = "") -> None:
        """Write a language: the body of its catalogue, its language.toml and its plural rule."""
        place = self.folder / tag / "LC_MESSAGES"
        place.mkdir(parents=True, exist_ok=True)
        header = HEADER + (PLURAL.format(plural) if plural else "")
        (place / "bot.po").write_text(f"{header}\n{sentences}", "utf-8")
        if facts:
            (self.folder / tag / languages.FACTS).write_text(facts, "utf-8")
        self.begins_anew()

    def takes_away(self, tag: str) -> None:
        """Remove a language."""
        shutil.rmtree(self.folder / tag)
        self.begins_anew()


def sentence(context: str, source: str, said: str) -> str:
    """Write one sentence as a catalogue holds it."""
    return f'msgctxt "{context}"\nmsgid "{source}"\nmsgstr "{said}"\n\n'


def plural(context: str, sources: tuple[str, str], forms: tuple[str, ...]) -> str:
    """Write one sentence with its plural forms."""
    said = "".join(f'msgstr[{place}] "{form}"\n' for place, form in enumerate(forms))
    one, many = sources
    return f'msgctxt "{context}"\nmsgid "{one}"\nmsgid_plural "{many}"\n{said}\n'


def words(tag: str) -> Words:
    """Speak a language in Stockholm."""
    return Words(tag, STOCKHOLM)


def found(tag: str) -> list[Cause]:
    """Name what is wrong with a language, except that most of it is not translated."""
    told = catalogues.faults(tag)
    return [fault.cause for fault in told if fault.cause is not Cause.MISSING_SENTENCES]
