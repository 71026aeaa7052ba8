"""Composes an agenda point by point with an organiser. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from bot.deeds import agendas, guarding
from bot.invitation import answers
from bot.records.agenda import AgendaItem
from bot.records.meeting import Meeting, Status
from bot.rules import agenda as rules
from bot.rules.authority import Deed
from bot.store import agendas as store
from bot.store import meetings
from bot.token import Token, number_in
from bot.turn import Turn
from bot.words.views import agenda as views
from bot.words.views import mishaps

NOTHING = frozenset({"-", "–", "—"})


def answer(turn: Turn, token: Token) -> None:
    """Take a tap or a text about an agenda."""
    meeting = guarding.opened(turn, token, Deed.CHANGE, {Status.DRAFT, Status.ANNOUNCED})
    if meeting is None:
        return
    turn.me.expects = None
    field, _, row = token.ask.partition("_")
    if field in STEPS:
        STEPS[field](turn, meeting, token)
    elif field in {"title", "clock", "speaker"}:
        _field(turn, meeting, token, _point(turn, meeting, row))
    else:
        _with_point(turn, meeting, token, _point(turn, meeting, token.choice or ""))


def _point(turn: Turn, meeting: Meeting, row: str) -> AgendaItem | None:
    return store.point(turn.session, meeting.id, number_in(row))


def _show(turn: Turn, meeting: Meeting, _token: Token) -> None:
    turn.show(agendas.overview(turn, meeting), about=meeting)


def _add(turn: Turn, meeting: Meeting, token: Token) -> None:
    asked, drawn = Token("points", meeting.id, "add"), views.ask_add(turn.words, meeting)
    text = (token.choice or "").strip()
    if not text:
        turn.ask(asked, drawn, about=meeting)
        return
    added = rules.points(text, meeting.id) if len(text) <= rules.LONGEST_TEXT else []
    standing = meetings.agenda(turn.session, meeting.id)
    if not added or len(standing) + len(added) > rules.MOST_POINTS:
        turn.ask(asked, views.unclear(turn.words, drawn), about=meeting)
        return
    store.append(turn.session, meeting.id, added)
    agendas.changed(turn, meeting)
    turn.say(agendas.overview(turn, meeting), about=meeting)


def _pause(turn: Turn, meeting: Meeting, token: Token) -> None:
    if len(meetings.agenda(turn.session, meeting.id)) < rules.MOST_POINTS:
        title = views.pause(turn.house.words())
        added = AgendaItem(meeting_id=meeting.id, position=0, title=title, is_break=True)
        store.append(turn.session, meeting.id, [added])
        agendas.changed(turn, meeting)
    _show(turn, meeting, token)


def _send(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Send what was not there when it should have gone."""
    if meetings.agenda(turn.session, meeting.id) and agendas.send_missed(turn, meeting):
        turn.toast(views.sent(turn.words))
    _show(turn, meeting, token)


def _pdf(turn: Turn, meeting: Meeting, token: Token) -> None:
    if not agendas.hand_out(turn, meeting):
        _show(turn, meeting, token)


def _with_point(turn: Turn, meeting: Meeting, token: Token, point: AgendaItem | None) -> None:
    if point is None:
        turn.toast(mishaps.stale(turn.words))
        _show(turn, meeting, token)
        return
    listed, row = meetings.agenda(turn.session, meeting.id), point.id
    orders = {
        "up": lambda: rules.moved(listed, row, up=True),
        "down": lambda: rules.moved(listed, row, up=False),
        "nest": lambda: rules.nested(listed, row),
        "remove": lambda: rules.without(listed, row),
    }
    if token.ask in orders:
        store.arrange(turn.session, meeting.id, orders[token.ask]())
        agendas.changed(turn, meeting)
        turn.toast(views.saved(turn.words))
        _show(turn, meeting, token)
    else:
        turn.show(views.one(turn.words, meeting, point), about=meeting)


def _field(turn: Turn, meeting: Meeting, token: Token, point: AgendaItem | None) -> None:
    """Ask for one fact of a point, or take it."""
    field = token.ask.partition("_")[0]
    asked, drawn = (
        Token("points", meeting.id, token.ask),
        views.ask_field(turn.words, meeting, field),
    )
    if point is None:
        turn.toast(mishaps.stale(turn.words))
        _show(turn, meeting, token)
    elif token.choice is None:
        turn.ask(asked, drawn, about=meeting)
    elif not _take(point, field, " ".join(token.choice.split())):
        turn.ask(asked, views.unclear(turn.words, drawn), about=meeting)
    else:
        turn.session.add(point)
        turn.session.flush()
        agendas.changed(turn, meeting)
        turn.say(views.one(turn.words, meeting, point), about=meeting)


def _take(point: AgendaItem, field: str, given: str) -> bool:
    """Write a fact into a point; False when it cannot be used."""
    if field == "title":
        point.title = given if 0 < len(given) <= rules.LONGEST_TITLE else point.title
        return point.title == given
    if field == "speaker":
        point.speaker = "" if given in NOTHING else given[: rules.LONGEST_SPEAKER]
        return True
    clock = _clock(given)
    if clock is None and given not in NOTHING:
        return False
    point.at = clock
    return True


def _clock(given: str) -> time | None:
    found = answers.read_clock(given)
    return found.value if found.is_sure else None


STEPS: dict[str, Callable[[Turn, Meeting, Token], None]] = {
    "show": _show,
    "add": _add,
    "pause": _pause,
    "send": _send,
    "pdf": _pdf,
}
