"""Takes where a meeting's place is: a location from the telephone, or a link to a map."""

from __future__ import annotations

from bot.records.meeting import Form, Meeting, Status
from bot.rules import coordinates, drafting, finding
from bot.rules.authority import Deed
from bot.rules.coordinates import Point
from bot.store import meetings
from bot.token import Token, parse
from bot.turn import Turn
from bot.words.views import mishaps
from bot.words.views import placing as views

MOST = 8
"""Meetings to choose among when nothing says which one is meant."""


def is_understood(expected: Token | None) -> bool:
    """Whether a place on the map means anything now: a meeting is composed, or nothing is asked."""
    if expected is None:
        return True
    return expected.what == "meet" and drafting.question(expected.ask) is not None


def take(turn: Turn, point: Point) -> None:
    """Put the point on the meeting she is working with; ask which, when that is not known."""
    expected = parse(turn.me.expects or "")
    if expected is not None:
        _take_for(turn, expected, point)
        return
    possible = _possible(turn)
    if len(possible) == 1:
        _put(turn, possible[0].id, point)
    elif possible:
        turn.say(views.which(turn.words, possible[:MOST], coordinates.written(point)))
    else:
        turn.say(mishaps.only_text_now(turn.words))


def _take_for(turn: Turn, expected: Token, point: Point) -> None:
    """Put the point on the meeting that is composed or changed, and ask again what was asked."""
    if not is_understood(expected) or not _can_have(turn, meetings.get(turn.session, expected.row)):
        turn.say(mishaps.only_text(turn.words))
        return
    _put(turn, expected.row, point)
    turn.goes_on = expected


def answer(turn: Turn, token: Token) -> None:
    """Take the choice of a meeting."""
    point = coordinates.read(token.choice or "")
    if point is None or not _can_have(turn, meetings.get(turn.session, token.row)):
        turn.toast(mishaps.stale(turn.words))
        return
    turn.take_buttons()
    _put(turn, token.row, point)


def _put(turn: Turn, meeting_id: int, point: Point) -> None:
    meeting = meetings.locked(turn.session, meeting_id)
    if meeting is None:
        turn.toast(mishaps.gone(turn.words))
        return
    meeting.latitude, meeting.longitude = point
    meeting.edition += 1
    turn.session.add(meeting)
    turn.note("put on the map", meeting)
    turn.say(views.is_put(turn.words, meeting), about=meeting)


def _can_have(turn: Turn, meeting: Meeting | None) -> bool:
    """Whether she may give this meeting a point on the map, and it means anything for it."""
    if meeting is None or meeting.status not in {Status.DRAFT, Status.ANNOUNCED}:
        return False
    return meeting.form != Form.ONLINE and turn.may(Deed.CHANGE, meeting)


def _possible(turn: Turn) -> list[Meeting]:
    """Her drafts, and what is coming."""
    begun = [one for one in meetings.drafts(turn.session, turn.me.id) if one.title or one.day]
    announced = meetings.announced(turn.session)
    ahead = finding.coming(announced, turn.now, turn.house.zone)
    return [one for one in (*begun, *ahead) if _can_have(turn, one)]
