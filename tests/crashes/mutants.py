"""Bots that are broken on purpose, each in one way that only shows when the process dies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

import pytest
from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from bot.app import App
from bot.events import Event, Reply
from bot.records.incoming import Incoming
from bot.records.outgoing import OnDoubt, Outgoing, OutgoingStatus
from bot.store import broadcasts, claims, inbox, outbox, outcomes
from bot.store.claims import Claim
from bot.turn import Turn
from bot.wires.calling import call
from bot.wires.intake import Intake
from handlers import broadcasting

UNDUE = "a commit that should not be"
Break: TypeAlias = Callable[[pytest.MonkeyPatch], None]


def marks_sent_before_sending(patch: pytest.MonkeyPatch) -> None:
    """Let the claim say that the message is sent."""
    real = claims.claim

    def claim(session: Session, *rest: object) -> Claim:
        taken = real(session, *rest)  # type: ignore[arg-type]  # handed on as it came
        _set(session, taken, status=OutgoingStatus.SENT)
        return taken

    patch.setattr(claims, "claim", claim)


def counts_no_attempts(patch: pytest.MonkeyPatch) -> None:
    """Let the claim forget that a message may have been sent before."""
    real = claims.claim

    def claim(session: Session, *rest: object) -> Claim:
        taken = real(session, *rest)  # type: ignore[arg-type]  # handed on as it came
        _set(session, taken, attempts=0)
        return taken

    patch.setattr(claims, "claim", claim)


def finds_nothing_again(patch: pytest.MonkeyPatch) -> None:
    """Leave what a dead process had on the wire where it is."""
    patch.setattr(outcomes, "recover", lambda *_: 0)


def posts_to_groups_again(patch: pytest.MonkeyPatch) -> None:
    """Treat a group's card like a private message when nobody knows whether it arrived."""
    real = outcomes.recover

    def recover(session: Session, *rest: object) -> int:
        parked = col(Outgoing.status) == OutgoingStatus.SENDING, col(Outgoing.on_doubt) == "park"
        ids = session.scalars(select(col(Outgoing.id)).where(*parked)).all()
        found = update(Outgoing).where(col(Outgoing.id).in_(ids))
        session.execute(found.values(on_doubt=OnDoubt.RESEND))
        count = real(session, *rest)  # type: ignore[arg-type]  # handed on as it came
        session.execute(found.values(on_doubt=OnDoubt.PARK))
        return count

    patch.setattr(outcomes, "recover", recover)


def confirms_before_keeping(patch: pytest.MonkeyPatch) -> None:
    """Tell Telegram that updates have been taken care of, and keep them then."""
    real = Intake._fetch  # noqa: SLF001  (a mutant reaches in)

    async def fetch(self: Intake, wait: float) -> list[Mapping[str, object]]:
        updates = await real(self, wait)
        numbers = [n for one in updates if isinstance(n := one["update_id"], int)]
        if numbers:
            confirmed = {"offset": max(numbers) + 1, "timeout": 0}
            await call(self._bot, "getUpdates", confirmed)
        return updates

    patch.setattr(Intake, "_fetch", fetch)


def forgets_what_it_has_kept(patch: pytest.MonkeyPatch) -> None:
    """Take an update that comes again for a new one."""
    real = inbox.keep

    def keep(session: Session, updates: Sequence[Mapping[str, object]], now: datetime) -> int:
        numbers = [one["update_id"] for one in updates]
        session.execute(delete(Incoming).where(col(Incoming.update_id).in_(numbers)))
        return real(session, updates, now)

    patch.setattr(inbox, "keep", keep)
    patch.setattr(inbox, "known", lambda *_: set())


def notes_and_acts_apart(patch: pytest.MonkeyPatch) -> None:
    """Commit what an update does apart from the note that it is done."""
    real = App._handle  # noqa: SLF001  (a mutant reaches in)

    def handle(self: App, session: Session, event: Event, now: datetime) -> Reply | None:
        _commit(session)
        answer = real(self, session, event, now)
        _commit(session)
        return answer

    patch.setattr(App, "_handle", handle)


def acts_and_tells_apart(patch: pytest.MonkeyPatch) -> None:
    """Commit what an update does, and queue what is said about it afterwards."""
    real, say = App._handle, Turn.say  # noqa: SLF001  (a mutant reaches in)
    later: list[Callable[[], None]] = []

    def handle(self: App, session: Session, event: Event, now: datetime) -> Reply | None:
        later.clear()
        answer = real(self, session, event, now)
        inbox_rows = update(Incoming).where(col(Incoming.status) == "waiting")
        session.execute(inbox_rows.values(status="handled", body=None, handled_at=now))
        _commit(session)
        for deed in later:
            deed()
        return answer

    def says(self: Turn, *what: object, **more: object) -> None:
        later.append(lambda: say(self, *what, **more))  # type: ignore[arg-type]  # as it came

    patch.setattr(App, "_handle", handle)
    patch.setattr(Turn, "say", says)


def keeps_the_cursor_apart(patch: pytest.MonkeyPatch) -> None:
    """Write a broadcast's rows in one commit and how far it has come in the next."""
    real = broadcasting.next_slice

    def next_slice(turn: Turn) -> bool:
        ready = broadcasts.ready(turn.session, turn.now)
        if not ready:
            return real(turn)
        told = ready[0]
        before = told.cursor, told.count, told.status
        more = real(turn)
        after = told.cursor, told.count, told.status
        told.cursor, told.count, told.status = before
        turn.session.add(told)
        _commit(turn.session)
        told.cursor, told.count, told.status = after
        turn.session.add(told)
        return more

    patch.setattr(broadcasting, "next_slice", next_slice)


def knows_no_keys(patch: pytest.MonkeyPatch) -> None:
    """Queue a message to many although its key is there, with the cursor apart."""
    real = outbox.queue_many

    def queue_many(session: Session, rows: Sequence[Outgoing]) -> int:
        for row in rows:
            row.key = None
        return real(session, rows)

    keeps_the_cursor_apart(patch)
    patch.setattr(outbox, "queue_many", queue_many)


def _set(session: Session, taken: Claim, **values: object) -> None:
    claimed = update(Outgoing).where(col(Outgoing.id).in_([row.id for row in taken.rows]))
    session.execute(claimed.values(**values))


def _commit(session: Session) -> None:
    session.commit()
    session.info["fate"].step(f"after {UNDUE}")
