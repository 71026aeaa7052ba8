"""Karin sends the list she keeps: it is read, shown and decided about before it is written."""

from __future__ import annotations

import io
from datetime import date

from openpyxl import Workbook
from sqlmodel import select

from bot.records.audit import Audit
from bot.records.register_import import RegisterImport
from bot.store import register as asked
from tests.town import ASSOCIATIONS, Town
from tests.town_register import LIST, entry, size


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
    assert size(town) == len(ASSOCIATIONS)
    karin.taps("Bestäm om 2")
    karin.sees("2 rader att bestämma om", "Rad 4: Bräcke amatörteatern", "Bräcke amatörteater")
    karin.taps("Samma som Bräcke amatörteater")
    karin.sees("1 rad att bestämma om", "Samma namn står på rad 5.")
    karin.sees_no_button("Ny", message=karin.last)
    karin.taps("Samma som rad 5")
    karin.sees("1 är ny", "2 ändras")
    karin.taps("Importera 3")

    karin.sees("Klart", "1 lades till", "2 ändrades")
    assert size(town) == len(ASSOCIATIONS) + 1
    lit, froso = entry(town, "Lits sockenråd"), entry(town, "Frösö hembygdsförening")
    assert (lit.municipality, lit.email) == ("Östersund", "kansli@lit.example")
    assert (froso.kind, froso.email) == ("ideell kultur", "hej@froso.example")
    assert entry(town, "bräcke amatörteatern").name == "Bräcke amatörteater"
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
    assert size(town) == len(ASSOCIATIONS) + 3
    assert entry(town, "Bräcke amatörteatern").phone == "0701234567"
    assert entry(town, "Hackås byalag").municipality == "Östersund"


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

    assert entry(town, "Ovikens spelmän").municipality == "Berg"
    assert entry(town, "Hallens kör").municipality == "Åre"


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


def test_a_box_that_holds_no_number_or_address_is_left_out_and_named_f4(town: Town) -> None:
    """The association is new all the same; Karin reads which boxes to look up."""
    karin = town.organiser()
    rows = "Förening;E-post;Telefon\nLits sockenråd;anna@;063-10 20 30\nHäggenås IF;;12\n"
    karin.sends("document", file=rows.encode(), file_name="lista.csv")

    karin.taps("Visa vad som skulle ändras")
    karin.sees("2 är nya", "2 rutor lämnar jag utanför.", "Rad 2, Lits sockenråd: E-post ”anna@”")
    karin.sees("Rad 3, Häggenås IF: Telefon ”12”")
    karin.taps("Importera 2")

    lit, if_ = entry(town, "Lits sockenråd"), entry(town, "Häggenås IF")
    assert ("", "063-10 20 30", "") == (lit.email, lit.phone, if_.phone)
