"""Registering colleagues: one by name, each with a place of her own."""

from __future__ import annotations

from sqlmodel import select

from bot.records.meeting import Form
from bot.records.need import Need
from bot.records.registration import Standing
from bot.store import registrations
from tests.town import Town, comes
from tests.town_doings import brings, registered


def test_a_colleague_has_a_seat_and_answers_of_her_own(town: Town) -> None:
    """Sara registers Ahmed by name; the questions about him name him, and the kitchen counts."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, seats=3)
    comes(sara)

    brings(sara, "Ahmed Ali")
    sara.sees("Ahmed Ali är anmäld till Dialogträff om kulturplanen", "något Ahmed Ali inte äter?")
    sara.taps("Äter allt")
    sara.sees("Behöver Ahmed Ali något för att kunna vara med?")
    sara.taps("Nej tack")

    sara.sees("Ahmed Ali är anmäld")
    both = registered(town, meeting)
    assert both["Ahmed Ali"].standing == both["Sara Lind"].standing == Standing.GOING
    assert both["Ahmed Ali"].registered_by == both["Sara Lind"].person_id
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.sees("Kommer: 2 av 3", "Ahmed Ali (Bräcke amatörteater)")


def test_colleagues_see_each_other_but_never_what_anyone_needs(town: Town) -> None:
    """Names and standings of one's own association stand in the confirmation, nothing else."""
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg")
    marta = town.member("Märta Dahl", "Ås byalag")
    meeting = town.announces(town.organiser())
    sara.taps("Anmäl mig")
    sara.taps("Ja, spara mitt svar")
    sara.taps("Vegetariskt")
    comes(marta)
    comes(nils)

    nils.sees("Från din förening:", "• Sara Lind: anmäld")
    seen = nils.last.text
    town.presses(marta, f"come:{meeting.id}:mine")

    assert "Märta" not in seen
    assert "egetari" not in seen
    assert "Sara" not in marta.last.text


