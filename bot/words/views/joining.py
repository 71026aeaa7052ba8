"""What people read when they come in: who they are, where they come from."""

from __future__ import annotations

from bot.config import Settings
from bot.records.organisation import Organisation
from bot.rules import lengths
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, columns, rows
from bot.words.texts import LANGUAGES, Html, bold, lines
from bot.words.views import home

LABEL = 40
"""UTF-16 units of an association's name that fit on a button."""


def ask_name(w: Words, settings: Settings, suggestion: str) -> Message:
    """Greet someone new, say who answers for her data, and ask her name."""
    text = lines(
        w.say(
            "joining",
            "Hello! I am the bot of {network}. I tell you about meetings, take your registration"
            " and remind you in time.",
            network=settings.network.name,
        ),
        "",
        *_information(w, settings),
        "",
        bold(w.say("joining", "What is your name?")),
        w.say("joining", "Write your first name and surname."),
    )
    token = Token("join", 0, "name")
    suggested = Button(lengths.cut(suggestion, LABEL), token.chosen("mine")) if suggestion else None
    language = Token("self", 0, "language")
    others = tuple(
        Button(name, language.chosen(code))
        for code, name in LANGUAGES.items()
        if code != w.language
    )
    return Message(text, (*rows(suggested), *columns(others, LANGUAGES_WIDE)))


def _information(w: Words, settings: Settings) -> list[Html]:
    """Say who, why, how long, Telegram's part and the other way, before the first question."""
    network = settings.network
    return [
        w.say(
            "joining",
            "{controller} is responsible for what I save: your name, your association and your"
            " answers, so that the meetings can be arranged.",
            controller=network.controller,
        ),
        home.keeping(w, settings),
        w.say(
            "joining",
            "What you write here passes through Telegram, a company outside the EU, which keeps a"
            " copy. You can take part without Telegram too: {contact}",
            contact=network.contact,
        ),
        w.say(
            "joining",
            "You may see, correct and remove what is saved, and complain at imy.se. Read more:"
            " /integritet",
        ),
    ]


LANGUAGES_WIDE = 3
"""Names of languages that stand beside each other on a telephone."""


def ask_new_name(w: Words) -> Message:
    """Ask a member what to call her instead."""
    return Message(bold(w.say("joining", "What name should be on the list?")))


def renamed(w: Words, name: str) -> Message:
    """Confirm a new name."""
    return Message(w.say("joining", "Good, from now on you are {name}.", name=name))


def ask_name_again(w: Words, reason: str) -> Message:
    """Say kindly why the name cannot be used."""
    if reason == "long":
        return Message(
            w.say(
                "joining",
                "That name is a bit long for me. Can you write it with at most 100 characters?",
            )
        )
    return Message(w.say("joining", "I need a name to put on the list. What is your name?"))


def ask_organisation(
    w: Words, name: str, listed: list[Organisation], *, page: int, is_more: bool
) -> Message:
    """Ask where she comes from, with the register as buttons."""
    text = lines(
        w.say("joining", "Nice to meet you, {name}!", name=name),
        "",
        bold(w.say("joining", "Which association or organisation do you come from?")),
        w.say("joining", "Choose below, or write a few letters and I will search."),
    )
    return Message(text, _register(w, listed, page=page, is_more=is_more))


def found_organisations(w: Words, words: str, listed: list[Organisation]) -> Message:
    """Show what the search found."""
    text = w.many(
        "joining",
        "I found {n} association that matches “{words}”. Is it the right one?",
        "I found {n} associations that match “{words}”. Is one of them right?",
        len(listed),
        words=words,
    )
    return Message(text, _register(w, listed, page=0, is_more=False))


def _register(
    w: Words, listed: list[Organisation], *, page: int, is_more: bool
) -> tuple[tuple[Button, ...], ...]:
    token = Token("join", 0, "org")
    chosen = [Button(lengths.cut(one.name, LABEL), token.chosen(str(one.id))) for one in listed]
    turn = Token("join", 0, "page")
    back = Button(w.say("joining", "Back"), turn.chosen(str(page - 1))) if page else None
    on = Button(w.say("joining", "More"), turn.chosen(str(page + 1))) if is_more else None
    return rows(
        *chosen,
        tuple(button for button in (back, on) if button),
        *(Button(labels(w)[one], token.chosen(one)) for one in ("other", "none")),
    )


def labels(w: Words) -> dict[str, str]:
    """Name the buttons under the register and under a name that is not in it."""
    return {
        "other": w.plain("joining", "Another one"),
        "none": w.plain("joining", "I am a private individual"),
        "yes": w.plain("joining", "Yes, add it"),
        "no": w.plain("joining", "No, search again"),
    }


def ask_other(w: Words) -> Message:
    """Ask for the name of an association that is not in the register."""
    return Message(w.say("joining", "What is your association called? Write its whole name."))


def no_such_organisation(w: Words, words: str) -> Message:
    """Offer to add an association that is not in the register."""
    token = Token("join", 0, "add")
    return Message(
        w.say("joining", "I cannot find “{words}” in the register. Shall I add it?", words=words),
        rows(
            *(Button(labels(w)[one], token.chosen(one)) for one in ("yes", "no")),
        ),
    )


def welcome(w: Words, name: str, *, organiser: bool) -> Message:
    """Say that she is in, and what happens next."""
    if organiser:
        return Message(
            lines(
                w.say("joining", "Welcome, {name}! You are an organiser.", name=name),
                w.say(
                    "joining",
                    "Write /ny to announce a meeting. You can paste an invitation"
                    " you have already written.",
                ),
                w.say(
                    "joining",
                    "Write /lank for a link that lets members in, and /hjalp to see"
                    " everything I can do.",
                ),
            )
        )
    return Message(
        lines(
            w.say("joining", "Thank you, {name}. Everything is ready!", name=name),
            w.say(
                "joining",
                "I will write to you here when there is a meeting to come to. /moten shows all "
                "meetings.",
            ),
        )
    )


def back_again(w: Words, name: str) -> Message:
    """Greet someone who is in already."""
    return Message(
        w.say(
            "joining",
            "Hello {name}! /moten shows the meetings, and /hjalp shows everything I can do.",
            name=name,
        )
    )


def bad_link(w: Words, settings: Settings) -> Message:
    """Say that a link does not let anyone in, without telling why."""
    return Message(
        w.say(
            "joining",
            "That link no longer works. Ask for a new one: {contact}",
            contact=settings.network.contact,
        )
    )


def stranger(w: Words, settings: Settings) -> Message:
    """Tell someone without a link what this is and how to come in."""
    return Message(
        lines(
            w.say(
                "joining",
                "Hello! I am the bot of {network}. To join you need a link from the organiser.",
                network=settings.network.name,
            ),
            w.say(
                "joining",
                "Ask for one, or register without Telegram: {contact}",
                contact=settings.network.contact,
            ),
        )
    )


def promoted(w: Words) -> Message:
    """Say that a link made her an organiser."""
    return Message(
        w.say(
            "joining",
            "You are now an organiser. Write /ny to announce a meeting and"
            " /hjalp to see everything I can do.",
        )
    )


def links(w: Words, member: str, organiser: str) -> Message:
    """Give an organiser the links that let others in."""
    return Message(
        lines(
            bold(w.say("joining", "Link for members")),
            member,
            w.say("joining", "Send it to your members or print it. It works for 90 days."),
            "",
            bold(w.say("joining", "Link for one more organiser")),
            organiser,
            w.say("joining", "It works once, and for 24 hours. Do not post it in a group."),
        )
    )
