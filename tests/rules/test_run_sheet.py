"""The plan of a meeting as its organisers want it, from hand-made rows."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from bot.records.broadcast import Broadcast
from bot.records.meeting import Meeting, Status
from bot.records.plan_step import Anchor, PlanStep
from bot.rules import run_sheet, sheet_lines
from bot.rules.reminders import Occasion
from bot.rules.run_sheet import Item
from bot.rules.sheet_lines import Facts, Row, State
from tests.rules.facts import HABITS, at, meeting

LAST_DAY = date(2026, 11, 27)
NOW = at("2026-11-02 09:00")


def dated(**facts: object) -> Meeting:
    """Give a meeting with food and a last day."""
    return meeting(closes_on=LAST_DAY, food="kaffe", **facts)


def step(occasion: str, **facts: object) -> PlanStep:
    """Give a row that changes an occasion."""
    anchor = Anchor.DEADLINE if occasion == "nudge" else Anchor.MEETING
    own = {"id": 1, "meeting_id": 7, "occasion": occasion, "anchor": anchor, "created_at": NOW}
    return PlanStep.model_validate({**own, **facts})


def facts(
    now: datetime = NOW,
    *told: str,
    letters: tuple[Broadcast, ...] = (),
    needs_end_at: datetime | None = None,
    **made: bool,
) -> Facts:
    """Tell what has come of it."""
    usual = {"has_agenda": True, "has_minutes": False, "has_kitchen": False}
    more = {"letters": letters, "needs_end_at": needs_end_at, "now": now}
    return Facts(**{"told": frozenset(told), **usual, **made, **more})  # type: ignore[arg-type] # a row of mixed facts


def row(item: Item, *steps: PlanStep, at_hand: Facts | None = None, **about: object) -> Row | None:
    """Find a line of the plan."""
    listed = sheet_lines.rows(dated(**about), HABITS, steps, at_hand or facts())
    return next((one for one in listed if one.item == item), None)


@pytest.mark.parametrize(
    ("expected", "changed"),
    [
        (at("2026-12-04 17:00"), step("reminder")),
        (at("2026-12-03 17:00"), step("reminder", days=-2)),
        (at("2026-12-04 12:30"), step("reminder", clock=time(12, 30))),
        (at("2026-12-03 08:00"), step("reminder", days=-2, clock=time(6))),
        (None, step("reminder", is_off=True)),
        (None, step("reminder", days=0, clock=time(9))),
        (at("2026-12-04 17:00"), step("message", days=-2)),
        (at("2026-12-04 17:00"), step("minutes", days=9)),
        (at("2026-12-04 17:00"), step("reminder", days=-2, anchor=Anchor.DEADLINE)),
    ],
)
def test_what_she_has_changed_comes_before_the_habits(
    expected: datetime | None, changed: PlanStep
) -> None:
    """Day, hour or both; a time of no use is not told, and one without its day is as usual."""
    planned = run_sheet.plan(meeting(), HABITS, [changed])

    assert expected == next((d.at for d in planned if d.occasion == Occasion.REMINDER), None)


def test_the_plan_of_a_draft_is_empty() -> None:
    """Nothing falls due for what nobody has been told of, and its own message has no hour."""
    begun = meeting(status=Status.DRAFT, day=None, announced_at=None)

    assert run_sheet.plan(begun, HABITS) == ()
    assert sheet_lines.rows(begun, HABITS, [], facts()) == []


def test_the_whole_plan_stands_in_order_of_time() -> None:
    """The bot's own, hers, the days to keep, and a message she has written."""
    own = step("message", days=-1, clock=time(12), text="Ta med mugg")
    listed = sheet_lines.rows(dated(), HABITS, [own], facts(needs_end_at=at("2026-11-14 23:59")))

    assert [one.item for one in listed] == [
        Item.INVITATION,
        Item.NEEDS,
        Item.NUDGE,
        Item.DEADLINE,
        Item.SUMMARY,
        Item.AGENDA,
        Item.KITCHEN,
        Item.MESSAGE,
        Item.REMINDER,
        Item.MEETING,
        Item.THANKS,
        Item.MINUTES,
    ]


@pytest.mark.parametrize(
    ("expected", "item", "changed", "at_hand"),
    [
        (State.AHEAD, Item.AGENDA, [], facts()),
        (State.EMPTY, Item.AGENDA, [], facts(has_agenda=False)),
        (State.LATE, Item.AGENDA, [], facts(at("2026-11-29 09:00"), has_agenda=False)),
        (State.DONE, Item.NUDGE, [], facts(NOW, "nudge:7:20261125")),
        (State.LATE, Item.NUDGE, [], facts(at("2026-11-28 09:00"))),
        (State.OFF, Item.NUDGE, [step("nudge", is_off=True)], facts()),
        (None, Item.REMINDER, [step("reminder", days=0, clock=time(9))], facts()),
        (State.AHEAD, Item.KITCHEN, [], facts()),
        (State.LATE, Item.KITCHEN, [], facts(at("2026-12-02 09:00"))),
        (State.DONE, Item.KITCHEN, [], facts(has_kitchen=True)),
        (State.OFF, Item.MINUTES, [step("minutes", is_off=True)], facts()),
        (State.DONE, Item.DEADLINE, [], facts(at("2026-11-28 09:00"))),
        (State.DONE, Item.MESSAGE, [step("message", days=-1)], facts(NOW, "step:1:20261204")),
    ],
)
def test_each_line_says_how_it_stands(
    expected: State | None, item: Item, changed: list[PlanStep], at_hand: Facts
) -> None:
    """Done, to come, nothing to send, late, or switched off."""
    found = row(item, *changed, at_hand=at_hand)

    assert expected == (found.state if found else None)


