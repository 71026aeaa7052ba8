"""Karin's list has many rows that the bot is not sure about, and she decides about all at once."""

from __future__ import annotations

from bot.store import organisations
from tests.town import ASSOCIATIONS, Town

LIST = """Namn;E-post
Bräcke amatörteatern;
Frösö hembygdsföreningen;
Lits sockenråd;
Lits sockenråd;kansli@lit.example
"""
"""Two much like what stands there, a new one, and that one once more."""


def test_all_doubtful_rows_are_decided_in_one_tap_and_it_can_be_taken_back(town: Town) -> None:
    """What Karin has said of a row by itself stands; a name said twice is one association."""
    karin = town.organiser()
    karin.sends("document", file=LIST.encode(), file_name="lista.csv")
    karin.taps("Visa vad som skulle ändras")
    karin.taps("Bestäm om 3")
    karin.taps("Samma som Bräcke amatörteater")
    karin.taps("Hoppa över alla")
    karin.sees("1 är ny", "1 ändras", "2 hoppas över")

    karin.taps("Ångra det jag har bestämt")
    karin.sees("3 är tveksamma")
    karin.taps("Bestäm om 3")
    karin.taps("Lägg till alla som nya")
    karin.sees("3 är nya", "0 ändras")
    karin.taps("Importera 3")

    with town.store.reading() as session:
        lit = organisations.named(session, "Lits sockenråd")
        assert lit is not None
        assert lit.email == "kansli@lit.example"
        assert organisations.count(session) == len(ASSOCIATIONS) + 3
