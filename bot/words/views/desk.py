"""What an organiser reads: who it goes to, who comes, what waits for an answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.records.meeting import Form, Meeting
from bot.records.need import NeedKind
from bot.records.registration import Part
from bot.rules import lengths
from bot.rules import registration as halls
from bot.rules.needs import Plate, Wish, in_all
from bot.rules.registration import Side
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines, within
from bot.words.views import (
    by_hand,
    copying,
    kitchen,
    lists,
    missing,
    needs,
    opinions,
    parties,
    roles,
    state,
)
from bot.words.views import meeting as cards

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


def desk_button(w: Words, meeting: Meeting) -> Button:
    """Lead to how it stands."""
    return Button(w.say("desk", "See who is coming"), str(Token("meet", meeting.id, "desk")))


@dataclass(frozen=True, slots=True)
class Listed:
    """Someone on an organiser's list."""

    name: str
    """With her association."""
    side: Side
    part: Part | None
    is_reached: bool
    """The bot can and may write to her, or to the one who speaks for her."""


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


def held(w: Words, meeting: Meeting, tally: Tally, given: opinions.Opinions) -> Message:
    """Show the organiser how a meeting that has been held went."""
    when = w.say("meeting", "When: {when}", when=cards.when(w, meeting))
    # What people ate and needed is erased a week later, and no number of it would be true.
    people = replace(tally, kitchen=(), without_answer=0, to_book=[])
    written = [*tally_lines(w, meeting, people), *opinions.added_up(w, given)]
    text = lines(bold(meeting.title or ""), when, "", *written)
    letters = Button(w.say("message", "Send"), str(Token("meet", meeting.id, "letters")))
    minutes = Button(w.plain("minutes", "Minutes"), str(Token("notes", meeting.id, "desk")))
    return Message(
        text,
        rows(
            minutes,
            (lists.button(w, meeting), letters),
            copying.button(w, meeting),
            *opinions.buttons(w, meeting, given),
        ),
    )


def standing(w: Words, meeting: Meeting, tally: Tally, *, is_open: bool) -> Message:
    """Show the organiser how it stands."""
    left = state.days_left(w, meeting, tally.today, is_open=is_open)
    return Message(
        lines(
            bold(meeting.title or ""),
            cards.facts(w, meeting),
            left,
            "",
            *tally_lines(w, meeting, tally),
        ),
        desk_buttons(w, meeting, is_open=is_open),
    )


def stands_below(w: Words, meeting: Meeting) -> Message:
    """Stand where the card stood, when it has moved down in the chat."""
    return Message(
        w.say("desk", "The latest on {title} is shown further down.", title=meeting.title or "–")
    )


def desk_buttons(w: Words, meeting: Meeting, *, is_open: bool) -> tuple[tuple[Button, ...], ...]:
    """Lay out what an organiser can do with an announced meeting."""
    row = meeting.id
    gate = (
        Button(w.say("desk", "Close registration"), str(Token("meet", row, "close")))
        if is_open
        else Button(w.say("desk", "Open registration"), str(Token("meet", row, "open")))
    )
    menu = (
        Button(w.say("desk", "Change the meeting"), str(Token("meet", row, "review"))),
        gate,
        lists.button(w, meeting),
        by_hand.button(w, meeting),
        Button(w.say("message", "Send"), str(Token("meet", row, "letters"))),
        Button(w.plain("plan", "Plan"), str(Token("plan", row, "show"))),
        Button(w.plain("agenda", "Agenda"), str(Token("points", row, "show"))),
        roles.share_button(w, meeting),
        missing.button(w, meeting),
        kitchen.button(w, meeting),
        state.picture_button(w, meeting),
        copying.more_button(w, meeting),
    )
    pairs = [menu[place : place + 2] for place in range(0, len(menu), 2)]
    cancel = Button(
        w.say("desk", "Cancel the meeting"), str(Token("meet", row, "cancel")), style="danger"
    )
    return rows(*pairs, cancel)


