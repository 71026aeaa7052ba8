"""What a member chooses for herself, and what she hears then."""

from __future__ import annotations

from datetime import date, time

import pytest
from sqlmodel import select

from bot.records.agenda import AgendaItem
from bot.records.mute import Mute
from bot.records.outgoing import Outgoing, OutgoingStatus
from bot.records.person import Reminders
from bot.simulator.cast import Player
from bot.store import meetings
from tests.town import Town, comes

AGENDA = ("Välkommen", "Samtal vid runda bord", "Avslutning")
NUDGED, REMINDED = "Sista dagen att anmäla sig", "Vi ses"
WITH_AGENDA, THANKED = "här är dagordningen", "Tack för att du var med"


def _said(town: Town, player: Player, words: str) -> int:
    texts = town.telegram.chat(player.user).messages.values()
    return sum(one.from_bot and words in one.text for one in texts)


def _agendas(town: Town, player: Player) -> int:
    """Count the agendas that came as messages of their own, beside the one on the card."""
    texts = [one.text for one in town.telegram.chat(player.user).messages.values() if one.from_bot]
    return sum(WITH_AGENDA in text or text.startswith("Dagordning, lördag") for text in texts)


def _with_agenda(town: Town, karin: Player, **facts: object) -> int:
    meeting = town.drafts(karin, **facts)
    with town.store.transaction() as session:
        points = [
            AgendaItem(meeting_id=meeting.id, position=n, title=title)
            for n, title in enumerate(AGENDA)
        ]
        meetings.replace_agenda(session, meeting.id, points)
    town.presses(karin, f"meet:{meeting.id}:send")
    town.moves(seconds=61)
    karin.looks_away()
    return meeting.id


@pytest.mark.parametrize("command", ["/installningar", "/inställningar", "/settings", "/asetukset"])
def test_the_card_shows_all_that_can_be_chosen(town: Town, command: str) -> None:
    """However it is spelled, one card tells how things stand."""
    sara = town.member("Sara Lind")

    sara.writes(command)

    sara.sees("Dina inställningar", "Utskick: jag skriver till dig om möten.")
    sara.sees("Påminnelser: alla", "Tysta timmar för alla: kl. 20.00–08.00")
    sara.sees("andra deltagare kan inte se det", "Språk: svenska")


def test_every_choice_is_seen_on_the_same_card(town: Town) -> None:
    """A tap changes the card where it stands; no new message comes."""
    sara = town.member("Sara Lind")
    sara.writes("/installningar")
    card = sara.last

    sara.taps("Färre påminnelser")
    sara.taps("Visa mitt namn för andra")
    sara.taps("Tysta timmar")
    sara.taps("22–9")
    sara.taps("Språk")
    sara.taps("English")

    assert card.id == sara.last.id
    sara.sees("Your settings", "Reminders: few", "can see it", "Your own quiet hours: 22:00–09:00")
    sara.taps("All reminders")
    sara.taps("Hide my name")
    sara.taps("Language")
    sara.taps("svenska")
    sara.sees("Påminnelser: alla", "andra deltagare kan inte se det")
    sara.taps("Tysta timmar")
    sara.taps("Inga egna tysta timmar")
    assert "egna tysta timmar" not in sara.last.text


def test_quiet_hours_can_be_written(town: Town) -> None:
    """What cannot be understood is asked again; the old card is still the one that works."""
    sara = town.member("Sara Lind")
    sara.writes("/installningar")
    sara.taps("Tysta timmar")

    sara.writes("på natten")
    sara.sees("två klockslag, till exempel 21-8")
    sara.writes("8-20")
    sara.sees("mindre än tre timmar om dygnet")
    sara.writes("från 21.30 till 7")

    sara.sees("Dina egna tysta timmar: kl. 21.30–07.00")
    sara.taps("Tysta timmar")
    sara.taps("Tillbaka")
    sara.sees("Dina egna tysta timmar: kl. 21.30–07.00")
    sara.taps("Tysta timmar")
    sara.writes("inga egna tysta timmar")
    assert "Dina egna tysta timmar" not in sara.last.text


def test_one_who_wants_few_hears_of_the_day_before_and_of_changes(town: Town) -> None:
    """No nudge, no agenda of its own, no thanks; the reminder shows the agenda with a tap."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    for player in (sara, nils):
        player.writes("/installningar")
        player.taps("Färre påminnelser")
    meeting = _with_agenda(town, karin)
    comes(sara)
    town.presses(karin, f"meet:{meeting}:change:place")
    karin.writes("Storsjöteatern, Östersund")
    town.moves(minutes=2)

    town.arrives(date(2026, 12, 9), "12:00")

    assert 1 == _said(town, sara, "Ny plats")
    assert 1 == _said(town, sara, REMINDED)
    assert 0 == _said(town, sara, WITH_AGENDA) + _said(town, sara, THANKED)
    assert 0 == _said(town, nils, NUDGED)


def test_a_meeting_can_be_muted_and_undone(town: Town) -> None:
    """The button under a reminder is silence about that meeting; a new place is told anyway."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = _with_agenda(town, karin)
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

    assert 0 == _said(town, sara, REMINDED) + _said(town, sara, THANKED)


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

    assert 0 == _said(town, sara, REMINDED)
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
    assert 0 == _said(town, sara, REMINDED)
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
    _with_agenda(town, karin)
    comes(nils)
    town.arrives(date(2026, 11, 25), "10:05")
    sara.sees(NUDGED)
    town.moves(minutes=1)
    sara.taps("Anmäl mig")
    sara.taps("Jag äter allt")
    sara.taps("Nej tack")

    town.arrives(date(2026, 12, 4), "17:01")

    assert 1 == _said(town, nils, WITH_AGENDA)
    assert 0 == _said(town, sara, WITH_AGENDA)
    sara.sees("Vi ses i morgon")
    sara.sees_button("Visa dagordning", message=sara.last)


