"""A large network to try things in: 2,000 associations, 5,000 people, 300 meetings.

The same every time, and as full as one that has been at it for years.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

from sqlalchemy import insert

from bot.clock import SystemClock
from bot.config import Settings
from bot.house import House
from bot.records.agenda import AgendaItem
from bot.records.audit import Audit
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Form, Meeting, Status
from bot.records.organisation import Organisation
from bot.records.outgoing import Lane, Outgoing, OutgoingStatus
from bot.records.person import Person, Role
from bot.records.registration import Registration, Standing
from bot.store import organisations, schema
from bot.store.engine import Store
from bot.store.sealing import KeyRing

ASSOCIATIONS, PEOPLE, MEETINGS, COMING = 2_000, 5_000, 300, 60
ACTS = 20_000
"""What the log holds: some seventy acts a meeting."""
ORGANISER, MEMBER = 1, 2
WRITTEN, INVITED, SENT = 1, 2, 3
"""A message that is being written, an invitation likewise, and one that everyone has got."""
PLACES = ("Östersund", "Krokom", "Åre", "Berg", "Bräcke", "Härjedalen", "Ragunda", "Strömsund")
KINDS = ("kommun", "ideell kultur", "studieförbund", "centrumbildning", "professionella")
_AT_ONCE = 5_000
_Rows = list[dict[str, object]]


def build(folder: Path) -> tuple[Store, House]:
    """Write the network down."""
    store = Store(f"sqlite:///{folder / 'network.db'}")
    store.lock()
    schema.migrate(store)
    for table, rows in _tables(SystemClock().now()):
        for start in range(0, len(rows), _AT_ONCE):
            with store.transaction() as session:
                session.execute(insert(table), rows[start : start + _AT_ONCE])
    settings = Settings.model_validate(
        {"network": {"name": "Nätet", "controller": "Regionen", "contact": "a@b.example"}}
    )
    return store, House(settings, KeyRing(None), "samklang_bot")


def _tables(now: datetime) -> Iterator[tuple[type, _Rows]]:
    today = now.date()
    yield Organisation, [_association(n) | {"created_at": now} for n in range(ASSOCIATIONS)]
    yield Person, [_person(n) | {"created_at": now} for n in range(PEOPLE)]
    yield Meeting, [_meeting(n, today) | {"created_at": now} for n in range(MEETINGS)]
    yield Registration, _coming(now)
    yield Broadcast, _messages(now)
    yield Outgoing, [_sent(person, now) for person in range(1, PEOPLE + 1)]
    yield Audit, [_act(n, now) for n in range(ACTS)]
    yield (
        AgendaItem,
        [
            {"meeting_id": meeting, "position": n, "title": f"Punkt {n}"}
            for meeting in range(1, MEETINGS + 1)
            for n in range(8)
        ],
    )


def name_of(association: int) -> str:
    """Name an association by its number, from 0."""
    return f"{PLACES[association % 8]} förening {association}"


def _association(n: int) -> dict[str, object]:
    return {
        "name": name_of(n),
        "key": organisations.key_of(name_of(n)),
        "kind": KINDS[n % 5],
        "municipality": PLACES[n % 8],
        "languages": [],
    }


def _person(n: int) -> dict[str, object]:
    return {
        "telegram_id": 10_000 + n,
        "name": f"Medlem Nummer{n}",
        "role": Role.OWNER if n == 0 else Role.MEMBER,
        "organisation_id": n % ASSOCIATIONS + 1,
    }


def _coming(now: datetime) -> _Rows:
    dice = random.Random(7)  # the same network every time
    return [
        {
            "meeting_id": meeting,
            "person_id": person,
            "standing": Standing.GOING,
            "created_at": now,
            "changed_at": now,
        }
        for meeting in range(1, MEETINGS + 1)
        for person in sorted({*_regular(meeting), *dice.sample(range(3, PEOPLE), COMING)})
    ]


def _regular(meeting: int) -> set[int]:
    """Let the member who is tried come to one meeting in eight, and to the last."""
    return {MEMBER} if meeting % 8 == 0 or meeting == MEETINGS else set()


def _messages(now: datetime) -> _Rows:
    """Give a message and an invitation that are being written, and a message that was sent."""
    own = {"meeting_id": MEETINGS - 1, "created_by": ORGANISER, "text": f"Vi ses {now:%d/%m}."}
    kinds = {
        WRITTEN: (BroadcastKind.MESSAGE, BroadcastStatus.DRAFT),
        INVITED: (BroadcastKind.INVITATION, BroadcastStatus.DRAFT),
        SENT: (BroadcastKind.MESSAGE, BroadcastStatus.DONE),
    }
    return [
        {"key": f"tried {number}", "kind": kind, "status": status, "count": 0}
        | own
        | {"audience": {}, "facts": {}, "starts_at": now, "created_at": now}
        for number, (kind, status) in kinds.items()
    ]


def _sent(person: int, now: datetime) -> dict[str, object]:
    """Write that a person got the message; one in a hundred did not."""
    is_lost = person % 100 == 0
    return {
        "chat_id": 9_999 + person,
        "person_id": person,
        "meeting_id": MEETINGS - 1,
        "broadcast_id": SENT,
        "method": "sendMessage",
        "content": {},
        "key": f"tried {SENT}:{person}",
        "lane": Lane.BROADCAST,
        "status": OutgoingStatus.GIVEN_UP if is_lost else OutgoingStatus.SENT,
        "last_error": "blocked: Forbidden" if is_lost else "",
        "not_before": now,
        "created_at": now,
        "settled_at": now,
    }


def _act(n: int, now: datetime) -> dict[str, object]:
    return {
        "at": now - timedelta(minutes=n),
        "actor_id": n % PEOPLE + 1,
        "verb": "changed",
        "meeting_id": n % MEETINGS + 1,
        "detail": "place",
    }


def _meeting(n: int, today: date) -> dict[str, object]:
    """Make every third meeting one that has been held."""
    day = today + timedelta(days=n // 3 + 10 if n % 3 else -n // 3 - 2)
    return {
        "secret": f"hemlig-{n}",
        "status": Status.ANNOUNCED,
        "title": f"Dialogträff nummer {n}",
        "day": day,
        "start": clock_time(10),
        "end": clock_time(14),
        "form": Form.ROOM,
        "place": "Teaterverkstaden, Östersund",
        "closes_on": day - timedelta(days=7),
        "seats": 80,
        "food": "lunch",
        "join_url": "",
        "accessibility": "",
        "contact": "Karin Ek",
        "created_by": ORGANISER,
        "waived": ["agenda"],
    }
