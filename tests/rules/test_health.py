"""What is right, worth a look, or wrong with what the bot runs on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.config_problem import Cause, ConfigProblem, Place
from bot.languages import Cause as LanguageCause
from bot.languages import Fault
from bot.rules import health
from bot.rules.health import Finding, Grade, Sign

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
MB = 1000**2


@pytest.mark.parametrize(
    ("found", "grade", "sign"),
    [
        (health.python((3, 10, 9)), Grade.WRONG, Sign.PYTHON_OLD),
        (health.python((3, 11, 0)), Grade.OK, Sign.PYTHON),
        (health.library("babel", "2.18"), Grade.OK, Sign.LIBRARY),
        (health.library("babel", None), Grade.WRONG, Sign.LIBRARY_MISSING),
        (health.sqlite((3, 40, 1)), Grade.OK, Sign.SQLITE),
        (health.database("0002", "0002"), Grade.OK, Sign.DATABASE),
        (health.database(None, "0002"), Grade.OK, Sign.DATABASE_NEW),
        (health.database("0001", "0002"), Grade.OK, Sign.DATABASE_OLDER),
        (health.database("0003", "0002"), Grade.WRONG, Sign.DATABASE_NEWER),
        (health.rights("config.toml", 0o100600), Grade.OK, Sign.PRIVATE),
        (health.rights("config.toml", 0o100640), Grade.WRONG, Sign.EXPOSED),
        (health.room(200 * MB), Grade.OK, Sign.ROOM),
        (health.room(200 * MB - 1), Grade.WARN, Sign.LITTLE_ROOM),
        (health.room(20 * MB - 1), Grade.WRONG, Sign.LITTLE_ROOM),
        (health.hour(NOON, NOON + timedelta(seconds=30)), Grade.OK, Sign.HOUR),
        (health.hour(NOON, NOON - timedelta(seconds=31)), Grade.WARN, Sign.HOUR_WRONG),
        (health.hour(NOON, None), Grade.WARN, Sign.HOUR_UNKNOWN),
        (health.settings("config.toml", None), Grade.OK, Sign.SETTINGS),
        (health.inline(is_on=True), Grade.OK, Sign.INLINE),
        (health.inline(is_on=False), Grade.WARN, Sign.INLINE_OFF),
        (health.pulse(None, ""), Grade.OK, Sign.PULSE_NONE),
        (health.pulse(timedelta(minutes=2), "12.00"), Grade.OK, Sign.PULSE),
        (health.pulse(timedelta(seconds=121), "11.57"), Grade.WARN, Sign.PULSE_OLD),
    ],
)
def test_each_thing_is_judged_at_its_limit(found: Finding, grade: Grade, sign: Sign) -> None:
    """The limits are where the documentation says."""
    assert (grade, sign) == (found.grade, found.sign)


def test_settings_that_are_wrong_keep_their_problem() -> None:
    """The sentence about the settings is told whole."""
    problem = ConfigProblem(Cause.TWO_TOKENS, Place())

    assert Finding(Grade.WRONG, Sign.SETTINGS_WRONG, problem=problem) == health.settings(
        "config.toml", problem
    )


def test_each_fault_of_a_language_is_told_by_itself() -> None:
    """A language without faults is one line too, so that it is seen to be there."""
    faults = [Fault("fi", LanguageCause.BAD_PLURAL), Fault("fi", LanguageCause.MISSING_SENTENCES)]

    assert [Finding(Grade.OK, Sign.LANGUAGE, {"name": "suomi"})] == health.language("suomi", [])
    assert [Finding(Grade.WARN, Sign.LANGUAGE_FAULT, fault=one) for one in faults] == (
        health.language("suomi", faults)
    )
