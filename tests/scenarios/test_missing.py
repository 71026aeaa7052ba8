"""Who is missing? The wish beside those who come, and one tap to invite just the rest."""

from __future__ import annotations

import io
from hashlib import blake2s

import pytest
from openpyxl import load_workbook

from bot.records.meeting import Meeting
from bot.simulator.cast import Player
from bot.store import organisations, theme_groups
from tests.town import MONDAY_MORNING, Town

FACTS = {
    "Bräcke amatörteater": ("teater", "Bräcke", []),
    "Frösö hembygdsförening": ("hembygd", "Östersund", ["suomi"]),
    "Kören Vid sjön": ("kör", "Krokom", []),
    "Ås byalag": ("byalag", "Krokom", []),
}


@pytest.fixture
def karin(town: Town) -> Player:
    """Fill the register, and give an organiser."""
    with town.store.transaction() as session:
        for name, (kind, municipality, spoken) in FACTS.items():
            found = organisations.named(session, name)
            assert found is not None
            found.kind, found.municipality, found.languages = kind, municipality, spoken
        group = theme_groups.add(session, "Barnkultur", MONDAY_MORNING)
        theatre = organisations.named(session, "Bräcke amatörteater")
        assert theatre is not None
        theme_groups.let_in(session, group, theatre.id)
    return town.organiser()


def _wishes(town: Town, karin: Player, meeting: Meeting, *wishes: tuple[str, str, str]) -> None:
    """Open who is missing, and wish: what it is about, for whom, and how many."""
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.taps("Vilka saknas?")
    for sort, name, number in wishes:
        karin.taps("Välj vilka ni vill nå")
        karin.taps(sort)
        karin.taps(name)
        karin.taps(number)
        karin.taps("Klart")


def test_gaps_stand_first_while_there_is_time(town: Town, karin: Player) -> None:
    """Nobody from heritage and nobody from Krokom is said before what is already fulfilled."""
    sara = town.member("Sara Lind", "Bräcke amatörteater")
    meeting = town.announces(karin)
    town.presses(sara, f"come:{meeting.id}:yes")

    _wishes(
        town,
        karin,
        meeting,
        ("Typer av föreningar", "teater", "1"),
        ("Typer av föreningar", "hembygd", "1"),
        ("Kommuner", "Krokom", "2"),
    )

    karin.sees("Saknas helt: Krokom och hembygd.")
    karin.sees("Krokom: 0 av minst 2\nhembygd: 0 av minst 1\nteater: 1 av minst 1")


def test_theme_groups_and_languages_can_be_wished_for(town: Town, karin: Player) -> None:
    """A group by its name, a language as it is named in itself."""
    meeting = town.announces(karin)

    _wishes(town, karin, meeting, ("Temagrupper", "Barnkultur", "1"), ("Språk", "suomi", "1"))

    karin.sees("Barnkultur: 0 av minst 1", "suomi: 0 av minst 1")


def test_just_they_are_invited_who_would_fill_the_gap(town: Town, karin: Player) -> None:
    """Whoever has the invitation gets a few words; it is shown with number and names, then sent."""
    sara = town.member("Sara Lind", "Bräcke amatörteater")
    nils = town.member("Nils Berg", "Frösö hembygdsförening")
    maja = town.member("Maja Ek", "Frösö hembygdsförening")
    meeting = town.announces(karin)
    _wishes(town, karin, meeting, ("Typer av föreningar", "hembygd", "1"))
    for one in (sara, nils, maja):
        one.looks_away()

    karin.taps("Bjud in just dem (1)")
    karin.sees("Vi saknar er i samtalet", "Nils Berg", "Maja Ek")
    karin.taps("Skicka till 2")
    town.moves(seconds=61)

    nils.sees("Vi saknar er i samtalet")
    maja.sees("Vi saknar er i samtalet")
    assert "Vi saknar" not in sara.last.text


def test_one_that_nobody_has_joined_from_is_not_forgotten(town: Town, karin: Player) -> None:
    """It is counted before the message leaves, and listed with whom to ask for and how."""
    town.member("Nils Berg", "Kören Vid sjön")
    with town.store.transaction() as session:
        village = organisations.named(session, "Ås byalag")
        assert village is not None
        village.contact, village.email = "Bo Ek", "bo@as.example"
    meeting = town.announces(karin)
    _wishes(town, karin, meeting, ("Kommuner", "Krokom", "2"))

    karin.taps("Bjud in just dem (2)")
    karin.sees("Nils Berg", "Från 1 förening som det gäller har ingen gått med än.")
    karin.taps("Nås inte: 1")
    karin.sees("Föreningar som ingen har gått med från: 1", "Ås byalag (Bo Ek): bo@as.example")
    karin.sees_button("Kopiera e-postadresserna")
    karin.taps("Alla adresser som fil")
    sheet = load_workbook(io.BytesIO(karin.document(".xlsx"))).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert ("Bo Ek", "Ås byalag") == rows[-1][:2]


def test_those_who_never_got_the_invitation_get_it(town: Town, karin: Player) -> None:
    """Someone who joined after it went out is invited as the others were."""
    meeting = town.announces(karin)
    nils = town.member("Nils Berg", "Frösö hembygdsförening")
    _wishes(town, karin, meeting, ("Typer av föreningar", "hembygd", "1"))

    karin.taps("Bjud in just dem (1)")
    karin.sees("Nils Berg")
    karin.taps("Skicka till 1")
    town.moves(seconds=61)

    nils.sees("Dialogträff om kulturplanen", "Anmäl dig senast")


def test_the_composition_is_a_picture_with_words(town: Town, karin: Player) -> None:
    """The caption says what the bars show."""
    meeting = town.announces(karin)
    _wishes(town, karin, meeting, ("Kommuner", "Krokom", "2"))

    karin.taps("Visa som bild")

    assert karin.last.kind == "photo"
    karin.sees("Krokom: 0 av minst 2")


def test_nought_takes_a_wish_away(town: Town, karin: Player) -> None:
    """Without wishes she is asked for one again."""
    meeting = town.announces(karin)
    _wishes(town, karin, meeting, ("Kommuner", "Krokom", "2"), ("Kommuner", "Krokom: minst 2", "0"))

    karin.sees("Säg vilka som borde vara med")


def test_a_member_sees_no_wishes(town: Town, karin: Player) -> None:
    """Only those who run the meeting see whom it wants."""
    sara = town.member("Sara Lind")
    meeting = town.announces(karin)

    sara.forges(f"lack:{meeting.id}:show")

    sara.sees_toast("Det kan bara arrangörer göra")


def test_forged_choices_only_show_what_there_is(town: Town, karin: Player) -> None:
    """A page, a thing or a number that is not there leaves the wishes alone."""
    meeting = town.announces(karin)
    _wishes(town, karin, meeting)

    never_wished = f"kind:{blake2s(b'teater', digest_size=8).hexdigest()}.0"
    for forged in (
        never_wished,
        "kind:p9999",
        "kind:x.1",
        "kind:p²",
        "kind:.",
        "picture",
        "invite",
    ):
        karin.forges(f"lack:{meeting.id}:{forged}")

    town.presses(karin, f"lack:{meeting.id}:show")
    karin.sees("Säg vilka som borde vara med")
