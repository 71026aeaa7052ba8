"""What an organiser reads when a colleague has changed the same thing while she wrote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bot.records.agenda import AgendaItem
from bot.records.meeting import Meeting
from bot.rules import lengths
from bot.rules.answers import NOTHING
from bot.rules.drafting import Question
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import bold, lines
from bot.words.views import drafting, questions

GLIMPSE = 600
"""UTF-16 units of each of the two that are shown; the whole is kept."""


@dataclass(frozen=True, slots=True)
class Newer:
    """Who changed it, how it stands now, and what the one who came after has written."""

    actor: str | None
    now: str
    given: str


def points(w: Words, agenda: list[AgendaItem]) -> str:
    """Say how many points the agenda has now, and the first of them."""
    n = len(agenda)
    titles = "; ".join(lengths.cut(one.title, 60) for one in agenda[:5])
    return w.plain_many("drafting", "{n} point: {titles}", "{n} points: {titles}", n, titles=titles)


def newer(w: Words, meeting: Meeting, asked: Question, found: Newer) -> Message:
    """Show both, and ask which is to stand."""
    text = lines(
        bold(_heading(w, asked, found)),
        "",
        w.say("drafting", "Now: {now}", now=lengths.cut(found.now, GLIMPSE)),
        w.say(
            "drafting", "Your answer: {given}", given=lengths.cut(_said(w, asked, found), GLIMPSE)
        ),
        "",
        w.say("drafting", "Your answer is not saved yet. Which is right?"),
    )
    mine = Button(labels(w)["mine"], str(Token("meet", meeting.id, "mine", asked.name)))
    keep = Button(labels(w)["theirs"], str(Token("meet", meeting.id, "review")))
    return Message(text, rows(mine, keep))


def labels(w: Words) -> dict[str, str]:
    """Name the two ways on."""
    return {
        "mine": w.plain("drafting", "Change to mine"),
        "theirs": w.plain("drafting", "Leave it as it is"),
    }


def _heading(w: Words, asked: Question, found: Newer) -> str:
    label = questions.label(w, asked.name)
    if found.actor is None:
        return w.plain("drafting", "{label}: someone changed this while you wrote", label=label)
    return w.plain(
        "drafting",
        "{label}: {name} changed this while you wrote",
        label=label,
        name=lengths.cut(found.actor, 100),
    )


def _said(w: Words, asked: Question, found: Newer) -> str:
    """Write what she answered as people say it, also when it was a button."""
    labels = drafting.choice_labels(w, asked)
    if found.given in labels or found.given == NOTHING:
        return labels.get(found.given, found.given)
    try:
        if asked.kind == "day":
            return str(w.full_day(date.fromisoformat(found.given)))
        if asked.kind == "clock":
            return str(w.clock(time.fromisoformat(found.given)))
    except ValueError:
        return found.given
    return found.given
