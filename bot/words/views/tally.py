"""What a meeting adds up to for its organisers: who comes, who waits, what is eaten and needed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.records.meeting import Form, Meeting
from bot.records.need import NeedKind
from bot.records.registration import Part
from bot.rules import lengths
from bot.rules import registration as halls
from bot.rules.needs import Plate, Wish, in_all
from bot.rules.registration import Side
from bot.words.calendar import Words
from bot.words.texts import Html, bold, within
from bot.words.views import needs, parties, state

NAMES = 60
"""Names shown before the rest is only counted."""


NAMES_ROOM, SHORT_ROOM = 1_000, 450
"""UTF-16 units for a long list of names and for a short list, out of a message's 4,096."""


LINE_ROOM = 120


def named(w: Words, names: list[str], room: int = NAMES_ROOM) -> Html:
    """List names, and count those there is no room for."""
    fitting = within(room, names[:NAMES])
    if len(fitting) == len(names) and fitting[-1:] != ["…"]:
        return w.listed(names)
    kept = fitting[:-1] if fitting[-1] == "…" else fitting
    return w.many(
        "desk",
        "{names} and {n} more",
        "{names} and {n} more",
        len(names) - len(kept),
        names=Html(", ".join(kept)),
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """Someone on an organiser's list."""

    name: str
    """With her association."""
    side: Side
    part: Part | None
    is_reached: bool
    """The bot can and may write to her, or to the one who speaks for her."""
    was_there: bool | None
    """None: nobody has noted it."""


def listed(w: Words, one: Listed) -> str:
    """Write a name, in what part someone comes, and whether she can be told."""
    name = lengths.cut(one.name, LINE_ROOM)
    if one.part is not None:
        part = parties.part_labels(w)[one.part].lower()
        name = w.plain("desk", "{name}, {part}", name=name, part=part)
    return name if one.is_reached else w.plain("desk", "{name}, whom I cannot reach", name=name)


@dataclass(frozen=True, slots=True)
class Tally:
    """How it stands with a meeting, as numbers and the organiser's names."""

    going: list[Listed]
    waiting: list[Listed]
    declined: int
    silent: int
    kitchen: tuple[Plate, ...]
    without_answer: int
    """Coming people who have not said what they eat."""
    to_book: list[tuple[str, Wish]]
    """A person's name and what must be booked."""
    kinds: state.Kinds
    today: date


def added_up(w: Words, meeting: Meeting, tally: Tally) -> list[Html]:
    """Write counts, names, the kitchen's numbers and what must be booked."""
    written: list[Html] = []
    for side in halls.sides(meeting):
        written += _side_lines(w, meeting, tally, side)
    written.append(w.say("desk", "Cannot come: {n}", n=tally.declined))
    written.append(w.say("desk", "Not answered: {n}", n=tally.silent))
    written += state.kinds(w, tally.kinds)
    return [*written, *_kitchen(w, tally), *_to_book(w, tally)]


def afterwards(w: Words, tally: Tally) -> list[Html]:
    """Write who had registered, and who was there as far as it was noted at the door."""
    there = [one for one in tally.going if one.was_there]
    is_noted = any(one.was_there is not None for one in tally.going)
    heading = (
        w.say("desk", "Took part: {n} of {all} registered", n=len(there), all=len(tally.going))
        if is_noted
        else w.say("desk", "Registered: {n}", n=len(tally.going))
    )
    shown = [lengths.cut(one.name, LINE_ROOM) for one in (there if is_noted else tally.going)]
    declined = w.say("desk", "Could not come: {n}", n=tally.declined)
    return [bold(heading), *([named(w, shown)] if shown else []), declined]


def _side_lines(w: Words, meeting: Meeting, tally: Tally, side: Side) -> list[Html]:
    """Write who comes in one way, and who waits for a seat there."""
    hybrid = meeting.form == Form.HYBRID
    going = [one for one in tally.going if one.side == side or not hybrid]
    waiting = [one for one in tally.waiting if one.side == side or not hybrid]
    room = NAMES_ROOM // 2 if hybrid else NAMES_ROOM
    written = [bold(_coming(w, meeting, side, len(going)))]
    if going:
        written.append(named(w, [listed(w, one) for one in going], room))
    if waiting:
        names = named(w, [listed(w, one) for one in waiting], SHORT_ROOM // (1 + hybrid))
        written += [bold(_in_line(w, side if hybrid else None, len(waiting))), names]
    return written


def _coming(w: Words, meeting: Meeting, side: Side, n: int) -> Html:
    seats = halls.seats(meeting, side)
    if meeting.form != Form.HYBRID:
        if seats is None:
            return w.say("desk", "Coming: {n}", n=n)
        return w.say("desk", "Coming: {n} of {seats}", n=n, seats=seats)
    if side == "room":
        if seats is None:
            return w.say("desk", "In the room: {n}", n=n)
        return w.say("desk", "In the room: {n} of {seats}", n=n, seats=seats)
    if seats is None:
        return w.say("desk", "Online: {n}", n=n)
    return w.say("desk", "Online: {n} of {seats}", n=n, seats=seats)


def _in_line(w: Words, side: Side | None, n: int) -> Html:
    said = {
        None: w.say("desk", "Reserve list: {n}", n=n),
        "room": w.say("desk", "Reserve list for the room: {n}", n=n),
        "online": w.say("desk", "Reserve list online: {n}", n=n),
    }
    return said[side]


def _kitchen(w: Words, tally: Tally) -> list[Html]:
    if not tally.kitchen and not tally.without_answer:
        return []
    counted = [_plate(w, plate) for plate in tally.kitchen]
    if tally.without_answer:
        counted.append(w.say("desk", "{n} without special requests", n=tally.without_answer))
    named = needs.labels(w, NeedKind.FOOD)
    counted += [
        w.say("desk", "In all {n} {food}", n=n, food=named.get(choice, choice).lower())
        for choice, n in in_all(tally.kitchen).items()
    ]
    return [Html(""), bold(w.say("desk", "For the kitchen")), *within(SHORT_ROOM, counted)]


def _plate(w: Words, plate: Plate) -> Html:
    if plate.wish.is_nothing:
        return w.say("desk", "{n} other requests", n=plate.count)
    food = _short(needs.plainly(w, NeedKind.FOOD, plate.wish))
    return w.say("desk", "{n} {food}", n=plate.count, food=food)


def _short(text: str) -> str:
    return lengths.cut(text, LINE_ROOM)


def _to_book(w: Words, tally: Tally) -> list[Html]:
    if not tally.to_book:
        return []
    booked = [
        w.say(
            "desk",
            "{name}: {need}",
            name=_short(name),
            need=_short(needs.plainly(w, NeedKind.ACCESS, need)),
        )
        for name, need in tally.to_book
    ]
    return [Html(""), bold(w.say("desk", "To book or arrange")), *within(SHORT_ROOM, booked)]
