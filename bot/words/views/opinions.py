"""What an organiser reads of what participants thought: added up, and without names."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from bot.exports.pictures import Bars
from bot.records.meeting import Meeting
from bot.rules import evaluation
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import PNG, Button, File, Message, Rows, rows
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
    if not evaluation.may_be_shown(given.answered):
        title = bold(w.say("notices", "How was the meeting for you?"))
        return [Html(""), title, *_too_few(w, given)]
    return [
        line
        for asked, counted in _questions(w, given)
        for line in (
            Html(""),
            bold(asked),
            *(w.say("desk", "{answer}: {n}", answer=label, n=n) for label, n in counted),
        )
    ]


Counted = list[tuple[str, int]]
"""Every answer there is to a question, with how many gave it; the best first."""


def _questions(w: Words, given: Opinions) -> list[tuple[str, Counted]]:
    """Count the answers to each question that enough have answered."""
    heard = w.plain("notices", "Did you get to say what you wanted?")
    asked = (
        (w.plain("notices", "How was the meeting for you?"), notices.overall_labels(w)),
        (heard, notices.heard_labels(w)),
    )
    counts = (given.overall, given.heard)
    return [
        (question, [(label, count.get(choice, 0)) for choice, label in labels.items()])
        for (question, labels), count in zip(asked, counts, strict=True)
        if evaluation.may_be_shown(sum(count.values()))
    ]


def _too_few(w: Words, given: Opinions) -> list[Html]:
    why = w.many(
        "opinions",
        "I show the answers when {n} has answered, so that nobody is recognised.",
        "I show the answers when {n} have answered, so that nobody is recognised.",
        evaluation.FEWEST,
    )
    return [_so_many(w, given), why]


def _so_many(w: Words, given: Opinions) -> Html:
    return w.many(
        "opinions", "{n} person has answered.", "{n} people have answered.", given.answered
    )


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
    """Give the facts of the picture, worded: each question above its answers."""
    counted = _questions(w, given)
    above = accumulate((len(rows) for _, rows in counted), initial=0)
    return Bars(
        meeting.title or "–",
        w.plain_many(
            "opinions", "{n} person has answered.", "{n} people have answered.", given.answered
        ),
        tuple((label, n, None, str(n)) for _, rows in counted for label, n in rows),
        tuple((place, question) for place, (question, _) in zip(above, counted, strict=False)),
    )


def picture(w: Words, meeting: Meeting, given: Opinions) -> Message:
    """Send the picture with the same facts in words."""
    file = File(w.plain("opinions", "answers.png"), PNG, drawing(w, meeting, given))
    written = lines(bold(meeting.title or "–"), _so_many(w, given), *added_up(w, given))
    return Message(written, file=file)
