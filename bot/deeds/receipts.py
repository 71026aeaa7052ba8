"""The one message in which an organiser follows her invitation out, kept true by edits."""

from __future__ import annotations

from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.card import Card, CardKind
from bot.records.meeting import Meeting, Status
from bot.records.person import Person
from bot.rules import authority, progress
from bot.rules.authority import Deed
from bot.rules.progress import Progress
from bot.store import broadcasts, deliveries, leaders, meetings, people
from bot.turn import Turn
from bot.words.calendar import Words
from bot.words.message import Message
from bot.words.views import messaging
from bot.words.views import minutes_sending as minute_views
from bot.words.views import progress as progress_views
from bot.words.views import sending as views


def send(turn: Turn, meeting: Meeting, sent: Broadcast) -> None:
    """Send or redraw the receipt of the one who spoke."""
    wanted = Card(meeting_id=meeting.id, chat_id=turn.home, kind=CardKind.SENDING, about=sent.id)
    turn.draw(turn.card(wanted), _look(turn.words, meeting, sent, Progress()))


def follow(turn: Turn, sent: Broadcast) -> None:
    """Look at the receipt from now on, until all that is to leave has left."""
    sent.looks_at = max(turn.now, sent.starts_at)
    turn.session.add(sent)


def refresh(turn: Turn) -> None:
    """Bring up to date the receipts whose hour has come."""
    for sent in broadcasts.to_look_at(turn.session, turn.now):
        sent.looks_at = None
        turn.session.add(sent)
        meeting = meetings.get(turn.session, sent.meeting_id)
        if meeting is not None:
            bring_up_to_date(turn, meeting, sent)


def bring_up_to_date(turn: Turn, meeting: Meeting, sent: Broadcast) -> None:
    """Draw what has become of an invitation, and say when to look again if it is not over."""
    reader = people.get(turn.session, sent.created_by or 0)
    card = _card(turn, sent, reader) if reader and _may_see(turn, sent, reader) else None
    if card is None:
        return
    stood, found = card.shown, deliveries.progress(turn.session, sent.id)
    turn.draw(card, _look(turn.words_for(reader), meeting, sent, found))
    if found.left or sent.status == BroadcastStatus.GOING:
        soon = turn.now + progress.next_look(found, has_moved=card.shown != stood)
        leaves = deliveries.next_at(turn.session, sent.id) or turn.now
        sent.looks_at = max(soon, leaves, sent.starts_at)


def _may_see(turn: Turn, sent: Broadcast, reader: Person) -> bool:
    leads = leaders.leads(turn.session, sent.meeting_id, reader.id)
    return authority.may(reader, Deed.INVITE, leads=leads)


def _card(turn: Turn, sent: Broadcast, reader: Person) -> Card | None:
    """Find the receipt, in the reader's own chat."""
    cards = broadcasts.cards(turn.session, sent.meeting_id, CardKind.SENDING)
    ours = (one for one in cards if one.about == sent.id and one.chat_id == reader.telegram_id)
    return next(ours, None)


def _look(w: Words, meeting: Meeting, sent: Broadcast, found: Progress) -> Message:
    has_begun = sent.status in BEGUN or sent.count > 0
    if has_begun:
        return progress_views.under_way(w, meeting, sent, found)
    if sent.kind == BroadcastKind.MINUTES:
        return minute_views.receipt(w, meeting, sent)
    if sent.kind == BroadcastKind.MESSAGE:
        return messaging.sending(w, meeting, sent)
    if meeting.status != Status.DRAFT and sent.status == BroadcastStatus.TAKEN_BACK:
        return views.stopped_more(w, meeting)
    return views.sending(w, meeting, sent)


BEGUN = frozenset({BroadcastStatus.GOING, BroadcastStatus.PAUSED, BroadcastStatus.DONE})
