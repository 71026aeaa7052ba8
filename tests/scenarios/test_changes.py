"""A meeting that changes or is cancelled: everyone concerned hears of it, once."""

from __future__ import annotations

from datetime import date

from bot.records.meeting import Form, Meeting
from bot.simulator.cast import Player
from tests.town import Town, comes


def test_a_new_place_is_told_with_the_old_one(town: Town) -> None:
    """Those who come hear what is new and what was; others see it on their card."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    meeting = town.announces(karin)
    comes(sara)
    nils.looks_away()
    town.presses(karin, f"meet:{meeting.id}:change:place")

    karin.writes("Folkets hus, Rådhusgatan 48, Östersund")
    karin.sees("Ändringen är sparad", "1 anmäld")
    town.moves(seconds=61)

    sara.sees("Ny plats: Folkets hus", "Förut: Teaterverkstaden", "Tiden är densamma")
    nils.sees_nothing()


def test_the_calendar_follows_a_change(town: Town) -> None:
    """The new file has the same id and a higher number, so that calendars replace the entry."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    sara.taps("Lägg i kalendern")
    first = sara.document(".ics").decode()
    town.presses(karin, f"meet:{meeting.id}:change:start")

    karin.writes("byt till 11.30")
    town.moves(seconds=61)

    second = sara.document(".ics").decode()
    uid = next(line for line in first.splitlines() if line.startswith("UID:"))
    assert uid in second
    assert "SEQUENCE:0" in first
    assert "SEQUENCE:1" in second
    assert "T113000" in second


def test_changes_in_the_same_minute_are_one_message(town: Town) -> None:
    """Place and time changed together reach people as one change from what they knew."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    sara.looks_away()
    for fact, words in (("place", "Folkets hus"), ("start", "11"), ("place", "Biblioteket")):
        town.presses(karin, f"meet:{meeting.id}:change:{fact}")
        karin.writes(words)

    town.moves(minutes=3)

    sara.sees("Ny plats: Biblioteket", "Förut: Teaterverkstaden", "Ny tid: lördag 5 december")
    told = [m for m in town.telegram.history(sara.place) if "Ny plats" in m.text]
    assert 1 == len(told)


def test_a_change_back_is_no_change(town: Town) -> None:
    """One who changes her mind within the minute troubles nobody."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    sara.looks_away()
    for words in ("Folkets hus", "Teaterverkstaden, Bangårdsgatan 5, Östersund"):
        town.presses(karin, f"meet:{meeting.id}:change:place")
        karin.writes(words)

    town.moves(minutes=3)

    sara.sees_nothing()


def test_a_new_link_reaches_those_online(town: Town) -> None:
    """The link in people's hands is never an old one."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, form=Form.ONLINE, join_url="https://mote.example/gammal")
    sara.taps("Anmäl mig")
    sara.taps("Nej tack")
    town.presses(karin, f"meet:{meeting.id}:change:join_url")

    karin.writes("https://mote.example/ny")
    town.moves(seconds=61)

    sara.sees("Ny länk: https://mote.example/ny")


def test_a_meeting_that_moves_online_needs_a_link(town: Town) -> None:
    """The organiser is asked for what the new form demands, and everyone gets it."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, join_url=None)
    comes(sara)
    town.presses(karin, f"meet:{meeting.id}:change:form")
    karin.taps("Digitalt")
    karin.sees("Vilken länk har det digitala mötet?")

    karin.writes("https://mote.example/dialog")
    town.moves(minutes=2)

    sara.sees("Ny plats: digitalt", "https://mote.example/dialog")


def test_a_meeting_moved_before_its_last_day_needs_a_new_one(town: Town) -> None:
    """Nobody is asked to register after the meeting."""
    karin = town.organiser()
    town.member("Sara Lind")
    group = town.gathers(karin)
    meeting = town.announces(karin)
    town.presses(karin, f"meet:{meeting.id}:change:day")

    karin.writes("fredag 20 november")
    karin.sees("Vilken är sista dagen att anmäla sig?")
    karin.taps("Dagen före")
    town.moves(seconds=10)

    group.sees("Anmäl dig senast torsdag 19 november")


def test_small_facts_only_change_the_card(town: Town) -> None:
    """A new moderator is no reason to write to everyone."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = town.gathers(karin, sara)
    meeting = town.announces(karin)
    comes(sara)
    sara.looks_away()
    town.presses(karin, f"meet:{meeting.id}:change:moderator")

    karin.writes("Kerstin Norr")
    town.moves(minutes=2)

    group.sees("Moderator: Kerstin Norr")
    sara.sees_nothing()


def test_a_text_after_a_change_is_not_one_more(town: Town) -> None:
    """What she writes next is not taken for a new place."""
    karin = town.organiser()
    town.member("Sara Lind")
    group = town.gathers(karin)
    meeting = town.announces(karin)
    town.presses(karin, f"meet:{meeting.id}:change:place")
    karin.writes("Folkets hus, Östersund")

    karin.writes("Tack så mycket!")
    town.moves(seconds=10)

    group.sees("Folkets hus, Östersund")


def test_an_old_button_of_the_draft_changes_nothing_f2(town: Town) -> None:
    """What people have been told is not changed by a button from before it was sent."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    sara.looks_away()

    karin.writes("/hjalp")
    karin.forges(f"meet:{meeting.id}:form:online")
    town.moves(minutes=2)

    karin.sees_toast("Den knappen är gammal")
    sara.sees_nothing()


