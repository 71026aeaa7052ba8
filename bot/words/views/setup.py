"""What the person who sets the bot up reads in the terminal. Plain text, not HTML.

Knows the conversation's sentences; never its order.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape

from bot.words.texts import Html, Texts


def welcome(t: Texts) -> str:
    """Say what this is, and how to get a token in three steps."""
    return _plain(
        t.say(
            "setup",
            "Welcome! Answer four questions, and your network's bot is ready to start.\n\n"
            "First you need a token, which is the key to your bot:\n"
            "  1. Write to @BotFather in Telegram.\n"
            "  2. Send /newbot and answer the questions. The bot's username must end in “bot”.\n"
            "  3. Copy the long row of digits and letters that you get.\n\n"
            "The token is not shown when you paste it. Never show it to anyone: whoever has it"
            " can write in the bot's name.",
        )
    )


def ask_token(t: Texts) -> str:
    """Ask for the token."""
    return _plain(t.say("setup", "Paste the token:"))


def token_misshapen(t: Texts) -> str:
    """Say what a token looks like."""
    return _plain(
        t.say(
            "setup",
            "That does not look like a token. Copy all that @BotFather gave you: digits, a colon"
            " and a long row of characters.",
        )
    )


def token_refused(t: Texts) -> str:
    """Say that Telegram does not know the token."""
    return _plain(
        t.say("setup", "Telegram does not know that token. Copy it from @BotFather again.")
    )


def token_unread(t: Texts, file: object) -> str:
    """Say that the token's own file does not help."""
    return _plain(t.say("setup", "{file} cannot be read. Nothing has been written.", file=file))


def unreachable(t: Texts, reason: str) -> str:
    """Say that the token could not be checked."""
    return _plain(
        t.say(
            "setup",
            "Telegram does not answer, so the token cannot be checked ({reason})."
            " Nothing has been written. Check the connection and try again.",
            reason=reason,
        )
    )


def opened(t: Texts, username: str, name: str) -> str:
    """Say which bot the token opens."""
    return _plain(
        t.say("setup", "Good! The token opens @{username} ({name}).", username=username, name=name)
    )


def ask_name(t: Texts) -> str:
    """Ask what the network is called."""
    return _plain(t.say("setup", "What is the network called?"))


def ask_controller(t: Texts) -> str:
    """Ask who is responsible for personal data."""
    return _plain(
        t.say("setup", "Which association or public body is responsible for the personal data?")
    )


def ask_contact(t: Texts) -> str:
    """Ask where people without Telegram turn."""
    return _plain(t.say("setup", "E-mail or phone number for members who do not use Telegram?"))


def ask_replace(t: Texts, file: object) -> str:
    """Ask whether the old settings may go."""
    return _plain(t.say("setup", "{file} already exists. Replace it? Answer yes or no.", file=file))


def no(t: Texts) -> str:
    """The answer that stands when nobody gives another."""
    return _plain(t.say("setup", "no"))


def means_yes(t: Texts, answer: str) -> bool:
    """Take the word for yes, or its first letter."""
    yes = _plain(t.say("setup", "yes"))
    return answer.strip().lower() in {yes, yes[:1]}


def kept(t: Texts, file: object) -> str:
    """Say that the old settings stand."""
    return _plain(t.say("setup", "{file} is left as it is.", file=file))


def add_overwrite(t: Texts, file: object) -> str:
    """Say how to replace the old settings when nobody can be asked."""
    return _plain(
        t.say("setup", "{file} already exists. Add --overwrite to replace it.", file=file)
    )


def add_option(t: Texts, option: str) -> str:
    """Say what is needed when nobody can be asked."""
    return _plain(
        t.say("setup", "There is nobody here to ask. Add {option} and a value.", option=option)
    )


def unwritten(t: Texts, file: object) -> str:
    """Say that the file could not be written."""
    return _plain(
        t.say("setup", "{file} cannot be written. Check that you may write there.", file=file)
    )


def written(t: Texts, file: object) -> str:
    """Say where the settings are."""
    return _plain(t.say("setup", "{file} is written, and only you can read it.", file=file))


def not_inline(t: Texts) -> str:
    """Say what nobody but BotFather can switch on (inline mode), and that it can wait."""
    return _plain(
        t.say(
            "setup",
            "If people are to share meetings into their own chats: write /setinline to @BotFather,"
            " choose the bot, then /setinlinefeedback and 100 %. It can be done later.",
        )
    )


def introduced(t: Texts, refused: Sequence[str]) -> str:
    """Say whether Telegram has been told who the bot is."""
    if not refused:
        return _plain(
            t.say("setup", "Telegram now shows the bot's name, description and commands.")
        )
    return _plain(
        t.say(
            "setup",
            "Telegram would not take all of the bot's name, description and commands now"
            " ({methods}). The bot works anyway.",
            methods=", ".join(refused),
        )
    )


def owner_link(t: Texts, link: str) -> str:
    """Say how to become the first organiser."""
    return _plain(
        t.say(
            "setup",
            "Now start the bot with samklang run. Then open this link to become its first"
            " organiser. It works only once:\n\n{link}",
            link=link,
        )
    )


def heading(t: Texts) -> str:
    """Say at the top of the settings where the rest of them are described."""
    return _plain(t.say("setup", "Every setting is described in config.example.toml."))


def _plain(text: Html) -> str:
    return unescape(text)
