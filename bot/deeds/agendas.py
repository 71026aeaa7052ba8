"""What follows when an agenda changes; sending it when it was late, and handing it out printed."""

from __future__ import annotations

from bot.deeds import composing, plans, telling
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.rules import agenda as rules
from bot.rules import drafting, times
from bot.store import broadcasts, meetings
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import agenda as views


def changed(turn: Turn, meeting: Meeting) -> None:
    """Note that the agenda is another, and let what is queued say so."""
    drafting.waive(meeting, "agenda")
    meeting.edition += 1
    turn.session.add(meeting)
    composing.touch(turn, meeting)
    turn.note("changed", meeting, "agenda")
    if meeting.status == Status.ANNOUNCED:
        telling.replan(turn, meeting)


def overview(turn: Turn, meeting: Meeting) -> Message:
    """Draw the agenda as its organiser works with it, with what in it does not fit."""
    listed = meetings.agenda(turn.session, meeting.id)
    doubts = rules.doubts(listed, meeting)
    is_missed = missed(turn, meeting) is not None and bool(listed)
    return views.overview(turn.words, meeting, listed, doubts, is_missed=is_missed)


def is_outside(turn: Turn, meeting: Meeting) -> bool:
    """Whether a point lies outside the meeting's hours, or before the one above it."""
    return bool(rules.doubts(meetings.agenda(turn.session, meeting.id), meeting))


def missed(turn: Turn, meeting: Meeting) -> Broadcast | None:
    """Find the agenda's hour that passed while there was none; None when it can still go itself."""
    begins = times.starts_at(meeting, turn.house.zone)
    if begins is None or begins <= turn.now or meeting.status != Status.ANNOUNCED:
        return None
    standing = plans.keys(turn, meeting)
    empty = (
        one
        for one in broadcasts.of(turn.session, meeting.id)
        if one.kind == BroadcastKind.AGENDA
        and one.status == BroadcastStatus.DONE
        and not one.count
        and not one.cursor
        and one.key in standing
    )
    return next(empty, None)


def send_missed(turn: Turn, meeting: Meeting) -> bool:
    """Send the agenda now, when its hour passed while there was none."""
    told = missed(turn, meeting)
    if told is None:
        return False
    told.status = BroadcastStatus.WAITING
    told.starts_at = telling.at_a_decent_hour(turn, meeting, turn.now)
    turn.session.add(told)
    turn.note("sent the agenda", meeting)
    return True


def hand_out(turn: Turn, meeting: Meeting) -> bool:
    """Send the agenda as a paper; False when there is none."""
    points = meetings.agenda(turn.session, meeting.id)
    if not points:
        return False
    w, network = turn.words, turn.house.settings.network.name
    content = views.paper(w, meeting, points, network)
    turn.say(views.printed(w, meeting, content), about=meeting)
    return True
