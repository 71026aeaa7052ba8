"""What the kitchen and the venue are told, and what has changed since."""

from __future__ import annotations

from datetime import date, time

from bot.records.agenda import AgendaItem
from bot.rules import kitchen
from bot.rules.kitchen import Actor, Change, Meal
from bot.rules.needs import NOTHING, Plate, Wish

VEGETARIAN, VEGAN = Wish(("vegetarian",)), Wish(("vegan", "gluten"))


def test_numbers_can_be_kept_and_read_back() -> None:
    """The most common first, and merged ones last."""
    told = kitchen.numbers([Plate(NOTHING, 4), Plate(VEGETARIAN, 1), Plate(VEGAN, 2)], 20)

    assert [Plate(VEGAN, 2), Plate(VEGETARIAN, 1), Plate(NOTHING, 4)] == list(kitchen.plates(told))
    assert kitchen.ordinary(told) == 13


def test_more_answers_than_people_leave_nobody_without_requests() -> None:
    """A number is never below nought."""
    assert kitchen.ordinary(kitchen.numbers([Plate(VEGAN, 3)], 2)) == 0


def test_only_what_is_more_or_less_is_told() -> None:
    """Two more vegetarians, one vegan fewer, and the same number who eat anything."""
    before = kitchen.numbers([Plate(VEGETARIAN, 1), Plate(VEGAN, 1)], 10)
    now = kitchen.numbers([Plate(VEGETARIAN, 3)], 11)

    told = kitchen.changes(before, now)

    assert {Change(VEGETARIAN, 2), Change(VEGAN, -1)} == set(told)


def test_meals_are_the_breaks_of_the_agenda_that_name_food() -> None:
    """Coffee on arrival is one; a pause without anything, and food as a subject, are none."""
    agenda = [
        AgendaItem(meeting_id=1, position=place, title=title, at=at)
        for place, (title, at) in enumerate(
            (
                ("Drop-in med kaffe", time(9, 30)),
                ("Samtal om maten i skolan", time(10)),
                ("Paus", None),
                ("Lunch och mingel", time(12)),
            )
        )
    ]

    assert kitchen.meals(agenda)[-1] == Meal("Lunch", time(12))
    assert [one.at for one in kitchen.meals(agenda)] == [time(9, 30), time(12)]


def test_those_who_eat_anything_stand_last() -> None:
    """They have no wish to name."""
    before, now = kitchen.numbers([], 10), kitchen.numbers([Plate(VEGAN, 1)], 14)

    assert kitchen.changes(before, now) == (Change(VEGAN, 1), Change(None, 3))
    assert kitchen.changes(now, now) == ()


def test_needs_are_sorted_by_who_must_act() -> None:
    """Interpreters take weeks, the venue a week, and the rest the organiser sees to herself."""
    wishes = [Wish(("sign",)), Wish(("loop", "companion")), Wish(("loop",), "nära dörren")]

    tasks = kitchen.tasks(wishes, date(2026, 12, 5), 21)

    assert [
        (Actor.INTERPRETERS, (("sign", 1),), date(2026, 11, 14)),
        (Actor.VENUE, (("loop", 2),), date(2026, 11, 28)),
        (Actor.ORGANISER, (("companion", 1), ("", 1)), date(2026, 12, 4)),
    ] == [(one.actor, one.needs, one.by) for one in tasks]


def test_without_a_day_there_is_no_last_day() -> None:
    """And without needs there is nothing to do."""
    assert kitchen.tasks([Wish(("loop",))], None, 21)[0].by is None
    assert kitchen.tasks([], None, 21) == ()
