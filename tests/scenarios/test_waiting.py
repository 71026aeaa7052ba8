"""The reserve list and its manners."""

from __future__ import annotations

from datetime import date

from bot.store import attendance
from tests.town import Town, comes


def test_the_last_seat_is_one_persons_e1(town: Town) -> None:
    """The first who taps has the seat, the others are told their number."""
    people = [town.member(name) for name in ("Sara Lind", "Ahmed Ali", "Märta Dahl")]
    town.announces(town.organiser(), seats=1)

    for player in people:
        player.taps("Anmäl mig")

    people[0].sees("Du är anmäld")
    people[1].sees("du står på reservlistan som nummer 1")
    people[2].sees("du står på reservlistan som nummer 2")


def test_a_seat_given_back_is_offered_to_the_first_in_line_e5(town: Town) -> None:
    """The offer says until when it stands; the others hear nothing."""
    sara, ahmed, marta = (town.member(name) for name in ("Sara Lind", "Ahmed Ali", "Märta Dahl"))
    town.announces(town.organiser(), seats=1)
    comes(sara)
    ahmed.taps("Anmäl mig")
    marta.taps("Anmäl mig")
    marta.looks_away()

    sara.taps("Lämna återbud")

    ahmed.sees("En plats är ledig", "Svara senast tisdag 3 november kl. 09.01")
    marta.sees_nothing()
    ahmed.taps("Ja, jag kommer")
    ahmed.sees("Är det något du inte äter?")


def test_an_offer_that_is_declined_goes_on(town: Town) -> None:
    """A no to the offer brings the next in line to it at once."""
    sara, ahmed, marta = (town.member(name) for name in ("Sara Lind", "Ahmed Ali", "Märta Dahl"))
    town.announces(town.organiser(), seats=1)
    comes(sara)
    ahmed.taps("Anmäl mig")
    marta.taps("Anmäl mig")
    sara.taps("Lämna återbud")

    ahmed.taps("Nej tack")

    ahmed.sees("Platsen på Dialogträff om kulturplanen går vidare")
    marta.sees("En plats är ledig")


def test_an_unanswered_offer_lapses_e8(town: Town) -> None:
    """After a day the seat goes to the next; a late yes is told how it stands."""
    sara, ahmed, marta = (town.member(name) for name in ("Sara Lind", "Ahmed Ali", "Märta Dahl"))
    town.announces(town.organiser(), seats=1)
    comes(sara)
    ahmed.taps("Anmäl mig")
    marta.taps("Anmäl mig")
    sara.taps("Lämna återbud")
    offer = ahmed.last

    town.arrives(date(2026, 11, 3), "09:05")
    ahmed.sees("Svarstiden är ute", "har gått vidare till nästa person")
    marta.sees("En plats är ledig")
    ahmed.taps("Ja, jag kommer", message=offer)

    ahmed.sees_toast("Den knappen är gammal")
    marta.taps("Ja, jag kommer")
    marta.sees("Är det något du inte äter?")


def test_an_offer_that_ran_out_is_no_cancellation_e8(town: Town) -> None:
    """Nobody was next, so the seat stands free; she has said neither yes nor no."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(karin, seats=1)
    comes(sara)
    ahmed.taps("Anmäl mig")
    sara.taps("Lämna återbud")

    town.arrives(date(2026, 11, 3), "09:05")

    ahmed.sees("Svarstiden är ute, så jag håller inte längre platsen på Dialogträff")
    assert "nästa person" not in ahmed.last.text
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.sees("Kan inte komma: 1", "Har inte svarat: 1")
    ahmed.writes("/moten")
    ahmed.taps("Dialogträff om kulturplanen")
    ahmed.sees("Svarstiden för platsen du erbjöds är ute.")
    ahmed.sees_button("Kan inte komma")
    with town.store.transaction() as session:
        gone = attendance.announced(session, meeting.id)
    assert ["Sara Lind"] == [one.name for one in gone]
    ahmed.taps("Anmäl mig")
    ahmed.sees("Är det något du inte äter?")


def test_an_offer_does_not_end_at_night(town: Town) -> None:
    """A seat freed in the evening may be answered until the next evening's end, not midnight."""
    sara, ahmed = town.member("Sara Lind"), town.member("Ahmed Ali")
    town.announces(town.organiser(), seats=1)
    comes(sara)
    ahmed.taps("Anmäl mig")
    town.arrives(date(2026, 11, 3), "21:00")
    ahmed.looks_away()

    sara.taps("Lämna återbud")
    ahmed.sees_nothing()
    town.arrives(date(2026, 11, 4), "08:01")

    ahmed.sees("En plats är ledig", "Svara senast torsdag 5 november kl. 08.00")