def tally_lines(w: Words, meeting: Meeting, tally: Tally) -> list[Html]:
    """Write counts, names, the kitchen's numbers and what must be booked."""
    written: list[Html] = []
    for side in halls.sides(meeting):
        written += _side_lines(w, meeting, tally, side)
    written.append(w.say("desk", "Cannot come: {n}", n=tally.declined))
    written.append(w.say("desk", "Not answered: {n}", n=tally.silent))
    written += state.kinds(w, tally.kinds)
    return [*written, *_kitchen(w, tally), *_to_book(w, tally)]


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


def summary(w: Words, meeting: Meeting, tally: Tally) -> Message:
    """Tell the organiser how it stands when registration has closed."""
    when = w.say("meeting", "When: {when}", when=cards.when(w, meeting))
    heading = w.say("desk", "Registration for {title} has closed.", title=bold(meeting.title or ""))
    return Message(
        lines(heading, when, "", *tally_lines(w, meeting, tally)),
        desk_buttons(w, meeting, is_open=False),
    )


def closed_by_hand(w: Words) -> str:
    """Show in a toast that registration is closed."""
    return w.plain("desk", "Registration is now closed.")


def opened_by_hand(w: Words) -> str:
    """Show in a toast that registration is open."""
    return w.plain("desk", "Registration is now open.")


def cannot_open(w: Words) -> str:
    """Explain in an alert why registration cannot be opened."""
    return w.plain("desk", "The last day to register has passed. Change the last day first.")


def ask_cancel(w: Words, meeting: Meeting, told: int) -> Message:
    """Ask before a meeting is cancelled for everyone."""
    token = Token("meet", meeting.id, "cancel")
    return Message(
        lines(
            w.say("desk", "Do you want to cancel {title}?", title=bold(meeting.title or "")),
            w.many("desk", "I tell {n} person at once.", "I tell {n} people at once.", told),
            w.say("desk", "Write why in a sentence, or press a button."),
        ),
        rows(
            Button(cancel_labels(w)["yes"], token.chosen("yes"), style="danger"),
            Button(cancel_labels(w)["no"], token.chosen("no")),
        ),
    )


def cancel_labels(w: Words) -> dict[str, str]:
    """Name the two ways on from the question whether to cancel."""
    return {
        "yes": w.plain("desk", "Cancel without a reason"),
        "no": w.plain("desk", "No, keep the meeting"),
    }


def is_cancelled(w: Words, meeting: Meeting, told: int, unreached: list[str]) -> Message:
    """Confirm that a meeting is cancelled, and name those who must be told in another way."""
    said = w.many(
        "desk",
        "{title} is cancelled. I am telling {n} person.",
        "{title} is cancelled. I am telling {n} people.",
        told,
        title=bold(meeting.title or ""),
    )
    return Message(lines(said, to_call(w, unreached)))


def change_told(w: Words, meeting: Meeting, told: int, unreached: list[str]) -> Message:
    """Confirm who hears of a change, and name those who must be told in another way."""
    said = w.many(
        "desk",
        "The change is saved. I am telling {n} person who has registered.",
        "The change is saved. I am telling {n} people who have registered.",
        told,
    )
    return Message(lines(said, to_call(w, unreached)), rows(desk_button(w, meeting)))


def to_call(w: Words, unreached: list[str]) -> Html | None:
    """Name those who must be told in another way; None when there is nobody."""
    if not unreached:
        return None
    return w.say(
        "desk",
        "I cannot write to {names}. Please call them or write in another way.",
        names=named(w, unreached),
    )


def change_saved(w: Words) -> str:
    """Show in a toast that a change nobody needs to hear of is saved."""
    return w.plain("desk", "Saved. The cards are updated.")


def fewer_seats(w: Words, going: int) -> Message:
    """Warn that more people are coming than there are seats."""
    return Message(
        w.many(
            "desk",
            "Saved. {n} person is already coming, more than there are seats. Nobody is thrown out.",
            "Saved. {n} people are already coming, more than there are seats."
            " Nobody is thrown out.",
            going,
        )
    )
