"""How the server says no, in Telegram's own words. Knows no method and no state."""

from __future__ import annotations

from collections.abc import Mapping

from bot.simulator.json_value import Json


class Refused(Exception):  # noqa: N818 - the server's answer, not an error of ours
    """A call is answered with an error; `description` is the whole text that goes out."""

    def __init__(
        self, status: int, description: str, parameters: Mapping[str, Json] | None = None
    ) -> None:
        """Refuse with an HTTP status and, for some, parameters that a program can read."""
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters or {}


def bad(text: str) -> Refused:
    """Refuse a call that is wrong in itself."""
    return Refused(400, f"Bad Request: {text}")


def forbidden(text: str) -> Refused:
    """Refuse a call that someone does not want."""
    return Refused(403, f"Forbidden: {text}")


def conflict(text: str) -> Refused:
    """Refuse a second way of fetching updates."""
    return Refused(409, f"Conflict: {text}")


def flood(seconds: int) -> Refused:
    """Refuse because the bot writes too much; `seconds` tell when it may try again."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def migrated(chat_id: int) -> Refused:
    """Refuse because the group lives under another id now."""
    text = "Bad Request: group chat was upgraded to a supergroup chat"
    return Refused(400, text, {"migrate_to_chat_id": chat_id})


def unparsable(text: str) -> Refused:
    """Refuse markup that cannot be read."""
    return bad(f"can't parse entities: {text}")
