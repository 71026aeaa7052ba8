"""What people read about the reserve list: a place in line, an offered seat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.records.meeting import Meeting
from bot.rules import lengths
from bot.rules.party import Subject
from bot.rules.registration import Side
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines, within
from bot.words.views import meeting as cards
from bot.words.views import parties


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
    title, number = bold(meeting.title or ""), place.number
    said = {
        None: w.say(
            "registration",
            "Just now {title} is full, but you are number {number} on the reserve list.",
            title=title,
            number=number,
        ),
        "room": w.say(
            "registration",
            "Just now every seat in the room is taken at {title}, but you are number {number}"
            " on the reserve list.",
            title=title,
            number=number,
        ),
        "online": w.say(
            "registration",
            "Just now every online place is taken at {title}, but you are number {number}"
            " on the reserve list.",
            title=title,
            number=number,
        ),
    }
    return Message(
        lines(
            said[place.side],
            w.say("registration", "If a seat becomes free I write to you here."),
        ),
        rows(
            _other_way(w, meeting, place),
            (
                Button(
                    w.say("registration", "Stay on the list"),
                    str(Token("come", meeting.id, "stay")),
                ),
                leave_button(w, meeting),
            ),
            parties.add_button(w, meeting),
        ),
    )


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
                "You wait for seats together: {names}.",
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
        "room": w.say("registration", "Just now every seat in the room is taken."),
        "online": w.say("registration", "Just now every online place is taken."),
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


def offer(w: Words, meeting: Meeting, ends: datetime, offered: tuple[Subject, ...]) -> Message:
    """Offer seats to those one speaks for, and say until when."""
    text = lines(
        _is_free(w, meeting, offered),
        w.say(
            "registration",
            "Do you want it? Answer no later than {moment}, otherwise I ask"
            " the next person on the list.",
            moment=w.moment(ends),
        )
        if len(offered) == 1
        else w.say(
            "registration",
            "Do you want them? Answer no later than {moment}, otherwise I ask"
            " the next person on the list.",
            moment=w.moment(ends),
        ),
    )
    no = Button(w.say("registration", "No, thank you"), str(offered[0].asked("pass")))
    return Message(text, rows(*_yes(w, offered, no)))


def _is_free(w: Words, meeting: Meeting, offered: tuple[Subject, ...]) -> Html:
    title, when = bold(meeting.title or ""), cards.short_when(w, meeting)
    if len(offered) > 1:
        return w.many(
            "registration",
            "{n} seat is free at {title}, {when}, for {names}!",
            "{n} seats are free at {title}, {when}, for {names}!",
            len(offered),
            title=title,
            when=when,
            names=names(w, offered),
        )
    if offered and offered[0].name:
        return w.say(
            "registration",
            "A seat is free for {name} at {title}, {when}!",
            name=offered[0].name,
            title=title,
            when=when,
        )
    return w.say("registration", "A seat is free at {title}, {when}!", title=title, when=when)


def names(w: Words, offered: tuple[Subject, ...]) -> Html:
    """Name those one speaks for, oneself as you."""
    called = [one.name or w.plain("registration", "you") for one in offered]
    return w.listed(within(NAMES_ROOM, called))


NAMES_ROOM = 1_000
"""UTF-16 units of names in a message about several."""


def _yes(
    w: Words, offered: tuple[Subject, ...], no: Button
) -> tuple[tuple[Button, ...] | Button, ...]:
    token = str(offered[0].asked("accept"))
    if len(offered) == 1 and offered[0].name:
        yes = w.plain("registration", "Yes, {name} is coming", name=short(offered[0].name))
        return (Button(yes, token, style="success"), no)
    if len(offered) == 1:
        yes = w.say("registration", "Yes, I am coming")
        return ((Button(yes, token, style="success"), no),)
    some = Button(w.say("registration", "Only some of us"), str(offered[0].asked("some")))
    return (Button(w.say("registration", "Yes, we are coming"), token, style="success"), some, no)


def short(name: str) -> str:
    """Cut a name to what fits on a button beside a few words."""
    return lengths.cut(name, LABEL)


LABEL = 40
"""UTF-16 units of a name on a button."""


def some_of_us(w: Words, meeting: Meeting, offered: tuple[Subject, ...]) -> Message:
    """Let her say who does not take an offered seat."""
    drops = [
        Button(
            w.plain("registration", "{name} cannot come", name=short(one.name))
            if one.name
            else w.plain("registration", "I cannot come"),
            str(one.asked("drop")),
        )
        for one in offered[:MOST]
    ]
    accept = offered[0].asked("accept")
    return Message(
        lines(
            w.say("registration", "Seats are held for {names}.", names=names(w, offered)),
            w.say("registration", "Who does not come? Say yes when the rest is right."),
        ),
        rows(
            *drops,
            Button(w.say("registration", "Yes, the rest are coming"), str(accept), style="success"),
        ),
    )


MOST = 20
"""People who have a button each in one message."""


def some_seats(w: Words, meeting: Meeting, free: int, party: tuple[Subject, ...]) -> Message:
    """Tell those who wait together that there are seats, but not for all of them."""
    takes = [
        Button(
            w.plain("registration", "{name} takes a seat", name=short(one.name))
            if one.name
            else w.plain("registration", "I take a seat"),
            str(one.asked("take")),
        )
        for one in party[:MOST]
    ]
    return Message(
        lines(
            w.many(
                "registration",
                "{n} seat is free at {title}, {when}.",
                "{n} seats are free at {title}, {when}.",
                free,
                title=bold(meeting.title or ""),
                when=cards.short_when(w, meeting),
            ),
            w.many(
                "registration",
                "You are {n} person waiting together, so I hold no seat for you.",
                "You are {n} people waiting together, so I hold no seat for you.",
                len(party),
            ),
            w.say(
                "registration",
                "Choose who takes a seat, or wait until there is room for everyone.",
            ),
        ),
        rows(
            *takes,
            Button(
                w.say("registration", "We wait together"), str(Token("come", meeting.id, "stay"))
            ),
        ),
    )


def parted(w: Words, meeting: Meeting) -> Message:
    """Say that those who waited together wait one by one."""
    return Message(
        w.say(
            "registration",
            "You now wait one by one for seats at {title}. I ask about one of you at a time.",
            title=bold(meeting.title or ""),
        ),
        rows(
            Button(w.say("meeting", "Show my registration"), str(Token("come", meeting.id, "mine")))
        ),
    )


def seat_is_gone(w: Words) -> str:
    """Show in a toast that someone else was quicker."""
    return w.plain("registration", "Someone else has just taken that seat.")


def offer_passed(w: Words, meeting: Meeting) -> Message:
    """Confirm that the seat goes on to the next."""
    return Message(
        w.say(
            "registration",
            "Thank you for answering. The seat at {title} goes to the next person.",
            title=bold(meeting.title or ""),
        )
    )


def offer_lapsed(w: Words, meeting: Meeting, offered: tuple[Subject, ...] = ()) -> Message:
    """Say that the time to answer is over."""
    title = bold(meeting.title or "")
    is_own = len(offered) < 2 and not any(one.name for one in offered)  # noqa: PLR2004 - just her
    if not is_own:
        return Message(
            w.say(
                "registration",
                "The time to answer is over, so the seats for {names} at {title} have gone on.",
                names=names(w, offered),
                title=title,
            ),
            rows(parties.list_button(w, meeting)),
        )
    again = Button(
        w.say("registration", "Put me on the list again"), str(Token("come", meeting.id, "yes"))
    )
    return Message(
        w.say(
            "registration",
            "The time to answer is over, so the seat at {title} has gone to the next person.",
            title=title,
        ),
        rows(again),
    )


def leave_button(w: Words, meeting: Meeting) -> Button:
    """Lead off the reserve list."""
    return Button(w.say("registration", "Take me off"), str(Token("come", meeting.id, "leave")))
