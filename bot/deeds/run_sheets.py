"""A meeting's plan as its organisers see it, and the rows that change it."""

from __future__ import annotations

from datetime import datetime, time

from sqlmodel import col, func, select

from bot.deeds import aiming, audiences, looks, plans, questions
from bot.deeds.readers import Reader
from bot.records.broadcast import Broadcast, BroadcastKind
from bot.records.kitchen_report import KitchenReport
from bot.records.meeting import Meeting
from bot.records.minutes import MinutesStatus
from bot.records.plan_step import Anchor, PlanStep
from bot.rules import run_sheet, sheet_lines
from bot.rules.own_hours import Telling
from bot.rules.run_sheet import Item
from bot.rules.sheet_lines import Facts, Row
from bot.store import broadcasts, meetings, minutes, plan_steps
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views.plan import Line


def rows(turn: Turn, meeting: Meeting) -> list[Row]:
    """The whole plan in order of time."""
    steps = plan_steps.of(turn.session, meeting.id)
    return sheet_lines.rows(meeting, turn.house.habits, steps, facts(turn, meeting))


def facts(turn: Turn, meeting: Meeting) -> Facts:
    """Tell what has come of it so far."""
    versions = minutes.versions(turn.session, meeting.id)
    invitation, letters = _letters(turn, meeting)
    return Facts(
        told=plans.done(turn, meeting),
        has_agenda=bool(meetings.agenda(turn.session, meeting.id)),
        has_minutes=any(one.status != MinutesStatus.DRAFT for one in versions),
        has_kitchen=kitchen_told_at(turn, meeting) is not None,
        now=turn.now,
        needs_end_at=questions.booking_ends_at(turn, meeting),
        letters=letters,
        invitation=invitation,
    )


def _letters(turn: Turn, meeting: Meeting) -> tuple[Broadcast | None, tuple[Broadcast, ...]]:
    """Find the first invitation, and what else an organiser has sent by hand or put off."""
    every = [one for one in broadcasts.of(turn.session, meeting.id) if audiences.has_left(one)]
    first = next((one for one in every if one.kind == BroadcastKind.INVITATION), None)
    return first, tuple(one for one in every if one is not first)


def lines(turn: Turn, meeting: Meeting) -> list[Line]:
    """The whole plan as an organiser reads it, with whom each of her own messages is for."""
    return [line(turn, meeting, row) for row in rows(turn, meeting)]


def line(turn: Turn, meeting: Meeting, row: Row) -> Line:
    """Say of one line whom it is for, where she has chosen."""
    told = row.letter or _as_written(row)
    is_told = told is not None and told.kind in audiences.BY_CHOICE
    return Line(row, aiming.described(turn, told, meeting) if told and is_told else None)


def _as_written(row: Row) -> Broadcast | None:
    """Make what a message of the plan will be, without writing it down."""
    step = row.step if row.item == Item.MESSAGE else None
    if step is None:
        return None
    return Broadcast(
        id=0,
        key="",
        meeting_id=step.meeting_id,
        kind=BroadcastKind.MESSAGE,
        audience=dict(step.audience),
        starts_at=row.at,
        created_at=step.created_at,
    )


def look(turn: Turn, meeting: Meeting, row: Row) -> Message:
    """Draw what the bot will say on a line, as it would read at that hour."""
    told = Broadcast(
        id=0,
        key="",
        meeting_id=meeting.id,
        kind=BroadcastKind(row.item),
        starts_at=row.at,
        created_at=turn.now,
    )
    return looks.look(turn, told, meeting, Reader(turn.me, None, Telling(row.at, None)))


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
