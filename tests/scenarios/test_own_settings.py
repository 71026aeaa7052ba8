"""What a member chooses for herself, and what she hears then."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from bot.records.mute import Mute
from bot.records.person import Reminders
from bot.simulator.cast import Player
from tests.town import Town, comes
from tests.town_doings import REMINDED, WITH_AGENDA, announces_with_agenda, said


def _agendas(town: Town, player: Player) -> int:
    """Count the agendas that came as messages of their own, beside the one on the card."""
    texts = [one.text for one in town.telegram.chat(player.user).messages.values() if one.from_bot]
    return sum(WITH_AGENDA in text or text.startswith("Dagordning, lördag") for text in texts)


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


def test_one_who_registers_late_gets_the_agenda_she_missed_d11(town: Town) -> None:
    """It comes once, with the confirmation; no reminder of a day that has passed follows."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    announces_with_agenda(town, karin, closes_on=date(2026, 12, 5))
    town.arrives(date(2026, 12, 4), "19:00")

    comes(sara)

    sara.sees("Du är anmäld till", "Dagordning, lördag 5 december", "1. Välkommen")
    assert 1 == _agendas(town, sara)
    assert 0 == said(town, sara, "Jag påminner dig dagen före")
    town.arrives(date(2026, 12, 5), "12:00")
    assert 0 == said(town, sara, REMINDED)


def test_one_who_registers_in_time_gets_no_agenda_twice(town: Town) -> None:
    """She who was there when it went out is not sent it again when she looks at her answer."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = announces_with_agenda(town, karin)
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

    assert 0 == said(town, sara, "Vill du ha utskick igen?")
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
    assert 0 == said(town, sara, "Anmäl dig senast")
    sara.writes("/installningar")
    assert 0 == said(town, sara, "Vill du ha utskick igen?")
    sara.taps("Skriv till mig igen")
    town.announces(karin, title="Höstmötet")

    assert 1 == said(town, sara, "Höstmötet")


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
