"""Two organisers work on the same meeting: neither overwrites the other unseen."""

from __future__ import annotations

from sqlmodel import Session

from bot.records.meeting import Meeting
from bot.simulator.cast import Player
from tests.town import Town


def _two(town: Town) -> tuple[Player, Player, Meeting]:
    """Let two organisers be asked about the place of the same announced meeting."""
    karin, anna = town.organiser(), town.organiser("Anna Berg")
    meeting = town.announces(karin)
    town.presses(karin, f"meet:{meeting.id}:change:place")
    town.presses(anna, f"meet:{meeting.id}:change:place")
    town.moves(seconds=5)
    karin.writes("Folkets hus")
    anna.looks_away()
    return karin, anna, meeting


def _place(town: Town, meeting: Meeting) -> str | None:
    with town.store.reading() as session:
        return _row(session, meeting).place


def _row(session: Session, meeting: Meeting) -> Meeting:
    found = session.get(Meeting, meeting.id)
    assert found is not None
    return found


def test_e10_the_second_sees_what_the_first_wrote(town: Town) -> None:
    """Nothing is overwritten: she is shown both, who wrote it, and has lost none of her words."""
    _, anna, meeting = _two(town)

    anna.writes("Biblioteket i Brunflo")

    anna.sees("Plats: Karin Ek ändrade det här", "Nu: Folkets hus", "Biblioteket i Brunflo")
    assert _place(town, meeting) == "Folkets hus"


def test_e10_the_second_may_insist(town: Town) -> None:
    """One tap saves what she wrote, and it is not asked of her again."""
    _, anna, meeting = _two(town)
    anna.writes("Biblioteket i Brunflo")

    anna.taps("Byt till mitt svar")

    anna.sees("Ändringen är sparad")
    assert _place(town, meeting) == "Biblioteket i Brunflo"


def test_e10_the_second_may_give_way(town: Town) -> None:
    """She leaves it as the first wrote it, and sees the meeting as it stands."""
    _, anna, meeting = _two(town)
    anna.writes("Biblioteket i Brunflo")

    anna.writes("låt det stå som nu")

    anna.sees("Plats: Folkets hus")
    assert _place(town, meeting) == "Folkets hus"


def test_e10_a_third_wish_is_a_new_answer(town: Town) -> None:
    """When she has seen the newer state, what she writes next is taken at once."""
    _, anna, meeting = _two(town)
    anna.writes("Biblioteket i Brunflo")

    anna.writes("Storsjöteatern")

    assert _place(town, meeting) == "Storsjöteatern"


def test_e10_an_unclear_answer_does_not_hide_the_newer_state(town: Town) -> None:
    """She is asked again, and still shown what her colleague has changed meanwhile."""
    karin, anna = town.organiser(), town.organiser("Anna Berg")
    meeting = town.announces(karin)
    for one in (karin, anna):
        town.presses(one, f"meet:{meeting.id}:change:start")
    town.moves(seconds=5)
    karin.writes("11")
    anna.writes("någon gång på förmiddagen")

    anna.writes("9.30")

    anna.sees("Karin Ek ändrade det här", "Nu: kl. 11.00", "Du svarade: 9.30")


def test_e10_two_facts_do_not_collide(town: Town) -> None:
    """One changes the place and another the start: both hold."""
    karin, anna = town.organiser(), town.organiser("Anna Berg")
    meeting = town.announces(karin)
    town.presses(karin, f"meet:{meeting.id}:change:place")
    town.presses(anna, f"meet:{meeting.id}:change:start")
    karin.writes("Folkets hus")

    anna.writes("11")

    with town.store.reading() as session:
        row = _row(session, meeting)
        assert (row.place, str(row.start)) == ("Folkets hus", "11:00:00")


def test_e10_a_draft_that_two_work_on(town: Town) -> None:
    """A draft is guarded as a meeting is, once a colleague has been at it."""
    karin, anna = town.organiser(), town.organiser("Anna Berg")
    draft = town.drafts(karin)
    for one in (karin, anna):
        town.presses(one, f"meet:{draft.id}:change:title")
    town.moves(seconds=5)
    anna.writes("Dialog om barnkulturen")
    karin.looks_away()

    karin.writes("Dialog om kulturarvet")

    karin.sees("Anna Berg ändrade det här", "Dialog om kulturarvet")


def test_what_nobody_needs_to_hear_only_updates_cards(town: Town) -> None:
    """A new text about food reaches nobody as a message; the card in the group has it."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = town.gathers(karin)
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")
    sara.taps("Jag äter allt")
    sara.taps("Nej tack")
    sara.looks_away()
    town.presses(karin, f"meet:{meeting.id}:change:food")

    karin.writes("soppa och bröd")
    town.moves(minutes=3)

    sara.sees_nothing()
    group.sees("Mat: soppa och bröd")
