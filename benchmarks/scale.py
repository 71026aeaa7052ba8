"""What a turn costs in a large network, and whether what it says is one that Telegram takes.

Every command, and every button that an answer leads to, is tried as an organiser and as a member;
then a list of the whole register is brought in. Nothing is kept.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlmodel import Session, col, select

from benchmarks import network
from benchmarks.network import ASSOCIATIONS, MEETINGS, MEMBER, ORGANISER
from benchmarks.rig import AS_INSTALLED, ROOT
from bot.clock import SystemClock
from bot.deeds import beginning
from bot.events import Chat, Event, Sender, Tapped, Typed
from bot.exports import making
from bot.house import House
from bot.records.outgoing import Outgoing
from bot.rules import lengths
from bot.store.engine import Store
from bot.token import parse
from bot.wires.collector import look_only_at_what_is_new
from bot.words import catalogues
from bot.words.texts import seen
from handlers import routes

MOST = 600
"""Turns tried for each person."""
LIMIT = 200.0
"""Milliseconds of processor that no turn should take."""
TEXT, CAPTION, LABEL, DATA, BUTTONS = 4_096, 1_024, 64, 64, 100
"""UTF-16 units of a text, of a caption and of a label, bytes of a token, and buttons (Bot API)."""
_FIRST = (
    *("letter:1:show", "whom:1:show", "whom:2:show", "report:3:show", "report:3:file"),
    *("log:0:file", f"come:{MEETINGS}:show", f"lists:{MEETINGS}:show", f"cook:{MEETINGS}:show"),
    (
        "/ny Dialogträff lördag 13 februari kl. 10-14, Teaterverkstaden. Anmäl dig senast en vecka"
        " före."
    ),
)
"""What is tried besides the commands."""


@dataclass(frozen=True, slots=True)
class Turned:
    """What was done, by whom, its milliseconds of processor, and those of a file it asked for."""

    who: int
    what: str
    took: float
    made: float = 0.0
    breaks: Sequence[str] = ()
    """The limits of Telegram's that an answer is beyond."""


@dataclass(slots=True)
class _Answers:
    """What a turn has said."""

    leads: list[str] = field(default_factory=list)
    made: float = 0.0
    breaks: list[str] = field(default_factory=list)


class _NotKeptError(Exception):
    """Nothing that is tried is kept."""


def _commands() -> list[str]:
    every = {**routes.ANYONE, **routes.KNOWN, **routes.MEMBERS}
    return [f"/{name}" for name in every if name != "start"]


def walk(store: Store, house: House, who: int) -> Iterator[Turned]:
    """Try every command, and then whatever the answers lead to, breadth first."""
    waiting, seen_before, tried = deque([*_commands(), *_FIRST]), set[str](), 0
    while waiting and tried < MOST:
        what = waiting.popleft()
        if (shape := _shape(what)) in seen_before:
            continue
        seen_before.add(shape)
        tried += 1
        with _unkept(store) as session:
            turned, leads = _turn(session, who, what, _by_hand(house, who, what))
            waiting += leads
        yield turned


