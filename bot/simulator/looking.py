"""Methods that look at people, chats and files, and the one that leaves a chat."""

from __future__ import annotations

from bot.simulator.addressing import chat_of, open_chat
from bot.simulator.json_value import Json
from bot.simulator.refusals import bad
from bot.simulator.request import Ask
from bot.simulator.stage import Stage

_MOST_BYTES = 20 * 1024 * 1024
_ABILITIES: dict[str, Json] = {
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}
_FULL: dict[str, Json] = {
    "accent_color_id": 0,
    "max_reaction_count": 11,
    "accepted_gift_types": {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
        "gifts_from_channels": False,
    },
}


def get_me(stage: Stage, _: Ask) -> Json:
    """Tell who the bot is."""
    can: dict[str, Json] = {"supports_inline_queries": stage.inline_mode}
    return {**stage.bot.as_json(), **_ABILITIES, **can}


def get_chat(stage: Stage, ask: Ask) -> Json:
    """Tell about a chat."""
    chat = chat_of(stage, ask)
    if not chat.is_private:
        open_chat(stage, ask)
    answer = {**chat.as_json(), **_FULL}
    if chat.pinned is not None:
        answer["pinned_message"] = chat.messages[chat.pinned].as_json()
    return answer


def get_chat_member(stage: Stage, ask: Ask) -> Json:
    """Tell a person's standing in a chat."""
    chat = open_chat(stage, ask)
    user = stage.users.get(ask.number("user_id") or 0)
    if user is None:
        raise bad("user not found")
    return chat.member_as_json(user)


def get_chat_administrators(stage: Stage, ask: Ask) -> Json:
    """Tell who runs a group; other bots are left out."""
    chat = open_chat(stage, ask)
    if chat.is_private:
        raise bad("there are no administrators in the private chat")
    return [
        chat.member_as_json(person)
        for person in chat.people.values()
        if chat.status(person) in {"creator", "administrator"}
    ]


def leave_chat(stage: Stage, ask: Ask) -> Json:
    """Let the bot leave a group."""
    chat = open_chat(stage, ask)
    if chat.is_private:
        raise bad("chat member status can't be changed in private chats")
    old = chat.status(stage.bot)
    stage.service(chat, stage.bot, {"left_chat_member": stage.bot.as_json()})
    chat.seat(stage.bot, "left")
    stage.note_standing(chat, stage.bot, old, "left")
    return True


def get_file(stage: Stage, ask: Ask) -> Json:
    """Tell where a file can be fetched; not above 20 MB."""
    document = stage.files.get(ask.text("file_id"))
    if document is None:
        raise bad("invalid file_id")
    if document.size > _MOST_BYTES:
        raise bad("file is too big")
    return {
        "file_id": document.file_id,
        "file_unique_id": "u" + document.file_id,
        "file_size": document.size,
        "file_path": f"documents/{document.file_id}",
    }


METHODS = {
    "getMe": get_me,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "leaveChat": leave_chat,
    "getFile": get_file,
}
