"""`samklang import`: a list of associations into the register, after it has been shown.

Knows files and the terminal; what a row would do is decided by the rules.
"""

import asyncio
import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import SystemClock
from bot.deeds import registering
from bot.invitation import extraction
from bot.invitation.extraction import Unreadable
from bot.opening import opened, refuse
from bot.rules import comparing, importing, sheets
from bot.rules.comparing import Finding, Verdict
from bot.rules.importing import Entry, Field
from bot.terminal import Screen, bar
from bot.turn import Turn
from bot.words.texts import FIRST, Texts
from bot.words.views import handing_over as views
from bot.words.views import saving

_texts = Texts(FIRST)


def bring_in(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=views.source(_texts))],
    config_file: Annotated[Path | None, typer.Option("--config")] = None,
    is_agreed: Annotated[bool, typer.Option("--yes", help=views.agreed(_texts))] = False,  # noqa: FBT002 - typer's way
    as_json: Annotated[bool, typer.Option("--json", help=views.as_json(_texts))] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Show what a list would change, and write it after a yes; doubtful rows are left alone."""
    read = _entries(file)
    with opened(config_file, alone=True) as (store, house), store.transaction() as session:
        turn = Turn(session, house, SystemClock().now())
        entries = registering.spelled(turn, read)
        with bar(views.comparing(_texts), is_shown=not as_json):
            found = comparing.compare(entries, registering.register(turn))
        counted = Counter(one.verdict for one in found)
        if not as_json:
            _show(found, counted)
        ready = counted[Verdict.NEW] + counted[Verdict.CHANGED]
        written = 0
        if ready and (is_agreed or _agrees(ready)):
            with bar(views.importing(_texts), is_shown=not as_json):
                written = registering.bring_in(turn, found)
            turn.note("imported")
    if as_json:
        told = {verdict.value: counted[verdict] for verdict in Verdict}
        typer.echo(json.dumps({**told, "written": written}, indent=2))
    else:
        typer.echo(views.imported(_texts, written) if written else views.nothing(_texts))


def _entries(file: Path) -> list[Entry]:
    try:
        content = file.read_bytes()
    except OSError as error:
        refuse(views.failed(_texts, error.strerror or str(error)))
    text = asyncio.run(extraction.text_of(file.name, content))
    if isinstance(text, Unreadable):
        refuse(views.unreadable(_texts, str(file)))
    listed = sheets.read(text)
    rows = importing.best(listed).rows if listed else []
    where = importing.columns(rows)
    if Field.NAME not in where:
        refuse(views.no_names(_texts, str(file)))
    return importing.entries(rows, where)


def _show(found: list[Finding], counted: Counter[Verdict]) -> None:
    new, changed = counted[Verdict.NEW], counted[Verdict.CHANGED]
    same, doubtful = counted[Verdict.SAME], counted[Verdict.DOUBTFUL]
    typer.echo(views.found(_texts, new, changed, same, doubtful))
    for one in found:
        if one.verdict == Verdict.DOUBTFUL:
            typer.echo(_doubt(one))
        for said in one.entry.faulty.values():
            typer.echo(views.left_out(_texts, one.entry.row, one.entry.name, said))


def _doubt(one: Finding) -> str:
    if one.twin is not None:
        return views.twice(_texts, one.entry.row, one.entry.name, one.twin)
    like = one.standing.name if one.standing else ""
    return views.doubtful(_texts, one.entry.row, one.entry.name, like)


def _agrees(ready: int) -> bool:
    screen = Screen()
    return screen.is_attended and saving.is_yes(_texts, screen.ask(views.ask_import(_texts, ready)))
