"""`samklang purge`: erases now what has served its time, and tells how much.

The bot does the same once a day by itself; this is for those who want to see it done.
"""

import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot.clock import SystemClock
from bot.deeds import clearing
from bot.opening import MISCONFIGURED, opened, refuse
from bot.rules import retention
from bot.terminal import bar
from bot.turn import Turn
from bot.words.texts import FIRST, Texts
from bot.words.views import handing_over as views

_texts = Texts(FIRST)


class _OnlyTriedError(Exception):
    """Nothing of it is kept."""


def _let_go() -> NoReturn:
    raise _OnlyTriedError


def purge(
    decision: Annotated[
        str, typer.Option("--decision", metavar="NUMBER", help=views.decision(_texts))
    ] = "",
    is_dry: Annotated[bool, typer.Option("--dry-run", help=views.dry(_texts))] = False,  # noqa: FBT002 - typer's way
    config_file: Annotated[Path | None, typer.Option("--config")] = None,
    as_json: Annotated[bool, typer.Option("--json", help=views.as_json(_texts))] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Erase by age; a public body needs a decision. Ends with 1 when nothing could be erased."""
    counted = clearing.Cleared()
    with opened(config_file, alone=True) as (store, house):
        network = house.settings.network
        if not decision and not retention.may_erase(network):
            refuse(views.needs_decision(_texts), MISCONFIGURED)
        with (
            suppress(_OnlyTriedError),
            bar(views.clearing(_texts), is_shown=not as_json) as step,
            store.transaction() as session,
        ):
            turn = Turn(session, house, SystemClock().now())
            counted = clearing.sweep(turn, by_decision=bool(decision), is_dry=is_dry, tell=step)
            turn.note("purged", detail=decision or network.gallring)
            if is_dry:
                _let_go()
    told = asdict(counted)
    if as_json:
        typer.echo(json.dumps({**told, "dry_run": is_dry}, indent=2))
    else:
        typer.echo(views.cleared(_texts, list(told.items()), is_dry=is_dry))
