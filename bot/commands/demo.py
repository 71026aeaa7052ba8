"""`samklang demo`."""

import logging
from typing import Annotated

import typer

from bot import demo
from bot.secrecy import guard_logs
from bot.words.texts import FIRST, Texts
from bot.words.views import commands as views

_texts = Texts(FIRST)
_PORT = 8042


def command(
    port: Annotated[int, typer.Option(min=0, max=65535, help=views.port(_texts))] = _PORT,
    *,
    story: Annotated[bool, typer.Option("--story", help=views.story(_texts))] = False,
) -> None:
    """Show the bot in the browser, or tell its story in the terminal."""
    guard_logs(logging.ERROR)
    raise typer.Exit(demo.tell(typer.echo) if story else demo.show(port, typer.echo))
