"""What people read when they come too late, or when something can no longer be changed alone."""

from __future__ import annotations

from datetime import datetime

from bot.records.late_request import LateKind
from bot.records.meeting import Meeting
from bot.rules.party import Subject
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import registration


def closed(w: Words, meeting: Meeting, closed_at: datetime) -> Message:
    """Tell a latecomer kindly, and offer to ask the organiser."""
    ask_button = Button(
        w.say("registration", "Ask the organiser"), str(Token("come", meeting.id, "late"))
    )
    return Message(
        lines(
            when_closed(w, meeting, closed_at),
            w.say("registration", "I can ask the organiser whether there is room. Shall I?"),
        ),
        rows(ask_button),
    )


def when_closed(w: Words, meeting: Meeting, closed_at: datetime) -> Html:
    """Say when registration closed."""
    return w.say(
        "registration",
        "Registration for {title} closed {moment}.",
        title=bold(meeting.title or ""),
        moment=w.moment(closed_at),
    )


def late_asked(w: Words, meeting: Meeting) -> Message:
    """Say that the organiser is asked."""
    return Message(
        w.say(
            "registration",
            "I have asked the organiser whether you can come to {title}. I will write to you "
            "when I hear back.",
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


def late_granted(w: Words, meeting: Meeting, question: Message) -> Message:
    """Tell a latecomer that she may come, and ask the first question."""
    said = w.say(
        "registration",
        "The organiser has found room for you. You are registered for {title}!",
        title=bold(meeting.title or ""),
    )
    return Message(lines(said, "", question.text), question.rows)


def late_to_change(w: Words, ended_at: datetime | None, which: Message) -> Message:
    """Say that the last day for changes is past, and offer to ask the organiser for one."""
    return Message(
        lines(
            w.say("late", "Answers could be changed until {moment}.", moment=w.moment(ended_at))
            if ended_at
            else w.say("late", "You can no longer change your answers yourself."),
            w.say(
                "late",
                "You can still ask for a change: choose here, and I will ask the organiser. You"
                " can always cancel your place.",
            ),
            "",
            Html(which.text),
        ),
        which.rows,
    )


def change_asked(w: Words, meeting: Meeting) -> Message:
    """Say that the organiser is asked about a change, and what holds until then."""
    return Message(
        w.say(
            "late",
            "I have asked the organiser about your change for {title}. Your earlier answer "
            "stands until then. I will write to you when I hear back.",
            title=bold(meeting.title or ""),
        )
    )


def late_to_book(w: Words, ended_at: datetime) -> Message:
    """Say plainly that it may be too late to book, and that the organiser is asked at once."""
    return Message(
        w.say(
            "late",
            "Interpreters had to be booked by {moment}, so it may be too late. I have saved "
            "your answer and asked the organisers. I will write to you when they answer.",
            moment=w.moment(ended_at),
        )
    )


def answered(w: Words, meeting: Meeting, about: Subject, kind: LateKind, contact: str) -> Message:
    """Tell that the organiser said yes to a change or can book; the value is not repeated."""
    title, name = bold(meeting.title or ""), about.name
    said = {
        LateKind.JOIN: w.say(
            "late", "The organiser has found room for {name} at {title}.", name=name, title=title
        ),
        LateKind.CHANGE: w.say(
            "late", "The organiser has changed your answer for {title} as you asked.", title=title
        ),
        LateKind.BOOKING: w.say(
            "late", "The organiser can arrange what was asked for at {title}.", title=title
        ),
    }
    return Message(
        lines(
            _concerning(w, name),
            said[kind],
            w.say("registration", "Questions? Contact {contact}.", contact=contact),
        )
    )


def refused(w: Words, meeting: Meeting, about: Subject, kind: LateKind, contact: str) -> Message:
    """Tell that the organiser said no, what holds instead, and whom to talk to."""
    title = bold(meeting.title or "")
    said = {
        LateKind.JOIN: w.say("late", "Unfortunately there is no room at {title}.", title=title),
        LateKind.CHANGE: w.say(
            "late",
            "Unfortunately your answer for {title} could not be changed. Your earlier answer "
            "stands.",
            title=title,
        ),
        LateKind.BOOKING: w.say(
            "late",
            "Unfortunately the organiser cannot book it in time for {title}. Get in touch with "
            "the organiser, and you can see together what is possible.",
            title=title,
        ),
    }
    return Message(
        lines(
            _concerning(w, about.name),
            said[kind],
            w.say("registration", "Questions? Contact {contact}.", contact=contact),
        ),
        rows(registration.cancel_button(w, meeting)) if not about.name else (),
    )


def _concerning(w: Words, name: str) -> Html | None:
    return w.say("late", "This is about {name}.", name=bold(name)) if name else None


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
