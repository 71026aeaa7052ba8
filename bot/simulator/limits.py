"""Limits that python-telegram-bot knows and our refusals do not hold. Knows numbers only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from telegram import constants

from bot.simulator.json_value import Json
from bot.simulator.request import Ask

_LENGTHS: Mapping[tuple[str, str], tuple[int, int]] = {
    ("answerCallbackQuery", "text"): (
        0,
        constants.CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH,
    ),
    ("setMyName", "name"): (0, constants.BotNameLimit.MAX_NAME_LENGTH),
    ("setMyDescription", "description"): (
        0,
        constants.BotDescriptionLimit.MAX_DESCRIPTION_LENGTH,
    ),
    ("setMyShortDescription", "short_description"): (
        0,
        constants.BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH,
    ),
    ("setWebhook", "secret_token"): (
        constants.WebhookLimit.MIN_SECRET_TOKEN_LENGTH,
        constants.WebhookLimit.MAX_SECRET_TOKEN_LENGTH,
    ),
}


def broken(ask: Ask) -> Iterator[str]:
    """Name each limit a call breaks."""
    for (method, name), (least, most) in _LENGTHS.items():
        if method == ask.method and name in ask.params:
            length = len(ask.params[name])
            if not least <= length <= most:
                yield f"{method}: {name} is {length} characters, {least} to {most} are allowed"
    if ask.text("reply_markup"):
        yield from _keyboard(ask)


def too_many_marks(result: Json) -> Iterator[str]:
    """Complain of a message with more entities than Telegram shows."""
    most = constants.MessageLimit.MESSAGE_ENTITIES
    marks = result.get("entities") if isinstance(result, Mapping) else None
    if isinstance(marks, list) and len(marks) > most:
        yield f"a message has {len(marks)} entities, Telegram shows {most}"


def _keyboard(ask: Ask) -> Iterator[str]:
    markup = ask.object("reply_markup")
    words = markup.get("input_field_placeholder")
    most = constants.ReplyLimit.MAX_INPUT_FIELD_PLACEHOLDER
    if isinstance(words, str) and not 1 <= len(words) <= most:
        yield f"{ask.method}: a placeholder is {len(words)} characters, 1 to {most} are allowed"
    rows = markup.get("inline_keyboard")
    widest = constants.InlineKeyboardMarkupLimit.BUTTONS_PER_ROW
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, list) and len(row) > widest:
            yield f"{ask.method}: {len(row)} buttons in a row, {widest} are allowed"
