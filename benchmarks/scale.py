"""What a turn costs in a large network: 2,000 associations, 5,000 people, 300 meetings.

Every command, and every button that an answer leads to, is tried as an organiser and as a member;
nothing is kept. Run as `python -m benchmarks.scale`; prints the slowest in milliseconds, as JSON.
"""

from __future__ import annotations

import json
import random
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from datetime import time as clock_time
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import insert
from sqlmodel import Session, select

from bot.clock import SystemClock
from bot.config import Settings
from bot.events import Chat, Event, Sender, Tapped, Typed
from bot.house import House
from bot.records.agenda import AgendaItem
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Form, Meeting, Status
from bot.records.organisation import Organisation
from bot.records.outgoing import Outgoing
from bot.records.person import Person, Role
from bot.records.registration import Registration, Standing
from bot.store import organisations, schema
from bot.store.engine import Store
from bot.store.sealing import KeyRing
from bot.token import parse
from handlers import routes

ASSOCIATIONS, PEOPLE, MEETINGS, COMING = 2_000, 5_000, 300, 60
PLACES = ("Östersund", "Krokom", "Åre", "Berg", "Bräcke", "Härjedalen", "Ragunda", "Strömsund")
KINDS = ("kommun", "ideell kultur", "studieförbund", "centrumbildning", "professionella")
MOST = 600
"""Turns tried for each person."""
LIMIT = 200.0
"""Milliseconds that no turn should take."""
ORGANISER, MEMBER = 1, 2
_TEXT = "Dialogträff lördag {day} kl. 10-14, Teaterverkstaden. Anmäl dig senast en vecka före."


@dataclass(frozen=True, slots=True)
class Turned:
    """What was done, by whom, and how many milliseconds it took."""

    who: int
    what: str
    took: float


class _NotKeptError(Exception):
    """Nothing that is tried is kept."""


def _rows(now_day: date) -> Iterator[tuple[type, list[dict[str, object]]]]:
    now = SystemClock().now()
    dice = random.Random(7)  # the same network every time
    names = [f"{PLACES[n % 8]} förening {n}" for n in range(ASSOCIATIONS)]
    yield (
        Organisation,
        [
            {
                "name": name,
                "key": organisations.key_of(name),
                "kind": KINDS[n % 5],
                "municipality": PLACES[n % 8],
                "languages": [],
                "created_at": now,
            }
            for n, name in enumerate(names)
        ],
    )
    yield (
        Person,
        [
            {
                "telegram_id": 10_000 + n,
                "name": f"Medlem Nummer{n}",
                "role": Role.OWNER if n == 0 else Role.MEMBER,
                "organisation_id": n % ASSOCIATIONS + 1,
                "created_at": now,
            }
            for n in range(PEOPLE)
        ],
    )
    yield (Meeting, [_meeting(n, now_day) | {"created_at": now} for n in range(MEETINGS)])
    yield (
        Registration,
        [
            {
                "meeting_id": meeting,
                "person_id": person,
                "standing": Standing.GOING,
                "created_at": now,
                "changed_at": now,
            }
            for meeting in range(1, MEETINGS + 1)
            for person in sorted({*_regular(meeting), *dice.sample(range(3, PEOPLE), COMING)})
        ],
    )
    yield (Broadcast, _written(now_day))
    yield (
        AgendaItem,
        [
            {"meeting_id": meeting, "position": n, "title": f"Punkt {n}"}
            for meeting in range(1, MEETINGS + 1)
            for n in range(8)
        ],
    )


def _written(now_day: date) -> list[dict[str, object]]:
    """Give a message and an invitation that are being written, each to everyone."""
    day = SystemClock().now()
    own = {"meeting_id": MEETINGS - 1, "created_by": ORGANISER, "text": f"Vi ses {now_day}."}
    return [
        {"key": f"draft {kind}", "kind": kind, "status": BroadcastStatus.DRAFT}
        | own
        | {"audience": {}, "facts": {}, "starts_at": day, "created_at": day}
        for kind in (BroadcastKind.MESSAGE, BroadcastKind.INVITATION)
    ]


