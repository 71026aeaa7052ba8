"""What an organiser reads while a meeting is composed, checked and corrected."""

from __future__ import annotations

from datetime import date, time

from bot.records.meeting import Form, Meeting
from bot.rules import lengths
from bot.rules.answers import NOTHING
from bot.rules.drafting import Question
from bot.token import LIMIT, Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, Rows, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import doubting, reviewing


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


def label(w: Words, name: str) -> str:
    """Name a fact on a button."""
    names = {
        "title": w.plain("drafting", "Title"),
        "day": w.plain("drafting", "Day"),
        "start": w.plain("drafting", "Starts"),
        "end": w.plain("drafting", "Ends"),
        "form": w.plain("drafting", "Form"),
        "place": w.plain("drafting", "Place"),
        "join_url": w.plain("drafting", "Link"),
        "closes_on": w.plain("drafting", "Last day"),
        "seats": w.plain("drafting", "Seats"),
        "food": w.plain("drafting", "Food"),
        "accessibility": w.plain("drafting", "Accessibility"),
        "contact": w.plain("drafting", "Contact"),
        "agenda": w.plain("drafting", "Agenda"),
        "hosts": w.plain("drafting", "Hosts"),
        "doors": w.plain("drafting", "Doors open"),
        "moderator": w.plain("drafting", "Moderator"),
        "about": w.plain("drafting", "About"),
    }
    return names[name]


def prompt(w: Words, name: str) -> Html:
    """Ask for a fact."""
    asked = {
        "title": w.say("drafting", "What is the meeting called?"),
        "day": w.say("drafting", "Which day is the meeting?"),
        "start": w.say("drafting", "What time does it start?"),
        "end": w.say("drafting", "What time does it end?"),
        "form": w.say("drafting", "How do people take part?"),
        "place": w.say("drafting", "Where is it? Write the venue and the address."),
        "join_url": w.say("drafting", "What is the link to the online meeting?"),
        "closes_on": w.say("drafting", "Which is the last day to register?"),
        "seats": w.say("drafting", "How many seats are there?"),
        "food": w.say("drafting", "What food do you offer?"),
        "accessibility": w.say("drafting", "What should people know about accessibility?"),
        "contact": w.say(
            "drafting",
            "Who answers questions? Write a name and an e-mail address or a phone number.",
        ),
        "agenda": w.say("drafting", "What is on the agenda? Write one point on each line."),
        "hosts": w.say("drafting", "Who are the hosts?"),
        "doors": w.say("drafting", "When do the doors open?"),
        "moderator": w.say("drafting", "Who is the moderator?"),
        "about": w.say("drafting", "What is the meeting about? Write a few sentences."),
    }
    return asked[name]


def question(
    w: Words, meeting: Meeting, asked: Question, *, closing: tuple[str, ...] = ()
) -> Message:
    """Ask for one fact: its doubt first, if there is one, and always a way out."""
    doubt = meeting.doubts.get(asked.name)
    text = lines(
        doubting.doubt_line(w, str(doubt["reason"]), str(doubt["quote"])) if doubt else None,
        bold(prompt(w, asked.name)),
        hint(w, asked),
    )
    offered = _listed(doubt["options"]) if doubt else ()
    return Message(text, choices(w, meeting, asked, offered=offered, closing=closing))


def _listed(options: object) -> tuple[str, ...]:
    return tuple(str(one) for one in options) if isinstance(options, list | tuple) else ()


def hint(w: Words, asked: Question) -> Html | None:
    """Show by example how an answer may look."""
    hints = {
        "day": w.say("drafting", "For example: Saturday 13 February"),
        "clock": w.say("drafting", "For example: 17.30"),
        "number": w.say("drafting", "Write a number."),
    }
    return hints.get(asked.kind)


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
        Button(shown_option(w, asked, option), token.chosen(option))
        for option in offered
        if _fits_on(token, option)
    ]
    if asked.name == "closes_on":
        taps += [Button(_closing(w, choice), token.chosen(choice)) for choice in closing]
    if asked.kind == "form":
        taps += [Button(form_name(w, form), token.chosen(form)) for form in Form]
    nothing = None if asked.is_needed else Button(_nothing(w, asked), token.chosen(NOTHING))
    aside = Button(w.say("drafting", "Show the card"), str(Token("meet", meeting.id, "review")))
    return rows(*taps, nothing, aside)


def _fits_on(token: Token, option: str) -> bool:
    # A longer one is written by hand.
    return bool(option) and len(f"{token}:{option}".encode()) <= LIMIT


def shown_option(w: Words, asked: Question, option: str) -> str:
    """Write an option as people say it."""
    if asked.kind == "day":
        return str(w.full_day(date.fromisoformat(option)))
    if asked.kind == "clock":
        return str(w.clock(time.fromisoformat(option)))
    return option


def choice_labels(w: Words, asked: Question) -> dict[str, str]:
    """Name the choices that a question has buttons for, whatever the meeting."""
    forms = {str(form): form_name(w, form) for form in Form} if asked.kind == "form" else {}
    return forms if asked.is_needed else {**forms, NOTHING: _nothing(w, asked)}


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
        "join_url": w.plain("drafting", "It comes later"),
        "seats": w.plain("drafting", "No limit"),
        "food": w.plain("drafting", "No food"),
        "agenda": w.plain("drafting", "It comes later"),
    }
    return names.get(asked.name, w.plain("drafting", "Nothing"))


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
            "The text names {n} occasions. I have made a draft for each of them. Check and send"
            " them one by one.",
            len(begun),
        ),
        rows(*buttons),
    )
