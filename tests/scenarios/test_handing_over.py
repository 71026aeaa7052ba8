"""Sending someone else: a link that hands a seat or an invitation to a colleague, once."""

from __future__ import annotations

from datetime import date

from icalendar import Calendar
from sqlmodel import select

from bot.records.meeting import Form, Meeting
from bot.records.need import Need
from bot.records.registration import Registration, Standing
from bot.simulator.cast import Player
from bot.store import people
from tests.town import Town, comes


def _link(player: Player) -> str:
    player.taps("Skicka någon annan")
    return next(word for word in player.last.text.split() if word.startswith("https://"))


def _stands(town: Town, meeting: Meeting) -> dict[str, Standing]:
    with town.store.reading() as session:
        return {
            person.name or "": Standing(mine.standing)
            for mine, person in people.registered(session, meeting.id)
        }


def _calendar(player: Player) -> Calendar:
    return Calendar.from_ical(player.document(".ics"))


def test_a_seat_is_handed_over_in_one_step_f12(town: Town) -> None:
    """Ahmed opens the link and sits on Sara's seat; both are told, nobody in line is passed by."""
    sara, ahmed, nils = (town.member(name) for name in ("Sara Lind", "Ahmed Ali", "Nils Berg"))
    meeting = town.announces(town.organiser(), seats=1)
    comes(sara)
    nils.taps("Anmäl mig")
    nils.looks_away()

    link = _link(sara)
    sara.sees("Kan du komma till Dialogträff om kulturplanen i stället för mig?")
    ahmed.starts(link)

    ahmed.sees("Sara Lind har gett dig sin plats på Dialogträff", "Är det något du inte äter?")
    sara.sees("Ahmed Ali har tagit över din plats", "Jag har tagit bort dina svar")
    nils.sees_nothing()
    assert {
        "Sara Lind": Standing.CANCELLED,
        "Nils Berg": Standing.WAITING,
        "Ahmed Ali": Standing.GOING,
    } == _stands(town, meeting)
    with town.store.reading() as session:
        assert not session.exec(select(Need)).all()


def test_the_calendars_follow_the_seat(town: Town) -> None:
    """The meeting leaves the one calendar and comes into the other, as the same entry."""
    sara, ahmed = town.member("Sara Lind"), town.member("Ahmed Ali")
    town.announces(town.organiser())
    comes(sara)

    ahmed.starts(_link(sara))

    left, came = _calendar(sara), _calendar(ahmed)
    assert "CANCEL" == left["method"]
    assert "CANCEL" != came["method"]
    assert left.walk("VEVENT")[0]["uid"] == came.walk("VEVENT")[0]["uid"]


def test_someone_new_says_her_name_and_has_the_seat(town: Town) -> None:
    """A newcomer comes from where the giver comes from, and lands with the seat."""
    sara, eva = town.member("Sara Lind"), town.stranger("Eva Ek")
    meeting = town.announces(town.organiser(), seats=1)
    comes(sara)

    eva.starts(_link(sara))
    eva.sees("Vad heter du?")
    eva.writes("Eva Ek")

    eva.sees("Sara Lind har gett dig sin plats")
    assert Standing.GOING == _stands(town, meeting)["Eva Ek"]
    eva.taps("Jag äter allt")
    eva.taps("Nej tack")
    with town.store.reading() as session:
        assert town.row(session, sara).organisation_id == town.row(session, eva).organisation_id


def test_a_link_works_once_f12_g4(town: Town) -> None:
    """The second who opens it reads what one reads who opens a wrong one."""
    sara, ahmed, nils = (town.member(name) for name in ("Sara Lind", "Ahmed Ali", "Nils Berg"))
    meeting = town.announces(town.organiser())
    comes(sara)
    link = _link(sara)
    ahmed.starts(link)

    nils.starts(link)
    spent = nils.last.text
    nils.starts("h-fel")

    nils.sees("Länken fungerar inte längre")
    assert spent == nils.last.text
    assert "Nils Berg" not in _stands(town, meeting)


def test_a_link_can_be_taken_back(town: Town) -> None:
    """Until it is used nothing has changed, and it can be made useless."""
    sara, ahmed = town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(town.organiser())
    comes(sara)
    link = _link(sara)

    sara.taps("Ta tillbaka länken")
    sara.sees("Länken fungerar inte längre. För dig är allt som förut")
    ahmed.starts(link)

    ahmed.sees("Länken fungerar inte längre")
    assert {"Sara Lind": Standing.GOING} == _stands(town, meeting)