def _regular(meeting: int) -> set[int]:
    """Let the member who is tried come to one meeting in eight, and to the last."""
    return {MEMBER} if meeting % 8 == 0 or meeting == MEETINGS else set()


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


def build(folder: Path) -> tuple[Store, House]:
    """Write the network down."""
    store = Store(f"sqlite:///{folder / 'scale.db'}")
    store.lock()
    schema.migrate(store)
    for table, rows in _rows(SystemClock().now().date()):
        for start in range(0, len(rows), 5_000):
            with store.transaction() as session:
                session.execute(insert(table), rows[start : start + 5_000])
    settings = Settings.model_validate(
        {"network": {"name": "Nätet", "controller": "Regionen", "contact": "a@b.example"}}
    )
    return store, House(settings, KeyRing(None), "samklang_bot")


def _commands() -> list[str]:
    every = {**routes.ANYONE, **routes.KNOWN, **routes.MEMBERS}
    return [f"/{name}" for name in every if name != "start"]


def walk(store: Store, house: House, who: int) -> list[Turned]:
    """Try every command, and then whatever the answers lead to, breadth first."""
    waiting = deque(_commands())
    waiting += ["letter:1:show", "whom:1:show", "whom:2:show", "report:1:show"]
    waiting += [f"/ny {_TEXT.format(day='13 februari')}", f"come:{MEETINGS}:show"]
    seen: set[str] = set()
    tried: list[Turned] = []
    while waiting and len(tried) < MOST:
        what = waiting.popleft()
        if (shape := _shape(what)) in seen:
            continue
        seen.add(shape)
        took, leads = _turn(store, house, who, what)
        tried.append(Turned(who, what, took))
        waiting += leads
    return tried


def _shape(what: str) -> str:
    """Say what a button does, whichever row it is about, so that each is tried once."""
    token = None if what.startswith("/") else parse(what)
    if token is None:
        return what
    choice = token.choice or ""
    return f"{token.what}:{token.ask}:{'' if choice.isdecimal() else choice}"


def _turn(store: Store, house: House, who: int, what: str) -> tuple[float, list[str]]:
    leads: list[str] = []
    began = time.perf_counter()
    with suppress(_NotKeptError), store.transaction() as session:
        before = _last(session)
        routes.handle(session, house, _event(who, what), SystemClock().now())
        session.flush()
        took = (time.perf_counter() - began) * 1000
        leads = _leads(session, before)
        raise _NotKeptError
    return took, leads


def _event(who: int, what: str) -> Event:
    sender = Sender(9_999 + who, "Medlem", "sv", is_someone=True)
    chat = Chat(9_999 + who, is_private=True, title="")
    if what.startswith("/"):
        return Typed(sender, chat, 10**6, what, SystemClock().now(), is_edit=False)
    return Tapped(sender, chat, 10**6, what)


def _last(session: Session) -> int:
    return session.exec(select(Outgoing.id).order_by(Outgoing.id.desc())).first() or 0  # type: ignore[attr-defined]


def _leads(session: Session, after: int) -> list[str]:
    """Collect the buttons of what was answered."""
    said = session.exec(select(Outgoing.content).where(Outgoing.id > after))
    found: list[str] = []
    for content in said:
        markup = json.loads(json.dumps(content)).get("reply_markup", {})
        for row in markup.get("inline_keyboard", []):
            found += [button["callback_data"] for button in row if "callback_data" in button]
    return found


def measure() -> list[Turned]:
    """Build the network and try everything."""
    with TemporaryDirectory() as folder:
        store, house = build(Path(folder))
        try:
            return [*walk(store, house, ORGANISER), *walk(store, house, MEMBER)]
        finally:
            store.close()


if __name__ == "__main__":
    turns = sorted(measure(), key=lambda one: -one.took)
    over = [one for one in turns if one.took > LIMIT]
    shown = [{"who": one.who, "what": one.what, "ms": round(one.took, 1)} for one in turns[:12]]
    print(json.dumps({"turns": len(turns), "over_200_ms": len(over), "slowest": shown}, indent=2))  # noqa: T201
