"""What was read of a catalogue is kept beside it, and believed only as long as it is true."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.languages import Cause
from bot.words import catalogues
from bot.words.catalogues import Book
from tests.words.tongues import Shelf, plural, sentence

REGISTER = sentence("meeting", "Register", "Mi ven")
SEATS = plural("meeting", ("{n} seat", "{n} seats"), ("{n} sti", "{n} stin"))
BROKEN = sentence("meeting", "Hello {name}", "Hei {nam}")


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A folder of our own, in which Python may keep what it has read."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return Shelf(tmp_path, monkeypatch)


def _starts(shelf: Shelf) -> Book:
    """Read the language as a process does that has just begun."""
    shelf.begins_anew()
    return catalogues.book("qaa")


def _says(book: Book) -> tuple[str, str, str]:
    said = book.sentences
    return (
        said.pgettext("meeting", "Register"),
        said.npgettext("meeting", "{n} seat", "{n} seats", 1),
        said.npgettext("meeting", "{n} seat", "{n} seats", 2),
    )


def test_the_next_start_says_the_same_f19(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept needs no reading, and holds what was wrong too."""
    shelf.adds("qaa", REGISTER + SEATS + BROKEN)
    first = _starts(shelf)
    monkeypatch.setitem(sys.modules, "babel.messages.pofile", None)

    again = _starts(shelf)

    assert _says(first) == _says(again) == ("Mi ven", "{n} sti", "{n} stin")
    assert [Cause.WRONG_SENTENCES] == [fault.cause for fault in again.faults]
    assert first.faults == again.faults
    assert first.sentences.keys == again.sentences.keys


def test_a_changed_catalogue_is_read_anew_f19(shelf: Shelf) -> None:
    """Nobody has to know that anything is kept."""
    shelf.adds("qaa", REGISTER + SEATS)
    _starts(shelf)
    shelf.adds("qaa", REGISTER.replace("Mi ven", "Mi kom") + SEATS)

    assert _says(_starts(shelf))[0] == "Mi kom"


@pytest.mark.parametrize("torn", ["", "{", "[]", "null"])
def test_what_was_torn_is_read_anew_f19(shelf: Shelf, torn: str) -> None:
    """A power cut while it was written costs a little time."""
    shelf.adds("qaa", REGISTER + SEATS)
    _starts(shelf)
    [file] = shelf.folder.glob("qaa/LC_MESSAGES/__pycache__/*.json")
    file.write_text(torn, "utf-8")

    assert _says(_starts(shelf))[0] == "Mi ven"


def test_a_folder_that_cannot_be_written_costs_only_time_f19(shelf: Shelf) -> None:
    """What cannot be kept is read at every start."""
    shelf.adds("qaa", REGISTER + SEATS)
    (shelf.folder / "qaa" / "LC_MESSAGES" / "__pycache__").write_text("", "utf-8")

    assert _says(_starts(shelf)) == _says(_starts(shelf)) == ("Mi ven", "{n} sti", "{n} stin")
