"""A question put to the bot from any chat, and the cards it was answered with. Decides nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.simulator.chats import Chat
from bot.simulator.json_value import JsonObject
from bot.simulator.people import User


@dataclass(eq=False)
class Inquiry:
    """What a person wrote after the bot's name, where; `button` leads to the bot's own chat."""

    id: str
    user: User
    chat: Chat
    words: str
    offset: str = ""
    results: list[JsonObject] = field(default_factory=list)
    button: JsonObject = field(default_factory=dict)
    next_offset: str = ""
    is_answered: bool = False

    def result(self, name: str) -> JsonObject | None:
        """Return the card with this id."""
        return next((one for one in self.results if one.get("id") == name), None)
