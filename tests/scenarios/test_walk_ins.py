"""Those who come to the door without having registered: a name, a tap, and they are in."""

from __future__ import annotations

import pytest

from bot.records.meeting import Form
from bot.records.registration import Standing
from tests.town import Town, comes
from tests.town_doings import present, registered, stands_at_the_door


def test_one_who_comes_unannounced_is_in_with_a_name_and_a_tap(town: Town) -> None:
    """She is written down, has a place, and is noted as there."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, seats=1)
    comes(sara)
    stands_at_the_door(town, karin, meeting)

    karin.writes("  Ahmed   Ali ")
    karin.sees("Jag hittar ingen på listan för ”Ahmed Ali”")
    karin.taps("Skriv upp Ahmed Ali")

    karin.sees("1 av 2 är här")
    mine = registered(town, meeting).get("Ahmed Ali")
    assert mine is not None
    assert (mine.standing, mine.attended, mine.is_exception) == (Standing.GOING, True, True)


def test_one_who_is_known_is_let_in_from_those_whom_the_bot_knows(town: Town) -> None:
    """Also one who had said that she could not come, or who stood in line."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    nils, olga = town.member("Nils Berg", "Ås byalag"), town.member("Nils Olsson")
    meeting = town.announces(karin, seats=1)
    nils.taps("Kan inte komma")
    comes(sara)
    olga.taps("Anmäl mig")
    stands_at_the_door(town, karin, meeting)

    karin.writes("nils")
    karin.taps("Släpp in Nils Berg (Ås byalag)")
    karin.writes("nils")
    karin.taps("Släpp in Nils Olsson (Bräcke amatörteater)")

    karin.sees("2 av 3 är här")
    assert sorted(present(town, meeting)) == ["Nils Berg", "Nils Olsson"]


@pytest.mark.parametrize("had_answered", [True, False])
def test_a_walk_in_by_mistake_is_taken_off_again(
    town: Town,
    had_answered: bool,  # noqa: FBT001 - the one difference
) -> None:
    """The list is as it was before the tap."""
    karin, nils = town.organiser(), town.member("Nils Berg")
    meeting = town.announces(karin, form=Form.HYBRID, join_url="https://x.example")
    if had_answered:
        nils.taps("Kan inte komma")
    stands_at_the_door(town, karin, meeting)
    karin.writes("nils")
    karin.taps("Släpp in Nils Berg (Bräcke amatörteater)")
    mine = registered(town, meeting).get("Nils Berg")
    assert mine is not None
    assert mine.attends == "room"

    karin.taps("Nils Berg: här")

    karin.sees("0 av 0 är här", "Ingen har anmält sig")
    after = registered(town, meeting).get("Nils Berg")
    assert (after.standing if after else None) == (Standing.CANCELLED if had_answered else None)
    karin.forges(f"here:{meeting.id}:yes:{mine.id}-1")
    assert present(town, meeting) == (["Nils Berg"] if had_answered else [])


def test_an_old_button_of_a_search_does_not_write_another_name(town: Town) -> None:
    """The name that stands on the button is the one that is meant."""
    karin = town.organiser()
    meeting = town.announces(karin)
    stands_at_the_door(town, karin, meeting)
    karin.writes("Ahmed Ali")
    old = karin.last
    karin.writes("Siri Ström")

    karin.taps("Skriv upp Ahmed Ali", message=old)

    karin.sees_toast("Den knappen är gammal")
    assert present(town, meeting) == []


def test_what_is_no_name_is_asked_for_again_f4(town: Town) -> None:
    """A whole invitation pasted at the door is not a name."""
    karin = town.organiser()
    meeting = town.announces(karin)
    stands_at_the_door(town, karin, meeting)

    karin.writes("x" * 101)

    karin.sees("namn")
    assert present(town, meeting) == []


def test_one_who_is_gone_cannot_be_let_in(town: Town) -> None:
    """A button for someone who has been erased only shows the list."""
    karin = town.organiser()
    meeting = town.announces(karin)
    stands_at_the_door(town, karin, meeting)

    karin.forges(f"here:{meeting.id}:known:999")

    karin.sees_toast("Den knappen är gammal")


def test_a_button_for_one_who_has_come_in_meanwhile_only_notes_her(town: Town) -> None:
    """Two organisers find the same name; nobody gets two places."""
    karin = town.organiser()
    town.member("Nils Berg")
    meeting = town.announces(karin)
    stands_at_the_door(town, karin, meeting)
    karin.writes("nils")
    button = karin.last
    karin.taps("Släpp in Nils Berg (Bräcke amatörteater)", message=button)

    karin.taps("Släpp in Nils Berg (Bräcke amatörteater)", message=button)

    karin.sees_toast("Nils Berg är här")
    assert present(town, meeting) == ["Nils Berg"]
