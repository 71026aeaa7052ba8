"""How the bot gets its updates: long polls, or an address to deliver them to."""

from __future__ import annotations

import asyncio
import contextlib
import re
from dataclasses import dataclass
from datetime import datetime

from bot.simulator.json_value import Json
from bot.simulator.refusals import bad, conflict
from bot.simulator.request import Ask
from bot.simulator.stage import Stage

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LONGEST_POLL = 50
_ONE_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
_HOOKED = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook"
    " first"
)


@dataclass
class Webhook:
    """Where updates are delivered; an empty address means that the bot asks for them."""

    url: str = ""
    secret: str = ""
    last_error_at: datetime | None = None
    last_error: str = ""


class Mailbox:
    """The one place updates are fetched from, with its manners."""

    def __init__(self, stage: Stage) -> None:
        """Open it without a webhook."""
        self._stage = stage
        self._poll = 0
        self._closed = False
        self.webhook = Webhook()
        self.hooked = asyncio.Event()

    async def get_updates(self, ask: Ask) -> Json:
        """Hold the call until something arrives or its timeout (real seconds) is over."""
        if self.webhook.url:
            raise conflict(_HOOKED)
        self._allow(ask)
        updates = self._stage.updates
        updates.confirm(ask.number("offset") or 0)
        self._poll += 1
        updates.wake()
        limit = ask.number("limit") or 100
        if not len(updates):
            await self._hold(self._poll, min(ask.number("timeout") or 0, _LONGEST_POLL))
        return updates.pending(max(1, min(limit, 100)))

    def release(self) -> None:
        """Let a held call return at once, and hold no other."""
        self._closed = True
        self._stage.updates.wake()

    async def _hold(self, poll: int, seconds: float) -> None:
        if seconds <= 0 or self._closed:
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._arrival(poll)

    async def _arrival(self, poll: int) -> None:
        while not len(self._stage.updates) and not self._closed:
            await self._stage.updates.arrival()
            if poll != self._poll or self.webhook.url:
                raise conflict(_HOOKED if self.webhook.url else _ONE_POLLER)

    def set_webhook(self, ask: Ask) -> Json:
        """Remember where to deliver; an empty address ends it."""
        url, secret = ask.text("url"), ask.text("secret_token")
        if url and not url.startswith(("https://", "http://127.0.0.1", "http://localhost")):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if secret and not _SECRET.fullmatch(secret):
            raise bad("secret token contains unallowed characters")
        self._allow(ask)
        self._forget(ask)
        self.webhook = Webhook(url, secret)
        self._stage.updates.wake()
        self.hooked.set()
        return True

    def delete_webhook(self, ask: Ask) -> Json:
        """Stop delivering; the bot will ask instead."""
        self._forget(ask)
        self.webhook = Webhook()
        return True

    def webhook_info(self) -> Json:
        """Tell where updates go and how it fares."""
        hook = self.webhook
        answer: dict[str, Json] = {
            "url": hook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._stage.updates),
        }
        if hook.last_error_at is not None:
            answer["last_error_date"] = int(hook.last_error_at.timestamp())
            answer["last_error_message"] = hook.last_error
        if self._stage.updates.allowed:
            answer["allowed_updates"] = sorted(self._stage.updates.allowed)
        return answer

    def _forget(self, ask: Ask) -> None:
        if ask.flag("drop_pending_updates"):
            self._stage.updates.clear()

    def _allow(self, ask: Ask) -> None:
        kinds = ask.json("allowed_updates")
        if isinstance(kinds, list):
            self._stage.updates.allow([str(kind) for kind in kinds])
