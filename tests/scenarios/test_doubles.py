"""Someone entered by hand who registers herself too, and those left behind by a leaver."""

from __future__ import annotations

from datetime import date

from sqlmodel import select

from bot.deeds import clearing
from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.simulator.cast import Player
from bot.store import people
from bot.turn import Turn
from tests.town import Town, comes


def _brings_ahmed(player: Player) -> None:
    comes(player)
    player.taps("Anmäl fler")
    player.writes("Ahmed Ali")


def _rows(town: Town, meeting: Meeting) -> list[tuple[str, Standing]]:
    with town.store.reading() as session:
        found = people.registered(session, meeting.id)
        return [(person.name or "", Standing(mine.standing)) for mine, person in found]


def test_a_possible_double_is_shown_and_never_merged_unasked_e13(town: Town) -> None:
    """Ahmed registers though Sara has registered him: both seats stand until someone says so."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, seats=4)
    _brings_ahmed(sara)
    ahmed = town.member("Ahmed Ali")
    town.presses(ahmed, f"come:{meeting.id}:yes")

    ahmed.sees("Sara Lind har anmält någon med ditt namn", "Är det du?")
    karin.sees("Ahmed Ali kan vara anmäld två gånger", "Jag ändrar inget på egen hand")
    assert 2 == sum(name == "Ahmed Ali" for name, _ in _rows(town, meeting))
    ahmed.taps("Ja, det är jag")

    ahmed.sees("Nu är Ahmed Ali anmäld en gång")
    sara.sees("Ahmed Ali har själv anmält sig", "borttagen")
    assert [("Sara Lind", Standing.GOING), ("Ahmed Ali", Standing.GOING)] == _rows(town, meeting)


def test_the_better_of_two_places_is_kept_e13(town: Town) -> None:
    """Ahmed waits in line while a seat is held for him: merged, he sits, and nobody is passed."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    meeting = town.announces(karin, seats=2)
    _brings_ahmed(sara)
    nils.taps("Anmäl mig")
    ahmed = town.member("Ahmed Ali")
    town.presses(ahmed, f"come:{meeting.id}:yes")
    nils.looks_away()

    karin.taps("Samma person")

    karin.sees("Nu är Ahmed Ali anmäld en gång")
    assert ("Ahmed Ali", Standing.GOING) in _rows(town, meeting)
    assert 3 == len(_rows(town, meeting))
    nils.sees_nothing()


def test_two_with_one_name_stay_two_e13(town: Town) -> None:
    """A no changes nothing, and the button is gone."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    _brings_ahmed(sara)
    ahmed = town.member("Ahmed Ali")
    town.presses(ahmed, f"come:{meeting.id}:yes")

    ahmed.taps("Nej, någon annan")

    ahmed.sees("Då står båda kvar")
    assert 3 == len(_rows(town, meeting))


def test_nobody_else_merges_a_double_g1(town: Town) -> None:
    """A forged button, of a member or about people whose names differ, does nothing."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    meeting = town.announces(karin)
    _brings_ahmed(sara)
    comes(nils)
    with town.store.reading() as session:
        (hand,) = session.exec(select(Registration.id).where(Registration.registered_by != None))  # noqa: E711
        row = town.row(session, nils).id

    nils.forges(f"twin:{hand}:mine:same")
    nils.forges(f"twin:{hand}:same:{row}")
    karin.forges(f"twin:{hand}:same:{row}")

    assert 3 == len(_rows(town, meeting))


def test_those_a_leaver_entered_are_handed_to_an_organiser_j2(town: Town) -> None:
    """Sara is told before she leaves; Ahmed keeps his seat, and Karin speaks for him."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    _brings_ahmed(sara)

    sara.writes("/radera")
    sara.sees("Du har skrivit in Ahmed Ali")
    sara.taps("Ta bort mig, de blir kvar")

    assert [("Ahmed Ali", Standing.GOING)] == _rows(town, meeting)
    karin.sees("hade skrivit in Ahmed Ali", "Nu svarar du för dem")
    with town.store.reading() as session:
        ahmed = session.exec(select(Person).where(Person.name == "Ahmed Ali")).one()
        assert town.row(session, karin).id == ahmed.entered_by


def test_those_a_leaver_entered_can_go_with_her_j2(town: Town) -> None:
    """Then both seats go on to those who wait."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    meeting = town.announces(karin, seats=2)
    _brings_ahmed(sara)
    nils.taps("Anmäl mig")

    sara.writes("/radera")
    sara.taps("Ta bort mig och dem")

    sara.sees("Det här är det sista jag skriver till dig")
    nils.sees("En plats är ledig")
    assert [("Nils Berg", Standing.OFFERED)] == _rows(town, meeting)


def test_a_part_is_asked_and_shown_and_changed(town: Town) -> None:
    """Where the meeting asks, everyone says in what part she comes, and lists say it."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    meeting = town.announces(karin, asks_part=True)
    comes(sara)
    sara.sees("I vilken roll deltar du?")
    sara.taps("Ombud")
    sara.sees("Du deltar som: ombud")
    sara.taps("Ändra mina svar")
    sara.taps("Rollen")
    sara.taps("Ersättare")
    comes(nils)
    nils.writes("Åhörare")

    nils.sees("Du deltar som: åhörare", "• Sara Lind, ersättare: anmäld")
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.sees("Sara Lind (Bräcke amatörteater), ersättare")


def test_who_was_only_entered_for_a_meeting_is_forgotten_with_it_j4(town: Town) -> None:
    """A year after the meeting her name goes; one with an address stays in the register."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    _brings_ahmed(sara)
    town.has_no_telegram("Märta Dahl", karin, phone="070-123 45 67")

    later = town.at(date(2028, 1, 10), "09:00")
    with town.store.transaction() as session:
        clearing.clear(Turn(session, town.app.house, later))

    assert [] == _rows(town, meeting)
    with town.store.reading() as session:
        names = {one.name for one in people.everyone(session)}
    assert {"Karin Ek", "Sara Lind", "Märta Dahl"} == names


def test_she_who_gave_her_own_place_up_still_finds_those_she_brought(town: Town) -> None:
    """The meeting's card leads to the colleagues for whom she answers."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    _brings_ahmed(sara)
    town.presses(sara, f"come:{meeting.id}:cancel:me")

    town.presses(sara, f"come:{meeting.id}:show")
    sara.taps("De jag har anmält")

    sara.sees("• Ahmed Ali: anmäld")
