"""What people read when they want to be forgotten."""

from __future__ import annotations

from bot.config import Settings
from bot.rules import retention
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, lines, within


def ask_erase(w: Words, settings: Settings, names: tuple[str, ...], *, upcoming: int) -> Message:
    """Ask before everything is removed, or all that a public body may remove.

    `names` are those without Telegram whom she has entered, and decides about.
    """
    token = Token("self", 0, "erase")
    loses = w.many(
        "home",
        "You also lose your place at {n} coming meeting.",
        "You also lose your place at {n} coming meetings.",
        upcoming,
    )
    yes = Button(w.plain("home", "Yes, remove it"), token.chosen("yes"), style="danger")
    no = Button(w.plain("home", "No, keep it"), token.chosen("no"))
    stay = Button(w.plain("home", "Remove me, they stay"), token.chosen("yes"), style="danger")
    everyone = Button(w.plain("home", "Remove me and them"), token.chosen("all"), style="danger")
    return Message(
        lines(
            *_question(w, settings),
            loses if upcoming else None,
            w.say(
                "home",
                "You have entered {names}. An organiser can speak for them when you leave,"
                " or I remove them too.",
                names=w.listed(within(ROOM, names)),
            )
            if names
            else None,
        ),
        rows(stay, everyone, no) if names else rows((yes, no)),
    )


ROOM = 900
"""UTF-16 units of names."""


def _question(w: Words, settings: Settings) -> list[Html]:
    network = settings.network
    whole = w.say("home", "Shall I remove everything I have saved about you? It cannot be undone.")
    if network.kind != "myndighet":
        return [whole]
    if retention.may_erase(network):
        return [
            whole,
            w.say(
                "home",
                "{controller} is a public body, and removes by this decision: {decision}.",
                controller=network.controller,
                decision=network.gallring,
            ),
        ]
    return [
        w.say(
            "home",
            "{controller} is a public body, and has not yet decided what may be removed. Therefore"
            " your name, your association and your answers to meetings have to be kept.",
            controller=network.controller,
        ),
        w.say(
            "home",
            "I can cancel your places and stop writing to you. I can also remove your settings "
            "and your answers about food and needs. Shall I do that? It cannot be undone.",
        ),
        w.say("home", "Do you want the rest removed? Contact {contact}.", contact=network.contact),
    ]


def erased(w: Words) -> Message:
    """Give the receipt, which is the last message."""
    return Message(
        w.say(
            "home",
            "Everything about you is removed. This is the last thing I will write to you. You "
            "can delete the messages in this chat yourself.",
        )
    )


def erased_in_part(w: Words, settings: Settings) -> Message:
    """Give the receipt of a public body, which says what is left and whom to ask."""
    network = settings.network
    return Message(
        lines(
            w.say(
                "home",
                "Your answers about food and needs and your settings are removed, and I will not"
                " write to you any more.",
            ),
            w.say(
                "home",
                "Your name, your association and your answers to meetings are kept. Questions?"
                " Contact {contact}.",
                contact=network.contact,
            ),
        )
    )


def kept(w: Words) -> Message:
    """Say that nothing was removed."""
    return Message(w.say("home", "Nothing is removed."))


def owner_cannot_leave(w: Words) -> Message:
    """Refuse to erase the last owner."""
    return Message(
        w.say(
            "home",
            "You are the only one who is responsible for me, so I cannot remove you yet."
            " Let someone else take over first: write /lank and send the organiser link.",
        )
    )
