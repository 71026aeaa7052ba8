"""How it stands with a meeting: one card for each organiser, kept true by edits."""

from __future__ import annotations

from sqlmodel import col

from bot.deeds import tallies
from bot.records.card import Card, CardKind
from bot.records.meeting import Meeting, Status
from bot.records.outgoing import Outgoing
from bot.rules import authority, registration
from bot.rules.authority import Deed
from bot.store import desks, leaders, meetings, outbox, people
from bot.token import Token
from bot.turn import Turn
from bot.words.calendar import Words
from bot.words.message import Message
from bot.words.views import desk as views
from bot.words.views import meeting as meeting_views


def show(turn: Turn, meeting: Meeting, token: Token | None = None) -> None:
    """Show how it stands: where the card stands when she is there, else in a new message."""
    card = turn.card(Card(meeting_id=meeting.id, chat_id=turn.home, kind=CardKind.DESK))
    drawn = look(turn, meeting, turn.words)
    if turn.tapped_message is not None and _is_here(turn, card, token):
        if card.message_id != turn.tapped_message:
            _move_on(turn, meeting, card)
        card.message_id = turn.tapped_message
    elif card.message_id is not None:
        _move_on(turn, meeting, card)
    outbox.take_back(turn.session, col(Outgoing.card_id) == card.id)
    turn.drew = turn.spoke = turn.has_desk = True
    turn.draw(card, drawn)


def _is_here(turn: Turn, card: Card, token: Token | None) -> bool:
    """Whether the message that was tapped is the card, or something that took its place."""
    comes_back = token is not None and token.choice == "back"
    return not turn.drew and (comes_back or card.message_id == turn.tapped_message)


def _move_on(turn: Turn, meeting: Meeting, card: Card) -> None:
    """Leave a line where the card stood, so that nobody reads old numbers there."""
    if card.message_id is not None:
        turn.edit(card.chat_id, card.message_id, views.stands_below(turn.words, meeting))
    card.message_id, card.shown, card.looks_at = None, "", None


def redraw(turn: Turn, meeting: Meeting) -> None:
    """Bring the card that was tapped up to date after a deed of its own."""
    show(turn, meeting, Token("meet", meeting.id, "desk", "back"))


def leave(turn: Turn) -> None:
    """Let the card be, while something else stands in its message."""
    if not turn.drew or turn.has_desk or turn.tapped_message is None or turn.chat is None:
        return
    card = desks.at(turn.session, turn.chat.chat_id, turn.tapped_message)
    if card is not None:
        outbox.take_back(turn.session, col(Outgoing.card_id) == card.id)
        card.shown, card.looks_at = "", None
        turn.session.add(card)


def look(turn: Turn, meeting: Meeting, words: Words) -> Message:
    """Draw how it stands now, or how it went."""
    if meeting.status == Status.CANCELLED:
        return meeting_views.cancelled_card(words, meeting)
    tally = tallies.tally(turn, meeting)
    if registration.is_over(meeting, turn.now, turn.house.zone):
        return views.held(words, meeting, tally, tallies.opinions(turn, meeting))
    is_open = registration.is_open(meeting, turn.now, turn.house.zone)
    return views.standing(words, meeting, tally, is_open=is_open)


def refresh(turn: Turn) -> None:
    """Bring the cards up to date whose hour has come, for those who may still see them."""
    for card in desks.due(turn.session, turn.now):
        card.looks_at = None
        turn.session.add(card)
        meeting = meetings.get(turn.session, card.meeting_id)
        reader = people.by_telegram_id(turn.session, card.chat_id)
        if meeting is None or reader is None or not card.shown:
            continue
        leads = leaders.leads(turn.session, meeting.id, reader.id)
        if authority.may(reader, Deed.SEE_WHO_COMES, leads=leads):
            turn.draw(card, look(turn, meeting, turn.words_for(reader)))
