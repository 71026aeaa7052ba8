"""Registering colleagues: one by name, each with a place of her own."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from bot.records.meeting import Form, Meeting
from bot.records.need import Need
from bot.records.registration import Registration, Standing
from bot.simulator.cast import Player
from bot.store import people, registrations
from tests.town import Town, comes


def _brings(player: Player, name: str) -> None:
    player.taps("Anmäl fler")
    player.writes(name)


def _all_of(town: Town, meeting: Meeting) -> dict[str, Registration]:
    with town.store.reading() as session:
        return {person.name or "": mine for mine, person in people.registered(session, meeting.id)}


def test_a_colleague_has_a_seat_and_answers_of_her_own(town: Town) -> None:
    """Sara registers Ahmed by name; the questions about him name him, and the kitchen counts."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, seats=3)
    comes(sara)

    _brings(sara, "Ahmed Ali")
    sara.sees("Ahmed Ali är anmäld till Dialogträff om kulturplanen", "något Ahmed Ali inte äter?")
    sara.taps("Äter allt")
    sara.sees("Behöver Ahmed Ali något för att kunna vara med?")
    sara.taps("Nej tack")

    sara.sees("Ahmed Ali är anmäld")
    both = _all_of(town, meeting)
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
    _brings(sara, "Amed Ali")
    sara.taps("Hoppa över")
    sara.taps("Nej tack")

    sara.taps("Ändra namnet")
    sara.writes("Ahmed Ali")
    sara.sees("Bra, nu står Ahmed Ali på listan")
    sara.taps("Amed Ali kan inte komma")

    sara.sees("Ahmed Ali är inte längre anmäld", "Någon annan får platsen")
    assert _all_of(town, meeting)["Ahmed Ali"].standing == Standing.CANCELLED
    assert _all_of(town, meeting)["Sara Lind"].standing == Standing.GOING


def test_an_association_sends_as_many_as_it_may(town: Town) -> None:
    """The third from Bräcke is told who has the two places; another association has its own."""
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg")
    marta = town.member("Märta Dahl", "Ås byalag")
    town.announces(town.organiser(), per_party=2)
    comes(sara)
    _brings(sara, "Ahmed Ali")
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

    _brings(sara, "Ahmed Ali")
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

    _brings(sara, "ahmed  ali")
    sara.sees("Ahmed Ali från din förening har redan svarat: anmäld. Är det hen du menar?")
    sara.taps("Ja, då är det klart")

    with town.store.reading() as session:
        assert 2 == len(registrations.all_of(session, meeting.id))


def test_a_colleague_on_telegram_is_told_and_answers_for_herself(town: Town) -> None:
    """Sara takes the seat for Ahmed; the questions go to him, and so does the way out."""
    sara, ahmed = town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(town.organiser(), seats=2)
    comes(sara)

    _brings(sara, "Ahmed Ali")
    sara.taps("Ja, just den personen")

    sara.sees("Ahmed Ali är anmäld", "Jag har skrivit till Ahmed Ali, som själv svarar")
    ahmed.sees("Sara Lind har anmält dig till Dialogträff", "Är det något du inte äter?")
    ahmed.taps("Jag äter allt")
    ahmed.taps("Nej tack")
    ahmed.taps("Lämna återbud")
    assert _all_of(town, meeting)["Ahmed Ali"].standing == Standing.CANCELLED


def test_one_who_cannot_come_says_who_else_cannot(town: Town) -> None:
    """Only me, all of us, or a choice: the others keep their seats unless she says so."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    comes(sara)
    _brings(sara, "Ahmed Ali")
    sara.taps("Hoppa över")
    sara.taps("Nej tack")

    sara.taps("Lämna återbud")
    sara.sees("Vem får förhinder", "Du har också anmält Ahmed Ali")
    sara.taps("Bara jag")
    sara.sees("Du har lämnat återbud", "Platserna för Ahmed Ali står kvar")
    assert _all_of(town, meeting)["Ahmed Ali"].standing == Standing.GOING
    sara.taps("Anmäl mig igen")
    sara.taps("Jag äter allt")
    sara.taps("Nej tack")
    sara.taps("Lämna återbud")
    sara.taps("Vi alla")

    sara.sees("Du har lämnat återbud för dig och för Ahmed Ali")
    assert {one.standing for one in _all_of(town, meeting).values()} == {Standing.CANCELLED}


def test_nobody_changes_a_colleague_she_did_not_bring_g1(town: Town) -> None:
    """A forged button about someone else's colleague does nothing and tells nothing."""
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg")
    meeting = town.announces(town.organiser())
    comes(sara)
    _brings(sara, "Ahmed Ali")
    row = _all_of(town, meeting)["Ahmed Ali"].id

    for ask in ("cancel", "name", "show", "food:vegan", "access", "take", "drop", "line:online"):
        nils.forges(f"ours:{row}:{ask}")
        assert "Ahmed" not in nils.last.text

    assert _all_of(town, meeting)["Ahmed Ali"].standing == Standing.GOING


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
    _brings(sara, "Ahmed Ali")
    sara.taps("Äter allt")
    row = _all_of(town, meeting)["Ahmed Ali"].id

    town.presses(sara, f"ours:{row}:cancel")

    with town.store.reading() as session:
        assert not session.exec(select(Need).where(Need.registration_id == row)).all()


