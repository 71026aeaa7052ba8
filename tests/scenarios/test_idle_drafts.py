"""Drafts that nobody goes on with are let go, once their writers have had a week to object."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from bot.records.meeting import Meeting, Status
from tests.town import MONDAY_MORNING, Town

TOLD = MONDAY_MORNING.date() + timedelta(days=30)


def _standing(town: Town) -> dict[str | None, Status]:
    with town.store.reading() as session:
        return {one.title: Status(one.status) for one in session.exec(select(Meeting))}


def test_a_draft_left_alone_is_announced_kindly_and_then_thrown_away(town: Town) -> None:
    """One message for all of hers; what she goes on with stays, what is empty just goes."""
    karin = town.organiser()
    facts = {"source": "Klistrad inbjudan", "place": "Hos Elsa", "day": None}
    town.drafts(karin, title="Höstträff", **facts)
    kept = town.drafts(karin, title="Vårträff", **facts)
    karin.writes("/ny")
    town.arrives(TOLD - timedelta(days=1), "12:00")
    karin.looks_away()

    town.arrives(TOLD, "12:00")

    karin.sees("Du har 2 utkast", "Jag tar bort dem onsdag 9 december 2026", "• Höstträff")
    assert _standing(town)[None] == Status.DISCARDED
    karin.taps("Vårträff")
    town.arrives(TOLD + timedelta(days=6), "23:00")
    assert _standing(town)["Höstträff"] == Status.DRAFT
    karin.looks_away()

    town.arrives(TOLD + timedelta(days=8), "12:00")

    karin.sees_nothing()
    assert _standing(town) == {
        "Höstträff": Status.DISCARDED,
        "Vårträff": Status.DRAFT,
        None: Status.DISCARDED,
    }
    karin.writes("/utkast")
    karin.sees("Vårträff")
    assert "Höstträff" not in karin.last.text
    with town.store.reading() as session:
        gone = session.exec(select(Meeting).where(Meeting.title == "Höstträff")).one()
        assert (gone.source, gone.place) == (None, None)
        alive = session.get(Meeting, kept.id)
        assert alive is not None
        assert alive.source == "Klistrad inbjudan"
