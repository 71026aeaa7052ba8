"""Certificates of attendance: one's own, and for organisers anyone's. Decides nothing."""

from __future__ import annotations

from bot.exports.papers import Certificate
from bot.records.meeting import Meeting, Status
from bot.rules import attendance as rule
from bot.rules.authority import Deed
from bot.store import attendance, meetings
from bot.token import Token
from bot.turn import Turn
from bot.words.calendar import Words
from bot.words.views import certificates as views
from bot.words.views import mishaps


def answer(turn: Turn, token: Token) -> None:
    """Take a tap on a certificate."""
    meeting = meetings.get(turn.session, token.row)
    if meeting is None or meeting.status != Status.ANNOUNCED:
        turn.toast(mishaps.gone(turn.words))
    elif token.ask == "own":
        _own(turn, meeting)
    elif not turn.may(Deed.TAKE_LISTS, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
    elif token.ask == "one":
        _anyone(turn, meeting, token.number)
    else:
        _choose(turn, meeting, token.number)


def _own(turn: Turn, meeting: Meeting) -> None:
    """Give someone who was there her own."""
    listed = attendance.present(turn.session, meeting.id)
    one = next((one for one in listed if one.person.id == turn.me.id), None)
    if one is None or not rule.may_be_certified(one.mine, meeting, turn.now, turn.house.zone):
        turn.toast(mishaps.stale(turn.words))
        return
    turn.say(views.own(turn.words, meeting, _set(turn, turn.words, meeting, one)), about=meeting)


def _anyone(turn: Turn, meeting: Meeting, row: int) -> None:
    listed = attendance.present(turn.session, meeting.id)
    one = next((one for one in listed if one.mine.id == row), None)
    if one is None:
        turn.toast(mishaps.stale(turn.words))
        _choose(turn, meeting, 1)
        return
    turn.note("made a certificate", meeting)
    printed = _set(turn, turn.words_for(one.person), meeting, one)
    turn.say(views.for_another(turn.words, meeting, one.name, printed), about=meeting)


def _set(turn: Turn, w: Words, meeting: Meeting, one: rule.Attender) -> Certificate:
    """Set it in the language of the one it is about."""
    settings = turn.house.settings.network
    network = views.Network(settings.name, settings.controller)
    today = turn.now.astimezone(turn.house.zone).date()
    return views.certificate(w, meeting, one, network, today)


def _choose(turn: Turn, meeting: Meeting, wanted: int) -> None:
    listed = rule.by_name(attendance.present(turn.session, meeting.id))
    pages = max(1, -(-len(listed) // views.PAGE))
    number = min(max(wanted, 1), pages)
    some = listed[(number - 1) * views.PAGE : number * views.PAGE]
    turn.show(views.choose(turn.words, meeting, views.Leaf(some, number, pages)), about=meeting)
