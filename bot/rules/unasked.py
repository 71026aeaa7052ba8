"""How much the bot may write to a person unasked. Knows kinds and tastes, never people."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.broadcast import BroadcastKind
from bot.records.person import Reminders

MOST = 3
"""Unasked messages to one person before a meeting, beside what has changed."""
COUNTED = frozenset(
    {
        BroadcastKind.INVITATION,
        BroadcastKind.NUDGE,
        BroadcastKind.AGENDA,
        BroadcastKind.REMINDER,
    }
)
REMINDING = frozenset(
    {
        BroadcastKind.NUDGE,
        BroadcastKind.AGENDA,
        BroadcastKind.REMINDER,
        BroadcastKind.THANKS,
    }
)
"""What a person can have less of; an invitation she stops with /stopp."""
FEW = frozenset({BroadcastKind.REMINDER})
TO_OUTSIDERS = frozenset({BroadcastKind.INVITATION, BroadcastKind.NUDGE, BroadcastKind.MESSAGE})
"""Also goes to those who take no part, who then hear a message as one of the few."""


@dataclass(frozen=True, slots=True)
class Taste:
    """What a person has chosen, and how many of the counted messages she has had."""

    reminders: Reminders
    is_muted: bool = False
    heard: int = 0
    takes_part: bool = False
    """Holds a seat or waits for one, and so hears what the organisers have to say."""


def counted_for(kind: BroadcastKind) -> frozenset[BroadcastKind]:
    """Give the kinds that count when one more message of this kind is to be written.

    What an organiser writes to those who take part never takes the reminder's place.
    """
    return COUNTED | {BroadcastKind.MESSAGE} if kind in TO_OUTSIDERS else COUNTED


def may(kind: BroadcastKind, taste: Taste) -> bool:
    """Whether one more message of this kind may be written to her."""
    if kind == BroadcastKind.MESSAGE:
        return taste.takes_part or (not taste.is_muted and taste.heard < MOST)
    if kind == BroadcastKind.MINUTES:
        return taste.takes_part or not taste.is_muted
    return is_wanted(kind, taste) and has_room(kind, taste.heard)


def is_wanted(kind: BroadcastKind, taste: Taste) -> bool:
    """Whether she has not said no to messages of this kind; changes are never said no to."""
    if kind not in REMINDING:
        return True
    return not taste.is_muted and (taste.reminders == Reminders.ALL or kind in FEW)


def has_room(kind: BroadcastKind, heard: int) -> bool:
    """Whether it is not one too many; the last of them is kept for the day before.

    One who was both invited and nudged finds the agenda in the reminder.
    """
    if kind not in COUNTED:
        return True
    return heard < (MOST if kind == BroadcastKind.REMINDER else MOST - 1)
