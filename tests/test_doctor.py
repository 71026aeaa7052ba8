"""`samklang doctor` tells what is right and wrong, and ends with 1 when something is wrong."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import typer
from typer.testing import CliRunner

from bot import config, doctor
from bot.clock import MovableClock
from bot.records.pulse import Pulse
from bot.rules import health
from bot.rules.health import Finding, Grade, Sign
from bot.store import pulses, schema
from bot.store.engine import Store
from bot.wires.profile import BotName, Refused, Unreachable
from bot.words.texts import LANGUAGES, Texts
from bot.words.views import health as views
from tests.settings_file import TOKEN

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 9, 1, 8, tzinfo=UTC)
BOT = BotName(7123456789, "kulturnatet_bot", "Kulturnätet")
WHO = '[network]\nname = "K"\ncontroller = "K"\ncontact = "karin@example.se"\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of its own, and nothing said in the environment."""
    for name in os.environ:
        if name.upper().startswith("SAMKLANG_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings_in(folder: Path, text: str = f'[telegram]\ntoken = "{TOKEN}"\n{WHO}') -> Path:
    """Write settings that only their owner can read."""
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o600)
    return file


def found(
    whose: doctor.Whose = BOT, hour: datetime | None = NOW, file: Path | None = None
) -> dict[Sign, Finding]:
    """Look at everything, with Telegram answering like this."""
    clock = MovableClock(NOW, runs=False)
    findings = doctor.examined(file, lambda _: (whose, hour), clock)
    return {each.sign: each for each in findings}


def test_a_sound_house_has_nothing_wrong(folder: Path) -> None:
    """With settings, token and room on the disk, nothing is wrong."""
    settings_in(folder)
    seen = found()

    assert not [each for each in seen.values() if each.grade is Grade.WRONG]
    assert seen[Sign.TOKEN].facts == {"username": "kulturnatet_bot", "name": "Kulturnätet"}
    assert seen[Sign.LOCAL_HOUR].facts == {"zone": "Europe/Stockholm", "clock": "10.00"}
    assert {Sign.SETTINGS, Sign.PRIVATE, Sign.ROOM, Sign.HOUR, Sign.DATABASE_NEW} < set(seen)


def test_without_settings_the_machine_is_still_looked_at() -> None:
    """A missing file is told, and so is what does not depend on it."""
    seen = found()

    assert seen[Sign.SETTINGS_WRONG].grade is Grade.WRONG
    assert Sign.PYTHON in seen
    assert Sign.DATABASE_NEW not in seen


def test_settings_without_a_token_are_not_enough(folder: Path) -> None:
    """What the bot cannot run without is wrong, and Telegram is not asked about nothing."""
    settings_in(folder, WHO)
    seen = found(Refused())

    assert seen[Sign.SETTINGS_WRONG].problem == config.lacking(config.Settings())
    assert Sign.TOKEN_REFUSED not in seen


@pytest.mark.parametrize(
    ("whose", "sign"),
    [(Refused(), Sign.TOKEN_REFUSED), (Unreachable("no route"), Sign.TELEGRAM_SILENT)],
)
def test_a_token_that_does_not_work_is_wrong(folder: Path, whose: doctor.Whose, sign: Sign) -> None:
    """A refused token and a silent Telegram are told apart."""
    settings_in(folder)

    assert found(whose, None)[sign].grade is Grade.WRONG


def test_settings_that_others_can_read_are_wrong(folder: Path) -> None:
    """The token is for its owner's eyes only."""
    settings_in(folder).chmod(0o644)

    assert found()[Sign.EXPOSED].facts == {"file": "config.toml"}


def test_a_token_file_that_others_can_read_is_wrong(folder: Path) -> None:
    """A token in a file of its own is as secret as one among the settings."""
    settings_in(folder, f"[telegram]\ntoken_file = 'token'\n{WHO}")
    (folder / "token").write_text(TOKEN, encoding="utf-8")
    (folder / "token").chmod(0o644)

    assert found()[Sign.EXPOSED].facts == {"file": "token"}


def test_looking_makes_no_database(folder: Path) -> None:
    """The doctor changes nothing."""
    settings_in(folder)
    found()

    assert [path.name for path in folder.iterdir()] == ["config.toml"]


def test_a_database_in_use_tells_its_version(folder: Path) -> None:
    """The tables' version is compared with the one this code knows."""
    settings_in(folder)
    store = Store("sqlite:///samklang.db")
    schema.migrate(store)
    store.close()

    assert found()[Sign.DATABASE].facts["standing"] == schema.LATEST


def test_a_damaged_database_is_told_with_the_reason(folder: Path) -> None:
    """What the database itself says is what the operator reads."""
    settings_in(folder)
    (folder / "samklang.db").write_bytes(b"this is no database" * 100)

    assert found()[Sign.DATABASE_SHUT].facts == {"reason": "file is not a database"}


