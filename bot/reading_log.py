"""`samklang audit`: who did what, on the screen or as a file. Never what people wrote."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table as Shown

from bot.exports import tables
from bot.opening import hand_out, opened
from bot.store import audits
from bot.store.audits import Entry
from bot.terminal import bar
from bot.words.texts import FIRST, Texts
from bot.words.views import handing_over as views
from bot.words.views import log as log_views
from bot.words.views.log import Act

_texts = Texts(FIRST)
_EVERYTHING = 1_000_000


def audit(
    to: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help=views.log_target(_texts))
    ] = None,
    rows: Annotated[int, typer.Option("--rows", min=1, help=views.rows(_texts))] = 50,
    config_file: Annotated[Path | None, typer.Option("--config")] = None,
    as_json: Annotated[bool, typer.Option("--json", help=views.as_json(_texts))] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Show the log, the latest first."""
    with (
        opened(config_file) as (store, house),
        store.reading() as session,
        bar(views.reading(_texts), is_shown=to is not None and not as_json),
    ):
        found = audits.page(session, 0, _EVERYTHING if to or as_json else rows)
        table = log_views.table(house.words(), [_act(one) for one in found])
        if to is not None:
            hand_out(to, tables.as_xlsx([table]) if to.suffix == ".xlsx" else tables.as_csv(table))
    if to is not None:
        _tell(to, len(found), as_json=as_json)
    elif as_json:
        typer.echo(json.dumps([_as_json(one) for one in found], ensure_ascii=False, indent=2))
    else:
        _print(table)


def _tell(to: Path, rows: int, *, as_json: bool) -> None:
    typer.echo(json.dumps({"file": str(to), "rows": rows}, indent=2) if as_json else str(to))


def _act(entry: Entry) -> Act:
    return Act(entry.at, entry.actor, entry.verb, entry.meeting, entry.detail)


def _as_json(entry: Entry) -> dict[str, object]:
    return {
        "at": entry.at.isoformat(),
        "actor": entry.actor,
        "verb": entry.verb,
        "meeting": entry.meeting,
        "detail": entry.detail,
    }


def _print(table: tables.Table) -> None:
    shown = Shown(*table.columns)
    for row in table.rows:
        shown.add_row(*(str(cell) if cell is not None else "" for cell in row))
    Console().print(shown)
