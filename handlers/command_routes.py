"""Every command, in one list, and who may give it."""

from __future__ import annotations

from collections.abc import Callable

from bot.deeds import codes as code_links
from bot.deeds import handing
from bot.rules import audience
from bot.turn import Turn
from bot.words.views import mishaps as views
from handlers import (
    announcing,
    codes,
    erasing,
    handing_over,
    home,
    joining,
    log,
    meetings,
    own_data,
    own_settings,
    register,
    roles,
)

Command = Callable[[Turn, str], None]


def _start(turn: Turn, parameter: str) -> None:
    """Let people in by the link they opened, whichever kind it is."""
    if parameter.startswith(handing.PREFIX):
        handing_over.opened(turn, parameter.removeprefix(handing.PREFIX))
    elif parameter.startswith(code_links.PREFIX):
        codes.opened(turn, parameter.removeprefix(code_links.PREFIX))
    else:
        joining.start(turn, parameter)


ANYONE: dict[str, Command] = {
    "start": _start,
    "hjalp": home.help_text,
    "help": home.help_text,
    "integritet": home.privacy,
    "privacy": home.privacy,
    "minadata": own_data.my_data,
    "mydata": own_data.my_data,
    "omattiedot": own_data.my_data,
    "radera": erasing.erase,
    "erase": erasing.erase,
    "poista": erasing.erase,
    "stopp": home.stop,
    "stop": home.stop,
    "lopeta": home.stop,
}
"""Commands that a stranger may use too."""

KNOWN: dict[str, Command] = {
    "avbryt": home.put_aside,
    "cancel": home.put_aside,
    "sprak": home.language,
    "language": home.language,
    "kieli": home.language,
    "installningar": own_settings.settings,
    "settings": own_settings.settings,
    "asetukset": own_settings.settings,
}
"""Commands for anyone the bot has met."""

MEMBERS: dict[str, Command] = {
    "moten": meetings.coming,
    "ny": announcing.new,
    "utkast": announcing.drafts,
    "lank": joining.give_links,
    "arrangorer": roles.team,
    "organisers": roles.team,
    "jarjestajat": roles.team,
    "logg": log.log,
    "log": log.log,
    "loki": log.log,
    "register": register.register,
    "rekisteri": register.register,
}
"""Commands for those who have said who they are."""


def run(turn: Turn, name: str, argument: str) -> None:
    """Do what a command asks for, when the one who gave it may."""
    if name in ANYONE:
        ANYONE[name](turn, argument)
    elif name not in KNOWN and name not in MEMBERS:
        turn.say(views.unknown_command(turn.words))
    elif turn.person is None:
        joining.start(turn, "")
    elif name in KNOWN:
        KNOWN[name](turn, argument)
    elif not audience.is_member(turn.person):
        joining.go_on(turn)
    else:
        MEMBERS[name](turn, argument)