def test_only_what_has_food_has_a_kitchen() -> None:
    """And one who never closes has no last day."""
    listed = sheet_lines.rows(meeting(), HABITS, [], facts())

    assert not {Item.KITCHEN, Item.DEADLINE, Item.NUDGE} & {one.item for one in listed}


def test_what_is_hers_has_a_day_that_she_can_change() -> None:
    """Or switch off."""
    given = dated()

    assert at("2026-12-10 09:00") == run_sheet.hers(given, Item.MINUTES, HABITS)
    later = step("minutes", days=7, clock=time(12))
    assert at("2026-12-12 12:00") == run_sheet.hers(given, Item.MINUTES, HABITS, [later])
    off = step("minutes", is_off=True)
    assert run_sheet.hers(given, Item.MINUTES, HABITS, [off]) is None


@pytest.mark.parametrize(
    ("expected", "item", "days", "now"),
    [
        (at("2026-12-03 17:00"), Item.REMINDER, -2, NOW),
        (None, Item.REMINDER, -2, at("2026-12-03 17:00")),
        (None, Item.REMINDER, 1, NOW),
        (at("2026-12-08 09:00"), Item.MINUTES, 3, NOW),
        (None, Item.MINUTES, 3, at("2026-12-09 09:00")),
    ],
)
def test_a_time_is_tried_before_it_is_taken(
    expected: datetime | None, item: Item, days: int, now: datetime
) -> None:
    """It must lie ahead, and be of use."""
    tried = step(item, days=days)

    assert expected == run_sheet.may_be(dated(), item, HABITS, tried, now)


@pytest.mark.parametrize(
    ("expected", "item", "written"),
    [
        (-2, Item.REMINDER, "-2"),
        (-4, Item.REMINDER, "4 dagar"),
        (5, Item.MINUTES, "5"),
        (-5, Item.MINUTES, "-5"),
        (-2, Item.REMINDER, "3 december"),
        (-2, Item.NUDGE, "25 november"),
        (None, Item.REMINDER, "1 januari 2028"),
        (None, Item.REMINDER, "snart"),
    ],
)
def test_days_are_read_as_they_are_written(expected: int | None, item: Item, written: str) -> None:
    """A number, or a date that is counted from the meeting or the last day."""
    assert expected == run_sheet.read_days(dated(), item, written, NOW)


def test_a_date_needs_a_day_to_be_counted_from() -> None:
    """A meeting without a last day has none."""
    assert run_sheet.read_days(meeting(), Item.NUDGE, "25 november", NOW) is None


@pytest.mark.parametrize(
    ("expected", "item", "state"),
    [
        (True, Item.REMINDER, State.AHEAD),
        (False, Item.REMINDER, State.LATE),
        (True, Item.MINUTES, State.LATE),
        (False, Item.MINUTES, State.DONE),
        (False, Item.DEADLINE, State.AHEAD),
    ],
)
def test_what_has_been_told_cannot_be_changed(
    expected: bool,  # noqa: FBT001 (a column of the table)
    item: Item,
    state: State,
) -> None:
    """Her own work can be late and still get another day."""
    assert expected == sheet_lines.can_change(Row(item, NOW, state))


def letter(number: int, **facts: object) -> Broadcast:
    """Give a message that an organiser has sent or put off."""
    usual = {"id": number, "key": f"x{number}", "meeting_id": 7, "kind": "message"}
    when = {"status": "done", "starts_at": NOW, "created_at": NOW}
    return Broadcast.model_validate({**usual, **when, **facts})


def test_what_she_has_put_off_or_sent_has_a_line_too() -> None:
    """A message of the plan has one already, and a change of the meeting is no work of hers."""
    later = at("2026-11-05 09:00")
    listed = [
        letter(1, status="waiting", starts_at=later),
        letter(2, kind="invitation"),
        letter(3, key="step:1:20261204"),
        letter(4, kind="change"),
    ]

    found = sheet_lines.rows(dated(), HABITS, [], facts(letters=tuple(listed)))

    shown = [(one.letter.id, one.item, one.state) for one in found if one.letter]
    assert [(2, Item.INVITATION, State.DONE), (1, Item.MESSAGE, State.AHEAD)] == shown


def test_registration_that_was_closed_by_hand_has_closed() -> None:
    """The last day is no longer the last day."""
    closed = row(Item.CLOSED, closed_at=at("2026-11-01 12:00"))

    assert State.DONE == (closed.state if closed else None)
    assert row(Item.DEADLINE, closed_at=at("2026-11-01 12:00")) is None


def test_of_a_cancelled_meeting_only_what_has_been_is_left() -> None:
    """Nothing more is to come, and nothing of hers is late."""
    told = letter(1, kind="cancellation", status="waiting")
    off = dated(status=Status.CANCELLED)

    found = sheet_lines.rows(off, HABITS, [], facts(at("2027-01-01 09:00"), letters=(told,)))

    assert [Item.INVITATION, Item.CANCELLED] == [one.item for one in found]
