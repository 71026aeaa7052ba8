"""Whoever wrote a wrong setting is told the cause, the place and what would have been right."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bot.config_problem import Cause, ConfigProblem, Place, Wanted
from bot.config_values import Kind
from tests.settings_file import TOKEN, refused

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _silent_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.upper().startswith("SAMKLANG_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where this test keeps its settings."""
    return tmp_path / "config.toml"


@pytest.mark.parametrize(
    ("text", "setting", "line", "nearest"),
    [
        ("\n[telegram]\ntokn = 'x'", "telegram.tokn", 3, "token"),
        ("[telegram]\nlanguage = 'sv'", "telegram.language", 2, "network.language"),
        ("[quiet]\nbegins = '20:00'", "quiet.begins", 2, ""),
        ("retention.neds_days = 3", "retention.neds_days", 1, "needs_days"),
        ("delivery = { per_secnd = 3 }", "delivery.per_secnd", 1, "per_second"),
    ],
)
def test_an_unknown_key_is_refused_with_its_nearest(
    file: Path, text: str, setting: str, line: int, nearest: str
) -> None:
    """A misspelt key is never quietly ignored."""
    found = refused(file, text)

    assert (Cause.UNKNOWN_KEY, Place(file, line)) == (found.cause, found.place)
    assert (setting, nearest) == (found.setting, nearest)


def test_an_unknown_key_tells_what_may_stand_there(file: Path) -> None:
    """The keys are named as they are written in the file."""
    assert refused(file, "[quiet]\nbegins = '20:00'").allowed == ("from", "to")


def test_an_unknown_section_is_refused_with_its_nearest(file: Path) -> None:
    """A misspelt section, or a key that stands in none, is told where it belongs."""
    misspelt = refused(file, "[telegrm]\n")
    homeless = refused(file, f'# mine\ntoken = "{TOKEN}"')

    assert (Cause.UNKNOWN_SECTION, "telegram") == (misspelt.cause, misspelt.nearest)
    assert (Place(file, 2), "telegram.token") == (homeless.place, homeless.nearest)


@pytest.mark.parametrize(
    ("text", "wanted", "value"),
    [
        ("[retention]\nneeds_days = 'sju'", Wanted(Kind.WHOLE, 0, 3650), '"sju"'),
        ("[retention]\nneeds_days = true", Wanted(Kind.WHOLE, 0, 3650), "true"),
        ("[retention]\nneeds_days = -1", Wanted(Kind.WHOLE, 0, 3650), "-1"),
        ("[meeting]\nreminder_hour = 24", Wanted(Kind.WHOLE, 0, 23), "24"),
        ("[delivery]\nper_second = nan", Wanted(Kind.NUMBER, 0.1, 1000), "nan"),
        ("[network]\nname = 7", Wanted(Kind.TEXT), "7"),
        (
            "[network]\nkind = 'region'",
            Wanted(Kind.CHOICE, choices=("förening", "myndighet")),
            '"region"',
        ),
        ("[network]\ntimezone = 'Svensk tid'", Wanted(Kind.ZONE), '"Svensk tid"'),
        ("[network]\ntimezone = '../etc/passwd'", Wanted(Kind.ZONE), '"../etc/passwd"'),
        ("[quiet]\nfrom = '24:00'", Wanted(Kind.CLOCK), '"24:00"'),
        ("[quiet]\nfrom = 20", Wanted(Kind.CLOCK), "20"),
        ("[telegram]\nlocal_server = 'kanske'", Wanted(Kind.YES_NO), '"kanske"'),
        ("[telegram]\nbase_url = 'telegram'", Wanted(Kind.ADDRESS), '"telegram"'),
        ("[telegram]\nwebhook_listen = 'här'", Wanted(Kind.LISTEN), '"här"'),
    ],
)
def test_a_wrong_value_tells_what_was_wanted(
    file: Path, text: str, wanted: Wanted, value: str
) -> None:
    """The answer holds what stands there and what would have been right."""
    found = refused(file, text)

    assert (Cause.WRONG_VALUE, Place(file, len(text.splitlines()))) == (found.cause, found.place)
    assert (wanted, value) == (found.wanted, found.value)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[telegram]\ntoken = 'hemligt'", Kind.TOKEN),
        ("telegram = 'hemligt'", Kind.SECTION),
        ("[[telegram]]\ntoken = 'hemligt'", Kind.SECTION),
        ("[telegram]\nwebhook_secret = 'hemligt'", Kind.SECRET),
        ("[database]\nurl = 'mysql://karin:hemligt@db/x'", Kind.DATABASE),
    ],
)
def test_a_wrong_secret_is_not_repeated(file: Path, text: str, kind: Kind) -> None:
    """What is nearly a token or a password is a secret too."""
    found = refused(file, text)

    assert found.wanted == Wanted(kind)
    assert "hemligt" not in repr(found)


def test_the_first_wrong_line_is_told(file: Path) -> None:
    """Of several faults the one highest up is told."""
    found = refused(file, "[meeting]\nundo_seconds = 'x'\n[telegram]\nmode = 'x'")

    assert (2, "meeting.undo_seconds") == (found.place.line, found.setting)


def test_a_wrong_variable_is_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the environment is wrong, no line of the file is blamed."""
    monkeypatch.setenv("SAMKLANG_RETENTION__NEEDS_DAYS", "sju")
    found = refused(file, "[retention]\nneeds_days = 7")

    assert Place(variable="SAMKLANG_RETENTION__NEEDS_DAYS") == found.place


def test_an_unknown_variable_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt variable is told as a misspelt key is."""
    monkeypatch.setenv("SAMKLANG_TELEGRAM__TOKN", "x")
    found = refused(file, "")

    assert (Cause.UNKNOWN_KEY, "token") == (found.cause, found.nearest)
    assert found.place.variable == "SAMKLANG_TELEGRAM__TOKN"


def test_a_variable_for_a_whole_section_is_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The environment gives one setting at a time."""
    monkeypatch.setenv("SAMKLANG_TELEGRAM", "token")

    assert ConfigProblem(Cause.BAD_VARIABLE, Place(variable="SAMKLANG_TELEGRAM")) == refused(
        file, ""
    )
