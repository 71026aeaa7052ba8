"""The dangerous button: shows who it goes to, waits a minute, and can be taken back."""

from __future__ import annotations

from datetime import timedelta

from bot.deeds import plans, receipts, telling
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.rules import audience, clashes, drafting, red_days
from bot.rules.authority import Deed
from bot.store import broadcasts, groups, meetings, people
from bot.token import Token
from bot.turn import Turn
from bot.words.texts import Html
from bot.words.views import meeting as cards
from bot.words.views import mishaps
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
    elif not _is_ready(turn, meeting):
        turn.goes_on = Token("meet", meeting.id, "ask")
    elif token.ask == "send":
        _send(turn, meeting)
    else:
        _preview(turn, meeting)


def _is_ready(turn: Turn, meeting: Meeting) -> bool:
    """Whether every fact is there and still true; a doubt that time has made is asked about."""
    clash = clashes.clash(meeting, turn.now, turn.house.zone)
    if clash is not None and clash[0] not in meeting.doubts:
        options = list(clashes.clocks_instead(meeting, clash[0], turn.house.zone))
        doubt: dict[str, object] = {"reason": clash[1], "options": options, "quote": ""}
        meeting.doubts = {**meeting.doubts, clash[0]: doubt}
        turn.session.add(meeting)
    return drafting.next_question(meeting) is None


def _preview(turn: Turn, meeting: Meeting) -> None:
    """Show the invitation as a member sees it, and then the number and the names."""
    has_agenda = bool(meetings.agenda(turn.session, meeting.id))
    turn.me.expects = None
    turn.say(cards.invitation(turn.words, meeting, has_agenda=has_agenda))
    goes_to = _audience(turn)
    turn.say(
        sending_views.about_to_send(turn.words, meeting, goes_to, warns=_warning(turn, meeting))
    )


def _audience(turn: Turn) -> sending_views.Audience:
    members = [one for one in people.everyone(turn.session) if audience.is_member(one)]
    invited = [one for one in members if audience.is_invited(one, turn.me.id)]
    silent = [one for one in members if not audience.is_reachable(one)]
    titles = [group.title for group in groups.active(turn.session)]
    return sending_views.Audience([one.name or "–" for one in invited], titles, len(silent))


def _warning(turn: Turn, meeting: Meeting) -> Html | None:
    """Warn when the meeting or its last day falls on a holiday; Sundays are usual for us."""
    days = [day for day in (meeting.day, meeting.closes_on) if day]
    red = [day for day in days if day in red_days.free_days(day.year)]
    return sending_views.red_day(turn.words, turn.words.full_day(red[0])) if red else None


def _send(turn: Turn, meeting: Meeting) -> None:
    """Announce the meeting: the invitation leaves when the time to take it back is over."""
    pause = timedelta(seconds=turn.house.settings.meeting.undo_seconds)
    goes_at = telling.at_a_decent_hour(turn, meeting, turn.now + pause)
    meeting.status, meeting.announced_at = Status.ANNOUNCED, goes_at
    meeting.edition += 1
    sent = telling.begin(
        turn,
        Broadcast(
            key=f"invitation:{meeting.id}:{meeting.edition}",
            meeting_id=meeting.id,
            kind=BroadcastKind.INVITATION,
            starts_at=goes_at,
            created_by=turn.me.id,
            created_at=turn.now,
        ),
    )
    plans.settle(turn, meeting)
    turn.note("sent", meeting)
    turn.take_buttons()
    receipts.send(turn, meeting, sent)


def _take_back(turn: Turn, meeting: Meeting) -> None:
    """Stop an invitation that has not begun to leave."""
    waiting = [
        one
        for one in broadcasts.of(turn.session, meeting.id)
        if one.kind == BroadcastKind.INVITATION and one.status == BroadcastStatus.WAITING
    ]
    if not waiting or waiting[0].starts_at <= turn.now:
        turn.toast(sending_views.too_late_to_stop(turn.words), alert=True)
        return
    waiting[0].status = BroadcastStatus.TAKEN_BACK
    meeting.status, meeting.announced_at, meeting.wakes_at = Status.DRAFT, None, None
    turn.session.add_all([waiting[0], meeting])
    turn.note("took back", meeting)
    receipts.send(turn, meeting, waiting[0])
