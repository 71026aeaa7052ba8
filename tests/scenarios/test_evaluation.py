"""Three questions afterwards, answered in a minute or not at all."""

from __future__ import annotations

from datetime import date

from bot.simulator.cast import Player
from tests.town import Town


def _was_there(town: Town) -> Player:
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    sara.taps("Anmäl mig")
    sara.taps("Jag äter allt")
    sara.taps("Nej tack")
    town.arrives(date(2026, 12, 6), "10:01")
    return sara


def test_two_taps_and_a_line_are_an_evaluation(town: Town) -> None:
    """One message changes from question to question, and ends with thanks."""
    sara = _was_there(town)

    sara.taps("Mycket bra")
    sara.sees("Fick du säga det du ville?")
    sara.taps("Delvis")
    sara.writes("Bjud in ungdomarna!")

    sara.sees("Tack för dina svar!")


def test_the_last_question_may_be_skipped(town: Town) -> None:
    """Nobody has to write."""
    sara = _was_there(town)
    sara.taps("Bra")
    sara.taps("Ja")

    sara.taps("Hoppa över")

    sara.sees("Tack för dina svar!")


def test_answers_may_be_written_f1(town: Town) -> None:
    """A label in letters is a tap; something else is asked again with its buttons."""
    sara = _was_there(town)
    sara.taps("Bra")

    sara.writes("tja")
    sara.sees("Välj en av knapparna", "Fick du säga det du ville?")
    sara.writes("delvis")

    sara.sees("Vad ska vi tänka på till nästa gång?")


def test_an_answer_given_stays(town: Town) -> None:
    """A second tap on the first question only shows what is asked now."""
    sara = _was_there(town)
    sara.taps("Bra")

    sara.forges("after:1:overall:poor")

    sara.sees_toast("Det har du redan svarat på")


def test_nobody_judges_a_meeting_before_it_is_held(town: Town) -> None:
    """A forged button does not fill the evaluation in advance."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    sara.taps("Anmäl mig")

    sara.forges(f"after:{meeting.id}:overall:poor")

    sara.sees_toast("Det finns inte kvar")


def test_one_who_was_not_there_cannot_answer(town: Town) -> None:
    """Only those who came are asked and heard."""
    nils = town.member("Nils Berg")
    meeting = town.announces(town.organiser())
    town.arrives(date(2026, 12, 6), "10:01")

    nils.forges(f"after:{meeting.id}:overall:great")

    nils.sees_toast("Det finns inte kvar")


def _answered_by(town: Town, answers: list[str]) -> Player:
    """Let so many come and answer, and Karin open the meeting afterwards."""
    karin = town.organiser()
    people = [town.member(f"Person {n}") for n in range(len(answers))]
    town.announces(karin, day=date(2026, 11, 14), closes_on=date(2026, 11, 10))
    for player in people:
        player.taps("Anmäl mig")
    town.moves_to(town.at(date(2026, 11, 15), "11:00"))
    for player, answer in zip(people, answers, strict=True):
        player.taps(answer)
        player.taps("Ja")
        player.writes(f"Fler unga, sa {player.user.name[-1]}")
    karin.writes("/moten")
    karin.taps("Tidigare")
    karin.taps("Dialogträff om kulturplanen")
    return karin


def test_karin_reads_what_people_thought_added_up(town: Town) -> None:
    """The answers reach the one who asked for them, without names; comments on their own."""
    karin = _answered_by(town, ["Mycket bra"] * 3 + ["Bra"] * 2)

    karin.sees("Mycket bra: 3", "Bra: 2", "Ja: 5")
    assert "Fler unga" not in karin.last.text
    karin.taps("Läs 5 kommentarer")
    karin.sees("• Fler unga, sa 0")
    karin.taps("Visa som bild")
    karin.sees("5 personer har svarat.", "Mycket bra: 3", "Inte bra: 0", "Ja: 5", "Nej: 0")
    assert karin.last.kind == "photo"


def test_answers_of_a_few_are_kept_until_there_are_more(town: Town) -> None:
    """Among four, one who was there could tell whose is whose; no button leads to them either."""
    karin = _answered_by(town, ["Bra"] * 4)

    karin.sees("4 personer har svarat.", "när 5 har svarat")
    assert "Bra: 4" not in karin.last.text
    karin.looks_away()
    karin.forges("think:1:comments")
    assert "Fler unga" not in karin.last.text
