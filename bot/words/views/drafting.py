"""What an organiser reads while a meeting is composed, checked and corrected."""

from __future__ import annotations

from datetime import date, time, timedelta

from bot.records.meeting import Form, Meeting
from bot.rules import lengths, times
from bot.rules.answers import NOTHING
from bot.rules.clashes import LAST_DAYS
from bot.rules.drafting import Question
from bot.token import LIMIT, Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, Rows, rows
from bot.words.texts import bold, lines
from bot.words.views import copying, doubting, questions, reviewing


def begin(w: Words, meeting: Meeting) -> Message:
    """Ask for an invitation that is already written, or begin from nothing."""
    token = Token("meet", meeting.id, "compose")
    return Message(
        lines(
            bold(w.say("drafting", "A new meeting")),
            w.say(
                "drafting",
                "Paste the invitation you have written, or send it as a file. I read"
                " it and show you what I found before anyone else sees it.",
            ),
        ),
        rows(Button(w.say("drafting", "I have no text, ask me"), str(token))),
    )


def question(
    w: Words, meeting: Meeting, asked: Question, *, closing: tuple[str, ...] = ()
) -> Message:
    """Ask for one fact: its doubt first, if there is one, and always a way out."""
    doubt = meeting.doubts.get(asked.name)
    text = lines(
        doubting.doubt_line(w, str(doubt["reason"]), str(doubt["quote"])) if doubt else None,
        bold(questions.prompt(w, asked.name)),
        questions.hint(w, meeting, asked),
    )
    offered = _listed(doubt["options"]) if doubt else ()
    return Message(text, choices(w, meeting, asked, offered=offered, closing=closing))


def _listed(options: object) -> tuple[str, ...]:
    return tuple(str(one) for one in options) if isinstance(options, list | tuple) else ()


def choices(
    w: Words,
    meeting: Meeting,
    asked: Question,
    *,
    offered: tuple[str, ...] = (),
    closing: tuple[str, ...] = (),
) -> Rows:
    """Lay out the answers that can be tapped."""
    token = Token("meet", meeting.id, asked.name)
    taps = [
        Button(shown_option(w, asked, option, meeting.day), token.chosen(option))
        for option in offered
        if _fits_on(token, option)
    ]
    if asked.name in LAST_DAYS:
        taps += [Button(_closing(w, choice), token.chosen(choice)) for choice in closing]
    # What can be left empty has its button last, after the choices.
    labels = {one: said for one, said in choice_labels(w, asked).items() if one != NOTHING}
    taps += [Button(said, token.chosen(one)) for one, said in labels.items()]
    nothing = None if asked.is_needed else Button(_nothing(w, asked), token.chosen(NOTHING))
    aside = Button(w.say("drafting", "Show the details"), str(Token("meet", meeting.id, "review")))
    return rows(*taps, nothing, aside)


def _fits_on(token: Token, option: str) -> bool:
    # A longer one is written by hand.
    return bool(option) and len(f"{token}:{option}".encode()) <= LIMIT


def shown_option(w: Words, asked: Question, option: str, day: date | None) -> str:
    """Write an option as people say it; of a clock shown twice that day, by which time it is."""
    if asked.kind == "day":
        return str(w.full_day(date.fromisoformat(option)))
    if asked.kind == "clock":
        clock = time.fromisoformat(option)
        east = clock.utcoffset()
        if east is None or day is None:
            return str(w.clock(clock))
        return hour(w, day, clock.replace(tzinfo=None), east // timedelta(minutes=1))
    return option


def hour(w: Words, day: date, clock: time, offset: int) -> str:
    """Write a clock that the wall shows twice that day."""
    if times.is_summer_time(day, clock, offset, w.zone):
        return w.plain("drafting", "{clock} summer time", clock=w.clock(clock))
    return w.plain("drafting", "{clock} winter time", clock=w.clock(clock))


def choice_labels(w: Words, asked: Question) -> dict[str, str]:
    """Name the choices that a question has buttons for, whatever the meeting."""
    given = {str(form): form_name(w, form) for form in Form} if asked.kind == "form" else {}
    if asked.kind == "yes_no":
        given = {"yes": yes_no(w, is_so=True), "no": yes_no(w, is_so=False)}
    return given if asked.is_needed else {**given, NOTHING: _nothing(w, asked)}


def yes_no(w: Words, *, is_so: bool) -> str:
    """Say yes or no."""
    return w.plain("drafting", "Yes") if is_so else w.plain("drafting", "No")


def _closing(w: Words, choice: str) -> str:
    names = {
        "d0": w.plain("drafting", "The same day"),
        "d1": w.plain("drafting", "The day before"),
        "d7": w.plain("drafting", "A week before"),
        "d14": w.plain("drafting", "Two weeks before"),
    }
    return names[choice]


def _nothing(w: Words, asked: Question) -> str:
    names = {
        "end": w.plain("drafting", "Not decided"),
        "join_url": w.plain("drafting", "Coming later"),
        "seats": w.plain("drafting", "No limit"),
        "online_seats": w.plain("drafting", "No limit"),
        "per_party": w.plain("drafting", "No limit"),
        "closes_clock": w.plain("drafting", "The whole day"),
        "changes_on": w.plain("drafting", "As long as registration is open"),
        "changes_clock": w.plain("drafting", "The whole day"),
        "needs_on": w.plain("drafting", "As usual"),
        "food": w.plain("drafting", "No food"),
        "agenda": w.plain("drafting", "Coming later"),
    }
    return names.get(asked.name, w.plain("drafting", "Leave it empty"))


def form_name(w: Words, form: Form) -> str:
    """Name a form of meeting."""
    names = {
        Form.ROOM: w.plain("drafting", "On site"),
        Form.ONLINE: w.plain("drafting", "Online"),
        Form.HYBRID: w.plain("drafting", "Both on site and online"),
    }
    return names[form]


def discarded(w: Words) -> Message:
    """Confirm that a draft is gone."""
    return Message(w.say("drafting", "The draft is thrown away. Nobody has seen it."))


def not_an_invitation(w: Words, meeting: Meeting) -> Message:
    """Say that nothing in a text looked like a meeting."""
    token = Token("meet", meeting.id, "compose")
    return Message(
        w.say(
            "drafting",
            "I find neither a title nor a date in that text. Paste the whole"
            " invitation, or let me ask you.",
        ),
        rows(Button(w.say("drafting", "Ask me instead"), str(token))),
    )


def reading_file(w: Words, name: str) -> Message:
    """Say that a file is being read."""
    return Message(w.say("drafting", "I am reading {name}. One moment.", name=name))


def unreadable_file(w: Words, name: str) -> Message:
    """Say kindly that a file cannot be read."""
    return Message(
        w.say(
            "drafting",
            "I cannot read the file {name}. Paste the text instead, or send"
            " it as PDF, Word or plain text of at most 5 MB.",
            name=lengths.cut(name, 100),
        )
    )


OCCASIONS = 20
"""Drafts that get a button at once; /utkast lists them all."""


def several_occasions(w: Words, begun: list[Meeting]) -> Message:
    """Say that the text names several days, and that each has a draft of its own."""
    buttons = [
        Button(reviewing.fact_value(w, one, "day"), str(Token("meet", one.id, "review")))
        for one in begun[:OCCASIONS]
    ]
    return Message(
        w.many(
            "drafting",
            "The text names {n} occasion. I have made a draft for it.",
            "The text names {n} occasions. I have made a draft for each of them. Check them, and I"
            " invite to all of them in one message.",
            len(begun),
        ),
        rows(*buttons, copying.series_button(w, begun[0]) if begun else None),
    )
