"""What a copy takes over, and what becomes of its last days."""

from __future__ import annotations

from datetime import date, time

from bot.records.agenda import AgendaItem
from bot.rules import copying
from tests.rules import facts

HELD = date(2026, 12, 5)
TODAY = date(2026, 11, 2)


def test_a_copy_has_everything_but_the_days() -> None:
    """Texts and what was answered with nothing come along, as values of its own."""
    source = facts.meeting(closes_on=date(2026, 12, 1), texts={"fi": "x"}, waived=["seats"])
    copy = facts.draft(id=8)

    copying.take_over(copy, source)

    assert (source.title, source.start, source.place) == (copy.title, copy.start, copy.place)
    assert (None, None, 7) == (copy.day, copy.closes_on, copy.copied_from)
    copy.texts["en"] = "y"
    copy.waived.append("agenda")
    assert ({"fi": "x"}, ["seats"]) == (source.texts, source.waived)


def test_last_days_keep_their_distance() -> None:
    """Four days before is four days before, over a month's end too."""
    source = facts.meeting(closes_on=date(2026, 12, 1), needs_on=date(2026, 11, 14))
    copy = facts.draft(id=8)

    copying.put_on(copy, source, date(2027, 3, 2))

    assert date(2027, 2, 26) == copy.closes_on
    assert date(2027, 2, 9) == copy.needs_on
    assert copy.changes_on is None


def test_a_source_without_a_day_gives_no_last_days() -> None:
    """There is no distance to keep."""
    copy = facts.draft(id=8)

    copying.put_on(copy, facts.draft(closes_on=TODAY), HELD)

    assert copy.closes_on is None


def test_only_what_is_open_and_ahead_is_proposed() -> None:
    """An answer stands, nothing lies in the past, and without a day there is nothing to do."""
    source = facts.meeting(
        closes_on=date(2026, 11, 5), changes_on=date(2026, 12, 1), needs_on=date(2026, 12, 2)
    )
    copy = facts.draft(id=8, day=date(2026, 11, 20), needs_on=date(2026, 11, 3))

    copying.settle_days(copy, source, TODAY)

    assert (None, date(2026, 11, 16)) == (copy.closes_on, copy.changes_on)
    assert date(2026, 11, 3) == copy.needs_on
    dayless = facts.draft(id=9)
    copying.settle_days(dayless, source, TODAY)
    assert dayless.changes_on is None


def test_an_agenda_is_written_anew() -> None:
    """The same points for another meeting, as rows of their own."""
    point = AgendaItem(id=3, meeting_id=7, position=0, title="Välkommen", at=time(10))

    (copied,) = copying.points([point], 8)

    assert copied.id != point.id
    assert (8, "Välkommen", time(10)) == (copied.meeting_id, copied.title, copied.at)
