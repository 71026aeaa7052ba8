"""`samklang backup`: the whole database in one file, also while the bot runs.

Knows settings and the terminal; how a database is copied is `store.saving`'s.
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
from bot.opening import MISCONFIGURED, refuse
from bot.store import saving
from bot.store.engine import Store, StoreTroubleError
from bot.store.saving import NoBackupError
from bot.terminal import bar
from bot.words.texts import FIRST, Texts
from bot.words.views import operator
from bot.words.views import saving as views

_texts = Texts(FIRST)
_MEGABYTE = 1000**2


def back_up(
    to: Annotated[Path | None, typer.Argument(metavar="[TO]", help=views.target(_texts))] = None,
    config_file: Annotated[Path | None, typer.Option("--config")] = None,
    as_json: Annotated[bool, typer.Option("--json", help=views.as_json(_texts))] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Write a checked copy that only its owner may read; ends with 1 when there is none."""
    settings = config.load(config_file)
    if not isinstance(settings, Settings):
        refuse(operator.problem(_texts, settings), MISCONFIGURED)
    store = _opened(settings)
    try:
        target = _target(store, to, settings)
        _save(store, target, is_shown=not as_json)
    finally:
        store.close()
    size = target.stat().st_size
    if as_json:
        typer.echo(json.dumps({"file": str(target), "bytes": size}, indent=2))
        return
    shown = f"{max(size / _MEGABYTE, 0.1):.1f} MB".replace(".", ",")
    typer.echo(views.saved(_texts, str(target), shown, settings.database.key_file))


def _opened(settings: Settings) -> Store:
    try:
        store = Store(settings.database.url)
    except StoreTroubleError as trouble:
        refuse(views.failed(_texts, str(trouble)))
    if store.path and not store.path.stat().st_size:
        store.path.unlink()
        refuse(views.missing(_texts, str(store.path)))
    return store


def _target(store: Store, to: Path | None, settings: Settings) -> Path:
    """Choose the file: as asked, or named after the hour so that no copy is written over."""
    name = f"samklang-{_now(settings):%Y-%m-%d-%H%M%S}{saving.ending(store)}"
    folder_or_file = to or Path()
    target = folder_or_file / name if folder_or_file.is_dir() else folder_or_file
    if target.exists():
        refuse(views.exists(_texts, str(target)))
    return target


def _now(settings: Settings) -> datetime:
    return SystemClock().now().astimezone(ZoneInfo(settings.network.timezone))


def _save(store: Store, target: Path, *, is_shown: bool) -> None:
    try:
        with bar(views.working(_texts), is_shown=is_shown) as step:
            saving.save(store, target, step)
    except (NoBackupError, StoreTroubleError) as error:
        refuse(views.failed(_texts, str(error)))
