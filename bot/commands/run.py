"""`samklang run`."""

from pathlib import Path
from typing import Annotated

import typer

from bot import service
from bot.secrecy import guard_logs
from bot.words.texts import FIRST, Texts
from bot.words.views import commands as views

_texts = Texts(FIRST)


def command(
    config: Annotated[Path | None, typer.Option("--config", help=views.config(_texts))] = None,
) -> None:
    """Serve until stopped."""
    guard_logs()
    raise typer.Exit(service.run(config, typer.echo))
