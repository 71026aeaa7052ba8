"""A language is one folder. An invented one works, a broken one is told of and harms no other."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from bot import languages
from bot.words.texts import LANGUAGES
from tests.words.tongues import SATURDAY, SEATS, Shelf, found, plural, sentence, words

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
