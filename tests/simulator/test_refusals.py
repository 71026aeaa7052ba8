"""The simulator refuses in Telegram's own words."""

from __future__ import annotations

import asyncio
import json

import pytest

from bot.simulator.json_value import JsonObject
from tests.simulator.desk import Desk

_YES: JsonObject = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}
_NO_OFFSET = 'can\'t parse MessageEntity: Field "offset" must be of type Number'
_TEXTS: list[tuple[JsonObject, str]] = [
    ({}, "message text is empty"),
    ({"text": ""}, "message text is empty"),
    ({"text": " \n "}, "text must be non-empty"),
    ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "\N{PARTY POPPER}" * 2049}, "message is too long"),
    ({"text": "x", "chat_id": ""}, "chat_id is empty"),
    ({"text": "x", "chat_id": "-1"}, "chat not found"),
    ({"text": "x", "chat_id": "@karin"}, "chat not found"),
    ({"text": "x", "parse_mode": "word"}, "unsupported parse_mode"),
    ({"text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
    ({"text": "x", "reply_parameters": []}, "object expected as reply_parameters"),
    ({"text": "x", "entities": {}}, "array of objects expected as entities"),
    ({"text": "x", "entities": [{"type": "bold"}]}, _NO_OFFSET),
    ({"text": "x", "message_thread_id": 7}, "message thread not found"),
    ({"text": "x", "message_effect_id": "1"}, "EFFECT_ID_INVALID"),
    ({"text": "x", "allow_paid_broadcast": True}, "FLOODSKIP_NOT_ALLOWED"),
    ({"text": "x", "link_preview_options": {"url": "nej"}}, "WEBPAGE_URL_INVALID"),
    ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    (
        {"text": "x", "entities": [{"type": "bold", "offset": 1, "length": 1}]},
        "entity begins after the end of the text at UTF-16 offset 1",
    ),
    (
        {"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
        "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2",
    ),
    (
        {"text": "x", "entities": [{"type": "huge", "offset": 0, "length": 1}]},
        "can't parse MessageEntity: Unsupported type specified",
    ),
]


@pytest.mark.parametrize(("params", "words"), _TEXTS)
def test_a_wrong_text_is_refused(params: JsonObject, words: str) -> None:
    """A message that cannot stand is refused in Telegram's words, and nothing is posted."""
    desk = Desk(contract=False)
    before = len(desk.world.history(desk.karin))

    refusal = desk.refusal("sendMessage", **{"chat_id": desk.karin.id, **params})

    assert refusal == f"Bad Request: {words}"
    assert len(desk.world.history(desk.karin)) == before


def test_text_of_full_length_passes() -> None:
    """4096 units are the limit after markup is taken away, not before."""
    desk = Desk()

    message = desk.says(desk.karin, f"<b>{'x' * 4096}</b>", parse_mode="HTML")

    assert len(message.text) == 4096


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("blocked", "Forbidden: bot was blocked by the user"),
        ("gone", "Forbidden: user is deactivated"),
        ("stranger", "Forbidden: bot can't initiate conversation with a user"),
    ],
)
def test_an_unwelcome_private_message_is_forbidden(state: str, words: str) -> None:
    """Who blocked the bot, left Telegram or never pressed Start gets nothing."""
    desk = Desk()
    if state == "blocked":
        desk.world.blocks(desk.karin)
    if state == "gone":
        desk.world.deactivates(desk.karin)
    person = desk.nils if state == "stranger" else desk.karin

    assert desk.refusal("sendMessage", chat_id=person.id, text="Hej") == words


def test_a_group_that_threw_the_bot_out_is_closed() -> None:
    """After being removed the bot may not write, and learns why."""
    desk = Desk()

    desk.world.removes_bot(desk.karin, desk.group)

    expected = "Forbidden: bot was kicked from the supergroup chat"
    assert desk.refusal("sendMessage", chat_id=desk.group.id, text="Hej") == expected


def test_a_group_never_joined_is_closed() -> None:
    """The bot writes only where it is a member."""
    desk = Desk()
    other = desk.world.add_group("Andra", [desk.nils], admins=[desk.sara])

    expected = "Forbidden: bot is not a member of the supergroup chat"
    assert desk.refusal("sendMessage", chat_id=other.id, text="Hej") == expected


