"""`samklang init`: four questions, then settings that only their owner reads, and a link."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
import typer
from typer.testing import CliRunner

from bot import config, setup
from bot.setup import Conversation, Given, Rim
from bot.wires.profile import BotName, Introduction, Refused, Unreachable
from bot.words.texts import Texts
from tests.settings_file import TOKEN

if TYPE_CHECKING:
    from pathlib import Path

BOT = BotName(7123456789, "kulturnatet_bot", "Kulturnätet")
STRANGE_TOKEN = "7999999999:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
LINK = "https://t.me/kulturnatet_bot?start=owner-x"


@dataclass
class Keyboard:
    """A person at the terminal, with the answers ready."""

    answers: list[str] = field(default_factory=list)
    is_attended: bool = True
    shown: list[str] = field(default_factory=list)

    def say(self, text: str) -> None:
        """Show a text."""
        self.shown.append(text)

    def ask(self, question: str, standing: str = "") -> str:
        """Answer with the next answer; just Enter means what stands."""
        self.shown.append(question)
        return self.answers.pop(0) or standing

    def ask_secret(self, question: str) -> str:
        """Answer with the next answer."""
        return self.ask(question)

    def show_code(self, link: str) -> None:
        """Show a code."""
        self.shown.append(f"[{link}]")

    def saw(self, text: str) -> bool:
        """Tell whether a text has been shown."""
        return any(text in shown for shown in self.shown)


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings will be, with nothing said in the environment."""
    for name in [name for name in os.environ if name.upper().startswith("SAMKLANG_")]:
        monkeypatch.delenv(name)
    return tmp_path / "config.toml"


def telegram(token: str) -> BotName | Refused | Unreachable:
    """Know one bot only."""
    return BOT if token == TOKEN else Refused()


RIM = Rim(telegram, lambda _: Introduction(), lambda _settings, _bot: LINK)


def held(keyboard: Keyboard, given: Given, rim: Rim = RIM) -> int:
    """Hold the conversation to its end."""
    return Conversation(given, rim, keyboard, Texts("sv")).hold()


def test_four_answers_give_settings_and_a_link(file: Path) -> None:
    """Token, name, controller and contact; then the link, also for the phone."""
    karin = Keyboard([TOKEN, 'Kultur "Norr" \\', "Region Norr", "karin@example.se"])
    code = held(karin, Given(file))
    settings = config.load(file)

    assert code == 0
    assert isinstance(settings, config.Settings)
    assert TOKEN == settings.telegram.token.get_secret_value()
    assert settings.network.name == 'Kultur "Norr" \\'
    assert settings.network.controller == "Region Norr"
    assert config.lacking(settings) is None
    assert karin.saw("1. Skriv till @BotFather")
    assert karin.saw("/setinline")
    assert karin.saw("Din token hör till @kulturnatet_bot (Kulturnätet)")
    assert [LINK, f"[{LINK}]"] == [karin.shown[-2].splitlines()[-1], karin.shown[-1]]


def test_the_settings_are_for_their_owner_only(file: Path) -> None:
    """Nobody else on the machine may read the token, and no draft is left behind."""
    held(Keyboard([TOKEN, "K", "", "k@example.se"]), Given(file))

    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["config.toml"]


def test_the_network_answers_for_its_data_unless_another_is_named(file: Path) -> None:
    """Just Enter means that the network is its own controller."""
    held(Keyboard([TOKEN, "Kulturnätet", "", "k@example.se"]), Given(file))
    settings = config.load(file)

    assert isinstance(settings, config.Settings)
    assert settings.network.controller == "Kulturnätet"


def test_a_token_that_is_wrong_is_asked_for_again(file: Path) -> None:
    """A slip when copying and a revoked token each get their own answer."""
    karin = Keyboard(["7123:x", STRANGE_TOKEN, TOKEN, "K", "K", "k@example.se"])

    assert held(karin, Given(file)) == 0
    assert karin.saw("ser inte ut som en token")
    assert karin.saw("Telegram känner inte igen den token")


def test_without_an_answer_from_telegram_nothing_is_written(file: Path) -> None:
    """An unchecked token is not kept."""
    rim = Rim(lambda _: Unreachable("no route"), RIM.introduce, RIM.owner_link)
    karin = Keyboard([TOKEN])

    assert held(karin, Given(file), rim) == 1
    assert karin.saw("Telegram svarar inte")
    assert not file.exists()


@pytest.mark.parametrize(("answer", "code"), [("", 1), ("nej", 1), ("j", 0), ("Ja", 0)])
def test_old_settings_are_replaced_only_by_a_yes(file: Path, answer: str, code: int) -> None:
    """What is there stays, unless the person says otherwise."""
    file.write_text("# old", encoding="utf-8")
    karin = Keyboard([answer, TOKEN, "K", "K", "k@example.se"])

    assert code == held(karin, Given(file))
    assert (file.read_text(encoding="utf-8") == "# old") == bool(code)


