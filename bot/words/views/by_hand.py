"""What an organiser reads while she registers someone by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.rules import lengths
from bot.rules.by_hand import Wanted
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines
from bot.words.views.checking_in import mark

LABEL = 40
"""UTF-16 units of a name on a button beside a few words."""
MOST = 8
"""People who have a button each."""


def button(w: Words, meeting: Meeting) -> Button:
    """Lead to registering someone."""
    return Button(w.say("by_hand", "Register someone"), str(Token("entry", meeting.id, "add")))


def back(w: Words, meeting: Meeting) -> Button:
    """Lead back to how it stands."""
    return Button(w.say("lists", "Back"), str(Token("entry", meeting.id, "back")))


def _seat(meeting: Meeting, wanted: Wanted) -> str:
    return Token("entry", meeting.id, "seat").chosen(wanted.written())


@dataclass(frozen=True, slots=True)
class Asking:
    """What the first question has to tell besides the question."""

    closed_at: datetime | None
    """When registration closed; None while it is open."""
    latecomers: Sequence[Person]
    """Those who have asked to come although it is closed."""
    by_hand: int
    """How many are registered without Telegram."""


def ask_whom(w: Words, meeting: Meeting, asking: Asking) -> Message:
    """Ask whom to register; those who have asked to come are a tap away."""
    text = lines(
        bold(
            w.say(
                "by_hand", "Whom do you want to register for {title}?", title=meeting.title or "–"
            )
        ),
        w.say(
            "by_hand",
            "Registration closed {moment}. You can still let in anyone you choose; it stays closed"
            " for others.",
            moment=w.moment(asking.closed_at),
        )
        if asking.closed_at
        else None,
        w.say(
            "by_hand",
            "Write the first name and surname. I look for the person first among those I know.",
        ),
    )
    late = [
        Button(_let_in(w, one.name), _seat(meeting, Wanted(one.id)))
        for one in asking.latecomers[:MOST]
    ]
    kept = Button(
        w.plain_many("by_hand", "{n} registered by hand", "{n} registered by hand", asking.by_hand),
        Token("entry", meeting.id, "list").chosen("1"),
    )
    return Message(text, rows(*late, kept if asking.by_hand else None, back(w, meeting)))


def _let_in(w: Words, name: str | None) -> str:
    return w.plain("door", "Let in {name}", name=lengths.cut(name or "–", LABEL))


def is_it_one_of(
    w: Words, meeting: Meeting, name: str, known: Sequence[tuple[Person, str]]
) -> Message:
    """Ask whether someone the bot knows is meant, before anyone is written down twice."""
    same = [
        Button(
            lengths.cut(f"{one.name or '–'} ({home})" if home else one.name or "–", LABEL + 20),
            _seat(meeting, Wanted(one.id)),
        )
        for one, home in known[:MOST]
    ]
    new = Button(
        w.plain("by_hand", "Someone new: {name}", name=lengths.cut(name, LABEL)),
        Token("entry", meeting.id, "new").chosen(mark(name)),
    )
    asked = w.say("by_hand", "I know someone of that name. Is it one of these?")
    return Message(asked, rows(*same, new, back(w, meeting)))


def ask_way(w: Words, meeting: Meeting, name: str, wanted: Wanted) -> Message:
    """Ask how someone takes part in a hybrid meeting."""
    ways = (
        Button(w.say("registration", "On site"), _seat(meeting, replace(wanted, way="room"))),
        Button(w.say("registration", "Online"), _seat(meeting, replace(wanted, way="online"))),
    )
    said = bold(w.say("registration", "How does {name} take part?", name=name))
    return Message(said, rows(ways, back(w, meeting)))


def full(w: Words, meeting: Meeting, name: str, wanted: Wanted, number: int) -> Message:
    """Ask before there are more people than seats."""
    text = lines(
        bold(w.say("by_hand", "There is no seat left.")),
        w.say(
            "by_hand",
            "If {name} gets a seat all the same, there will be one more than there are seats.",
            name=name,
        ),
    )
    line = w.plain("by_hand", "Number {n} on the reserve list", n=number)
    return Message(
        text,
        rows(
            Button(
                w.say("by_hand", "Give a seat all the same"),
                _seat(meeting, replace(wanted, full="over")),
            ),
            Button(line, _seat(meeting, replace(wanted, full="line"))),
            back(w, meeting),
        ),
    )


def registered(w: Words, meeting: Meeting, name: str, question: Message | None) -> Message:
    """Say that someone is registered, and go on with what is asked about her."""
    said = w.say(
        "parties",
        "{name} is registered for {title}.",
        name=bold(name),
        title=bold(meeting.title or "–"),
    )
    if question is None:
        return Message(said, rows(more(w, meeting)))
    return Message(lines(said, "", Html(question.text)), question.rows)


def in_line(w: Words, meeting: Meeting, name: str, number: int) -> Message:
    """Say that someone is on the reserve list."""
    said = w.say(
        "parties",
        "{name} is number {number} on the reserve list for {title}.",
        name=bold(name),
        number=number,
        title=bold(meeting.title or "–"),
    )
    return Message(said, rows(more(w, meeting)))


def told(w: Words, meeting: Meeting, name: str) -> Message:
    """Say that someone who is on Telegram is registered, and answers her own questions."""
    return Message(
        lines(
            w.say(
                "parties",
                "{name} is registered for {title}.",
                name=bold(name),
                title=bold(meeting.title or "–"),
            ),
            w.say("parties", "I have told {name}, who answers for food and needs.", name=name),
        ),
        rows(more(w, meeting)),
    )


def more(w: Words, meeting: Meeting) -> tuple[Button, ...]:
    """Lead to one more, or back to how it stands."""
    return button(w, meeting), back(w, meeting)
