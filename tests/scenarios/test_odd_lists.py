"""A list that is odd, empty, old or someone else's writes nothing that Karin has not seen."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.records.person import Role
from bot.records.register_import import RegisterImport
from bot.simulator.cast import Player
from bot.store import organisations
from tests.town import ASSOCIATIONS, Town
from tests.town_register import LIST, entry, size


def _token(player: Player, part: str) -> str:
    """What the button that carries this would send."""
    carried = [button.callback_data or "" for button in player.last.buttons]
    return next(one for one in carried if part in one)


def test_a_doubtful_row_nobody_has_decided_about_is_left_out(town: Town) -> None:
    """It is said before and after, and the register keeps what it has."""
    karin = town.organiser()
    karin.sends("document", file=LIST.encode(), file_name="lista.csv")
    karin.taps("Visa vad som skulle ändras")
    karin.sees("2 är tveksamma, och lämnas utanför tills du har bestämt")

    karin.taps("Importera 2")

    karin.sees("2 tveksamma rader lämnades utanför.")
    assert entry(town, "Bräcke amatörteater").municipality == ""


def test_what_is_no_longer_true_is_shown_again_before_it_is_written(town: Town) -> None:
    """Another organiser has added the same association since: Karin sees the new numbers."""
    karin = town.organiser()
    karin.sends("document", file="Namn\nHackås kör\nLits kör".encode(), file_name="lista.csv")
    karin.taps("Visa vad som skulle ändras")
    with town.store.transaction() as session:
        organisations.add(session, "Hackås kör", None, town.clock.now())

    karin.taps("Importera 2")
    karin.sees("Registret har ändrats under tiden.", "1 är ny", "1 är som förut")
    karin.taps("Importera 1")

    karin.sees("1 lades till")
    assert size(town) == len(ASSOCIATIONS) + 2


def test_a_list_can_be_thrown_away(town: Town) -> None:
    """Then nothing is written, and its buttons lead nowhere."""
    karin = town.organiser()
    karin.sends("document", file=LIST.encode(), file_name="lista.csv")
    number = _token(karin, ":discard")
    karin.taps("Kasta listan")
    karin.sees("Listan är kastad.")

    town.presses(karin, number.replace("discard", "write:2"))

    assert size(town) == len(ASSOCIATIONS)


def test_nobody_else_takes_a_step_with_the_list_g5(town: Town) -> None:
    """Not another organiser, not a member."""
    karin, berit = town.organiser(), town.organiser("Berit Ek", Role.ADMIN)
    sara = town.member("Sara Lind")
    karin.sends("document", file=LIST.encode(), file_name="lista.csv")
    karin.taps("Visa vad som skulle ändras")
    token = _token(karin, ":write:")

    for other in (berit, sara):
        town.presses(other, token)
        other.sees_nothing()

    assert size(town) == len(ASSOCIATIONS)


def test_an_invitation_that_is_a_spreadsheet_is_an_invitation_when_she_says_so(
    town: Town,
) -> None:
    """One tap takes the words for an invitation; after /ny they are one from the start."""
    karin = town.organiser()
    text = "Dialogträff om scenkonst\nTid: lördag 5 december kl. 10.00-14.00\nPlats: Folkets hus\n"
    karin.sends("document", file=text.encode(), file_name="inbjudan.csv")

    karin.taps("Det är en inbjudan")
    karin.sees("Dialogträff om scenkonst", "lördag 5 december 2026")
    karin.writes("/avbryt")
    karin.writes("/ny")
    karin.sends("document", file=text.encode(), file_name="inbjudan.csv")

    karin.sees("Dialogträff om scenkonst")


def test_an_empty_list_gets_a_kind_answer(town: Town) -> None:
    """A file of separators holds no association."""
    karin = town.organiser()

    karin.sends("document", file=b";;;\n;;\n", file_name="tom.csv")

    karin.sees("Jag hittar inget att läsa i tom.csv.")


@pytest.mark.parametrize(
    "ask",
    ["column:99", "column:x", "field:99.name", "field:0.nonsense", "look:nonsense.x",
     "decide:x.same", "decide:2.nonsense", "write:999999999",
     "every:same", "every:nonsense", "nonsense"],
)  # fmt: skip
def test_a_forged_button_writes_nothing(town: Town, ask: str) -> None:
    """Whatever it carries, Karin sees the list or what it would do."""
    karin = town.organiser()
    karin.sends("document", file="Namn\nHackås kör".encode(), file_name="lista.csv")
    row = _token(karin, "bring").split(":")[1]

    town.presses(karin, f"bring:{row}:{ask}")

    assert karin.last.buttons
    assert size(town) == len(ASSOCIATIONS)


def test_names_in_a_list_are_shown_as_they_were_written_f6(town: Town) -> None:
    """Markup is text, and a turned direction is gone."""
    town.has_odd_writers = True
    karin = town.organiser()
    text = "Namn;Kommun\n<b>Kören</b> & \u202eCo;{0.__class__}\n"
    karin.sends("document", file=text.encode(), file_name="<i>lista</i>.csv")
    karin.sees("<i>lista</i>.csv", "{0.__class__}")
    karin.taps("Visa vad som skulle ändras")
    karin.taps("Nya")
    karin.sees("<b>Kören</b> & Co")
    karin.taps("Tillbaka")
    karin.taps("Importera 1")

    assert entry(town, "<b>Kören</b> & Co").municipality == "{0.__class__}"


@pytest.mark.parametrize("language", ["sv", "en", "fi"])
def test_what_is_taken_out_can_be_read_in_again(town: Town, language: str) -> None:
    """In every language the columns are understood, and an untouched register changes nothing."""
    karin = town.organiser()
    with town.store.transaction() as session:
        town.row(session, karin).language = language
        one = organisations.named(session, ASSOCIATIONS[1])
        assert one is not None
        one.kind, one.municipality, one.languages = "ideell kultur", "Östersund", ["svenska"]
        one.contact, one.phone, one.email = "Märta", "063-10 20 30", "m@f.example"
        row = one.id
    town.presses(karin, f"org:{row}:groups")
    karin.writes("Mötesplatser")
    town.presses(karin, f"org:{row}:aliases")
    karin.writes("FHF")
    town.presses(karin, "reg:0:file")

    karin.sends("document", file=karin.document(".xlsx"), file_name="register.xlsx")
    with town.store.reading() as session:
        places = session.exec(select(RegisterImport)).one().places
    town.presses(karin, _token(karin, ":preview"))

    assert len(places) == 9
    assert not [b for b in karin.last.buttons if ":write:" in (b.callback_data or "")]
