"""A person's own quiet hours: how they are written, and what they do to a message."""

from __future__ import annotations

from datetime import time

import pytest

from bot.rules import own_hours
from bot.rules.own_hours import Hours, Nights, Telling
from bot.rules.quiet_hours import Quiet
from tests.rules.facts import NIGHT, STOCKHOLM, at, person


@pytest.mark.parametrize(
    ("hours", "written"),
    [
        (Hours(time(21), time(8)), "21-8"),
        (Hours(time(21), time(8)), "21–08"),
        (Hours(time(21), time(8)), " kl. 21 till 8 "),
        (Hours(time(21, 30), time(7)), "från 21.30 till kl. 7"),
        (Hours(time(18), time(9, 15)), "18:00 - 9:15"),
        (Hours(time(22), time(0)), "22-24"),
        (Hours(time(12), time(13)), "mellan 12 och 13"),
        (None, "21"),
        (None, "21.30"),
        (None, "21-21"),
        (None, "24-0"),
        (None, "25-8"),
        (None, "21-8.60"),
        (None, "24.30-8"),
        (None, "8-24.01"),
        (None, "21-8-9"),
        (None, "på natten"),
        (None, ""),
    ],
)
def test_quiet_hours_are_read_as_people_write_them(hours: Hours | None, written: str) -> None:
    """Two clocks are hours; anything else is asked about again."""
    assert hours == own_hours.read(written)


@pytest.mark.parametrize(
    ("left", "own"),
    [
        (True, Hours(time(20), time(8))),
        (True, Hours(time(17), time(14))),
        (True, Hours(time(11), time(8))),
        (False, Hours(time(10, 30), time(8))),
        (False, Hours(time(8), time(20))),
        (False, Hours(time(17), time(14, 30))),
    ],
)
def test_some_hours_must_be_left(left: bool, own: Hours) -> None:  # noqa: FBT001 - a table's column
    """Three hours a day, or nothing could ever be told."""
    assert left is own_hours.leave_time(NIGHT, own)


@pytest.mark.parametrize(
    ("opens", "moment"),
    [
        ("2026-12-04 15:59", "2026-12-04 15:59"),
        ("2026-12-05 10:00", "2026-12-04 16:00"),
        ("2026-12-05 10:00", "2026-12-04 23:00"),
        ("2026-12-05 10:00", "2026-12-05 08:30"),
    ],
)
def test_her_own_hours_come_beside_the_networks(opens: str, moment: str) -> None:
    """She hears nothing from four in the afternoon to ten, though others do from eight."""
    hers = own_hours.nights(NIGHT, person(quiet_from=time(16), quiet_to=time(10)))

    assert at(opens) == hers.next_open(at(moment))
    assert (opens != moment) is hers.covers(at(moment))


def test_two_silences_after_each_other_are_one() -> None:
    """Lunch, and then her own evening that begins before the network's."""
    evening = Quiet(time(13), time(19), STOCKHOLM)
    hers = own_hours.nights(evening, person(quiet_from=time(19), quiet_to=time(14)))

    assert hers.covers(at("2026-12-04 13:30"))
    assert hers.covers(hers.next_open(at("2026-12-04 13:30")))


def test_one_who_has_chosen_nothing_has_the_networks_hours() -> None:
    """Half a choice is none."""
    assert own_hours.nights(NIGHT, person()) == Nights((NIGHT,))
    assert own_hours.of(person(quiet_from=time(21))) is None


REMINDER = Telling(at("2026-12-04 17:00"), at("2026-12-05 15:00"))
EARLY = Nights((NIGHT, Quiet(time(16), time(9), STOCKHOLM)))


@pytest.mark.parametrize(
    ("left", "wanted", "begins", "is_urgent"),
    [
        # Awake: as everyone else.
        (Telling(at("2026-12-04 12:00"), None), Telling(at("2026-12-04 12:00"), None), None, False),
        # Asleep: when she wakes.
        (Telling(at("2026-12-05 09:00"), REMINDER.stale_after), REMINDER, "18:00", False),
        (Telling(at("2026-12-05 09:00"), None), Telling(REMINDER.at, None), "18:00", True),
        # The usual end of its use has passed, but the meeting has not begun.
        (
            Telling(at("2026-12-05 09:00"), at("2026-12-05 10:00")),
            Telling(REMINDER.at, at("2026-12-05 07:00")),
            "10:00",
            False,
        ),
        # The meeting has begun when she wakes.
        (None, Telling(REMINDER.at, at("2026-12-05 05:00")), "08:00", False),
        (None, Telling(REMINDER.at, at("2026-12-05 05:00")), None, False),
        # What has changed, and cannot wait.
        (Telling(REMINDER.at, None), Telling(REMINDER.at, None), "10:59", True),
        (Telling(at("2026-12-05 09:00"), None), Telling(REMINDER.at, None), "11:00", True),
        (Telling(at("2026-12-05 09:00"), None), Telling(REMINDER.at, None), None, True),
    ],
)
def test_a_message_is_fitted_to_its_reader(
    left: Telling | None,
    wanted: Telling,
    begins: str | None,
    is_urgent: bool,  # noqa: FBT001 - a table's column
) -> None:
    """It waits for her morning as long as that helps her; a change does not wait too long."""
    start = at(f"2026-12-05 {begins}") if begins else None

    assert left == own_hours.when(EARLY, wanted, start, is_urgent=is_urgent)
