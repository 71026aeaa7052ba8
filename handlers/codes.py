"""Codes for the door: shown by participants, read by organisers. Decides nothing."""

from __future__ import annotations

from bot.deeds import attending, codes, showing
from bot.exports.papers import Code
from bot.records.meeting import Meeting
from bot.records.registration import Registration, Standing
from bot.rules import attendance as rule
from bot.rules.authority import Deed
from bot.store import attendance, meetings
from bot.token import Token
from bot.turn import Turn
from bot.words.views import checking_in as door_views
from bot.words.views import codes as views
from bot.words.views import mishaps


def answer(turn: Turn, token: Token) -> None:
    """Show a code while it opens a door: one's own, or that of someone one speaks for."""
    if token.ask == "for":
        _another(turn, token)
        return
    meeting = meetings.get(turn.session, token.row)
    mine = showing.mine(turn, meeting) if meeting else None
    if meeting is None or mine is None or not rule.has_code(mine, meeting):
        turn.toast(mishaps.stale(turn.words))
    else:
        drawn = Code(codes.link(turn, mine))
        turn.say(views.code(turn.words, meeting, drawn), about=meeting)


def _another(turn: Turn, token: Token) -> None:
    """Give the code of someone without Telegram to the one who passes it on."""
    found = codes.passed_on(turn, token.row)
    if found is None:
        turn.toast(mishaps.stale(turn.words))
    else:
        meeting, one = found
        drawn = Code(codes.link(turn, one.mine))
        turn.say(views.for_another(turn.words, meeting, one.name, drawn), about=meeting)


def opened(turn: Turn, written: str) -> None:
    """Check in the one whose code an organiser has read; anyone else learns nothing."""
    mine = codes.read(turn, written)
    meeting = meetings.locked(turn.session, mine.meeting_id) if mine else None
    if mine is None or meeting is None or not turn.may(Deed.CHECK_IN, meeting):
        turn.say(views.kind(turn.words))
        return
    turn.session.refresh(mine)
    one = attendance.one(turn.session, mine)
    if not rule.may_be_noted(meeting, turn.now, turn.house.zone):
        turn.say(views.too_early(turn.words, meeting, one.name), about=meeting)
    elif mine.standing != Standing.GOING:
        turn.say(views.has_no_place(turn.words, meeting, one), about=meeting)
    else:
        _let_in(turn, meeting, mine, one)


def _let_in(turn: Turn, meeting: Meeting, mine: Registration, one: rule.Attender) -> None:
    attending.note(turn, meeting, mine, is_there=True)
    coming = attendance.coming(turn.session, meeting.id)
    room = door_views.Room(sum(bool(each.mine.attended) for each in coming), len(coming))
    turn.say(views.is_here(turn.words, meeting, one, room), about=meeting)
