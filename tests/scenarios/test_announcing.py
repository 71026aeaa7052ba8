"""A meeting is composed: from a pasted invitation, or by answering questions."""

from __future__ import annotations

import pytest

from tests.town import Town
from tests.town_invitation import INVITATION, pastes


def test_a_pasted_invitation_becomes_a_card(town: Town) -> None:
    """Every fact that was found stands on the card, and what is missing is asked."""
    karin = pastes(town)

    karin.sees(
        "Dialogmöte om kulturen i bygden",
        "lördag 5 december 2026",
        "kl. 10.00",
        "Gamla Teatern, Storgatan 16, Östersund",
        "fredag 27 november 2026",
        "kaffe och smörgås",
    )
    karin.sees("Hur många platser finns det?")


def test_nobody_sees_a_draft(town: Town) -> None:
    """Until she sends it, the meeting is hers alone."""
    sara = town.member("Sara Lind")
    karin = pastes(town)
    karin.writes("40")
    karin.taps("Se inbjudan")

    sara.writes("/moten")

    sara.sees("Just nu finns inga möten")


def test_a_wrong_weekday_is_asked_not_guessed(town: Town) -> None:
    """The text says Friday the fifth, which is a Saturday; both days are offered."""
    karin = pastes(town, INVITATION.replace("lördag 5", "fredag 5"))

    karin.sees("fredag 5 december", "annan veckodag")
    karin.sees_button("lördag 5 december 2026")
    karin.sees_button("fredag 4 december 2026")
    karin.taps("fredag 4 december 2026")

    karin.sees("Hur många platser finns det?")


def test_a_deadline_after_the_meeting_is_asked(town: Town) -> None:
    """A last day that cannot be is never taken."""
    karin = pastes(town, INVITATION.replace("27 november", "7 december"))

    karin.sees("Vilken är sista dagen att anmäla sig?")
    karin.taps("En vecka före")
    karin.writes("40")

    karin.sees("lördag 28 november 2026")


def test_a_missing_deadline_is_asked(town: Town) -> None:
    """A meeting is not sent without a last day; the example is one that it could be."""
    karin = pastes(town, INVITATION.replace("senast 27 november 2026 ", ""))

    karin.sees("Vilken är sista dagen att anmäla sig?", "Till exempel: fredag 4 december")
    karin.writes("en vecka före")

    karin.sees("Hur många platser finns det?")


@pytest.mark.parametrize(
    ("fact", "answer", "shown"),
    [
        ("Starttid", "byt till 11.30", "kl. 11.30"),
        ("Starttid", "halv elva", "kl. 10.30"),
        ("Sluttid", "en timme senare", "kl. 15.00"),
        ("Dag", "söndag i stället", "söndag 6 december 2026"),
        ("Dag", "den 12:e", "lördag 12 december 2026"),
        ("Dag", "8/12", "tisdag 8 december 2026"),
        ("Anmälan senast", "en vecka före", "lördag 28 november 2026"),
        ("Antal platser", "tjugofem", "Antal platser: 25"),
        ("Antal platser", "Ingen gräns", "Antal platser: ingen gräns"),
        ("Mat", "nej", "Mat: –"),
        ("Plats", "Folkets hus", "Plats: Folkets hus"),
        ("Mötesform", "både på plats och digitalt", "Både på plats och digitalt"),
    ],
)
def test_a_fact_is_corrected_by_tapping_it(town: Town, fact: str, answer: str, shown: str) -> None:
    """She taps the fact and answers in plain Swedish, counted from what stands."""
    karin = pastes(town)
    karin.writes("40")

    karin.taps(fact)
    karin.writes(answer)

    if fact == "Mötesform":
        karin.writes("https://mote.example/dialog")
    karin.sees(shown)


def test_a_start_after_the_end_is_refused(town: Town) -> None:
    """A clock that cannot be is explained and asked again."""
    karin = pastes(town)
    karin.writes("40")
    karin.taps("Sluttid")

    karin.writes("kl. 09.00")

    karin.sees("slutar mötet innan det börjar", "När slutar det?")


