"""A mountain of updates waits when the bot comes back."""

from __future__ import annotations

import asyncio
import time
from collections import Counter

from bot.simulator.messages import Button
from bot.store import inbox
from tests.crashes.rig import is_whole
from tests.town import Town

WAITING = 10_000 if is_whole() else 200
"""`make crash` asks for the whole mountain."""
PEOPLE = 20
LIMIT = 120.0
"""Seconds of our own work that 10,000 updates may take, whoever else uses the machine."""


def test_all_is_handled_and_nobody_is_answered_for_each_press_c4(town: Town) -> None:
    """People pressed a question long answered; each hears little, however often they pressed."""
    karin = town.organiser()
    members = [town.member(f"Medlem {n}") for n in range(PEOPLE)]
    meeting = town.announces(karin)
    for one in members:
        town.presses(one, f"come:{meeting.id}:yes")
        town.presses(one, f"come:{meeting.id}:food:none")
        one.looks_away()
    said_before = len(town.telegram.changes.all)

    old = Button("x", f"come:{meeting.id}:food:none", raw={})
    for n in range(WAITING):
        one = members[n % PEOPLE]
        town.telegram.taps(one.user, one.last, old)
    began = time.process_time()
    town.run(_comes_back(town))
    took = time.process_time() - began

    news = town.telegram.changes.all[said_before:]
    messages = Counter(one.chat_id for one in news if one.kind == "message")
    with town.store.reading() as session:
        left = inbox.count_waiting(session)
    print(f"\n{WAITING} updates handled in {took:.1f} s")  # noqa: T201  (a figure to read)
    assert left == 0
    assert [] == town.complaints()
    assert max(messages.values(), default=0) <= 1
    assert took <= LIMIT


async def _comes_back(town: Town) -> None:
    """Fetch and handle everything while the sender works beside."""
    sending = asyncio.create_task(town.app.sender.run())
    while await town.app.intake.poll_once(0) + await town.app.intake.handle_waiting():  # noqa: ASYNC110
        await asyncio.sleep(0)
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
