"""People and bots, as Telegram presents them. Knows nothing of chats."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.simulator.json_value import Json, JsonObject


@dataclass(eq=False)
class User:
    """A person or a bot with an account."""

    id: int
    first_name: str
    last_name: str = ""
    username: str | None = None
    language: str = "sv"
    is_bot: bool = False
    deactivated: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name as shown above a message."""
        return f"{self.first_name} {self.last_name}".strip()

    def as_json(self) -> JsonObject:
        """Return the Bot API object `User`."""
        answer: dict[str, Json] = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
        }
        if self.last_name:
            answer["last_name"] = self.last_name
        if self.username:
            answer["username"] = self.username
        if not self.is_bot and self.language:
            answer["language_code"] = self.language
        return answer