def test_a_written_answer_is_as_good_as_a_button_f1(town: Town) -> None:
    """A label or a no is never taken for somebody's name."""
    sara = town.member("Sara Lind")
    town.member("Ahmed Ali")
    meeting = town.announces(town.organiser())
    comes(sara)

    sara.taps("Anmäl fler")
    sara.writes("nej")
    sara.sees("Du är anmäld")
    _brings(sara, "Ahmed Ali")
    sara.writes("nej, en annan med samma namn")
    sara.sees("Ahmed Ali är anmäld", "Är det något Ahmed Ali inte äter?")

    with town.store.reading() as session:
        names = [person.name for _, person in people.registered(session, meeting.id)]
    assert ["Sara Lind", "Ahmed Ali"] == names


def test_the_way_a_colleague_takes_part_can_be_written_f1(town: Town) -> None:
    """Anything else than a label is asked about again."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser(), form=Form.HYBRID)
    sara.taps("Anmäl mig digitalt")
    sara.taps("Nej tack")

    _brings(sara, "Ahmed Ali")
    sara.writes("kanske")
    sara.sees("Hur deltar Ahmed Ali?")
    sara.writes("digitalt")

    sara.sees("Ahmed Ali är anmäld")
    assert "online" == _all_of(town, meeting)["Ahmed Ali"].attends


@pytest.mark.parametrize("name", ["x" * 101, "\u200b \n", "<b>Ahmed</b> &lt;x"])
def test_a_hostile_name_is_refused_or_shown_as_typed_f4_f5_f6(town: Town, name: str) -> None:
    """Too long and empty names are asked for again; marks are only characters."""
    town.has_odd_writers = True
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    comes(sara)

    _brings(sara, name)

    if name.startswith("<b>"):
        sara.sees("<b>Ahmed</b> &lt;x är anmäld")
    else:
        assert {"Sara Lind"} == set(_all_of(town, meeting))
        sara.writes("Ahmed Ali")
        sara.sees("Ahmed Ali är anmäld")


def test_one_known_from_before_is_a_tap_away(town: Town) -> None:
    """At the next meeting Ahmed stands under the question, and is not entered twice."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    first, second = town.announces(karin), town.announces(karin, title="Höstmöte")
    for meeting in (first, second):
        town.presses(sara, f"come:{meeting.id}:yes")
    town.presses(sara, f"party:{first.id}:add")
    sara.writes("Ahmed Ali")

    town.presses(sara, f"party:{second.id}:add")
    sara.taps("Ahmed Ali")

    sara.sees("Ahmed Ali är anmäld till Höstmöte")
    ids = {_all_of(town, meeting)["Ahmed Ali"].person_id for meeting in (first, second)}
    assert 1 == len(ids)


def test_nobody_is_registered_after_the_last_day(town: Town) -> None:
    """She is told whom to ask instead."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    comes(sara)
    town.arrives(date(2026, 11, 28), "09:00")

    town.presses(sara, f"party:{meeting.id}:add")

    sara.sees("Anmälan till Dialogträff om kulturplanen stängde", "Kontakta Karin Ek")


OLD = (
    "come:{m}:accept", "come:{m}:pass", "come:{m}:stay", "come:{m}:take", "come:{m}:drop",
    "come:{m}:switch:online", "come:{m}:line:online", "come:{m}:unline", "party:{m}:split",
    "party:{m}:some", "party:{m}:same:999", "party:{m}:new", "party:{m}:way:0-room",
    "party:{m}:stop", "party:{m}:nothing", "ours:999:show", "ours:{r}:skip",
    "hand:999:take", "twin:999:mine:same", "twin:{r}:mine:same",
)  # fmt: skip


def test_no_old_button_is_dead_or_does_anything_f2(town: Town) -> None:
    """Each answers, and everyone stands as before."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    comes(sara)
    _brings(sara, "Ahmed Ali")
    before = _all_of(town, meeting)

    for token in OLD:
        said = sara.place.next_id
        sara.forges(token.format(m=meeting.id, r=before["Ahmed Ali"].id))
        assert sara.place.next_id > said or sara._toasts(), token  # noqa: SLF001 (either will do)

    after = _all_of(town, meeting)
    assert {name: one.standing for name, one in before.items()} == {
        name: one.standing for name, one in after.items()
    }


def test_old_buttons_of_a_colleague_taken_off_show_who_is_left(town: Town) -> None:
    """Her card is answered with the list."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    comes(sara)
    _brings(sara, "Ahmed Ali")
    row = _all_of(town, meeting)["Ahmed Ali"].id
    town.presses(sara, f"ours:{row}:cancel")

    sara.forges(f"ours:{row}:name")

    sara.sees("Du har inte anmält någon annan")
    town.arrives(date(2026, 12, 5), "11:00")
    sara.forges(f"come:{meeting.id}:cancel:all")
    assert Standing.GOING == _all_of(town, meeting)["Sara Lind"].standing
