"""After the last day: registration is closed, and the organiser lets a latecomer in or not."""

from __future__ import annotations

from datetime import date

from bot.simulator.cast import Player
from tests.town import Town, comes, tells


def test_registration_closes_when_the_day_is_over_d8(town: Town) -> None:
    """23.59 is in time, the minute after is not."""
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg")
    town.announces(town.organiser())
    town.arrives(date(2026, 11, 27), "23:59")
    sara.taps("Anmäl mig")
    sara.sees("Du är anmäld")
    town.arrives(date(2026, 11, 28), "00:00")

    nils.taps("Anmäl mig")

    nils.sees("stängde fredag 27 november kl. 23.59", "Jag kan fråga arrangören")


def test_the_group_card_closes_by_itself(town: Town) -> None:
    """At the morning after the last day the card says so, and speaks no more of free seats."""
    karin = town.organiser()
    group = town.gathers(karin, town.member("Sara Lind"))
    town.announces(karin, seats=2)

    town.arrives(date(2026, 11, 28), "08:30")

    group.sees("0 anmälda\nAnmälan har stängt.")
    assert "kvar" not in group.last.text
    assert "Anmäl dig senast" not in group.last.text
    group.sees_no_button("Anmäl mig")


def test_a_meeting_that_has_begun_asks_nobody_to_register(town: Town) -> None:
    """The last day is told while it lies ahead, then that it is past, and then nothing."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    said = [
        _card(town, sara, day, clock)
        for day, clock in (
            (date(2026, 11, 20), "09:00"),
            (date(2026, 11, 28), "09:00"),
            (date(2026, 12, 5), "11:00"),
        )
    ]

    told = ["Anmäl dig senast", "Anmälan har stängt"]

    assert [[one in text for one in told] for text in said] == [
        [True, False],
        [False, True],
        [False, False],
    ]


def _asks_to_come(player: Player) -> None:
    player.taps("Anmäl mig")
    player.taps("Fråga arrangören")


def _card(town: Town, player: Player, day: date, clock: str) -> str:
    """Read the meeting's card at an hour."""
    town.arrives(day, clock)
    player.writes("/moten")
    player.taps("Dialogträff om kulturplanen")
    return player.last.text


def test_the_questions_go_on_after_the_last_day_d7(town: Town) -> None:
    """One who has her seat may answer what is left, though registration has closed."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    town.arrives(date(2026, 11, 27), "23:58")
    sara.taps("Anmäl mig")
    town.arrives(date(2026, 11, 28), "09:00")

    tells(sara, "Vegetariskt")
    sara.taps("Nej tack")

    sara.sees("Du är anmäld till", "Din mat: jag har noterat ditt svar")
    sara.sees_button("Ändra mina svar")


def test_a_latecomer_is_let_in_by_the_organiser(town: Town) -> None:
    """The question is put once, the answer comes back with a seat."""
    karin, nils = town.organiser(), town.member("Nils Berg")
    town.announces(karin)
    town.arrives(date(2026, 11, 30), "12:00")
    _asks_to_come(nils)
    karin.sees("Nils Berg vill komma")

    karin.taps("Släpp in")

    karin.sees("Nils Berg får komma")
    nils.sees("Arrangören har ordnat en plats åt dig", "Är det något du inte äter?")
    nils.taps("Jag äter allt")
    nils.taps("Nej tack")
    nils.sees("Du är anmäld till")


def test_a_latecomer_is_told_no_kindly(town: Town) -> None:
    """A no names someone to talk to, and asking again gives the same answer."""
    karin, nils = town.organiser(), town.member("Nils Berg")
    town.announces(karin)
    town.arrives(date(2026, 11, 30), "12:00")
    nils.taps("Anmäl mig")
    ask = nils.last
    nils.taps("Fråga arrangören")

    karin.taps("Säg nej")
    nils.sees("Tyvärr finns det ingen plats", "Karin Ek, 070-174 06 05")
    karin.looks_away()
    nils.forges("come:1:late", message=ask)

    nils.sees("Tyvärr finns det ingen plats")
    karin.sees_nothing()


def test_a_latecomer_does_not_wake_the_organiser(town: Town) -> None:
    """A question at night is put in the morning, and so is the answer to it."""
    karin, nils = town.organiser(), town.member("Nils Berg")
    town.announces(karin)
    town.arrives(date(2026, 11, 28), "23:30")
    karin.looks_away()
    _asks_to_come(nils)
    nils.sees("Jag har frågat arrangören")
    karin.sees_nothing()

    town.arrives(date(2026, 11, 29), "08:01")

    karin.sees("Nils Berg vill komma")


def test_a_latecomer_who_gave_the_place_up_can_ask_again(town: Town) -> None:
    """One who was let in and then could not come may ask once more."""
    karin, nils = town.organiser(), town.member("Nils Berg")
    town.announces(karin)
    town.arrives(date(2026, 11, 30), "12:00")
    _asks_to_come(nils)
    karin.taps("Släpp in")
    nils.taps("Jag äter allt")
    nils.taps("Nej tack")
    nils.taps("Lämna återbud")
    karin.looks_away()

    nils.taps("Anmäl mig igen")
    nils.taps("Fråga arrangören")

    karin.sees("Nils Berg vill komma")


def test_an_old_question_button_of_one_who_comes_shows_the_place(town: Town) -> None:
    """One who is in already is not told that the organiser has been asked."""
    karin, nils = town.organiser(), town.member("Nils Berg")
    meeting = town.announces(karin)
    town.arrives(date(2026, 11, 30), "12:00")
    _asks_to_come(nils)
    karin.taps("Släpp in")
    nils.taps("Jag äter allt")
    nils.taps("Nej tack")
    karin.looks_away()

    nils.forges(f"come:{meeting.id}:late")

    nils.sees("Du är anmäld till")
    karin.sees_nothing()


def test_the_organiser_gets_the_numbers_when_registration_closes(town: Town) -> None:
    """Who comes, what the kitchen needs, what must be booked, in one message in the morning."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    town.announces(karin, seats=20)
    comes(sara)
    ahmed.taps("Anmäl mig")
    tells(ahmed, "Glutenfritt")
    tells(ahmed, "Hörslinga")

    town.arrives(date(2026, 11, 28), "08:01")

    karin.sees(
        "Anmälan till Dialogträff om kulturplanen har stängt",
        "Kommer: 2 av 20",
        "1 glutenfritt",
        "1 utan särskilda önskemål",
        "Ahmed Ali: hörslinga",
    )
