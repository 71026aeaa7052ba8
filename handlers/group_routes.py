"""The ways in from a group, a channel or a shared card: one public button, for who presses it."""

from __future__ import annotations

from bot.records.card import CardKind
from bot.records.meeting import Meeting, Status
from bot.rules import admission, audience
from bot.store import broadcasts, inline_cards, meetings
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps as views
from handlers import registration

PUBLIC = {None, "room", "online"}
"""How one may answer from a group: to come, and at a hybrid meeting in which way."""


def tapped(turn: Turn, token: Token) -> None:
    """In a group only the public button acts, for the one who presses it."""
    # The card in the group is everyone's; answers go to the private chat.
    turn.tapped_message = None
    if (token.what, token.ask) != ("come", "yes") or token.choice not in PUBLIC:
        turn.toast(views.not_yours(turn.words))
    elif turn.person is None or not audience.is_member(turn.person):
        _lead_in(turn, token.row)
    elif not audience.is_reachable(turn.person):
        _lead_in(turn, token.row, is_member=True)
    else:
        _note_shared(turn, token.row)
        registration.answer(turn, token)


def _lead_in(turn: Turn, meeting_id: int, *, is_member: bool = False) -> None:
    """Lead to the private chat; a stranger to a meeting only from where its card stands."""
    meeting = meetings.get(turn.session, meeting_id)
    if meeting is None or meeting.status != Status.ANNOUNCED:
        turn.toast(views.gone(turn.words))
    elif is_member or _stands_here(turn, meeting):
        turn.lead(turn.house.link_to(meeting))
    else:
        turn.lead(turn.house.link(admission.DOOR))


def _stands_here(turn: Turn, meeting: Meeting) -> bool:
    """Whether the meeting's own card is what was tapped, or stands in the same chat."""
    if turn.inline_id:
        shared = inline_cards.by_number(turn.session, turn.inline_id)
        return shared is not None and shared.meeting_id == meeting.id
    here = turn.chat.chat_id if turn.chat else 0
    cards = broadcasts.cards(turn.session, meeting.id, CardKind.GROUP)
    return any(card.chat_id == here for card in cards)


def _note_shared(turn: Turn, meeting_id: int) -> None:
    """Remember a shared card of which nobody has told; the registration draws it."""
    meeting = meetings.get(turn.session, meeting_id)
    if turn.inline_id and meeting is not None and meeting.status == Status.ANNOUNCED:
        inline_cards.note(turn.session, meeting.id, turn.inline_id, turn.now)
