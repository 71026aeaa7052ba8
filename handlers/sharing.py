"""Offers meetings to one who writes the bot's name in any chat, and remembers what she posts."""

from __future__ import annotations

from bot.deeds import cards, shared_cards, shelves
from bot.events import Asked, Chosen, Offers
from bot.records.meeting import Meeting, Status
from bot.rules import admission, audience, finding
from bot.store import inline_cards, meetings
from bot.token import number_in
from bot.turn import Turn
from bot.words.views import sharing as views

PAGE = 20
"""Cards offered at a time; a client asks for more as one scrolls."""


def answer(turn: Turn, event: Asked | Chosen) -> None:
    """Take what came from a chat that we are not told."""
    if isinstance(event, Asked):
        offer(turn, event)
    else:
        note(turn, event)


def offer(turn: Turn, asked: Asked) -> None:
    """Offer the coming meetings that fit the words; lead a stranger to the door."""
    if turn.person is None or not audience.is_member(turn.person):
        turn.offers = Offers(lead=views.for_members(turn.words), parameter=admission.DOOR)
        return
    found = [one for one in shelves.coming(turn) if finding.fits(one, asked.words)]
    turn.offers = _offers(turn, found, number_in(asked.offset))


def _offers(turn: Turn, found: list[Meeting], first: int) -> Offers:
    if not found:
        return Offers(lead=views.nothing_found(turn.words), parameter=admission.DOOR)
    network = turn.house.words()
    drawn = tuple(
        views.article(turn.words, one, cards.look(turn, one, network))
        for one in found[first : first + PAGE]
    )
    more = first + PAGE
    return Offers(cards=drawn, next_offset=str(more) if more < len(found) else "")


def note(turn: Turn, chosen: Chosen) -> None:
    """Remember a card that was posted, and let it show how things stand."""
    if not chosen.inline_id or turn.person is None:
        return
    meeting = meetings.get(turn.session, number_in(chosen.card.removeprefix("m")))
    if meeting is None or meeting.status not in {Status.ANNOUNCED, Status.CANCELLED}:
        return
    if audience.is_member(turn.person):
        card = inline_cards.note(turn.session, meeting.id, chosen.inline_id, turn.now)
        shared_cards.draw(turn, card, cards.look(turn, meeting, turn.house.words()))
