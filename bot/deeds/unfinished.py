"""Forgets conversations that nobody goes on with, and the chats of people the bot does not know."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col, delete, or_, select, update

from bot.deeds import leaving
from bot.records.meeting import Meeting, Status
from bot.records.outgoing import Outgoing
from bot.records.person import Person
from bot.rules import retention
from bot.store import meetings, people, register
from bot.turn import Turn
from bot.words.views import listing

LISTS = timedelta(days=7)
"""How long a list of associations waits for someone to decide about it."""


def forget(turn: Turn) -> None:
    """Forget what nobody goes on with: questions, drafts, those who never came in, strangers."""
    days = turn.house.settings.retention.conversations_days
    before = turn.now - timedelta(days=days)
    _forget_questions(turn, before)
    _let_drafts_go(turn, before)
    half = select(Person).where(
        or_(col(Person.name).is_(None), col(Person.organisation_id).is_(None)),
        col(Person.created_at) < before,
    )
    for person in turn.session.exec(half).all():
        if retention.never_came_in(person, before):
            leaving.remove(turn, person)
    register.forget_lists(turn.session, turn.now - LISTS)
    _forget_strangers(turn)


def _forget_questions(turn: Turn, before: datetime) -> None:
    """Expect no answer any more: what was answered stays, and a button still leads on."""
    idle = update(Person).where(col(Person.asked_at) < before, col(Person.expects).is_not(None))
    turn.session.exec(idle.values(expects=None, typed=None, wants=None, asked_at=None))


def _let_drafts_go(turn: Turn, before: datetime) -> None:
    """Throw idle drafts away a week after their writers were told; an empty one is not missed."""
    idle: dict[int, list[Meeting]] = {}
    for draft in meetings.every_draft(turn.session):
        is_idle = retention.is_idle(draft, before)
        if retention.has_faded(draft, turn.now) or (is_idle and retention.has_nothing(draft)):
            draft.status = Status.DISCARDED
        elif is_idle and draft.fades_at is None:
            draft.fades_at = turn.now + retention.FAREWELL
            idle.setdefault(draft.created_by, []).append(draft)
        turn.session.add(draft)
    for writer, drafts in idle.items():
        _announce(turn, writer, drafts)
    turn.session.flush()
    meetings.empty_discarded(turn.session)


def _announce(turn: Turn, writer: int, drafts: list[Meeting]) -> None:
    reader = people.get(turn.session, writer)
    if reader is not None:
        day = (turn.now + retention.FAREWELL).astimezone(turn.house.zone).date()
        turn.tell(reader, listing.idle(turn.words_for(reader), drafts, day))


def _forget_strangers(turn: Turn) -> None:
    """Keep no number of someone who only passed by, or who has been erased."""
    known = select(Person.telegram_id).where(col(Person.telegram_id).is_not(None))
    left = delete(Outgoing).where(
        col(Outgoing.settled_at).is_not(None),
        col(Outgoing.chat_id) > 0,
        col(Outgoing.chat_id).not_in(known),
    )
    turn.session.exec(left)
    turn.session.expire_all()
