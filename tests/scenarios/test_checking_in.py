"""On the day: names to tap at the door, and a place for those who come unannounced."""

from __future__ import annotations

from datetime import date

from bot.records.person import Person
from bot.records.registration import Standing
from bot.rules import attendance as rule
from bot.simulator.cast import Player
from bot.store import attendance, registrations
from tests.town import SATURDAY, Town, comes
from tests.town_doings import present, registered, stands_at_the_door


def test_a_tap_on_a_name_notes_her_and_another_takes_it_back(town: Town) -> None:
    """The card counts, in the same message."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    meeting = town.announces(karin)
    comes(sara)
    comes(nils)
    stands_at_the_door(town, karin, meeting)
    karin.sees("0 av 2 är här")

    karin.taps("Sara Lind")
    karin.sees_toast("Sara Lind är här.")
    karin.sees("1 av 2 är här")
    assert present(town, meeting) == ["Sara Lind"]
    karin.taps("Sara Lind: här")

    karin.sees_toast("Sara Lind är inte längre avprickad")
    karin.sees("0 av 2 är här")
    assert present(town, meeting) == []


def test_the_way_to_the_door_stands_first_on_the_meeting_that_day(town: Town) -> None:
    """Who may check people in finds it in /moten too; a member does not, nor anyone before."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    _opens(karin)
    assert "Pricka av" not in _labels(town, karin)

    town.arrives(SATURDAY, "09:40")
    _opens(karin)
    _opens(sara)

    assert _labels(town, karin)[0] == "Pricka av"
    assert "Pricka av" not in _labels(town, sara)
    karin.taps("Pricka av")
    karin.sees("0 av 0 är här")
    assert present(town, meeting) == []


def _opens(player: Player) -> None:
    player.writes("/moten")
    player.taps("Dialogträff om kulturplanen")


def _labels(town: Town, player: Player) -> list[str]:
    return [button.text for button in town.telegram.history(player.place)[-1].buttons]


def test_two_who_tap_the_same_name_do_not_undo_each_other(town: Town) -> None:
    """A button says what she is to be, not the opposite of what she is."""
    karin, olle = town.organiser(), town.organiser("Olle Ek")
    sara = town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    stands_at_the_door(town, karin, meeting)
    town.presses(olle, f"here:{meeting.id}:all")

    karin.taps("Sara Lind")
    olle.taps("Sara Lind")

    olle.sees("1 av 1 är här")
    assert present(town, meeting) == ["Sara Lind"]


def test_the_first_letters_find_a_name(town: Town) -> None:
    """In a long list nobody leafs; an association's letters do too."""
    karin = town.organiser()
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg", "Ås byalag")
    meeting = town.announces(karin)
    comes(sara)
    comes(nils)
    stands_at_the_door(town, karin, meeting)

    karin.writes("lin")
    karin.sees("På listan för ”lin”:")
    assert "Nils" not in str(karin.last.buttons)
    karin.taps("Sara Lind")

    karin.sees("1 av 2 är här")
    karin.writes("ås by")
    karin.taps("Nils Berg")
    karin.sees("2 av 2 är här")


def test_a_long_list_has_pages(town: Town) -> None:
    """Twenty names on each; a tap stays on its page."""
    karin = town.organiser()
    meeting = town.announces(karin)
    with town.store.transaction() as session:
        for n in range(25):
            one = Person(name=f"Anna {n:02}", is_private=True, created_at=town.clock.now())
            session.add(one)
            session.flush()
            registrations.answer(session, meeting.id, one.id, Standing.GOING, town.clock.now())
    stands_at_the_door(town, karin, meeting)

    karin.taps("Nästa sida")
    karin.taps("Anna 24")
    karin.sees("1 av 25 är här")
    karin.taps("Anna 24: här")
    karin.taps("Förra sidan")

    karin.taps("Anna 00")
    assert present(town, meeting) == ["Anna 00"]


def test_minutes_tell_who_was_there_who_was_not_and_who_had_said_so(town: Town) -> None:
    """By association; the three never overlap. The desk tells how many of how many came."""
    karin = town.organiser()
    sara, nils = town.member("Sara Lind"), town.member("Nils Berg", "Ås byalag")
    marta = town.member("Märta Dahl", "Ås byalag")
    meeting = town.announces(karin)
    comes(sara)
    comes(nils)
    marta.taps("Kan inte komma")
    stands_at_the_door(town, karin, meeting)
    karin.taps("Sara Lind")

    with town.store.reading() as session:
        three = [
            rule.grouped(which(session, meeting.id))
            for which in (attendance.present, attendance.absent, attendance.announced)
        ]

    assert three == [
        [("Bräcke amatörteater", ["Sara Lind"])],
        [("Ås byalag", ["Nils Berg"])],
        [("Ås byalag", ["Märta Dahl"])],
    ]
    town.arrives(SATURDAY, "15:00")
    karin.looks_away()
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.sees("Var med: 1 av 2 anmälda", "Sara Lind (Bräcke amatörteater)", "Kunde inte komma: 1")


def test_nobody_is_noted_before_the_day(town: Town) -> None:
    """A forged button weeks ahead is answered kindly."""
    karin = town.organiser()
    meeting = town.announces(karin)
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.taps("Listor")

    karin.forges(f"here:{meeting.id}:all")

    karin.sees_toast("från och med morgonen")


def test_a_member_notes_nobody_g1(town: Town) -> None:
    """Neither by a forged button nor by another meeting's registration."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    other = town.announces(karin, title="Ett annat möte", day=date(2026, 12, 5))
    comes(sara)
    stands_at_the_door(town, karin, meeting)
    mine = registered(town, other).get("Sara Lind")
    assert mine is not None

    sara.forges(f"here:{other.id}:yes:{mine.id}-1")
    sara.sees_toast("Det kan bara")
    karin.forges(f"here:{meeting.id}:yes:{mine.id}-1")

    karin.sees_toast("Den knappen är gammal")
    assert present(town, other) == []


def test_leaving_the_door_ends_the_search(town: Town) -> None:
    """A text written afterwards is not taken for a name."""
    karin = town.organiser()
    meeting = town.announces(karin)
    stands_at_the_door(town, karin, meeting)

    karin.taps("Tillbaka")
    karin.writes("hej")

    assert "Jag hittar ingen" not in karin.last.text
