"""Opens a network's database for a command that is not the bot itself, and writes its files."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer

from bot import config
from bot.config import Settings
from bot.house import House
from bot.store import schema
from bot.store.engine import FlushFailedError, Store, StoreTroubleError
from bot.store.sealing import KeyRing
from bot.words.texts import FIRST, Texts
from bot.words.views import handing_over as views
from bot.words.views import operator

_texts = Texts(FIRST)
FAILED, MISCONFIGURED = 1, 2


def refuse(why: str, code: int = FAILED) -> NoReturn:
    """Say why not, and end."""
    typer.echo(why, err=True)
    raise typer.Exit(code)


def hand_out(to: Path, content: bytes) -> None:
    """Write a file that only its owner may read, whole or not at all; ends the command if not."""
    try:
        to.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        refuse(views.exists(_texts, str(to)))
    except OSError as error:
        refuse(views.failed(_texts, error.strerror or str(error)))
    try:
        to.write_bytes(content)
    except OSError as error:
        to.unlink(missing_ok=True)
        refuse(views.failed(_texts, error.strerror or str(error)))


@contextmanager
def opened(config_file: Path | None, *, alone: bool = False) -> Iterator[tuple[Store, House]]:
    """Give the database and the house it belongs to; ends the command with a sentence if it cannot.

    `alone` demands that the bot is not running on the same file. Whatever the database refuses
    inside, such as a full disk, ends the command with a sentence too.
    """
    settings = config.load(config_file)
    if not isinstance(settings, Settings):
        refuse(operator.problem(_texts, settings), MISCONFIGURED)
    try:
        store = Store(settings.database.url)
    except StoreTroubleError as trouble:
        refuse(views.failed(_texts, str(trouble)))
    try:
        _check(store, alone=alone)
        yield store, House(settings, KeyRing(Path(settings.database.key_file)), "")
    except (StoreTroubleError, FlushFailedError) as trouble:
        refuse(views.failed(_texts, str(trouble)))
    finally:
        store.close()


def _check(store: Store, *, alone: bool) -> None:
    if alone and store.lock():
        refuse(views.in_use(_texts))
    if schema.revision(store) != schema.LATEST:
        refuse(views.no_network(_texts))
