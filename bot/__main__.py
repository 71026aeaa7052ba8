"""The command line: `samklang init`, `run`, `demo`, `parse` and `doctor`."""

import logging
from pathlib import Path
from typing import Annotated

import typer

from bot import demo as demonstration
from bot import doctor as examination
from bot import parsing, service, setup
from bot.clock import SystemClock
from bot.config import Settings
from bot.house import House
from bot.secrecy import guard_logs
from bot.setup import Rim
from bot.store import schema
from bot.store.engine import Store
from bot.store.sealing import KeyRing
from bot.turn import Turn
from bot.wires import introducing
from bot.wires.profile import BotName
from bot.words.texts import FIRST, Texts
from bot.words.views import commands as views
from handlers import joining

_texts = Texts(FIRST)
_app = typer.Typer(
    name="samklang",
    help=views.samklang(_texts),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
_PORT = 8042


@_app.command(help=views.run(_texts))
def run(
    config: Annotated[Path | None, typer.Option("--config", help=views.config(_texts))] = None,
) -> None:
    """Serve until stopped."""
    guard_logs()
    raise typer.Exit(service.run(config, typer.echo))


@_app.command(help=views.demo(_texts))
def demo(
    port: Annotated[int, typer.Option(help=views.port(_texts))] = _PORT,
    story: Annotated[bool, typer.Option("--story", help=views.story(_texts))] = False,
) -> None:
    """Show the bot in the browser, or tell its story in the terminal."""
    guard_logs(logging.WARNING)
    raise typer.Exit(
        demonstration.tell(typer.echo) if story else demonstration.show(port, typer.echo)
    )


def _owner_link(settings: Settings, name: BotName) -> str:
    """Make the link that lets the first organiser in, in a database made for it if need be."""
    store = Store(settings.database.url)
    try:
        schema.migrate(store)
        house = House(settings, KeyRing(Path(settings.database.key_file)), name.username)
        with store.transaction() as session:
            turn = Turn(session, house, SystemClock().now())
            return house.link(joining.make_owner_link(turn))
    finally:
        store.close()


_rim = Rim(introducing.check, introducing.introduce, _owner_link)
_app.command("init", help=views.init(_texts))(setup.command(_rim))
_app.command("doctor", help=views.doctor(_texts))(examination.doctor)
_app.command("parse", help=views.parse(_texts))(parsing.parse)


def main() -> None:
    """Run the command that was asked for."""
    _app()


if __name__ == "__main__":
    main()
