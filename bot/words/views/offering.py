"""What people read about seats that are offered: to one, to several, or too few for all."""

from __future__ import annotations

from datetime import datetime

from bot.records.meeting import Meeting
from bot.rules import lengths
from bot.rules.party import Subject
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines, within
from bot.words.views import meeting as cards
from bot.words.views import parties


def offer(w: Words, meeting: Meeting, ends: datetime, offered: tuple[Subject, ...]) -> Message:
    """Offer seats to those one speaks for, and say until when."""
    text = lines(
        _is_free(w, meeting, offered),
        w.say(
            "registration",
            "Do you want it? Please answer by {moment}, or I will ask the next person on the list.",
            moment=w.moment(ends),
        )
        if len(offered) == 1
        else w.say(
            "registration",
            "Do you want them? Please answer by {moment}, or I will ask the next person on the "
            "list.",
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


def some_of_us(w: Words, offered: tuple[Subject, ...]) -> Message:
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
            w.say("registration", "I am holding seats for {names}.", names=names(w, offered)),
            w.say("registration", "Who cannot come? Press yes when the rest is right."),
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
    together = Button(
        w.say("registration", "We wait together"), str(Token("come", meeting.id, "stay"))
    )
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
        rows(*(_take(w, one) for one in party[:MOST]), together),
    )


def _take(w: Words, one: Subject) -> Button:
    label = (
        w.plain("registration", "{name} takes a seat", name=short(one.name))
        if one.name
        else w.plain("registration", "I take a seat")
    )
    return Button(label, str(one.asked("take")))


def seat_is_gone(w: Words) -> str:
    """Show in a toast that someone else was quicker."""
    return w.plain("registration", "Someone else has just taken that seat.")


def offer_passed(w: Words, meeting: Meeting) -> Message:
    """Confirm that the seat goes on."""
    return Message(
        w.say(
            "registration",
            "Thank you for answering. The seat at {title} goes on to someone who wants it.",
            title=bold(meeting.title or ""),
        )
    )


def offer_lapsed(
    w: Words, meeting: Meeting, offered: tuple[Subject, ...], *, has_gone_on: bool
) -> Message:
    """Say that the time to answer is over, and whether others were offered the seats."""
    is_own = len(offered) < 2 and not any(one.name for one in offered)  # noqa: PLR2004 - just her
    if not is_own:
        text = _theirs_lapsed(w, meeting, names(w, offered), has_gone_on=has_gone_on)
        return Message(text, rows(parties.list_button(w, meeting)))
    return _gone_on(w, meeting) if has_gone_on else _no_longer_held(w, meeting)


def _theirs_lapsed(w: Words, meeting: Meeting, called: Html, *, has_gone_on: bool) -> Html:
    if has_gone_on:
        return w.say(
            "registration",
            "The time to answer is over, so the seats for {names} at {title} have gone on.",
            names=called,
            title=bold(meeting.title or ""),
        )
    return w.say(
        "registration",
        "The time to answer is over, so I no longer hold the seats for {names} at {title}.",
        names=called,
        title=bold(meeting.title or ""),
    )


def _gone_on(w: Words, meeting: Meeting) -> Message:
    text = w.say(
        "registration",
        "The time to answer is over, so the seat at {title} has gone to the next person.",
        title=bold(meeting.title or ""),
    )
    again = w.say("registration", "Put me on the list again")
    return Message(text, rows(Button(again, str(Token("come", meeting.id, "yes")))))


def _no_longer_held(w: Words, meeting: Meeting) -> Message:
    text = w.say(
        "registration",
        "The time to answer is over, so I no longer hold the seat at {title} for you.",
        title=bold(meeting.title or ""),
    )
    return Message(text, rows(*cards.register_buttons(w, meeting)))
