"""What the bot does by itself, and when; never at night, never twice, never stale."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.simulator.cast import Player
from bot.simulator.messages import Message
from tests.town import Town, comes


def _said(town: Town, player: Player, words: str) -> list[Message]:
    texts = town.telegram.chat(player.user).messages.values()
    return [one for one in texts if one.from_bot and words in one.text]


def test_only_the_silent_are_nudged_and_once(town: Town) -> None:
    """Two days before the last day those who have not answered are asked once."""
    sara, ahmed, nils = (town.member(name) for name in ("Sara Lind", "Ahmed Ali", "Nils Berg"))
    town.announces(town.organiser())
    comes(sara)
    ahmed.taps("Kan inte komma")
    for player in (sara, ahmed, nils):
        player.looks_away()

    town.arrives(date(2026, 11, 25), "09:59")
    nils.sees_nothing()
    town.arrives(date(2026, 11, 27), "20:00")

    nils.sees("Sista dagen att anmäla sig till Dialogträff om kulturplanen är fredag 27 november")
    assert 1 == len(_said(town, nils, "Sista dagen att anmäla sig"))
    sara.sees_nothing()
    ahmed.sees_nothing()


def test_nobody_is_hurried_to_a_full_meeting(town: Town) -> None:
    """When there is no seat left there is nothing to remind of."""
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg")
    town.announces(town.organiser(), seats=1)
    comes(sara)

    town.arrives(date(2026, 11, 27), "12:00")

    assert not _said(town, nils, "Sista dagen att anmäla sig")


def test_the_agenda_goes_out_a_week_ahead_to_those_who_come(town: Town) -> None:
    """One who has a seat gets the agenda; one who has not answered does not."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:change:agenda")
    karin.writes("Välkommen\nSamtal vid runda bord\nAvslutning")
    town.presses(karin, f"meet:{meeting.id}:send")
    town.moves(seconds=61)
    comes(sara)
    nils.looks_away()

    town.arrives(date(2026, 11, 28), "10:01")

    sara.sees("Om en vecka ses vi", "1. Välkommen", "2. Samtal vid runda bord")
    assert not _said(town, nils, "1. Välkommen")


def test_the_reminder_comes_at_five_the_day_before(town: Town) -> None:
    """It stands alone: day, clock, place and whom to call; the silent get none."""
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg")
    town.announces(town.organiser())
    comes(sara)

    town.arrives(date(2026, 12, 4), "16:59")
    assert not _said(town, sara, "Vi ses")
    town.arrives(date(2026, 12, 4), "17:00")
    town.moves(seconds=30)

    sara.sees(
        "Vi ses i morgon, lördag 5 december, kl. 10.00–14.00",
        "Teaterverkstaden, Bangårdsgatan 5, Östersund",
        "Karin Ek, 070-174 06 05",
    )
    assert not _said(town, nils, "Vi ses")


def test_the_thanks_come_the_day_after(town: Town) -> None:
    """Those who came are thanked in the morning, with the first question."""
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg")
    town.announces(town.organiser())
    comes(sara)

    town.arrives(date(2026, 12, 6), "10:01")

    sara.sees("Tack för att du var med", "Hur var mötet för dig?")
    assert not _said(town, nils, "Tack för att du var med")


def test_nothing_is_told_twice_after_a_restart(town: Town) -> None:
    """The process may end at any time; every occasion is told once."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    comes(sara)
    for day in (26, 28):
        town.arrives(date(2026, 11, day), "10:30")
        town.restarts()
    for day, clock in ((4, "17:01"), (6, "10:01"), (8, "12:00")):
        town.arrives(date(2026, 12, day), clock)
        town.restarts()

    assert 1 == len(_said(town, sara, "Vi ses i morgon"))
    assert 1 == len(_said(town, sara, "Tack för att du var med"))


def test_a_reminder_that_was_missed_still_comes_while_useful_d6(town: Town) -> None:
    """Down from noon to nine in the evening: the reminder comes in the morning, in time."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser(), start=time(18), end=time(20))
    comes(sara)
    town.arrives(date(2026, 12, 4), "12:00")

    town.clock.jump_to(town.at(date(2026, 12, 5), "08:10"))
    town.restarts()

    sara.sees("Vi ses i dag, lördag 5 december, kl. 18.00–20.00")


def test_a_reminder_is_not_sent_when_it_is_of_no_use_d6(town: Town) -> None:
    """Back an hour before the start nobody is told to come tomorrow."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    comes(sara)
    town.arrives(date(2026, 12, 4), "12:00")

    town.clock.jump_to(town.at(date(2026, 12, 5), "09:00"))
    town.restarts()
    town.moves(hours=4)

    assert not _said(town, sara, "Vi ses")


def test_down_over_the_reminder_at_night_wakes_nobody_d6(town: Town) -> None:
    """Back at eleven in the evening the reminder waits for the morning."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser(), start=time(18), end=time(20))
    comes(sara)
    town.arrives(date(2026, 12, 4), "12:00")

    town.clock.jump_to(town.at(date(2026, 12, 4), "23:00"))
    town.restarts()
    assert not _said(town, sara, "Vi ses")
    town.arrives(date(2026, 12, 5), "08:05")

    sara.sees("Vi ses i dag")


def test_a_moved_meeting_is_reminded_of_at_its_new_time_d9(town: Town) -> None:
    """After the move no message shows the old day, and the reminder comes before the new one."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    town.presses(karin, f"meet:{meeting.id}:change:day")
    karin.writes("lördag 12 december")
    town.moves(seconds=61)
    sara.sees("Ny tid: lördag 12 december 2026 kl. 10.00–14.00", "Förut: lördag 5 december")

    town.arrives(date(2026, 12, 5), "12:00")
    assert not _said(town, sara, "Vi ses")
    town.arrives(date(2026, 12, 11), "17:01")

    sara.sees("Vi ses i morgon, lördag 12 december")


def test_a_meeting_moved_closer_after_the_reminder_is_told_again_d9(town: Town) -> None:
    """One who was reminded of the old day hears of the new one, and is reminded of that too."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    town.arrives(date(2026, 12, 4), "17:05")
    town.presses(karin, f"meet:{meeting.id}:change:day")
    karin.writes("måndag 7 december")
    town.moves(seconds=61)
    sara.sees("Ny tid: måndag 7 december")

    town.arrives(date(2026, 12, 6), "17:05")

    sara.sees("Vi ses i morgon, måndag 7 december")
    assert 2 == len(_said(town, sara, "Vi ses i morgon"))


def test_one_who_registers_late_gets_no_stale_reminder_d11(town: Town) -> None:
    """Registered the evening before, after five: the confirmation is reminder enough."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser(), closes_on=date(2026, 12, 5))
    town.arrives(date(2026, 12, 4), "19:00")
    comes(sara)
    sara.sees("Du är anmäld till")

    town.arrives(date(2026, 12, 5), "12:00")

    assert not _said(town, sara, "Vi ses")


@pytest.mark.parametrize("hour", ["06:30", "19:00", "21:00"])
def test_nothing_sounds_at_night(town: Town, hour: str) -> None:
    """Whenever the meeting is, nobody is woken; the manners of the town are proof of it."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser(), start=time.fromisoformat(hour), end=time(23))
    comes(sara)

    town.arrives(date(2026, 12, 9), "12:00")

    sara.sees("Tack för att du var med")
