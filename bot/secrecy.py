"""Keeps the bot's token out of every log line and traceback.

Knows what a token looks like; never which token is ours.
"""

from __future__ import annotations

import asyncio
import logging
import re
import sys
import threading
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

# The number is the bot's id, the rest is secret (Bot API, "Authorizing your bot").
TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
# In an address the colon may be percent-encoded.
_WRITTEN = re.compile(r"\d{6,}(?::|%3[Aa])[A-Za-z0-9_-]{30,}")
_HIDDEN = "[token]"
# httpx logs whole addresses at INFO, and the library whole updates at DEBUG.
# Alembic, APScheduler and uvicorn tell of their own doings, which are no news to anyone here.
LEAST = {
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    "telegram": logging.INFO,
    "alembic": logging.WARNING,
    "apscheduler": logging.WARNING,
    "uvicorn": logging.WARNING,
}

_log = logging.getLogger("samklang")


def hidden(text: str) -> str:
    """Say the text with every token replaced."""
    return _WRITTEN.sub(_HIDDEN, text)


def told(error: BaseException) -> str:
    """Tell an error, where it arose and its causes, without tokens and local variables."""
    lines = traceback.TracebackException.from_exception(error, capture_locals=False).format()
    return hidden("".join(lines)).rstrip("\n")


def guard_logs(level: int = logging.INFO) -> None:
    """Veil every log line of the process and every uncaught error; logs go to standard error.

    The veil is put on when a record is born, so it holds for loggers and handlers made later by
    others. May be called again; the last level counts. `guard_loop` does the same for a loop.
    """
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger().setLevel(level)
    for name, least in LEAST.items():
        logging.getLogger(name).setLevel(max(least, level))
    logging.setLogRecordFactory(_veiled)
    logging.captureWarnings(capture=True)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


def guard_loop(loop: asyncio.AbstractEventLoop) -> None:
    """Tell what a task lets slip, through the same veil."""
    loop.set_exception_handler(_slipped)


def _veiled(*details: object, **more: object) -> logging.LogRecord:
    """Make a record whose message, arguments, error and stack hold no token."""
    record = _plain(*details, **more)
    record.msg, record.args = hidden(_message(record)), None
    if record.exc_info and record.exc_info[1]:
        record.exc_text, record.exc_info = told(record.exc_info[1]), None
    if record.stack_info:
        record.stack_info = hidden(record.stack_info)
    return record


_plain = logging.getLogRecordFactory()


def _message(record: logging.LogRecord) -> str:
    """Put the arguments into the message; one that does not fit its arguments is still told."""
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return f"{record.msg} {record.args}"


def _uncaught(
    kind: type[BaseException], error: BaseException, _where: TracebackType | None
) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _log.critical("stopped by an error\n%s", told(error))


def _uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        _log.critical("a thread was stopped by an error\n%s", told(args.exc_value))


def _slipped(_loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    error = context.get("exception")
    story = told(error) if isinstance(error, BaseException) else ""
    _log.error("%s\n%s", context.get("message", "a task was stopped by an error"), story)
