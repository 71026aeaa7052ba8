"""What people read about what they have chosen for themselves: one card, kept true by edits."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.meeting import Meeting
from bot.records.person import Reminders
from bot.rules import lengths
from bot.rules.own_hours import Hours
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import LANGUAGES, Html, bold, lines

OFFERED = ("21-7", "22-9", "18-8")
"""Quiet hours that have a button of their own."""
MOST_MUTED = 5
"""Meetings that can be reminded of again from the card."""
TITLE_ROOM = 32
"""UTF-16 units of a meeting's title on a button, and twice that in the text."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person has chosen; `network` are the quiet hours that hold for everyone."""

    reminders: Reminders
    own: Hours | None
    network: Hours
    shows_name: bool
    is_silent: bool
    keeps_needs: bool
    muted: tuple[Meeting, ...]


def card(w: Words, chosen: Chosen) -> Message:
    """Show all that she has chosen, with a button for each."""
    text = lines(
        bold(w.say("settings", "Your settings")),
        "",
        w.say("settings", "Messages: stopped. I only answer when you write to me.")
        if chosen.is_silent
        else w.say("settings", "Messages: I write to you about meetings."),
        _reminders(w, chosen),
        *_hours(w, chosen),
        w.say("settings", "Your name: others who come to the same meeting can see it.")
        if chosen.shows_name
        else w.say("settings", "Your name: other participants cannot see it."),
        w.say("settings", "Language: {language}", language=LANGUAGES[w.language]),
        w.say("settings", "Kept for next time: your answers about food and needs.")
        if chosen.keeps_needs
        else None,
        *(_muted(w, one) for one in chosen.muted[:MOST_MUTED]),
    )
    return Message(text, rows(*_buttons(w, chosen)))


def _reminders(w: Words, chosen: Chosen) -> Html:
    if chosen.reminders == Reminders.FEW:
        return w.say("settings", "Reminders: few. One the day before, and when something changes.")
    return w.say("settings", "Reminders: all. At most three messages before a meeting.")


def _hours(w: Words, chosen: Chosen) -> list[Html]:
    every = chosen.network
    span = w.span(every.begins, every.ends)
    said = w.say("settings", "Quiet hours for everyone: {span}", span=span)
    if chosen.own is None:
        return [said]
    mine = w.span(chosen.own.begins, chosen.own.ends)
    return [said, w.say("settings", "Your own quiet hours: {span}", span=mine)]


def _muted(w: Words, meeting: Meeting) -> Html:
    title = lengths.cut(meeting.title or "–", 2 * TITLE_ROOM)
    return w.say("settings", "No reminders about: {title}", title=title)


def _buttons(w: Words, chosen: Chosen) -> list[Button]:
    return [
        _toggle(
            "reminders",
            ("all", w.plain("settings", "All reminders"))
            if chosen.reminders == Reminders.FEW
            else ("few", w.plain("settings", "Fewer reminders")),
        ),
        Button(w.plain("settings", "Quiet hours"), str(Token("own", 0, "quiet"))),
        _toggle(
            "name",
            ("no", w.plain("settings", "Hide my name"))
            if chosen.shows_name
            else ("yes", w.plain("settings", "Show my name to others")),
        ),
        Button(w.plain("settings", "Language"), str(Token("own", 0, "language"))),
        Button(w.plain("belonging", "Your associations"), str(Token("also", 0, "card"))),
        *(
            [_toggle("kept", ("forget", w.plain("settings", "Forget my saved answers")))]
            if chosen.keeps_needs
            else []
        ),
        *(_again(w, one) for one in chosen.muted[:MOST_MUTED]),
        _toggle(
            "stop",
            ("no", w.plain("settings", "Write to me again"))
            if chosen.is_silent
            else ("yes", w.plain("settings", "Stop all messages")),
        ),
    ]


def _toggle(ask: str, other: tuple[str, str]) -> Button:
    """Offer what she has not chosen."""
    choice, label = other
    return Button(label, Token("own", 0, ask).chosen(choice))


def _again(w: Words, meeting: Meeting) -> Button:
    title = lengths.cut(meeting.title or "–", TITLE_ROOM)
    token = Token("own", meeting.id, "mute")
    return Button(w.plain("settings", "Remind me of: {title}", title=title), token.chosen("again"))


def ask_hours(w: Words) -> Message:
    """Ask when she wants it quiet; she may tap or write."""
    token = Token("own", 0, "quiet")
    return Message(
        lines(
            bold(w.say("settings", "When shall I be quiet?")),
            w.say("settings", "Choose below, or write two hours, for example 21-8."),
            w.say(
                "settings",
                "Only if a meeting is moved or cancelled at the last moment do I write all the"
                " same.",
            ),
        ),
        rows(
            tuple(Button(one.replace("-", "–"), token.chosen(one)) for one in OFFERED),
            *(Button(label, token.chosen(one)) for one, label in hours_labels(w).items()),
        ),
    )


def hours_labels(w: Words) -> dict[str, str]:
    """Name the answers about quiet hours that are no hours."""
    return {
        "none": w.plain("settings", "No quiet hours of my own"),
        "back": w.plain("settings", "Back"),
    }


def unclear_hours(w: Words) -> Message:
    """Say that no two hours could be read."""
    return Message(
        w.say(
            "settings",
            "I need two hours, for example 21-8. Then I am quiet from nine in the evening to eight"
            " in the morning.",
        )
    )


def too_quiet(w: Words) -> Message:
    """Say that nothing could ever be told."""
    return Message(
        w.say(
            "settings",
            "Then there would be less than three hours a day left for me to write in. Choose"
            " shorter quiet hours, or write /stopp if you want no messages at all.",
        )
    )


def choose_language(w: Words) -> Message:
    """Offer the languages, each named in itself."""
    token = Token("own", 0, "language")
    return Message(
        bold(w.say("settings", "Which language shall I write in?")),
        rows(
            *(Button(name, token.chosen(code)) for code, name in LANGUAGES.items()),
            Button(w.plain("settings", "Back"), token.chosen("back")),
        ),
    )


def muted(w: Words, meeting: Meeting) -> Message:
    """Confirm silence about one meeting, and say how to undo it."""
    token = Token("own", meeting.id, "mute")
    return Message(
        lines(
            w.say(
                "settings",
                "All right, no more reminders about {title}.",
                title=bold(lengths.cut(meeting.title or "–", 2 * TITLE_ROOM)),
            ),
            w.say("settings", "If it is moved or cancelled, I will still tell you."),
        ),
        rows(Button(w.plain("settings", "Undo"), token.chosen("off"))),
    )


def unmuted(w: Words, meeting: Meeting) -> Message:
    """Confirm that reminders come again."""
    token = Token("own", meeting.id, "mute")
    again = w.plain("notices", "Stop reminding me")
    return Message(
        w.say(
            "settings",
            "Good, I will remind you of {title} again.",
            title=bold(lengths.cut(meeting.title or "–", 2 * TITLE_ROOM)),
        ),
        rows(Button(again, token.chosen("on"))),
    )


def ask_back(w: Words) -> Message:
    """Ask once, of someone who comes back, whether to write to her again."""
    token = Token("self", 0, "resume")
    return Message(
        w.say(
            "settings",
            "You have asked me not to write to you. Do you want messages from me again?",
        ),
        rows(
            (
                Button(w.plain("settings", "Yes, please"), token.chosen("yes")),
                Button(w.plain("settings", "No, stay silent"), token.chosen("no")),
            )
        ),
    )
