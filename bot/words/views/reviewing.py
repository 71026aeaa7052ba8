"""The checked meeting as an organiser sees it: every fact, and a button for each."""

from __future__ import annotations

from datetime import date, time

from bot.records.agenda import AgendaItem
from bot.records.meeting import Form, Meeting, Status
from bot.rules import drafting
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, Rows, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import drafting as questions


def review(w: Words, meeting: Meeting, agenda: list[AgendaItem], left: list[str]) -> Message:
    """Show the checked meeting: every fact, what is open marked, a button for each."""
    text = lines(
        bold(w.say("drafting", "This is how the meeting looks")),
        "",
        *(_fact(w, meeting, name) for name in _shown(meeting)),
        _agenda(w, agenda),
        "",
        _what_is_left(w, left),
    )
    return Message(text, _review_buttons(w, meeting, left))


def _shown(meeting: Meeting) -> list[str]:
    always = [
        "title",
        "day",
        "start",
        "end",
        "form",
        "place",
        "closes_on",
        "seats",
        "food",
        "accessibility",
    ]
    extra = ["join_url", "contact", "hosts", "doors", "moderator", "about"]
    relevant = [name for name in always if drafting.is_relevant(meeting, name)]
    return relevant + [name for name in extra if getattr(meeting, name)]


def _fact(w: Words, meeting: Meeting, name: str) -> Html:
    mark = "⚠️ " if name in meeting.doubts else ""
    value = fact_value(w, meeting, name)
    return w.say(
        "drafting", "{mark}{label}: {value}", mark=mark, label=questions.label(w, name), value=value
    )


def fact_value(w: Words, meeting: Meeting, name: str) -> str:
    """Write a fact as it stands, or that it is missing."""
    value = getattr(meeting, name)
    if value in {None, ""}:
        return _missing(w, meeting, name)
    if name == "closes_on" and meeting.closes_on and meeting.closes_clock:
        return str(w.when(meeting.closes_on, meeting.closes_clock, None))
    if isinstance(value, date):
        return str(w.full_day(value))
    if isinstance(value, time):
        return str(w.clock(value))
    return questions.form_name(w, Form(value)) if name == "form" else str(value)


def _missing(w: Words, meeting: Meeting, name: str) -> str:
    if name in meeting.doubts:
        return w.plain("drafting", "to be decided")
    answered = name in meeting.waived or getattr(meeting, name) == ""
    if name == "seats" and answered:
        return w.plain("drafting", "no limit")
    return "–" if answered else w.plain("drafting", "to be decided")


def _agenda(w: Words, agenda: list[AgendaItem]) -> Html | None:
    if not agenda:
        return None
    return w.many(
        "drafting", "Agenda: {n} point", "Agenda: {n} points", sum(not one.depth for one in agenda)
    )


def _what_is_left(w: Words, left: list[str]) -> Html:
    if not left:
        return w.say("drafting", "Is everything right? Tap what you want to change.")
    names = w.listed([questions.label(w, name).lower() for name in left])
    return w.say("drafting", "I still need to ask about: {names}.", names=names)


def _review_buttons(w: Words, meeting: Meeting, left: list[str]) -> Rows:
    row = meeting.id
    names = [name for name in CHANGEABLE if drafting.is_relevant(meeting, name)]
    change = [
        Button(questions.label(w, name), str(Token("meet", row, "change", name))) for name in names
    ]
    pairs = [tuple(change[start : start + 2]) for start in range(0, len(change), 2)]
    if meeting.status != Status.DRAFT:
        done = Button(w.say("drafting", "Done"), str(Token("meet", row, "desk")))
        return rows(*pairs, done)
    on = Button(
        w.say("drafting", "Answer the question")
        if left
        else w.say("drafting", "See the invitation"),
        str(Token("meet", row, "ask" if left else "preview")),
        style="success",
    )
    away = Button(w.say("drafting", "Throw away"), str(Token("meet", row, "discard")))
    return rows(on, *pairs, away)


CHANGEABLE = (
    "title",
    "day",
    "start",
    "end",
    "form",
    "place",
    "join_url",
    "closes_on",
    "seats",
    "food",
    "accessibility",
    "contact",
    "agenda",
    "hosts",
    "moderator",
    "about",
)
