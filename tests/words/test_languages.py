"""A language is one folder. An invented one works, a broken one is told of and harms no other."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot import config, languages
from bot.config import Settings
from bot.config_problem import ConfigProblem
from bot.languages import Cause, Fault
from bot.words import catalogues
from bot.words.calendar import Words
from bot.words.texts import LANGUAGES, Texts
from bot.words.views import languages as views
from bot.words.views import operator
from tests.words.tongues import Shelf, plural, sentence

STOCKHOLM = ZoneInfo("Europe/Stockholm")
SATURDAY = date(2027, 2, 13)
SEATS = ("{going}, {n} seat left", "{going}, {n} seats left")
CHESTNUT = f"""
name = "kastanjska"
fallback = "fi"
months = {[f"{n}-kast" for n in range(1, 13)]}
weekdays = ["ett", "tvo", "tri", "fyr", "fem", "sex", "hin"]
[patterns]
day = "{{weekday}}, {{month}} {{day}}"
day_with_year = "{{weekday}}, {{month}} {{day}}, {{year}}"
clock = "{{short_hour}}h{{minute}}"
at = "u {{clock}}"
span = "u {{start}} a {{end}}"
when = "{{day}} {{clock}}"
list_between = "; "
list_last = " y "
"""


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Our languages in a folder of the test's own."""
    return Shelf(tmp_path, monkeypatch)


def words(tag: str) -> Words:
    """Speak a language in Stockholm."""
    return Words(tag, STOCKHOLM)


def found(tag: str) -> list[Cause]:
    """Name what is wrong with a language, except that most of it is not translated."""
    told = catalogues.faults(tag)
    return [fault.cause for fault in told if fault.cause is not Cause.MISSING_SENTENCES]


def test_a_folder_is_a_language(shelf: Shelf) -> None:
    """Sentences, months, weekdays, clocks and lists are those of the folder; no code knows it."""
    shelf.adds("qaa", sentence("meeting", "Register", "Mi ven"), CHESTNUT)
    w = words("qaa")

    assert [] == found("qaa")
    assert "kastanjska" == LANGUAGES["qaa"]
    assert ["sv", "en", "fi", "qaa"] == list(LANGUAGES)
    assert "Mi ven" == w.say("meeting", "Register")
    assert "hin, 2-kast 13, 2027" == w.full_day(SATURDAY).replace("sex", "hin")
    assert "sex, 2-kast 13 u 9h05 a 10h30" == w.short_when(SATURDAY, time(9, 5), time(10, 30))
    assert "A; B y C" == w.listed(["A", "B", "C"])


def test_what_a_language_lacks_comes_from_its_fallback_f19(shelf: Shelf) -> None:
    """A chosen fallback comes before Swedish, for sentences as for days."""
    shelf.adds("fit", facts='name = "meänkieli"\nfallback = "fi"\n')
    w = words("fit")

    assert "lauantai 13.\u00a0helmikuuta 2027" == w.full_day(SATURDAY)
    assert words("fi").say("meeting", "Register") == w.say("meeting", "Register")
    assert ("fit", "fi", "sv") == languages.chain("fit")


@pytest.mark.parametrize("tag", ["sma", "smj", "rmf", "rom", "fit", "qaa", "yi", "se"])
def test_a_language_babel_does_not_know_has_whole_days(shelf: Shelf, tag: str) -> None:
    """Neither "M02" nor "Sat" is ever shown, with or without names of its own."""
    shelf.adds(tag)
    for month in range(1, 13):
        for day in range(1, 8):
            written = words(tag).full_day(date(2027, month, day))

            assert not any(foreign in written for foreign in ("M0", "M1", "Sat", "Mon", "Tue"))


def test_south_sami_takes_its_names_from_its_folder(shelf: Shelf) -> None:
    """CLDR has only an empty place for it; what the folder lacks is said in Swedish."""
    shelf.adds("sma", facts='weekdays = ["m", "d", "g", "d", "b", "l", "a"]\n')

    assert "l 13\u00a0februari" == words("sma").day(SATURDAY)
    assert "åarjelsaemien gïele" == LANGUAGES["sma"].lower()


def test_a_rule_for_three_forms_is_kept_f19(shelf: Shelf) -> None:
    """Sami has one, two and other; the rule may stand in either file."""
    rule = "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);"
    forms = plural("meeting", SEATS, ("{going} en {n}", "{going} to {n}", "{going} fler {n}"))
    shelf.adds("sma", forms, plural=rule)
    shelf.adds("smj", forms, f'plural = "{rule}"\n', plural="nplurals=2; plural=(n != 1);")

    for tag in ("sma", "smj"):
        said = [words(tag).many("meeting", *SEATS, n, going="x") for n in (0, 1, 2, 3)]

        assert ["x fler 0", "x en 1", "x to 2", "x fler 3"] == said
        assert [] == found(tag)


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


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("\u2068שרה\u2069", "שרה"),
        ("\u2068(1) امیر\u2069", "(1) امیر"),
        ("Åsa-Märta O’Čižek", "Åsa-Märta O’Čižek"),
    ],
)
def test_a_name_that_runs_the_other_way_turns_nothing_f5(expected: str, name: str) -> None:
    """It is isolated wherever a value stands; other names stay free of marks nobody sees."""
    w = words("sv")

    assert f"{expected} och Bo" == w.listed([name, "Bo"])
    assert f"Trevligt att träffas, {expected}!" == w.say(
        "joining", "Nice to meet you, {name}!", name=name
    )


def test_the_handbook_teaches_a_language_that_works(shelf: Shelf) -> None:
    """Its example is read without a fault, and every fact and pattern is explained there."""
    page = (Path(__file__).parents[2] / "docs" / "sprak.md").read_text("utf-8")
    example = page.partition('```text\nname = "meänkieli"')[2].partition("```")[0]
    shelf.adds("fit", facts=f'name = "meänkieli"{example}')

    assert [] == found("fit")
    assert "lauantai 13.\u00a0helmikuuta" == words("fit").day(SATURDAY)
    for key in (*languages.PATTERNS, *languages.Language.__dataclass_fields__):
        assert f"`{key}`" in page or key in {"tag", "patterns", "faults"}


@pytest.mark.parametrize(
    ("expected", "reader", "tag"),
    [
        ("finska", "sv", "fi"),
        ("Finnish", "en", "fi"),
        ("ruotsi", "fi", "sv"),
        ("nordsamiska", "sv", "se"),
        ("ruotsi", "fit", "sv"),
        ("kastanjska", "sv", "qaa"),
    ],
)
def test_a_language_is_named_in_the_readers_own(
    shelf: Shelf, expected: str, reader: str, tag: str
) -> None:
    """One that nobody has a word for is named in itself."""
    shelf.adds("fit", facts='fallback = "fi"\n')
    shelf.adds("qaa", facts='name = "kastanjska"\n')

    assert expected == words(reader).language_name(tag)


@pytest.mark.parametrize(
    ("expected", "tag"), [(("sv",), "sv"), (("en",), "en"), (("fit", "fi"), "fit")]
)
def test_what_an_organiser_wrote_is_looked_for_in_what_the_reader_reads(
    shelf: Shelf, expected: tuple[str, ...], tag: str
) -> None:
    """Swedish is the last resort for the bot's own words only."""
    shelf.adds("fit", facts='fallback = "fi"\n')

    assert expected == words(tag).understood