def test_a_moved_group_tells_its_new_number() -> None:
    """A group that became a supergroup refuses, and says where it lives now."""
    desk = Desk()
    old = desk.world.add_group("Lilla", [desk.sara], admins=[desk.karin], kind="group")
    desk.world.adds_bot(desk.karin, old)
    new = desk.world.upgrades(old)

    status, answer = desk.asks("sendMessage", chat_id=old.id, text="Hej")

    assert status == 400
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": new.id}
    assert desk.says(new, "Hej").text == "Hej"


def test_an_unchanged_edit_is_refused() -> None:
    """Only a change in what people see is an edit; a new keyboard alone is one."""
    desk = Desk()
    message = desk.says(desk.karin, "<b>Hej</b>", parse_mode="HTML")
    same: JsonObject = {"chat_id": desk.karin.id, "message_id": message.id, "parse_mode": "HTML"}

    refusal = desk.refusal("editMessageText", text=" <b>Hej</b> ", **same)
    desk.result("editMessageText", text="<b>Hej</b>", reply_markup=_YES, **same)

    assert refusal.startswith("Bad Request: message is not modified: specified new message")
    assert desk.world.history(desk.karin)[-1].buttons[0].callback_data == "ja"


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("editMessageText", "message to edit not found"),
        ("deleteMessage", "message to delete not found"),
        ("pinChatMessage", "message to pin not found"),
    ],
)
def test_a_missing_message_cannot_be_touched(method: str, words: str) -> None:
    """What was deleted, or never was, is not there to change."""
    desk = Desk(contract=False)
    message = desk.says(desk.karin, "Hej")
    desk.result("deleteMessage", chat_id=desk.karin.id, message_id=message.id)

    refusal = desk.refusal(method, chat_id=desk.karin.id, message_id=message.id, text="Ny")

    assert refusal == f"Bad Request: {words}"


def test_a_message_older_than_two_days_stays() -> None:
    """The bot may take a message back for 48 hours."""
    desk = Desk()
    message = desk.says(desk.karin, "Hej")
    desk.clock.advance(48 * 3600 + 1)

    refusal = desk.refusal("deleteMessage", chat_id=desk.karin.id, message_id=message.id)

    assert refusal == "Bad Request: message can't be deleted for everyone"


def test_a_persons_words_are_not_the_bots_to_edit() -> None:
    """The bot edits only its own messages."""
    desk = Desk()
    theirs = desk.world.writes(desk.karin, desk.karin, "Hej")

    refusal = desk.refusal(
        "editMessageText", chat_id=desk.karin.id, message_id=theirs.id, text="Hå"
    )

    assert refusal == "Bad Request: message can't be edited"


def test_a_tap_is_answered_once() -> None:
    """The second answer to a tap comes too late."""
    desk = Desk()
    query = _tap(desk)

    assert desk.result("answerCallbackQuery", callback_query_id=query, text="Tack") is True
    assert "query is too old" in desk.refusal("answerCallbackQuery", callback_query_id=query)


def test_a_tap_is_answered_within_fifteen_seconds() -> None:
    """An answer after fifteen seconds of the world's clock comes too late."""
    desk = Desk()
    query = _tap(desk)
    desk.clock.advance(16)

    expected = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert desk.refusal("answerCallbackQuery", callback_query_id=query) == expected


def test_a_wrong_token_is_unauthorised() -> None:
    """Only the bot's own token opens the door."""
    desk = Desk()

    status, body = asyncio.run(desk.api.call("7000000001:forged", "getMe", {}))

    assert status == 401
    assert json.loads(body)["description"] == "Unauthorized"


def test_an_unknown_method_is_named() -> None:
    """A method the simulator lacks is a 400 that names it, and a breach: never a silent yes."""
    desk = Desk(contract=False)

    refusal = desk.refusal("sendDice", chat_id=desk.karin.id)

    assert refusal == "Bad Request: method sendDice is not in the simulator"
    assert desk.world.breaches == ["method sendDice is not in the simulator"]


def _tap(desk: Desk) -> str:
    message = desk.says(desk.karin, "Kommer du?", reply_markup=_YES)
    desk.world.taps(desk.karin, message, message.buttons[0])
    body = desk.updates()[-1]["callback_query"]
    assert isinstance(body, dict)
    return str(body["id"])
