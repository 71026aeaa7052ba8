"""One occasion of a series is changed or cancelled, alone or with those that follow."""

from __future__ import annotations

from datetime import date, time

from sqlmodel import Session

from bot.records.meeting import Meeting, Status
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.simulator.cast import Player
from tests.scenarios.test_series import makes_series, rows
from tests.town import Town


def _series(town: Town, karin: Player, **facts: object) -> list[Meeting]:
    """Announce four Tuesdays."""
    made = makes_series(town, karin, **facts)
    town.presses(karin, f"meet:{made[0].id}:send")
    town.moves(seconds=61)
    karin.looks_away()
    return made


def _comes(town: Town, player: Player, *made: Meeting) -> None:
    for one in made:
        town.presses(player, f"come:{one.id}:yes")
    player.looks_away()


def colleague(town: Town, session: Session, by: Player, name: str) -> Person:
    """Write down someone without Telegram for whom a member speaks."""
    speaker = town.row(session, by)
    person = Person(name=name, organisation_id=speaker.organisation_id, created_at=town.clock.now())
    person.entered_by = speaker.id
    session.add(person)
    session.flush()
    return person


def brought(
    town: Town, session: Session, meeting_id: int, person: Person, by: Player
) -> Registration:
    """Give her a seat as the one who speaks for her does."""
    now = town.clock.now()
    mine = Registration(
        meeting_id=meeting_id,
        person_id=person.id,
        standing=Standing.GOING,
        created_at=now,
        changed_at=now,
    )
    mine.registered_by = town.row(session, by).id
    return mine


def _told(town: Town, player: Player, words: str) -> int:
    return sum(words in m.text for m in town.telegram.history(player.place))


def test_a_change_holds_for_one_occasion(town: Town) -> None:
    """She says so when asked; nobody hears anything about the others."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    made = _series(town, karin)
    _comes(town, sara, made[1], made[2])
    town.presses(karin, f"meet:{made[1].id}:change:place")
    karin.writes("Biblioteket")
    karin.sees("Plats: ska ändringen gälla också de 2 tillfällen som följer?")

    karin.taps("Bara det här")
    town.moves(minutes=2)

    assert ["Biblioteket" == one.place for one in rows(town)] == [False, True, False, False]
    assert _told(town, sara, "Ny plats") == 1


def test_a_change_holds_for_those_that_follow(town: Town) -> None:
    """Everyone who has registered for one of them hears of it as old and new; before stays."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    made = _series(town, karin)
    _comes(town, sara, made[0], made[3])
    town.presses(karin, f"meet:{made[1].id}:change:place")
    karin.writes("Biblioteket")

    karin.taps("Det här och de följande")
    karin.sees("2 tillfällen till är ändrade")
    town.moves(minutes=2)

    assert ["Biblioteket" == one.place for one in rows(town)] == [False, True, True, True]
    sara.sees("tisdag 22 december", "Ny plats: Biblioteket", "Förut: Teaterverkstaden")


def test_she_who_comes_to_several_hears_of_all_in_one_message(town: Town) -> None:
    """Old and new of each of hers, and one calendar file; nothing of those she does not come to."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    made = _series(town, karin)
    _comes(town, sara, made[1], made[3])
    _comes(town, nils, made[2])
    town.presses(karin, f"meet:{made[1].id}:change:start")
    karin.writes("18.30")
    karin.taps("Det här och de följande")

    town.moves(minutes=2)

    sara.sees("2 tillfällen av Dialogträff om kulturplanen har ändrats.")
    sara.sees("Ny tid: tisdag 8 december 2026 kl. 18.30–20.00")
    sara.sees("Förut: tisdag 8 december 2026 kl. 18.00–20.00")
    sara.sees("Ny tid: tisdag 22 december 2026 kl. 18.30–20.00")
    assert 1 == _told(town, sara, "Ny tid")
    assert "15 december" not in sara.last.text
    assert 2 == sara.document(".ics").count(b"BEGIN:VEVENT")
    assert 1 == _told(town, nils, "Ny tid")
    nils.sees("Ny tid: tisdag 15 december 2026 kl. 18.30–20.00")
    sara.taps("Visa tisdag 22 december")
    sara.sees("Du är anmäld till", "tisdag 22 december")


def test_a_new_place_of_several_is_said_once(town: Town) -> None:
    """With the days it concerns, also what a colleague without Telegram is to be told."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    made = _series(town, karin)
    _comes(town, sara, made[1])
    with town.store.transaction() as session:
        elsa = colleague(town, session, sara, "Elsa Svensson")
        for one in made[1:]:
            session.add(brought(town, session, one.id, elsa, sara))
    town.presses(karin, f"meet:{made[1].id}:change:place")
    karin.writes("Biblioteket")
    karin.taps("Det här och de följande")

    town.moves(minutes=2)

    sara.sees("Ny plats: Biblioteket", "Förut: Teaterverkstaden")
    sara.sees("Det gäller tisdag 8 december kl. 18.00–20.00, tisdag 15 december", "Elsa Svensson")
    assert 1 == _told(town, sara, "Biblioteket")


