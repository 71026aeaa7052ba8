"""What people read about the reserve list: a place in line, an offered seat."""

from __future__ import annotations

from datetime import datetime

from bot.records.meeting import Meeting
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import bold, lines
from bot.words.views import meeting as cards


def waiting(w: Words, meeting: Meeting, number: int) -> Message:
    """Say that the meeting is full, and the place in line."""
    return Message(
        lines(
            w.say(
                "registration",
                "Just now {title} is full, but you are number {number} on the reserve list.",
                title=bold(meeting.title or ""),
                number=number,
            ),
            w.say("registration", "If a seat becomes free I write to you here."),
        ),
        rows(
            (
                Button(
                    w.say("registration", "Stay on the list"),
                    str(Token("come", meeting.id, "stay")),
                ),
                leave_button(w, meeting),
            )
        ),
    )


def stays(w: Words, meeting: Meeting, number: int) -> Message:
    """Confirm the place in line."""
    return Message(
        w.say(
            "registration",
            "You are number {number} on the reserve list for {title}.",
            number=number,
            title=bold(meeting.title or ""),
        ),
        rows(leave_button(w, meeting)),
    )


def left_the_list(w: Words, meeting: Meeting) -> Message:
    """Confirm that she is off the reserve list."""
    return Message(
        w.say(
            "registration",
            "You are no longer on the reserve list for {title}.",
            title=bold(meeting.title or ""),
        )
    )


def offer(w: Words, meeting: Meeting, ends: datetime) -> Message:
    """Offer a seat, and say until when."""
    return Message(
        lines(
            w.say(
                "registration",
                "A seat is free at {title}, {when}!",
                title=bold(meeting.title or ""),
                when=cards.short_when(w, meeting),
            ),
            w.say(
                "registration",
                "Do you want it? Answer no later than {moment}, otherwise I ask"
                " the next person on the list.",
                moment=w.moment(ends),
            ),
        ),
        rows(
            (
                Button(
                    w.say("registration", "Yes, I am coming"),
                    str(Token("come", meeting.id, "accept")),
                    style="success",
                ),
                Button(
                    w.say("registration", "No, thank you"), str(Token("come", meeting.id, "pass"))
                ),
            )
        ),
    )


def offer_passed(w: Words, meeting: Meeting) -> Message:
    """Confirm that the seat goes on to the next."""
    return Message(
        w.say(
            "registration",
            "Thank you for answering. The seat at {title} goes to the next person.",
            title=bold(meeting.title or ""),
        )
    )


def offer_lapsed(w: Words, meeting: Meeting) -> Message:
    """Say that the time to answer is over."""
    again = Button(
        w.say("registration", "Put me on the list again"), str(Token("come", meeting.id, "yes"))
    )
    return Message(
        w.say(
            "registration",
            "The time to answer is over, so the seat at {title} has gone to the next person.",
            title=bold(meeting.title or ""),
        ),
        rows(again),
    )


def leave_button(w: Words, meeting: Meeting) -> Button:
    """Lead off the reserve list."""
    return Button(w.say("registration", "Take me off"), str(Token("come", meeting.id, "leave")))
