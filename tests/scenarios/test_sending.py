"""The dangerous button: who it goes to, the minute to undo, the night."""

from __future__ import annotations

from datetime import date

from tests.town import Town


def test_the_number_and_the_names_come_before_the_button(town: Town) -> None:
    """She sees the invitation as members do, and exactly who will get it."""
    karin = town.organiser()
    town.member("Sara Lind")
    town.member("Ahmed Ali")
    meeting = town.drafts(karin)

    town.presses(karin, f"meet:{meeting.id}:preview")

    karin.sees("Dialogträff om kulturplanen", "Den går till 2 personer:", "Ahmed Ali och Sara Lind")
    karin.sees_button("Skicka till 2")


def test_nothing_leaves_within_the_minute(town: Town) -> None:
    """For sixty seconds the invitation can be stopped, and nobody has seen it."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:preview")
    karin.taps("Skicka till 1")
    town.moves(seconds=40)

    karin.taps("Stoppa")
    karin.sees("Stoppat. Ingen har sett inbjudan")
    town.moves(days=1)

    sara.sees_nothing()


def test_an_invitation_that_was_stopped_can_be_sent_again(town: Town) -> None:
    """Stopping brings the draft back as it was."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:send")
    karin.taps("Stoppa")
    karin.taps("Visa uppgifterna")
    karin.taps("Se inbjudan")
    karin.taps("Skicka till 1")

    town.moves(seconds=61)

    sara.sees("Dialogträff om kulturplanen")


def test_after_the_minute_it_is_too_late_to_stop(town: Town) -> None:
    """The old button explains that the invitation has left."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    sara.sees("Dialogträff om kulturplanen")

    karin.forges(f"meet:{meeting.id}:undo")

    karin.sees_toast("Inbjudan är redan på väg")


def test_a_double_tap_sends_once_e3(town: Town) -> None:
    """Two taps on the button are one invitation."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:preview")
    button = karin.last
    karin.taps("Skicka till 1", message=button)
    karin.forges(f"meet:{meeting.id}:send", message=button)

    town.moves(minutes=5)

    said = [one for one in town.telegram.history(sara.place) if one.from_bot]
    assert 1 == len(said)


def test_an_invitation_sent_at_night_leaves_in_the_morning(town: Town) -> None:
    """Sent at half past nine in the evening it goes out at eight, and says so."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.drafts(karin)
    town.arrives(date(2026, 11, 2), "21:30")

    town.presses(karin, f"meet:{meeting.id}:send")
    karin.sees("går ut tisdag 3 november kl. 08.00. Du hinner")
    town.arrives(date(2026, 11, 3), "07:59")
    sara.sees_nothing()
    town.arrives(date(2026, 11, 3), "08:01")

    sara.sees("Dialogträff om kulturplanen")


def test_a_holiday_is_pointed_out_but_does_not_stop(town: Town) -> None:
    """A meeting on New Year's Eve is warned about, and may be sent."""
    karin = town.organiser()
    town.member("Sara Lind")
    meeting = town.drafts(karin, day=date(2026, 12, 31), closes_on=date(2026, 12, 20))

    town.presses(karin, f"meet:{meeting.id}:preview")

    karin.sees("torsdag 31 december 2026 är en röd dag eller en helgdagsafton")
    karin.sees_button("Skicka till 1")


def test_a_last_day_that_has_passed_meanwhile_is_asked_about(town: Town) -> None:
    """The draft lay for days; the bot says which day it means, and asks for another."""
    karin = town.organiser()
    meeting = town.drafts(karin, closes_on=date(2026, 11, 4))
    town.moves(days=5)

    town.presses(karin, f"meet:{meeting.id}:preview")

    karin.sees("onsdag 4 november", "men det har redan varit")


def test_an_empty_network_is_told_how_to_grow(town: Town) -> None:
    """With nobody to reach there is no button, but a way on."""
    karin = town.organiser()
    meeting = town.drafts(karin)

    town.presses(karin, f"meet:{meeting.id}:preview")

    karin.sees("Dela först ut länken som du får med /lank")
    karin.sees_no_button("Skicka till 0")


def test_those_who_cannot_be_reached_are_counted(town: Town) -> None:
    """One who is silent gets nothing, and the organiser knows that someone must be called."""
    karin, nils = town.organiser(), town.member("Nils Berg")
    town.member("Sara Lind")
    nils.writes("/stopp")
    meeting = town.drafts(karin)

    town.presses(karin, f"meet:{meeting.id}:preview")

    karin.sees("Den går till 1 person:", "Jag når inte 1 person. Skriv eller ring i stället.")


def test_a_member_who_blocks_gets_nothing_b5(town: Town) -> None:
    """One who blocked the bot does not stop the invitation for others."""
    karin, nils, sara = town.organiser(), town.member("Nils Berg"), town.member("Sara Lind")
    nils.blocks()

    town.announces(karin)

    sara.sees("Dialogträff om kulturplanen")
    nils.sees_nothing()


def test_a_draft_whose_day_has_passed_is_asked_about(town: Town) -> None:
    """A draft that lay too long cannot be sent with a day that is over."""
    karin = town.organiser()
    town.member("Sara Lind")
    meeting = town.drafts(karin)
    town.arrives(date(2026, 12, 6), "12:00")

    town.presses(karin, f"meet:{meeting.id}:preview")

    karin.sees("Vilken dag är mötet?")


def test_a_member_cannot_send(town: Town) -> None:
    """The button only works for organisers, whoever holds it."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.drafts(karin)
    sara.writes("/moten")

    sara.forges(f"meet:{meeting.id}:send")

    sara.sees_toast("Det kan bara arrangörer göra")


def test_an_organiser_who_lost_the_role_cannot_send_g3(town: Town) -> None:
    """The right is asked for when the button is pressed, not when it was shown."""
    karin = town.organiser()
    sara = town.member("Sara Lind")
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:preview")
    with town.store.transaction() as session:
        row = town.row(session, karin)
        row.role = type(row.role)("member")

    karin.taps("Skicka till 1")
    town.moves(minutes=2)

    karin.sees_toast("Det kan bara arrangörer göra")
    sara.sees_nothing()


def test_she_can_try_the_invitation_on_herself(town: Town) -> None:
    """She gets word for word what Sara gets later, nobody else hears, and she can still send it."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:preview")
    karin.looks_away()

    karin.taps("Prova på mig själv")
    karin.sees_toast("Nu har du fått det själv")
    tried = karin.world.history(karin.place)[-2]
    town.moves(minutes=5)
    sara.sees_nothing()
    karin.taps("Skicka till 1")
    town.moves(seconds=61)

    assert (sara.last.text, sara.last.buttons) == (tried.text, tried.buttons)


def test_the_preview_is_only_a_preview(town: Town) -> None:
    """The buttons of the invitation she checks do nothing but explain themselves."""
    karin = town.organiser()
    town.member("Sara Lind")
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:preview")

    karin.taps("Anmäl mig")

    karin.sees_toast("Så här ser knappen ut för medlemmarna")
