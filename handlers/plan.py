"""Shows a meeting's plan to its organisers, and changes it. Decides nothing."""

from __future__ import annotations

from bot.deeds import guarding, run_sheets, telling
from bot.records.meeting import Meeting, Status
from bot.records.plan_step import PlanStep
from bot.rules import moments, run_sheet, sheet_lines
from bot.rules.authority import Deed
from bot.rules.moments import Wrong
from bot.rules.run_sheet import Item
from bot.rules.sheet_lines import Row
from bot.store import audits
from bot.store.audits import Entry
from bot.token import Token
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import plan as views


def answer(turn: Turn, token: Token) -> None:
    """Take a tap on the plan, or a day or an hour written for one of its lines."""
    meeting = guarding.opened(turn, token, Deed.CHANGE, {Status.ANNOUNCED, Status.CANCELLED})
    if meeting is None:
        return
    was_asked = turn.me.expects == str(Token("plan", meeting.id, token.ask))
    turn.me.expects = None
    ask, _, named = token.ask.partition("_")
    row = _row(turn, meeting, named or token.choice or "")
    if ask == "show" or row is None:
        turn.show(views.overview(turn.words, meeting, run_sheets.lines(turn, meeting)))
    elif ask == "look":
        _look(turn, meeting, row)
    elif ask in {"day", "clock"} and row.item in run_sheet.ANCHORS:
        _retime(turn, meeting, row, token, was_asked=was_asked)
    elif ask in {"off", "on", "usual"}:
        _switch(turn, meeting, row, ask)
    else:
        turn.show(views.one(turn.words, meeting, run_sheets.line(turn, meeting, row)))


def _look(turn: Turn, meeting: Meeting, row: Row) -> None:
    """Show a message as it would read today, and the line again under it."""
    if row.item in run_sheet.WORDED:
        turn.say(run_sheets.look(turn, meeting, row), about=meeting)
    turn.say(views.one(turn.words, meeting, run_sheets.line(turn, meeting, row)), about=meeting)


def _row(turn: Turn, meeting: Meeting, name: str) -> Row | None:
    """Find a line that can still be changed."""
    listed = [one for one in run_sheets.rows(turn, meeting) if one.item == name]
    return next((one for one in listed if sheet_lines.can_change(one)), None)


def _switch(turn: Turn, meeting: Meeting, row: Row, ask: str) -> None:
    if ask == "usual":
        run_sheets.drop(turn, row.step)
    else:
        step = run_sheets.step(turn, meeting, row.item)
        step.is_off = ask == "off"
        turn.session.add(step)
    _changed(turn, meeting, row.item)


def _changed(turn: Turn, meeting: Meeting, item: Item) -> None:
    turn.session.flush()
    turn.note("changed the plan", meeting, item)
    telling.replan(turn, meeting)
    turn.toast(views.saved(turn.words))
    row = _row(turn, meeting, item)
    if row is None:
        turn.show(views.overview(turn.words, meeting, run_sheets.lines(turn, meeting)))
    else:
        turn.show(views.one(turn.words, meeting, run_sheets.line(turn, meeting, row)))


def _retime(turn: Turn, meeting: Meeting, row: Row, token: Token, *, was_asked: bool) -> None:
    """Ask for a day or an hour, and take it when no colleague has come before."""
    asked, drawn = Token("plan", meeting.id, token.ask), _question(turn, meeting, row, token)
    if token.choice is None:
        turn.ask(asked, drawn)
    elif was_asked and (other := _other(turn, meeting, row)):
        line = run_sheets.line(turn, meeting, row)
        turn.show(views.newer(turn.words, meeting, line, other.actor), about=meeting)
    else:
        _take(turn, meeting, row, token, drawn)


def _other(turn: Turn, meeting: Meeting, row: Row) -> Entry | None:
    """Find a colleague's change of this line since it was asked for."""
    fact, since = (meeting.id, str(row.item)), turn.me.asked_at
    if since is None:
        return None
    return audits.changed_since(
        turn.session, fact, since, but_by=turn.me.id, verb="changed the plan"
    )


def _take(turn: Turn, meeting: Meeting, row: Row, token: Token, drawn: Message) -> None:
    """Take a day or an hour when it can still be, or ask again."""
    asked, tried = Token("plan", meeting.id, token.ask), _tried(turn, meeting, row, token)
    if tried == Wrong.NIGHT:
        turn.ask(asked, views.at_night(turn.words, drawn, turn.house.quiet))
        return
    habits = turn.house.habits
    if isinstance(tried, Wrong) or not run_sheet.may_be(meeting, row.item, habits, tried, turn.now):
        turn.ask(asked, views.unclear(turn.words, drawn))
        return
    step = run_sheets.step(turn, meeting, row.item)
    step.anchor, step.days, step.clock = tried.anchor, tried.days, tried.clock
    turn.session.add(step)
    _changed(turn, meeting, row.item)


def _question(turn: Turn, meeting: Meeting, row: Row, token: Token) -> Message:
    if token.ask.startswith("day"):
        return _days(turn, meeting, row)
    clocks = moments.clocks(turn.house.quiet)
    return views.ask_clock(turn.words, meeting, row.item, clocks)


def _days(turn: Turn, meeting: Meeting, row: Row) -> Message:
    found = []
    for days in run_sheet.DAYS[row.item]:
        tried = run_sheets.tried(meeting, row, days, row.step.clock if row.step else None)
        at = run_sheet.may_be(meeting, row.item, turn.house.habits, tried, turn.now)
        if at is not None:
            found.append((days, at))
    return views.ask_day(turn.words, meeting, row.item, found)


def _tried(turn: Turn, meeting: Meeting, row: Row, token: Token) -> PlanStep | Wrong:
    standing, given = row.step, (token.choice or "").strip()
    if token.ask.startswith("day"):
        days = run_sheet.read_days(meeting, row.item, given, turn.now.astimezone(turn.house.zone))
        clock = standing.clock if standing else None
        if days is None:
            return Wrong.NOT_UNDERSTOOD
        return run_sheets.tried(meeting, row, days, clock)
    read = moments.read_clock(given, turn.house.quiet)
    if isinstance(read, Wrong):
        return read
    return run_sheets.tried(meeting, row, standing.days if standing else None, read)
