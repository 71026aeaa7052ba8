"""A series is invited to in one message, and people choose and move among its occasions."""

from __future__ import annotations

from datetime import date

from bot.records.meeting import Meeting, Status
from bot.simulator.cast import Player
from tests.scenarios.test_series import makes_series, rows
from tests.town import Town, tells


def _invites(town: Town, karin: Player, **facts: object) -> list[Meeting]:
    """Invite to four Tuesdays in one message."""
    made = makes_series(town, karin, **facts)
    karin.taps("Se inbjudan")
    karin.looks_away()
    town.presses(karin, f"meet:{made[0].id}:send")
    town.moves(seconds=61)
    karin.looks_away()
    return made


def _chooses_one(town: Town, karin: Player, **facts: object) -> list[Meeting]:
    return _invites(town, karin, picks_one=True, **facts)


def _comes(player: Player, button: str) -> None:
    player.taps(button)
    player.taps("Jag äter allt")
    player.taps("Nej tack")


def test_a_series_is_one_invitation(town: Town) -> None:
    """One message names every day and has a button for each, and one no for all of them."""
    karin, sara = town.organiser(), town.member("Sara Lind")

    _invites(town, karin)

    sara.sees("4 tillfällen", "tisdag 8 december kl. 18.00–20.00", "senast 4 dagar före")
    told = [m for m in town.telegram.history(sara.place) if "Dialogträff" in m.text]
    assert len(told) == 1
    assert {Status.ANNOUNCED} == {one.status for one in rows(town)}


def test_each_occasion_has_its_own_registration(town: Town) -> None:
    """She comes to two of the four; the card she tapped leads on to the rest."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    made = _invites(town, karin)

    _comes(sara, "Anmäl mig tisdag 8 december")
    town.presses(sara, f"come:{made[1].id}:card")
    sara.sees("Fler tillfällen:", "tisdag 15 december")
    _comes(sara, "Anmäl mig tisdag 15 december")

    for one, n in ((made[0], 0), (made[1], 1), (made[2], 1)):
        town.presses(karin, f"meet:{one.id}:desk")
        karin.sees(f"Kommer: {n}")


def test_one_no_answers_them_all(town: Town) -> None:
    """She is not asked about any of them again."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    made = _invites(town, karin)

    sara.taps("Kan inte komma alls")

    for one in made:
        town.presses(karin, f"meet:{one.id}:desk")
        karin.sees("Kan inte komma: 1")


def test_a_series_can_be_taken_back(town: Town) -> None:
    """Within the minute every occasion becomes a draft again, and nobody has seen anything."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    made = makes_series(town, karin)
    town.presses(karin, f"meet:{made[0].id}:send")

    karin.taps("Stoppa")
    town.moves(minutes=3)

    sara.sees_nothing()
    assert {Status.DRAFT} == {one.status for one in rows(town)}


def test_the_group_has_one_card_for_the_series(town: Town) -> None:
    """It shows the seats of every occasion, and follows them."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = town.gathers(karin, sara)
    made = _invites(town, karin, seats=2)
    group.sees("Fler tillfällen:", "tisdag 15 december kl. 18.00–20.00: 2 platser kvar")

    town.presses(sara, f"come:{made[2].id}:yes")
    town.moves(seconds=10)

    group.sees("tisdag 15 december kl. 18.00–20.00: 1 plats kvar")


def test_she_who_has_a_place_sees_the_others_with_seats(town: Town) -> None:
    """Where one chooses one, the card shows the alternatives with the seats that are left."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    _chooses_one(town, karin, seats=2)
    sara.sees("Välj ett av 4 tillfällen")

    _comes(sara, "Anmäl mig tisdag 8 december")
    sara.taps("Byt tillfälle")

    sara.sees("Välj ett tillfälle:", "tisdag 15 december kl. 18.00–20.00: 2 platser kvar")


def test_moving_is_one_tap_and_keeps_the_answers(town: Town) -> None:
    """The old seat is free at once, and she is asked nothing again."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    made = _chooses_one(town, karin, seats=2)
    sara.taps("Anmäl mig tisdag 8 december")
    tells(sara, "Vegetariskt")
    sara.taps("Nej tack")
    sara.taps("Byt tillfälle")

    sara.taps("Byt till tisdag 15 december")

    sara.sees("Du är anmäld till", "tisdag 15 december", "Din mat: jag har noterat ditt svar")
    town.presses(karin, f"meet:{made[1].id}:desk")
    karin.sees("Kommer: 0 av 2")
    town.presses(karin, f"meet:{made[2].id}:desk")
    karin.sees("Kommer: 1 av 2", "1 vegetariskt")


