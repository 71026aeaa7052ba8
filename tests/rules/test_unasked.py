"""How much a person hears unasked before a meeting: at most three, and never less than changes."""

from __future__ import annotations

from itertools import permutations, product

import pytest

from bot.records.broadcast import BroadcastKind
from bot.records.person import Reminders
from bot.rules import unasked
from bot.rules.unasked import COUNTED, MOST, REMINDING, Taste

INVITATION, NUDGE = BroadcastKind.INVITATION, BroadcastKind.NUDGE
MESSAGE = BroadcastKind.MESSAGE
AGENDA, REMINDER, THANKS = BroadcastKind.AGENDA, BroadcastKind.REMINDER, BroadcastKind.THANKS
CHANGE, CANCELLATION = BroadcastKind.CHANGE, BroadcastKind.CANCELLATION
SUMMARY = BroadcastKind.SUMMARY


def told(kinds: tuple[BroadcastKind, ...], reminders: Reminders, *, is_muted: bool) -> list[str]:
    """Offer her these messages in this order, and give those that were written."""
    written: list[BroadcastKind] = []
    for kind in kinds:
        heard = sum(one in COUNTED for one in written)
        if unasked.may(kind, Taste(reminders, is_muted=is_muted, heard=heard)):
            written.append(kind)
    return [str(one) for one in written]


@pytest.mark.parametrize(("reminders", "is_muted"), list(product(Reminders, (False, True))))
def test_never_more_than_three_and_changes_always(
    reminders: Reminders,
    is_muted: bool,  # noqa: FBT001 - a table's column
) -> None:
    """In every order, with every setting, with a meeting that is moved twice in between."""
    for order in permutations((INVITATION, NUDGE, AGENDA, REMINDER, CHANGE, CHANGE, REMINDER)):
        heard = told((*order, CANCELLATION), reminders, is_muted=is_muted)

        assert sum(one in COUNTED for one in heard) <= MOST
        assert heard.count(CHANGE) == order.count(CHANGE)
        assert heard[-1] == CANCELLATION
        assert is_muted is (REMINDER not in heard)


@pytest.mark.parametrize(
    ("heard", "kinds"),
    [
        ([INVITATION, AGENDA, REMINDER], (INVITATION, AGENDA, REMINDER)),
        ([INVITATION, NUDGE, REMINDER], (INVITATION, NUDGE, AGENDA, REMINDER)),
        ([INVITATION, AGENDA, REMINDER], (INVITATION, AGENDA, NUDGE, REMINDER)),
        ([AGENDA, NUDGE, REMINDER, THANKS], (AGENDA, NUDGE, REMINDER, REMINDER, THANKS)),
    ],
)
def test_the_last_of_the_three_is_the_one_on_the_day_before(
    heard: list[BroadcastKind], kinds: tuple[BroadcastKind, ...]
) -> None:
    """A nudge may cost her the agenda as a message of its own, never the reminder."""
    assert heard == told(kinds, Reminders.ALL, is_muted=False)


@pytest.mark.parametrize(
    ("wanted", "reminders", "is_muted"),
    [
        (set(BroadcastKind), Reminders.ALL, False),
        (set(BroadcastKind) - REMINDING, Reminders.ALL, True),
        (set(BroadcastKind) - REMINDING | {REMINDER}, Reminders.FEW, False),
        (set(BroadcastKind) - REMINDING, Reminders.FEW, True),
    ],
    ids=["all", "muted", "few", "few and muted"],
)
def test_each_taste_has_its_messages(
    wanted: set[BroadcastKind],
    reminders: Reminders,
    is_muted: bool,  # noqa: FBT001 - a table's column
) -> None:
    """Fewer is the day before and what changes; a muted meeting is only heard of when it does."""
    taste = Taste(reminders, is_muted=is_muted)

    assert wanted == {kind for kind in BroadcastKind if unasked.is_wanted(kind, taste)}


def test_the_organisers_list_and_the_thanks_are_not_counted() -> None:
    """What comes after the meeting, or is part of the work, has no number."""
    full = Taste(Reminders.ALL, heard=MOST)

    allowed = {kind for kind in BroadcastKind if unasked.may(kind, full)}

    assert set(BroadcastKind) - COUNTED - {MESSAGE} == allowed
    assert {CHANGE, CANCELLATION, SUMMARY, THANKS} <= allowed


@pytest.mark.parametrize(
    ("may", "taste"),
    [
        (True, Taste(Reminders.FEW, is_muted=True, heard=9, takes_part=True)),
        (True, Taste(Reminders.ALL, heard=MOST - 1)),
        (False, Taste(Reminders.ALL, heard=MOST)),
        (False, Taste(Reminders.ALL, is_muted=True)),
    ],
)
def test_what_an_organiser_writes_reaches_those_who_take_part(*, may: bool, taste: Taste) -> None:
    """Others hear it as one of the few messages, unless they want to hear less of the meeting."""
    assert may == unasked.may(MESSAGE, taste)


def test_a_message_never_takes_the_reminders_place() -> None:
    """It counts for those who take no part, who are nudged, but not for those who come."""
    assert MESSAGE in unasked.counted_for(NUDGE)
    assert MESSAGE not in unasked.counted_for(BroadcastKind.REMINDER)


def test_minutes_reach_those_who_took_part_also_when_they_have_muted_the_meeting() -> None:
    """One who did not, and wants to hear no more of it, is left in peace."""
    assert unasked.may(BroadcastKind.MINUTES, Taste(Reminders.ALL, is_muted=True, takes_part=True))
    assert unasked.may(BroadcastKind.MINUTES, Taste(Reminders.ALL))
    assert not unasked.may(BroadcastKind.MINUTES, Taste(Reminders.ALL, is_muted=True))
