"""Seats under every order of events: the real handlers and rows against a model without either."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test as run

from bot.deeds import handing, seats
from bot.records.registration import Standing
from bot.rules import registration, waiting
from tests.rules.hall import Hall

EXAMPLES = settings(
    max_examples=25,
    stateful_step_count=30,
    deadline=None,
    derandomize=True,
    # Made shorter with Phase.shrink, a failing story takes minutes.
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


def test_seats_are_fair_in_every_order_of_events_e1_e3_e4_e5_e6_e7_e8_e14_e15_e16() -> None:
    """Nobody is passed by, no seat is given twice, and none stands empty while someone waits."""
    run(Hall, settings=EXAMPLES)


def tell_a_story() -> None:
    """Fill both sides, let parties wait, and free seats one and two at a time, also too late."""
    hall = Hall()
    hall.opens(room=2, online=1)
    steps: list[Callable[[], object]] = [
        partial(hall.registers, one="1", side="room"),
        partial(hall.registers, one="2", side="room"),
        partial(hall.registers, one="3", side="online"),
        # Two who wait together, then one alone.
        partial(hall.registers, one="4", side="room"),
        partial(hall.brings, one="4a", side="room"),
        partial(hall.registers, one="5", side="room"),
        partial(hall.changes_sides, one="3", side="room"),
        # Someone stands between, so he waits behind and not with the two.
        partial(hall.brings, one="4b", side="room"),
        # One seat is too little for the two, and goes to the one; then there are two.
        partial(hall.leaves, one="1", ask="cancel:me"),
        partial(hall.changes_the_hall, given=4, side="room"),
        partial(hall.accepts, one="4"),
        partial(hall.hands_over, giver="2", taker="1"),
        partial(hall.changes_the_hall, given=2, side="room"),
        partial(hall.changes_sides, one="4a", side="online"),
        partial(hall.waits, minutes=27 * 60),
        hall.looks,
        partial(hall.leaves, one="1", ask="cancel:me"),
        partial(hall.leaves, one="4", ask="cancel:me"),
        partial(hall.is_taken_off, one="4b"),
    ]
    for step in steps:
        step()
        hall.everything_is_as_it_should_be()


def test_a_story_without_mistakes_is_fair() -> None:
    """The story that finds mistakes is itself as it should be."""
    tell_a_story()


Rule = Callable[..., object]
BROKEN: dict[str, tuple[object, str, Rule]] = {
    "the last in line first": (
        waiting,
        "next_in_line",
        lambda meeting, hall, parties: parties[::-1][: registration.free_seats(meeting, hall)],
    ),
    "parts of a party": (waiting, "parties", lambda line: [(one,) for one in line]),
    "nobody behind a party that is too large": (
        waiting,
        "next_in_line",
        lambda meeting, hall, parties: (
            parties[:1]
            if parties and len(parties[0]) <= (registration.free_seats(meeting, hall) or 0)
            else []
        ),
    ),
    "a party that passes others": (
        waiting,
        "place_in_line",
        lambda _meeting, line, lead: next(
            (one.line for one in line if lead in {one.person_id, one.registered_by}), None
        ),
    ),
    "one line for both sides": (
        waiting,
        "in_line",
        lambda _meeting, _side, answers: sorted(
            (one for one in answers if one.standing == Standing.WAITING),
            key=lambda one: (one.line, one.id),
        ),
    ),
    "a side lost while waiting for the other": (registration, "side_of", lambda *_: "room"),
    "one seat more than there is": (
        registration,
        "free_seats",
        lambda meeting, hall: max(0, (registration.seats(meeting, hall.side) or 0) + 1 - hall.held),
    ),
    "offers to the last minute": (waiting, "is_promoting", lambda *_: True),
    "nobody gets the seat that is left": (seats, "promote", lambda *_: None),
    "the giver keeps the seat": (handing, "hand_over", lambda *_: None),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_an_unfair_rule_is_found(broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same look finds each of these mistakes, or it would prove nothing."""
    monkeypatch.setattr(*BROKEN[broken])

    with pytest.raises((AssertionError, AttributeError)):
        tell_a_story()
