"""Delivers updates to the bot's own address, as stubbornly as Telegram does."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from bot.simulator.fetching import Mailbox, Webhook
    from bot.simulator.json_value import JsonObject
    from bot.simulator.world import World

_PATIENCE = 60.0  # seconds the bot has to answer
_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 60.0
_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Postman:
    """Carries updates to the webhook, oldest first; one that is not taken is tried again.

    Pauses between tries double from one second to sixty, on the world's clock. Faults are added
    for the pretended method "webhook": duplicate, reordered, lost_reply, refused_connection.
    """

    def __init__(self, world: World, mailbox: Mailbox) -> None:
        """Carry for one world."""
        self._world = world
        self._mailbox = mailbox
        self._pause = _FIRST_PAUSE

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with httpx.AsyncClient(trust_env=False, timeout=_PATIENCE) as client:
            while True:
                await self._mailbox.hooked.wait()
                await self._round(client)

    async def _round(self, client: httpx.AsyncClient) -> None:
        hook = self._mailbox.webhook
        if not hook.url:
            self._mailbox.hooked.clear()
            return
        waiting = self._world.updates.pending()
        if not waiting:
            await self._world.updates.arrival()
            return
        await self._deliver(client, hook, waiting)

    async def _deliver(
        self, client: httpx.AsyncClient, hook: Webhook, waiting: list[JsonObject]
    ) -> None:
        fault = self._world.faults.take("webhook")
        name = fault.name if fault else ""
        if name == "reordered" and len(waiting) > 1:
            await self._post(client, hook, waiting[1])
        taken = name != "refused_connection" and await self._post(client, hook, waiting[0])
        if name == "duplicate":
            await self._post(client, hook, waiting[0])
        if taken and name != "lost_reply":
            self._world.updates.confirm(_number(waiting[0]) + 1)
            self._pause = _FIRST_PAUSE
        else:
            await self._rest()

    async def _rest(self) -> None:
        pause, self._pause = self._pause, min(self._pause * 2, _LONGEST_PAUSE)
        await self._world.clock.sleep(pause)

    async def _post(self, client: httpx.AsyncClient, hook: Webhook, update: JsonObject) -> bool:
        headers = {"Content-Type": "application/json"}
        if hook.secret:
            headers[_HEADER] = hook.secret
        with contextlib.suppress(httpx.HTTPError):
            answer = await client.post(
                hook.url, content=json.dumps(update, ensure_ascii=False).encode(), headers=headers
            )
            if answer.is_success:
                return True
            self._complain(
                f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
            )
            return False
        self._complain("Connection refused")
        return False

    def _complain(self, text: str) -> None:
        self._mailbox.webhook.last_error = text
        self._mailbox.webhook.last_error_at = self._world.clock.now()


def _number(update: JsonObject) -> int:
    return int(str(update["update_id"]))


async def ended(task: asyncio.Task[None]) -> None:
    """Cancel a task and wait until it is gone."""
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
