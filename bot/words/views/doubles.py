"""What people read when someone may be registered twice."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Registration
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import bold, lines


def maybe_you(w: Words, meeting: Meeting, hand: Registration, by: str) -> Message:
    """Ask someone whether a colleague has registered her already."""
    token = Token("twin", hand.id, "mine")
    return Message(
        lines(
            w.say(
                "doubles",
                "{by} has registered someone with your name for {title}. Is it you?",
                by=by,
                title=bold(meeting.title or ""),
            ),
            w.say("doubles", "If so, you have two places, and one of them can go to someone else."),
        ),
        rows(
            Button(w.say("doubles", "Yes, that is me"), token.chosen("same")),
            Button(w.say("doubles", "No, someone else"), token.chosen("other")),
        ),
    )


def maybe_double(w: Words, meeting: Meeting, hand: Registration, hers: Person) -> Message:
    """Ask an organiser whether two entries are the same person."""
    same = Token("twin", hand.id, "same", str(hers.id))
    other = Token("twin", hand.id, "other", str(hers.id))
    return Message(
        lines(
            w.say(
                "doubles",
                "{name} may be registered twice for {title}: by hand and in person.",
                name=bold(hers.name or "–"),
                title=bold(meeting.title or ""),
            ),
            w.say(
                "doubles",
                "I have asked {name} too. I will not change anything without an answer.",
                name=hers.name or "–",
            ),
        ),
        rows(
            Button(w.say("doubles", "The same person"), str(same)),
            Button(w.say("doubles", "Two different people"), str(other)),
        ),
    )


def merged(w: Words, meeting: Meeting, name: str) -> Message:
    """Say that two entries are one."""
    return Message(
        w.say(
            "doubles",
            "Thank you. Now {name} is registered once for {title}.",
            name=name,
            title=bold(meeting.title or ""),
        )
    )


def merged_for(w: Words, meeting: Meeting, name: str) -> Message:
    """Tell the one who registered a colleague that she has registered herself."""
    return Message(
        w.say(
            "doubles",
            "{name} has registered for {title} in person, so the entry you made is gone.",
            name=name,
            title=bold(meeting.title or ""),
        )
    )


def kept_apart(w: Words) -> Message:
    """Say that both entries stay."""
    return Message(w.say("doubles", "Thank you. Then both stay as they are."))
