"""What people read about the bot itself: help, privacy, language, silence, their own data."""

from __future__ import annotations

from bot.config import Settings
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, File, Message, rows
from bot.words.texts import LANGUAGES, Html, bold, lines, within


def help_text(w: Words, settings: Settings, *, organiser: bool) -> Message:
    """List what can be done, the organiser's part last."""
    member = lines(
        bold(w.say("home", "This is what I can help you with")),
        w.say("home", "/moten – see the meetings and your registrations"),
        w.say("home", "/avbryt – stop what we are doing"),
        w.say("home", "/sprak – change language"),
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
    )
    ask = w.say(
        "home", "Do you want to talk to a person? {contact}", contact=settings.network.contact
    )
    return Message(lines(member, *(["", desk] if organiser else []), "", ask))


def privacy(w: Words, settings: Settings) -> Message:
    """Say who, why, how long, Telegram's part, the rights and the other way to register."""
    network = settings.network
    days = settings.retention
    return Message(
        lines(
            bold(w.say("home", "How your data is handled")),
            w.say(
                "home", "{controller} is responsible for your data.", controller=network.controller
            ),
            "",
            w.say(
                "home",
                "I save your name, your association and your answers, so that"
                " meetings can be arranged.",
            ),
            w.many(
                "home",
                "What you tell me about food and needs is voluntary. The kitchen only gets"
                " numbers. I remove it {n} day after the meeting.",
                "What you tell me about food and needs is voluntary. The kitchen only gets"
                " numbers. I remove it {n} days after the meeting.",
                days.needs_days,
            ),
            _keeping(w, settings),
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
            w.say(
                "home",
                "/minadata shows what I have saved, /radera removes it and /stopp makes me silent.",
            ),
            w.say(
                "home", "You may complain to the Swedish Authority for Privacy Protection, imy.se."
            ),
        )
    )


def _keeping(w: Words, settings: Settings) -> Html:
    if settings.network.kind == "myndighet":
        return w.say(
            "home",
            "We are a public body, so other data is kept or removed as our decision says:"
            " {decision}.",
            decision=settings.network.gallring or "–",
        )
    return w.many(
        "home",
        "I remove other data {n} day after the meeting.",
        "I remove other data {n} days after the meeting.",
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


def ask_resume(w: Words) -> Message:
    """Ask once, of someone who comes back, whether to speak again."""
    token = Token("self", 0, "resume")
    return Message(
        w.say("home", "Welcome back! You have asked me not to write to you. Shall I start again?"),
        rows(
            (
                Button(w.say("home", "Yes, please"), token.chosen("yes")),
                Button(w.say("home", "No, stay silent"), token.chosen("no")),
            )
        ),
    )


def resumed(w: Words) -> Message:
    """Say that invitations come again."""
    return Message(w.say("home", "Good! I will tell you about meetings again."))


def still_silent(w: Words) -> Message:
    """Say that nothing changes."""
    return Message(w.say("home", "All right, I stay silent. You can always write /start."))


def nothing_to_stop(w: Words) -> Message:
    """Answer /avbryt when nothing was under way."""
    return Message(w.say("home", "There is nothing to stop. You see what I can do with /hjalp."))


def put_aside(w: Words) -> Message:
    """Answer /avbryt in the middle of something."""
    return Message(w.say("home", "All right, we leave it. What you have already told me is saved."))


FACTS_ROOM = 3_000
"""UTF-16 units of what is saved that are shown; the file has it all."""


def my_data(w: Words, facts: list[str], file: File) -> tuple[Message, Message]:
    """Show what is saved, readably and as a file."""
    readable = Message(
        lines(
            bold(w.say("home", "This is what I have saved about you")),
            *within(FACTS_ROOM, facts),
            "",
            w.say(
                "home",
                "Is something wrong? Change it here. /radera removes everything.",
            ),
        ),
        rows(
            Button(w.say("home", "Change name"), str(Token("join", 0, "rename"))),
            Button(w.say("home", "Change association"), str(Token("join", 0, "move"))),
        ),
    )
    caption = w.say(
        "home", "The same, for a computer to read. Remember that the file passes through Telegram."
    )
    return readable, Message(caption, file=file)


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
    return w.say("home", "Association: none, you come as a private person")


def language_fact(w: Words) -> Html:
    """One line of my_data."""
    return w.say("home", "Language: {language}", language=LANGUAGES[w.language])


def needs_fact(w: Words, n: int) -> Html:
    """One line of my_data: how many answers about food and needs, never which."""
    return w.many(
        "home",
        "Answers about food and needs: {n}, sealed. The file shows it.",
        "Answers about food and needs: {n}, sealed. The file shows them.",
        n,
    )


def ask_erase(w: Words, settings: Settings, *, upcoming: int) -> Message:
    """Ask before everything is removed."""
    token = Token("self", 0, "erase")
    loses = w.many(
        "home",
        "You also lose your place at {n} coming meeting.",
        "You also lose your place at {n} coming meetings.",
        upcoming,
    )
    kept = (
        w.say(
            "home",
            "Some of it may have to be kept by law: {decision}.",
            decision=settings.network.gallring or "–",
        )
        if settings.network.kind == "myndighet"
        else None
    )
    return Message(
        lines(
            w.say("home", "Shall I remove everything I have saved about you? It cannot be undone."),
            loses if upcoming else None,
            kept,
        ),
        rows(
            (
                Button(w.say("home", "Yes, remove it"), token.chosen("yes"), style="danger"),
                Button(w.say("home", "No, keep it"), token.chosen("no")),
            )
        ),
    )


def erased(w: Words) -> Message:
    """Give the receipt, which is the last message."""
    return Message(
        w.say(
            "home",
            "Everything about you is removed. This is the last thing I write to you."
            " The messages that stand in this chat you can delete yourself.",
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
