"""Each way a request can fail says one thing about the message, and only one."""

from __future__ import annotations

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.store.outcomes import (
    Delivered,
    Doubtful,
    Moved,
    Refused,
    Undelivered,
    Unformatted,
    Unmade,
    Unreachable,
)
from bot.wires.verdict import classify
from bot.wires.workbench import NotMadeError

HTML = {"text": "<b>A &amp; B", "parse_mode": "HTML"}


def caused(error: Exception, cause: Exception) -> Exception:
    """Give the error as the library raises it, from its cause."""
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (caused(NetworkError("x"), httpx.ConnectError("x")), Undelivered),
        (caused(TimedOut(), httpx.ConnectTimeout("x")), Undelivered),
        (caused(TimedOut(), httpx.PoolTimeout("x")), Undelivered),
        (caused(TimedOut(), httpx.ReadTimeout("x")), Doubtful),
        (caused(TimedOut(), httpx.WriteTimeout("x")), Doubtful),
        (caused(NetworkError("x"), httpx.RemoteProtocolError("x")), Doubtful),
        (caused(NetworkError("x"), httpx.ReadError("x")), Doubtful),
        (NetworkError("Bad Gateway (502)"), Doubtful),
        (TelegramError("Invalid server response"), Doubtful),
        (KeyError("result"), Doubtful),
        (Conflict("x"), Doubtful),
        (RetryAfter(35), Undelivered),
        (Forbidden("bot was blocked by the user"), Unreachable),
        (BadRequest("Chat not found"), Refused),
        (BadRequest("Message is not modified: ..."), Delivered),
        (BadRequest("Message to delete not found"), Delivered),
        (BadRequest("Can't parse entities: ..."), Unformatted),
        (ChatMigrated(-100), Moved),
        (InvalidToken(), Undelivered),
        (EndPointNotFound("x"), Undelivered),
        (NotMadeError("x"), Unmade),
    ],
)
def test_b1_to_b11_what_each_failure_means(error: Exception, outcome: type) -> None:
    """The table of failures: never left us, in doubt, refused, or somewhere else."""
    assert type(classify(error, HTML).outcome) is outcome


def test_only_a_dead_line_or_token_concerns_everyone() -> None:
    """Other messages wait when nothing gets out, and stop when we are not known."""
    cut = classify(caused(NetworkError("x"), httpx.ConnectError("x")), HTML)
    unknown = classify(InvalidToken(), HTML)
    lost = classify(caused(TimedOut(), httpx.ReadTimeout("x")), HTML)

    assert (cut.is_cut_off, unknown.is_cut_off, lost.is_cut_off) == (True, False, False)
    assert (cut.is_token_refused, unknown.is_token_refused) == (False, True)


def test_plain_text_is_tried_only_once() -> None:
    """When bare text is refused for its markup there is nothing more to take away."""
    again = classify(BadRequest("Can't parse entities"), HTML).outcome

    assert again == Unformatted({"text": "A & B"}, "BadRequest: Can't parse entities")
    assert isinstance(classify(BadRequest("Can't parse entities"), {"text": "A"}).outcome, Refused)


def test_no_address_is_kept() -> None:
    """A network error may quote the address, and with it the token: we keep only its name."""
    error = caused(NetworkError("https://x/bot123456:SECRET"), httpx.ReadError("123456:SECRET"))

    assert "SECRET" not in repr(classify(error, HTML))
