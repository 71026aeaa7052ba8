"""What an organiser reads of how it stands beyond names: kinds of associations, days, a curve."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.exports.pictures import Curve
from bot.records.meeting import Form, Meeting
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import PNG, Button, File, Message
from bot.words.texts import Html, bold, lines, within

ROOM = 400
"""UTF-16 units for the kinds of associations, out of a message's 4,096."""


def days_left(w: Words, meeting: Meeting, today: date, *, is_open: bool) -> Html | None:
    """Say how many days there are left to register; nothing without a last day."""
    if meeting.closes_on is None:
        return None
    if not is_open:
        return w.say("state", "Registration is closed.")
    day, left = w.day(meeting.closes_on), (meeting.closes_on - today).days
    if left <= 0:
        return w.say("state", "Last day to register: today, {day}", day=day)
    return w.many(
        "state",
        "Last day to register: {day}, {n} day left",
        "Last day to register: {day}, {n} days left",
        left,
        day=day,
    )


@dataclass(frozen=True, slots=True)
class Kinds:
    """How many people come from each kind of association, and how many have not answered."""

    going: dict[str, int]
    silent: dict[str, int]


def kinds(w: Words, counted: Kinds) -> list[Html]:
    """Write who comes by kind of association; nothing where the register knows of no kinds."""
    every = {**counted.going, **counted.silent}
    if not any(every):
        return []
    listed = sorted(every, key=lambda kind: (not kind, -counted.going.get(kind, 0), kind))
    written = [
        _of_one_kind(w, kind, counted.going.get(kind, 0), counted.silent.get(kind, 0))
        for kind in listed
    ]
    return [Html(""), bold(w.say("state", "By kind of association")), *within(ROOM, written)]


def _of_one_kind(w: Words, kind: str, going: int, silent: int) -> Html:
    """Write what there is of one kind; a zero tells nobody anything."""
    name = kind or w.plain("state", "Of no kind")
    if not silent:
        return w.say("state", "{kind}: {going} coming, all have answered", kind=name, going=going)
    if not going:
        return w.say("state", "{kind}: {silent} not answered", kind=name, silent=silent)
    return w.say(
        "state",
        "{kind}: {going} coming, {silent} not answered",
        kind=name,
        going=going,
        silent=silent,
    )


def picture_button(w: Words, meeting: Meeting) -> Button:
    """Lead to the picture of registrations over time."""
    return Button(w.say("state", "Show as a picture"), str(Token("state", meeting.id, "curve")))


@dataclass(frozen=True, slots=True)
class Growth:
    """When those who come registered, in order, and the bounds they are held against."""

    times: tuple[datetime, ...]
    begins: datetime
    """When the meeting was announced."""
    until: datetime
    """Now, or when the meeting began."""
    closes: datetime | None
    seats: int | None
    this_week: int
    """How many of them in the last seven days."""


def curve(w: Words, meeting: Meeting, grew: Growth) -> Curve:
    """Give the facts of the picture, worded; instants become wall time."""
    steps = [(_wall(w, grew.begins), 0)]
    steps += [(_wall(w, at), n) for n, at in enumerate(grew.times, start=1)]
    ends = max(grew.until, grew.closes or grew.until)
    n = len(grew.times)
    return Curve(
        title=meeting.title or "–",
        subtitle=w.plain("state", "Registered over time"),
        steps=tuple(steps),
        until=_wall(w, grew.until),
        days=((_wall(w, grew.begins), _day(w, grew.begins)), (_wall(w, ends), _day(w, ends))),
        capacity=(grew.seats, w.plain_many("state", "{n} seat", "{n} seats", grew.seats))
        if grew.seats
        else None,
        deadline=(_wall(w, grew.closes), w.plain("state", "Last day")) if grew.closes else None,
        now_says=w.plain_many("state", "{n} coming", "{n} coming", n),
    )


def _wall(w: Words, moment: datetime) -> datetime:
    return w.local(moment).replace(tzinfo=None)


def _day(w: Words, moment: datetime) -> str:
    there = w.local(moment)
    return f"{there.day}/{there.month}"


def picture(w: Words, meeting: Meeting, grew: Growth) -> Message:
    """Send the picture with the same facts in words."""
    n = len(grew.times)
    coming = (
        w.say("desk", "Coming: {n} of {seats}", n=n, seats=grew.seats)
        if grew.seats
        else w.say("desk", "Coming: {n}", n=n)
    )
    text = lines(
        bold(meeting.title or "–"),
        coming,
        w.say("state", "Announced {moment}.", moment=w.moment(grew.begins)),
        w.many(
            "state",
            "{n} person has registered in the last seven days.",
            "{n} people have registered in the last seven days.",
            grew.this_week,
        ),
        _closing(w, grew),
        _sides(w, meeting),
    )
    file = File(w.plain("state", "registrations.png"), PNG, curve(w, meeting, grew))
    return Message(text, file=file)


def _closing(w: Words, grew: Growth) -> Html | None:
    if grew.closes is None:
        return None
    return w.say("state", "Last day to register: {moment}", moment=w.moment(grew.closes))


def _sides(w: Words, meeting: Meeting) -> Html | None:
    if meeting.form != Form.HYBRID:
        return None
    return w.say("state", "Those in the room and those online are counted together.")


def nothing_yet(w: Words) -> str:
    """Say in an alert that there is nothing to draw."""
    return w.plain("state", "Nobody has registered yet, so there is nothing to draw.")
