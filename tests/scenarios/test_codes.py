"""A code on a telephone opens the door for an organiser, and tells nobody else anything."""

from __future__ import annotations

import pytest

from bot.deeds import codes
from bot.records.meeting import Form, Meeting
from bot.simulator.cast import Player
from bot.store import attendance, registrations
from bot.turn import Turn
from tests.town import SATURDAY, Town, comes

KIND = "Den här koden är personlig"


def _link(town: Town, meeting: Meeting, player: Player) -> str:
    with town.store.reading() as session:
        turn = Turn(session, town.app.house, town.clock.now())
        mine = registrations.of(session, meeting.id, town.row(session, player).id)
        assert mine is not None
        return codes.link(turn, mine)


def _present(town: Town, meeting: Meeting) -> list[str]:
    with town.store.reading() as session:
        return [one.name for one in attendance.present(session, meeting.id)]


def test_a_code_is_a_picture_and_checks_its_owner_in(town: Town) -> None:
    """Sara shows it; Karin's telephone opens the link that stands in it."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    sara.taps("Visa min kod")
    sara.sees("Din kod till Dialogträff om kulturplanen")
    assert sara.last.kind == "photo"
    link = _link(town, meeting, sara)
    town.arrives(SATURDAY, "09:40")

    karin.starts(link)

    karin.sees("Sara Lind (Bräcke amatörteater) är här.", "1 av 1 är här")
    assert _present(town, meeting) == ["Sara Lind"]
    karin.taps("Ångra")
    assert _present(town, meeting) == []


def test_a_code_that_is_read_twice_counts_once(town: Town) -> None:
    """Two doors, two telephones, one Sara."""
    karin, olle = town.organiser(), town.organiser("Olle Ek")
    sara = town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    town.arrives(SATURDAY, "09:40")
    link = _link(town, meeting, sara)

    karin.starts(link)
    olle.starts(link)

    olle.sees("1 av 1 är här")


@pytest.mark.parametrize("who", ["herself", "another", "a stranger"])
def test_anyone_else_who_opens_a_code_learns_nothing_g1(town: Town, who: str) -> None:
    """Neither whose it is nor for which meeting, and nobody is checked in."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    others = {"herself": sara, "another": town.member("Nils Berg")}
    reader = others.get(who) or town.stranger("Främmande Person")
    meeting = town.announces(karin)
    comes(sara)
    town.arrives(SATURDAY, "09:40")

    reader.starts(_link(town, meeting, sara))

    reader.sees(KIND)
    assert "Sara" not in reader.last.text
    assert _present(town, meeting) == []


def test_a_forged_code_is_answered_as_any_other_g1(town: Town) -> None:
    """An organiser learns no more from a code that the bot has not made."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    town.arrives(SATURDAY, "09:40")
    good = _link(town, meeting, sara).partition("start=")[2]

    for bad in (good[:-1], good + "a", "k-1-", "k-999-" + good[4:], "k-x-y", "k-", "k-1-å"):
        karin.starts(bad)
        karin.sees(KIND)

    assert _present(town, meeting) == []


def test_a_code_read_too_early_says_so(town: Town) -> None:
    """It can be tried at home."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)

    karin.starts(_link(town, meeting, sara))

    karin.sees("Koden stämmer: Sara Lind", "från och med morgonen")
    assert _present(town, meeting) == []


def test_one_who_gave_her_seat_back_can_still_be_let_in(town: Town) -> None:
    """The one at the door decides."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    link = _link(town, meeting, sara)
    sara.taps("Lämna återbud")
    sara.forges(f"code:{meeting.id}:show")
    sara.sees_toast("Den knappen är gammal")
    town.arrives(SATURDAY, "09:40")

    karin.starts(link)
    karin.sees("Sara Lind (Bräcke amatörteater) har ingen plats", "har lämnat återbud")
    karin.taps("Släpp in")

    assert _present(town, meeting) == ["Sara Lind"]


def test_there_is_no_code_for_a_meeting_without_a_door(town: Town) -> None:
    """Online there is nothing to show it to."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin, form=Form.ONLINE, join_url="https://x.example", food="")

    sara.taps("Anmäl mig")
    sara.taps("Nej tack")

    sara.sees("Du är anmäld")
    assert "Visa min kod" not in str(sara.last.buttons)


def test_a_link_fits_what_telegram_takes_b12(town: Town) -> None:
    """At most 64 characters of A-Z, a-z, 0-9, _ and - (Bot API, deep linking)."""
    longest = f"{codes.PREFIX}{'9' * 18}-{town.app.house.keys.mark('place', 1)}"

    assert len(longest) <= 64
    assert longest.replace("-", "").isalnum()


def test_one_without_telegram_has_a_code_that_is_passed_on(town: Town) -> None:
    """Who registered her gets it as a picture with words to send on, and so does an organiser."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    meeting = town.announces(karin)
    town.presses(sara, f"party:{meeting.id}:add")
    sara.writes("Gerd Alm")
    sara.taps("Äter allt")
    sara.taps("Nej tack")
    sara.sees("Gerd Alm är anmäld till", "När: lördag 5 december 2026 kl. 10.00–14.00")
    sara.taps("Kod till dörren")
    sara.sees("Kod för Gerd Alm", "När: lördag 5 december 2026 kl. 10.00–14.00")
    assert sara.last.kind == "photo"
    assert not sara.last.keyboard
    town.presses(karin, f"entry:{meeting.id}:list:1")
    karin.taps("Gerd Alm (Bräcke amatörteater)")
    karin.taps("Kod till dörren")
    karin.sees("Kod för Gerd Alm")

    with town.store.reading() as session:
        turn = Turn(session, town.app.house, town.clock.now())
        (gerd,) = attendance.coming(session, meeting.id)
        link = codes.link(turn, gerd.mine)
    town.presses(nils, f"code:{gerd.mine.id}:for")
    assert nils.last.kind == "text"
    town.arrives(SATURDAY, "09:40")
    karin.starts(link)
    karin.sees("Gerd Alm (Bräcke amatörteater) är här.")
    town.presses(sara, f"ours:{gerd.mine.id}:cancel:yes")
    town.presses(sara, f"code:{gerd.mine.id}:for")
    assert sara.last.kind == "text"
