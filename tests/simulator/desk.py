"""A world with three people and a group, and a way to make calls as the bot. Knows no library."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.clock import MovableClock
from bot.simulator.api import Api
from bot.simulator.chats import Chat
from bot.simulator.json_value import Json, JsonObject
from bot.simulator.messages import Message
from bot.simulator.people import User
from bot.simulator.request import UploadedFile
from bot.simulator.world import World

NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


@dataclass
class Desk:
    """Karin and Sara have started the bot, Nils has not; all three are in the group."""

    flood_limits: bool = False
    contract: bool = True
    runs: bool = False
    clock: MovableClock = field(init=False)
    world: World = field(init=False)
    api: Api = field(init=False)
    karin: User = field(init=False)
    sara: User = field(init=False)
    nils: User = field(init=False)
    group: Chat = field(init=False)

    def __post_init__(self) -> None:
        self.clock = MovableClock(NOON, runs=self.runs)
        self.world = World(self.clock, flood_limits=self.flood_limits, is_fair=True)
        self.api = Api(self.world, contract=self.contract)
        self.karin, self.sara, self.nils = map(self.world.add_user, ("Karin", "Sara", "Nils"))
        people = [self.sara, self.nils]
        self.group = self.world.add_group("Kulturnätet", people, admins=[self.karin])
        self.world.adds_bot(self.karin, self.group)
        self.world.starts(self.karin)
        self.world.starts(self.sara)
        self.world.updates.clear()

    def asks(self, method: str, **params: Json) -> tuple[int, JsonObject]:
        """Make one call as the bot; return status and answer."""
        return self._call(method, params, {})

    def uploads(self, method: str, file: UploadedFile, **params: Json) -> Json:
        """Make a call that carries a file under the name of its kind; return its result."""
        kind = method.removeprefix("send").lower()
        status, answer = self._call(method, params, {kind: file})
        assert status == 200, answer
        return answer["result"]

    def _call(
        self, method: str, params: JsonObject, files: Mapping[str, UploadedFile]
    ) -> tuple[int, JsonObject]:
        form = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in params.items()
        }
        status, body = asyncio.run(self.api.call(self.world.token, method, form, files))
        answer: JsonObject = json.loads(body)
        return status, answer

    def refusal(self, method: str, **params: Json) -> str:
        """Make a call that is refused; return why."""
        status, answer = self.asks(method, **params)
        assert status >= 400
        assert answer["error_code"] == status
        return str(answer["description"])

    def result(self, method: str, **params: Json) -> Json:
        """Make a call that succeeds; return its result."""
        status, answer = self.asks(method, **params)
        assert status == 200, answer
        assert [] == self.world.breaches
        return answer["result"]

    def says(self, user: User | Chat, text: str, **params: Json) -> Message:
        """Let the bot say something; return the message as it stands."""
        self.result("sendMessage", chat_id=user.id, text=text, **params)
        return self.world.history(user)[-1]

    def updates(self) -> list[JsonObject]:
        """Fetch and confirm everything that waits."""
        waiting = self.world.updates.pending()
        self.world.updates.clear()
        return waiting
