"""The process ends when it is asked to, ends when it has to, and keeps what it has promised."""

from __future__ import annotations

import asyncio
import contextlib
import resource
import sqlite3
from pathlib import Path

import pytest
from sqlmodel import func, select

from bot.records.outgoing import Outgoing
from bot.records.registration import Registration
from bot.simulator.changes import Change
from bot.simulator.watcher import button_called
from bot.store.engine import StoreTroubleError
from bot.words.views import mishaps
from tests.crashes.failing_disk import FailingDisk
from tests.crashes.rig import Rig, queue, rig
from tests.test_service import ROOT, begun, said, served, settings
from tests.town import Town

FAST = {"SAMKLANG_DELIVERY__PER_SECOND": "1000"}
ROWS = 1000
WRITERS = 2000


async def _after(one: Rig, number: int) -> None:
    """Wait until so many messages have come."""
    come, left = asyncio.Event(), [number]

    def look(change: Change) -> None:
        left[0] -= change.kind == "message"
        if not left[0]:
            come.set()

    leave = one.world.subscribe(look)
    await asyncio.wait_for(come.wait(), 60)
    leave()


def test_a8_asked_to_end_in_a_broadcast_it_ends_at_once_and_goes_on_later(tmp_path: Path) -> None:
    """Each of a thousand messages arrives exactly once, although the process ended among them."""

    async def story() -> None:
        async with rig(tmp_path, "sqlite", 8, **FAST) as one:
            queue(one, private=ROWS, groups=0)
            running = await one.begins()
            await _after(one, 100)
            seconds = await one.is_asked_to_end(running)
            there = len(_heard(one))
            await one.ends_well(one.rests)

            assert seconds < 8
            assert 100 <= there < ROWS
            assert ROWS == len(_heard(one)) == len(set(_heard(one)))

    asyncio.run(story())


def _heard(one: Rig) -> list[str]:
    return [
        message.text
        for chat in one.world.chats.values()
        for message in one.world.history(chat)
        if message.from_bot
    ]


def test_a9_asked_to_end_with_two_thousand_waiting_it_ends_at_once(tmp_path: Path) -> None:
    """All who wrote meanwhile are answered by the next process, each once."""

    async def story() -> None:
        async with rig(tmp_path, "sqlite", 9, **FAST) as one:
            for number in range(WRITERS):
                one.world.starts(one.world.add_user(f"Person {number}"))
            running = await one.begins()
            await _after(one, 1)
            seconds = await one.is_asked_to_end(running)
            answered = len(_heard(one))
            await one.ends_well(one.rests)
            with one.store.reading() as session:
                rows = session.exec(select(Outgoing.chat_id)).all()

            assert seconds < 8
            assert answered < WRITERS
            assert WRITERS == len(rows) == len(set(rows))

    asyncio.run(story())


def test_a11_a_part_that_fails_ends_the_process(tmp_path: Path) -> None:
    """A bot that has lost its sender does not go on looking alive."""

    async def story() -> None:
        async with rig(tmp_path, "sqlite", 11) as one:
            running = await one.begins()
            with contextlib.closing(sqlite3.connect(tmp_path / "bot.db")) as file:
                file.execute("ALTER TABLE outgoing RENAME TO gone")
            one.world.starts(one.world.add_user("Sara"))

            assert 0 != await running.ends(5.0)
            assert "starta den igen" in running.said.casefold()

    asyncio.run(story())


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux has prlimit")
def test_h2_a_full_disk_keeps_updates_at_telegram_until_there_is_room(tmp_path: Path) -> None:
    """What cannot be stored is not confirmed; when there is room the same process goes on."""

    async def story() -> None:
        async with rig(tmp_path, "sqlite", 2, **FAST) as one:
            running = await one.begins()
            _, most = resource.prlimit(running.pid, resource.RLIMIT_FSIZE)
            full = (tmp_path / "bot.db").stat().st_size
            resource.prlimit(running.pid, resource.RLIMIT_FSIZE, (full - full % 4096, most))
            # More than fits in pages that are half empty.
            for number in range(200):
                one.world.starts(one.world.add_user(f"Person {number}"))
            await asyncio.sleep(2)
            held, answered = one.world.updates.pending(), len(_heard(one))
            resource.prlimit(running.pid, resource.RLIMIT_FSIZE, (most, most))
            await _after(one, 200 - answered)
            await one.is_asked_to_end(running)

            assert held
            assert answered < 200
            assert 200 == len(_heard(one))
            assert one.is_intact()

    asyncio.run(story())


def test_h5_after_a_failed_flush_the_process_ends_and_promises_nothing(tmp_path: Path) -> None:
    """It does not ask the disk once more, which may say yes although it has forgotten."""

    async def story() -> None:
        async with served() as (world, address):
            sara, disk = world.add_user("Sara"), FailingDisk(tmp_path)
            config = settings(tmp_path, address, world.token)
            born = {"LD_PRELOAD": disk.library, "DISK_FAILS": disk.sign}
            running = await begun("run", "--config", str(config), folder=ROOT, **born)
            await running.hears("Kulturnätet")
            disk.fails()
            world.starts(sara)

            assert await running.ends(20.0) == 1
            assert "Disken kunde inte spara det den fick" in running.said
            assert not [one for one in world.history(sara) if one.from_bot]

            disk.works()
            running = await begun("run", "--config", str(config), folder=ROOT, **born)
            await said(world, "Kulturnätet")
            running.process.terminate()
            assert await running.ends(20.0) == 0

    asyncio.run(story())


def _full(town: Town) -> None:
    """Let the database not grow by a single page."""
    with town.store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def _roomy(town: Town) -> None:
    with town.store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


def test_h2_nobody_is_told_of_a_seat_that_is_not_stored(town: Town) -> None:
    """With a full disk a tap is only asked to wait; with room again it has its effect, once."""
    players = [town.member(f"Person {number}") for number in range(40)]
    meeting = town.announces(town.organiser())
    calls = len(town.telegram.log)
    _full(town)
    for player in players:
        found = button_called(town.telegram.history(player.place), "Anmäl mig")
        assert found
        town.telegram.taps(player.user, *found)
    for _ in range(3):
        with contextlib.suppress(StoreTroubleError):
            town.run(town.app.intake.poll_once(0))
            town.run(town.app.intake.handle_waiting())
    seats = _count_seats(town, meeting.id)
    wait = mishaps.busy(town.app.house.words())
    answers = [
        call
        for call in list(town.telegram.log)[calls:]
        if call.method == "answerCallbackQuery" and call.params.get("text") != wait
    ]

    assert seats < len(players)
    assert len(answers) <= seats
    _roomy(town)
    town.settle()
    assert len(players) == _count_seats(town, meeting.id)
    for player in players:
        assert 1 == player.chat().count("Vad roligt att du vill komma")


def _count_seats(town: Town, meeting_id: int) -> int:
    with town.store.reading() as session:
        counted = select(func.count()).where(Registration.meeting_id == meeting_id)
        return session.exec(counted).one()