def test_one_who_registers_late_gets_the_agenda_she_missed_d11(town: Town) -> None:
    """It comes once, with the confirmation; no reminder of a day that has passed follows."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    _with_agenda(town, karin, closes_on=date(2026, 12, 5))
    town.arrives(date(2026, 12, 4), "19:00")

    comes(sara)

    sara.sees("Du är anmäld till", "Dagordning, lördag 5 december", "1. Välkommen")
    assert 1 == _agendas(town, sara)
    assert 0 == _said(town, sara, "Jag påminner dig dagen före")
    town.arrives(date(2026, 12, 5), "12:00")
    assert 0 == _said(town, sara, REMINDED)


def test_one_who_registers_in_time_gets_no_agenda_twice(town: Town) -> None:
    """She who was there when it went out is not sent it again when she looks at her answer."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = _with_agenda(town, karin)
    comes(sara)
    town.arrives(date(2026, 11, 28), "10:05")

    town.presses(sara, f"come:{meeting}:mine")

    assert 1 == _agendas(town, sara)


def test_coming_back_after_stopp_is_asked_about_once(town: Town) -> None:
    """The first thing she writes is answered, and then she is asked; after a no never again."""
    sara = town.member("Sara Lind")
    sara.writes("/stopp")

    sara.writes("/moten")
    sara.sees("Just nu finns inga möten", "Vill du ha utskick igen?")
    sara.taps("Nej, var tyst")
    sara.looks_away()
    sara.writes("hej")
    sara.writes("/moten")

    assert 0 == _said(town, sara, "Vill du ha utskick igen?")
    sara.starts()
    sara.sees("Vill du ha utskick igen?")
    sara.taps("Ja, gärna")
    sara.sees("berättar jag om möten igen")


def test_coming_back_with_a_picture_is_asked_about_too(town: Town) -> None:
    """Whatever she sends, she is asked once."""
    sara = town.member("Sara Lind")
    sara.writes("/stopp")

    sara.sends("photo")

    sara.sees("Vill du ha utskick igen?")


def test_the_card_stops_and_starts(town: Town) -> None:
    """/installningar holds the same switch as /stopp and /start, and asks nothing besides."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    sara.writes("/installningar")

    sara.taps("Stoppa alla utskick")
    sara.sees("Utskick: stoppade")
    town.announces(karin)
    assert 0 == _said(town, sara, "Anmäl dig senast")
    sara.writes("/installningar")
    assert 0 == _said(town, sara, "Vill du ha utskick igen?")
    sara.taps("Skriv till mig igen")
    town.announces(karin, title="Höstmötet")

    assert 1 == _said(town, sara, "Höstmötet")


def test_what_is_kept_for_next_time_is_forgotten_from_the_card(town: Town) -> None:
    """A switch of its own, only there when something is kept."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    sara.taps("Anmäl mig")
    sara.taps("Ja, spara mitt svar")
    sara.taps("Vegetariskt")
    sara.taps("Klart")
    sara.taps("Nej tack")
    sara.taps("Spara till nästa gång")
    sara.writes("/installningar")
    sara.sees("Sparat till nästa gång: dina svar om mat och behov.")

    sara.taps("Glöm mina sparade svar")

    assert "Sparat till nästa gång" not in sara.last.text
    sara.sees_no_button("Glöm mina sparade svar", message=sara.last)


def test_old_and_forged_buttons_do_no_harm(town: Town) -> None:
    """A card from another time is answered kindly."""
    sara = town.member("Sara Lind")
    draft = town.drafts(town.organiser())

    for token in ("own:0:nothing", "own:99:mute:on", f"own:{draft.id}:mute:on"):
        sara.looks_away()
        town.presses(sara, token)
    sara.writes("/installningar")
    sara.taps("Språk")
    sara.taps("Tillbaka")

    sara.sees("Dina inställningar", "Språk: svenska")
    with town.store.reading() as session:
        assert not session.exec(select(Mute)).all()
        assert Reminders.ALL == town.row(session, sara).reminders


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


def test_one_who_has_stopped_hears_no_answer_either(town: Town) -> None:
    """She asked to come late and then asked for silence; silence is what she gets."""
    karin, nils = town.organiser(), town.member("Nils Berg")
    town.announces(karin)
    town.arrives(date(2026, 11, 30), "12:00")
    nils.taps("Anmäl mig")
    nils.taps("Fråga arrangören")
    nils.writes("/stopp")
    nils.looks_away()

    karin.taps("Säg nej")

    nils.sees_nothing()
