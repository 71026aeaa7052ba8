"""A meeting that is composed by answering is kept, found again, thrown away and never mixed up."""

from __future__ import annotations

from tests.town import Town
from tests.town_invitation import INVITATION, pastes


def test_a_meeting_is_composed_by_answering(town: Town) -> None:
    """With no text at all, one question at a time leads to the same card."""
    karin = town.organiser()
    town.member("Sara Lind")
    karin.writes("/ny")
    karin.taps("Jag har ingen text, fråga mig")
    for answer in ("Filmkväll", "11/12", "halv sju", "21"):
        karin.writes(answer)
    karin.taps("På plats")
    karin.writes("Biografen, Storgatan 2")
    karin.taps("En vecka före")
    karin.taps("Ingen gräns")
    karin.writes("popcorn")
    karin.taps("Lämna tomt")
    karin.writes("Filmen\nSamtal efteråt")

    karin.sees("Rubrik: Filmkväll", "fredag 11 december 2026", "kl. 18.30", "Mat: popcorn")
    karin.taps("Se inbjudan")
    karin.sees_button("Skicka till 1")


def test_a_draft_survives_a_break_and_a_restart_f11(town: Town) -> None:
    """What was answered stays after /avbryt, a restart and three weeks."""
    karin = town.organiser()
    karin.writes("/ny")
    karin.taps("Jag har ingen text, fråga mig")
    karin.writes("Filmkväll")
    karin.writes("11/12")
    karin.writes("/avbryt")
    karin.sees("Då lämnar vi det")
    town.restarts()
    town.moves(days=21)

    karin.writes("/utkast")
    karin.taps("Filmkväll")
    karin.sees("fredag 11 december 2026")
    karin.taps("Svara på frågan")

    karin.sees("När börjar det?")


def test_a_question_is_still_open_after_a_restart(town: Town) -> None:
    """The process may end between question and answer."""
    karin = pastes(town)
    town.restarts()

    karin.writes("25")

    karin.sees("Antal platser: 25")


def test_a_draft_can_be_thrown_away(town: Town) -> None:
    """What she does not want is gone from her list."""
    karin = pastes(town)
    karin.writes("40")

    karin.taps("Kasta utkastet")
    karin.sees("Utkastet är borta")
    karin.writes("/moten")

    karin.sees("Just nu finns inga möten")


def test_a_text_about_a_draft_that_is_gone_is_answered(town: Town) -> None:
    """A question whose meeting was thrown away meanwhile does not swallow the answer."""
    karin = pastes(town)
    card = town.telegram.history(karin.place)[-2]
    karin.taps("Kasta utkastet", message=card)

    karin.writes("40")

    assert karin.last.text


def test_two_drafts_are_kept_apart_f10(town: Town) -> None:
    """A tap on the first card and an answer changes the first meeting only."""
    karin = pastes(town)
    karin.writes("40")
    first = karin.last
    karin.writes("/ny")
    karin.writes(INVITATION.replace("kulturen i bygden", "idrotten"))
    karin.writes("10")

    karin.taps("Antal platser", message=first)
    karin.writes("99")

    karin.sees("Dialogmöte om kulturen i bygden", "Antal platser: 99")


def test_a_member_cannot_compose(town: Town) -> None:
    """/ny tells a member whom to ask."""
    sara = town.member("Sara Lind")

    sara.writes("/ny")

    sara.sees("Det kan bara arrangörer göra")
