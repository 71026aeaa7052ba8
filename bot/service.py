"""`samklang run`: one bot in earnest, from the first check to the last message put away.

Knows processes, signals and exit codes; what the bot does is `app`'s.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot import config
from bot.app import App
from bot.clock import SystemClock
from bot.config import Settings
from bot.languages import Cause
from bot.secrecy import guard_loop
from bot.store import schema, soundness
from bot.store.engine import FlushFailedError, Store, StoreTroubleError
from bot.store.lock import Taken
from bot.store.sealing import KeyRing
from bot.store.soundness import DatabaseGoneError
from bot.wires.calling import TokenRefusedError
from bot.wires.collector import look_only_at_what_is_new
from bot.wires.intake import TwoPollersError
from bot.wires.line import LineError
from bot.wires.supervisor import Ended
from bot.words import catalogues
from bot.words.texts import Texts
from bot.words.views import languages, operator
from bot.words.views import service as views

Say = Callable[[str], None]
_OK, _FAILED, _MISCONFIGURED = 0, 1, 2
_LANDING = 3.0
"""Real seconds that requests on the wire get at the end; all of it takes less than eight."""


def run(file: Path | None, say: Say) -> int:
    """Serve until stopped; give the exit code: 0 stopped by hand, 1 trouble, 2 wrong settings."""
    settings = config.load(file)
    texts = Texts(settings.network.language if isinstance(settings, Settings) else "sv")
    problem = settings if not isinstance(settings, Settings) else config.lacking(settings, file)
    if problem is not None:
        say(operator.problem(texts, problem))
        return _MISCONFIGURED
    if not isinstance(settings, Settings):
        return _MISCONFIGURED
    place = file or config.STANDARD_FILE
    if config.exposed(place, settings):
        say(views.exposed(texts, str(place)))
    for faults in catalogues.examined().values():
        for fault in faults:
            if fault.cause is not Cause.MISSING_SENTENCES:
                say(languages.fault(texts, fault))
    return _with_database(settings, texts, say)


def _with_database(settings: Settings, texts: Texts, say: Say) -> int:
    try:
        store = Store(settings.database.url)
        refusal = _refusal(store, texts)
        if refusal:
            say(refusal)
            return _FAILED
        return asyncio.run(_serve(settings, store, texts, say))
    except StoreTroubleError as trouble:
        say(views.database_trouble(texts, str(trouble)))
    except FlushFailedError:
        say(views.not_kept(texts))
    except OSError as trouble:
        say(views.database_trouble(texts, trouble.strerror or type(trouble).__name__))
    return _FAILED


def _refusal(store: Store, texts: Texts) -> str:
    """Say why this database must be left alone; empty when it may be used."""
    taken = store.lock()
    if isinstance(taken, Taken):
        return views.taken(texts, str(taken.path), taken.pid)
    if damage := soundness.damage(store):
        return views.damaged(texts, damage)
    too_new = schema.migrate(store)
    return views.schema_too_new(texts, too_new.revision) if too_new else ""


async def _serve(settings: Settings, store: Store, texts: Texts, say: Say) -> int:
    guard_loop(asyncio.get_running_loop())
    keys = KeyRing(Path(settings.database.key_file))
    app = App(settings, store, keys, SystemClock())
    try:
        await app.open()
        look_only_at_what_is_new()
        async with _stopping() as stop:
            _greet(app, texts, say)
            ended = await app.run(stop)
            await app.close(_LANDING)
    except TokenRefusedError:
        say(views.token_refused(texts))
        return _FAILED
    except LineError as error:
        say(views.no_line(texts, str(error)))
        return _FAILED
    return _farewell(ended, texts, say)


def _greet(app: App, texts: Texts, say: Say) -> None:
    say(views.running(texts, app.settings.network.name, app.house.username))
    link = app.owner_link()
    if link:
        say(views.owner_link(texts, link))


def _farewell(ended: Ended | None, texts: Texts, say: Say) -> int:
    if ended is None:
        say(views.stopped(texts))
        return _OK
    if isinstance(ended.error, TokenRefusedError):
        say(views.token_refused(texts))
    elif isinstance(ended.error, TwoPollersError):
        say(views.two_pollers(texts))
    elif isinstance(ended.error, DatabaseGoneError):
        say(views.gone(texts))
    else:
        say(views.part_ended(texts, ended.name))
    return _FAILED


@asynccontextmanager
async def _stopping() -> AsyncIterator[asyncio.Event]:
    """Give an event that Ctrl-C and SIGTERM set."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)
    for each in signals:
        # Windows has no such handlers; there Ctrl-C ends the loop itself.
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(each, stop.set)
    try:
        yield stop
    finally:
        for each in signals:
            with contextlib.suppress(NotImplementedError):
                loop.remove_signal_handler(each)
