"""Keyboards as the bot sends them: which are sound. Knows no chat."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.simulator.json_value import Json, JsonObject
from bot.simulator.messages import Button, Keyboard
from bot.simulator.refusals import bad
from bot.simulator.request import Ask

_DATA_BYTES = 64
_COPY_LENGTH = 256
_MOST_BUTTONS = 100
_HOST = re.compile(r"(?:[^/@]*@)?([^/:?#]+\.[^/:?#.]{2,}|t\.me)(?::\d+)?(?:[/?#].*)?")


@dataclass(frozen=True, slots=True)
class Markup:
    """What stands below a message (`inline`) or in the place of the person's own keyboard."""

    kind: str = "none"
    rows: Keyboard = ()


def read_markup(ask: Ask) -> Markup:
    """Return the call's reply_markup; raises Refused in Telegram's words."""
    raw = ask.json("reply_markup")
    if raw is None:
        return Markup()
    if not isinstance(raw, Mapping):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in raw:
        return Markup("inline", _inline_rows(raw["inline_keyboard"]))
    if "keyboard" in raw:
        return Markup("reply", _rows(raw["keyboard"], "keyboard"))
    return Markup("remove" if raw.get("remove_keyboard") else "force")


def _inline_rows(raw: Json) -> Keyboard:
    rows = _rows(raw, "inline_keyboard")
    for row in rows:
        for button in row:
            _check(button)
    if sum(map(len, rows)) > _MOST_BUTTONS:
        raise bad("reply markup is too long")
    return rows


def _rows(raw: Json, name: str) -> Keyboard:
    if not isinstance(raw, list):
        raise bad(f'field "{name}" must be of type Array')
    return tuple(row for row in map(_row, raw) if row)


def _row(raw: Json) -> tuple[Button, ...]:
    if not isinstance(raw, list):
        raise bad("can't parse keyboard button row: an Array of buttons expected")
    return tuple(_button(item) for item in raw)


def _button(raw: Json) -> Button:
    if isinstance(raw, str):
        return Button(raw, raw={"text": raw})
    if not isinstance(raw, Mapping) or not isinstance(raw.get("text"), str):
        raise bad("can't parse inline keyboard button: Can't find field \"text\"")
    copied = raw.get("copy_text")
    return Button(
        str(raw["text"]),
        _word(raw, "callback_data"),
        _word(raw, "url"),
        _word(copied, "text") if isinstance(copied, Mapping) else None,
        _word(raw, "style"),
        raw,
    )


def _word(raw: JsonObject, name: str) -> str | None:
    value = raw.get(name)
    return value if isinstance(value, str) else None


def _check(button: Button) -> None:
    if not button.text.strip():
        raise bad("can't parse inline keyboard button: Button text must be non-empty")
    if button.callback_data is not None:
        _check_data(button.callback_data)
    elif button.url is not None:
        _check_url(button.url)
    elif button.copy_text is not None:
        _check_copied(button.copy_text)
    else:
        _check_other(button)


def _check_other(button: Button) -> None:
    if "web_app" in button.raw:
        _check_web_app(button.raw["web_app"])
    elif not any(
        name.startswith(("switch_inline", "login", "callback_game", "pay")) for name in button.raw
    ):
        _no_text_buttons()


def _no_text_buttons() -> None:
    raise bad(
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    )


def _check_copied(text: str) -> None:
    if not 1 <= len(text) <= _COPY_LENGTH:
        raise bad("BUTTON_COPY_TEXT_INVALID")


def _check_data(data: str) -> None:
    if not data:
        _no_text_buttons()
    if len(data.encode()) > _DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID")


def _check_url(url: str) -> None:
    scheme, found, rest = url.partition("://")
    if not found:
        scheme, rest = "http", url
    if scheme == "tg":
        return
    reason = "Wrong HTTP URL" if scheme in {"http", "https"} else "Unsupported URL protocol"
    if reason == "Unsupported URL protocol" or not _HOST.fullmatch(rest):
        raise bad(f"inline keyboard button URL '{url}' is invalid: {reason}")


def _check_web_app(raw: Json) -> None:
    url = str(raw.get("url", "")) if isinstance(raw, Mapping) else ""
    if not url.startswith("https://"):
        raise bad(
            f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
        )
