"""What an exception from the library says about a message. Knows the library, no rows.

`TimedOut` and `NetworkError` mix what never left us with what may have arrived, and `BadRequest`
is a `NetworkError` too: so the cause decides, and the order of the questions matters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)

from bot.rules.progress import Obstacle
from bot.store.outcomes import (
    Delivered,
    Doubtful,
    Gone,
    Moved,
    Outcome,
    Refused,
    Undelivered,
    Unformatted,
    Unmade,
    Unreachable,
)
from bot.wires import plain
from bot.wires.workbench import NotMadeError

try:
    from bot.wires.carrier import NEVER_LEFT
except ImportError:  # a machine for which aiohttp has no wheel
    NEVER_LEFT = ()  # type: ignore[assignment]  # nothing of it can be raised then

_NEVER_LEFT = (
    *NEVER_LEFT,
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    ConnectionRefusedError,
)
_AS_WISHED = ("message is not modified", "message to delete not found")
_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message can't be deleted",
    "message_id_invalid",
)
_OBSTACLES = {
    "blocked by the user": Obstacle.BLOCKED,
    "deactivated": Obstacle.GONE,
    "chat not found": Obstacle.GONE,
    "can't initiate conversation": Obstacle.UNKNOWN,
}
_MARKUP = ("can't parse entities",)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the row, and what the sender must know besides.

    `is_cut_off`: nothing reaches Telegram, so everyone waits a little. `is_token_refused`: it
    does not know us, so nothing can be sent at all.
    """

    outcome: Outcome
    is_cut_off: bool = False
    is_token_refused: bool = False


def classify(error: BaseException, content: Mapping[str, object]) -> Verdict:
    """Judge a failed request; what we have never seen before counts as doubt."""
    match error:
        case RetryAfter():
            return Verdict(Undelivered("flood"))
        case ChatMigrated():
            return Verdict(Moved(error.new_chat_id))
        case InvalidToken() | EndPointNotFound():
            return Verdict(Undelivered("the token is refused"), is_token_refused=True)
        case Forbidden() | BadRequest() | NotMadeError():
            return Verdict(_refusal(error, content))
        case NetworkError() if isinstance(error.__cause__, _NEVER_LEFT):
            return Verdict(Undelivered(_name(error)), is_cut_off=True)
        case _:
            return Verdict(Doubtful(_name(error)))


def _refusal(
    error: Forbidden | BadRequest | NotMadeError, content: Mapping[str, object]
) -> Outcome:
    if isinstance(error, NotMadeError):
        return Unmade(_name(error))
    said = error.message.lower()
    if isinstance(error, Forbidden):
        return Unreachable(f"{_obstacle(said)}: {_words(error)}")
    if any(words in said for words in _AS_WISHED):
        return Delivered(None)
    if any(words in said for words in _GONE):
        return Gone(_words(error))
    if any(words in said for words in _MARKUP) and "parse_mode" in content:
        return Unformatted(plain.without_markup(content), _words(error))
    return Refused(f"{_obstacle(said)}: {_words(error)}")


def _obstacle(said: str) -> Obstacle:
    """Name what stands in the way, in the word that a row's error begins with."""
    return next((why for words, why in _OBSTACLES.items() if words in said), Obstacle.REFUSED)


def _words(error: Forbidden | BadRequest) -> str:
    """Telegram's own reason, which quotes nothing of the message but a position."""
    return f"{type(error).__name__}: {error.message}"[:200]


def _name(error: BaseException) -> str:
    """Names only: what a network error says may hold the address, and that holds the token."""
    cause = error.__cause__
    return f"{type(error).__name__} ({type(cause).__name__})" if cause else type(error).__name__
