"""What became of a request, and what that makes of its row. Knows policies, never Telegram."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from sqlalchemy import Table, bindparam, delete, select, update
from sqlmodel import Session, col

from bot.records.card import Card
from bot.records.group import Group
from bot.records.inline_card import InlineCard
from bot.records.outgoing import OnDoubt, Outgoing, OutgoingStatus
from bot.records.person import Person
from bot.store import chats, outbox

_COPIES = 2
"""The most anyone may get of one message."""
_REPEATS = 5
"""An edit that kills us each time must not do so for ever."""

GivenUp = Callable[[Session, Outgoing, str], None]
"""Told in the same transaction: unreachable, refused, unmade, uncertain or stale."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """It arrived; edits may have no id to tell."""

    message_id: int | None


@dataclass(frozen=True, slots=True)
class Undelivered:
    """It certainly did not arrive, and may be tried again; the attempt is not counted."""

    error: str


@dataclass(frozen=True, slots=True)
class Unformatted:
    """Its markup was refused; try once more with this content."""

    content: dict[str, object]
    error: str


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Nobody can tell whether it arrived."""

    error: str


@dataclass(frozen=True, slots=True)
class Refused:
    """It will never be accepted."""

    error: str


@dataclass(frozen=True, slots=True)
class Unmade:
    """What it was to carry cannot be made, so it never left."""

    error: str


@dataclass(frozen=True, slots=True)
class Gone:
    """The message it was to change is not there any more."""

    error: str


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The chat takes nothing from us until its person or group says so."""

    error: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has another id now."""

    new_chat_id: int


Failure = Undelivered | Unformatted | Doubtful | Refused | Unmade | Gone | Unreachable | Moved
Outcome = Delivered | Failure


@dataclass(frozen=True, slots=True)
class Settled:
    """A row and what became of it."""

    row_id: int
    outcome: Outcome
    has_card: bool = True
    """Whether it may show a card, which then must know its message."""


_TABLE: Table = Outgoing.__table__  # type: ignore[attr-defined]  # SQLModel does not tell its type
_ARRIVED = (
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("row"))
    .values(
        status=OutgoingStatus.SENT,
        sent_message_id=bindparam("message"),
        content={},
        settled_at=bindparam("now"),
        last_error="",
    )
)


def settle(session: Session, settled: Sequence[Settled], now: datetime, given_up: GivenUp) -> None:
    """Note a group of results; the delivered ones, nearly all, in one statement."""
    arrived, shown = [], []
    for one in settled:
        if isinstance(one.outcome, Delivered):
            arrived.append({"row": one.row_id, "message": one.outcome.message_id, "now": now})
            shown += [one.row_id] if one.has_card else []
    if arrived:
        session.connection().execute(_ARRIVED, arrived)
    if shown:
        _note_cards(session, shown)
    for one in settled:
        if not isinstance(one.outcome, Delivered):
            _note_failure(session, one.row_id, one.outcome, now, given_up)


def _note_failure(
    session: Session, row_id: int, outcome: Failure, now: datetime, given_up: GivenUp
) -> None:
    """Note a failure, unless a commit whose answer was lost has noted it already."""
    row = session.get_one(Outgoing, row_id, populate_existing=True, with_for_update=True)
    if row.status == OutgoingStatus.SENDING:
        _note(_Noting(session, row, now, given_up), outcome)


@dataclass(frozen=True, slots=True)
class Own:
    """Rows that are not left behind: our own, and those claimed later than an hour."""

    row_ids: Collection[int]
    later_than: datetime | None


def recover(session: Session, now: datetime, own: Own, given_up: GivenUp) -> int:
    """Treat rows left on the wire as doubtful, except what is `own`; give their number."""
    left = select(Outgoing).where(
        col(Outgoing.status) == OutgoingStatus.SENDING, col(Outgoing.id).not_in(own.row_ids)
    )
    if own.later_than is not None:
        left = left.where(col(Outgoing.claimed_at) <= own.later_than)
    rows = session.scalars(left.order_by(col(Outgoing.id)).with_for_update()).all()
    for row in rows:
        _note(_Noting(session, row, now, given_up), Doubtful("left on the wire"))
    return len(rows)


def tell_stale(session: Session, row_ids: Collection[int], given_up: GivenUp) -> None:
    """Tell of rows that a claim found too late."""
    for row_id in row_ids:
        given_up(session, session.get_one(Outgoing, row_id, populate_existing=True), "stale")


