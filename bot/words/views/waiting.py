"""What people read about the reserve list: a place in line, an offered seat."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.meeting import Meeting
from bot.rules.party import Subject
from bot.rules.registration import Side
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines, within
from bot.words.views import parties

NAMES_ROOM = 1_000
"""UTF-16 units of names in a message about several."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in line: the number, for which seats at a hybrid meeting, and who waits there."""

    number: int
    side: Side | None
    together: tuple[str, ...] = ()
    """Names of those who wait together; empty for one alone."""
    other_way: bool = False
    """There is a seat at once for someone who takes part in the other way."""


def waiting(w: Words, meeting: Meeting, place: Place) -> Message:
    """Say that the meeting is full, and the place in line."""
    later = w.say("registration", "If a seat becomes free, I will write to you here.")
    stay = Button(w.say("registration", "Stay on the list"), str(Token("come", meeting.id, "stay")))
    return Message(
        lines(_is_full(w, meeting, place), later),
        rows(
            _other_way(w, meeting, place),
            (stay, leave_button(w, meeting)),
            parties.add_button(w, meeting),
        ),
    )


def _is_full(w: Words, meeting: Meeting, place: Place) -> Html:
    title, number = bold(meeting.title or ""), place.number
    return {
        None: w.say(
            "registration",
            "{title} is full for now, but you are number {number} on the reserve list.",
            title=title,
            number=number,
        ),
        "room": w.say(
            "registration",
            "Every seat in the room is taken at {title} for now, but you are number {number} on"
            " the reserve list.",
            title=title,
            number=number,
        ),
        "online": w.say(
            "registration",
            "Every online place is taken at {title} for now, but you are number {number} on the"
            " reserve list.",
            title=title,
            number=number,
        ),
    }[place.side]


def _other_way(w: Words, meeting: Meeting, place: Place) -> Button | None:
    """Lead to a seat of the other kind, when there is one."""
    if not place.other_way:
        return None
    token = Token("come", meeting.id, "switch")
    if place.side == "room":
        return Button(w.say("registration", "Take part online instead"), token.chosen("online"))
    return Button(w.say("registration", "Come to the room instead"), token.chosen("room"))


def stays(w: Words, meeting: Meeting, place: Place) -> Message:
    """Confirm the place in line."""
    together = Token("party", meeting.id, "split")
    return Message(
        lines(
            w.say(
                "registration",
                "You are number {number} on the reserve list for {title}.",
                number=place.number,
                title=bold(meeting.title or ""),
            ),
            w.say(
                "registration",
                "You are waiting for seats together: {names}.",
                names=w.listed(within(NAMES_ROOM, place.together)),
            )
            if place.together
            else None,
        ),
        rows(
            Button(w.say("registration", "We can come one by one"), str(together))
            if place.together
            else None,
            _other_way(w, meeting, place),
            parties.add_button(w, meeting),
            leave_button(w, meeting),
        ),
    )


def moving(w: Words, meeting: Meeting, number: int, about: Subject) -> Message:
    """Say that a seat is kept while she waits for one of the other kind."""
    own = w.say(
        "registration",
        "You keep your place at {title}, and you are number {number} in line to change.",
        title=bold(meeting.title or ""),
        number=number,
    )
    other = w.say(
        "registration",
        "{name} keeps the place at {title}, and is number {number} in line to change.",
        name=about.name,
        title=bold(meeting.title or ""),
        number=number,
    )
    stop = Button(w.say("registration", "Stop waiting to change"), str(about.asked("unline")))
    return Message(other if about.name else own, rows(stop))


def side_full(w: Words, meeting: Meeting, side: Side, about: Subject) -> Message:
    """Say that there is no seat of the kind she wants to change to, and offer the reserve list."""
    said = {
        "room": w.say("registration", "Every seat in the room is taken for now."),
        "online": w.say("registration", "Every online place is taken for now."),
    }
    keeps = (
        w.say(
            "registration",
            "{name} keeps the place there is. Shall I put {name} in line?",
            name=about.name,
        )
        if about.name
        else w.say("registration", "You keep the place you have. Shall I put you in line?")
    )
    return Message(
        lines(bold(meeting.title or ""), said[side], keeps),
        rows(
            Button(w.say("registration", "Yes, put in line"), about.asked("line").chosen(side)),
            Button(
                w.say("registration", "No, leave it as it is"), about.asked("again").chosen("keep")
            ),
        ),
    )


def has_moved(w: Words, meeting: Meeting, side: Side, about: Subject) -> Message:
    """Tell that a seat of the other kind is hers now."""
    title = bold(meeting.title or "")
    own = {
        "room": w.say(
            "registration", "There is a seat for you in the room now at {title}.", title=title
        ),
        "online": w.say(
            "registration", "There is an online place for you now at {title}.", title=title
        ),
    }
    other = {
        "room": w.say(
            "registration",
            "There is a seat for {name} in the room now at {title}.",
            name=about.name,
            title=title,
        ),
        "online": w.say(
            "registration",
            "There is an online place for {name} now at {title}.",
            name=about.name,
            title=title,
        ),
    }
    show = "show" if about.name else "mine"
    return Message(
        lines(
            (other if about.name else own)[side],
            w.say("registration", "The place held before goes to the next person."),
        ),
        rows(Button(w.say("meeting", "Show my registration"), str(about.asked(show)))),
    )


def left_the_list(w: Words, meeting: Meeting) -> Message:
    """Confirm that she is off the reserve list."""
    return Message(
        w.say(
            "registration",
            "You are no longer on the reserve list for {title}.",
            title=bold(meeting.title or ""),
        )
    )


def parted(w: Words, meeting: Meeting) -> Message:
    """Say that those who waited together wait one by one."""
    return Message(
        w.say(
            "registration",
            "You are now waiting one by one for seats at {title}. I will ask about one of you "
            "at a time.",
            title=bold(meeting.title or ""),
        ),
        rows(
            Button(w.say("meeting", "Show my registration"), str(Token("come", meeting.id, "mine")))
        ),
    )


def leave_button(w: Words, meeting: Meeting) -> Button:
    """Lead off the reserve list."""
    return Button(w.say("registration", "Take me off"), str(Token("come", meeting.id, "leave")))
