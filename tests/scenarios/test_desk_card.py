"""How it stands: one card for each organiser, which keeps itself true."""

from __future__ import annotations

from sqlmodel import select

from bot.records.card import Card, CardKind
from bot.simulator.cast import Player
from bot.store import organisations
from tests.town import Town


def _desk(town: Town, karin: Player, row: int) -> int:
    """Open the desk; give the number of the message it stands in."""
    town.presses(karin, f"meet:{row}:desk")
    return karin.last.id


def _edits(town: Town, karin: Player) -> int:
    """How many times something in her chat has been redrawn."""
    return sum(
        change.kind == "edited" and change.chat_id == karin.place.id
        for change in town.telegram.changes.all
    )


def _cards(town: Town) -> list[Card]:
    with town.store.reading() as session:
        return list(session.exec(select(Card).where(Card.kind == CardKind.DESK)))


def test_the_card_follows_those_who_register(town: Town) -> None:
    """A few seconds after someone has registered it says so, in the same message."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    stands = _desk(town, karin, meeting.id)
    karin.sees("Kommer: 0")

    sara.taps("Anmäl mig")
    town.moves(seconds=4)

    assert karin.last.id == stands
    karin.sees("Kommer: 1", "Sara Lind")


def test_many_who_register_at_once_are_one_edit(town: Town) -> None:
    """Within a few seconds the card is redrawn once."""
    karin = town.organiser()
    people = [town.member(f"Medlem {n}") for n in range(4)]
    meeting = town.announces(karin)
    _desk(town, karin, meeting.id)
    before = _edits(town, karin)

    for one in people:
        town.presses(one, f"come:{meeting.id}:yes")
    town.moves(seconds=4)

    karin.sees("Kommer: 4")
    assert _edits(town, karin) == before + 1


def test_opened_again_it_moves_down_and_leaves_a_line_j5(town: Town) -> None:
    """There is one card, and nobody reads old numbers further up."""
    karin = town.organiser()
    meeting = town.announces(karin)
    first = _desk(town, karin, meeting.id)

    second = _desk(town, karin, meeting.id)

    assert second > first
    assert len(_cards(town)) == 1
    karin.sees("Läget för Dialogträff om kulturplanen visas längre ned.")


def test_a_question_in_its_place_is_left_alone(town: Town) -> None:
    """While she is asked whether to cancel, nobody's registering takes the question away."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    _desk(town, karin, meeting.id)
    karin.taps("Ställ in mötet")

    sara.taps("Anmäl mig")
    town.moves(seconds=4)
    karin.sees("Vill du ställa in")
    karin.taps("Nej, mötet blir av")

    karin.sees("Kommer: 1")


def test_it_says_how_many_days_there_are_left(town: Town) -> None:
    """The last day to register stands with its weekday and the days until it."""
    karin = town.organiser()
    meeting = town.announces(karin)

    _desk(town, karin, meeting.id)

    karin.sees("Sista dag att anmäla sig: fredag 27 november, 25 dagar kvar")


def test_it_counts_by_kind_of_association(town: Town) -> None:
    """Where the register knows of kinds, the card says who comes and who is silent of each."""
    karin, sara = town.organiser(), town.member("Sara Lind", "Bräcke amatörteater")
    town.member("Nils Berg", "Frösö hembygdsförening")
    with town.store.transaction() as session:
        for name, kind in (
            ("Bräcke amatörteater", "teater"),
            ("Frösö hembygdsförening", "hembygd"),
        ):
            association = organisations.named(session, name)
            assert association is not None
            association.kind = kind
    meeting = town.announces(karin)
    town.presses(sara, f"come:{meeting.id}:yes")

    _desk(town, karin, meeting.id)

    karin.sees("teater: 1 kommer, alla har svarat", "hembygd: 1 har inte svarat")


def test_the_curve_is_a_picture_with_words(town: Town) -> None:
    """Registrations against seats and the last day are a photo, and the caption says the same."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, seats=20)
    town.presses(sara, f"come:{meeting.id}:yes")
    _desk(town, karin, meeting.id)

    karin.taps("Visa som bild")

    assert karin.last.kind == "photo"
    karin.sees("Kommer: 1 av 20", "Sista dag att anmäla sig: fredag 27 november kl. 23.59")


def test_nothing_is_drawn_of_nobody(town: Town) -> None:
    """Before anyone has registered there is a line instead of an empty picture."""
    karin = town.organiser()
    meeting = town.announces(karin)
    _desk(town, karin, meeting.id)

    karin.taps("Visa som bild")

    karin.sees_toast("Ingen har anmält sig än")
