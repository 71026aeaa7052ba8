"""A hybrid meeting has a line for the room and one for the link."""

from __future__ import annotations

from bot.records.meeting import Form
from bot.records.registration import Standing
from tests.town import Town
from tests.town_doings import stands

HYBRID = {
    "form": Form.HYBRID,
    "seats": 1,
    "online_seats": 1,
    "food": "",
    "join_url": "https://x.se",
}


def test_room_and_link_have_seats_of_their_own(town: Town) -> None:
    """The room is full, so she may wait for it, or take part by link at once."""
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg")
    town.announces(town.organiser(), **HYBRID)
    sara.taps("Anmäl mig på plats")

    nils.taps("Anmäl mig på plats")
    nils.sees("Just nu är alla platser i lokalen tagna", "nummer 1")
    nils.taps("Delta digitalt i stället")

    nils.sees("Behöver du något")
    nils.taps("Nej tack")
    nils.sees("Du deltar: digitalt")


def test_who_wants_to_change_keeps_her_place_meanwhile(town: Town) -> None:
    """Nils takes part by link and waits for the room; his place by link goes on when he moves."""
    sara, nils, eva = (town.member(name) for name in ("Sara Lind", "Nils Berg", "Eva Ek"))
    meeting = town.announces(town.organiser(), **HYBRID)
    sara.taps("Anmäl mig på plats")
    sara.taps("Nej tack")
    nils.taps("Anmäl mig digitalt")
    nils.taps("Nej tack")
    eva.taps("Anmäl mig digitalt")
    nils.taps("Ändra mina svar")
    nils.taps("På plats eller digitalt")
    nils.taps("På plats")
    nils.sees("Just nu är alla platser i lokalen tagna", "Du behåller platsen du har")
    nils.taps("Ja, till reservlistan")
    nils.sees("Du behåller din plats", "nummer 1 på reservlistan för att byta")

    sara.taps("Lämna återbud")

    nils.sees("Nu finns en plats i lokalen för dig", "Den förra platsen går vidare")
    eva.sees("En plats är ledig")
    assert Standing.OFFERED == stands(town, meeting)["Eva Ek"]


def test_who_waits_to_change_can_stop_waiting(town: Town) -> None:
    """She keeps the place she has, and the room is offered to nobody on her account."""
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg")
    meeting = town.announces(town.organiser(), **HYBRID)
    sara.taps("Anmäl mig på plats")
    sara.taps("Nej tack")
    nils.taps("Anmäl mig digitalt")
    nils.taps("Nej tack")
    town.presses(nils, f"come:{meeting.id}:line:room")
    nils.sees("nummer 1 på reservlistan för att byta")

    nils.taps("Sluta vänta på byte")
    nils.sees("Du deltar: digitalt")
    sara.taps("Lämna återbud")
    nils.sees_nothing()
    town.presses(nils, f"come:{meeting.id}:line:room")

    nils.sees("Du deltar: på plats")


def test_a_colleague_changes_sides_too(town: Town) -> None:
    """Sara answers for Ahmed, who keeps his place while he waits and is told through her."""
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg")
    meeting = town.announces(town.organiser(), **{**HYBRID, "online_seats": 2})
    nils.taps("Anmäl mig på plats")
    nils.taps("Nej tack")
    sara.taps("Anmäl mig digitalt")
    sara.taps("Nej tack")
    sara.taps("Anmäl fler")
    sara.writes("Ahmed Ali")
    sara.taps("Digitalt")
    sara.taps("Nej tack")
    sara.taps("Ändra svaren")
    sara.taps("På plats eller digitalt")
    sara.taps("På plats")
    sara.sees("Ahmed Ali behåller sin plats")
    sara.taps("Ja, till reservlistan")
    sara.sees("Ahmed Ali behåller platsen", "nummer 1")

    nils.taps("Lämna återbud")

    sara.sees("Nu finns en plats i lokalen för Ahmed Ali")
    assert Standing.GOING == stands(town, meeting)["Ahmed Ali"]


def test_the_organiser_sees_both_lines(town: Town) -> None:
    """Each side has its count, its names and its reserve list."""
    karin = town.organiser()
    players = [town.member(name) for name in ("Sara Lind", "Nils Berg", "Eva Ek")]
    meeting = town.announces(karin, **HYBRID)
    for player in players[:2]:
        player.taps("Anmäl mig på plats")
    players[2].taps("Anmäl mig digitalt")

    town.presses(karin, f"meet:{meeting.id}:desk")

    karin.sees("På plats: 1 av 1", "Reservlista på plats: 1", "Digitalt: 1 av 1")


def test_a_button_without_a_way_asks_which_way(town: Town) -> None:
    """An old button from before the meeting was hybrid asks first, and takes no seat."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser(), **HYBRID)

    town.presses(sara, f"come:{meeting.id}:yes")
    sara.sees("Hur vill du delta i Dialogträff om kulturplanen?")
    assert "Sara Lind" not in stands(town, meeting)
    sara.taps("Digitalt")

    assert Standing.GOING == stands(town, meeting)["Sara Lind"]


def test_one_from_a_group_is_asked_in_private(town: Town) -> None:
    """The group's card has a button for each way."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.gathers(karin, sara)
    meeting = town.announces(karin, **HYBRID)

    sara.taps("Anmäl mig på plats", in_group=True)

    assert Standing.GOING == stands(town, meeting)["Sara Lind"]
