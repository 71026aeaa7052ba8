"""One call as it came over the wire: names and strings. Knows no method."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.simulator.json_value import Json, JsonObject
from bot.simulator.refusals import bad


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file that came along with a call."""

    name: str
    mime: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ask:
    """What the bot asks for; values are strings, nested ones JSON, as in a form."""

    method: str
    params: Mapping[str, str]
    files: Mapping[str, UploadedFile] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a parameter as it came; "" if absent."""
        return self.params.get(name, "")

    def number(self, name: str) -> int | None:
        """Return a whole number; None if absent or no number."""
        try:
            return int(self.params[name])
        except (KeyError, ValueError):
            return None

    def decimal(self, name: str) -> float:
        """Return a decimal number; raises Refused if it is none."""
        try:
            return float(self.params[name])
        except (KeyError, ValueError):
            raise bad(f"{name} is empty or no number") from None

    def flag(self, name: str) -> bool:
        """Return whether a parameter is true, in any of the spellings the server takes."""
        return self.text(name).lower() in {"true", "1", "yes"}

    def json(self, name: str) -> Json:
        """Return a nested parameter; None if absent; raises Refused if it is no JSON."""
        if not self.text(name):
            return None
        try:
            value: Json = json.loads(self.params[name])
        except ValueError:
            raise bad(f"can't parse {name} JSON object") from None
        return value

    def object(self, name: str) -> JsonObject:
        """Return a nested object; empty if absent; raises Refused if it is something else."""
        value = self.json(name)
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            raise bad(f"object expected as {name}")
        return value

    def objects(self, name: str) -> list[JsonObject]:
        """Return a list of nested objects; empty if absent; raises Refused if otherwise."""
        value = self.json(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
            raise bad(f"array of objects expected as {name}")
        return [item for item in value if isinstance(item, Mapping)]

    @property
    def chat_id(self) -> int | None:
        """The chat the call is about; None if it names none by number."""
        return self.number("chat_id")