@pytest.mark.parametrize(
    ("fact", "nonsense", "why"),
    [
        ("Dag", "när det passar", "Det där förstod jag inte"),
        ("Dag", "30 februari", "Det datumet finns inte"),
        ("Dag", "1 oktober 2026", "Det har redan varit"),
        ("Antal platser", "många", "Jag behöver ett tal"),
        ("Anmälan senast", "20 december", "Det är efter mötet"),
        ("Mötesform", "kanske", "Välj en av knapparna"),
        ("Plats", "x" * 400, "Det blev för långt"),
    ],
)
def test_what_cannot_be_is_asked_again(town: Town, fact: str, nonsense: str, why: str) -> None:
    """An answer that is none keeps the question open, and says why."""
    karin = pastes(town)
    karin.writes("40")
    karin.taps(fact)

    karin.writes(nonsense)

    karin.sees(why)
    karin.writes("/avbryt")
    karin.sees("Då lämnar vi det")


def test_a_long_invitation_comes_in_several_messages(town: Town) -> None:
    """Telegram cuts a long text; the agenda in the second half is found too."""
    about = "Kulturen i bygden är viktig för oss alla. " * 110
    head, agenda = INVITATION.split("Dagordning")
    karin = pastes(town, f"{head}\nBakgrund\n{about}\n\nDagordning{agenda}")

    karin.writes("/utkast")
    karin.taps("Dialogmöte om kulturen i bygden")

    karin.sees("Dagordning: 3 punkter")


def test_the_invitation_may_stand_after_the_command(town: Town) -> None:
    """/ny and the text in one message is as good as two."""
    karin = town.organiser()

    karin.writes(f"/ny\n{INVITATION}")

    karin.sees("Dialogmöte om kulturen i bygden", "Hur många platser finns det?")


def test_a_long_text_out_of_the_blue_is_an_invitation(town: Town) -> None:
    """An organiser who only pastes need not know a command."""
    karin = town.organiser()

    karin.writes(INVITATION)

    karin.sees("Dialogmöte om kulturen i bygden")


def test_a_short_text_out_of_the_blue_is_asked_about(town: Town) -> None:
    """A few words are no invitation; the button leads on."""
    karin = town.organiser()

    karin.writes("Hej, hur gör man?")
    karin.taps("Nytt möte")

    karin.sees("Klistra in inbjudan")


def test_a_draft_is_changed_by_writing_the_fact_and_its_name(town: Town) -> None:
    """As the details stand in the list; other words are answered with how to write."""
    karin = town.organiser()
    town.drafts(karin)
    karin.writes("antal platser: 25")
    karin.sees("Så här ser mötet ut", "Antal platser: 25")

    karin.writes("ändra platserna")
    karin.sees("Skriv till exempel ”Antal platser: 40”")
    karin.taps("Fortsätt med utkastet")

    karin.sees("Antal platser: 25")


def test_a_text_that_is_no_invitation_loses_nothing(town: Town) -> None:
    """A shopping list is not made into a meeting, and questions are offered instead."""
    karin = pastes(town, "ok")

    karin.sees("varken rubrik eller datum")
    karin.taps("Fråga mig i stället")

    karin.sees("Vad heter mötet?")


def test_words_from_the_invitation_are_shown_as_written_f6_f17(town: Town) -> None:
    """Signs that mean something to machines mean nothing here."""
    town.has_odd_writers = True
    title = "Samtal <b>om</b> {name} & %(x)s _kultur_ {0.__class__}"
    sara = town.member("Sara Lind")
    karin = pastes(town, INVITATION.replace("Dialogmöte om kulturen i bygden", title))
    karin.writes("40")
    karin.taps("Rubrik")
    karin.writes(title)
    karin.taps("Se inbjudan")
    karin.taps("Skicka till 1")

    town.moves(seconds=61)

    assert title in sara.last.text
