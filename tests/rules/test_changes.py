"""What a change means for those who registered."""

from __future__ import annotations

import json
from datetime import date, time

import pytest

from bot.records.meeting import Form
from bot.rules import changes
from tests.rules.facts import answer, meeting


@pytest.mark.parametrize(
    ("told", "name", "value"),
    [
        (True, "day", date(2026, 12, 6)),
        (True, "start", time(11)),
        (True, "end", None),
        (True, "place", "Teaterverkstaden"),
        (True, "join_url", "https://example.org/rum"),
        (True, "form", Form.ONLINE),
        (False, "title", "Stora dialogen"),
    ],
)
def test_people_hear_of_a_new_time_or_place_d9(
    told: bool,  # noqa: FBT001 - a table's column
    name: str,
    value: object,
) -> None:
    """What one must know in order to come is told; a new title only shows on the cards."""
    before, changed = changes.facts(meeting()), meeting(**{name: value})

    names = changes.changed(before, changed)

    assert {name} == names
    assert told is changes.must_be_told(names)


@pytest.mark.parametrize("facts", [{}, {"seats": 5}, {"food": "soppa"}, {"about": "Om kultur"}])
def test_the_rest_is_nobodys_news(facts: dict[str, object]) -> None:
    """Seats, food and a longer text disturb nobody."""
    names = changes.changed(changes.facts(meeting()), meeting(**facts))

    assert not names
    assert not changes.must_be_told(names)


def test_the_old_facts_survive_being_written_down() -> None:
    """What a row kept as JSON reads as the meeting did before."""
    old = meeting(form=Form.HYBRID, end=None)
    new = meeting(day=date(2027, 3, 28), start=time(18), end=time(20), place="Annan sal")
    names = changes.changed(changes.facts(old), new)

    kept = json.loads(json.dumps(changes.written(changes.facts(old), names)))

    assert old == changes.as_it_was(new, kept)


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        ({"day": "2026-12-05", "place": "Storsjöteatern"}, {"day": date(2026, 12, 6)}),
        ({"place": "Storsjöteatern"}, {}),
    ],
)
def test_what_was_changed_back_is_no_change_d9(
    expected: dict[str, object], facts: dict[str, object]
) -> None:
    """Only what still differs from what people were told is told."""
    old: dict[str, object] = {"day": "2026-12-05", "place": "Storsjöteatern"}

    assert expected == changes.still(meeting(**facts, place="Torget"), old)


def test_changes_made_together_have_the_beginning_of_their_names_in_common() -> None:
    """Whichever of them is found first leads to the others."""
    first, other = meeting(id=7, edition=3), meeting(id=9, edition=1)
    along = changes.key_along(changes.key_along(changes.key(first), other), other)

    assert "change:7:3:9" == along
    assert changes.key(first) == changes.lead_of(along) == changes.lead_of(changes.key(first))


@pytest.mark.parametrize(
    ("attends", "waits_for", "hears"),
    [
        ("room", None, {"start", "place"}),
        ("online", None, {"start", "join_url"}),
        (None, None, {"start", "place", "join_url"}),
        ("room", "online", {"start", "place", "join_url"}),
    ],
)
def test_a_link_matters_online_and_a_place_in_the_room_d9(
    attends: str | None, waits_for: str | None, hears: set[str]
) -> None:
    """At a hybrid meeting; one who has not settled on a side hears both, and all hear the time."""
    old: dict[str, object] = {"start": "09:00:00", "place": "Torget", "join_url": "x", "end": None}
    hybrid = meeting(form=Form.HYBRID, end=None)
    mine = answer(attends=attends, waits_for=waits_for)

    assert hears == set(changes.hers(hybrid, old, mine))


def test_a_change_of_form_is_news_to_all_d9() -> None:
    """Whichever way she meant to come; one who has not answered hears nothing."""
    old: dict[str, object] = {"form": "room", "place": "Torget", "join_url": None}
    hybrid = meeting(form=Form.HYBRID, join_url="x")

    assert set(old) == set(changes.hers(hybrid, old, answer(attends="online")))
    assert changes.hers(hybrid, old, None) == {}
    assert changes.hers(hybrid, {"place": "Torget"}, answer(attends="online")) == {}
