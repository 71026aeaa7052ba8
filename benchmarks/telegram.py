"""A strict Bot API on loopback, in a process of its own, cheap enough never to be what is measured.

Knows Telegram's limits and counts every refusal. Taps buttons as people do, and times the replies.
Run it as `python -m benchmarks.telegram`; the first line it prints is its port.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import sys
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote

from benchmarks import crowd

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_HEAD = b"HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
_WORDS = {200: b"OK", 429: b"Too Many Requests"}
_YES = b'{"ok":true,"result":true}'
_ME = (
    b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"Samklang","username":"samklang_bot"'
    b',"can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":false}}'
)
_SENT = (
    b'{"ok":true,"result":{"message_id":%d,"date":%d,"chat":{"id":%d,"type":"private"'
    b',"first_name":"K"},"text":"ok"}}'
)
_ANSWERS = {
    "getMe": _ME,
    "getMyName": b'{"ok":true,"result":{"name":"Samklang"}}',
    "getMyDescription": b'{"ok":true,"result":{"description":""}}',
    "getMyShortDescription": b'{"ok":true,"result":{"short_description":""}}',
    "getMyCommands": b'{"ok":true,"result":[]}',
}
_TAPPER = 9_000_000_000
"""People who tap have ids from here; nobody else has."""
_TAPPERS = 40
"""So many take turns that nobody is told more than once a second."""


@dataclass(slots=True)
class Rules:
    """What holds for one run: limits or none, seconds of round trip, people who tap."""

    is_limited: bool = True
    round_trip: float = 0.0
    taps_per_second: float = 0.0
    expected: int = 0
    """The tapping ends when so many others have been told something."""


@dataclass(slots=True)
class Bucket:
    """So many at once, refilled evenly."""

    size: float
    rate: float
    level: float = field(init=False)
    at: float = 0.0

    def __post_init__(self) -> None:
        """Start full."""
        self.level = self.size

    def missing(self, now: float) -> float:
        """Seconds until there is a place; 0 takes it."""
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        if self.level >= 1.0:
            self.level -= 1.0
            return 0.0
        return (1.0 - self.level) / self.rate


class Telegram:
    """One run of the server: who was told what when, and what was refused."""

    def __init__(self, rules: Rules) -> None:
        """Begin with an empty log."""
        self.rules = rules
        self.bot = Bucket(30.0, 30.0)
        self.chats: dict[int, Bucket] = {}
        self.told: list[float] = []
        self.answers: list[tuple[float, float]] = []
        self.refused = 0
        self.calls = 0
        self.tapped: dict[int, float] = {}
        self.taps = 0
        self.updates: deque[tuple[int, bytes]] = deque()
        self.polled_at = 0.0
        self.last_id = 0
        self.waiting: tuple[Connection, int] | None = None
        self.is_over = False

    def send(self, chat: int) -> tuple[int, bytes]:
        """Deliver a message, or refuse it as Telegram does."""
        now = time.monotonic()
        if self.rules.is_limited and (wait := self._wait(chat, now)):
            self.refused += 1
            seconds = max(1, int(wait + 0.999))
            said = f"Too Many Requests: retry after {seconds}"
            return 429, json.dumps(
                {
                    "ok": False,
                    "error_code": 429,
                    "description": said,
                    "parameters": {"retry_after": seconds},
                }
            ).encode()
        self._note(chat, now)
        return 200, _SENT % (self.calls, int(time.time()), chat)

    def _wait(self, chat: int, now: float) -> float:
        if chat not in self.chats:
            self.chats[chat] = Bucket(1.0, 1.0) if chat > 0 else Bucket(20.0, 20 / 60)
        own = self.chats[chat]
        if own.level < 1.0 and (missing := (1.0 - own.level) / own.rate - (now - own.at)) > 0:
            return missing
        wait = self.bot.missing(now)
        if not wait:
            own.missing(now)
        return wait

    def _note(self, chat: int, now: float) -> None:
        if chat >= _TAPPER:
            if tapped := self.tapped.pop(chat, 0.0):
                self.answers.append((tapped, now - tapped))
            return
        if not self.told and self.rules.taps_per_second:
            self._tap_soon()
        self.told.append(now)
        self.is_over = bool(self.rules.expected) and len(self.told) >= self.rules.expected

    def _tap_soon(self) -> None:
        wait = (0.85 + 0.3 * random.random()) / self.rules.taps_per_second
        asyncio.get_running_loop().call_later(wait, self._tap)

    def _tap(self) -> None:
        if self.is_over or current.run is not self:
            return
        person = _TAPPER + self.taps % _TAPPERS
        self.taps += 1
        self.tapped[person] = time.monotonic()
        self.offer(crowd.tap(person, self.taps))
        self._tap_soon()

    def feed(self, count: int, kind: str) -> None:
        """Let `count` different people write or tap, all at once."""
        make = crowd.tap if kind == "tap" else crowd.text
        for number in range(count):
            self.offer(make(100_000 + number, number + 1))

    def offer(self, body: Mapping[str, object]) -> None:
        """Put an update in line, and give it to who waits."""
        self.last_id += 1
        raw = json.dumps({"update_id": self.last_id, **body}).encode()
        self.updates.append((self.last_id, raw))
        if self.waiting:
            connection, _ = self.waiting
            self.waiting = None
            connection.reply(200, self._batch(100))

    def poll(self, connection: Connection, asked: Mapping[str, str]) -> None:
        """Answer getUpdates; an offset confirms what is before it."""
        self.polled_at = self.polled_at or time.monotonic()
        offset, limit = int(asked.get("offset", 0)), int(asked.get("limit", 100))
        while self.updates and self.updates[0][0] < offset:
            self.updates.popleft()
        if self.updates or not int(float(asked.get("timeout", 0))):
            connection.reply(200, self._batch(limit))
            return
        self.waiting = (connection, limit)
        wait = float(asked["timeout"])
        asyncio.get_running_loop().call_later(wait, self._give_nothing, connection)

    def _give_nothing(self, connection: Connection) -> None:
        if self.waiting and self.waiting[0] is connection:
            self.waiting = None
            connection.reply(200, b'{"ok":true,"result":[]}')

    def _batch(self, limit: int) -> bytes:
        some = [raw for _, (_, raw) in zip(range(limit), self.updates, strict=False)]
        return b'{"ok":true,"result":[' + b",".join(some) + b"]}"

    def report(self) -> dict[str, object]:
        """Say how it went."""
        return {
            "told": self.told,
            "answers": self.answers,
            "refused": self.refused,
            "calls": self.calls,
            "taps": self.taps,
            "unanswered": len(self.tapped),
            "polled_at": self.polled_at,
            "is_over": self.is_over,
        }


class Connection(asyncio.Protocol):
    """Just enough HTTP/1.1: requests with a length, one after another."""

    transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to write."""
        assert isinstance(transport, asyncio.Transport)
        self.transport, self.rest = transport, b""

    def data_received(self, data: bytes) -> None:
        """Take one whole request after another."""
        self.rest += data
        while (end := self.rest.find(b"\r\n\r\n")) >= 0:
            head = self.rest[:end]
            found = _LENGTH.search(head)
            whole = end + 4 + (int(found[1]) if found else 0)
            if len(self.rest) < whole:
                return
            body, self.rest = self.rest[end + 4 : whole], self.rest[whole:]
            path = unquote(head.split(b" ", 2)[1].decode())
            self._arrives(path.rpartition("/")[2], body)

    def _arrives(self, method: str, body: bytes) -> None:
        half = current.run.rules.round_trip / 2
        if half and not method.startswith("control-"):
            asyncio.get_running_loop().call_later(half, self._act, method, body)
        else:
            self._act(method, body)

    def _act(self, method: str, body: bytes) -> None:
        run = current.run
        run.calls += 1
        if method in {"sendMessage", "editMessageText"}:
            self.reply(*run.send(_chat_of(body)))
        elif method == "getUpdates":
            run.poll(self, _asked(body))
        elif method.startswith("control-"):
            self._write(200, json.dumps(_control(method, json.loads(body or b"{}"))).encode())
        else:
            self.reply(200, _ANSWERS.get(method, _YES))

    def reply(self, status: int, body: bytes) -> None:
        """Answer, when the answer has had time to travel."""
        half = current.run.rules.round_trip / 2
        if half:
            asyncio.get_running_loop().call_later(half, self._write, status, body)
        else:
            self._write(status, body)

    def _write(self, status: int, body: bytes) -> None:
        if not self.transport.is_closing():
            self.transport.write(_HEAD % (status, _WORDS[status], len(body)) + body)


def _chat_of(body: bytes) -> int:
    if body.startswith(b"{"):
        return int(json.loads(body)["chat_id"])
    return int(_asked(body)["chat_id"])


def _asked(body: bytes) -> dict[str, str]:
    if body.startswith(b"{"):
        return {name: str(value) for name, value in json.loads(body).items()}
    return dict(parse_qsl(body.decode()))


def _control(method: str, asked: dict[str, object]) -> object:
    """Do what the one who measures asks for."""
    if method == "control-new":
        current.run = Telegram(Rules(**asked))  # type: ignore[arg-type]  # JSON of our own making
    elif method == "control-feed":
        current.run.feed(int(str(asked["count"])), str(asked["kind"]))
    return current.run.report() if method == "control-report" else {}


class _Current:
    """The run that goes on; one at a time."""

    run = Telegram(Rules())


current = _Current()


async def _serve() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Connection, "127.0.0.1", 0, backlog=1024)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve())
