"""Keeps the meeting's card true in every group."""

from __future__ import annotations

from bot.deeds import seats, serials, shared_cards
from bot.records.card import Card, CardKind
from bot.records.meeting import Meeting, Status
from bot.rules import registration
from bot.store import broadcasts, desks, groups
from bot.turn import CARD_PAUSE, Turn
from bot.words.calendar import Words
from bot.words.message import Message
from bot.words.views import meeting as views
from bot.words.views import occasions as occasion_views


def post(turn: Turn, meeting: Meeting) -> None:
    """Put the card in every group that does not have it yet."""
    for group in groups.active(turn.session):
        wanted = Card(meeting_id=meeting.id, chat_id=group.chat_id, kind=CardKind.GROUP)
        turn.draw(turn.card(wanted), look(turn, meeting, turn.house.words()))


def refresh(turn: Turn, meeting: Meeting) -> None:
    """Bring the cards up to date: in our groups, where people have shared them, and desks."""
    desks.look_at(turn.session, meeting.id, turn.now + CARD_PAUSE)
    # A series has one card, which shows the seats of every occasion.
    for one in [meeting, *serials.told_with(turn, meeting)]:
        _redraw(turn, one)


def _redraw(turn: Turn, meeting: Meeting) -> None:
    ours = {group.chat_id for group in groups.active(turn.session)}
    posted = broadcasts.cards(turn.session, meeting.id, CardKind.GROUP)
    standing = [card for card in posted if card.chat_id in ours]
    shared = shared_cards.kept(turn, meeting)
    if not standing and not shared:
        return
    drawn = look(turn, meeting, turn.house.words())
    for card in standing:
        turn.draw(card, drawn)
    for one in shared:
        shared_cards.draw(turn, one, drawn)


def look(turn: Turn, meeting: Meeting, words: Words) -> Message:
    """Draw the card as it should stand now."""
    others = serials.others(turn, meeting, None)
    if meeting.status == Status.CANCELLED:
        return occasion_views.beside(
            words, views.cancelled_card(words, meeting), others, meeting.place
        )
    halls = [seats.hall(turn, meeting, side) for side in registration.sides(meeting)]
    held, waiting = sum(one.held for one in halls), sum(one.waiting for one in halls)
    counts = views.Counts(held, waiting, seats.left(turn, meeting))
    is_open = registration.is_open(meeting, turn.now, turn.house.zone)
    link = turn.house.link_to(meeting)
    card = views.group_card(words, meeting, counts, is_open=is_open, link=link)
    return occasion_views.beside(words, card, others, meeting.place)