def test_a_new_link_takes_the_place_of_the_old(town: Town) -> None:
    """There is one link for each giver and meeting."""
    sara, ahmed = town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(town.organiser())
    comes(sara)
    old = _link(sara)
    new = _link(sara)

    ahmed.starts(old)
    ahmed.sees("Länken fungerar inte längre")
    sara.starts(new)
    sara.sees("Det här är din egen länk")
    ahmed.starts(new)

    assert Standing.GOING == _stands(town, meeting)["Ahmed Ali"]


def test_one_who_cannot_come_sends_the_invitation_on(town: Town) -> None:
    """Without a seat the link invites, until the last day to register."""
    sara, eva = town.member("Sara Lind"), town.stranger("Eva Ek")
    meeting = town.announces(town.organiser())
    sara.taps("Kan inte komma")

    link = _link(sara)
    sara.sees("Länken fungerar en gång, till fredag 27 november kl. 23.59")
    eva.starts(link)
    eva.writes("Eva Ek")

    eva.sees("Sara Lind kan inte komma till Dialogträff", "Anmäl dig senast")
    sara.sees("Eva Ek har fått din inbjudan")
    eva.taps("Anmäl mig")
    assert Standing.GOING == _stands(town, meeting)["Eva Ek"]


def test_a_link_dies_with_the_last_day_and_with_the_meeting(town: Town) -> None:
    """After the last day there is no invitation to send on; a seat goes on until the start."""
    sara, nils, ahmed = (town.member(name) for name in ("Sara Lind", "Nils Berg", "Ahmed Ali"))
    karin = town.organiser()
    meeting = town.announces(karin)
    comes(nils)
    sara.taps("Kan inte komma")
    invitation, seat = _link(sara), _link(nils)

    town.arrives(date(2026, 11, 28), "09:00")
    ahmed.starts(invitation)
    ahmed.sees("Länken fungerar inte längre")
    sara.taps("Skicka någon annan")
    sara.sees("Anmälan till Dialogträff om kulturplanen är stängd")
    town.presses(karin, f"meet:{meeting.id}:cancel:yes")
    ahmed.starts(seat)

    ahmed.sees("Länken fungerar inte längre")


def test_one_who_comes_already_leaves_the_link_alone(town: Town) -> None:
    """The link still works for someone else."""
    sara, ahmed, nils = (town.member(name) for name in ("Sara Lind", "Ahmed Ali", "Nils Berg"))
    meeting = town.announces(town.organiser(), seats=2)
    comes(sara)
    comes(ahmed)
    link = _link(sara)

    ahmed.starts(link)
    ahmed.sees("Du har redan en plats på Dialogträff")
    nils.starts(link)

    assert Standing.GOING == _stands(town, meeting)["Nils Berg"]


def test_one_in_line_leaves_it_for_the_seat_she_is_given(town: Town) -> None:
    """Those behind her move up."""
    sara, ahmed, nils = (town.member(name) for name in ("Sara Lind", "Ahmed Ali", "Nils Berg"))
    town.announces(town.organiser(), seats=1)
    comes(sara)
    ahmed.taps("Anmäl mig")
    nils.taps("Anmäl mig")

    ahmed.starts(_link(sara))
    ahmed.sees("Sara Lind har gett dig sin plats")
    nils.taps("Stå kvar")

    nils.sees("Du står som nummer 1 på reservlistan")


def test_a_seat_does_not_come_to_an_association_that_has_sent_all_it_may(town: Town) -> None:
    """The limit for each association also holds for seats that are given away."""
    sara = town.member("Sara Lind")
    marta, eva = town.member("Märta Dahl", "Ås byalag"), town.member("Eva Ek", "Ås byalag")
    meeting = town.announces(town.organiser(), per_party=1)
    comes(sara)
    comes(marta)

    eva.starts(_link(sara))

    eva.sees("Varje förening får skicka 1 person", "din har redan gjort det")
    assert "Eva Ek" not in _stands(town, meeting)


def test_only_the_one_who_opened_the_link_can_use_it_g1(town: Town) -> None:
    """A forged button without the secret gives nothing."""
    sara, ahmed = town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(town.organiser())
    comes(sara)
    _link(sara)

    ahmed.forges("hand:1:take")

    assert {"Sara Lind": Standing.GOING} == _stands(town, meeting)


def test_a_hybrid_seat_keeps_its_side(town: Town) -> None:
    """A place by link stays a place by link."""
    sara, ahmed = town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(town.organiser(), form=Form.HYBRID, seats=1, online_seats=1)
    sara.taps("Anmäl mig digitalt")
    sara.taps("Nej tack")

    ahmed.starts(_link(sara))

    with town.store.reading() as session:
        row = session.exec(select(Registration).where(Registration.standing == "going")).one()
    assert "online" == row.attends
    assert row.meeting_id == meeting.id
