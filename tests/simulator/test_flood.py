"""Telegram's limits bite when they are switched on, on the world's clock."""

from __future__ import annotations

from bot.simulator.json_value import JsonObject
from tests.simulator.desk import Desk


def _say(desk: Desk, chat: int) -> int:
    return desk.asks("sendMessage", chat_id=chat, text="Hej")[0]


def test_a_private_chat_takes_one_message_a_second() -> None:
    """The second message within a second is told to wait, and then goes."""
    desk = Desk(flood_limits=True)
    _say(desk, desk.karin.id)

    status, answer = desk.asks("sendMessage", chat_id=desk.karin.id, text="Hej igen")
    desk.clock.advance(1)

    assert status == 429
    assert answer["description"] == "Too Many Requests: retry after 1"
    assert answer["parameters"] == {"retry_after": 1}
    assert _say(desk, desk.karin.id) == 200


def test_a_group_takes_twenty_sends_and_edits_a_minute() -> None:
    """Sends and edits to a group are counted together."""
    desk = Desk(flood_limits=True)
    card = desk.says(desk.group, "0 anmälda")
    where: JsonObject = {"chat_id": desk.group.id, "message_id": card.id}

    edits = [
        desk.asks("editMessageText", text=f"{number} anmälda", **where)[0]
        for number in range(1, 21)
    ]
    desk.clock.advance(59)
    late = _say(desk, desk.group.id)
    desk.clock.advance(1)

    assert edits == [200] * 19 + [429]
    assert late == 429
    assert _say(desk, desk.group.id) == 200


def test_all_chats_together_take_thirty_a_second() -> None:
    """The thirty-first message within a second waits, whoever it is for."""
    desk = Desk(flood_limits=True)
    people = [desk.world.add_user(f"P{number}") for number in range(31)]
    for person in people:
        desk.world.starts(person)

    assert [_say(desk, person.id) for person in people] == [200] * 30 + [429]


def test_limits_are_asleep_by_default() -> None:
    """Stories run at full speed unless they are about limits."""
    desk = Desk()

    assert {_say(desk, desk.karin.id) for _ in range(40)} == {200}
