"""What people read about the bot itself: help, privacy, language, silence."""

from __future__ import annotations

from bot.config import Settings
from bot.rules import retention
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import LANGUAGES, Html, bold, lines


def help_text(w: Words, settings: Settings, *, organiser: bool, reads_log: bool) -> Message:
    """List what can be done, the organiser's part last, and the log for whoever may read it."""
    member = lines(
        bold(w.say("home", "This is what I can help you with")),
        w.say("home", "/moten – see the meetings and your registrations"),
        w.say("home", "/avbryt – stop what we are doing"),
        w.say("home", "/installningar – reminders, quiet hours, language, your name"),
        w.say("home", "/minadata – see what I have saved about you"),
        w.say("home", "/radera – remove everything about you"),
        w.say("home", "/stopp – I stop writing to you"),
        w.say("home", "/integritet – how your data is handled"),
    )
    desk = lines(
        "",
        bold(w.say("home", "For you who are an organiser")),
        w.say("home", "/ny – announce a meeting"),
        w.say("home", "/utkast – go on with a meeting you have begun"),
        w.say("home", "/lank – links that let members and organisers in"),
        w.say("home", "/register – the associations: search, change, read in a list, merge"),
        w.say("home", "/arrangorer – see who runs the network and share the work"),
        w.say("home", "/logg – see who has done what") if reads_log else None,
    )
    ask = w.say(
        "home", "Do you want to talk to a person? {contact}", contact=settings.network.contact
    )
    return Message(lines(member, *(["", desk] if organiser else []), "", ask))


def privacy(w: Words, settings: Settings) -> Message:
    """Say who, why, how long, Telegram's part, the other way to register, and the rights."""
    network = settings.network
    return Message(
        lines(
            bold(w.say("home", "How your data is handled")),
            w.say(
                "home", "{controller} is responsible for your data.", controller=network.controller
            ),
            "",
            *_kept(w, settings),
            "",
            w.say(
                "home",
                "What you write here passes through Telegram, a company outside the EU."
                " The chat is not end-to-end encrypted, and Telegram keeps a copy that we"
                " cannot remove. So please write nothing sensitive about health, faith or"
                " other people.",
            ),
            "",
            w.say("home", "You can register without Telegram: {contact}", contact=network.contact),
            "",
            *_rights(w, network.contact),
        )
    )


def _kept(w: Words, settings: Settings) -> list[Html]:
    """Say what is saved, who sees it, and for how long."""
    return [
        w.say(
            "home",
            "I save your name, your association, your number at Telegram and your answers, so"
            " that meetings can be arranged. The organisers see them. Others from your"
            " association see whether you come, and other participants see your name only if"
            " you choose it.",
        ),
        w.many(
            "home",
            "What you tell me about food and needs is voluntary. The kitchen only gets"
            " numbers. I remove it {n} day after the meeting.",
            "What you tell me about food and needs is voluntary. The kitchen only gets"
            " numbers. I remove it {n} days after the meeting.",
            settings.retention.needs_days,
        ),
        keeping(w, settings),
    ]


def _rights(w: Words, contact: str) -> list[Html]:
    return [
        bold(w.say("home", "Your rights")),
        w.say("home", "/minadata shows what I have saved. There you can also put it right."),
        w.say("home", "/installningar decides what you hear, and whether others see your name."),
        w.say("home", "/stopp makes me silent, and /radera removes what I have saved."),
        w.say("home", "Questions about your data? {contact}", contact=contact),
        w.say("home", "You may complain to the Swedish Authority for Privacy Protection, imy.se."),
    ]


def keeping(w: Words, settings: Settings) -> Html:
    """Say how long the answers to meetings are kept."""
    network = settings.network
    if network.kind == "myndighet" and retention.may_erase(network):
        return w.say(
            "home",
            "We are a public body, so other data is kept or removed as our decision says:"
            " {decision}.",
            decision=network.gallring,
        )
    if network.kind == "myndighet":
        return w.say(
            "home",
            "We are a public body, and have not yet decided when other data may be removed. Until"
            " then it is kept.",
        )
    return w.many(
        "home",
        "I remove your answers to a meeting {n} day after it, and your name and association when"
        " you ask for it.",
        "I remove your answers to a meeting {n} days after it, and your name and association when"
        " you ask for it.",
        settings.retention.registrations_days,
    )


def choose_language(w: Words) -> Message:
    """Offer the languages, each named in itself."""
    token = Token("self", 0, "language")
    buttons = tuple(Button(name, token.chosen(code)) for code, name in LANGUAGES.items())
    return Message(w.say("home", "Which language shall I write in?"), rows(*buttons))


def language_chosen(w: Words) -> Message:
    """Answer in the new language."""
    return Message(w.say("home", "I will write to you in English from now on."))


def stopped(w: Words) -> Message:
    """Promise silence, and say how to undo it."""
    token = Token("self", 0, "resume")
    return Message(
        w.say(
            "home",
            "I will not write to you any more. Your registrations still stand."
            " Do you want to hear from me again? Press the button or write /start.",
        ),
        rows(Button(w.say("home", "Write to me again"), token.chosen("yes"))),
    )


def resumed(w: Words) -> Message:
    """Say that invitations come again."""
    return Message(w.say("home", "Good! I will tell you about meetings again."))


def still_silent(w: Words) -> Message:
    """Say that nothing changes."""
    return Message(w.say("home", "All right, I will stay silent. You can always write /start."))


def nothing_to_stop(w: Words) -> Message:
    """Answer /avbryt when nothing was under way."""
    return Message(w.say("home", "There is nothing to stop. /hjalp shows what I can do."))


def put_aside(w: Words) -> Message:
    """Answer /avbryt in the middle of something."""
    return Message(
        w.say("home", "All right, we will leave it there. What you have already told me is saved.")
    )
