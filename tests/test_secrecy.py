"""The token is in no log line, no traceback and no other word from the process."""

from __future__ import annotations

import asyncio
import io
import logging
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import httpx
import pytest

from bot import secrecy

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
CANARY = f"7123456789:{SECRET}"
ADDRESS = f"https://api.telegram.org/bot{CANARY}/sendMessage"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Everything logged, as a handler of someone else's making would write it."""
    root, born, hook = logging.getLogger(), logging.getLogRecordFactory(), sys.excepthook
    thread_hook, level, levels = threading.excepthook, root.level, _levels()
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    root.addHandler(handler)
    secrecy.guard_logs(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    logging.captureWarnings(capture=False)
    logging.setLogRecordFactory(born)
    sys.excepthook, threading.excepthook = hook, thread_hook
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


def _levels() -> dict[str, int]:
    return {name: logging.getLogger(name).level for name in ("httpx", "httpcore", "telegram")}


def _request_that_fails() -> None:
    try:
        _no_route()
    except httpx.ConnectError as error:
        raise RuntimeError(f"could not call {error.request.url}") from error


def _no_route() -> None:
    raise httpx.ConnectError(f"no route to {ADDRESS}", request=httpx.Request("POST", ADDRESS))


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        (f"calling {ADDRESS}", ()),
        ("calling %s", (ADDRESS,)),
        ("calling %s", (httpx.URL(ADDRESS),)),
        ("calling %(address)s", ({"address": ADDRESS},)),
        ("calling %s", (ADDRESS.replace(":", "%3A"),)),
        ("calling %d and %s", (ADDRESS,)),
    ],
)
def test_no_line_shows_the_token(
    written: io.StringIO, message: str, arguments: tuple[object, ...]
) -> None:
    """Message, arguments and a line whose arguments do not fit are veiled, and still told."""
    logging.getLogger("anyone").warning(message, *arguments)

    assert SECRET not in written.getvalue()
    assert "calling" in written.getvalue()
    assert "[token]" in written.getvalue()


def test_no_traceback_shows_the_token(written: io.StringIO) -> None:
    """An error's own words, its cause and the stack are veiled, and the place is still told."""
    try:
        _request_that_fails()
    except RuntimeError:
        logging.getLogger("anyone").exception("failed", stack_info=True)

    assert SECRET not in written.getvalue()
    assert "ConnectError: no route to https://api.telegram.org/bot[token]" in written.getvalue()
    assert "_request_that_fails" in written.getvalue()


def test_a_later_logger_with_its_own_handler_is_veiled_too(written: io.StringIO) -> None:
    """A web server that brings its own handler is under the same veil."""
    stream, server = io.StringIO(), logging.getLogger("a.web.server")
    server.propagate, handler = False, logging.StreamHandler(stream)
    server.addHandler(handler)

    server.error("POST %s", ADDRESS)
    server.removeHandler(handler)

    assert "POST https://api.telegram.org/bot[token]/sendMessage\n" == stream.getvalue()
    assert "" == written.getvalue()


def test_the_libraries_that_talk_too_much_are_hushed(written: io.StringIO) -> None:
    """Requests are logged from WARNING and updates never, whatever level we ask for."""
    logging.getLogger("httpx").info("HTTP Request: POST %s", ADDRESS)
    logging.getLogger("telegram.ext").debug("an update with Karin's words")

    assert "" == written.getvalue()


def test_a_thread_that_dies_is_told_without_the_token(written: io.StringIO) -> None:
    """An error nobody caught in a thread goes through the same veil."""
    thread = threading.Thread(target=_request_that_fails)
    thread.start()
    thread.join()

    assert SECRET not in written.getvalue()
    assert "a thread was stopped by an error" in written.getvalue()


def test_a_task_that_dies_is_told_without_the_token(written: io.StringIO) -> None:
    """An error that nobody awaited goes through the same veil."""

    async def lose_a_task() -> None:
        loop = asyncio.get_running_loop()
        secrecy.guard_loop(loop)
        loop.call_soon(_request_that_fails)
        await asyncio.sleep(0)

    asyncio.run(lose_a_task())

    assert SECRET not in written.getvalue()
    assert "RuntimeError: could not call https://api.telegram.org/bot[token]" in written.getvalue()


def test_a_process_that_falls_says_why_without_the_token() -> None:
    """The last words of the process hold the error but not the token, nor local variables."""
    program = (
        "from bot import secrecy\n"
        "secrecy.guard_logs()\n"
        f"def fall():\n    address = '{ADDRESS}'\n    raise RuntimeError('gone: ' + address)\n"
        "fall()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-"], input=program, capture_output=True, text=True, check=False
    )

    assert 1 == ended.returncode
    assert SECRET not in ended.stdout + ended.stderr
    assert "gone: https://api.telegram.org/bot[token]/sendMessage" in ended.stderr


def test_an_error_without_a_story_is_no_error(written: io.StringIO) -> None:
    """A thread that dies with the interpreter has nothing left to tell."""
    threading.excepthook(threading.ExceptHookArgs((RuntimeError, None, None, None)))

    assert "" == written.getvalue()


def test_ctrl_c_is_not_an_error(written: io.StringIO) -> None:
    """Whoever stops the bot gets no traceback."""
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert "" == written.getvalue()
