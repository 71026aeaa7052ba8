"""A meeting's plan as its organisers see it, and the rows that change it."""

from __future__ import annotations

from datetime import datetime, time

from sqlmodel import col, func, select

from bot.deeds import plans
from bot.records.kitchen_report import KitchenReport
from bot.records.meeting import Meeting
from bot.records.minutes import MinutesStatus
from bot.records.plan_step import Anchor, PlanStep
from bot.rules import run_sheet
from bot.rules.run_sheet import Facts, Item, Row
from bot.store import meetings, minutes, plan_steps
from bot.turn import Turn


def rows(turn: Turn, meeting: Meeting) -> list[Row]:
    """The whole plan in order of time."""
    steps = plan_steps.of(turn.session, meeting.id)
    return run_sheet.rows(meeting, turn.house.habits, steps, facts(turn, meeting))


def facts(turn: Turn, meeting: Meeting) -> Facts:
    """Tell what has come of it so far."""
    versions = minutes.versions(turn.session, meeting.id)
    return Facts(
        told=plans.done(turn, meeting),
        has_agenda=bool(meetings.agenda(turn.session, meeting.id)),
        has_minutes=any(one.status != MinutesStatus.DRAFT for one in versions),
        has_kitchen=kitchen_told_at(turn, meeting) is not None,
        now=turn.now,
    )


def kitchen_told_at(turn: Turn, meeting: Meeting) -> datetime | None:
    """When the kitchen's numbers were last handed over."""
    wanted = select(func.max(col(KitchenReport.created_at)))
    return turn.session.exec(wanted.where(KitchenReport.meeting_id == meeting.id)).one()


def step(turn: Turn, meeting: Meeting, item: Item) -> PlanStep:
    """Find the row that changes a line, or begin it."""
    standing = plan_steps.of(turn.session, meeting.id)
    found = next((one for one in standing if one.occasion == item), None)
    return found or plan_steps.add(
        turn.session,
        PlanStep(
            meeting_id=meeting.id,
            occasion=item,
            anchor=run_sheet.ANCHORS.get(item, Anchor.MEETING),
            created_by=turn.me.id,
            created_at=turn.now,
        ),
    )


def tried(meeting: Meeting, row: Row, days: int | None, clock: time | None) -> PlanStep:
    """Make the row that a change would be, without writing it down."""
    return PlanStep(
        meeting_id=meeting.id,
        occasion=row.item,
        anchor=run_sheet.ANCHORS[row.item],
        days=days,
        clock=clock,
        created_at=meeting.created_at,
    )


def drop(turn: Turn, standing: PlanStep | None) -> None:
    """Let a line be as the network's habits say."""
    if standing is not None:
        turn.session.delete(standing)
        turn.session.flush()
