"""Keeps the cards that people have shared true, wherever they stand.

A shared card has no chat we know of. Its edits wait in the outbox under a number below every
real chat's, so that they keep their order and their pace as a group's do.
"""

from __future__ import annotations

from sqlmodel import col, select

from bot.records.inline_card import InlineCard
from bot.records.meeting import Meeting
from bot.records.outgoing import Lane, OnDoubt, Outgoing, OutgoingStatus
from bot.store import inline_cards, outbox
from bot.turn import CARD_PAUSE, Turn
from bot.words.message import Message, fingerprint

NOWHERE = -(2**60)
"""Telegram's own ids have at most 52 bits (Bot API, Chat)."""
MOST = 50
"""Cards of one meeting that are kept true, the newest; the others still take a tap."""


def kept(turn: Turn, meeting: Meeting) -> list[InlineCard]:
    """The shared cards of a meeting that are kept true."""
    return inline_cards.newest(turn.session, meeting.id, MOST)


def draw(turn: Turn, card: InlineCard, look: Message) -> None:
    """Bring one up to date; what it already shows, or will in a moment, costs no request."""
    shown = fingerprint(look.as_content())
    if card.shown == shown:
        return
    card.shown = shown
    turn.session.add(card)
    content = {**look.as_content(), "inline_message_id": card.inline_id}
    waiting = _waiting(turn, card)
    if waiting is not None:
        waiting.content = content
        turn.session.add(waiting)
        return
    outbox.queue(
        turn.session,
        Outgoing(
            chat_id=NOWHERE - card.id,
            meeting_id=card.meeting_id,
            method="editMessageText",
            content=content,
            lane=Lane.NOTICE,
            on_doubt=OnDoubt.REPEAT,
            not_before=turn.now + CARD_PAUSE,
            created_at=turn.now,
        ),
    )


def _waiting(turn: Turn, card: InlineCard) -> Outgoing | None:
    """Find the edit that has not left yet; it takes the new look and keeps its hour."""
    wanted = select(Outgoing).where(
        Outgoing.chat_id == NOWHERE - card.id, col(Outgoing.status) == OutgoingStatus.QUEUED
    )
    return turn.session.exec(wanted.with_for_update()).first()
