"""What people read about what is saved about them."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.rules import lengths
from bot.rules.own_hours import Hours
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, File, Message, rows
from bot.words.texts import LANGUAGES, Html, bold, lines, within

FACTS_ROOM = 3_000
"""UTF-16 units of what is saved that are shown; the file has it all."""


TITLE_ROOM = 64
"""UTF-16 units of a meeting's title in a fact about it."""


def readable(w: Words, facts: list[Html]) -> Message:
    """Show what is saved so that it can be read, with the ways to put it right."""
    return Message(
        lines(
            bold(w.say("home", "This is what I have saved about you")),
            *within(FACTS_ROOM, facts),
            "",
            w.say("home", "Is something wrong? Change it here. /radera removes everything."),
        ),
        rows(
            Button(w.plain("home", "Change name"), str(Token("join", 0, "rename"))),
            Button(w.plain("home", "Change association"), str(Token("join", 0, "move"))),
            Button(w.plain("belonging", "I also belong to …"), str(Token("also", 0, "card"))),
            Button(w.plain("settings", "Your settings"), str(Token("own", 0, "card"))),
        ),
    )


def file(w: Words, whole: File, *, offers_needs: bool) -> Message:
    """Send it for a computer to read; food and needs only come if she asks for them."""
    caption = lines(
        w.say("home", "All of it, table by table, for a computer to read."),
        w.say(
            "home",
            "Your answers about food and needs are not in the file, because it passes through"
            " Telegram, which keeps a copy. Do you want them in it all the same?",
        )
        if offers_needs
        else w.say("home", "Remember that the file passes through Telegram, which keeps a copy."),
    )
    more = Button(
        w.plain("home", "Yes, with food and needs"), Token("self", 0, "data").chosen("needs")
    )
    return Message(caption, rows(more if offers_needs else None), file=whole)


def file_with_needs(w: Words, whole: File) -> Message:
    """Send everything, as she has asked."""
    caption = w.say("home", "Here is everything, also your answers about food and needs.")
    return Message(caption, file=whole)


def nothing_saved(w: Words) -> Message:
    """Answer a stranger who asks for her data."""
    return Message(w.say("home", "I have saved nothing about you."))


def name_fact(w: Words, name: str) -> Html:
    """One line of my_data."""
    return w.say("home", "Name: {name}", name=name)


def organisation_fact(w: Words, name: str) -> Html:
    """One line of my_data."""
    return w.say("home", "Association: {name}", name=name)


def private_fact(w: Words) -> Html:
    """One line of my_data."""
    return w.say("home", "Association: none, you come as a private individual")


def language_fact(w: Words) -> Html:
    """One line of my_data."""
    return w.say("home", "Language: {language}", language=LANGUAGES[w.language])


def needs_fact(w: Words, n: int) -> Html:
    """One line of my_data: how many answers about food and needs, never which."""
    return w.many(
        "home",
        "Answers about food and needs: {n}, sealed. The file can hold it if you wish.",
        "Answers about food and needs: {n}, sealed. The file can hold them if you wish.",
        n,
    )


def few_fact(w: Words) -> Html:
    """One line of my_data."""
    return w.say("home", "Reminders: few")


def hours_fact(w: Words, own: Hours) -> Html:
    """One line of my_data."""
    return w.say("settings", "Your own quiet hours: {span}", span=w.span(own.begins, own.ends))


def shown_fact(w: Words) -> Html:
    """One line of my_data."""
    return w.say("settings", "Your name: others who come to the same meeting can see it.")


def silent_fact(w: Words) -> Html:
    """One line of my_data."""
    return w.say("settings", "Messages: stopped. I only answer when you write to me.")


def muted_fact(w: Words, meeting: Meeting) -> Html:
    """One line of my_data."""
    title = lengths.cut(meeting.title or "–", TITLE_ROOM)
    return w.say("settings", "No reminders about: {title}", title=title)
