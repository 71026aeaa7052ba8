"""What was told about health stands in no file, log or error when it has served its purpose."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from bot import secrecy
from bot.records.incoming import Incoming, IncomingStatus
from bot.records.late_request import LateRequest
from bot.records.need import Need
from bot.records.usual import Usual
from bot.simulator.cast import Player
from tests.town import Town, tells

CANARIES = ("kanariefrön", "gul sittpinne", "blå fjäder")
"""What Sara eats, what she needs, and what she asks for too late; nobody else says these words."""
PHONE = "070-999 88 77"


def _tells_it_all(town: Town) -> Player:
    """Put what is sensitive everywhere it can be: ticked, written, kept, half done and late."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    nils, marta = town.member("Nils Berg"), town.member("Märta Dahl")
    town.has_no_telegram("Olle Ek", karin, phone=PHONE)
    town.announces(karin)
    for player, words in ((sara, CANARIES[0]), (nils, CANARIES[1])):
        town.presses(player, "come:1:yes")
        player.taps("Ja, spara mitt svar")
        player.taps("Glutenfritt")
        player.writes(words)
    sara.taps("Ja, spara mitt svar")
    sara.taps("Hörslinga")
    sara.writes(CANARIES[1])
    sara.taps("Spara till nästa gång")
    tells(nils, "Teckenspråkstolk")
    town.presses(marta, "come:1:yes")
    marta.writes(CANARIES[0])
    marta.taps("Ja, spara mitt svar")
    marta.taps("Veganskt")
    town.arrives(date(2026, 11, 28), "10:00")
    sara.taps("Ändra mina svar")
    sara.taps("Mat")
    sara.writes(CANARIES[2])
    return sara


def _logs_all(caplog: pytest.LogCaptureFixture) -> None:
    """Log as much as can be asked for; what says more is held back by `secrecy.LEAST`."""
    caplog.set_level(logging.DEBUG)
    for name, least in secrecy.LEAST.items():
        caplog.set_level(least, logger=name)


def _bytes(folder: Path) -> bytes:
    """Everything in the bot's files: rows, journals, keys."""
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file())


def _found(folder: Path) -> list[str]:
    everything = _bytes(folder)
    return [
        canary
        for canary in CANARIES
        for coded in (canary.encode(), canary.encode("utf-16-le"), canary.encode("unicode-escape"))
        if coded in everything
    ]


def test_what_is_told_is_never_in_clear_in_a_file_j6(town: Town, tmp_path: Path) -> None:
    """Not in rows, journals or keys, from the moment the message is handled and sent on."""
    _tells_it_all(town)

    assert [] == _found(tmp_path)


def test_it_is_in_no_log_line_at_any_level_j6(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    """Nor are names and telephone numbers."""
    _logs_all(caplog)

    _tells_it_all(town)
    town.restarts()

    for word in (*CANARIES, "Sara", "Lind", PHONE):
        assert word not in caplog.text


def test_a_week_after_the_meeting_every_byte_is_gone_j4(town: Town, tmp_path: Path) -> None:
    """Rows, sealed bytes and the key: no copy of the file can be opened, and none is needed."""
    _tells_it_all(town)
    with town.store.reading() as session:
        sealed = [one.sealed or one.draft for one in session.exec(select(Need))]
        sealed += [one.sealed for one in session.exec(select(LateRequest))]
    left = [one for one in sealed if one]
    assert all(one in _bytes(tmp_path) for one in left)

    town.arrives(date(2026, 12, 14), "12:00")
    town.restarts()

    after = _bytes(tmp_path)
    assert len(left) == 6
    assert not [one for one in left if one in after]
    assert [] == [one for one in left if town.keys.unseal(1, one)]
    assert b"meeting:1" not in (tmp_path / "stage.keys").read_bytes()
    with town.store.reading() as session:
        assert [] == list(session.exec(select(Need)))
        assert [None] == [one.sealed for one in session.exec(select(LateRequest)) if one.about]


def test_what_is_kept_for_next_time_goes_when_she_says_so_j4(town: Town, tmp_path: Path) -> None:
    """It outlives the meeting because she asked for it, and her own tap ends it."""
    sara = _tells_it_all(town)
    town.arrives(date(2026, 12, 14), "12:00")
    with town.store.reading() as session:
        kept = [one.sealed for one in session.exec(select(Usual))]
    assert all(one in _bytes(tmp_path) for one in kept)

    town.presses(sara, "usual:0:remove")

    assert len(kept) == 2
    assert not [one for one in kept if one in _bytes(tmp_path)]


def test_an_answer_that_cannot_be_handled_is_put_aside_unseen_j6(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Who runs the bot hears a code; neither the log nor the noted mistake tells what she wrote."""
    _logs_all(caplog)
    town = Town(tmp_path)
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    sara.taps("Anmäl mig")
    sara.taps("Ja, spara mitt svar")
    with town.store.transaction() as session:
        need = session.exec(select(Need)).one()
        need.draft = town.keys.seal(1, "neither choices nor words")
        session.add(need)

    sara.writes(CANARIES[0])

    sara.sees("Något gick fel")
    karin.sees("Jag kunde inte ta hand om ett meddelande")
    with town.store.reading() as session:
        aside = select(Incoming).where(Incoming.status == IncomingStatus.QUARANTINED)
        [row] = session.exec(aside)
    town.close()
    assert CANARIES[0] not in row.last_error
    assert CANARIES[0] not in caplog.text
    assert CANARIES[0] not in "".join(m.text for m in town.telegram.history(karin.place))


def test_groups_are_never_told_of_needs_j8(town: Town) -> None:
    """A card in a group has numbers of people, and nothing of what they eat or need."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = town.gathers(karin, sara)
    town.announces(karin)
    sara.taps("Anmäl mig")
    tells(sara, "Veganskt")
    tells(sara, "Rullstolsplats")
    town.moves(seconds=30)

    group.sees("1 anmäld")
    said = "".join(m.text for m in town.telegram.history(group.place)).lower()
    assert not [word for word in ("vegan", "rullstol", "behov", "allergi") if word in said]
