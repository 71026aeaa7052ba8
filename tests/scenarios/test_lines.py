"""Those who wait together, the two lines of a hybrid meeting, and offers that reach nobody."""

from __future__ import annotations

from datetime import date

from bot.records.registration import Standing
from bot.simulator.cast import Player
from tests.town import Town, comes
from tests.town_doings import stands


def _waits_with(player: Player, *names: str) -> None:
    player.taps("Anmäl mig")
    for name in names:
        player.taps("Visa min anmälan")
        player.taps("Anmäl fler")
        player.writes(name)


def test_two_who_wait_together_are_offered_two_seats(town: Town) -> None:
    """One seat goes to the next whom it holds; when there are two, both are offered at once."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    first, second = town.member("Eva Ek"), town.member("Märta Dahl")
    meeting = town.announces(karin, seats=2)
    comes(first)
    comes(second)
    _waits_with(sara, "Ahmed Ali")
    sara.sees("Ahmed Ali står på reservlistan som nummer 1")
    nils.taps("Anmäl mig")
    nils.sees("reservlistan som nummer 3")

    first.taps("Lämna återbud")
    nils.sees("En plats är ledig på Dialogträff")
    assert Standing.WAITING == stands(town, meeting)["Sara Lind"]
    town.presses(karin, f"meet:{meeting.id}:change:seats")
    karin.writes("4")
    sara.sees("2 platser är lediga", "för du och Ahmed Ali", "Vill ni ha dem?")
    sara.taps("Ja, vi kommer")

    sara.sees("Är det något du inte äter?", "Ahmed Ali har nu en plats")
    assert Standing.GOING == stands(town, meeting)["Sara Lind"]
    assert Standing.GOING == stands(town, meeting)["Ahmed Ali"]


def test_a_seat_that_is_too_little_for_two_can_be_taken_by_one(town: Town) -> None:
    """Nobody else wants the seat, so Sara chooses who of them takes it; the other waits on."""
    sara, first = town.member("Sara Lind"), town.member("Eva Ek")
    meeting = town.announces(town.organiser(), seats=1)
    comes(first)
    _waits_with(sara, "Ahmed Ali")

    first.taps("Lämna återbud")
    sara.sees("1 plats är ledig", "Ni är 2 som väntar tillsammans")
    sara.taps("Ahmed Ali tar en plats")

    sara.sees("Är det något Ahmed Ali inte äter?")
    assert Standing.GOING == stands(town, meeting)["Ahmed Ali"]
    assert Standing.WAITING == stands(town, meeting)["Sara Lind"]


def test_a_seat_too_little_for_two_is_open_to_a_newcomer(town: Town) -> None:
    """The seat does not stand empty for the sake of those it does not hold; quick wins."""
    sara, first, nils = (town.member(name) for name in ("Sara Lind", "Eva Ek", "Nils Berg"))
    town.announces(town.organiser(), seats=1)
    comes(first)
    _waits_with(sara, "Ahmed Ali")
    first.taps("Lämna återbud")

    nils.taps("Anmäl mig")
    nils.sees("Du är anmäld")
    sara.taps("Jag tar en plats")

    sara.sees_toast("Någon annan hann ta den platsen")


def test_those_who_wait_together_can_wait_one_by_one(town: Town) -> None:
    """Then one seat is offered to the first of them."""
    sara, first = town.member("Sara Lind"), town.member("Eva Ek")
    town.announces(town.organiser(), seats=1)
    comes(first)
    _waits_with(sara, "Ahmed Ali")

    sara.taps("Stå kvar")
    sara.sees("Ni väntar på plats tillsammans: Sara Lind och Ahmed Ali")
    sara.taps("Vi kan komma en och en")
    sara.sees("Nu väntar ni en och en")
    first.taps("Lämna återbud")

    sara.sees("En plats är ledig på Dialogträff")


def test_some_of_those_offered_seats_may_say_no(town: Town) -> None:
    """The seat of the one who cannot come goes on, the rest are kept until the answer."""
    sara, first, nils = (town.member(name) for name in ("Sara Lind", "Eva Ek", "Nils Berg"))
    meeting = town.announces(town.organiser(), seats=2)
    comes(first)
    first.taps("Anmäl fler")
    first.writes("Olle Ek")
    _waits_with(sara, "Ahmed Ali")
    nils.taps("Anmäl mig")
    first.taps("Hoppa över")
    first.taps("Nej tack")
    town.presses(first, f"come:{meeting.id}:cancel:all")

    sara.taps("Bara några av oss")
    sara.taps("Ahmed Ali kan inte komma")
    nils.sees("En plats är ledig på Dialogträff")
    sara.taps("Ja, resten kommer")

    assert Standing.GOING == stands(town, meeting)["Sara Lind"]
    assert Standing.CANCELLED == stands(town, meeting)["Ahmed Ali"]


def test_offers_to_a_party_lapse_together_e8(town: Town) -> None:
    """Nobody answered, so both seats go to the two who wait next."""
    sara, eva, nils = (town.member(name) for name in ("Sara Lind", "Eva Ek", "Nils Berg"))
    karin = town.organiser()
    meeting = town.announces(karin, seats=1)
    comes(eva)
    _waits_with(sara, "Ahmed Ali")
    _waits_with(nils, "Olle Berg")
    town.presses(karin, f"meet:{meeting.id}:change:seats")
    karin.writes("3")
    sara.sees("2 platser är lediga")

    town.arrives(date(2026, 11, 3), "09:10")

    sara.sees("Svarstiden är ute, så platserna för du och Ahmed Ali")
    nils.sees("2 platser är lediga")


def test_nobody_is_offered_a_seat_who_cannot_be_told(town: Town) -> None:
    """She who has stopped the bot is passed by and keeps her place; the organiser sees it."""
    karin = town.organiser()
    sara, eva, nils = (town.member(name) for name in ("Sara Lind", "Eva Ek", "Nils Berg"))
    meeting = town.announces(karin, seats=1)
    comes(eva)
    sara.taps("Anmäl mig")
    nils.taps("Anmäl mig")
    sara.writes("/stopp")

    eva.taps("Lämna återbud")

    nils.sees("En plats är ledig")
    assert Standing.WAITING == stands(town, meeting)["Sara Lind"]
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.sees("Sara Lind (Bräcke amatörteater), nås inte")


def test_she_who_comes_back_is_offered_what_stands_free(town: Town) -> None:
    """Nobody else waited for the seat, so it is hers when she can be told."""
    sara, eva = town.member("Sara Lind"), town.member("Eva Ek")
    town.announces(town.organiser(), seats=1)
    comes(eva)
    sara.taps("Anmäl mig")
    sara.writes("/stopp")
    eva.taps("Lämna återbud")

    sara.writes("/start")
    sara.taps("Ja, gärna")

    sara.sees("En plats är ledig på Dialogträff")


def test_an_offer_is_seen_again_in_my_registration(town: Town) -> None:
    """The number and the offer can be asked for again at any time."""
    sara, eva = town.member("Sara Lind"), town.member("Eva Ek")
    meeting = town.announces(town.organiser(), seats=1)
    comes(eva)
    sara.taps("Anmäl mig")
    town.presses(sara, f"come:{meeting.id}:mine")
    sara.sees("Du står som nummer 1 på reservlistan")
    eva.taps("Lämna återbud")

    town.presses(sara, f"come:{meeting.id}:mine")
    sara.sees("En plats är ledig", "Svara senast")
    sara.taps("Nej tack")

    assert Standing.CANCELLED == stands(town, meeting)["Sara Lind"]


def test_two_meetings_at_once_do_not_mix_f10(town: Town) -> None:
    """What is asked about a colleague at one meeting is not answered at the other."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    first, second = town.announces(karin), town.announces(karin, title="Höstmöte")
    for meeting in (first, second):
        town.presses(sara, f"come:{meeting.id}:yes")
        town.presses(sara, f"party:{meeting.id}:add")
    sara.writes("Ahmed Ali")

    assert "Ahmed Ali" in stands(town, second)
    assert "Ahmed Ali" not in stands(town, first)
