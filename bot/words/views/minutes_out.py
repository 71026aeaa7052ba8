"""What members read of a meeting's minutes: that they are there, the whole, and thanks for words.

Who was there is written in plain text, because it becomes part of what is written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.records.meeting import Meeting
from bot.records.minutes import Minutes, MinutesKind
from bot.rules import lengths
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, folded, lines, seen
from bot.words.views import meeting as cards
from bot.words.views import minutes as desk

Names = list[tuple[str, list[str]]]
"""Names under each association; the last, "", are private persons."""
TITLE = 100
FOLD_AFTER = 500
"""UTF-16 units of a text that are shown without folding."""


@dataclass(frozen=True, slots=True)
class There:
    """Who was there; without a note of it, those who had registered."""

    is_noted: bool
    present: Names
    absent: Names
    announced: Names


def attendance(w: Words, there: There) -> str:
    """Write who was there, who was not and who had said so, by association."""
    came = w.plain("minutes", "Present:") if there.is_noted else w.plain("minutes", "Registered:")
    parts = (
        (came, there.present),
        (w.plain("minutes", "Absent:"), there.absent if there.is_noted else []),
        (w.plain("minutes", "Apologies:"), there.announced),
    )
    return "\n\n".join(_part(w, heading, names) for heading, names in parts if names)


def _part(w: Words, heading: str, names: Names) -> str:
    private = w.plain("minutes", "Private individuals")
    listed = [
        w.plain("minutes", "{association}: {names}", association=home or private, names=said)
        for home, said in ((home, seen(w.listed(some))) for home, some in names)
    ]
    return "\n".join([heading, *listed])


def for_comments(w: Words, meeting: Meeting, one: Minutes, until: datetime) -> Message:
    """Ask those who were there whether it is right."""
    text = lines(
        _here_is(w, meeting, one),
        _changes(w, one),
        "",
        w.say(
            "minutes",
            "Is something missing, or did something turn out wrong? Answer here by {when}. "
            "After that we publish the final version.",
            when=bold(w.moment(until)),
        ),
    )
    comment = Button(w.plain("minutes", "Leave a comment"), str(Token("said", one.id, "comment")))
    return _with_file(one, Message(text, rows(_read(w, one), comment)))


def _here_is(w: Words, meeting: Meeting, one: Minutes) -> Html:
    title, day = bold(lengths.cut(meeting.title or "–", TITLE)), cards.when(w, meeting)
    if one.version > 1:
        return w.say(
            "minutes",
            "There is a new version of the minutes from {title}, {day}.",
            title=title,
            day=day,
        )
    if one.kind == MinutesKind.PROTOCOL:
        return w.say(
            "minutes",
            "Thank you for taking part! Here are the formal minutes from {title}, {day}.",
            title=title,
            day=day,
        )
    return w.say(
        "minutes",
        "Thank you for taking part! Here are the notes from {title}, {day}.",
        title=title,
        day=day,
    )


def _changes(w: Words, one: Minutes) -> Html | None:
    if not one.changes:
        return None
    return w.say("minutes", "This has changed: {changes}", changes=one.changes)


def _read(w: Words, one: Minutes) -> Button | None:
    if not one.text:
        return None
    return Button(w.plain("minutes", "Read the minutes"), str(Token("said", one.id, "read")))


def _with_file(one: Minutes, message: Message) -> Message:
    return replace(message, document=one.file_id) if one.file_id else message


def published(w: Words, meeting: Meeting, one: Minutes) -> Message:
    """Tell everyone that a meeting's minutes can be read."""
    title, day = bold(lengths.cut(meeting.title or "–", TITLE)), cards.when(w, meeting)
    said = {
        MinutesKind.PROTOCOL: w.say(
            "minutes", "The formal minutes from {title}, {day}, are ready.", title=title, day=day
        ),
        MinutesKind.NOTES: w.say(
            "minutes", "The notes from {title}, {day}, are ready.", title=title, day=day
        ),
    }[MinutesKind(one.kind)]
    text = lines(
        said,
        _changes(w, one),
        desk.number(w, meeting),
        w.say("minutes", "You find them under /moten, Past, from now on."),
    )
    return _with_file(one, Message(text, rows(_read(w, one))))


def whole(w: Words, meeting: Meeting, one: Minutes) -> Message:
    """Show what was written, folded when it is long, and the file that goes with it."""
    body = one.text
    is_long = lengths.units(body) > FOLD_AFTER
    text = lines(
        bold(
            w.say("minutes", "Minutes from {title}", title=lengths.cut(meeting.title or "–", 128))
        ),
        cards.when(w, meeting),
        desk.number(w, meeting),
        _changes(w, one),
        "" if body else None,
        (folded(body) if is_long else body) if body else None,
    )
    return _with_file(one, Message(text))


def archive_button(w: Words, one: Minutes) -> Button:
    """Lead to the minutes from a meeting's card."""
    return Button(w.plain("minutes", "Read the minutes"), str(Token("said", one.id, "read")))


def ask_comment(w: Words, meeting: Meeting, until: datetime) -> Message:
    """Ask what should be corrected or added."""
    return Message(
        w.say(
            "minutes",
            "What should be corrected or added in the minutes from {title}?"
            " Write it here by {when}. The organisers see your name.",
            title=bold(lengths.cut(meeting.title or "–", 128)),
            when=w.moment(until),
        )
    )


def thanks(w: Words, one: Minutes) -> Message:
    """Thank for a comment; another may follow."""
    done = Button(w.plain("minutes", "Done"), str(Token("said", one.id, "done")))
    said = w.say("minutes", "Thank you, the organisers will read it. Write more, or press Done.")
    return Message(said, rows(done))


def all_said(w: Words) -> str:
    """Say in a toast that no more words are waited for."""
    return w.plain("minutes", "Thank you!")


def closed(w: Words, contact: str) -> Message:
    """Explain that the time for comments has passed."""
    return Message(
        w.say(
            "minutes",
            "The time for comments has passed. Is something still wrong? {contact}",
            contact=contact,
        )
    )


def enough(w: Words) -> Message:
    """Ask someone who has written much to turn to the organisers."""
    return Message(
        w.say("minutes", "You have written a lot. Please take up the rest with the organisers.")
    )
