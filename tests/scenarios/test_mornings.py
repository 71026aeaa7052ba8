"""What waits for an organiser comes as one quiet message in the morning, or not at all."""

from __future__ import annotations

from datetime import date

from bot.records.agenda import AgendaItem
from bot.simulator.cast import Player
from tests.town import Town, tells


def test_a_missing_agenda_is_told_once_before_it_is_to_go_out(town: Town) -> None:
    """On a morning that is not red, without a sound, and not again the day after."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin, food="")
    sara.looks_away()

    town.arrives(date(2026, 11, 27), "08:29")
    karin.looks_away()
    town.arrives(date(2026, 11, 27), "08:31")

    karin.sees("God morgon! Det här väntar på dig:", "Dagordningen saknas. Den är planerad till")
    assert karin.last.silent
    karin.looks_away()
    town.arrives(date(2026, 11, 27), "23:00")
    karin.sees_nothing()
    sara.looks_away()


def test_nothing_waits_and_nothing_is_said(town: Town) -> None:
    """A morning with nothing to do is left in peace."""
    karin = town.organiser()
    meeting = town.announces(karin, food="")
    with town.store.transaction() as session:
        session.add(AgendaItem(meeting_id=meeting.id, position=0, title="Välkomna"))

    town.arrives(date(2026, 11, 27), "12:00")

    karin.sees_nothing()


def test_several_meetings_come_in_one_message(town: Town) -> None:
    """On Mondays everything that still waits is told again."""
    karin = town.organiser()
    town.announces(karin, food="")
    town.announces(karin, title="Nätverksträff", food="", day=date(2026, 12, 8))
    town.arrives(date(2026, 11, 29), "12:00")
    karin.looks_away()

    town.arrives(date(2026, 11, 30), "09:00")

    karin.sees("Det här väntar på dig", "Dialogträff om kulturplanen", "Nätverksträff")
    assert karin.last.text.count("Dagordningen saknas") == 2


def test_minutes_are_missed_five_days_after(town: Town) -> None:
    """The button leads to the meeting, where they are written."""
    karin = town.organiser()
    town.announces(karin, food="")
    town.arrives(date(2026, 12, 10), "12:00")
    karin.looks_away()

    town.arrives(date(2026, 12, 11), "09:00")

    karin.sees("Anteckningarna är inte skickade.")
    karin.taps("Dialogträff om kulturplanen")
    karin.taps("Anteckningar")
    karin.sees("Inget är skrivet från")


def test_what_is_booked_is_not_told_again_until_more_is_needed(town: Town) -> None:
    """One tap says so; only she who looks after the meeting is told at all."""
    karin, eva = town.organiser(), town.organiser("Eva Berg")
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg")
    meeting = town.announces(karin, food="")
    for one in (sara, nils):
        one.looks_away()
    _needs_interpreter(town, sara, meeting.id)
    eva.looks_away()
    town.arrives(date(2026, 11, 3), "09:00")
    karin.sees("1 person behöver något som ska bokas eller ordnas")
    assert "God morgon" not in eva.last.text

    karin.taps("Det är bokat")
    karin.sees("Inget väntar på dig längre.")
    karin.looks_away()
    town.arrives(date(2026, 11, 9), "09:00")
    karin.sees_nothing()
    _needs_interpreter(town, nils, meeting.id)
    town.arrives(date(2026, 11, 10), "09:00")

    karin.sees("1 person behöver något som ska bokas eller ordnas")


def _needs_interpreter(town: Town, one: Player, meeting_id: int) -> None:
    town.presses(one, f"come:{meeting_id}:yes")
    tells(one, "Teckenspråkstolk")
    one.looks_away()
