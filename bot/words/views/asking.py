"""What organisers are asked or told at once: needs to book, latecomers, groups, posts in doubt."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.late_request import LateRequest, Verdict
from bot.records.meeting import Meeting
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import bold, lines
from bot.words.views import meeting as cards
from bot.words.views import registration


@dataclass(frozen=True, slots=True)
class Booked:
    """What a person needs now, and what she said before; empty is nothing."""

    now: str
    before: str


def need_to_book(w: Words, meeting: Meeting, name: str, need: Booked) -> Message:
    """Tell the organiser the same day about a need that must be booked, or is so no more."""
    title, when = meeting.title or "", cards.short_when(w, meeting)
    return Message(
        lines(
            w.say(
                "desk",
                "{name} has told a need for {title}, {when}:",
                name=bold(name),
                title=title,
                when=when,
            )
            if need.now
            else w.say(
                "desk",
                "{name} has changed her answer about {title}, {when}.",
                name=bold(name),
                title=title,
                when=when,
            ),
            bold(registration.need_label(w, need.now)) if need.now else None,
            w.say(
                "desk", "Not needed any more: {need}", need=registration.need_label(w, need.before)
            )
            if need.before
            else None,
            w.say("desk", "Interpreters often need to be booked two to four weeks ahead.")
            if need.now in INTERPRETERS
            else None,
        )
    )


INTERPRETERS = frozenset({"sign", "text"})


def late_request(w: Words, meeting: Meeting, request: LateRequest, name: str) -> Message:
    """Ask the organiser whether a latecomer may come."""
    asked = w.say(
        "desk",
        "{name} wants to come to {title}, but registration is closed. Is there room?",
        name=bold(name),
        title=bold(meeting.title or ""),
    )
    return Message(
        asked,
        rows(
            (
                Button(
                    w.say("desk", "Let in"),
                    str(Token("desk", request.id, "grant")),
                    style="success",
                ),
                Button(w.say("desk", "Say no"), str(Token("desk", request.id, "refuse"))),
            )
        ),
    )


def late_answered(w: Words, name: str, verdict: Verdict) -> Message:
    """Note what the organiser answered."""
    if verdict == Verdict.GRANTED:
        return Message(w.say("desk", "{name} may come and knows it.", name=bold(name)))
    return Message(w.say("desk", "I have told {name} that there is no room.", name=bold(name)))


def group_linked(w: Words, title: str) -> Message:
    """Tell the organiser that the group will show cards."""
    return Message(
        w.say(
            "desk",
            "I am now in {group}. When you send an invitation I show it there"
            " too, with the number of registered but no names.",
            group=bold(title),
        )
    )


def not_your_group(w: Words, title: str) -> Message:
    """Tell the owner that someone else put the bot in a group."""
    return Message(
        w.say(
            "desk",
            "Someone who is not an organiser added me to {group}. I have left it.",
            group=bold(title),
        )
    )


def parked(w: Words, group: str, row: int) -> Message:
    """Ask whether a post that may have failed should be sent again."""
    return Message(
        w.say(
            "desk",
            "I do not know whether the card in {group} arrived. Have a look, and let me"
            " send it again if it is missing.",
            group=bold(group),
        ),
        rows(Button(w.say("desk", "Send again"), str(Token("desk", row, "again")))),
    )


def not_delivered(w: Words, group: str) -> Message:
    """Tell the organiser that a group refuses messages."""
    return Message(
        w.say(
            "desk", "I could not post in {group}. Check that I may write there.", group=bold(group)
        )
    )


def quarantined(w: Words, code: str) -> Message:
    """Tell whoever runs the bot that one message could not be handled."""
    return Message(
        w.say(
            "desk",
            "One message could not be handled and is put aside. Code: {code}."
            " Everything else goes on.",
            code=code,
        )
    )
