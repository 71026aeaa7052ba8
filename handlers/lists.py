"""Hands a meeting's lists over to its organisers: names, and never needs. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable

from bot.exports.tables import Plain, Workbook
from bot.records.meeting import Meeting, Status
from bot.rules import attendance as rule
from bot.rules.authority import Deed
from bot.rules.registration import side_of
from bot.store import attendance, meetings
from bot.token import Token
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import lists as views
from bot.words.views import mishaps


def answer(turn: Turn, token: Token) -> None:
    """Take a tap on a list."""
    meeting = meetings.get(turn.session, token.row)
    if meeting is None or not turn.may(Deed.TAKE_LISTS, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
    elif meeting.status not in {Status.ANNOUNCED, Status.CANCELLED}:
        turn.toast(mishaps.gone(turn.words))
    elif token.ask in FILES:
        FILES[token.ask](turn, meeting)
    else:
        if (turn.me.expects or "").startswith("here:"):
            # Who leaves the door looks for no name any more.
            turn.me.expects = None
        turn.show(_menu(turn, meeting), about=meeting)


def _menu(turn: Turn, meeting: Meeting) -> Message:
    session, row = turn.session, meeting.id
    counts = views.Counts(
        coming=len(attendance.coming(session, row)),
        reserve=len(attendance.reserve(session, row)),
        not_coming=len(attendance.announced(session, row)),
        present=len(attendance.present(session, row)),
        may_note=rule.may_be_noted(meeting, turn.now, turn.house.zone),
    )
    return views.menu(turn.words, meeting, counts)


def _workbook(turn: Turn, meeting: Meeting) -> None:
    w, row = turn.words, meeting.id
    sheets = views.sheets(
        w,
        meeting,
        attendance.coming(turn.session, row),
        attendance.reserve(turn.session, row),
        attendance.announced(turn.session, row),
    )
    turn.note("took lists", meeting)
    turn.say(views.workbook(w, meeting, Workbook(tuple(sheets))), about=meeting)


def _plain(turn: Turn, meeting: Meeting) -> None:
    w, row = turn.words, meeting.id
    listed = [
        *attendance.coming(turn.session, row),
        *attendance.reserve(turn.session, row),
        *attendance.announced(turn.session, row),
    ]
    turn.note("took lists", meeting)
    table = views.table(w, meeting, listed)
    turn.say(views.plain_table(w, meeting, Plain(table)), about=meeting)


def _sign_in(turn: Turn, meeting: Meeting) -> None:
    """Set the list that lies at the door, in the network's language."""
    listed = _at_the_door(turn, meeting)
    if not listed:
        turn.toast(views.nobody(turn.words), alert=True)
        return
    network = turn.house.settings.network.name
    sheet = views.sign_in(turn.house.words(), meeting, network, listed)
    turn.note("took lists", meeting)
    turn.say(views.sign_in_sheet(turn.words, meeting, sheet, len(listed)), about=meeting)


def _badges(turn: Turn, meeting: Meeting) -> None:
    listed = rule.by_name(_at_the_door(turn, meeting))
    if not listed:
        turn.toast(views.nobody(turn.words), alert=True)
        return
    printed = views.badges(turn.house.words(), meeting, listed)
    turn.note("took lists", meeting)
    turn.say(views.name_badges(turn.words, meeting, printed, len(listed)), about=meeting)


def _at_the_door(turn: Turn, meeting: Meeting) -> list[rule.Attender]:
    """Give those who come to the place itself."""
    coming = attendance.coming(turn.session, meeting.id)
    return [one for one in coming if side_of(one.mine, meeting) == "room"]


FILES: dict[str, Callable[[Turn, Meeting], None]] = {
    "xlsx": _workbook,
    "csv": _plain,
    "sheet": _sign_in,
    "badges": _badges,
}
"""What can be asked for as a file."""
