"""Inline mode: a person asks the bot from any chat, the bot answers with cards."""

from __future__ import annotations

import json
import re

from bot.simulator.json_value import Json, JsonObject
from bot.simulator.keyboards import read_markup
from bot.simulator.markup import Marked
from bot.simulator.messages import Keyboard
from bot.simulator.refusals import bad
from bot.simulator.request import Ask
from bot.simulator.stage import Stage
from bot.simulator.wording import text_of

_MOST_RESULTS = 50
_ID_BYTES = 64
_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")


def answer_inline_query(stage: Stage, ask: Ask) -> Json:
    """Offer cards to the one who asked, and perhaps a button that leads to the bot's own chat."""
    results, button = ask.objects("results"), ask.object("button")
    asked = stage.inquiries.get(ask.text("inline_query_id"))
    if asked is None or asked.is_answered:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    _check_names(results)
    for result in results:
        read_card(result)
    if button and not _PARAMETER.fullmatch(str(button.get("start_parameter", ""))):
        raise bad("START_PARAM_INVALID")
    asked.results, asked.button, asked.is_answered = results, button, True
    asked.next_offset = ask.text("next_offset")
    stage.publish("offered", chat_id=asked.chat.id, user_id=asked.user.id, text=asked.id)
    return True


def _check_names(results: list[JsonObject]) -> None:
    if len(results) > _MOST_RESULTS:
        raise bad("RESULTS_TOO_MUCH")
    names = [str(result.get("id", "")) for result in results]
    if len(set(names)) < len(names):
        raise bad("RESULT_ID_DUPLICATE")
    if not all(1 <= len(name.encode()) <= _ID_BYTES for name in names):
        raise bad("RESULT_ID_INVALID")


def read_card(result: JsonObject) -> tuple[Marked, Keyboard]:
    """Return what an article posts, text and buttons; raises Refused in Telegram's words."""
    if not str(result.get("title", "")).strip():
        raise bad("ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content")
    said = content if isinstance(content, dict) else {}
    form = {
        "text": str(said.get("message_text", "")),
        "parse_mode": str(said.get("parse_mode", "")),
    }
    if "entities" in said:
        form["entities"] = json.dumps(said["entities"])
    markup = result.get("reply_markup")
    keys = {"reply_markup": json.dumps(markup)} if markup else {}
    return text_of(Ask("sendMessage", form)), read_markup(Ask("sendMessage", keys)).rows


METHODS = {"answerInlineQuery": answer_inline_query}
