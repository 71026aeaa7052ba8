"""Figure 7: how many turns two processes handle together, that share one PostgreSQL.

Run as `python -m benchmarks.sharing URL` it is one of them: what a webhook process does after it
has stored what came. Nothing is sent, for one process sends for all.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlmodel import Session, col, select

from benchmarks.contender import contend
from benchmarks.ours import FIRST_WRITER, UNLIMITED, Office
from benchmarks.postgres import DurableServer
from benchmarks.rig import AS_INSTALLED, ROOT, middle
from bot.records.meeting import Meeting
from bot.store import inbox

_NOWHERE = "http://127.0.0.1:9"
_SLICE = 500
_PAUSE = 0.005


@dataclass(frozen=True, slots=True)
class Line:
    """So many processes: turns a second, against one, and milliseconds of processor a turn."""

    processes: int
    per_second: float
    of_one: float
    cpu: float


def measure(database: DurableServer, turns: int, times: int) -> list[Line]:
    """Let one process and then two handle the same backlog, so many times."""
    kept: dict[int, list[tuple[float, float]]] = {1: [], 2: []}
    for _ in range(times):
        for count, runs in kept.items():
            runs.append(_handled(database.address(), count, turns))
    ones = [per_second for per_second, _ in kept[1]]
    return [
        Line(
            count,
            middle([per_second for per_second, _ in runs]),
            middle([run[0] / one for run, one in zip(runs, ones, strict=True)]),
            middle([cpu for _, cpu in runs]),
        )
        for count, runs in kept.items()
    ]


def _handled(url: str, count: int, turns: int) -> tuple[float, float]:
    """Give turns a second and milliseconds of processor a turn."""
    office = Office(_NOWHERE, url, UNLIMITED)
    office.knows(turns)
    workers = [_worker(url) for _ in range(count)]
    for worker in workers:
        if _hears(worker) != "ready\n":
            raise RuntimeError("a process did not start")
    with office.store.transaction() as session:
        _writes(session, turns)
    began = time.monotonic()
    for worker in workers:
        _tells(worker, "go\n")
    told = [json.loads(_hears(worker)) for worker in workers]
    seconds = time.monotonic() - began
    for worker in workers:
        worker.communicate()
    office.store.close()
    return turns / seconds, 1000 * sum(one["cpu"] for one in told) / turns


def _worker(url: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "benchmarks.sharing", url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=AS_INSTALLED,
    )


def _hears(worker: subprocess.Popen[str]) -> str:
    assert worker.stdout is not None
    return worker.stdout.readline()


def _tells(worker: subprocess.Popen[str], word: str) -> None:
    assert worker.stdin is not None
    worker.stdin.write(word)
    worker.stdin.flush()


def _writes(session: Session, turns: int) -> None:
    """Put a backlog in the inbox, as the webhook does: everyone writes once."""
    now = datetime.now(UTC)
    for start in range(0, turns, _SLICE):
        some = [_text(number) for number in range(start, min(start + _SLICE, turns))]
        inbox.keep(session, some, now + timedelta(milliseconds=start))


def _text(number: int) -> Mapping[str, object]:
    writer = FIRST_WRITER + number
    person = {"id": writer, "is_bot": False, "first_name": "Karin", "language_code": "sv"}
    return {
        "update_id": number + 1,
        "message": {
            "message_id": number + 1,
            "date": 1_795_000_000,
            "chat": {"id": writer, "type": "private", "first_name": "Karin"},
            "from": person,
            "text": "Jag kommer gärna",
        },
    }


async def _works(url: str) -> None:
    office = Office(_NOWHERE, url, UNLIMITED)
    with office.store.reading() as session:
        office.meeting_id = session.scalars(select(col(Meeting.id))).one()

    async def act() -> None:
        while True:
            await office.intake.handle_waiting()
            with office.store.reading() as session:
                if not inbox.count_waiting(session):
                    return
            await asyncio.sleep(_PAUSE)

    await contend(act)
    office.store.close()


if __name__ == "__main__":
    asyncio.run(_works(sys.argv[1]))
