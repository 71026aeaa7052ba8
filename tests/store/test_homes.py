"""Associations that nobody has come in from are found by the same choices as people are."""

from __future__ import annotations

from sqlmodel import Session

from bot.records.organisation import Membership, Organisation
from bot.records.person import Person
from bot.records.theme_group import ThemeGroup, ThemeMember
from bot.rules.selection import Selection
from bot.store import homes
from bot.store.engine import Store
from tests.rules.facts import at

NOW = at("2026-11-02 09:00")
LISTED = (
    ("Hackås kör", {"kind": "ideell kultur", "municipality": "Berg"}),
    ("Bergs kommun", {"kind": "kommun", "municipality": "Berg"}),
    ("Suomi-seura", {"kind": "ideell kultur", "municipality": "Åre", "languages": ["Suomi"]}),
    ("Åre teater", {"kind": "ideell kultur", "municipality": "Åre"}),
    ("Åre byalag", {"kind": "ideell kultur", "municipality": "Åre"}),
)
"""Someone comes from the theatre, and also belongs to the village: nobody from the others."""


CASES: tuple[tuple[Selection, list[str]], ...] = (
    (Selection(), ["Bergs kommun", "Hackås kör", "Suomi-seura"]),
    (Selection(kinds=frozenset({"kommun"})), ["Bergs kommun"]),
    (Selection(municipalities=frozenset({"Åre"})), ["Suomi-seura"]),
    (Selection(languages=frozenset({"suomi"})), ["Suomi-seura"]),
    (Selection(groups=frozenset({1})), ["Hackås kör"]),
    (Selection(organisations=frozenset({1, 4})), ["Hackås kör"]),
    (Selection(kinds=frozenset({"kommun"}), municipalities=frozenset({"Åre"})), []),
)


def _fill(session: Session) -> None:
    for name, facts in LISTED:
        own = {"name": name, "key": name.casefold(), "created_at": NOW}
        session.add(Organisation.model_validate(facts | own))
        session.flush()
    sara = Person(name="Sara", organisation_id=4, created_at=NOW)
    session.add_all([sara, ThemeGroup(name="Möten", key="möten", created_at=NOW)])
    session.flush()
    session.add(ThemeMember(theme_group_id=1, organisation_id=1))
    session.add(Membership(person_id=sara.id, organisation_id=5, created_at=NOW))
    session.flush()


def test_they_are_chosen_as_people_are(store: Store) -> None:
    """Of each kind of choice any one will do, and every kind must fit."""
    with store.transaction() as session:
        _fill(session)
        found = [
            ([one.name for one in homes.some(session, chosen, 9)], homes.count(session, chosen))
            for chosen, _ in CASES
        ]

    assert found == [(names, len(names)) for _, names in CASES]
