"""Settings are right, or refused with one cause and one place."""

from __future__ import annotations

import os
import re
from datetime import time
from typing import TYPE_CHECKING

import pytest

from bot import config
from bot.config_problem import Cause, ConfigProblem, Place
from tests.settings_file import TOKEN, accepted, refused

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


def test_an_empty_file_gives_the_defaults(file: Path) -> None:
    """Whoever decides nothing gets what the documentation says."""
    settings = accepted(file, "")

    assert config.Settings() == settings
    assert time(20) == settings.quiet.begins
    assert settings.retention.needs_days == 7


def test_the_example_is_the_defaults_and_names_every_setting(
    pytestconfig: pytest.Config,
) -> None:
    """Nobody has to read the code to know what can be set."""
    example = pytestconfig.rootpath / "config.example.toml"
    text = example.read_text(encoding="utf-8")
    named = set(re.findall(r"^(\w+) = .+ # .+$", text, re.MULTILINE))

    assert config.Settings() == config.load(example)
    assert named == {
        field.alias or key
        for _, section in config.Settings()
        for key, field in type(section).model_fields.items()
    }


def test_a_clock_may_be_written_in_toml_s_own_way(file: Path) -> None:
    """TOML has clocks of its own, with seconds and without quotation marks."""
    assert time(21) == accepted(file, "[quiet]\nfrom = 21:00:00").quiet.begins


def test_the_environment_goes_before_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret from the machine's keeper wins over the file, and leaves the rest of it alone."""
    monkeypatch.setenv("SAMKLANG_TELEGRAM__TOKEN", TOKEN)
    monkeypatch.setenv("SAMKLANG_QUIET__FROM", "21.30")
    monkeypatch.setenv("SAMKLANG_DELIVERY__PER_SECOND", "")
    settings = accepted(file, '[telegram]\nmode = "polling"\n[quiet]\nfrom = "19:00"\nto = "9:00"')

    assert TOKEN == settings.telegram.token.get_secret_value()
    assert (time(21, 30), time(9)) == (settings.quiet.begins, settings.quiet.ends)
    assert settings.delivery.per_second == 25


def test_made_by_hand_settings_hear_no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo never picks up the token of the real bot."""
    monkeypatch.setenv("SAMKLANG_TELEGRAM__TOKEN", TOKEN)

    assert not config.Settings().telegram.token


def test_no_secret_is_in_what_settings_say_of_themselves(file: Path) -> None:
    """A settings object that lands in a log shows neither token nor password."""
    settings = accepted(
        file,
        f'[telegram]\ntoken = "{TOKEN}"\nwebhook_secret = "sixteen-letters-x"\n'
        '[database]\nurl = "postgresql://karin:hemligt@db/samklang"',
    )

    assert not re.search(f"{TOKEN}|sixteen|hemligt", f"{settings!r} {settings}")


def test_a_missing_file_is_named(file: Path) -> None:
    """The path that was looked for is in the answer."""
    assert ConfigProblem(Cause.NO_FILE, Place(file)) == config.load(file)


def test_without_a_file_a_token_in_the_environment_is_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A container needs no file, but nothing at all is not enough."""
    monkeypatch.chdir(tmp_path)
    nothing = config.load()
    monkeypatch.setenv("SAMKLANG_TELEGRAM__TOKEN", TOKEN)

    assert ConfigProblem(Cause.NO_FILE, Place(config.STANDARD_FILE)) == nothing
    assert isinstance(config.load(), config.Settings)


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    """What cannot be read is said to be unreadable."""
    assert ConfigProblem(Cause.UNREADABLE, Place(tmp_path)) == config.load(tmp_path)


def test_an_old_editor_s_letters_are_refused_with_their_line(file: Path) -> None:
    """A file saved in another alphabet than UTF-8 says on which line."""
    file.write_bytes('[network]\nname = "Kör"\n'.encode("latin-1"))

    assert ConfigProblem(Cause.NOT_UTF8, Place(file, 2)) == config.load(file)


