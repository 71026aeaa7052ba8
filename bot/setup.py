"""`samklang init`: a conversation in the terminal that ends with settings and a link.

Knows the order of the questions and how to write a file safely; Telegram is asked through `Rim`.
"""

import json
import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from bot import config
from bot.config import Settings
from bot.config_problem import ConfigProblem
from bot.secrecy import TOKEN
from bot.store.lock import Taken
from bot.terminal import Screen, Terminal
from bot.wires.profile import BotName, Introduction, Refused, Unreachable
from bot.words.texts import FIRST, Texts
from bot.words.views import commands as options
from bot.words.views import operator, service
from bot.words.views import setup as views

_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_DONE, _STOPPED, _TOLD_TOO_LITTLE = 0, 1, 2


@dataclass(frozen=True)
class Rim:
    """What the conversation needs from outside the terminal."""

    check: Callable[[str], BotName | Refused | Unreachable]
    introduce: Callable[[Settings], Introduction]
    owner_link: Callable[[Settings, BotName], str | Taken]
    """Makes a link that works once; may write in the database that the settings name."""


@dataclass(frozen=True)
class Given:
    """What was said on the command line; empty is not said. Never the token itself.

    A process list shows every argument to everyone on the machine.
    """

    file: Path = config.STANDARD_FILE
    token_file: Path | None = None
    name: str = ""
    controller: str = ""
    contact: str = ""
    overwrite: bool = False


def command(rim: Rim) -> Callable[..., None]:
    """Make the command that Typer can register."""
    said = Texts(FIRST)

    def init(  # noqa: PLR0913 - one for each option
        *,
        file: Annotated[
            Path, typer.Option("--config", help=options.new_config(said))
        ] = config.STANDARD_FILE,
        token_file: Annotated[Path | None, typer.Option(help=options.token_file(said))] = None,
        name: Annotated[str, typer.Option(help=options.name(said))] = "",
        controller: Annotated[str, typer.Option(help=options.controller(said))] = "",
        contact: Annotated[str, typer.Option(help=options.contact(said))] = "",
        overwrite: Annotated[
            bool, typer.Option("--overwrite", help=options.overwrite(said))
        ] = False,
    ) -> None:
        given = Given(file, token_file, name, controller, contact, overwrite)
        raise typer.Exit(Conversation(given, rim, Screen(), Texts(FIRST)).hold())

    return init


@dataclass(frozen=True)
class Conversation:
    """The questions, in order; nothing is written before the last one is answered."""

    given: Given
    rim: Rim
    terminal: Terminal
    t: Texts

    def hold(self) -> int:
        """Hold the whole conversation; gives the exit code."""
        if missing := self._missing_option():
            self.terminal.say(views.add_option(self.t, missing))
            return _TOLD_TOO_LITTLE
        if not self._may_write():
            return _STOPPED
        opened = self._from_file() if self.given.token_file else self._asked_for()
        if opened is None:
            return _STOPPED
        token, bot = opened
        self.terminal.say(views.opened(self.t, bot.username, bot.name))
        return self._finish(bot, self._settings_text(token))

    def _missing_option(self) -> str:
        """Name what has to be said on the command line when nobody is there to answer."""
        given = self.given
        said = {
            "--token-file": given.token_file,
            "--name": given.name,
            "--contact": given.contact,
        }
        if self.terminal.is_attended:
            return ""
        return next((option for option, value in said.items() if not value), "")

    def _may_write(self) -> bool:
        file = self.given.file
        if self.given.overwrite or not file.exists():
            return True
        if not self.terminal.is_attended:
            self.terminal.say(views.add_overwrite(self.t, file))
            return False
        answer = self.terminal.ask(views.ask_replace(self.t, file), views.no(self.t))
        if views.means_yes(self.t, answer):
            return True
        self.terminal.say(views.kept(self.t, file))
        return False

    def _from_file(self) -> tuple[str, BotName] | None:
        """Take the token from its own file, and only once."""
        try:
            token = Path(self.given.token_file or "").read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            self.terminal.say(views.token_unread(self.t, self.given.token_file))
            return None
        bot = self._checked(token)
        return (token, bot) if isinstance(bot, BotName) else None

    def _asked_for(self) -> tuple[str, BotName] | None:
        """Ask for the token until Telegram knows it, or does not answer."""
        self.terminal.say(views.welcome(self.t))
        while True:
            token = self.terminal.ask_secret(views.ask_token(self.t)).strip()
            bot = self._checked(token)
            if isinstance(bot, BotName):
                return token, bot
            if isinstance(bot, Unreachable):
                return None

    def _checked(self, token: str) -> BotName | Refused | Unreachable:
        """Ask Telegram, unless the shape already says no; what is not a yes is told."""
        if not TOKEN.fullmatch(token):
            self.terminal.say(views.token_misshapen(self.t))
            return Refused()
        bot = self.rim.check(token)
        if isinstance(bot, Refused):
            self.terminal.say(views.token_refused(self.t))
        elif isinstance(bot, Unreachable):
            self.terminal.say(views.unreachable(self.t, bot.reason))
        return bot

    def _settings_text(self, token: str) -> str:
        """Ask what is not yet said about the network, and write the settings as TOML."""
        given = self.given
        name = given.name or self.terminal.ask(views.ask_name(self.t))
        controller = given.controller or self._controller(name)
        contact = given.contact or self.terminal.ask(views.ask_contact(self.t))
        key = ("token", token)
        if given.token_file:
            key = ("token_file", str(given.token_file.resolve()))
        network = {"name": name, "controller": controller, "contact": contact}
        lines = [f"# {views.heading(self.t)}", "", "[telegram]", _line(*key), "", "[network]"]
        return "\n".join([*lines, *(_line(*each) for each in network.items()), ""])

    def _controller(self, name: str) -> str:
        if not self.terminal.is_attended:
            return name
        return self.terminal.ask(views.ask_controller(self.t), name)

    def _finish(self, bot: BotName, text: str) -> int:
        file = self.given.file
        try:
            write_private(file, text)
        except OSError:
            self.terminal.say(views.unwritten(self.t, file))
            return _STOPPED
        self.terminal.say(views.written(self.t, file))
        settings = config.load(file)
        if isinstance(settings, ConfigProblem):
            self.terminal.say(operator.problem(self.t, settings))
            return _STOPPED
        self._present(bot, settings)
        return _DONE

    def _present(self, bot: BotName, settings: Settings) -> None:
        told = self.rim.introduce(settings)
        self.terminal.say(views.introduced(self.t, told.refused))
        if not bot.is_inline:
            self.terminal.say(views.not_inline(self.t))
        link = self.rim.owner_link(settings, bot)
        if isinstance(link, Taken):
            self.terminal.say(service.taken(self.t, str(link.path), link.pid))
            return
        self.terminal.say(views.owner_link(self.t, link))
        self.terminal.show_code(link)


def write_private(file: Path, text: str) -> None:
    """Write the whole file or nothing, readable by its owner only; raises OSError.

    It is never readable by others on the way, and a crash leaves the old file as it was.
    """
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as draft:
            draft.write(text)
            draft.flush()
            os.fsync(draft.fileno())
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _line(key: str, value: str) -> str:
    """Write one TOML setting; a JSON string without control characters is a TOML string."""
    return f"{key} = {json.dumps(_CONTROL.sub(' ', value).strip(), ensure_ascii=False)}"