def test_a_proxy_is_named_without_its_password(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way to Telegram is told, the key to it is not."""
    settings_in(folder)
    monkeypatch.setenv("HTTPS_PROXY", "http://karin:hemligt@proxy.example.se:3128")

    assert found()[Sign.PROXY].facts == {"proxy": "http://proxy.example.se:3128"}


def test_a_proxy_that_is_passed_by_is_not_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An exception in the environment is heeded."""
    settings_in(folder)
    monkeypatch.setenv("ALL_PROXY", "http://proxy.example.se")
    monkeypatch.setenv("NO_PROXY", "api.telegram.org")

    assert Sign.PROXY not in found()


def test_the_command_says_it_in_swedish_and_ends_with_1(folder: Path) -> None:
    """Without settings the command says so, and a script can tell."""
    app = typer.Typer()
    app.command()(doctor.doctor)
    ended = CliRunner().invoke(app, ["--config", str(folder / "gone.toml")])

    assert ended.exit_code == 1
    assert "gone.toml finns inte. Skapa den med samklang init" in ended.output
    assert ended.output.endswith("1 sak är fel och måste rättas till innan boten kan köras.\n")


def test_a_telegram_that_cannot_be_reached_is_an_answer(folder: Path) -> None:
    """Without a network the doctor still tells the rest."""
    file = settings_in(
        folder,
        f'[telegram]\ntoken = "{TOKEN}"\nlocal_server = true\n'
        f'base_url = "http://127.0.0.1:1/bot"\n{WHO}',
    )
    seen = {
        each.sign: each
        for each in doctor.examined(file, doctor.ask_telegram, MovableClock(NOW, runs=False))
    }

    assert {Sign.TELEGRAM_SILENT, Sign.HOUR_UNKNOWN} < set(seen)
    assert TOKEN not in str(seen)


@pytest.mark.parametrize(
    ("grades", "sentence"),
    [
        ([Grade.OK], "Allt är som det ska."),
        ([Grade.OK, Grade.WARN], "Boten kan köras. 1 sak är värd att titta på."),
        ([Grade.WARN, Grade.WARN], "Boten kan köras. 2 saker är värda att titta på."),
        (
            [Grade.WRONG, Grade.WARN, Grade.WRONG],
            "2 saker är fel och måste rättas till innan boten kan köras.",
        ),
    ],
)
def test_the_worst_decides_the_verdict(grades: list[Grade], sentence: str) -> None:
    """One line sums it up."""
    assert sentence == views.verdict(Texts("sv"), [Finding(each, Sign.ROOM) for each in grades])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sign", sorted(set(Sign) - {Sign.SETTINGS_WRONG, Sign.LANGUAGE_FAULT}))
def test_every_sign_has_words(sign: Sign, language: str) -> None:
    """Whatever is found can be said, with names shown letter by letter."""
    names = "version name zone clock file standing latest reason megabytes username seconds proxy"
    names += " moment"
    facts = dict.fromkeys(names.split(" "), "R&D <1>")
    sentence = views.finding(Texts(language), Finding(Grade.WARN, sign, facts))

    assert sentence.startswith("! ")
    assert "&amp;" not in sentence


@pytest.mark.parametrize(
    ("expected", "is_on"),
    [
        ("✓ Mötena kan delas i andra chattar (inline)", True),
        ("! Mötena kan inte delas i andra chattar. Skriv /setinline till @BotFather", False),
    ],
)
def test_it_says_how_cards_can_be_shared(expected: str, is_on: bool) -> None:  # noqa: FBT001
    """Without inline mode all else works, so it is only worth looking at."""
    said = views.finding(Texts("sv"), health.inline(is_on=is_on))

    assert said.startswith(expected)


@pytest.mark.parametrize(
    ("seconds", "sign", "grade"),
    [(30, Sign.PULSE, Grade.OK), (500, Sign.PULSE_OLD, Grade.WARN)],
)
def test_the_last_sign_of_life_is_told(
    folder: Path, seconds: int, sign: Sign, grade: Grade
) -> None:
    """Who wonders whether the bot runs reads how long ago it worked."""
    settings_in(folder)
    store = Store("sqlite:///samklang.db")
    schema.migrate(store)
    with store.transaction() as session:
        pulses.keep(session, [Pulse(name="ears", beat_at=NOW - timedelta(seconds=seconds))])
    store.close()

    assert grade == found()[sign].grade


def test_a_bot_that_has_never_run_has_no_sign_of_life(folder: Path) -> None:
    """An empty database is no alarm."""
    settings_in(folder)
    store = Store("sqlite:///samklang.db")
    schema.migrate(store)
    store.close()

    assert Grade.OK == found()[Sign.PULSE_NONE].grade
