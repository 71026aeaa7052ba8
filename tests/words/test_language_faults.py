"""A folder in which something is wrong: it is told, and nobody reads a broken sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import config, languages
from bot.config import Settings
from bot.config_problem import ConfigProblem
from bot.languages import Cause, Fault
from bot.words import catalogues
from bot.words.texts import LANGUAGES, Texts
from bot.words.views import languages as views
from bot.words.views import operator
from tests.words.tongues import SATURDAY, SEATS, Shelf, found, plural, sentence, words


@pytest.mark.parametrize(
    ("cause", "facts"),
    [
        (Cause.BAD_FACTS, "name = kastanj\n"),
        (Cause.UNKNOWN_KEY, 'namn = "kastanj"\n'),
        (Cause.UNKNOWN_KEY, '[patterns]\ndatum = "{day}"\n'),
        (Cause.WRONG_VALUE, "name = 7\n"),
        (Cause.WRONG_VALUE, 'name = "  "\n'),
        (Cause.WRONG_VALUE, "place = true\n"),
        (Cause.WRONG_VALUE, 'months = ["a", "b"]\n'),
        (Cause.WRONG_VALUE, 'weekdays = ["a", "b", "c", "d", "e", "f", 7]\n'),
        (Cause.WRONG_VALUE, 'patterns = "x"\n'),
        (Cause.WRONG_VALUE, '[patterns]\nday = "{weekday}"\n'),
        (Cause.WRONG_VALUE, '[patterns]\nday = "{day} {month} {secret}"\n'),
        (Cause.WRONG_VALUE, '[patterns]\nday = "{day.__class__} {month}"\n'),
        (Cause.WRONG_VALUE, '[patterns]\nday = "{day!r} {month}"\n'),
        (Cause.WRONG_VALUE, '[patterns]\nday = "{day:>9000} {month}"\n'),
        (Cause.WRONG_VALUE, '[patterns]\nday = "{day} {month"\n'),
        (Cause.WRONG_VALUE, "[patterns]\nday = 7\n"),
        (Cause.UNKNOWN_FALLBACK, 'fallback = "klingon"\n'),
        (Cause.UNKNOWN_FALLBACK, 'fallback = "../sv"\n'),
        (Cause.BAD_PLURAL, 'plural = "nplurals=2; plural=(import os);"\n'),
        (Cause.BAD_PLURAL, 'plural = "nplurals=2; plural=n;"\n'),
        (Cause.BAD_PLURAL, 'plural = "many"\n'),
        (Cause.CIRCULAR_FALLBACK, 'fallback = "qaa"\n'),
    ],
)
def test_a_wrong_fact_is_told_and_left_out_f19(shelf: Shelf, cause: Cause, facts: str) -> None:
    """The language is spoken all the same, and each of its days can be written."""
    shelf.adds("qaa", sentence("meeting", "Register", "Mi ven"), facts)

    assert [cause] == found("qaa")
    assert "Mi ven" == words("qaa").say("meeting", "Register")
    assert "lördag 13\u00a0februari" == words("qaa").day(SATURDAY)


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (Cause.WRONG_SENTENCES, "{gooing}, {n} kvar"),
        (Cause.WRONG_SENTENCES, "{going.__class__}, {n} kvar"),
        (Cause.WRONG_SENTENCES, "{going!r} {n}"),
        (Cause.WRONG_SENTENCES, "{going"),
        (Cause.WRONG_SENTENCES, "<b>{going} {n}"),
        (Cause.WRONG_SENTENCES, "{going} < {n}"),
        (Cause.MISSING_PLURALS, ""),
    ],
)
def test_a_sentence_that_would_break_is_said_in_swedish_f17_f19(
    shelf: Shelf, cause: Cause, said: str
) -> None:
    """One wrong sentence falls back by itself; its neighbours are spoken."""
    good = sentence("meeting", "Register", "Mi ven")
    shelf.adds("qaa", plural("meeting", SEATS, ("{going} en", said)) + good)
    w = words("qaa")

    assert [cause] == found("qaa")
    assert "Alla, 2 platser kvar" == w.many("meeting", *SEATS, 2, going="Alla")
    assert "Mi ven" == w.say("meeting", "Register")


@pytest.mark.parametrize(
    "body",
    [
        'msgctxt "meeting"\nmsgid "Regis',
        "msgid hej\n",
        "msgstr \n\nmsgid",
        plural("x", SEATS, ("",) * 4),
    ],
)
def test_a_catalogue_with_a_syntax_error_is_not_offered_f19(shelf: Shelf, body: str) -> None:
    """Nobody can choose it, and whoever had chosen it reads Swedish."""
    shelf.adds("qaa", body)

    assert [Cause.BAD_CATALOGUE] == found("qaa")
    assert "qaa" not in LANGUAGES
    assert 3 == len(LANGUAGES)
    assert "sv" == Texts("qaa").language
    with pytest.raises(KeyError):
        LANGUAGES["qaa"]


def test_fallbacks_that_go_round_end_in_swedish_f19(shelf: Shelf) -> None:
    """Each of the ring is told; one that only leads into it is not to blame."""
    for tag, other in (("qaa", "qab"), ("qab", "qaa"), ("qac", "qaa")):
        shelf.adds(tag, facts=f'fallback = "{other}"\n')

    assert ("qac", "qaa", "qab", "sv") == languages.chain("qac")
    assert [[Cause.CIRCULAR_FALLBACK], [Cause.CIRCULAR_FALLBACK], []] == [
        found(tag) for tag in ("qaa", "qab", "qac")
    ]
    assert "Anmäl mig" == words("qac").say("meeting", "Register")


def test_a_folder_that_is_no_language_is_told(shelf: Shelf) -> None:
    """A name that is no tag, and a folder without a catalogue."""
    (shelf.folder / "Mitt språk").mkdir()
    (shelf.folder / "qaa").mkdir()
    (shelf.folder / ".git").mkdir()
    (shelf.folder / "LÄSMIG.txt").touch()

    assert {"Mitt språk": Cause.FOLDER_NAME, "qaa": Cause.NO_CATALOGUE} == {
        tag: told[0].cause for tag, told in catalogues.examined().items() if told
    }


def test_without_any_folder_the_sources_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken installation can still say what is wrong, in English."""
    monkeypatch.setattr(languages, "FOLDER", tmp_path / "none")

    assert "Register" == Texts("sv").say("meeting", "Register")
    assert [] == list(LANGUAGES)


