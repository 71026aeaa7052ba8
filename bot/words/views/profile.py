"""How the bot presents itself before anyone has spoken with it. Knows words and their limits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import unescape

from bot.config import Network
from bot.words.texts import LANGUAGES, Html, Texts

# Bot API: setMyName, setMyDescription, setMyShortDescription.
NAME_LIMIT = 64
DESCRIPTION_LIMIT = 512
SHORT_LIMIT = 120
_LONGEST_NAME = 60
TWO_LETTERS = 2
"""Telegram takes no language that ISO 639-1 lacks (Bot API, setMyCommands), as South Sami."""

Commands = tuple[tuple[str, str], ...]
"""Commands without the slash, each with what it does in at most 256 characters."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What Telegram shows of the bot; an empty language is for all who have none of ours."""

    language: str
    name: str
    description: str
    short_description: str
    private: Commands
    group: Commands
    organiser: Commands


def profiles(network: Network) -> tuple[Profile, ...]:
    """Present the bot in every language, first the network's own for everyone else."""
    own = replace(profile(Texts(network.language), network), language="")
    told = [language for language in LANGUAGES if len(language) == TWO_LETTERS]
    return own, *(profile(Texts(language), network) for language in told)


def profile(texts: Texts, network: Network) -> Profile:
    """Present the bot in one language; what is too long for Telegram ends with an ellipsis."""
    private = _private(texts)
    return Profile(
        language=texts.language,
        name=_cut(network.name, NAME_LIMIT),
        description=_cut(_description(texts, network), DESCRIPTION_LIMIT),
        short_description=_cut(_short_description(texts, network), SHORT_LIMIT),
        private=private,
        group=private[:2],
        organiser=_organiser(texts) + private,
    )


def _short_description(texts: Texts, network: Network) -> str:
    return _plain(
        texts.say(
            "profile",
            "Invitations, registration and reminders for {network}",
            network=_cut(network.name, _LONGEST_NAME),
        )
    )


def _description(texts: Texts, network: Network) -> str:
    return _plain(
        texts.say(
            "profile",
            "Here you get invitations to meetings from {network}, register with one tap and are"
            " reminded in time.\n\n"
            "{controller} is responsible for your data. What you write here passes through"
            " Telegram, so write nothing sensitive about health, beliefs or other people.\n\n"
            "You can also take part without Telegram: {contact}",
            network=_cut(network.name, _LONGEST_NAME),
            controller=_cut(network.controller, _LONGEST_NAME),
            contact=_cut(network.contact, _LONGEST_NAME),
        )
    )


def _private(texts: Texts) -> Commands:
    """The commands for everyone; the first two are also shown in groups."""
    says = {
        "moten": texts.say("profile", "Meetings you can register for, and your own"),
        "hjalp": texts.say("profile", "What I can do"),
        "avbryt": texts.say("profile", "Stop what we are doing"),
        "installningar": texts.say("profile", "Reminders, quiet hours, language"),
        "sprak": texts.say("profile", "Choose language"),
        "stopp": texts.say("profile", "Stop all announcements"),
        "integritet": texts.say("profile", "How your data is handled"),
        "minadata": texts.say("profile", "See all I know about you"),
        "radera": texts.say("profile", "Erase all I know about you"),
    }
    return tuple((command, _plain(text)) for command, text in says.items())


def _organiser(texts: Texts) -> Commands:
    says = {
        "ny": texts.say("profile", "Announce a meeting"),
        "utkast": texts.say("profile", "Go on with a meeting you have begun"),
        "lank": texts.say("profile", "Links that let members and organisers in"),
        "register": texts.say("profile", "The associations in the network"),
        "arrangorer": texts.say("profile", "Those who run the network"),
    }
    return tuple((command, _plain(text)) for command, text in says.items())


def _plain(text: Html) -> str:
    """Telegram shows these texts as they are, without HTML."""
    return unescape(text)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
