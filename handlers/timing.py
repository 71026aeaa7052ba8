"""An organiser chooses when a message leaves: at once, at an hour, or days from the meeting."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.deeds import drafts, writing
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.rules import moments, plan_steps
from bot.rules.moments import Wrong
from bot.token import Token
from bot.turn import Turn
from bot.words.views import audiences as audience_views
from bot.words.views import timing


def answer(turn: Turn, token: Token) -> None:
    """Take a tap or a text about when a draft is to leave."""
    opened = drafts.opened(turn, token)
    if opened is None:
        return
    told, meeting = opened
    if told.status != BroadcastStatus.DRAFT:
        turn.toast(audience_views.not_yours(turn.words))
    elif meeting.status == Status.DRAFT and token.ask in {"days", "plan"}:
        turn.goes_on = Token("meet", meeting.id, "preview", "card")
    else:
        STEPS[token.ask](turn, told, meeting, token)


def _when(turn: Turn, told: Broadcast, meeting: Meeting, token: Token) -> None:
    """Offer hours, or take one that was written."""
    asked = Token("letter", told.id, "when")
    if token.choice is None or not token.is_typed:
        hours = moments.suggested(turn.now, turn.house.quiet)
        may_follow = told.kind == BroadcastKind.MESSAGE
        turn.ask(asked, timing.ask_when(turn.words, told, hours, may_follow=may_follow))
        return
    outcome = moments.read(token.choice, turn.now, turn.house.zone)
    if isinstance(outcome, Wrong):
        turn.ask(asked, timing.wrong_hour(turn.words, told, outcome))
    else:
        _take_hour(turn, told, meeting, outcome)


def _at(turn: Turn, told: Broadcast, meeting: Meeting, token: Token) -> None:
    """Take an hour that was tapped."""
    at = _stamped(token.choice or "")
    if at is not None and at <= turn.now:
        turn.ask(Token("letter", told.id, "when"), timing.wrong_hour(turn.words, told, Wrong.PAST))
    else:
        _take_hour(turn, told, meeting, at)


def _stamped(choice: str) -> datetime | None:
    try:
        return datetime.strptime(choice, timing.STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _take_hour(turn: Turn, told: Broadcast, meeting: Meeting, at: datetime | None) -> None:
    turn.me.expects = None
    writing.choose_hour(told, at)
    turn.session.add(told)
    is_new = meeting.status == Status.DRAFT
    to_preview = Token("meet", meeting.id, "preview", "card")
    turn.goes_on = to_preview if is_new else Token("letter", told.id, "card")


def _days(turn: Turn, told: Broadcast, meeting: Meeting, _token: Token) -> None:
    """Offer days counted from the meeting that are still ahead."""
    turn.me.expects = None
    ahead = [one for one in timing.STEPS if _would_be(turn, told, meeting, one) is not None]
    turn.show(timing.ask_days(turn.words, meeting, told, ahead), about=meeting)


def _would_be(turn: Turn, told: Broadcast, meeting: Meeting, step: timing.Step) -> datetime | None:
    tried = writing.tried(turn, told, (*step, plan_steps.CLOCK))
    at = plan_steps.moment(meeting, tried, turn.house.habits)
    return at if at is not None and at > turn.now else None


def _plan(turn: Turn, told: Broadcast, meeting: Meeting, token: Token) -> None:
    """Put the message in the run sheet, to move with the meeting."""
    written = {f"{timing.LETTERS[anchor]}{days}": (anchor, days) for anchor, days in timing.STEPS}
    chosen = written.get(token.choice or "")
    at = _would_be(turn, told, meeting, chosen) if chosen else None
    if chosen is None or at is None or told.kind != BroadcastKind.MESSAGE or not told.text:
        turn.toast(timing.not_in_time(turn.words), alert=True)
        return
    step = writing.plan_it(turn, meeting, told, (*chosen, plan_steps.CLOCK))
    when = timing.days_from(turn.words, *chosen)
    turn.show(timing.planned(turn.words, meeting, step.id, when, at), about=meeting)


STEPS = {"when": _when, "at": _at, "days": _days, "plan": _plan}
"""What a button asks for that is about the hour."""
