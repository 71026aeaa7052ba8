"""`samklang export`: a meeting's papers or the register as files, for an archive or a move.

Knows settings and the terminal; what is handed over is decided in `deeds.packaging`.
"""

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import SystemClock
from bot.deeds import packaging
from bot.deeds.packaging import Package
from bot.opening import hand_out, opened, refuse
from bot.records.meeting import Meeting
from bot.store import meetings
from bot.store.saving import Tell
from bot.terminal import bar
from bot.turn import Turn
from bot.words.texts import FIRST, Texts
from bot.words.views import handing_over as views

_texts = Texts(FIRST)


def export(
    to: Annotated[Path, typer.Argument(metavar="FILE", help=views.target(_texts))],
    meeting_id: Annotated[
        int | None, typer.Option("--meeting", metavar="N", help=views.meeting(_texts))
    ] = None,
    with_names: Annotated[bool, typer.Option("--names", help=views.names(_texts))] = False,  # noqa: FBT002 - typer's way
    config_file: Annotated[Path | None, typer.Option("--config")] = None,
    as_json: Annotated[bool, typer.Option("--json", help=views.as_json(_texts))] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Write an archive that only its owner may read; ends with 1 when there is none."""
    if to.exists():
        refuse(views.exists(_texts, str(to)))
    with (
        opened(config_file) as (store, house),
        store.reading() as session,
        bar(views.packing(_texts), is_shown=not as_json) as step,
    ):
        turn = Turn(session, house, SystemClock().now())
        package = _packed(turn, meeting_id, step, with_names=with_names)
        missing = [one.file_name for one in package.missing]
    hand_out(to, package.content)
    if as_json:
        said = {"file": str(to), "bytes": len(package.content), "missing": missing}
        typer.echo(json.dumps(said, indent=2))
    else:
        typer.echo("\n".join((views.done(_texts, str(to)), *views.missing(_texts, missing))))


def _packed(turn: Turn, meeting_id: int | None, step: Tell, *, with_names: bool) -> Package:
    if meeting_id is None:
        return Package(packaging.of_network(turn, step), ())
    meeting = turn.session.get(Meeting, meeting_id)
    if meeting is None:
        listed = [(one.id, one.title or "–") for one in meetings.everything(turn.session)]
        refuse(views.no_meeting(_texts, meeting_id, listed[-20:]))
    return packaging.of_meeting(turn, meeting, with_names=with_names, tell=step)
