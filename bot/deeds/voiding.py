"""Makes a restored database forget what fell due while it lay in a drawer: nobody is told late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from bot.deeds import plans
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting
from bot.records.outgoing import Outgoing, OutgoingStatus
from bot.rules.plan_steps import StepDue
from bot.rules.reminders import Due
from bot.store import broadcasts, meetings
from bot.turn import Turn

RESTORED = "restored"
"""What stands in the log for a message that was not sent for this reason."""


@dataclass(frozen=True, slots=True)
class Voided:
    """How many messages to one, to many, and occasions of meetings are told no more."""

    messages: int
    broadcasts: int
    occasions: int


def void(turn: Turn, until: datetime) -> Voided:
    """Take back everything that was due up to `until`: the lost database will have told it."""
    messages = _messages(turn, until)
    to_many = _broadcasts(turn, until)
    occasions = sum(
        _occasions(turn, meeting, until) for meeting in meetings.announced(turn.session)
    )
    return Voided(messages, to_many, occasions)


def _messages(turn: Turn, until: datetime) -> int:
    waiting = select(Outgoing).where(
        col(Outgoing.status).in_([OutgoingStatus.QUEUED, OutgoingStatus.SENDING]),
        col(Outgoing.not_before) <= until,
    )
    found = list(turn.session.exec(waiting))
    for row in found:
        row.status, row.last_error = OutgoingStatus.WITHDRAWN, RESTORED
        row.content, row.settled_at = {}, turn.now
        turn.session.add(row)
    return len(found)


def _broadcasts(turn: Turn, until: datetime) -> int:
    due = broadcasts.ready(turn.session, until)
    for told in due:
        told.status = BroadcastStatus.TAKEN_BACK
        turn.session.add(told)
    return len(due)


def _occasions(turn: Turn, meeting: Meeting, until: datetime) -> int:
    """Write down as told what the plan holds up to then, so that the clock does not tell it."""
    done = plans.done(turn, meeting)
    plan = plans.occasions(turn, meeting)
    planned: list[tuple[BroadcastKind, Due | StepDue]] = [
        *((BroadcastKind(due.occasion), due) for due in plan),
        *((BroadcastKind.MESSAGE, own) for own in plans.steps(turn, meeting)),
    ]
    passed = [one for one in planned if one[1].key not in done and one[1].at <= until]
    for kind, due in passed:
        turn.session.add(
            Broadcast(
                key=due.key,
                meeting_id=meeting.id,
                kind=kind,
                status=BroadcastStatus.TAKEN_BACK,
                starts_at=due.at,
                stale_after=due.stale_after,
                created_at=turn.now,
            )
        )
    turn.session.flush()
    plans.settle(turn, meeting)
    return len(passed)
