"""Karin sends the list she keeps: it is read, shown and decided about before it is written."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import Workbook
from sqlmodel import select

from bot.records.audit import Audit
from bot.records.organisation import Organisation
from bot.records.person import Role
from bot.records.register_import import RegisterImport
from bot.simulator.cast import Player
from bot.store import organisations
from bot.store import register as asked
from tests.town import ASSOCIATIONS, Town

LIST = """Förening;Typ;Kommun;E-post;Temagrupper;Medlemmar
Frösö hembygdsförening;ideell kultur;Östersund;hej@froso.example;Mötesplatser;40
Ås byalag;;;;;12
Bräcke amatörteatern;;Bräcke;;;7
Lits sockenråd;ideell kultur;Östersund;lit@lit.example;;9
Lits sockenråd;;;kansli@lit.example;;9
"""
"""One changed, one the same, one much like another, one new, and the new one twice."""


def _count(town: Town) -> int:
    with town.store.reading() as session:
        return organisations.count(session)


def _named(town: Town, name: str) -> Organisation:
    with town.store.reading() as session:
        found = organisations.named(session, name)
        assert found is not None
        return found


def _token(player: Player, part: str) -> str:
    """What the button that carries this would send."""
    carried = [button.callback_data or "" for button in player.last.buttons]
    return next(one for one in carried if part in one)


def test_a_list_is_read_shown_decided_about_and_written(town: Town) -> None:
    """Nothing is in the register before Karin has tapped the button with the number."""
    karin = town.organiser()
    karin.sends("document", file=LIST.encode(), file_name="foreningar.csv")
    karin.sees(
        "Så här läser jag foreningar.csv",
        "Kolumn A läser jag som Namn (Frösö hembygdsförening)",
        "Kolumn C läser jag som Kommun (Östersund)",
        "Kolumn F läser jag inte (40)",
        "Första raden är rubriker.",
    )

    karin.taps("Visa vad som skulle ändras")
    karin.sees("Inget är skrivet än", "1 är ny", "1 ändras", "1 är som förut", "2 är tveksamma")
    assert _count(town) == len(ASSOCIATIONS)
    karin.taps("Bestäm om 2")
    karin.sees("2 rader att bestämma om", "Rad 4: Bräcke amatörteatern", "Bräcke amatörteater")
    karin.taps("Samma som Bräcke amatörteater")
    karin.sees("1 rad att bestämma om", "Samma namn står på rad 5.")
    karin.sees_no_button("Ny", message=karin.last)
    karin.taps("Samma som rad 5")
    karin.sees("1 är ny", "2 ändras")
    karin.taps("Importera 3")

    karin.sees("Klart", "1 lades till", "2 ändrades")
    assert _count(town) == len(ASSOCIATIONS) + 1
    lit, froso = _named(town, "Lits sockenråd"), _named(town, "Frösö hembygdsförening")
    assert (lit.municipality, lit.email) == ("Östersund", "kansli@lit.example")
    assert (froso.kind, froso.email) == ("ideell kultur", "hej@froso.example")
    assert _named(town, "bräcke amatörteatern").name == "Bräcke amatörteater"
    with town.store.reading() as session:
        assert [group.name for group in asked.groups(session, froso.id)] == ["Mötesplatser"]
        assert session.exec(select(Audit.verb)).all() == ["imported"]
        assert session.exec(select(RegisterImport)).all() == []


def test_a_spreadsheet_is_read_too_and_survives_a_restart(town: Town) -> None:
    """What was decided before the bot fell over stands afterwards."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("Föreningar 2026", "på gång"),
        (),
        ("Kommun", "Namn", "Telefon", "Bildad"),
        ("Bräcke", "Bräcke amatörteatern", 701234567, date(1987, 3, 1)),
        ("Östersund", "Hackås kör", None, None),
        (None, "Hackås byalag", None, 1999.5),
    ):
        sheet.append(row)
    sheet.merge_cells("A5:A6")
    book.create_sheet("Läs mig", 0).append(("Ring Karin vid frågor",))
    book.create_sheet("Tomt")
    book.active = 0
    whole = io.BytesIO()
    book.save(whole)
    karin = town.organiser()
    karin.sends("document", file=whole.getvalue(), file_name="Register.XLSX")
    karin.sees(
        "Så här läser jag bladet Sheet i Register.XLSX",
        "Kolumn A läser jag som Kommun (Bräcke)",
        "Kolumn D läser jag inte (1987-03-01)",
        "Rubrikerna står på rad 3. Det som står ovanför läser jag inte.",
    )
    karin.taps("Läs bladet Läs mig")
    karin.sees("Så här läser jag bladet Läs mig i Register.XLSX", "Kolumn A läser jag som Namn")
    karin.taps("Läs bladet Sheet")
    karin.forges("bring:1:sheet:9")
    karin.forges("bring:1:heads:99")
    karin.taps("Visa vad som skulle ändras")
    karin.taps("Bestäm om 1")
    karin.sees("Rad 4: Bräcke amatörteatern")

    town.restarts()
    karin.taps("Ny")
    karin.taps("Importera 3")

    karin.sees("3 lades till")
    assert _count(town) == len(ASSOCIATIONS) + 3
    assert _named(town, "Bräcke amatörteatern").phone == "0701234567"
    assert _named(town, "Hackås byalag").municipality == "Östersund"


