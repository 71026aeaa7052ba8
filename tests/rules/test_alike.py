"""Which association of the register a row may be another spelling of."""

from __future__ import annotations

from bot.rules import alike
from bot.rules.importing import Entry


def test_the_most_alike_is_found_however_long_the_list_is() -> None:
    """Rows are held against the register some hundreds at a time, and each finds its own."""
    alike.prepare()
    known = {"frösö hembygdsförening": 1, "lits sockenråd": 2, "lits sockenrådhus": 3}
    names = ["Frösö hembygdsföreningen", *(f"Kören {n}" for n in range(600)), "Lits sockenrådet"]

    found = alike.nearest([Entry(row, name) for row, name in enumerate(names, start=2)], known)

    assert found == {2: 1, 603: 2}