def test_what_telegram_would_not_take_does_not_stop_us(file: Path) -> None:
    """A flooded name change is told, and the link still comes."""
    told = Introduction(refused=["setMyName"])
    rim = Rim(telegram, lambda _: told, RIM.owner_link)
    karin = Keyboard([TOKEN, "K", "K", "k@example.se"])

    assert held(karin, Given(file), rim) == 0
    assert karin.saw("(setMyName). Boten fungerar ändå.")
    assert karin.saw(LINK)


def test_a_folder_that_cannot_be_written_in_is_told(file: Path) -> None:
    """A wrong folder is an answer, not a traceback."""
    karin = Keyboard([TOKEN, "K", "K", "k@example.se"])

    assert held(karin, Given(file.parent / "gone" / "config.toml")) == 1
    assert karin.saw("går inte att skriva")


def test_a_wrong_variable_is_told_when_the_settings_are_read_back(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bot would not start, so no link is given out."""
    monkeypatch.setenv("SAMKLANG_RETENTION__NEEDS_DAYS", "sju")
    karin = Keyboard([TOKEN, "K", "K", "k@example.se"])

    assert held(karin, Given(file)) == 1
    assert karin.saw("SAMKLANG_RETENTION__NEEDS_DAYS")
    assert not karin.saw(LINK)


def nobody(*answers: str) -> Keyboard:
    """No terminal, as in a container or a script."""
    return Keyboard(list(answers), is_attended=False)


def test_a_script_can_say_everything_without_showing_the_token(file: Path) -> None:
    """The token comes from a file, and the settings point there instead of copying it."""
    token_file = file.parent / "token"
    token_file.write_text(f"{TOKEN}\n", encoding="utf-8")
    code = held(nobody(), Given(file, token_file, name="K", contact="k@example.se"))
    settings = config.load(file)

    assert code == 0
    assert isinstance(settings, config.Settings)
    assert TOKEN == settings.telegram.token.get_secret_value()
    assert TOKEN not in file.read_text(encoding="utf-8")
    assert settings.network.controller == "K"


@pytest.mark.parametrize("left_out", ["--token-file", "--name", "--contact"])
def test_a_script_is_told_what_it_left_out(file: Path, left_out: str) -> None:
    """Nobody is there to answer, so the option is named and nothing is written."""
    said = {"--token-file": file, "--name": "K", "--contact": "k@example.se"}
    del said[left_out]
    script = nobody()
    token_file = file if "--token-file" in said else None
    given = Given(
        file,
        token_file,
        name=str(said.get("--name", "")),
        contact=str(said.get("--contact", "")),
    )

    assert held(script, given) == 2
    assert script.saw(f"Lägg till {left_out}")


@pytest.mark.parametrize("content", [None, "hemligt", STRANGE_TOKEN])
def test_a_token_file_that_does_not_help_ends_it(file: Path, content: str | None) -> None:
    """A file that is missing or holds no good token is not asked about twice."""
    token_file = file.parent / "token"
    if content:
        token_file.write_text(content, encoding="utf-8")
    script = nobody()

    assert held(script, Given(file, token_file, name="K", contact="k@example.se")) == 1
    assert not script.saw("hemligt")
    assert not file.exists()


def test_a_script_must_say_that_it_overwrites(file: Path) -> None:
    """Nothing is replaced in silence."""
    token_file = file.parent / "token"
    token_file.write_text(TOKEN, encoding="utf-8")
    file.write_text("# old", encoding="utf-8")
    refused = held(nobody(), Given(file, token_file, name="K", contact="k@example.se"))
    replaced = held(
        nobody(), Given(file, token_file, name="K", contact="k@example.se", overwrite=True)
    )

    assert (1, 0) == (refused, replaced)


def test_a_write_that_fails_leaves_the_old_file(file: Path) -> None:
    """Half a file of settings is worse than none."""
    file.write_text("# old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        setup.write_private(file, "name = '\ud800'")

    assert file.read_text(encoding="utf-8") == "# old"
    assert [path.name for path in file.parent.iterdir()] == ["config.toml"]


def test_the_command_takes_its_options_and_never_the_token(file: Path) -> None:
    """A process list is read by everyone, so there is no option for the token."""
    token_file = file.parent / "token"
    token_file.write_text(TOKEN, encoding="utf-8")
    app = typer.Typer()
    app.command()(setup.command(RIM))
    ended = CliRunner().invoke(
        app,
        [
            *("--config", str(file)),
            *("--token-file", str(token_file)),
            *("--name", "Kulturnätet"),
            *("--contact", "k@example.se"),
        ],
    )

    assert ended.exit_code == 0, ended.output
    assert LINK in ended.output
    assert "█▀▀" in ended.output
    assert TOKEN not in ended.output
    assert "No such option" in CliRunner().invoke(app, ["--token", TOKEN]).output
