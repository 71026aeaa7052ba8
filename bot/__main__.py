"""The command line. Each command is fetched when it is asked for, because fetching takes time."""

from __future__ import annotations

import gc
import importlib
import keyword
from typing import TYPE_CHECKING

import typer
from typer.core import TyperGroup

from bot.words.texts import FIRST, Texts
from bot.words.views import commands as views

if TYPE_CHECKING:
    # Typer carries a click of its own, and shows it nowhere else.
    from typer._click import Command, Context

_texts = Texts(FIRST)
_HELP = {
    "init": views.init(_texts),
    "run": views.run(_texts),
    "demo": views.demo(_texts),
    "parse": views.parse(_texts),
    "doctor": views.doctor(_texts),
    "export": views.export(_texts),
    "import": views.bring_in(_texts),
    "audit": views.audit(_texts),
    "purge": views.purge(_texts),
    "backup": views.backup(_texts),
    "restore": views.restore(_texts),
    "move": views.move(_texts),
    "bench": views.bench(_texts),
}
"""What each command does; its code is the module of that name in `bot.commands`."""


class _Commands(TyperGroup):
    """Knows every command by name, and only the one that is asked for by heart."""

    def list_commands(self, ctx: Context) -> list[str]:
        """Name the commands in the order a newcomer needs them."""
        del ctx
        return list(_HELP)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Fetch a command; None when there is none of that name."""
        del ctx
        if cmd_name not in _HELP:
            return None
        # What is fetched stays, so there is no garbage to look for meanwhile.
        gc.disable()
        # A module cannot be called what Python keeps for itself.
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        module = importlib.import_module(f"bot.commands.{name}")
        gc.enable()
        alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        alone.command(cmd_name, help=_HELP[cmd_name])(module.command)
        return typer.main.get_command(alone)


_app = typer.Typer(
    cls=_Commands,
    name="samklang",
    help=views.samklang(_texts),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@_app.callback()
def _samklang() -> None:
    """Do nothing before the command."""


def main() -> None:
    """Run the command that was asked for."""
    _app()


if __name__ == "__main__":
    main()
