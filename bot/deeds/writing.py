"""An organiser's message or invitation from draft to leaving, and what is written ahead of time."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from secrets import token_hex

from bot.deeds import plans, receipts, telling
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.records.plan_step import Anchor, PlanStep
from bot.records.registration import Standing
from bot.rules import plan_steps, times
from bot.rules.plan_steps import StepDue
from bot.rules.selection import Answered, Selection
from bot.store import broadcasts, profiles
from bot.store import plan_steps as written_steps
from bot.token import number_in
from bot.turn import Turn

CHOSEN, STEP, SEEN = "at", "step", "seen"
"""Facts of a draft: the hour it is to leave, the step of the run sheet it says anew, and how."""


def draft(
    turn: Turn, meeting: Meeting, kind: BroadcastKind, step: PlanStep | None = None
) -> Broadcast:
    """Find what the one who spoke is writing about a meeting, or begin it."""
    key = _key(turn, meeting, kind, step)
    standing = broadcasts.keyed(turn.session, key)
    if standing is not None:
        return standing
    begun = Broadcast(
        key=key,
        meeting_id=meeting.id,
        kind=kind,
        status=BroadcastStatus.DRAFT,
        audience=_usual_audience(turn, meeting, kind),
        starts_at=turn.now,
        created_by=turn.me.id,
        created_at=turn.now,
    )
    return telling.begin(turn, begun)


def _key(turn: Turn, meeting: Meeting, kind: BroadcastKind, step: PlanStep | None) -> str:
    return f"draft:{kind}:{meeting.id}:{turn.me.id}:{step.id if step else 0}"


def _usual_audience(turn: Turn, meeting: Meeting, kind: BroadcastKind) -> dict[str, object]:
    """Suggest those who come, or whom the invitation that was taken back was for."""
    if kind == BroadcastKind.MESSAGE:
        comes = profiles.answered(meeting.id, Standing.GOING)
        is_any = profiles.is_any(turn.session, comes)
        return Selection(answered=frozenset({Answered.GOING} if is_any else ())).as_facts()
    if meeting.status != Status.DRAFT:
        return {}
    before = [one for one in broadcasts.of(turn.session, meeting.id) if one.kind == kind]
    return dict(before[-1].audience) if before else {}


def chosen_hour(told: Broadcast) -> datetime | None:
    """Read the hour that was chosen for a draft; None is as soon as it is sent."""
    written = told.facts.get(CHOSEN)
    return datetime.fromisoformat(written) if isinstance(written, str) else None


def choose_hour(told: Broadcast, at: datetime | None) -> None:
    """Keep the hour at which a draft is to leave."""
    kept = {name: value for name, value in told.facts.items() if name != CHOSEN}
    told.facts = kept | ({CHOSEN: at.isoformat()} if at else {})


def leaves_at(turn: Turn, meeting: Meeting, told: Broadcast) -> datetime:
    """Say when a draft would leave: after the time to undo, or at its hour; never at night."""
    pause = timedelta(seconds=turn.house.settings.meeting.undo_seconds)
    wanted = max(turn.now + pause, chosen_hour(told) or turn.now)
    return telling.at_a_decent_hour(turn, meeting, wanted)


def send(turn: Turn, meeting: Meeting, told: Broadcast) -> None:
    """Let a draft leave when its hour comes; until then it can be stopped."""
    told.starts_at = leaves_at(turn, meeting, told)
    told.status, told.created_at = BroadcastStatus.WAITING, turn.now
    told.key = f"{told.kind}:{meeting.id}:{token_hex(4)}"
    begins = times.starts_at(meeting, turn.house.zone)
    if told.kind == BroadcastKind.MESSAGE:
        told.stale_after = told.starts_at + plan_steps.LASTING
        if begins is not None and told.starts_at < begins:
            told.stale_after = min(told.stale_after, begins)
    turn.session.add(told)
    turn.session.flush()
    turn.note("sent a message" if told.kind == BroadcastKind.MESSAGE else "invited more", meeting)
    turn.take_buttons()
    receipts.send(turn, meeting, told)


def take_back(turn: Turn, meeting: Meeting, told: Broadcast) -> bool:
    """Stop what has not begun to leave; False when it is too late."""
    if told.status != BroadcastStatus.WAITING or told.starts_at <= turn.now:
        return False
    told.status = BroadcastStatus.TAKEN_BACK
    turn.session.add(told)
    turn.note("took a message back", meeting)
    receipts.send(turn, meeting, told)
    return True


def take_up_again(turn: Turn, meeting: Meeting, told: Broadcast) -> Broadcast:
    """Go on writing what was taken back before anyone saw it."""
    begun = draft(turn, meeting, BroadcastKind(told.kind))
    begun.text, begun.audience = told.text, dict(told.audience)
    turn.session.add(begun)
    return begun


def step_named(turn: Turn, meeting: Meeting, choice: str) -> PlanStep | None:
    """Find the message of the run sheet that a button names by its row."""
    step = written_steps.get(turn.session, number_in(choice))
    is_ours = step is not None and step.meeting_id == meeting.id
    return step if step is not None and is_ours and step.occasion == plan_steps.MESSAGE else None


def from_step(turn: Turn, meeting: Meeting, step: PlanStep) -> Broadcast:
    """Open a message of the run sheet to be read or written anew."""
    begun = draft(turn, meeting, BroadcastKind.MESSAGE, step)
    begun.text, begun.audience = step.text, dict(step.audience)
    begun.facts = {STEP: step.id, SEEN: plan_steps.edition(step)}
    turn.session.add(begun)
    return begun


def is_overtaken(turn: Turn, told: Broadcast) -> bool:
    """Whether the step that a draft says anew has been changed or removed by a colleague."""
    if STEP not in told.facts:
        return False
    step = step_of(turn, told)
    return step is None or plan_steps.edition(step) != told.facts.get(SEEN)


def keep(turn: Turn, told: Broadcast) -> None:
    """Write a draft down as it now is; one that says a step anew changes the step too."""
    turn.session.add(told)
    step = step_of(turn, told)
    if step is not None:
        step.text, step.audience = told.text, dict(told.audience)
        told.facts = {**told.facts, SEEN: plan_steps.edition(step)}
        turn.session.add(step)


def step_of(turn: Turn, told: Broadcast) -> PlanStep | None:
    """Find the step of the run sheet that a draft says anew, if it still stands."""
    number = told.facts.get(STEP)
    step = written_steps.get(turn.session, number) if isinstance(number, int) else None
    return step if step is not None and step.meeting_id == told.meeting_id else None


def tried(turn: Turn, told: Broadcast, when: tuple[Anchor, int, time]) -> PlanStep:
    """Make the step a draft would become, without writing it down."""
    anchor, days, clock = when
    return PlanStep(
        meeting_id=told.meeting_id,
        occasion=plan_steps.MESSAGE,
        anchor=anchor,
        days=days,
        clock=clock,
        audience=dict(told.audience),
        text=told.text,
        created_by=turn.me.id,
        created_at=turn.now,
    )


def plan_it(
    turn: Turn, meeting: Meeting, told: Broadcast, when: tuple[Anchor, int, time]
) -> PlanStep:
    """Put a draft in the run sheet, in the place of the step it says anew; it is no draft then."""
    wanted, step = tried(turn, told, when), step_of(turn, told)
    if step is None:
        step = written_steps.add(turn.session, wanted)
    else:
        step.anchor, step.days, step.clock = when
        step.audience, step.text, step.created_at = wanted.audience, wanted.text, turn.now
        step.is_off = False
        turn.session.add(step)
    turn.session.delete(told)
    turn.session.flush()
    turn.note("planned a message", meeting)
    telling.replan(turn, meeting)
    return step


def drop_step(turn: Turn, meeting: Meeting, step: PlanStep) -> None:
    """Take a message out of the run sheet; what it has begun to say and not said is withdrawn."""
    turn.session.delete(step)
    turn.session.flush()
    turn.note("dropped a planned message", meeting)
    telling.replan(turn, meeting)


def begin_step(turn: Turn, meeting: Meeting, due: StepDue) -> Broadcast:
    """Begin a message of the run sheet that has fallen due."""
    return telling.begin(
        turn,
        Broadcast(
            key=due.key,
            meeting_id=meeting.id,
            kind=BroadcastKind.MESSAGE,
            status=BroadcastStatus.WAITING,
            audience=dict(due.step.audience),
            text=due.step.text,
            starts_at=turn.now,
            stale_after=due.stale_after,
            created_by=due.step.created_by,
            created_at=turn.now,
        ),
    )


def steps_ahead(turn: Turn, meeting: Meeting) -> list[StepDue]:
    """The messages of the run sheet that have not gone out."""
    done = plans.done(turn, meeting)
    return [one for one in plans.steps(turn, meeting) if one.key not in done and one.at > turn.now]
