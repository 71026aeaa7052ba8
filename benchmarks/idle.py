"""What a look at "what is due?" costs when nothing is: 100,000 people and 1,000 meetings ahead.

Run as `python -m benchmarks.idle PEOPLE MEETINGS`; prints milliseconds as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from bot.clock import SystemClock
from bot.config import Settings
from bot.house import House
from bot.records.meeting import Meeting, Status
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.store import schema
from bot.store.engine import Store
from bot.store.sealing import KeyRing
from bot.turn import Turn
from handlers import broadcasting, foreseeing, noticing

_LOOKS = 30
_SLICE = 5000
_COMING = 100
"""Registrations a meeting."""


def _fill(store: Store, people: int, meetings: int) -> None:
    now = SystemClock().now()
    day = (now + timedelta(days=20)).astimezone(ZoneInfo("Europe/Stockholm")).date()
    listed = [
        {"telegram_id": 10_000 + n, "name": f"Medlem {n}", "is_private": True, "created_at": now}
        for n in range(people)
    ]
    held = [
        {
            "secret": str(n),
            "status": Status.ANNOUNCED,
            "title": f"Möte {n}",
            "day": day,
            "wakes_at": now + timedelta(days=10, minutes=n),
            "created_by": 1,
            "created_at": now,
        }
        for n in range(meetings)
    ]
    coming = [
        {
            "meeting_id": n % meetings + 1,
            "person_id": (n // meetings * 997 + n % meetings) % people + 1,
            "standing": Standing.GOING,
            "created_at": now,
            "changed_at": now,
        }
        for n in range(meetings * min(_COMING, people // meetings))
    ]
    for table, rows in ((Person, listed), (Meeting, held), (Registration, coming)):
        for start in range(0, len(rows), _SLICE):
            with store.transaction() as session:
                session.execute(insert(table), rows[start : start + _SLICE])


def _look(store: Store, house: House) -> float:
    """Do what the bot does each time it wakes, and give the milliseconds."""
    now = SystemClock().now()
    began = time.perf_counter()
    with store.transaction() as session:
        noticing.tick(Turn(session, house, now))
    with store.transaction() as session:
        broadcasting.next_slice(Turn(session, house, now))
    with store.reading() as session:
        foreseeing.next_hour(Turn(session, house, now))
    return 1000 * (time.perf_counter() - began)


def _main() -> None:
    people, meetings = int(sys.argv[1]), int(sys.argv[2])
    with TemporaryDirectory() as folder:
        place = Path(folder)
        store = Store(f"sqlite:///{place / 'bench.db'}")
        schema.migrate(store)
        _fill(store, people, meetings)
        house = House(Settings(), KeyRing(place / "bench.keys"), "samklang_bot")
        _look(store, house)
        looks = [_look(store, house) for _ in range(_LOOKS)]
        store.close()
    sys.stdout.write(json.dumps({"median": median(looks), "most": max(looks)}) + "\n")


if __name__ == "__main__":
    _main()
