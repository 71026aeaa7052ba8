"""The code someone shows at the door, and what an organiser who has read it sees."""

from __future__ import annotations

from bot.exports.papers import Code
from bot.records.meeting import Meeting
from bot.records.registration import Standing
from bot.rules import lengths
from bot.rules.attendance import Attender
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import PNG, Button, File, Message, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import checking_in, parties
from bot.words.views import meeting as cards
from bot.words.views.checking_in import Room

NAME = 200
"""UTF-16 units of a name with an association in a sentence."""


def button(w: Words, meeting: Meeting) -> Button:
    """Lead to one's own code."""
    return Button(w.say("codes", "Show my code"), str(Token("code", meeting.id, "show")))


def code(w: Words, meeting: Meeting, drawn: Code) -> Message:
    """Send the code as a picture, with what it is for."""
    said = lines(
        bold(w.say("codes", "Your code for {title}", title=meeting.title or "–")),
        w.say(
            "codes",
            "Show it at the door: the organiser points a phone at it, and you are checked in. If"
            " it does not work, your name is enough.",
        ),
    )
    return Message(said, file=File(w.plain("codes", "code.png"), PNG, drawn))


def for_another(w: Words, meeting: Meeting, name: str, drawn: Code) -> Message:
    """Send the code of someone without Telegram, to be passed on as it stands or printed."""
    said = lines(
        bold(w.say("codes", "Code for {name}", name=lengths.cut(name, NAME))),
        meeting.title or "–",
        w.say("meeting", "When: {when}", when=cards.when(w, meeting)),
        w.say("meeting", "Where: {where}", where=cards.where(w, meeting)),
        "",
        w.say(
            "codes",
            "Show it at the door, on a phone or on paper. If it does not work, the name is enough.",
        ),
    )
    return Message(said, file=File(w.plain("codes", "code.png"), PNG, drawn))


def kind(w: Words) -> Message:
    """Tell anyone else who has opened such a link what it is, and nothing more."""
    return Message(
        w.say(
            "codes",
            "This code is personal. The organiser of the meeting reads it at the door, and for"
            " others it does nothing.",
        )
    )


def is_here(w: Words, meeting: Meeting, one: Attender, room: Room) -> Message:
    """Confirm who has come in, with a way to take it back."""
    undo = Token("here", meeting.id, "no").chosen(f"{one.mine.id}-1")
    return Message(
        lines(
            bold(w.say("door", "{name} is here.", name=_named(one))),
            checking_in.count(w, room),
        ),
        rows((Button(w.say("codes", "Undo"), undo), _list(w, meeting))),
    )


def too_early(w: Words, meeting: Meeting, name: str) -> Message:
    """Say that a code is good, and when it counts."""
    return Message(
        lines(
            w.say(
                "codes",
                "The code is right: {name}, {title}.",
                name=bold(lengths.cut(name, NAME)),
                title=meeting.title or "–",
            ),
            Html(checking_in.too_early(w)),
        )
    )


def has_no_place(w: Words, meeting: Meeting, one: Attender) -> Message:
    """Say how someone stands who has no seat, with a way to let her in all the same."""
    token = Token("here", meeting.id, "yes").chosen(f"{one.mine.id}-1")
    said = w.say(
        "codes",
        "{name} has no seat at {title}: {standing}.",
        name=bold(_named(one)),
        title=meeting.title or "–",
        standing=parties.standing(w, Standing(one.mine.standing)),
    )
    return Message(said, rows((Button(w.say("codes", "Let in"), token), _list(w, meeting))))


def _named(one: Attender) -> str:
    return lengths.cut(f"{one.name} ({one.home})" if one.home else one.name, NAME)


def _list(w: Words, meeting: Meeting) -> Button:
    return Button(w.say("door", "The whole list"), str(Token("here", meeting.id, "all")))
