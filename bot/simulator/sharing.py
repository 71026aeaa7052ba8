"""Inline mode as people use it: ask the bot in any chat, and post one of its cards there.

Knows what clients and the server do; never what our bot wants.
"""

from __future__ import annotations

from bot.simulator.chats import Chat
from bot.simulator.inline import read_card
from bot.simulator.inquiry import Inquiry
from bot.simulator.json_value import Json
from bot.simulator.messages import Message
from bot.simulator.people import User
from bot.simulator.stage import NotPossible
from bot.simulator.world import World

_KINDS = {"private": "sender", "group": "group", "supergroup": "supergroup", "channel": "channel"}


def inquires(
    world: World, user: User, words: str, chat: Chat | User | None = None, *, offset: str = ""
) -> Inquiry:
    """Write the bot's name and some words in a chat, or scroll on to a further `offset`.

    Raises NotPossible while BotFather has not switched inline mode on.
    """
    if not world.inline_mode:
        raise NotPossible("the bot has no inline mode")
    place = world.chat(user if chat is None else chat)
    asked = Inquiry(str(len(world.inquiries) + 1), user, place, words, offset)
    world.inquiries[asked.id] = asked
    body: dict[str, Json] = {
        "id": asked.id,
        "from": user.as_json(),
        "query": words,
        "offset": offset,
        "chat_type": _KINDS[place.kind],
    }
    world.updates.add("inline_query", body)
    return asked


def picks(world: World, asked: Inquiry, name: str) -> Message:
    """Post the card with this id where it was asked for; the bot hears which one was chosen.

    The message is the person's own, sent by way of the bot.
    """
    result = asked.result(name)
    if result is None or not asked.chat.holds(asked.user):
        raise NotPossible("there is no such card to post here")
    marked, keyboard = read_card(result)
    number = f"AgAAAB{len(world.inline_messages) + 1:08}" if keyboard else ""
    message = Message(
        asked.chat.next_id,
        asked.chat,
        asked.user,
        world.clock.now(),
        text=marked.text,
        entities=marked.entities,
        keyboard=keyboard,
        via_bot=world.bot,
        inline_id=number,
    )
    if number:
        world.inline_messages[number] = (asked.chat.id, message.id)
    world.says(message)
    _tell_the_bot(world, asked, name, number)
    return message


def _tell_the_bot(world: World, asked: Inquiry, name: str, number: str) -> None:
    if not world.inline_feedback:
        return
    body: dict[str, Json] = {
        "result_id": name,
        "from": asked.user.as_json(),
        "query": asked.words,
    }
    if number:
        body["inline_message_id"] = number
    world.updates.add("chosen_inline_result", body)


def follows_button(world: World, asked: Inquiry) -> None:
    """Tap the button above the cards: the bot's own chat opens and is started."""
    world.starts(asked.user, str(asked.button.get("start_parameter", "")))
