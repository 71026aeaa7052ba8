"""One may hear less: of one meeting, of everything for a while, or not at night."""

from __future__ import annotations

from datetime import date, time

from sqlmodel import select

from bot.records.mute import Mute
from bot.records.outgoing import Outgoing, OutgoingStatus
from tests.town import Town, comes
from tests.town_doings import NUDGED, REMINDED, THANKED, WITH_AGENDA, announces_with_agenda, said


def test_one_who_wants_few_hears_of_the_day_before_and_of_changes(town: Town) -> None:
    """No nudge, no agenda of its own, no thanks; the reminder shows the agenda with a tap."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    for player in (sara, nils):
        player.writes("/installningar")
        player.taps("Färre påminnelser")
    meeting = announces_with_agenda(town, karin)
    comes(sara)
    town.presses(karin, f"meet:{meeting}:change:place")
    karin.writes("Storsjöteatern, Östersund")
    town.moves(minutes=2)

    town.arrives(date(2026, 12, 9), "12:00")

    assert 1 == said(town, sara, "Ny plats")
    assert 1 == said(town, sara, REMINDED)
    assert 0 == said(town, sara, WITH_AGENDA) + said(town, sara, THANKED)
    assert 0 == said(town, nils, NUDGED)


def test_a_meeting_can_be_muted_and_undone(town: Town) -> None:
    """The button under a reminder is silence about that meeting; a new place is told anyway."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = announces_with_agenda(town, karin)
    comes(sara)
    town.arrives(date(2026, 11, 28), "10:05")
    sara.sees(WITH_AGENDA)
    agenda = sara.last

    sara.taps("Sluta påminna om mötet", message=agenda)
    sara.sees("Då påminner jag dig inte mer om Dialogträff", "får du ändå veta det")
    sara.taps("Ångra")
    sara.sees("påminner jag dig om Dialogträff om kulturplanen igen")
    sara.taps("Sluta påminna om mötet")
    town.presses(karin, f"meet:{meeting}:change:place")
    karin.writes("Storsjöteatern, Östersund")
    town.moves(minutes=2)
    sara.sees("Ny plats")
    town.arrives(date(2026, 12, 9), "12:00")

    assert 0 == said(town, sara, REMINDED) + said(town, sara, THANKED)


def test_a_muted_meeting_can_be_heard_of_again_from_the_card(town: Town) -> None:
    """/installningar lists it, with a way back."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    town.presses(sara, f"own:{meeting.id}:mute:on")
    town.presses(sara, f"own:{meeting.id}:mute:on")
    sara.writes("/installningar")
    sara.sees("Inga påminnelser om: Dialogträff om kulturplanen")

    sara.taps("Påminn mig om: Dialogträff om kulturplanen")
    assert "Inga påminnelser" not in sara.last.text
    town.arrives(date(2026, 12, 4), "17:01")

    sara.sees("Vi ses i morgon")


def test_a_reminder_that_waits_is_taken_back_when_the_meeting_is_muted(town: Town) -> None:
    """Her own quiet hours held it; when they end she hears nothing."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    comes(sara)
    sara.writes("/installningar")
    sara.taps("Tysta timmar")
    sara.writes("16-9")
    town.arrives(date(2026, 12, 4), "17:05")

    town.presses(sara, f"own:{meeting.id}:mute:on")
    town.arrives(date(2026, 12, 5), "12:00")

    assert 0 == said(town, sara, REMINDED)
    with town.store.reading() as session:
        assert 1 == len(session.exec(select(Mute)).all())
        waiting = select(Outgoing).where(Outgoing.status == OutgoingStatus.QUEUED)
        assert not session.exec(waiting).all()


def test_own_quiet_hours_hold_a_reminder_till_she_wakes(town: Town) -> None:
    """Others hear at five the day before; she hears in the morning, and of today."""
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg")
    town.announces(town.organiser(), start=time(18), end=time(20))
    for player in (sara, nils):
        comes(player)
    sara.writes("/installningar")
    sara.taps("Tysta timmar")
    sara.writes("16-9")

    town.arrives(date(2026, 12, 4), "17:05")
    nils.sees("Vi ses i morgon")
    assert 0 == said(town, sara, REMINDED)
    town.arrives(date(2026, 12, 5), "09:01")

    sara.sees("Vi ses i dag, lördag 5 december, kl. 18.00–20.00")


def test_own_quiet_hours_give_way_to_the_last_moment(town: Town) -> None:
    """A meeting cancelled in her quiet hours, soon before it begins, is told at once."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    sara.writes("/installningar")
    sara.taps("Tysta timmar")
    sara.writes("18-11")
    sara.looks_away()
    town.arrives(date(2026, 12, 5), "08:30")

    town.presses(karin, f"meet:{meeting.id}:cancel")
    karin.writes("Två av oss är sjuka.")
    town.moves(minutes=2)

    sara.sees("inställt", "Två av oss är sjuka.")


def test_never_more_than_three_before_a_meeting(town: Town) -> None:
    """Invited, nudged and then registered, she finds the agenda in the reminder."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    announces_with_agenda(town, karin)
    comes(nils)
    town.arrives(date(2026, 11, 25), "10:05")
    sara.sees(NUDGED)
    town.moves(minutes=1)
    sara.taps("Anmäl mig")
    sara.taps("Jag äter allt")
    sara.taps("Nej tack")

    town.arrives(date(2026, 12, 4), "17:01")

    assert 1 == said(town, nils, WITH_AGENDA)
    assert 0 == said(town, sara, WITH_AGENDA)
    sara.sees("Vi ses i morgon")
    sara.sees_button("Visa dagordning", message=sara.last)


def test_own_quiet_hours_hold_an_offer_too(town: Town) -> None:
    """A seat that is free at one is offered at three, to one who is quiet till then."""
    sara, ahmed = town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(town.organiser(), seats=1)
    comes(sara)
    ahmed.taps("Anmäl mig")
    ahmed.writes("/installningar")
    ahmed.taps("Tysta timmar")
    ahmed.writes("12-15")
    ahmed.looks_away()
    town.arrives(date(2026, 11, 3), "13:00")

    town.presses(sara, f"come:{meeting.id}:cancel")
    ahmed.sees_nothing()
    town.arrives(date(2026, 11, 3), "15:01")

    ahmed.sees("En plats är ledig")
