"""One occasion of a series is changed or cancelled, alone or with those that follow."""

from __future__ import annotations

from datetime import time

from bot.records.meeting import Meeting, Status
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

    karin.sees("0 tillfällen till är ändrade", "Här går det inte ihop", "tisdag 22 december")


def test_drafts_follow_too(town: Town) -> None:
    """Before anything is sent a better text is put into all of them."""
    karin = town.organiser()
    made = makes_series(town, karin)
    town.presses(karin, f"meet:{made[0].id}:change:title")
    karin.writes("Skrivarstuga")

    karin.taps("Det här och de följande")

    assert {"Skrivarstuga"} == {one.title for one in rows(town)}


def test_the_rest_is_cancelled_in_one_message(town: Town) -> None:
    """Who is only invited gets one message with all the days, who has a place one for it too."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    made = _series(town, karin)
    _comes(town, sara, made[3])
    nils.looks_away()
    town.presses(karin, f"series:{made[1].id}:cancel")
    karin.sees("Vill du ställa in de här?", "tisdag 8 december", "tisdag 22 december")

    karin.writes("Ledaren är sjuk")
    karin.sees("3 tillfällen är inställda")
    town.moves(minutes=2)

    assert ["announced", *["cancelled"] * 3] == [one.status for one in rows(town)]
    nils.sees("Också inställt: tisdag 15 december", "Ledaren är sjuk")
    assert 1 == _told(town, nils, "inställt")
    assert 2 == _told(town, sara, "inställt")


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
