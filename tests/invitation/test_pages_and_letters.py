"""What stands round an invitation and is said in passing, which must not be taken for the meeting.

Each rule with the shortest text that shows it.
"""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.invitation import reader
from bot.invitation.invitation import Invitation, Reason

MONDAY = date(2027, 2, 1)
FOURTH = date(2027, 3, 4)


def read(text: str) -> Invitation:
    """Read a text on a Monday in February."""
    return reader.read(text, MONDAY)


@pytest.mark.parametrize(
    "text",
    [
        "Datum 2027-02-01\nDiarienummer KFN 2027/18\n\nSamråd torsdag 4 mars 2027 kl. 17.",
        "print Mon 1. Feb 27 20:36\n\nÅrsmöte torsdag 4 mars kl 18",
        "Årsmötet skjuts upp till den 4 mars kl 15. Det ska hållas senast 15 april.",
        "Möte 4 mars kl 18\n\nProgram\n- Kunskapsdag i Malmö 26 oktober\n- Val\n- Slut",
        "Forumets nästa träff är 4 mars, därefter 9 september och 18 november. Kl 18.",
        "Möte den 4 mars kl 18. Kansliet har öppet måndagar kl 9-11.",
    ],
)
def test_other_days_stand_beside_the_meeting(text: str) -> None:
    """When a letter was written, a page printed or another meeting is, is not when this one is."""
    told = read(text)

    assert FOURTH == told.day.value
    assert told.day.is_sure


def test_a_day_in_a_point_is_never_the_meeting() -> None:
    """Where no other day stands, there is none to announce."""
    told = read("INSTÄLLT: Samråd\n\nDagordning\n- Val\n- Kunskapsdag i Malmö 26 oktober\n- Slut")

    assert told.day.value is None


@pytest.mark.parametrize("words", ["varje tisdag", "tisdagar"])
def test_a_day_of_every_week_is_asked_about(words: str) -> None:
    """The coming one is the likeliest."""
    told = read(f"Öppet café {words} kl 18-20 i Folkets hus.")

    assert (date(2027, 2, 2), Reason.TWO_CANDIDATES) == (told.day.value, told.day.reason)
    assert (time(18), time(20)) == (told.start.value, told.end.value)


@pytest.mark.parametrize(
    ("text", "start", "doors"),
    [
        ("Öppet möte torsdag 4 mars kl 18-20", time(18), None),
        ("Kulturfrukost torsdag 4 mars kl. 7.30-9", time(7, 30), None),
        ("Möte 4 mars 10.00-16.00 med kaffe och registrering från 09.00", time(10), time(9)),
        ("Resa 4 mars. Avresa från torget kl. 07.45. Åter torsdag kl. 18.", time(7, 45), None),
    ],
)
def test_the_hour_of_the_meeting(text: str, start: time, doors: time | None) -> None:
    """An open meeting is no opening hour, and a breakfast meeting no early coffee."""
    told = read(text)

    assert (start, doors) == (told.start.value, told.doors.value)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Sista anmälningsdag\n24 februari 2027", date(2027, 2, 24)),
        ("Handlingar sänds till anmälda ombud senast en vecka före.", None),
        ("Ställs mötet in får du besked senast dagen innan.", None),
        ("Den som vill få ett ärende behandlat ska anmäla det senast tre veckor innan.", None),
    ],
)
def test_the_last_day_is_the_guests_own(words: str, day: date | None) -> None:
    """What the organiser does at the latest is nothing to register by."""
    assert day == read(f"Årsmöte torsdag 4 mars kl 18\n\n{words}\n").deadline.value


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Inbjudan till dialogmöte\nom kulturplanen\n2027–2030\n\n4 mars",
            "Dialogmöte om kulturplanen 2027–2030",
        ),
        (
            "Seminarium: Vem får plats?\n\nVälkommen på ett hybridseminarium om kultur.",
            "Seminarium: Vem får plats?",
        ),
        ("Landstinget i Mitt\n\nKulturkonferens\n\n4 mars kl 9", "Kulturkonferens"),
        (
            "Kulturvalet – nu!\n\nAlliansen bjuder in till en konferens i Huset för att tala.",
            "Kulturvalet – nu",
        ),
        ("Hej! Vi vill bjuda in er till ett samtal om marknaden. 4 mars.", "Samtal om marknaden"),
        ("Vi ses på tisdag kl 18.", None),
    ],
)
def test_the_heading_names_the_meeting(text: str, title: str | None) -> None:
    """A heading alone on its line comes before any sentence, and may run on over the margin."""
    assert title == read(text).title.value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Vi bjuder in till möte i Flen den 4 mars.", "Flen"),
        ("Samråd i Skåne den 4 mars.", None),
        ("Möte 4 mars kl 18 hemma hos Britta, Storgatan 4.", "Britta, Storgatan 4"),
        ("Samtal 4 mars kl 14, hemma i vår lada (vid ån).", "hemma i vår lada (vid ån)"),
        (
            "Möte 4 mars, samma plats: Järnvägsmuseet, Rälsgatan 1, Nässby.",
            "Järnvägsmuseet, Rälsgatan 1, Nässby",
        ),
        ("Dialogmöten\n\n4 mars: Arkiv\n5 april: Film", None),
    ],
)
def test_a_place_without_a_label(text: str, place: str | None) -> None:
    """A town will do, a county will not, and the subject of a day is no place."""
    assert place == read(text).place.value


@pytest.mark.parametrize(
    ("programme", "points"),
    [
        (
            "Kl 10 samtal. Kl 12 lunch. Kl 13.30 dans och sång.",
            ["samtal", "lunch", "dans och sång"],
        ),
        (
            "Programmet är oförändrat:\nVälkommen\nDigitalisera mera – Eva Lind",
            ["Välkommen", "Digitalisera mera"],
        ),
        ("Följande punkter diskuteras på mötet.\n\n- Ett\n- Två", ["Ett", "Två"]),
        ("Agenda\n5.30 pm Coffee\n6 pm Talks\n8 pm End", ["Coffee", "Talks", "End"]),
        (
            "| Tid | Punkt |\n|---|---|\n| 9.30 | Start |\n| 10.30 | Paus |\n| 11.00 | Slut |",
            ["Start", "Paus", "Slut"],
        ),
        (
            "Program\n- Samling, kl. 18.00\n- Mötet slutar senast kl. 20.30",
            ["Samling", "Mötet slutar senast kl. 20.30"],
        ),
        (
            "Program\nModerator är Eva Lind\n\n12.30 Kaffe\n13.00 Start\n15.00 Slut",
            ["Kaffe", "Start", "Slut"],
        ),
    ],
)
def test_programmes_of_other_shapes(programme: str, points: list[str]) -> None:
    """In running text, without marks, in tables and in English hours."""
    assert points == [item.title for item in read(f"Möte 4 mars\n\n{programme}\n").agenda]


def test_delegates_are_not_seats() -> None:
    """So many delegates for so many members says nothing of the hall."""
    told = read(
        "Årsmöte 4 mars kl 18. Varje förening utser ett ombud för varje påbörjat 50-tal "
        "medlemmar, dock högst sex. "
    )

    assert (None, None) == (told.seats.value, told.limit_per_association.value)


def test_a_word_divided_at_the_margin_is_one_word() -> None:
    """Also within an address; but 'kultur-' before 'och' stands."""
    told = read(
        "Möte 4 mars\nPlats: Kultur-\nhuset, Byvägen 2\nAnmälan till kultur-\nplan@norr.example"
    )

    assert ("Kulturhuset, Byvägen 2", "kulturplan@norr.example") == (
        told.place.value,
        told.contact_email.value,
    )
