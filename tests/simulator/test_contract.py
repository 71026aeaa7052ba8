"""What does not fit other libraries' picture of the Bot API is found at once."""

from __future__ import annotations

import pytest

from bot.simulator import oracle
from bot.simulator.api import METHODS
from bot.simulator.contract import Contract
from bot.simulator.json_value import JsonObject
from tests.simulator.desk import Desk

_BREACHES: list[tuple[str, JsonObject, str]] = [
    ("sendMessage", {"text": "x", "colour": "red"}, "unknown field colour"),
    (
        "sendMessage",
        {
            "text": "x",
            "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "b", "hue": 1}]]},
        },
        "unknown field hue",
    ),
    ("sendMessage", {}, "sendMessage: text: Field required"),
    ("sendMessage", {"text": "x", "disable_notification": "sch"}, "disable_notification"),
    ("sendMessage", {"text": "x", "entities": "{"}, "sendMessage: entities"),
    ("sendMessage", {"text": "x", "reply_markup": "{"}, "can't parse reply_markup"),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "201 characters"),
    (
        "sendMessage",
        {
            "text": "x",
            "reply_markup": {
                "inline_keyboard": [[{"text": "a", "callback_data": "b"}] * 9],
            },
        },
        "9 buttons in a row",
    ),
    (
        "sendMessage",
        {
            "text": "x",
            "reply_markup": {"force_reply": True, "input_field_placeholder": "x" * 65},
        },
        "a placeholder is 65 characters",
    ),
    ("sendNothing", {}, "method sendNothing is not in the Bot API"),
]


@pytest.mark.parametrize(("method", "params", "words"), _BREACHES)
def test_a_call_that_does_not_fit_is_a_breach(method: str, params: JsonObject, words: str) -> None:
    """It is refused, named, remembered, and nothing is done."""
    desk = Desk()
    before = len(desk.world.history(desk.karin))

    chat: JsonObject = {} if method == "answerCallbackQuery" else {"chat_id": desk.karin.id}
    refusal = desk.refusal(method, **{**chat, **params})

    assert words in refusal
    assert words in desk.world.breaches[0]
    assert len(desk.world.history(desk.karin)) == before


def test_the_simulators_own_words_are_held_to_it_too() -> None:
    """A field the bot's library does not know is a breach, at any depth, and so is a gap."""
    contract = Contract()
    user: JsonObject = {"id": 1, "is_bot": False, "first_name": "Karin"}
    query: JsonObject = {"id": "1", "from": user, "query": "x", "offset": ""}
    strange: JsonObject = {**query, "from": {**user, "shoe_size": 39}}

    fine = contract.update({"update_id": 1, "inline_query": query})
    unknown = contract.update({"update_id": 2, "inline_query": strange})
    missing = contract.update({"update_id": 3, "inline_query": {"id": "1"}})

    assert fine == []
    assert unknown[0] == "update: User has unknown fields ['shoe_size']"
    assert missing[0].startswith("update: Update cannot be read")


def test_every_method_we_serve_is_in_the_picture() -> None:
    """The models of all our methods can be built, or the contract would guard nothing."""
    ours = [*METHODS, "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo"]

    assert [n for n in ours if oracle.model("methods", n[:1].upper() + n[1:]) is None] == []
    assert len(ours) > 30


def test_braces_in_a_text_are_only_words() -> None:
    """A text that looks like JSON is still a text."""
    desk = Desk()

    assert [desk.says(desk.karin, text).text for text in ("{x}", "[1]")] == ["{x}", "[1]"]


def test_without_aiogram_calls_are_still_held_to_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The development library may be absent; then only what it knows goes unchecked."""
    monkeypatch.setattr(oracle, "is_here", lambda: False)
    monkeypatch.setattr(oracle, "model", lambda *_: None)
    desk = Desk()

    assert desk.asks("sendMessage", chat_id=desk.karin.id, text="x", colour="red")[0] == 200
    assert "201 characters" in desk.refusal(
        "answerCallbackQuery", callback_query_id="1", text="x" * 201
    )


def test_a_message_with_too_many_marks_is_a_breach() -> None:
    """Telegram shows a hundred marks; what comes after is lost on people."""
    desk = Desk()

    desk.asks("sendMessage", chat_id=desk.karin.id, text="<b>x</b> " * 101, parse_mode="HTML")

    assert desk.world.breaches == ["a message has 101 entities, Telegram shows 100"]