def test_those_she_has_registered_move_with_her_when_she_says_so(town: Town) -> None:
    """She is asked; where there is not room for all she moves alone or stays."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    made = _chooses_one(town, karin, seats=2)
    sara.taps("Anmäl mig tisdag 8 december")
    tells(sara, "Vegetariskt")
    sara.taps("Nej tack")
    sara.taps("Anmäl fler")
    sara.writes("Elsa Svensson")
    sara.taps("Hoppa över")
    sara.taps("Nej tack")
    town.presses(town.member("Nils Berg"), f"come:{made[3].id}:yes")

    town.presses(sara, f"come:{made[3].id}:move:{made[1].id}")
    sara.sees("Du har också anmält Elsa Svensson.", "Det finns inte plats för er alla tisdag 22")
    sara.sees_no_button("Flytta oss alla")
    town.presses(sara, f"come:{made[3].id}:move:{made[1].id}.all")
    sara.sees("Det finns inte plats för er alla")
    town.presses(sara, f"come:{made[2].id}:move:{made[1].id}")
    sara.sees("Vill ni alla byta till tisdag 15 december kl. 18.00–20.00?")
    sara.taps("Flytta oss alla")

    sara.sees("Du är anmäld till", "tisdag 15 december", "Elsa Svensson")
    town.presses(karin, f"meet:{made[1].id}:desk")
    karin.sees("Kommer: 0 av 2")
    town.presses(karin, f"meet:{made[2].id}:desk")
    karin.sees("Kommer: 2 av 2", "Elsa Svensson", "1 vegetariskt")
    town.presses(sara, f"come:{made[0].id}:move:{made[2].id}.me")
    town.presses(karin, f"meet:{made[2].id}:desk")
    karin.sees("Kommer: 1 av 2", "Elsa Svensson")


def test_nobody_loses_a_seat_to_a_full_occasion(town: Town) -> None:
    """She keeps the place she has, and is told why."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    made = _chooses_one(town, karin, seats=1)
    town.presses(nils, f"come:{made[2].id}:yes")
    _comes(sara, "Anmäl mig tisdag 8 december")

    sara.forges(f"come:{made[2].id}:move:{made[1].id}")

    sara.sees_toast("Det tillfället är fullt. Du behåller din plats tisdag 8 december.")
    town.presses(karin, f"meet:{made[1].id}:desk")
    karin.sees("Sara Lind")


def test_a_second_occasion_is_a_move(town: Town) -> None:
    """She who taps another day is asked whether she wants it instead; both is not possible."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    made = _chooses_one(town, karin)
    _comes(sara, "Anmäl mig tisdag 8 december")

    town.presses(sara, f"come:{made[3].id}:yes")
    sara.sees("Vill du byta till", "tisdag 22 december")
    sara.taps("Nej, behåll min plats")
    sara.sees("Du är anmäld till", "tisdag 8 december")

    town.presses(karin, f"meet:{made[3].id}:desk")
    karin.sees("Kommer: 0")


def test_an_old_button_moves_nobody(town: Town) -> None:
    """One who has cancelled is shown how it stands, and so is one with an invented number."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    made = _chooses_one(town, karin)

    for old in (made[1].id, 999, "x"):
        town.presses(sara, f"come:{made[2].id}:move:{old}")

    town.presses(karin, f"meet:{made[2].id}:desk")
    karin.sees("Kommer: 0")


def test_an_occasion_that_is_not_ready_is_asked_about(town: Town) -> None:
    """Nothing is sent while a day of the series cannot be."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    made = makes_series(town, karin)
    with town.store.transaction() as session:
        row = session.get(Meeting, made[2].id)
        assert row is not None
        row.closes_on = None
        session.add(row)

    town.presses(karin, f"meet:{made[0].id}:preview")

    karin.sees("Vilken är sista dagen att anmäla sig?")
    sara.sees_nothing()


def test_the_organiser_says_that_one_chooses(town: Town) -> None:
    """The overview turns it on and off, for every occasion at once."""
    karin = town.organiser()
    makes_series(town, karin)

    karin.taps("Man väljer ett tillfälle")
    karin.sees("Var och en väljer ett av tillfällena.")

    assert all(one.picks_one for one in rows(town))


def test_a_text_with_several_days_is_one_invitation(town: Town) -> None:
    """Each day stands with its own place, and people choose one of them."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    karin.writes(
        "/ny Workshop i berättande\n\n"
        "Välj ett av våra tillfällen:\n"
        "- tisdag 1 december kl. 18.00-20.00, Biblioteket i Bräcke\n"
        "- torsdag 3 december kl. 18.00-20.00, Folkets hus i Ås\n\n"
        "Anmälan senast 25 november till karin@region.example\n"
        "Antal platser: 15 per tillfälle"
    )
    karin.taps("Serie")
    karin.sees("Var och en väljer ett av tillfällena.", "torsdag 3 december")
    karin.taps("Se inbjudan")
    karin.writes("15")
    karin.taps("Det här och de följande")
    karin.taps("Serie")
    karin.taps("Se inbjudan")
    karin.taps("Skicka till 1")

    town.moves(seconds=61)

    sara.sees("Välj ett av 2 tillfällen", "Biblioteket i Bräcke", "Folkets hus i Ås")
    sara.taps("Anmäl mig torsdag 3 december")
    sara.sees("Du är anmäld till")


def test_one_nudge_is_enough_for_a_choice(town: Town) -> None:
    """She who has a place is not reminded of the other days, and nobody is reminded twice."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    made = _chooses_one(town, karin)
    _comes(sara, "Anmäl mig tisdag 22 december")
    nils.looks_away()
    sara.looks_away()

    town.arrives(date(2026, 12, 15), "12:00")

    nudged = [m for m in town.telegram.history(nils.place) if "Sista dagen" in m.text]
    assert len(nudged) == 1
    assert not [m for m in town.telegram.history(sara.place) if "Sista dagen" in m.text]
    town.presses(karin, f"meet:{made[3].id}:desk")
    karin.sees("Har inte svarat: 1")
