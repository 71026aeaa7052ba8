"""`samklang doctor`: looks at the machine, the settings and Telegram, and tells what it sees.

Knows where to look; what is right is decided by the rules of health.
"""

import asyncio
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated, assert_never
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot import config
from bot.clock import Clock, SystemClock, boot
from bot.config import Settings
from bot.rules import health
from bot.rules.health import Finding, Grade, Sign
from bot.secrecy import hidden
from bot.store import pulses, schema
from bot.store.engine import Store, StoreTroubleError
from bot.store.pulses import Instant
from bot.wires import profile
from bot.wires.profile import BotName, Refused, Unreachable
from bot.wires.way_out import proxy_to
from bot.words import catalogues
from bot.words.manner import manner
from bot.words.texts import FIRST, Texts
from bot.words.views import health as views

_LIBRARIES = ("python-telegram-bot", "apscheduler", "sqlmodel", "sqlalchemy", "babel")

Whose = BotName | Refused | Unreachable
Ask = Callable[[Settings], tuple[Whose, datetime | None]]
"""Asks Telegram whose the token is and what time it is there; an empty token is not asked about."""


def doctor(
    config_file: Annotated[Path | None, typer.Option("--config")] = None,
) -> None:
    """Tell what is right and wrong; the process ends with 1 when something is wrong."""
    texts = Texts(FIRST)
    findings = list(examined(config_file, ask_telegram, SystemClock()))
    for each in findings:
        typer.echo(views.finding(texts, each))
    typer.echo("\n" + views.verdict(texts, findings))
    raise typer.Exit(any(each.grade is Grade.WRONG for each in findings))


def examined(file: Path | None, ask: Ask, clock: Clock) -> Iterator[Finding]:
    """Look at everything; what depends on settings that cannot be read is left out."""
    yield from _machine()
    settings = config.load(file)
    place = file or config.STANDARD_FILE
    if not isinstance(settings, Settings):
        yield health.settings(str(place), settings)
        return
    yield health.settings(str(place), config.lacking(settings, place))
    yield from _rights(place, settings)
    yield from _database(settings, clock)
    yield _room(settings)
    yield _local_hour(settings, clock.now())
    yield from _telegram(settings, ask, clock)


def ask_telegram(settings: Settings) -> tuple[Whose, datetime | None]:
    """Ask Telegram itself."""
    telegram = settings.telegram
    token = telegram.token.get_secret_value()

    async def asked() -> tuple[Whose, datetime | None]:
        hour = await profile.server_hour(telegram.base_url)
        return await profile.check(token, telegram.base_url), hour

    return asyncio.run(asked())


def _machine() -> Iterator[Finding]:
    yield health.python(sys.version_info[:3])
    for name in _LIBRARIES:
        yield health.library(name, _version(name))
    yield health.sqlite(sqlite3.sqlite_version_info)
    yield Finding(Grade.OK, Sign.ZONE_DATA, {"version": _version("tzdata")})
    for tag, faults in catalogues.examined().items():
        yield from health.language(manner(tag).name, faults)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _rights(place: Path, settings: Settings) -> Iterator[Finding]:
    """Look at the files that hold secrets; Windows has no such rights to look at."""
    token = settings.telegram.token_file
    files = (
        place,
        place.parent / token if token else None,
        _sqlite_file(settings),
        Path(settings.database.key_file),
    )
    for file in files:
        if os.name != "nt" and file and file.is_file():
            yield health.rights(str(file), file.stat().st_mode)


def _sqlite_file(settings: Settings) -> Path | None:
    url = settings.database.url
    return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None


def _database(settings: Settings, clock: Clock) -> Iterator[Finding]:
    """Ask which version the tables have, and when the bot last showed a sign of life.

    A database not yet made is not made here.
    """
    file = _sqlite_file(settings)
    if file and not file.exists():
        yield health.database(None, schema.LATEST)
        return
    try:
        store = Store(settings.database.url)
        standing = schema.revision(store)
        yield health.database(standing, schema.LATEST)
        if standing == schema.LATEST:
            yield _pulse(store, settings, clock)
        store.close()
    except (SQLAlchemyError, StoreTroubleError, OSError, ImportError) as error:
        yield Finding(Grade.WRONG, Sign.DATABASE_SHUT, {"reason": _reason(error)})


def _pulse(store: Store, settings: Settings, clock: Clock) -> Finding:
    """Look at the oldest sign of life: a part that stands still is what matters."""
    with store.reading() as session:
        found = pulses.last(session).values()
    instant = Instant(clock.now(), clock.mono(), boot())
    oldest = max(found, key=instant.age, default=None)
    if oldest is None:
        return health.pulse(None, "")
    zone = ZoneInfo(settings.network.timezone)
    moment = (clock.now() - instant.age(oldest)).astimezone(zone).strftime("%Y-%m-%d %H.%M")
    return health.pulse(instant.age(oldest), moment)


def _reason(error: Exception) -> str:
    """Give the driver's own first line; SQLAlchemy's holds the statement too."""
    return hidden(str(getattr(error, "orig", None) or error)).strip().partition("\n")[0]


def _room(settings: Settings) -> Finding:
    folder = (_sqlite_file(settings) or Path()).parent
    return health.room(shutil.disk_usage(folder if folder.is_dir() else Path()).free)


def _local_hour(settings: Settings, now: datetime) -> Finding:
    zone = settings.network.timezone
    clock = now.astimezone(ZoneInfo(zone)).strftime("%H.%M")
    return Finding(Grade.OK, Sign.LOCAL_HOUR, {"zone": zone, "clock": clock})


def _telegram(settings: Settings, ask: Ask, clock: Clock) -> Iterator[Finding]:
    if proxy := _proxy(settings.telegram.base_url):
        yield Finding(Grade.OK, Sign.PROXY, {"proxy": proxy})
    if not settings.telegram.token:
        return
    who, hour = ask(settings)
    yield _token(who)
    if isinstance(who, BotName):
        yield health.inline(is_on=who.is_inline)
    yield health.hour(clock.now(), hour)


def _token(who: Whose) -> Finding:
    match who:
        case BotName(username=username, name=name):
            return Finding(Grade.OK, Sign.TOKEN, {"username": username, "name": name})
        case Refused():
            return Finding(Grade.WRONG, Sign.TOKEN_REFUSED)
        case Unreachable(reason=reason):
            return Finding(Grade.WRONG, Sign.TELEGRAM_SILENT, {"reason": reason})
        case _:
            assert_never(who)


def _proxy(address: str) -> str:
    """Name the proxy that the environment asks for, without its name and password."""
    found = urlsplit(proxy_to(address) or "")
    if not found.hostname:
        return ""
    port = f":{found.port}" if found.port else ""
    return f"{found.scheme}://{found.hostname}{port}"
