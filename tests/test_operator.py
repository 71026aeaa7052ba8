"""Whoever runs the bot reads in plain Swedish what is wrong with a setting."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config_problem import Cause, ConfigProblem, Place, Wanted
from bot.config_values import Kind
from bot.words.texts import LANGUAGES, Texts
from bot.words.views import operator
from tests.settings_file import refused

PLACE = Place(Path("config.toml"), 3)


def said(tmp_path: Path, text: str) -> str:
    """Write the settings and read what the terminal says."""
    file = tmp_path / "config.toml"
    return operator.problem(Texts("sv"), refused(file, text)).replace(str(file), "config.toml")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "[telegram]\ntokn = ''",
            (
                "config.toml, rad 2: Det finns ingen inställning tokn under [telegram]."
                " Menade du token?"
            ),
        ),
        (
            "[telegram]\nlanguage = 'sv'",
            "config.toml, rad 2: language ska inte stå under [telegram] utan under [network].",
        ),
        (
            "[quiet]\nstart = '20:00'",
            (
                "config.toml, rad 2: Det finns ingen inställning start under [quiet]."
                " Där kan du ange from, to."
            ),
        ),
        ("[netwrk]", "config.toml, rad 1: Det finns inget avsnitt [netwrk]. Menade du [network]?"),
        ("contact = 'Karin'", "config.toml, rad 1: contact ska stå under [network]."),
        (
            "[zzz]",
            (
                "config.toml, rad 1: Det finns inget avsnitt [zzz]. Avsnitten heter telegram,"
                " database, network, delivery, quiet, retention, meeting."
            ),
        ),
        (
            "[retention]\nneeds_days = 'sju'",
            (
                "config.toml, rad 2: retention.needs_days ska vara ett heltal från 0 till 3650,"
                ' men är "sju".'
            ),
        ),
        (
            "[network]\nkind = 'R&D <b>'",
            (
                'config.toml, rad 2: network.kind ska vara något av "förening", "myndighet",'
                ' men är "R&D <b>".'
            ),
        ),
        (
            "[telegram]\nmode = 'webhook'",
            'config.toml, rad 1: telegram.webhook_url måste anges när mode är "webhook".',
        ),
        (
            "[network]\nname = Kultur",
            (
                "config.toml, rad 2: Det här går inte att läsa som TOML. Sätt citattecken runt text"
                " och ange varje namn bara en gång."
            ),
        ),
    ],
)
def test_one_sentence_names_the_line_and_what_would_be_right(
    tmp_path: Path, text: str, sentence: str
) -> None:
    """File, line, what is wrong and what to write instead, with every letter as it was written."""
    assert sentence == said(tmp_path, text)


def test_a_wrong_variable_is_named_instead_of_a_line() -> None:
    """What the environment gives wrong is not looked for in the file."""
    found = ConfigProblem(Cause.BAD_VARIABLE, Place(variable="SAMKLANG_TELEGRAM"))

    assert operator.problem(Texts("sv"), found).startswith("Miljövariabeln SAMKLANG_TELEGRAM: ")


@pytest.mark.parametrize("setting", ["telegram.token", "network.name"])
def test_what_is_lacking_is_told_without_a_line(setting: str) -> None:
    """A setting that is nowhere has no line."""
    found = ConfigProblem(Cause.MISSING_VALUE, Place(Path("config.toml")), setting)
    sentence = operator.problem(Texts("sv"), found)

    assert "rad" not in sentence
    assert "token" in sentence or "network.name" in sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cause", Cause)
def test_every_cause_has_words(cause: Cause, language: str) -> None:
    """No cause leaves the operator without an answer, in any language."""
    found = ConfigProblem(cause, PLACE, "telegram.token", wanted=Wanted(Kind.TEXT), value="7")

    assert "config.toml" in operator.problem(Texts(language), found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_value_has_words(kind: Kind, language: str) -> None:
    """Whatever the setting takes, the answer names the setting."""
    found = ConfigProblem(Cause.WRONG_VALUE, PLACE, "x.y", wanted=Wanted(kind, 0, 9), value="7")

    assert "x.y" in operator.problem(Texts(language), found)