def test_the_networks_language_must_have_a_folder(shelf: Shelf, tmp_path: Path) -> None:
    """An added language can be the network's own; another is refused with those there are."""
    shelf.adds("qaa")
    file = tmp_path / "config.toml"
    file.write_text('[network]\nlanguage = "qaa"\n', "utf-8")
    chosen = config.load(file)
    file.write_text('[network]\nlanguage = "qab"\n', "utf-8")
    refused = config.load(file)

    assert isinstance(chosen, Settings)
    assert isinstance(refused, ConfigProblem)
    assert "qaa" == chosen.network.language
    assert operator.problem(Texts("sv"), refused).endswith(
        "network.language måste vara ett språk som har en mapp i locales,"
        ' "en", "fi", "qaa", "sv", men är "qab".'
    )


@pytest.mark.parametrize("language", ["sv", "en", "fi"])
@pytest.mark.parametrize("cause", Cause)
def test_every_fault_has_words(cause: Cause, language: str) -> None:
    """Whoever runs the bot reads which folder it is, and what people meet instead."""
    for detail in ("R&D <1>", "patterns.day", "patterns.list_last", ""):
        said = views.fault(Texts(language), Fault("qaa", cause, detail, 2))

        assert "qaa: " in said
        assert "&amp;" not in said
