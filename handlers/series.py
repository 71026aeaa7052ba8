"""Makes a series of a meeting, and shows the organiser all its occasions."""

from __future__ import annotations

from bot.deeds import composing, desks, serials
from bot.records.meeting import Meeting, Status
from bot.rules import authority, drafting
from bot.rules import series as rules
from bot.rules.authority import Deed
from bot.rules.series import Every
from bot.store import meetings, series
from bot.token import Token
from bot.turn import Turn
from bot.words.views import copying, mishaps
from bot.words.views import series as views


def answer(turn: Turn, token: Token) -> None:
    """Take a step towards a series, or with one."""
    meeting = meetings.locked(turn.session, token.row)
    if not turn.may(Deed.CHANGE, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
    elif meeting is None or meeting.status == Status.DISCARDED:
        turn.toast(mishaps.gone(turn.words))
    elif (deed := authority.beyond("series", token.ask)) and not turn.may(deed):
        turn.toast(mishaps.not_allowed(turn.words))
    elif token.ask in STEPS:
        STEPS[token.ask](turn, meeting, token)
    else:
        turn.toast(mishaps.stale(turn.words))


def _more(turn: Turn, meeting: Meeting, _token: Token) -> None:
    turn.me.expects = None
    turn.show(copying.more(turn.words, meeting), about=meeting)


def _back(turn: Turn, meeting: Meeting, _token: Token) -> None:
    """Lead back to the draft's card or the desk."""
    turn.me.expects = None
    if meeting.status == Status.DRAFT:
        composing.review(turn, meeting)
    else:
        desks.show(turn, meeting, Token("meet", meeting.id, "desk", "back"))


def _show(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Show the series; ask how often when there is none yet."""
    turn.me.expects = None
    occasions = serials.occasions(turn, meeting)
    if len(occasions) > 1:
        turn.show(views.overview(turn.words, meeting, occasions), about=meeting)
    else:
        _begin(turn, meeting, token)


def _begin(turn: Turn, meeting: Meeting, _token: Token) -> None:
    """Ask how often; an unfinished draft is finished first, so that no question comes N times."""
    turn.me.expects = None
    if meeting.status == Status.DRAFT and drafting.next_question(meeting) is not None:
        turn.toast(views.needs_day(turn.words), alert=True)
        composing.go_on(turn, meeting)
        return
    turn.show(views.begin(turn.words, meeting), about=meeting)


def _count(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Ask how many times, and lay the days out."""
    every = Every(token.ask)
    asked = Token("series", meeting.id, token.ask)
    if token.choice is None or meeting.day is None:
        turn.ask(asked, views.ask_count(turn.words, meeting, every))
        return
    today = turn.now.astimezone(turn.house.zone).date()
    count = rules.how_many(token.choice, meeting.day, every, today)
    if count is None:
        turn.ask(asked, views.ask_count(turn.words, meeting, every, is_unclear=True))
        return
    turn.me.expects = None
    laid = rules.plan(meeting, every, count, turn.house.zone)
    turn.show(views.plan(turn.words, meeting, laid), about=meeting)


def _plan(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Show the days as they are chosen so far."""
    laid = rules.read_plan(meeting, token.choice or "")
    if laid is None:
        _show(turn, meeting, token)
    else:
        turn.show(views.plan(turn.words, meeting, laid), about=meeting)


def _make(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Make the occasions, once; a second tap shows them."""
    laid = rules.read_plan(meeting, token.choice or "")
    is_new = len(series.of(turn.session, meeting)) == 1
    if laid is not None and is_new:
        serials.make(turn, meeting, laid.chosen)
    _show(turn, meeting, token)


def _days(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Ask for days of her own, and make an occasion on each."""
    asked = Token("series", meeting.id, "days")
    if token.choice is None:
        turn.ask(asked, views.ask_days(turn.words, meeting))
        return
    today = turn.now.astimezone(turn.house.zone).date()
    read = rules.own_days(token.choice, today)
    if isinstance(read, str):
        turn.ask(asked, views.ask_days(turn.words, meeting, read))
        return
    serials.make(turn, meeting, rules.fitting(read, len(series.of(turn.session, meeting))))
    _show(turn, meeting, token)


def _choose(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Say whether people come to all occasions or choose one of them."""
    for one in series.of(turn.session, meeting):
        one.picks_one = token.ask == "one"
        turn.session.add(one)
    turn.session.flush()
    turn.note("changed the series", meeting)
    _show(turn, meeting, token)


STEPS = {
    "more": _more,
    "back": _back,
    "show": _show,
    "begin": _begin,
    "days": _days,
    "plan": _plan,
    "make": _make,
    "one": _choose,
    "all": _choose,
    **dict.fromkeys((str(every) for every in Every), _count),
}
