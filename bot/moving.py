"""`samklang move --to URL`: a network moves to another database, whole or not at all.

Knows settings and the terminal; how rows are copied and compared is `store.copying`'s.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from sqlalchemy.engine import make_url

from bot import config
from bot.config import Database, Settings
from bot.opening import MISCONFIGURED, refuse
from bot.store import baton, copying, schema
from bot.store.copying import Account, Differs, NotEmpty
from bot.store.engine import Store, StoreTroubleError
from bot.words.texts import FIRST, Texts
from bot.words.views import moving as views
from bot.words.views import operator

_texts = Texts(FIRST)


def move(
    to: Annotated[str, typer.Option("--to", metavar="URL", help=views.to(_texts))],
    config_file: Annotated[Path | None, typer.Option("--config")] = None,
    as_json: Annotated[bool, typer.Option("--json", help=views.as_json(_texts))] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Copy every row into an empty database and compare; ends with 1 when it could not be done."""
    settings = config.load(config_file)
    if not isinstance(settings, Settings):
        refuse(operator.problem(_texts, settings), MISCONFIGURED)
    old, new = settings.database.url, _address(to)
    if make_url(old) == make_url(new):
        refuse(views.same(_texts), MISCONFIGURED)
    with _opened_old(old) as source, _opened_new(new) as target:
        accounts = _moved(source, target, is_shown=not as_json)
    if as_json:
        _print_json(accounts, new, settings)
    else:
        place = str(config_file or config.STANDARD_FILE)
        _print_table(accounts)
        typer.echo(views.next_steps(_texts, place, _shown(new), settings.database.key_file))


def _address(given: str) -> str:
    try:
        return Database(url=given).url
    except ValidationError:
        refuse(views.bad_address(_texts), MISCONFIGURED)


@contextmanager
def _opened_old(url: str) -> Iterator[Store]:
    """Open the database in use, which nobody may be using now."""
    path = make_url(url).database or ""
    if make_url(url).get_backend_name() == "sqlite" and not Path(path).is_file():
        refuse(views.missing(_texts, _shown(url)))
    with _opened(url) as store:
        try:
            standing = schema.revision(store)
        except StoreTroubleError as trouble:
            refuse(views.old_trouble(_texts, str(trouble)))
        if standing != schema.LATEST:
            refuse(views.outdated(_texts))
        if store.lock() or (not store.is_sqlite and baton.is_taken(store)):
            refuse(views.in_use(_texts))
        yield store


@contextmanager
def _opened_new(url: str) -> Iterator[Store]:
    """Open the database to be, with tables."""
    with _opened(url) as store:
        if store.lock():
            refuse(views.in_use(_texts))
        try:
            too_new = schema.migrate(store)
        except StoreTroubleError as trouble:
            refuse(views.new_trouble(_texts, str(trouble)))
        if too_new:
            refuse(views.not_empty(_texts, "alembic_version"))
        yield store


@contextmanager
def _opened(url: str) -> Iterator[Store]:
    try:
        store = Store(url)
    except StoreTroubleError as trouble:
        refuse(views.new_trouble(_texts, str(trouble)))
    try:
        yield store
    finally:
        store.close()


def _moved(source: Store, target: Store, *, is_shown: bool) -> list[Account]:
    """Copy behind a progress bar."""
    console = Console(stderr=True)
    try:
        with Progress(console=console, disable=not is_shown, transient=True) as progress:
            bar = progress.add_task(views.working(_texts), total=copying.size(source))
            done = copying.copy(source, target, lambda _, rows: progress.advance(bar, rows))
    except StoreTroubleError as trouble:
        refuse(views.new_trouble(_texts, str(trouble)))
    if isinstance(done, NotEmpty):
        refuse(views.not_empty(_texts, done.table))
    if isinstance(done, Differs):
        refuse(views.differs(_texts, done.table))
    return done


def _shown(url: str) -> str:
    """Write an address without its password."""
    return make_url(url).render_as_string(hide_password=True)


def _print_table(accounts: list[Account]) -> None:
    table = Table(views.table(_texts), views.rows(_texts), views.fingerprint(_texts))
    table.columns[1].justify = "right"
    for one in accounts:
        if one.rows:
            table.add_row(one.table, str(one.rows), one.fingerprint[:12])
    Console().print(table)
    typer.echo(views.done(_texts, sum(one.rows for one in accounts)))


def _print_json(accounts: list[Account], url: str, settings: Settings) -> None:
    told = {
        "to": _shown(url),
        "key_file": settings.database.key_file,
        "rows": sum(one.rows for one in accounts),
        "tables": [
            {"table": one.table, "rows": one.rows, "fingerprint": one.fingerprint}
            for one in accounts
        ],
    }
    typer.echo(json.dumps(told, indent=2))
