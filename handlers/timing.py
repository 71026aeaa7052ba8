"""An organiser chooses when a message leaves: at once, at an hour, or days from the meeting."""

from __future__ import annotations

from datetime import UTC, datetime, time

from bot.deeds import drafts, writing
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.records.plan_step import Anchor
from bot.rules import moments, plan_steps
from bot.rules.authority import Deed
from bot.rules.moments import Wrong
from bot.store import meetings
from bot.token import Token
from bot.turn import Turn
from bot.words.views import audiences as audience_views
from bot.words.views import mishaps, timing


def begin(turn: Turn, token: Token) -> None:
    """Ask at what hour a message of the run sheet is to leave."""
    meeting = meetings.get(turn.session, token.row)
    if not turn.may(Deed.INVITE, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
        return
    is_live = meeting is not None and meeting.status == Status.ANNOUNCED
    step = writing.step_named(turn, meeting, token.choice or "") if meeting and is_live else None
    if meeting is None or step is None:
        turn.toast(mishaps.gone(turn.words))
    else:
        _ask_hour(turn, writing.from_step(turn, meeting, step), meeting, None)


def answer(turn: Turn, token: Token) -> None:
    """Take a tap or a text about when a draft is to leave."""
    opened = drafts.opened(turn, token)
    if opened is None:
        return
    told, meeting = opened
    if told.status != BroadcastStatus.DRAFT:
        turn.toast(audience_views.not_yours(turn.words))
    elif meeting.status == Status.DRAFT and token.ask in {"days", "plan", "hour"}:
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
    outcome = moments.read(token.choice, turn.now, turn.house.quiet)
    if isinstance(outcome, Wrong):
        turn.ask(asked, timing.wrong_hour(turn.words, told, outcome, turn.house.quiet))
    else:
        _take_hour(turn, told, meeting, outcome)


def _at(turn: Turn, told: Broadcast, meeting: Meeting, token: Token) -> None:
    """Take an hour that was tapped."""
    at = _stamped(token.choice or "")
    if at is not None and at <= turn.now:
        drawn = timing.wrong_hour(turn.words, told, Wrong.PAST, turn.house.quiet)
        turn.ask(Token("letter", told.id, "when"), drawn)
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


def _days(turn: Turn, told: Broadcast, meeting: Meeting, token: Token) -> None:
    """Offer days counted from the meeting that are still ahead, or take one that was written."""
    if token.choice is not None and token.is_typed:
        today = turn.now.astimezone(turn.house.zone).date()
        _put(turn, told, meeting, plan_steps.read(token.choice, meeting, today))
    else:
        _ask_days(turn, told, meeting, None)


def _ask_days(turn: Turn, told: Broadcast, meeting: Meeting, wrong: Wrong | None) -> None:
    ahead = [one for one in timing.STEPS if _would_be(turn, told, meeting, one) is not None]
    drawn = timing.ask_days(turn.words, meeting, told, ahead, wrong)
    turn.ask(Token("letter", told.id, "days"), drawn)


def _would_be(turn: Turn, told: Broadcast, meeting: Meeting, step: timing.Step) -> datetime | None:
    return _ahead(turn, told, meeting, (*step, _clock(turn, told)))


def _ahead(
    turn: Turn, told: Broadcast, meeting: Meeting, when: tuple[Anchor, int, time]
) -> datetime | None:
    """Say when it would leave; None when that has been."""
    at = plan_steps.moment(meeting, writing.tried(turn, told, when), turn.house.habits)
    return at if at is not None and at > turn.now else None


def _clock(turn: Turn, told: Broadcast) -> time:
    """Keep the hour it has when only the day is changed."""
    step = writing.step_of(turn, told)
    return (step.clock if step else None) or plan_steps.CLOCK


def _plan(turn: Turn, told: Broadcast, meeting: Meeting, token: Token) -> None:
    """Take days that were tapped."""
    written = {f"{timing.LETTERS[anchor]}{days}": (anchor, days) for anchor, days in timing.STEPS}
    _put(turn, told, meeting, written.get(token.choice or ""))


def _put(turn: Turn, told: Broadcast, meeting: Meeting, chosen: timing.Step | None) -> None:
    """Put the message in the run sheet, to move with the meeting."""
    if told.kind != BroadcastKind.MESSAGE or not told.text:
        turn.toast(mishaps.stale(turn.words))
    elif chosen is None:
        _ask_days(turn, told, meeting, Wrong.NOT_UNDERSTOOD)
    elif _would_be(turn, told, meeting, chosen) is None:
        _ask_days(turn, told, meeting, Wrong.PAST)
    else:
        _write(turn, told, meeting, (*chosen, _clock(turn, told)))


def _write(turn: Turn, told: Broadcast, meeting: Meeting, when: tuple[Anchor, int, time]) -> None:
    turn.me.expects = None
    step = writing.plan_it(turn, meeting, told, when)
    at = plan_steps.moment(meeting, step, turn.house.habits) or turn.now
    said = timing.days_from(turn.words, when[0], when[1])
    turn.show(timing.planned(turn.words, meeting, step.id, said, at), about=meeting)


def _hour(turn: Turn, told: Broadcast, meeting: Meeting, token: Token) -> None:
    """Take the hour of a planned message, or say why it cannot be."""
    step = writing.step_of(turn, told)
    if step is None or step.days is None:
        turn.toast(mishaps.stale(turn.words))
        return
    if token.choice is None:
        _ask_hour(turn, told, meeting, None)
        return
    read = moments.read_clock(token.choice, turn.house.quiet)
    if isinstance(read, Wrong):
        _ask_hour(turn, told, meeting, read)
        return
    when = (Anchor(step.anchor), step.days, read)
    if _ahead(turn, told, meeting, when) is None:
        _ask_hour(turn, told, meeting, Wrong.PAST)
    else:
        _write(turn, told, meeting, when)


def _ask_hour(turn: Turn, told: Broadcast, meeting: Meeting, wrong: Wrong | None) -> None:
    quiet = turn.house.quiet
    drawn = timing.ask_hour(turn.words, told, moments.clocks(quiet), quiet, wrong)
    turn.ask(Token("letter", told.id, "hour"), drawn, about=meeting)


STEPS = {"when": _when, "at": _at, "days": _days, "plan": _plan, "hour": _hour}
"""What a button asks for that is about the hour."""
