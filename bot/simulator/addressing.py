"""Which chat and which message a call means, and whether the bot may write there."""

from __future__ import annotations

from bot.simulator.chats import Chat
from bot.simulator.messages import Message
from bot.simulator.people import User
from bot.simulator.refusals import bad, forbidden, migrated
from bot.simulator.request import Ask
from bot.simulator.stage import Stage


def chat_of(stage: Stage, ask: Ask) -> Chat:
    """Return the chat a call is about; raises Refused if there is none or it has moved."""
    if not ask.text("chat_id"):
        raise bad("chat_id is empty")
    chat = stage.chats.get(ask.chat_id or 0)
    if chat is None:
        raise bad("chat not found")
    if chat.migrated_to is not None:
        raise migrated(chat.migrated_to)
    return chat


def open_chat(stage: Stage, ask: Ask) -> Chat:
    """Return the chat a call writes to; raises Refused if the bot is not welcome there."""
    chat = chat_of(stage, ask)
    if chat.is_private:
        _welcome_to(chat, chat.person(chat.id))
    elif not chat.holds(stage.bot):
        place = "group chat" if chat.kind == "group" else f"{chat.kind} chat"
        gone = chat.status(stage.bot) == "kicked"
        raise forbidden(
            f"bot was kicked from the {place}" if gone else f"bot is not a member of the {place}"
        )
    return chat


def _welcome_to(chat: Chat, person: User) -> None:
    if person.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")


def message_of(stage: Stage, ask: Ask, deed: str) -> Message:
    """Return the message a call wants to `deed` (edit, delete, pin); raises Refused if gone."""
    chat = open_chat(stage, ask)
    message = chat.messages.get(ask.number("message_id") or 0)
    if message is None or message.deleted:
        raise bad(f"message to {deed} not found")
    return message


def may_pin(stage: Stage, chat: Chat) -> None:
    """Refuse unless the bot may pin in this chat."""
    if not chat.is_private and chat.status(stage.bot) != "administrator":
        raise bad("not enough rights to manage pinned messages in the chat")