def _note_cards(session: Session, row_ids: Sequence[int]) -> None:
    """Let the cards that were sent, not edited, know which message shows them."""
    found = select(col(Outgoing.card_id), col(Outgoing.sent_message_id)).where(
        col(Outgoing.id).in_(row_ids),
        col(Outgoing.card_id).is_not(None),
        col(Outgoing.sent_message_id).is_not(None),
        col(Outgoing.method).startswith("send"),
    )
    for card_id, message_id in session.execute(found):
        session.execute(update(Card).where(col(Card.id) == card_id).values(message_id=message_id))


@dataclass(frozen=True, slots=True)
class _Noting:
    """A row, and what is needed to note its result."""

    session: Session
    row: Outgoing
    now: datetime
    given_up: GivenUp

    def ends(self, status: OutgoingStatus, error: str) -> None:
        """Let the row rest for good, without its words unless someone may want it sent again."""
        self.row.status, self.row.settled_at = status, self.now
        if status != OutgoingStatus.UNCERTAIN:
            self.row.content = {}
        self._keep(error)

    def tries_again(self, error: str, *, is_counted: bool) -> None:
        """Put the row back where it stood in line, unless someone has taken it back meanwhile."""
        if not is_counted:
            self.row.attempts -= 1
        if self.row.is_unwanted:
            self.ends(OutgoingStatus.WITHDRAWN, error)
        else:
            self.row.status = OutgoingStatus.QUEUED
            self._keep(error)

    def is_lost(self, status: OutgoingStatus, reason: str, error: str) -> None:
        """Let the row rest and say so, unless nobody wanted it any more."""
        self.ends(status, error)
        if not self.row.is_unwanted:
            self.given_up(self.session, self.row, reason)

    def _keep(self, error: str) -> None:
        self.row.last_error = error
        self.session.add(self.row)
        self.session.flush()


def _note(noting: _Noting, outcome: Failure) -> None:
    match outcome:
        case Undelivered(error=error):
            noting.tries_again(error, is_counted=False)
        case Unformatted(content=content, error=error):
            noting.row.content = content
            noting.tries_again(error, is_counted=False)
        case Doubtful(error=error):
            _doubt(noting, error)
        case _:
            _note_final(noting, outcome)


def _note_final(noting: _Noting, outcome: Refused | Unmade | Gone | Unreachable | Moved) -> None:
    match outcome:
        case Refused(error=error):
            noting.is_lost(OutgoingStatus.GIVEN_UP, "refused", error)
        case Unmade(error=error):
            noting.is_lost(OutgoingStatus.GIVEN_UP, "unmade", error)
        case Gone(error=error):
            _say_anew(noting, error)
        case Unreachable(error=error):
            noting.is_lost(OutgoingStatus.GIVEN_UP, "unreachable", error)
            _stop_chat(noting.session, noting.row.chat_id, noting.now)
        case Moved(new_chat_id=new_chat_id):
            noting.tries_again("moved", is_counted=False)
            chats.move(noting.session, noting.row.chat_id, new_chat_id)
            noting.session.refresh(noting.row)
        case _:
            assert_never(outcome)


def _doubt(noting: _Noting, error: str) -> None:
    """Choose between a possible copy and a possible silence, as the row says."""
    most = {OnDoubt.PARK: 1, OnDoubt.RESEND: _COPIES, OnDoubt.REPEAT: _REPEATS}
    if noting.row.attempts < most[OnDoubt(noting.row.on_doubt)]:
        noting.tries_again(error, is_counted=True)
    elif noting.row.on_doubt == OnDoubt.REPEAT:
        noting.ends(OutgoingStatus.UNCERTAIN, error)
    else:
        noting.is_lost(OutgoingStatus.UNCERTAIN, "uncertain", error)


def _say_anew(noting: _Noting, error: str) -> None:
    """Send what an edit had to say as a message, when it spoke to someone; let the rest go."""
    row = noting.row
    inline_id = row.content.get("inline_message_id")
    if inline_id is not None:
        noting.session.execute(delete(InlineCard).where(col(InlineCard.inline_id) == inline_id))
        noting.ends(OutgoingStatus.GIVEN_UP, error)
    elif row.method == "editMessageText" and row.card_id is None:
        row.method, row.on_doubt = "sendMessage", OnDoubt.RESEND
        row.content = {name: value for name, value in row.content.items() if name != "message_id"}
        noting.tries_again(error, is_counted=False)
    else:
        noting.ends(OutgoingStatus.GIVEN_UP, error)


def _stop_chat(session: Session, chat_id: int, now: datetime) -> None:
    """Remember that nothing gets through, and take back what waits for the same chat."""
    session.execute(
        update(Person)
        .where(col(Person.telegram_id) == chat_id, col(Person.unreachable_since).is_(None))
        .values(unreachable_since=now)
    )
    session.execute(update(Group).where(col(Group.chat_id) == chat_id).values(is_active=False))
    outbox.take_back(session, col(Outgoing.chat_id) == chat_id)