def test_the_name_can_be_changed_and_the_place_given_up(town: Town) -> None:
    """Everything about a colleague is a tap away from her card."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser(), seats=2)
    comes(sara)
    brings(sara, "Amed Ali")
    sara.taps("Hoppa över")
    sara.taps("Nej tack")

    sara.taps("Ändra namnet")
    sara.writes("Ahmed Ali")
    sara.sees("Bra, nu står Ahmed Ali på listan")
    sara.taps("Amed Ali kan inte komma")

    sara.sees("Ahmed Ali är inte längre anmäld", "Någon annan får platsen")
    assert registered(town, meeting)["Ahmed Ali"].standing == Standing.CANCELLED
    assert registered(town, meeting)["Sara Lind"].standing == Standing.GOING


def test_an_association_sends_as_many_as_it_may(town: Town) -> None:
    """The third from Bräcke is told who has the two places; another association has its own."""
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg")
    marta = town.member("Märta Dahl", "Ås byalag")
    town.announces(town.organiser(), per_party=2)
    sara.sees("Högst 2 per förening")
    comes(sara)
    brings(sara, "Ahmed Ali")
    sara.taps("Hoppa över")
    sara.taps("Nej tack")

    nils.taps("Anmäl mig")
    nils.sees("Varje förening får skicka 2 personer", "Sara Lind: anmäld", "Ahmed Ali: anmäld")
    sara.taps("Anmäl fler")
    sara.sees("Varje förening får skicka 2 personer")
    comes(marta)

    marta.sees("Du är anmäld")


def test_one_seat_more_is_the_first_in_lines_when_a_colleague_waits(town: Town) -> None:
    """A colleague who gets no seat stands in line, and Sara answers the offer for him."""
    sara, marta = town.member("Sara Lind"), town.member("Märta Dahl", "Ås byalag")
    town.announces(town.organiser(), seats=2)
    comes(sara)
    comes(marta)

    brings(sara, "Ahmed Ali")
    sara.sees("Ahmed Ali står på reservlistan som nummer 1")
    marta.taps("Lämna återbud")
    sara.sees("En plats är ledig för Ahmed Ali")
    sara.taps("Ja, Ahmed Ali kommer")

    sara.sees("Ahmed Ali har nu en plats på Dialogträff om kulturplanen")
    sara.taps("Svara för Ahmed Ali")
    sara.sees("Är det något Ahmed Ali inte äter?")


def test_a_name_that_is_known_is_asked_about_before_it_is_entered_twice(town: Town) -> None:
    """Whoever has answered already is not registered again; a namesake can be."""
    sara, ahmed = town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(town.organiser())
    comes(ahmed)
    comes(sara)

    brings(sara, "ahmed  ali")
    sara.sees("Ahmed Ali från din förening har redan svarat: anmäld. Är det hen du menar?")
    sara.taps("Ja, då är det klart")

    with town.store.reading() as session:
        assert 2 == len(registrations.all_of(session, meeting.id))


def test_a_colleague_on_telegram_is_told_and_answers_for_herself(town: Town) -> None:
    """Sara takes the seat for Ahmed; the questions go to him, and so does the way out."""
    sara, ahmed = town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(town.organiser(), seats=2)
    comes(sara)

    brings(sara, "Ahmed Ali")
    sara.taps("Ja, just den personen")

    sara.sees("Ahmed Ali är anmäld", "Jag har skrivit till Ahmed Ali, som själv svarar")
    ahmed.sees("Sara Lind har anmält dig till Dialogträff", "Är det något du inte äter?")
    ahmed.taps("Jag äter allt")
    ahmed.taps("Nej tack")
    ahmed.taps("Lämna återbud")
    assert registered(town, meeting)["Ahmed Ali"].standing == Standing.CANCELLED


def test_one_who_cannot_come_says_who_else_cannot(town: Town) -> None:
    """Only me, all of us, or a choice: the others keep their seats unless she says so."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    comes(sara)
    brings(sara, "Ahmed Ali")
    sara.taps("Hoppa över")
    sara.taps("Nej tack")

    sara.taps("Lämna återbud")
    sara.sees("Vem får förhinder", "Du har också anmält Ahmed Ali")
    sara.taps("Bara jag")
    sara.sees("Du har lämnat återbud", "Platserna för Ahmed Ali står kvar")
    assert registered(town, meeting)["Ahmed Ali"].standing == Standing.GOING
    sara.taps("Anmäl mig igen")
    sara.taps("Jag äter allt")
    sara.taps("Nej tack")
    sara.taps("Lämna återbud")
    sara.taps("Vi alla")

    sara.sees("Du har lämnat återbud för dig och för Ahmed Ali")
    assert {one.standing for one in registered(town, meeting).values()} == {Standing.CANCELLED}


def test_nobody_changes_a_colleague_she_did_not_bring_g1(town: Town) -> None:
    """A forged button about someone else's colleague does nothing and tells nothing."""
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg")
    meeting = town.announces(town.organiser())
    comes(sara)
    brings(sara, "Ahmed Ali")
    row = registered(town, meeting)["Ahmed Ali"].id

    for ask in ("cancel", "name", "show", "food:vegan", "access", "take", "drop", "line:online"):
        nils.forges(f"ours:{row}:{ask}")
        assert "Ahmed" not in nils.last.text

    assert registered(town, meeting)["Ahmed Ali"].standing == Standing.GOING


def test_a_hybrid_meeting_asks_how_a_colleague_takes_part(town: Town) -> None:
    """The room may be full while there are places by link."""
    sara, marta = town.member("Sara Lind"), town.member("Märta Dahl")
    meeting = town.announces(town.organiser(), form=Form.HYBRID, seats=1, online_seats=1)
    marta.taps("Anmäl mig på plats")
    sara.taps("Anmäl mig digitalt")

    town.presses(sara, f"party:{meeting.id}:add")
    sara.writes("Ahmed Ali")
    sara.sees("Hur deltar Ahmed Ali?")
    sara.taps("På plats")

    sara.sees("Ahmed Ali står på reservlistan som nummer 1")


def test_no_needs_of_a_removed_colleague_are_kept_j2(town: Town) -> None:
    """Giving up the place removes the answers about her with it."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    comes(sara)
    brings(sara, "Ahmed Ali")
    sara.taps("Äter allt")
    row = registered(town, meeting)["Ahmed Ali"].id

    town.presses(sara, f"ours:{row}:cancel")

    with town.store.reading() as session:
        assert not session.exec(select(Need).where(Need.registration_id == row)).all()
