"""What an organiser reads of what participants thought: added up, and without names."""

from __future__ import annotations

from dataclasses import dataclass

from bot.exports.pictures import Bars
from bot.records.meeting import Meeting
from bot.rules import evaluation
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, File, Message, Rows, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import notices


@dataclass(frozen=True, slots=True)
class Opinions:
    """What participants answered afterwards, added up; no names."""

    answered: int
    overall: dict[str, int]
    heard: dict[str, int]
    comments: list[str]


def added_up(w: Words, given: Opinions) -> list[Html]:
    """Show the answers when enough have answered; nothing when nobody has."""
    if not given.answered:
        return []
    title = bold(w.say("notices", "How was the meeting for you?"))
    if not evaluation.may_be_shown(given.answered):
        return [Html(""), title, *_too_few(w, given)]
    asked = bold(w.say("notices", "Did you get to say what you wanted?"))
    heard = _counted(w, notices.heard_labels(w), given.heard)
    overall = _counted(w, notices.overall_labels(w), given.overall)
    return [Html(""), title, *overall, *([asked, *heard] if heard else [])]


def _too_few(w: Words, given: Opinions) -> list[Html]:
    said = w.many(
        "opinions", "{n} person has answered.", "{n} people have answered.", given.answered
    )
    why = w.many(
        "opinions",
        "I show the answers when {n} has answered, so that nobody is recognised.",
        "I show the answers when {n} have answered, so that nobody is recognised.",
        evaluation.FEWEST,
    )
    return [said, why]


def _counted(w: Words, labels: dict[str, str], given: dict[str, int]) -> list[Html]:
    return [
        w.say("desk", "{answer}: {n}", answer=label, n=given[choice])
        for choice, label in labels.items()
        if choice in given
    ]


def buttons(w: Words, meeting: Meeting, given: Opinions) -> Rows:
    """Lead to the picture and the comments, when they may be shown."""
    if not evaluation.may_be_shown(given.answered):
        return ()
    picture = Button(
        w.say("opinions", "Show as a picture"), str(Token("think", meeting.id, "picture"))
    )
    comments = Button(
        w.plain_many("opinions", "Read {n} comment", "Read {n} comments", len(given.comments)),
        str(Token("think", meeting.id, "comments")),
    )
    return rows((picture, comments) if given.comments else picture)


def comments(w: Words, meeting: Meeting, given: Opinions) -> Message:
    """Show what people wrote, in the order of the alphabet so that it tells nothing of whom."""
    written = [
        w.say("desk", "• {comment}", comment=comment)
        for comment in sorted(given.comments, key=str.casefold)
    ]
    heading = bold(w.say("notices", "What should we think about next time? Who was missing?"))
    return Message(lines(bold(meeting.title or "–"), heading, "", *written))


def drawing(w: Words, meeting: Meeting, given: Opinions) -> Bars:
    """Give the facts of the picture, worded."""
    labels = notices.overall_labels(w)
    return Bars(
        meeting.title or "–",
        w.plain("notices", "How was the meeting for you?"),
        tuple(
            (label, given.overall.get(choice, 0), None, str(given.overall.get(choice, 0)))
            for choice, label in labels.items()
        ),
    )


def picture(w: Words, meeting: Meeting, given: Opinions) -> Message:
    """Send the picture with the same facts in words."""
    file = File(w.plain("opinions", "answers.png"), "image/png", drawing(w, meeting, given))
    return Message(lines(bold(meeting.title or "–"), "", *added_up(w, given)[1:]), file=file)
