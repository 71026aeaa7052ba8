"""What stories of the register begin with, and what stands in it afterwards."""

from __future__ import annotations

from sqlmodel import select

from bot.records.audit import Audit
from bot.records.organisation import Organisation
from bot.simulator.cast import Player
from bot.store import organisations
from tests.town import Town

FROSO = "Frösö hembygdsförening"
LIST = """Förening;Typ;Kommun;E-post;Temagrupper;Medlemmar
Frösö hembygdsförening;ideell kultur;Östersund;hej@froso.example;Mötesplatser;40
Ås byalag;;;;;12
Bräcke amatörteatern;;Bräcke;;;7
Lits sockenråd;ideell kultur;Östersund;lit@lit.example;;9
Lits sockenråd;;;kansli@lit.example;;9
"""
"""One changed, one the same, one much like another, one new, and the new one twice."""


def entry(town: Town, name: str = FROSO) -> Organisation:
    """Give an association's row."""
    with town.store.reading() as session:
        found = organisations.named(session, name)
        assert found is not None
        return found


def knows(town: Town, name: str, **facts: str) -> None:
    """Let the register know facts of an association."""
    with town.store.transaction() as session:
        one = organisations.named(session, name)
        assert one is not None
        one.sqlmodel_update(facts)


def noted(town: Town) -> list[str]:
    """Name what has been noted, in order."""
    with town.store.reading() as session:
        return [one.verb for one in session.exec(select(Audit).order_by(Audit.id))]  # type: ignore[arg-type]  # a column is typed as its value


def edits(karin: Player, field: str, name: str = FROSO) -> None:
    """Let an organiser tap a field of an association to change it."""
    karin.writes(f"/register {name}")
    karin.taps("Ändra")
    karin.taps(field)


def size(town: Town) -> int:
    """Count the associations that stand there."""
    with town.store.reading() as session:
        return organisations.count(session)