def test_change_that_is_fine_can_be_acknowledged(town: Town) -> None:
    """The member's tap takes the buttons away and says thanks."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    town.presses(karin, f"meet:{meeting.id}:change:place")
    karin.writes("Folkets hus")
    town.moves(seconds=61)

    sara.taps("Det går bra")

    sara.sees_toast("Bra, då vet vi.")


def test_a_change_at_night_waits_for_the_morning(town: Town) -> None:
    """Changed at ten in the evening, told at eight."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    town.arrives(date(2026, 11, 3), "22:00")
    sara.looks_away()
    town.presses(karin, f"meet:{meeting.id}:change:place")
    karin.writes("Folkets hus")

    town.moves(minutes=5)
    sara.sees_nothing()
    town.arrives(date(2026, 11, 4), "08:01")

    sara.sees("Ny plats: Folkets hus")


def test_registration_can_be_closed_and_opened_by_hand(town: Town) -> None:
    """The organiser closes early, and opens again while the last day allows."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = town.gathers(karin, sara)
    meeting = town.announces(karin)
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.taps("Stäng anmälan")
    karin.sees_toast("Nu är anmälan stängd")
    town.presses(sara, f"come:{meeting.id}:show")
    sara.sees("Anmälan har stängt.")
    assert "Anmäl dig senast" not in sara.last.text
    sara.looks_away()
    town.moves(seconds=5)
    group.sees("Anmälan har stängt.")

    karin.taps("Öppna anmälan")
    karin.sees_toast("Nu är anmälan öppen")
    sara.taps("Anmäl mig")

    sara.sees("Du är anmäld")


def test_two_organisers_see_each_others_changes_e10(town: Town) -> None:
    """What one has changed stands in the card that the other opens; nothing is lost."""
    karin, eva = town.organiser(), town.organiser("Eva Strand")
    town.member("Sara Lind")
    meeting = town.announces(karin)
    town.presses(karin, f"meet:{meeting.id}:change:place")
    town.presses(eva, f"meet:{meeting.id}:change:moderator")

    karin.writes("Folkets hus")
    eva.writes("Kerstin Norr")

    eva.sees("Plats: Folkets hus", "Moderator: Kerstin Norr")


def test_the_organiser_is_told_whom_she_must_call(town: Town) -> None:
    """Someone who has silenced the bot hears of no change, so Karin gets her name."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")
    sara.writes("/stopp")

    karin.forges(f"meet:{meeting.id}:change:place")
    karin.writes("Folkets hus, Bräcke")

    karin.sees("Jag kan inte skriva till Sara Lind (Bräcke amatörteater)")


def test_a_new_place_asks_whether_its_accessibility_still_holds(town: Town) -> None:
    """Nobody reads of the old house's lift unless an organiser has said that it is right."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, accessibility="Hiss från gården")

    _moves_to(town, karin, meeting, "Folkets hus")
    karin.sees("Ändringen är sparad")
    karin.sees("Hiss från gården", "Stämmer det här för den nya platsen?")
    karin.taps("Ja, det stämmer")
    karin.sees("Då står det kvar så här: Hiss från gården")
    _moves_to(town, karin, meeting, "Biblioteket")
    karin.taps("Ändra")
    karin.sees("Vad behöver man veta om tillgängligheten?")
    karin.writes("Ramp vid entrén")
    town.presses(karin, f"meet:{meeting.id}:holds:drop")
    karin.sees("Tillgänglighet: Ramp vid entrén")
    _moves_to(town, karin, meeting, "Biblioteket")
    karin.sees("Tillgänglighet: Ramp vid entrén")
    _moves_to(town, karin, meeting, "Kyrkan")
    karin.taps("Ta bort")

    sara.writes("/moten")
    sara.taps("Dialogträff om kulturplanen")
    sara.sees("Var: Kyrkan")
    assert "Tillgänglighet" not in town.telegram.history(sara.place)[-1].text


def test_a_word_on_accessibility_can_be_written_as_the_answer(town: Town) -> None:
    """What is written is taken as what it says: a yes, a no, a button's label or the new text."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, accessibility="Hiss från gården")

    _moves_to(town, karin, meeting, "Folkets hus")
    karin.writes("ja")
    karin.sees("Då står det kvar så här: Hiss från gården")
    _moves_to(town, karin, meeting, "Biblioteket")
    karin.writes("nej")
    karin.sees("Vad behöver man veta om tillgängligheten?")
    karin.writes("Ramp vid entrén")
    _moves_to(town, karin, meeting, "Kyrkan")
    karin.writes("Trappa, men vi hjälper till")

    sara.writes("/moten")
    sara.taps("Dialogträff om kulturplanen")
    sara.sees("Var: Kyrkan", "Tillgänglighet: Trappa, men vi hjälper till")


def _moves_to(town: Town, karin: Player, meeting: Meeting, place: str) -> None:
    town.presses(karin, f"meet:{meeting.id}:change:place")
    karin.writes(place)
