"""An organiser makes a series of a meeting; each occasion is a meeting of its own."""

from __future__ import annotations

from datetime import date, time

from sqlmodel import select

from bot.records.meeting import Meeting, Status
from bot.simulator.cast import Player
from tests.town import Town

TUESDAY = date(2026, 12, 1)


def makes_series(town: Town, karin: Player, **facts: object) -> list[Meeting]:
    """Let an organiser make four Tuesdays of a draft; give them by day."""
    draft = town.drafts(
        karin, day=TUESDAY, closes_on=date(2026, 11, 27), start=time(18), end=time(20), **facts
    )
    town.presses(karin, f"meet:{draft.id}:review")
    karin.taps("Serie")
    karin.taps("Varje vecka")
    karin.taps("4")
    karin.taps("Skapa 4 tillfällen")
    return rows(town)


def rows(town: Town) -> list[Meeting]:
    """Give every meeting that is not thrown away, by day."""
    with town.store.reading() as session:
        found = session.exec(select(Meeting).where(Meeting.status != Status.DISCARDED))
        return sorted(found, key=lambda one: (one.day or date.max, one.id))


def test_every_day_is_seen_before_anything_is_made(town: Town) -> None:
    """Christmas Eve is left out by itself; each day can be left out or taken back."""
    karin = town.organiser()
    draft = town.drafts(karin, day=date(2026, 12, 10), closes_on=date(2026, 12, 1))
    town.presses(karin, f"series:{draft.id}:show")
    karin.taps("Varje vecka")
    karin.taps("4")
    karin.sees("– torsdag 24 december 2026: hoppas över, röd dag eller afton")

    karin.taps("Hoppa över torsdag 17 december")
    karin.taps("Ta med torsdag 24 december")

    karin.sees("– torsdag 17 december 2026: hoppas över", "• torsdag 24 december 2026 (röd dag")
    assert len(rows(town)) == 1


def test_each_occasion_is_a_meeting_of_its_own(town: Town) -> None:
    """Its last day lies as many days before; a second tap on the button makes no more."""
    karin = town.organiser()

    made = makes_series(town, karin)

    karin.sees("hela serien", "tisdag 8 december kl. 18.00–20.00: inte utskickat")
    assert [date(2026, 12, day) for day in (1, 8, 15, 22)] == [one.day for one in made]
    assert date(2026, 12, 18) == made[-1].closes_on
    town.presses(karin, f"series:{made[0].id}:make:week.4.f")
    assert len(rows(town)) == 4


def test_a_month_is_the_same_weekday(town: Town) -> None:
    """The first Tuesday of the month, until a day she writes."""
    karin = town.organiser()
    draft = town.drafts(karin, day=TUESDAY)
    town.presses(karin, f"series:{draft.id}:show")
    karin.taps("Första tisdagen i månaden")

    karin.writes("till 1 april 2027")

    karin.sees("tisdag 5 januari 2027", "tisdag 2 februari 2027", "tisdag 2 mars 2027")
    karin.taps("Skapa 4 tillfällen")
    karin.sees("tisdag 2 mars")


def test_days_of_her_own(town: Town) -> None:
    """What is unclear is asked again, and nothing is made of half an answer."""
    karin = town.organiser()
    draft = town.drafts(karin, day=TUESDAY)
    town.presses(karin, f"series:{draft.id}:show")
    karin.taps("Egna dagar")
    karin.writes("3 mars 2027, någon gång i april")
    karin.sees("Jag hittar ingen kommande dag i ”någon gång i april”")
    assert len(rows(town)) == 1

    karin.writes("3 mars 2027, 9 april 2027")

    karin.sees("onsdag 3 mars", "fredag 9 april")
    assert len(rows(town)) == 3


def test_an_unfinished_draft_is_finished_first(town: Town) -> None:
    """The same question does not come once for every occasion."""
    karin = town.organiser()
    draft = town.drafts(karin, place=None)

    town.presses(karin, f"series:{draft.id}:show")

    karin.sees("Var är det?")


def test_the_way_back_leads_to_the_draft(town: Town) -> None:
    """From the question how often to the checked card."""
    karin = town.organiser()
    draft = town.drafts(karin)
    town.presses(karin, f"meet:{draft.id}:review")
    karin.taps("Serie")

    karin.taps("Tillbaka")

    karin.sees("Så här ser mötet ut")