def bring_in(store: Store, house: House) -> Iterator[Turned]:
    """Send a list of as many associations as there are and write it: half are new, then none sure.

    In the second list every name is a little unlike one that stands there.
    """
    rows = [f"{network.name_of(n)}\tkommun\tBerg" for n in range(ASSOCIATIONS // 2)]
    rows += [f"Ny {n} i byn\tkommun\tBerg" for n in range(ASSOCIATIONS // 2)]
    yield from _bring_in(store, house, rows, ("preview", "look", "write"))
    rows = [f"{network.name_of(n)} x\tkommun\tBerg" for n in range(ASSOCIATIONS)]
    steps = ("preview", "doubt", "decide", "every", "write")
    yield from _bring_in(store, house, rows, steps)


def _bring_in(
    store: Store, house: House, rows: Sequence[str], steps: Sequence[str]
) -> Iterator[Turned]:
    text = "\n".join(["Namn\tTyp\tKommun", *rows])
    with _unkept(store) as session:

        def take(within: Session) -> None:
            turn = beginning.at_home(within, house, ORGANISER, SystemClock().now())
            routes.take_paper(turn, "register.xlsx", text)

        turned, leads = _turn(session, ORGANISER, "a list of the register", take)
        yield turned
        for step in steps:
            tapped = next(one for one in leads if f":{step}" in one)
            by_hand = _by_hand(house, ORGANISER, tapped)
            turned, more = _turn(session, ORGANISER, tapped, by_hand)
            leads = [*more, *leads]
            yield turned


@contextmanager
def _unkept(store: Store) -> Iterator[Session]:
    with suppress(_NotKeptError), store.transaction() as session:
        yield session
        raise _NotKeptError


def _shape(what: str) -> str:
    """Say what a button does, whichever row it is about, so that each is tried once."""
    token = None if what.startswith("/") else parse(what)
    if token is None:
        return what
    choice = token.choice or ""
    return f"{token.what}:{token.ask}:{'' if choice.isdecimal() else choice}"


def _by_hand(house: House, who: int, what: str) -> Callable[[Session], object]:
    return lambda session: routes.handle(session, house, _event(who, what), SystemClock().now())


def _turn(
    session: Session, who: int, what: str, deed: Callable[[Session], object]
) -> tuple[Turned, list[str]]:
    before = session.exec(select(Outgoing.id).order_by(col(Outgoing.id).desc())).first() or 0
    began = time.thread_time()
    deed(session)
    session.flush()
    took = 1000 * (time.thread_time() - began)
    said = _Answers()
    for row in session.exec(select(Outgoing).where(Outgoing.id > before)):
        _look_at(row.content, said)
    return Turned(who, what, took, said.made, tuple(said.breaks)), said.leads


def _event(who: int, what: str) -> Event:
    sender = Sender(9_999 + who, "Medlem", "sv", is_someone=True)
    chat = Chat(9_999 + who, is_private=True, title="")
    if what.startswith("/"):
        return Typed(sender, chat, 10**6, what, SystemClock().now(), is_edit=False)
    return Tapped(sender, chat, 10**6, what)


def _look_at(content: Mapping[str, Any], said: _Answers) -> None:
    """Collect the buttons, hold the message against the limits, and make its file."""
    markup = content.get("reply_markup", {})
    buttons = [one for row in markup.get("inline_keyboard", []) for one in row]
    said.leads += [one["callback_data"] for one in buttons if "callback_data" in one]
    file = content.get("document") or content.get("photo")
    words, room = content.get("text"), TEXT
    if words is None:
        words, room = content.get("caption", ""), CAPTION
    held = {
        "text": lengths.units(seen(words)) <= room,
        "buttons": len(buttons) <= BUTTONS,
        "label": all(lengths.units(one["text"]) <= LABEL for one in buttons),
        "data": all(len(one.get("callback_data", "").encode()) <= DATA for one in buttons),
    }
    said.breaks += [limit for limit, is_kept in held.items() if not is_kept]
    if isinstance(file, Mapping) and "make" in file:
        began = time.thread_time()
        making.made(json.loads(json.dumps(file["make"])))
        said.made += 1000 * (time.thread_time() - began)


def tried() -> list[Turned]:
    """Build the network and try everything; the slowest turns first."""
    with TemporaryDirectory() as folder:
        store, house = network.build(Path(folder))
        # As the bot has done when it begins to answer.
        catalogues.examined()
        look_only_at_what_is_new()
        try:
            walks = [one for who in (ORGANISER, MEMBER) for one in walk(store, house, who)]
            every = [*walks, *bring_in(store, house)]
        finally:
            store.close()
    return sorted(every, key=lambda one: -one.took)


def measure() -> list[Turned]:
    """Try everything in a process of its own, as the bot is one; the slowest turns first."""
    command = [sys.executable, "-m", "benchmarks.scale"]
    done = subprocess.run(command, stdout=subprocess.PIPE, cwd=ROOT, env=AS_INSTALLED, check=True)
    return [Turned(**one) for one in json.loads(done.stdout)]


if __name__ == "__main__":
    print(json.dumps([asdict(one) for one in tried()]))  # noqa: T201
