"""A room to walk in: the bot's own turns on a real database, and nothing written at the end.

Nobody waits for a commit, a line or a limit here, so thousands of deeds take seconds. What is
shown is what the turn has put into the outbox.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Table, bindparam, select, update
from sqlmodel import Session

from bot import events
from bot.events import Answer
from bot.house import House
from bot.records.outgoing import Outgoing, OutgoingStatus
from bot.simulator.cast import Player
from bot.store.engine import Store
from bot.turn import Turn
from handlers import broadcasting, noticing, routes
from tests.town import Town
from tests.walks import looking

_TABLE: Table = Outgoing.__table__  # type: ignore[attr-defined]  # SQLModel does not tell its type
_ROWS = _TABLE.c
# Made once, because it is asked after every deed.
_NEWS = (
    select(_ROWS.id, _ROWS.chat_id, _ROWS.method, _ROWS.content)
    .where(_ROWS.id > bindparam("last"))
    .order_by(_ROWS.id)
)
Keyboards = dict[int, dict[int, list[str]]]
"""By chat and message: the tokens that can be tapped there."""


class Shown(NamedTuple):
    """A row of the outbox: where it goes, and what it says."""

    id: int
    chat_id: int
    method: str
    content: dict[str, object]


class WalkOverError(Exception):
    """Ends a walk without a trace."""


@dataclass
class Reaction:
    """What a deed led to: the answer to a tap, and what was put into the outbox."""

    answer: Answer | None
    rows: list[Shown]

    def says(self, chat_id: int) -> bool:
        """Whether someone in this chat sees anything of it."""
        is_told = self.answer is not None and bool(self.answer.text or self.answer.url)
        return is_told or any(row.chat_id == chat_id for row in self.rows)

    def faults(self) -> list[str]:
        """Name what is wrong with what was shown."""
        words = looking.toast_faults(self.answer.text) if self.answer else []
        return words + [one for row in self.rows for one in looking.faults(row.content)]


@dataclass
class Room:
    """The house, its database, the hour, and what everyone has on the screen."""

    store: Store
    house: House
    now: datetime
    keyboards: Keyboards = field(default_factory=dict)

    @classmethod
    def of(cls, town: Town) -> Room:
        """Take over from a town: the same rows, the same screens."""
        chats = town.telegram.chats.values()
        keyboards = {
            chat.id: {
                message.id: [
                    b.callback_data
                    for b in message.buttons
                    if b.callback_data and b.text not in looking.OTHER_LANGUAGES
                ]
                for message in chat.messages.values()
                if not message.deleted
            }
            for chat in chats
        }
        return cls(town.store, town.app.house, town.clock.now(), keyboards)

    @contextmanager
    def walk(self) -> Iterator[Walk]:
        """Walk about; afterwards everything is as it was."""
        try:
            with self.store.transaction() as session:
                screens = {chat: dict(messages) for chat, messages in self.keyboards.items()}
                yield Walk(self, session, self.now, screens)
                _ends()
        except WalkOverError:
            pass


def _ends() -> None:
    raise WalkOverError


@dataclass
class Walk:
    """One walk, in one transaction that is never kept."""

    room: Room
    session: Session
    now: datetime
    keyboards: Keyboards
    last: int = 0
    numbers: int = 10_000_000
    way: list[str] = field(default_factory=list)
    """What has been done so far, for one who must understand what went wrong."""
    everyone: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        never = self.now + timedelta(days=3_650)
        marker = Outgoing(
            chat_id=0,
            method="marker",
            status=OutgoingStatus.SENT,
            not_before=self.now,
            created_at=self.now,
            settled_at=never,
        )
        self.session.add(marker)
        self.session.flush()
        self.last = marker.id
        self.session.expunge_all()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take a step aside; afterwards everything is as it was here."""
        screens = {chat: dict(messages) for chat, messages in self.keyboards.items()}
        here = (screens, self.last, self.numbers, list(self.way), self.now)
        with self.session.begin_nested() as kept:
            yield
            kept.rollback()
        self.session.expunge_all()
        self.keyboards, self.last, self.numbers, self.way, self.now = here

    def taps(self, player: Player, chat_id: int, message_id: int, token: str) -> Reaction:
        """Tap a button."""
        self.way.append(f"{player.user.first_name} taps {token} in {chat_id}")
        chat = events.Chat(chat_id, chat_id > 0, "")
        return self._does(events.Tapped(_sender(player), chat, message_id, token))

    def writes(self, player: Player, text: str) -> Reaction:
        """Write in the private chat."""
        self.way.append(f"{player.user.first_name} writes {text[:30]!r}")
        self.numbers += 1
        chat = events.Chat(player.user.id, is_private=True, title="")
        sender = _sender(player)
        said = events.Typed(sender, chat, self.numbers, text, self.now, is_edit=False)
        return self._does(said)

    def sends(self, player: Player, kind: str) -> Reaction:
        """Send what is not text."""
        self.way.append(f"{player.user.first_name} sends a {kind}")
        self.numbers += 1
        chat = events.Chat(player.user.id, is_private=True, title="")
        return self._does(events.Sent(_sender(player), chat, self.numbers, kind, "", "", 0))

    def waits(self, **length: float) -> Reaction:
        """Let time pass, and everything that falls due happen."""
        self.way.append(f"time passes: {length}")
        self.now += timedelta(**length)
        noticing.tick(self._turn())
        while broadcasting.next_slice(self._turn()):
            pass
        self.session.flush()
        news = self._news()
        self.session.expunge_all()
        return Reaction(None, news)

    def _turn(self) -> Turn:
        return Turn(self.session, self.room.house, self.now)

    def _does(self, event: events.Event) -> Reaction:
        reply = routes.handle(self.session, self.room.house, event, self.now)
        self.session.flush()
        rows = self._news()
        self.session.expunge_all()
        return Reaction(reply if isinstance(reply, Answer) else None, rows)

    def _news(self) -> list[Shown]:
        """Read what is new in the outbox, and put it on the screens."""
        found = self.session.connection().execute(_NEWS, {"last": self.last})
        rows = [Shown(*row) for row in found]
        for row in rows:
            self._shows(row)
        self._marks(rows[-1].id + 1 if rows else self.last)
        return rows

    def _marks(self, number: int) -> None:
        """Stand behind the newest row, so that no number of a removed one is given again."""
        moved = update(_TABLE).where(_ROWS.id == self.last).values(id=number)
        self.session.connection().execute(moved)
        self.last = number

    def _shows(self, row: Shown) -> None:
        self.numbers += 1
        screen = self.keyboards.setdefault(row.chat_id, {})
        tokens = looking.tokens(row.content)
        number = row.content.get("message_id", self.numbers)
        if row.method.startswith(("send", "edit")):
            screen[int(str(number))] = tokens


def _sender(player: Player) -> events.Sender:
    return events.Sender(player.user.id, player.user.first_name, "sv", is_someone=True)