def test_what_is_undone_within_the_minute_is_told_to_nobody(town: Town) -> None:
    """Of several that were changed together only those that still differ are told."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    made = _series(town, karin)
    _comes(town, sara, made[1], made[2], made[3])
    town.presses(karin, f"meet:{made[1].id}:change:place")
    karin.writes("Biblioteket")
    town.moves(seconds=50)
    karin.taps("Det här och de följande")
    town.moves(seconds=50)
    sara.sees_nothing()
    for one in made[1:3]:
        town.presses(karin, f"meet:{one.id}:change:place")
        karin.writes(made[0].place or "")

    town.moves(minutes=3)

    sara.sees("tisdag 22 december", "Ny plats: Biblioteket")
    assert 1 == _told(town, sara, "Ny plats")
    assert 0 == _told(town, sara, "Det gäller")


def test_what_waits_for_a_morning_is_told_anew_when_one_of_them_is_cancelled(town: Town) -> None:
    """She who sleeps reads of the change of what is still to be, and of what is not."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    made = _series(town, karin)
    _comes(town, sara, made[1], made[2], made[3])
    with town.store.transaction() as session:
        town.row(session, sara).quiet_from, town.row(session, sara).quiet_to = time(16), time(11)
    town.arrives(date(2026, 11, 2), "17:00")
    town.presses(karin, f"meet:{made[1].id}:change:place")
    karin.writes("Biblioteket")
    karin.taps("Det här och de följande")
    town.moves(minutes=2)

    town.presses(karin, f"meet:{made[1].id}:cancel:yes")
    town.presses(karin, f"meet:{made[3].id}:change:place")
    karin.writes("Rådhuset")
    town.arrives(date(2026, 11, 3), "12:00")

    said = [m.text.replace("\xa0", " ") for m in town.telegram.history(sara.place)]
    said = [one for one in said if "Ny plats:" in one]
    assert not [one for one in said if "8 december" in one]
    assert "15 december kl. 18.00–20.00\nNy plats: Biblioteket" in said[0]
    assert "22 december kl. 18.00–20.00\nNy plats: Rådhuset" in said[0]
    assert 1 == len(said)


def test_a_day_moves_with_its_last_day(town: Town) -> None:
    """From Tuesdays to Wednesdays; registration closes a day later too."""
    karin = town.organiser()
    made = _series(town, karin)
    town.presses(karin, f"meet:{made[1].id}:change:day")
    karin.writes("onsdag 9 december")

    karin.taps("Det här och de följande")

    late = rows(town)[-1]
    assert ("2026-12-23", "2026-12-19") == (str(late.day), str(late.closes_on))


def test_what_does_not_fit_is_left_and_named(town: Town) -> None:
    """An occasion that ends early would end before it starts: its start is not moved."""
    karin = town.organiser()
    made = _series(town, karin)
    with town.store.transaction() as session:
        row = session.get(Meeting, made[3].id)
        assert row is not None
        row.end = time(18, 30)
        session.add(row)
    town.presses(karin, f"meet:{made[2].id}:change:start")
    karin.writes("19.00")

    karin.taps("Det här och de följande")

    karin.sees("0 tillfällen till är ändrade", "Ändringen går inte ihop", "tisdag 22 december")


def test_drafts_follow_too(town: Town) -> None:
    """Before anything is sent a better text is put into all of them."""
    karin = town.organiser()
    made = makes_series(town, karin)
    town.presses(karin, f"meet:{made[0].id}:change:title")
    karin.writes("Skrivarstuga")

    karin.taps("Det här och de följande")

    assert {"Skrivarstuga"} == {one.title for one in rows(town)}


def test_the_rest_is_cancelled_in_one_message(town: Town) -> None:
    """With all the days, and a calendar file of those she had a place at."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    made = _series(town, karin)
    _comes(town, sara, made[2], made[3])
    nils.looks_away()
    town.presses(karin, f"series:{made[1].id}:cancel")
    karin.sees("Vill du ställa in de här?", "tisdag 8 december", "tisdag 22 december")

    karin.writes("Ledaren är sjuk")
    karin.sees("3 tillfällen är inställda")
    town.moves(minutes=2)

    assert ["announced", *["cancelled"] * 3] == [one.status for one in rows(town)]
    nils.sees("Också inställt: tisdag 15 december", "Ledaren är sjuk")
    assert 1 == _told(town, nils, "inställt")
    assert 1 == _told(town, sara, "inställt")
    sara.sees("Öppna filen för att ta bort dem ur din kalender.")
    taken_away = sara.document(".ics")
    assert 2 == taken_away.count(b"STATUS:CANCELLED")
    assert b"METHOD:CANCEL" in taken_away


def test_the_rest_may_be_kept(town: Town) -> None:
    """A no leads back to the desk, and nothing is cancelled."""
    karin = town.organiser()
    made = _series(town, karin)
    town.presses(karin, f"series:{made[0].id}:cancel")

    karin.taps("Nej, behåll dem")

    assert {Status.ANNOUNCED} == {one.status for one in rows(town)}


def test_one_occasion_is_cancelled_alone(town: Town) -> None:
    """The desk of each occasion cancels that one; the overview shows it."""
    karin = town.organiser()
    made = _series(town, karin)
    town.presses(karin, f"meet:{made[1].id}:cancel:yes")

    town.presses(karin, f"series:{made[0].id}:show")

    karin.sees("tisdag 8 december kl. 18.00–20.00: inställt", "tisdag 15 december")