def test_a_mark_at_the_start_is_forgiven(file: Path) -> None:
    """Windows editors put an invisible mark first; it does no harm."""
    settings = accepted(file, '\ufeff[network]\nname = "Kör"')

    assert settings.network.name == "Kör"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[network]\nname = Kultur\n", 2),
        ('[network]\nname = "a"\nname = "b"\n', 3),
        ('[network]\nname = """a\nb\n', 3),
    ],
)
def test_bad_toml_names_its_line(file: Path, text: str, line: int) -> None:
    """A slip of the pen is found on its line."""
    assert ConfigProblem(Cause.BAD_TOML, Place(file, line)) == refused(file, text)


def test_the_token_may_have_a_file_of_its_own(file: Path) -> None:
    """The token's file is found from the settings' own folder."""
    (file.parent / "token").write_text(TOKEN + "\n", encoding="utf-8")
    settings = accepted(file, "[telegram]\ntoken_file = 'token'")

    assert TOKEN == settings.telegram.token.get_secret_value()


@pytest.mark.parametrize(
    ("held", "more", "cause"),
    [
        (None, "", Cause.NO_TOKEN_FILE),
        ("hemligt", "", Cause.BAD_TOKEN_FILE),
        (TOKEN, f"token = '{TOKEN}'", Cause.TWO_TOKENS),
    ],
)
def test_a_token_file_that_does_not_help_is_named(
    file: Path, held: str | None, more: str, cause: Cause
) -> None:
    """No file, no token in it, or two tokens to choose from."""
    if held is not None:
        (file.parent / "token").write_text(held, encoding="utf-8")
    found = refused(file, f"[telegram]\ntoken_file = 'token'\n{more}")

    assert ConfigProblem(cause, Place(file, 2), "telegram.token_file") == found


@pytest.mark.parametrize(
    ("text", "cause", "setting"),
    [
        ("base_url = 'http://api.telegram.org/bot'", Cause.OPEN_ADDRESS, "base_url"),
        ("base_url = 'http://127.0.0.1:8081/bot'", Cause.OPEN_ADDRESS, "base_url"),
        ("local_server = true\nbase_url = 'http://db/bot'", Cause.OPEN_ADDRESS, "base_url"),
        ("mode = 'webhook'", Cause.MISSING_VALUE, "webhook_url"),
        ("mode = 'webhook'\nwebhook_url = 'https://a.se/'", Cause.MISSING_VALUE, "webhook_secret"),
    ],
)
def test_settings_that_do_not_go_together_are_refused(
    file: Path, text: str, cause: Cause, setting: str
) -> None:
    """No token over an open line, and no webhook that takes anyone's word."""
    found = refused(file, "[telegram]\n" + text)

    assert (cause, f"telegram.{setting}") == (found.cause, found.setting)


def test_a_server_on_this_machine_is_allowed_when_asked_for(file: Path) -> None:
    """Plain HTTP is for the own machine, by an explicit switch."""
    text = "[telegram]\nlocal_server = true\nbase_url = 'http://127.0.0.1:8081/bot/'"

    assert accepted(file, text).telegram.base_url == "http://127.0.0.1:8081/bot"


def test_what_the_bot_cannot_run_without_is_asked_for_in_order(file: Path) -> None:
    """First the token, then who is behind the bot, then nothing more."""
    whole = f'[telegram]\ntoken = "{TOKEN}"\n[network]\nname = "K"\ncontroller = "K"\n'
    without_contact = accepted(file, whole)
    complete = accepted(file, whole + 'contact = "karin@example.se"')

    assert ConfigProblem(
        Cause.MISSING_VALUE, Place(config.STANDARD_FILE), "telegram.token"
    ) == config.lacking(config.Settings())
    assert ConfigProblem(Cause.MISSING_VALUE, Place(file), "network.contact") == config.lacking(
        without_contact, file
    )
    assert config.lacking(complete) is None


def test_a_token_that_others_can_read_is_told(file: Path) -> None:
    """A file with the token in it is for its owner's eyes only."""
    settings = accepted(file, f'[telegram]\ntoken = "{TOKEN}"')
    file.chmod(0o644)
    others_see_it = config.exposed(file, settings)
    file.chmod(0o600)

    assert others_see_it
    assert not config.exposed(file, settings)
    assert not config.exposed(file.parent / "gone", settings)
