"""Begins a turn: finds out who spoke and where. Knows events and people; says nothing."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.events import ELSEWHERE, Asked, Chat, Chosen, Event, Moved, Sender, Tapped
from bot.house import House
from bot.store import people
from bot.turn import Turn


def by(session: Session, house: House, event: Event | None, now: datetime) -> Turn:
    """Begin a turn: who spoke, and where."""
    turn = Turn(session, house, now)
    if event is None or isinstance(event, Moved):
        return turn
    turn.sender = event.sender
    turn.chat = ELSEWHERE if isinstance(event, Asked | Chosen) else event.chat
    if event.sender.is_someone:
        turn.person = people.by_telegram_id(session, event.sender.telegram_id)
    if isinstance(event, Tapped):
        turn.tapped_message, turn.inline_id = event.message_id, event.inline_id
    return turn


def at_home(session: Session, house: House, person_id: int, now: datetime) -> Turn:
    """Begin a turn in someone's private chat although she has not just spoken."""
    turn = Turn(session, house, now)
    turn.person = people.get(session, person_id)
    if turn.person is not None and turn.person.telegram_id is not None:
        turn.sender = Sender(
            telegram_id=turn.person.telegram_id,
            name=turn.person.name or "",
            language=None,
            is_someone=True,
        )
        turn.chat = Chat(chat_id=turn.person.telegram_id, is_private=True, title="")
    return turn
