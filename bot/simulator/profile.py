"""How the bot presents itself: commands, names, descriptions. Knows no chat's content."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from bot.simulator.json_value import Json, JsonObject
from bot.simulator.refusals import bad
from bot.simulator.request import Ask

if TYPE_CHECKING:
    from bot.simulator.stage import Stage

_COMMAND = re.compile(r"[a-z0-9_]{1,32}", re.ASCII)
_MOST_COMMANDS = 100
_LONGEST_COMMAND_TEXT = 256
_SCOPES = frozenset(
    {
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    }
)
_NAMES = {
    "Name": ("name", 64),
    "Description": ("description", 512),
    "ShortDescription": ("short_description", 120),
}


class Profile:
    """What the bot has said about itself, by language."""

    def __init__(self) -> None:
        """Start with nothing said."""
        self.commands: dict[tuple[str, str], list[JsonObject]] = {}
        self.words: dict[tuple[str, str], str] = {}
        self.menu_buttons: dict[int, JsonObject] = {}
        self.rights: JsonObject = {}

    def menu(self, chat_id: int, language: str, *, private: bool) -> list[JsonObject]:
        """Return the commands a person sees in a chat, the narrowest list first that is set."""
        wide = "all_private_chats" if private else "all_group_chats"
        scopes: list[JsonObject] = [
            {"type": "chat", "chat_id": chat_id},
            {"type": wide},
            {"type": "default"},
        ]
        for scope in scopes:
            for tongue in (language, ""):
                found = self.commands.get((_key(scope), tongue))
                if found:
                    return found
        return []


def _key(scope: JsonObject) -> str:
    return json.dumps(scope, sort_keys=True)


def _place(ask: Ask) -> tuple[str, str]:
    scope = ask.object("scope") or {"type": "default"}
    if scope.get("type") not in _SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    return _key(scope), _language(ask)


def _language(ask: Ask) -> str:
    language = ask.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("invalid language code specified")
    return language


def set_my_commands(stage: Stage, ask: Ask) -> Json:
    """Set the list of commands for a scope and a language."""
    commands = ask.objects("commands")
    if len(commands) > _MOST_COMMANDS:
        raise bad("too many commands specified")
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= _LONGEST_COMMAND_TEXT:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    stage.profile.commands[_place(ask)] = commands
    return True


def get_my_commands(stage: Stage, ask: Ask) -> Json:
    """Return the list set for exactly this scope and language."""
    return stage.profile.commands.get(_place(ask), [])


def delete_my_commands(stage: Stage, ask: Ask) -> Json:
    """Forget the list of a scope and a language."""
    stage.profile.commands.pop(_place(ask), None)
    return True


def set_words(stage: Stage, ask: Ask) -> Json:
    """Set a name or a description for a language; an empty one is forgotten."""
    which = ask.method.removeprefix("setMy")
    name, most = _NAMES[which]
    if len(ask.text(name)) > most:
        raise bad(f"{name.replace('_', ' ')} is too long")
    stage.profile.words[which, _language(ask)] = ask.text(name)
    return True


def get_words(stage: Stage, ask: Ask) -> Json:
    """Return a name or a description in a language, else the one for all languages."""
    which = ask.method.removeprefix("getMy")
    name, _ = _NAMES[which]
    words = stage.profile.words
    unset = stage.bot.first_name if which == "Name" else ""
    return {name: words.get((which, _language(ask))) or words.get((which, "")) or unset}


def set_rights(stage: Stage, ask: Ask) -> Json:
    """Set what the bot asks for when it is made an administrator."""
    stage.profile.rights = ask.object("rights")
    return True


def set_chat_menu_button(stage: Stage, ask: Ask) -> Json:
    """Set what stands to the left of the person's writing field."""
    stage.profile.menu_buttons[ask.chat_id or 0] = ask.object("menu_button")
    return True


METHODS = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    **{f"setMy{which}": set_words for which in _NAMES},
    **{f"getMy{which}": get_words for which in _NAMES},
    "setMyDefaultAdministratorRights": set_rights,
    "setChatMenuButton": set_chat_menu_button,
}
