"""Who is told what."""

from __future__ import annotations

from bot.records.person import Person
from bot.records.registration import Registration, Standing

TO_GOING = frozenset({Standing.GOING, Standing.OFFERED})
CONCERNED = frozenset({Standing.GOING, Standing.OFFERED, Standing.WAITING})


def is_reachable(person: Person) -> bool:
    """Whether the bot may and can write first to this person."""
    return person.stopped_at is None and person.unreachable_since is None


def is_member(person: Person) -> bool:
    """Whether the person has finished joining: a name, and an association or none."""
    return person.name is not None and (person.organisation_id is not None or person.is_private)


def is_invited(person: Person, sender_id: int | None) -> bool:
    """Whether an invitation goes to this person; not to the one who sends it."""
    return is_member(person) and is_reachable(person) and person.id != sender_id


def has_answered(registration: Registration | None) -> bool:
    """Whether the person has said yes or no."""
    return registration is not None
