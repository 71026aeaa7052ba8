"""Named questions about what organisers have changed or added in a meeting's run sheet."""

from __future__ import annotations

from sqlmodel import Session, col, select

from bot.records.plan_step import PlanStep


def of(session: Session, meeting_id: int) -> list[PlanStep]:
    """Every step that has a row, in the order they were written down."""
    wanted = select(PlanStep).where(PlanStep.meeting_id == meeting_id)
    return list(session.exec(wanted.order_by(col(PlanStep.id))))


def get(session: Session, step_id: int) -> PlanStep | None:
    """Find a step by row id."""
    return session.get(PlanStep, step_id)


def add(session: Session, step: PlanStep) -> PlanStep:
    """Write a step down, so that it has an id."""
    session.add(step)
    session.flush()
    return step
