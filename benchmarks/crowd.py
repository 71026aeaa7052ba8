"""What people send in the bench, as the Bot API writes it (Update)."""

from __future__ import annotations

import time


def _someone(person: int) -> dict[str, object]:
    return {"id": person, "is_bot": False, "first_name": "Karin", "language_code": "sv"}


def _message(person: int, number: int) -> dict[str, object]:
    chat = {"id": person, "type": "private", "first_name": "Karin"}
    return {
        "message_id": number,
        "date": int(time.time()),
        "chat": chat,
        "from": _someone(person),
        "text": "hej",
    }


def text(person: int, number: int) -> dict[str, object]:
    """Let someone write."""
    return {"message": _message(person, number)}


def tap(person: int, number: int) -> dict[str, object]:
    """Let someone tap a button."""
    query: dict[str, object] = {"id": str(number), "from": _someone(person), "chat_instance": "1"}
    return {
        "callback_query": query | {"message": _message(person, number), "data": "reg:1:yes"},
    }
