"""Notes who is there, and lets in those who come unannounced."""

from __future__ import annotations

from bot.deeds import cards
from bot.records.meeting import Form, Meeting
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.store import registrations
from bot.turn import Turn


def note(turn: Turn, meeting: Meeting, mine: Registration, *, is_there: bool) -> None:
    """Write down that someone is there or not; a walk-in who was not is taken off the list."""
    if mine.attended == is_there:
        return
    if not is_there and _came_unannounced(mine):
        _take_off(turn, meeting, mine)
        return
    mine.attended, mine.attendance_noted_at = is_there, turn.now
    turn.session.add(mine)
    turn.session.flush()


def _came_unannounced(mine: Registration) -> bool:
    """Whether she was put on the list in the moment she was noted as there."""
    return mine.is_exception and mine.changed_at == mine.attendance_noted_at


def _take_off(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    if mine.created_at == mine.changed_at:
        turn.session.delete(mine)
    else:
        mine.standing, mine.attended, mine.is_exception = Standing.CANCELLED, None, False
        mine.attends, mine.attendance_noted_at = None, None
        turn.session.add(mine)
    turn.session.flush()
    cards.refresh(turn, meeting)


def walk_in(turn: Turn, meeting: Meeting, person: Person) -> Registration:
    """Give someone who stands at the door a seat beside the rules, and note her as there."""
    mine = registrations.answer(turn.session, meeting.id, person.id, Standing.GOING, turn.now)
    mine.is_exception, mine.attends = True, "room" if meeting.form == Form.HYBRID else None
    if person.telegram_id is None:
        mine.registered_by = turn.me.id
    mine.attended, mine.attendance_noted_at = True, turn.now
    turn.session.add(mine)
    turn.session.flush()
    turn.note("registered by hand", meeting)
    cards.refresh(turn, meeting)
    return mine


def enter(turn: Turn, name: str) -> Person:
    """Write down someone without Telegram, as a private person until more is known."""
    added = Person(
        telegram_id=None,
        name=name,
        is_private=True,
        entered_by=turn.me.id,
        created_at=turn.now,
    )
    turn.session.add(added)
    turn.session.flush()
    return added
