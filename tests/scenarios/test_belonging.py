"""One person, several associations: Sara sits on the board of two."""

from __future__ import annotations

import json

import pytest

from bot.store import memberships, organisations
from tests.town import ASSOCIATIONS, Town

BRACKE, FROSO, KOREN = ASSOCIATIONS[:3]


def _homes(town: Town, player: object) -> list[str]:
    with town.store.reading() as session:
        person = town.row(session, player)  # type: ignore[arg-type]  # a player
        return [one.name for one in memberships.of_person(session, person.id)]


def test_sara_says_that_she_also_belongs_elsewhere(town: Town) -> None:
    """From her settings; what she writes is looked up as when she joined."""
    sara, karin = town.member("Sara Lind", BRACKE), town.organiser()
    sara.writes("/installningar")
    sara.taps("Dina föreningar")
    sara.sees(f"Du kommer från {BRACKE}.")

    sara.taps("Jag är också med i …")
    sara.writes("hembygd")
    sara.taps(FROSO)
    sara.sees(f"Du är också med i {FROSO}.")
    sara.taps("Jag är också med i …")
    sara.writes("KÖREN vid sjön")

    assert _homes(town, sara) == [FROSO, KOREN]
    karin.writes(f"/register {FROSO}")
    karin.sees("1 person hör hit:", "Sara Lind")


def test_sara_leaves_again(town: Town) -> None:
    """Only what she named as one more; where she comes from is changed elsewhere."""
    sara = town.member("Sara Lind", BRACKE)
    town.presses(sara, "also:0:add")
    sara.writes(FROSO)

    sara.taps(f"Lämna {FROSO}")

    assert _homes(town, sara) == []
    sara.taps("Dina inställningar")
    sara.sees("Dina inställningar")


def test_her_own_data_tells_of_it(town: Town) -> None:
    """Both in the chat and in the file."""
    sara = town.member("Sara Lind", BRACKE)
    town.presses(sara, "also:0:add")
    sara.writes(FROSO)

    sara.writes("/minadata")

    sara.sees(f"Du är också med i {FROSO}.")
    told = json.loads(sara.document(".json"))
    assert told["about_you"]["membership"]


def test_an_association_that_is_not_there_is_added_after_a_yes(town: Town) -> None:
    """Sara writes its whole name, and says yes."""
    sara = town.member("Sara Lind", BRACKE)
    town.presses(sara, "also:0:add")
    sara.writes("Lits sockenråd")
    sara.sees("Jag hittar inte ”Lits sockenråd” i registret.")

    sara.taps("Lägg till ”Lits sockenråd”")

    assert _homes(town, sara) == ["Lits sockenråd"]


@pytest.mark.parametrize("written", ["\u200b", "x" * 101])
def test_what_is_no_name_is_refused_kindly_f4_f5(town: Town, written: str) -> None:
    """And the question is still open."""
    sara = town.member("Sara Lind", BRACKE)
    town.presses(sara, "also:0:add")
    sara.writes(written)

    sara.writes(FROSO)

    assert _homes(town, sara) == [FROSO]


def test_where_she_comes_from_is_not_counted_twice(town: Town) -> None:
    """Her own association once more changes nothing, nor does a button that was forged."""
    sara = town.member("Sara Lind", BRACKE)
    with town.store.reading() as session:
        own = organisations.named(session, BRACKE)
        assert own is not None

    for token in (f"also:0:join:{own.id}", "also:0:join:999", "also:0:leave:x", "also:0:new"):
        town.presses(sara, token)

    assert _homes(town, sara) == []


def test_nobody_belongs_to_more_than_ten_others(town: Town) -> None:
    """A mishap does not fill the register with memberships."""
    sara = town.member("Sara Lind", BRACKE)
    with town.store.transaction() as session:
        made = [
            organisations.add(session, f"Förening {n}", None, town.clock.now()) for n in range(11)
        ]
        rows = [one.id for one in made]

    for row in rows:
        town.presses(sara, f"also:0:join:{row}")

    assert len(_homes(town, sara)) == 10
    sara.sees_no_button("Jag är också med i …", message=sara.last)


def test_moving_home_to_a_further_association_counts_once(town: Town) -> None:
    """The register names Sara once, whichever way she belongs."""
    sara = town.member("Sara Lind", BRACKE)
    town.presses(sara, "also:0:add")
    sara.writes(FROSO)
    sara.taps("Byt förening")
    sara.taps(FROSO)

    with town.store.reading() as session:
        one = organisations.named(session, FROSO)
        assert one is not None
        assert memberships.count(session, one.id) == 1