def test_a_column_that_is_read_wrong_is_put_right_by_tapping(town: Town) -> None:
    """Karin says where the names stand, and what is no heading."""
    karin = town.organiser()
    text = "17;Ovikens spelmän;Berg\n23;Hallens kör;Åre\n"
    karin.sends("document", file=text.encode(), file_name="lista.csv")
    karin.sees("Första raden är också en förening.", "Kolumn C läser jag inte (Berg)")

    karin.taps("C")
    karin.sees("Vad står i kolumn C? Där står det: Berg")
    karin.taps("Kommun")
    karin.taps("B")
    karin.taps("Hoppa över")
    karin.sees("I vilken kolumn står namnen?")
    karin.sees_no_button("Visa vad som skulle ändras", message=karin.last)
    karin.taps("B")
    karin.taps("Namn")
    karin.taps("Rubrikerna står på rad 1")
    karin.taps("Visa vad som skulle ändras")
    karin.sees("1 är ny")
    karin.taps("Kolumner")
    karin.taps("Listan har inga rubriker")
    karin.taps("Visa vad som skulle ändras")
    karin.taps("Importera 2")

    assert _named(town, "Ovikens spelmän").municipality == "Berg"
    assert _named(town, "Hallens kör").municipality == "Åre"


def test_what_would_happen_is_named_page_by_page(town: Town) -> None:
    """Karin looks at the names of all that are new, and at what is changed."""
    karin = town.organiser()
    listed = "".join(f"Ljud{number}kören;Berg\n" for number in range(10, 35))
    text = f"Namn;Kommun\nÅs byalag;Krokom\n{listed}"
    karin.sends("document", file=text.encode(), file_name="lista.csv")
    karin.taps("Visa vad som skulle ändras")

    karin.taps("Nya")
    karin.sees("Ljud10kören", "Ljud29kören")
    assert "Ljud30kören" not in karin.last.text
    karin.taps("Fler")
    karin.sees("Ljud34kören")
    karin.taps("Föregående")
    karin.taps("Tillbaka")
    karin.taps("Ändrade")

    karin.sees("Ås byalag: Kommun")


def test_a_doubtful_row_nobody_has_decided_about_is_left_out(town: Town) -> None:
    """It is said before and after, and the register keeps what it has."""
    karin = town.organiser()
    karin.sends("document", file=LIST.encode(), file_name="lista.csv")
    karin.taps("Visa vad som skulle ändras")
    karin.sees("2 är tveksamma, och lämnas utanför tills du har bestämt")

    karin.taps("Importera 2")

    karin.sees("2 tveksamma rader lämnades utanför.")
    assert _named(town, "Bräcke amatörteater").municipality == ""


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
    assert _count(town) == len(ASSOCIATIONS) + 2


def test_a_list_can_be_thrown_away(town: Town) -> None:
    """Then nothing is written, and its buttons lead nowhere."""
    karin = town.organiser()
    karin.sends("document", file=LIST.encode(), file_name="lista.csv")
    number = _token(karin, ":discard")
    karin.taps("Kasta listan")
    karin.sees("Listan är kastad.")

    town.presses(karin, number.replace("discard", "write:2"))

    assert _count(town) == len(ASSOCIATIONS)


def test_a_list_waits_a_week_and_is_found_from_the_register(town: Town) -> None:
    """Karin goes on the next day; after eight days it is forgotten."""
    karin = town.organiser()
    karin.sends("document", file=LIST.encode(), file_name="lista.csv")
    town.moves(days=1)
    karin.writes("/register")
    karin.taps("Fortsätt med din lista")
    karin.sees("Så här läser jag lista.csv")

    town.moves(days=8)
    karin.writes("/register")

    karin.sees_no_button("Fortsätt med din lista", message=karin.last)
    with town.store.reading() as session:
        assert session.exec(select(RegisterImport)).all() == []


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

    assert _count(town) == len(ASSOCIATIONS)


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
    assert _count(town) == len(ASSOCIATIONS)


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

    assert _named(town, "<b>Kören</b> & Co").municipality == "{0.__class__}"


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
