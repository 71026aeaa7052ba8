"""Keyboards stand, or are refused in Telegram's own words."""

from __future__ import annotations

import pytest

from bot.simulator.json_value import Json, JsonObject
from tests.simulator.desk import Desk


def _keys(**button: Json) -> JsonObject:
    return {"inline_keyboard": [[{"text": "Ja", **button}]]}


def _url(url: str, reason: str) -> tuple[JsonObject, str]:
    return _keys(url=url), f"inline keyboard button URL '{url}' is invalid: {reason}"


_KEYBOARDS: list[tuple[Json, str]] = [
    (_keys(callback_data="å" * 33), "BUTTON_DATA_INVALID"),
    (
        _keys(callback_data=""),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        _keys(),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    _url("Ja", "Wrong HTTP URL"),
    _url("http://x", "Wrong HTTP URL"),
    _url("ftp://x.se", "Unsupported URL protocol"),
    (
        _keys(web_app={"url": "http://x.se"}),
        "inline keyboard button Web App URL 'http://x.se' is invalid: Only HTTPS links are allowed",
    ),
    (_keys(copy_text={"text": ""}), "BUTTON_COPY_TEXT_INVALID"),
    (_keys(copy_text={"text": "x" * 257}), "BUTTON_COPY_TEXT_INVALID"),
    ({"inline_keyboard": "x"}, 'field "inline_keyboard" must be of type Array'),
    ([], "object expected as reply markup"),
    (
        {"inline_keyboard": ["x"]},
        "can't parse keyboard button row: an Array of buttons expected",
    ),
    (
        {"inline_keyboard": [[{"url": "https://x.se"}]]},
        "can't parse inline keyboard button: Can't find field \"text\"",
    ),
    (
        {"inline_keyboard": [[{"text": " ", "callback_data": "x"}]]},
        "can't parse inline keyboard button: Button text must be non-empty",
    ),
    (
        {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]] * 101},
        "reply markup is too long",
    ),
]


@pytest.mark.parametrize(
    "button",
    [
        {"callback_data": "x" * 64},
        {"url": "https://region.example/plan?a=1"},
        {"url": "t.me/samklang_bot?start=x"},
        {"url": "tg://user?id=1"},
        {"web_app": {"url": "https://x.se"}},
        {"copy_text": {"text": "1234"}},
        {"switch_inline_query": ""},
    ],
)
def test_a_right_button_stands(button: JsonObject) -> None:
    """Buttons that Telegram takes are taken, exactly as they were sent."""
    desk = Desk()

    message = desk.says(desk.karin, "x", reply_markup=_keys(**button))

    assert message.buttons[0].raw == {"text": "Ja", **button}


@pytest.mark.parametrize(("markup", "words"), _KEYBOARDS)
def test_a_wrong_keyboard_is_refused(markup: Json, words: str) -> None:
    """A keyboard that cannot stand is refused in Telegram's words."""
    desk = Desk(contract=False)

    refusal = desk.refusal("sendMessage", chat_id=desk.karin.id, text="x", reply_markup=markup)

    assert refusal == f"Bad Request: {words}"
