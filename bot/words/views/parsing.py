"""What the terminal says about invitations read from files. Plain words, no markup of its own."""

from __future__ import annotations

from html import unescape

from bot.words.texts import Texts


def columns(t: Texts) -> tuple[str, ...]:
    """Name the columns of the table over many files."""
    return (
        t.plain("parsing", "File"),
        t.plain("drafting", "Title"),
        t.plain("drafting", "Day"),
        t.plain("parsing", "Hours"),
        t.plain("drafting", "Place"),
        t.plain("drafting", "Register by"),
        t.plain("parsing", "To ask about"),
    )


def working(t: Texts) -> str:
    """Stand beside the progress bar."""
    return t.plain("parsing", "Reading invitations")


def source(t: Texts) -> str:
    """Head the text as it was given, with the words that were used underlined."""
    return t.plain("parsing", "The text, with what I used underlined")


def unreadable(t: Texts, name: str) -> str:
    """Say that a file has no words we can take."""
    return unescape(t.say("parsing", "{name} cannot be read.", name=name))


def not_a_day(t: Texts, given: str) -> str:
    """Say how a day is written on the command line."""
    return unescape(
        t.say("parsing", "“{given}” is not a day. Write it as 2027-02-13.", given=given)
    )
