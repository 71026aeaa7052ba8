"""What becomes of those without Telegram when the one who speaks for them leaves."""

from __future__ import annotations

from sqlmodel import col, select, update

from bot.deeds import leaving
from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Registration
from bot.store import people
from bot.turn import Turn
from bot.words.views import parties as views


def entered_by(turn: Turn, person: Person) -> list[Person]:
    """Find everyone without Telegram whom a person has entered."""
    hers = col(Person.entered_by) == person.id
    wanted = select(Person).where(hers, col(Person.telegram_id).is_(None))
    return list(turn.session.exec(wanted.order_by(col(Person.id))))


def to_organiser(turn: Turn, leaver: Person) -> list[Meeting]:
    """Let an organiser speak for them; without one nobody could, and they are removed too."""
    theirs = entered_by(turn, leaver)
    heir = next((one for one in people.organisers(turn.session) if one.id != leaver.id), None)
    if heir is None:
        return removed(turn, leaver)
    if not theirs:
        return []
    rows = [one.id for one in theirs]
    brought = update(Registration).where(col(Registration.person_id).in_(rows))
    turn.session.exec(brought.values(registered_by=heir.id))
    for one in theirs:
        one.entered_by = heir.id
        turn.session.add(one)
    turn.session.flush()
    turn.session.expire_all()
    names = tuple(one.name or "–" for one in theirs)
    turn.tell(heir, views.inherited(turn.words_for(heir), names))
    return []


def removed(turn: Turn, leaver: Person) -> list[Meeting]:
    """Remove them with the one who entered them; give the meetings whose cards change."""
    return [meeting for one in entered_by(turn, leaver) for meeting in leaving.erase(turn, one)]
