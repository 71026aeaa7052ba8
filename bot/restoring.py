"""`samklang restore`: a copy in the database's place, and nothing told that was told before.

Knows settings, the terminal and a turn; what is forgotten and erased is decided in `deeds`.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot import config
from bot.clock import SystemClock
from bot.config import Settings
from bot.deeds import forgetting_again, voiding
from bot.deeds.voiding import Voided
from bot.house import House
from bot.opening import MISCONFIGURED, refuse
from bot.store import baton, saving, schema
from bot.store.engine import Store, StoreTroubleError
from bot.store.saving import NoBackupError
from bot.store.sealing import KeyRing
from bot.terminal import Screen, bar
from bot.turn import Turn
from bot.words.calendar import Words
from bot.words.texts import FIRST, Texts
from bot.words.views import operator
from bot.words.views import saving as views

_texts = Texts(FIRST)
_NOW = "now"


def restore(
    copy: Annotated[Path, typer.Argument(metavar="FILE", help=views.source(_texts))],
    until: Annotated[str | None, typer.Option("--until", help=views.cut_off(_texts))] = None,
    config_file: Annotated[Path | None, typer.Option("--config")] = None,
    is_agreed: Annotated[bool, typer.Option("--yes", help=views.agreed(_texts))] = False,  # noqa: FBT002 - typer's way
    as_json: Annotated[bool, typer.Option("--json", help=views.as_json(_texts))] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Replace the database; ends with 1 when it stands as it stood."""
    settings = config.load(config_file)
    if not isinstance(settings, Settings):
        refuse(operator.problem(_texts, settings), MISCONFIGURED)
    _check(copy)
    words = Words(FIRST, ZoneInfo(settings.network.timezone))
    moment = _moment(words, until)
    if not is_agreed and not _agrees(copy):
        refuse(views.untouched(_texts))
    with bar(views.restoring(_texts), is_shown=not as_json):
        kept = _replace(settings, copy)
        voided, forgotten = _clean(settings, moment)
    told = voided.messages + voided.broadcasts + voided.occasions
    if as_json:
        _print_json(copy, kept, moment, voided, forgotten)
        return
    typer.echo(views.restored(words, moment, told, forgotten))
    if kept:
        typer.echo(views.kept(_texts, str(kept)))


def _check(copy: Path) -> None:
    try:
        saving.check(copy)
    except (NoBackupError, OSError) as error:
        refuse(views.unusable(_texts, str(copy), str(error)))


def _moment(words: Words, given: str | None) -> datetime:
    """Learn when the lost database last told anyone anything; nobody but a person knows."""
    screen = Screen()
    if given is None and not screen.is_attended:
        refuse(views.needs_cut_off(_texts), MISCONFIGURED)
    while True:
        said = given if given is not None else screen.ask(views.ask_cut_off(_texts), _NOW)
        found = _read(words.zone, said)
        if found is not None:
            return found
        if given is not None:
            refuse(views.bad_cut_off(_texts), MISCONFIGURED)
        screen.say(views.bad_cut_off(_texts))


def _read(zone: ZoneInfo, said: str) -> datetime | None:
    now = SystemClock().now()
    if said.strip().casefold() in {_NOW, "nu", "nyt"}:
        return now
    try:
        moment = datetime.fromisoformat(said.strip().replace(".", ":"))
    except ValueError:
        return None
    return min(moment if moment.tzinfo else moment.replace(tzinfo=zone), now)


def _agrees(copy: Path) -> bool:
    screen = Screen()
    return screen.is_attended and views.is_yes(
        _texts, screen.ask(views.ask_replace(_texts, str(copy)))
    )


def _replace(settings: Settings, copy: Path) -> Path | None:
    """Put the copy in place while nobody else can reach it; give what was kept."""
    store = Store(settings.database.url)
    try:
        if not saving.fits(store, copy):
            refuse(views.other_kind(_texts, str(copy)))
        if store.lock() or (not store.is_sqlite and baton.is_taken(store)):
            refuse(views.in_use(_texts))
        return saving.put_back(store, copy)
    except (NoBackupError, StoreTroubleError) as error:
        refuse(views.failed(_texts, str(error)))
    finally:
        store.close()


def _clean(settings: Settings, until: datetime) -> tuple[Voided, int]:
    """Bring the tables up to date, forget what is past, and erase again those who were erased."""
    store = Store(settings.database.url)
    try:
        if schema.migrate(store):
            refuse(views.too_new(_texts))
        house = House(settings, KeyRing(Path(settings.database.key_file)), "")
        with store.transaction() as session:
            turn = Turn(session, house, SystemClock().now())
            forgotten = forgetting_again.replay(turn)
            return voiding.void(turn, until), forgotten
    except StoreTroubleError as error:
        refuse(views.failed(_texts, str(error)))
    finally:
        store.close()


def _print_json(
    copy: Path, kept: Path | None, until: datetime, voided: Voided, forgotten: int
) -> None:
    told = {
        "restored": str(copy),
        "kept": str(kept) if kept else None,
        "until": until.isoformat(),
        "not_sent": {
            "messages": voided.messages,
            "broadcasts": voided.broadcasts,
            "occasions": voided.occasions,
        },
        "erased_again": forgotten,
    }
    typer.echo(json.dumps(told, indent=2))
