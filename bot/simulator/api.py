"""The Bot API: one call in, status and JSON out. Knows the methods' names, not their content."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from bot.simulator import editing, inline, looking, profile, sending
from bot.simulator.contract import Contract
from bot.simulator.faults import ConnectionCut, Fault, LostReply, RefusedConnection
from bot.simulator.fetching import Mailbox
from bot.simulator.flood import COUNTED, Flood
from bot.simulator.json_value import Json, JsonObject
from bot.simulator.refusals import Refused, bad, flood, forbidden
from bot.simulator.request import Ask, UploadedFile
from bot.simulator.stage import Call
from bot.simulator.world import World

Method: TypeAlias = Callable[[World, Ask], Json]
METHODS: Mapping[str, Method] = {
    name: method
    for methods in (
        sending.METHODS,
        editing.METHODS,
        looking.METHODS,
        profile.METHODS,
        inline.METHODS,
    )
    for name, method in methods.items()
}
_BY_NAME = {name.lower(): method for name, method in METHODS.items()}
_NO_BODY = b"<html>502 Bad Gateway</html>"


class Api:
    """Answers the bot's calls in one world.

    With `contract` every call and every answer is held against other libraries' picture of the
    Bot API; what does not fit is noted in `world.breaches` and refused with a 400.
    """

    def __init__(self, world: World, *, contract: bool = True) -> None:
        """Serve one world."""
        self.world = world
        self.mailbox = Mailbox(world)
        self._contract = Contract() if contract else None
        self._flood = Flood(world.clock)
        self._waits: Mapping[str, Callable[[Ask], Json]] = {
            "setwebhook": self.mailbox.set_webhook,
            "deletewebhook": self.mailbox.delete_webhook,
            "getwebhookinfo": lambda _: self.mailbox.webhook_info(),
        }
        if self._contract is not None:
            world.updates.inspect = partial(self._inspect_update, self._contract)

    async def call(
        self,
        token: str,
        method: str,
        params: Mapping[str, str],
        files: Mapping[str, UploadedFile] | None = None,
    ) -> tuple[int, bytes]:
        """Answer one call with status and JSON; raises ConnectionFault when no answer comes."""
        if token != self.world.token:
            return _refusal(Refused(401, "Unauthorized"))
        ask = Ask(method, params, files or {})
        fault = self.world.faults.take(method, ask.chat_id) if self.world.faults else None
        if self.world.luck is not None and method != "getUpdates":
            await self.world.clock.passes(self.world.luck.delay())
            fault = fault or self.world.luck.fault(method, ask.chat_id)
        await self._before(fault)
        status, body = await self._answer(ask, fault)
        if fault is not None and fault.name == "lost_reply":
            raise LostReply
        if fault is not None and fault.name == "bad_json":
            return 200, _NO_BODY
        return status, body

    async def _before(self, fault: Fault | None) -> None:
        if fault is None:
            return
        if fault.name == "refused_connection":
            raise RefusedConnection
        if fault.name == "connection_cut":
            raise ConnectionCut
        if fault.name == "slow":
            await self.world.clock.sleep(fault.seconds)

    async def _answer(self, ask: Ask, fault: Fault | None) -> tuple[int, bytes]:
        try:
            _pretend(fault)
            result = await self._result(ask)
        except Refused as refused:
            status, answer = refused.status, _no(refused)
        else:
            status, answer = 200, {"ok": True, "result": result}
        self._note(ask, status, answer)
        return status, json.dumps(answer, ensure_ascii=False).encode()

    async def _result(self, ask: Ask) -> Json:
        self._inspect_call(ask)
        name = ask.method.lower()
        if name == "getupdates":
            return await self.mailbox.get_updates(ask)
        if name in self._waits:
            return self._waits[name](ask)
        self._check_flood(ask)
        result = self._method(ask)(self.world, ask)
        if self._contract is not None:
            self._report(self._contract.result(ask.method, result))
        return result

    def _method(self, ask: Ask) -> Method:
        found = _BY_NAME.get(ask.method.lower())
        if found is None:
            text = f"method {ask.method} is not in the simulator"
            self.world.breaches.append(text)
            raise bad(text)
        return found

    def _check_flood(self, ask: Ask) -> None:
        if self.world.flood_limits and ask.method in COUNTED:
            seconds = self._flood.wait(ask.chat_id or ask.text("inline_message_id"))
            if seconds:
                raise flood(seconds)

    def _inspect_call(self, ask: Ask) -> None:
        if self._contract is None:
            return
        broken = self._contract.call(ask)
        self._report(broken)
        if broken:
            raise bad(f"contract: {broken[0]}")

    def _inspect_update(self, contract: Contract, update: JsonObject) -> None:
        self._report(contract.update(update))

    def _report(self, broken: list[str]) -> None:
        self.world.breaches.extend(broken)

    def _note(self, ask: Ask, status: int, answer: JsonObject) -> None:
        if ask.method == "getUpdates" and not answer.get("result", True):
            return
        self.world.note_call(ask.method, ask.params, status, answer)


def _pretend(fault: Fault | None) -> None:
    if fault is None:
        return
    if fault.name == "flood":
        raise flood(int(fault.seconds))
    if fault.name == "forbidden":
        raise forbidden("bot was blocked by the user")
    if fault.name == "server_error":
        raise Refused(500, "Internal Server Error")


def _no(refused: Refused) -> JsonObject:
    answer: dict[str, Json] = {
        "ok": False,
        "error_code": refused.status,
        "description": refused.description,
    }
    if refused.parameters:
        answer["parameters"] = refused.parameters
    return answer


def _refusal(refused: Refused) -> tuple[int, bytes]:
    return refused.status, json.dumps(_no(refused)).encode()


__all__ = ["Api", "Call", "UploadedFile"]
