"""Tells organisers that minutes have been commented on: one quiet message each, counted up."""

from __future__ import annotations

from sqlmodel import col

from bot.deeds import minuting
from bot.records.card import Card, CardKind
from bot.records.meeting import Meeting
from bot.records.minutes import Minutes
from bot.records.outgoing import Outgoing
from bot.store import leaders, outbox
from bot.turn import Turn
from bot.words.views import minutes as views


def tell(turn: Turn, meeting: Meeting, one: Minutes) -> None:
    """Tell those who may change the minutes how many comments there are; not the commenter."""
    n = minuting.comments(turn, meeting)
    for reader in leaders.responsible(turn.session, meeting.id):
        if reader.telegram_id is None or reader.id == turn.me.id:
            continue
        told = views.remarks(turn.words_for(reader), meeting, one, n)
        turn.draw(_card(turn, meeting, reader.telegram_id), told, unasked=reader)


def are_read(turn: Turn, meeting: Meeting) -> None:
    """Let the next comment be news again, for the one who spoke; what waits to be said is not."""
    card = _card(turn, meeting, turn.home)
    outbox.take_back(turn.session, col(Outgoing.card_id) == card.id)
    card.message_id, card.shown = None, ""
    turn.session.add(card)


def _card(turn: Turn, meeting: Meeting, chat_id: int) -> Card:
    return turn.card(Card(meeting_id=meeting.id, chat_id=chat_id, kind=CardKind.REMARKS))
