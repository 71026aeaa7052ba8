"""What people read when they come too late, or when nothing can be changed any more."""

from __future__ import annotations

from datetime import datetime

from bot.records.meeting import Meeting
from bot.rules.party import oneself
from bot.rules.registration import Asked
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import bold, lines
from bot.words.views import registration


def closed(w: Words, meeting: Meeting, closed_at: datetime) -> Message:
    """Tell a latecomer kindly, and offer to ask the organiser."""
    ask_button = Button(
        w.say("registration", "Ask the organiser"), str(Token("come", meeting.id, "late"))
    )
    return Message(
        lines(
            w.say(
                "registration",
                "Registration for {title} closed {moment}.",
                title=bold(meeting.title or ""),
                moment=w.moment(closed_at),
            ),
            w.say("registration", "I can ask the organiser whether there is room. Shall I?"),
        ),
        rows(ask_button),
    )


def late_asked(w: Words, meeting: Meeting) -> Message:
    """Say that the organiser is asked."""
    return Message(
        w.say(
            "registration",
            "I have asked the organiser whether you can come to"
            " {title}. I write to you when I get an answer.",
            title=bold(meeting.title or ""),
        )
    )


def late_refused(w: Words, meeting: Meeting, contact: str) -> Message:
    """Tell a latecomer that there is no room."""
    return Message(
        w.say(
            "registration",
            "Unfortunately there is no room at {title} this time. Questions? Contact {contact}.",
            title=bold(meeting.title or ""),
            contact=contact,
        )
    )


def late_granted(w: Words, meeting: Meeting, asked: Asked, days: int) -> Message:
    """Tell a latecomer that she may come, and ask the first question."""
    question = registration.ask(w, meeting, asked, days, oneself(meeting.id))
    said = w.say(
        "registration",
        "The organiser has found room for you. You are registered for {title}!",
        title=bold(meeting.title or ""),
    )
    return Message(lines(said, "", question.text), question.rows)


def too_late_to_change(w: Words, meeting: Meeting, contact: str) -> Message:
    """Say that answers can no longer be changed here, and how to reach the organiser."""
    return Message(
        w.say(
            "registration",
            "Registration for {title} is closed, so I cannot change your answers. Contact"
            " {contact}. You can still cancel your place.",
            title=bold(meeting.title or ""),
            contact=contact,
        ),
        rows(registration.cancel_button(w, meeting)),
    )


def over(w: Words, meeting: Meeting, *, is_cancelled: bool) -> Message:
    """Say that a meeting is cancelled or has already begun."""
    if is_cancelled:
        return Message(
            w.say(
                "registration",
                "{title} is cancelled, so there is nothing to register for.",
                title=bold(meeting.title or ""),
            )
        )
    return Message(
        w.say(
            "registration",
            "{title} has already begun, so nothing can be changed here.",
            title=bold(meeting.title or ""),
        )
    )
