"""The dangerous button: shows who it goes to, waits a minute, and can be taken back."""

from __future__ import annotations

from bot.deeds import aiming, audiences, composing, plans, receipts, serials, together, writing
from bot.records.broadcast import BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.rules import drafting, red_days, selection
from bot.rules.authority import Deed
from bot.store import broadcasts, groups, meetings, profiles
from bot.token import Token
from bot.turn import Turn
from bot.words.message import Message
from bot.words.texts import Html
from bot.words.views import messaging, mishaps
from bot.words.views import sending as sending_views


def answer(turn: Turn, token: Token) -> None:
    """Take a tap on the way from a checked draft to a sent invitation."""
    meeting = meetings.locked(turn.session, token.row)
    if not turn.may(Deed.INVITE, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
    elif meeting is None or meeting.status in {Status.DISCARDED, Status.CANCELLED}:
        turn.toast(mishaps.gone(turn.words))
    elif token.ask == "undo":
        _take_back(turn, meeting)
    elif meeting.status != Status.DRAFT:
        turn.toast(mishaps.stale(turn.words))
        turn.goes_on = Token("meet", meeting.id, "desk")
    elif (unready := _unready(turn, meeting)) is not None:
        turn.goes_on = Token("meet", unready.id, "ask")
    elif token.ask == "send":
        _send(turn, meeting, token.choice)
    else:
        _preview(turn, meeting, token.choice)


def _unready(turn: Turn, meeting: Meeting) -> Meeting | None:
    """Find the first that is not ready of the meetings which the invitation announces.

    What time has made untrue since it was written is asked about.
    """
    every = [meeting, *serials.goes_along(turn, meeting)]
    for one in every:
        composing.doubt_clash(turn, one)
    return next((one for one in every if drafting.next_question(one) is not None), None)


def _preview(turn: Turn, meeting: Meeting, wanted: str | None) -> None:
    """Show the invitation as a member gets it, and then the number and the names."""
    turn.me.expects = None
    composing.touch(turn, meeting)
    if wanted == "card":
        turn.show(_card(turn, meeting), about=meeting)
        return
    along = serials.goes_along(turn, meeting)
    turn.say(together.invitation(turn, turn.words, meeting, along))
    turn.say(_card(turn, meeting))
    if wanted == "test":
        turn.toast(messaging.tested(turn.words))


def _card(turn: Turn, meeting: Meeting) -> Message:
    told = writing.draft(turn, meeting, BroadcastKind.INVITATION)
    is_narrowed = not audiences.is_for_everyone(told)
    titles = [] if is_narrowed else [group.title for group in groups.active(turn.session)]
    given = sending_views.Round(titles, _warning(turn, meeting), is_narrowed)
    aim = aiming.aim(turn, told, meeting)
    return sending_views.about_to_send(turn.words, meeting, told, aim, given)


def _warning(turn: Turn, meeting: Meeting) -> Html | None:
    """Warn when the meeting or its last day falls on a holiday; Sundays are usual for us."""
    days = [day for day in (meeting.day, meeting.closes_on) if day]
    red = [day for day in days if day in red_days.free_days(day.year)]
    return sending_views.red_day(turn.words, turn.words.full_day(red[0])) if red else None


def _send(turn: Turn, meeting: Meeting, shown: str | None) -> None:
    """Announce the meeting: the invitation leaves when the time to take it back is over.

    When those it goes to are no longer as many as she was shown, she is asked again.
    """
    told = writing.draft(turn, meeting, BroadcastKind.INVITATION)
    count = profiles.count(turn.session, *audiences.reached(turn, told, meeting))
    if shown is not None and shown != str(count):
        turn.toast(messaging.changed_number(turn.words, count), alert=True)
        turn.show(_card(turn, meeting), about=meeting)
        return
    goes_at = writing.leaves_at(turn, meeting, told)
    meeting.status, meeting.announced_at = Status.ANNOUNCED, goes_at
    meeting.edition += 1
    # A theme group's own meeting is kept with the group, also when nobody thought of saying so.
    chosen = selection.from_facts(told.audience)
    meeting.theme_group_id = meeting.theme_group_id or chosen.only_group
    told.key = f"invitation:{meeting.id}:{meeting.edition}"
    told.status, told.starts_at, told.created_at = BroadcastStatus.WAITING, goes_at, turn.now
    turn.session.add(told)
    turn.session.flush()
    plans.settle(turn, meeting)
    together.announce(turn, meeting, told, goes_at)
    turn.note("sent", meeting)
    turn.take_buttons()
    receipts.send(turn, meeting, told)


def _take_back(turn: Turn, meeting: Meeting) -> None:
    """Stop an invitation that has not begun to leave; the first one makes the meeting known."""
    told = [
        one
        for one in broadcasts.of(turn.session, meeting.id)
        if one.kind == BroadcastKind.INVITATION
    ]
    waiting = [one for one in told if one.status == BroadcastStatus.WAITING]
    if not waiting or waiting[-1].starts_at <= turn.now:
        turn.toast(sending_views.too_late_to_stop(turn.words), alert=True)
        return
    waiting[-1].status = BroadcastStatus.TAKEN_BACK
    if not any(one.count for one in told) and len(waiting) == 1:
        together.take_back(turn, meeting)
        meeting.status, meeting.announced_at, meeting.wakes_at = Status.DRAFT, None, None
    turn.session.add_all([waiting[-1], meeting])
    turn.note("took back", meeting)
    receipts.send(turn, meeting, waiting[-1])
