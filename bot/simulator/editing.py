"""Methods that change what already stands in a chat, or answer a tap on it."""

from __future__ import annotations

from dataclasses import replace

from bot.simulator.addressing import chat_of, may_pin, message_of, open_chat
from bot.simulator.json_value import Json
from bot.simulator.keyboards import read_markup
from bot.simulator.messages import Keyboard, Message
from bot.simulator.refusals import bad
from bot.simulator.request import Ask
from bot.simulator.stage import Query, Stage
from bot.simulator.wording import text_of
from bot.simulator.world import World

_ANSWER_WITHIN = 15.0  # seconds; widely reported, not documented
_DELETE_WITHIN = 48 * 3600
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def edit_message_text(stage: Stage, ask: Ask) -> Json:
    """Give a message another text; a keyboard not sent again is taken away."""
    marked = text_of(ask)
    old = _own(stage, ask)
    if old.kind != "text":
        raise bad("there is no text in the message to edit")
    rows = read_markup(ask).rows
    return _changed(
        stage, old, replace(old, text=marked.text, entities=marked.entities, keyboard=rows)
    )


def edit_message_reply_markup(stage: Stage, ask: Ask) -> Json:
    """Give a message another keyboard, or none."""
    old = _own(stage, ask)
    return _changed(stage, old, replace(old, keyboard=read_markup(ask).rows))


def delete_message(stage: Stage, ask: Ask) -> Json:
    """Take a message away; not after 48 hours."""
    message = message_of(stage, ask, "delete")
    age = (stage.clock.now() - message.date).total_seconds()
    # "Bots can delete incoming messages in private chats" (Bot API, deleteMessage).
    may = message.sender is stage.bot or message.chat.is_private
    if age > _DELETE_WITHIN or not (may or message.chat.status(stage.bot) == "administrator"):
        raise bad("message can't be deleted for everyone")
    stage.remove(message)
    return True


def pin_chat_message(stage: Stage, ask: Ask) -> Json:
    """Pin a message; a service message tells of it."""
    message = message_of(stage, ask, "pin")
    chat = message.chat
    may_pin(stage, chat)
    if chat.pinned == message.id:
        raise bad("CHAT_NOT_MODIFIED")
    chat.pinned = message.id
    note = stage.service(chat, stage.bot, {"pinned_message": message.without_reply()})
    stage.publish("pinned", chat_id=chat.id, user_id=stage.bot.id, message=note)
    return True


def unpin_chat_message(stage: Stage, ask: Ask) -> Json:
    """Unpin one message, or the newest pinned one."""
    chat = open_chat(stage, ask)
    may_pin(stage, chat)
    wanted = ask.number("message_id") or chat.pinned
    if chat.pinned is None or wanted != chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned = None
    stage.publish("pinned", chat_id=chat.id, user_id=stage.bot.id)
    return True


def answer_callback_query(stage: World, ask: Ask) -> Json:
    """Answer a tap, once and within 15 seconds; a link to the bot opens its chat."""
    query = stage.queries.get(ask.text("callback_query_id"))
    if query is None or query.answers or stage.clock.mono() - query.at > _ANSWER_WITHIN:
        raise bad(_TOO_OLD)
    query.answers += 1
    _show(stage, ask, query)
    return True


def _show(stage: World, ask: Ask, query: Query) -> None:
    where = query.message.chat.id
    text = ask.text("text")
    alert = ask.flag("show_alert")
    kinds = ("answered", "toast") if text else ("answered",)
    for kind in kinds:
        stage.publish(
            kind,
            chat_id=where,
            user_id=query.user.id,
            message=query.message,
            text=text,
            alert=alert,
        )
    if ask.text("url"):
        stage.follows(query.user, ask.text("url"))


def _own(stage: Stage, ask: Ask) -> Message:
    if ask.text("inline_message_id"):
        return _shared(stage, ask.text("inline_message_id"))
    chat_of(stage, ask)
    if not ask.text("message_id"):
        raise bad("message identifier is not specified")
    message = message_of(stage, ask, "edit")
    if message.sender is not stage.bot:
        raise bad("message can't be edited")
    return message


def _shared(stage: Stage, number: str) -> Message:
    """Find a message that a person sent by way of the bot, wherever it stands."""
    chat_id, message_id = stage.inline_messages.get(number, (0, 0))
    message = stage.chats[chat_id].messages.get(message_id) if chat_id in stage.chats else None
    if message is None or message.deleted:
        raise bad("MESSAGE_ID_INVALID")
    return message


def _changed(stage: Stage, old: Message, new: Message) -> Json:
    if _looks(old) == _looks(new):
        raise bad(_NOT_MODIFIED)
    changed = stage.put(replace(new, edited_at=stage.clock.now()))
    return True if old.inline_id else changed.as_json()


def _looks(message: Message) -> tuple[object, ...]:
    return message.text, message.entities, _raw(message.keyboard)


def _raw(rows: Keyboard) -> list[list[object]]:
    return [[button.raw for button in row] for row in rows]


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "answerCallbackQuery": answer_callback_query,
}
