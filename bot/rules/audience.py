"""Who is told what."""

from __future__ import annotations

from bot.records.broadcast import BroadcastKind
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import authority

TO_GOING = frozenset({Standing.GOING, Standing.OFFERED})
NOBODY: frozenset[Standing] = frozenset()
CONCERNED = frozenset({Standing.GOING, Standing.OFFERED, Standing.WAITING})


def is_reachable(person: Person) -> bool:
    """Whether the bot may and can write first to this person."""
    return (
        person.telegram_id is not None
        and person.stopped_at is None
        and person.unreachable_since is None
    )


def wants_to_hear(person: Person) -> bool:
    """Whether she may be written to first; one who has stopped still does an organiser's work."""
    return person.stopped_at is None or authority.is_organiser(person)


def is_member(person: Person) -> bool:
    """Whether the person has finished joining: a name, and an association or none."""
    return person.name is not None and (person.organisation_id is not None or person.is_private)


def is_invited(person: Person, sender_id: int | None) -> bool:
    """Whether an invitation goes to this person; not to the one who sends it."""
    return is_member(person) and is_reachable(person) and person.id != sender_id


def hears_of_cancellation(person: Person, mine: Registration | None, sender_id: int | None) -> bool:
    """Whether she must hear that a meeting is cancelled: invited or registered, and not a no."""
    if not is_reachable(person):
        return False
    if mine is None or is_silent(mine):
        return is_invited(person, sender_id)
    return mine.standing in CONCERNED


def is_silent(mine: Registration | None) -> bool:
    """Whether someone has said neither yes nor no, also when an offer ran out unanswered."""
    return mine is None or mine.standing == Standing.LAPSED


def hears(
    kind: BroadcastKind,
    person: Person,
    mine: Registration | None,
    sender: int | None,
    *,
    leads: bool = False,
) -> bool:
    """Whether a message of this kind goes to this person, once she is among those it is for.

    `leads` says that she is an organiser of the meeting.
    """
    if kind == BroadcastKind.SUMMARY:
        looks_after = leads or authority.is_organiser(person)
        return looks_after and person.unreachable_since is None
    if kind == BroadcastKind.CANCELLATION:
        return hears_of_cancellation(person, mine, sender)
    if kind in {BroadcastKind.INVITATION, BroadcastKind.NUDGE}:
        return is_invited(person, sender) and is_silent(mine)
    if kind in _IN_OWN_WORDS:
        return is_invited(person, sender)
    concerned = CONCERNED if kind == BroadcastKind.CHANGE else _WITH_A_SEAT.get(kind, NOBODY)
    return is_reachable(person) and mine is not None and mine.standing in concerned


def is_told_through_another(kind: BroadcastKind, person: Person, mine: Registration | None) -> bool:
    """Whether a message of this kind concerns someone without Telegram enough to be passed on."""
    if kind == BroadcastKind.INVITATION:
        return is_silent(mine) and is_member(person)
    if kind in _IN_OWN_WORDS:
        return is_member(person)
    if kind not in PASSED_ON or mine is None:
        return False
    return mine.standing in _WITH_A_SEAT.get(kind, CONCERNED)


_IN_OWN_WORDS = frozenset({BroadcastKind.MESSAGE, BroadcastKind.MINUTES})
PASSED_ON = frozenset(
    {
        BroadcastKind.CHANGE,
        BroadcastKind.CANCELLATION,
        BroadcastKind.AGENDA,
        BroadcastKind.REMINDER,
    }
)
_WITH_A_SEAT = {
    BroadcastKind.AGENDA: TO_GOING,
    BroadcastKind.REMINDER: frozenset({Standing.GOING}),
    BroadcastKind.THANKS: frozenset({Standing.GOING}),
}