def test_an_offered_seat_is_not_free_for_a_newcomer_e5(town: Town) -> None:
    """While the offer stands a newcomer joins the line behind it."""
    sara, ahmed, nils = (town.member(name) for name in ("Sara Lind", "Ahmed Ali", "Nils Berg"))
    town.announces(town.organiser(), seats=1)
    comes(sara)
    ahmed.taps("Anmäl mig")
    sara.taps("Lämna återbud")

    nils.taps("Anmäl mig")

    nils.sees("du står på reservlistan som nummer 1")


def test_one_can_stay_and_one_can_leave_the_line(town: Town) -> None:
    """The number is confirmed, and the one behind moves up when someone leaves."""
    sara, ahmed, marta = (town.member(name) for name in ("Sara Lind", "Ahmed Ali", "Märta Dahl"))
    town.announces(town.organiser(), seats=1)
    comes(sara)
    ahmed.taps("Anmäl mig")
    marta.taps("Anmäl mig")

    ahmed.taps("Ta bort mig")
    ahmed.sees("Nu står du inte längre på reservlistan")
    marta.taps("Stå kvar")

    marta.sees("Du står som nummer 1 på reservlistan")


def test_one_who_left_the_line_is_not_offered_e14(town: Town) -> None:
    """Someone who was promoted and cancelled is not promoted again; the next one is."""
    sara, ahmed, marta = (town.member(name) for name in ("Sara Lind", "Ahmed Ali", "Märta Dahl"))
    town.announces(town.organiser(), seats=1)
    comes(sara)
    ahmed.taps("Anmäl mig")
    marta.taps("Anmäl mig")
    sara.taps("Lämna återbud")
    ahmed.taps("Ja, jag kommer")
    ahmed.taps("Jag äter allt")
    ahmed.taps("Nej tack")

    ahmed.taps("Lämna återbud")

    marta.sees("En plats är ledig")
    assert "En plats är ledig" not in ahmed.last.text


def test_more_seats_reach_the_first_in_line_e7(town: Town) -> None:
    """Two more seats are two offers, in order and once each."""
    karin = town.organiser()
    sara, *line = [town.member(n) for n in ("Sara Lind", "Ahmed Ali", "Märta Dahl", "Nils Berg")]
    meeting = town.announces(karin, seats=1)
    comes(sara)
    for player in line:
        player.taps("Anmäl mig")
    line[2].looks_away()
    town.presses(karin, f"meet:{meeting.id}:change:seats")

    karin.writes("3")

    karin.sees("Antal platser: 3")
    line[0].sees("En plats är ledig")
    line[1].sees("En plats är ledig")
    line[2].sees_nothing()


def test_fewer_seats_throw_nobody_out_e6(town: Town) -> None:
    """The organiser is warned, and a freed seat is not offered on until there is room."""
    karin = town.organiser()
    sara, ahmed, nils = (town.member(name) for name in ("Sara Lind", "Ahmed Ali", "Nils Berg"))
    meeting = town.announces(karin, seats=2)
    comes(sara)
    comes(ahmed)
    nils.taps("Anmäl mig")
    nils.looks_away()
    town.presses(karin, f"meet:{meeting.id}:change:seats")

    karin.writes("1")
    karin.sees("2 personer är redan anmälda, fler än det finns platser")
    sara.taps("Lämna återbud")
    nils.sees_nothing()
    ahmed.taps("Lämna återbud")

    nils.sees("En plats är ledig")


def test_a_seat_freed_after_the_last_day_is_offered_on_e16(town: Town) -> None:
    """The reserve list lives on after the last day to register."""
    sara, ahmed = town.member("Sara Lind"), town.member("Ahmed Ali")
    town.announces(town.organiser(), seats=1)
    comes(sara)
    ahmed.taps("Anmäl mig")
    town.arrives(date(2026, 12, 1), "12:00")

    sara.taps("Lämna återbud")

    ahmed.sees("En plats är ledig")
    ahmed.taps("Ja, jag kommer")
    ahmed.sees("Är det något du inte äter?")


def test_no_seat_is_offered_the_last_hours_e15(town: Town) -> None:
    """Three hours before the start nobody is called in any more."""
    sara, ahmed = town.member("Sara Lind"), town.member("Ahmed Ali")
    town.announces(town.organiser(), seats=1)
    comes(sara)
    ahmed.taps("Anmäl mig")
    town.arrives(date(2026, 12, 5), "08:30")
    ahmed.looks_away()

    sara.taps("Lämna återbud")

    sara.sees("Du har lämnat återbud")
    ahmed.sees_nothing()


def test_one_on_the_line_is_not_reminded_of_a_meeting_she_cannot_enter(town: Town) -> None:
    """Agenda and reminder go to those who have a seat."""
    sara, ahmed = town.member("Sara Lind"), town.member("Ahmed Ali")
    town.announces(town.organiser(), seats=1)
    comes(sara)
    ahmed.taps("Anmäl mig")
    ahmed.looks_away()

    town.arrives(date(2026, 12, 4), "17:05")

    sara.sees("Vi ses i morgon")
    ahmed.sees_nothing()
