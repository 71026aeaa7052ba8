"""What an organiser reads who hands a meeting's papers over to an archive."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.records.minutes import Minutes
from bot.rules import lengths
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import ZIP, Button, File, Message, rows
from bot.words.texts import bold, lines

_TITLE = 200


def button(w: Words, meeting: Meeting) -> Button:
    """Lead to handing a meeting's papers over."""
    return Button(
        w.say("releasing", "Papers for the archive"), str(Token("pack", meeting.id, "ask"))
    )


def ask(w: Words, meeting: Meeting) -> Message:
    """Ask whether the names of those who answered go along."""
    return Message(
        lines(
            bold(lengths.cut(meeting.title or "–", _TITLE)),
            w.say(
                "releasing",
                "You get the invitation, the changes, the agenda, the messages with their times and"
                " the minutes, with checksums. Food and needs are not part of it.",
            ),
            w.say("releasing", "Shall the names of those who answered go along?"),
        ),
        rows(
            Button(w.say("releasing", "With names"), str(Token("pack", meeting.id, "names"))),
            Button(w.say("releasing", "Without names"), str(Token("pack", meeting.id, "bare"))),
            Button(w.say("releasing", "Back"), str(Token("lists", meeting.id, "menu"))),
        ),
    )


def handed(w: Words, content: bytes, meeting: Meeting) -> Message:
    """Send the papers."""
    name = w.plain("releasing", "meeting-{n}.zip", n=meeting.id)
    return Message(
        w.say("releasing", "Here are the papers. Put them where your archive wants them."),
        file=File(name, ZIP, content),
    )


def left_out(w: Words, one: Minutes) -> Message:
    """Send a document that the papers lack, by Telegram's handle, so that it can be put beside."""
    said = w.say(
        "releasing",
        "This document is not among the papers: it is too large for that, or Telegram has not given"
        " it to me yet. Save it from here and put it beside them.",
    )
    return Message(said, document=one.file_id)
