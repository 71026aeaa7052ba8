"""How the occasions of a series look: as members choose among them, as organisers see them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.meeting import Meeting, Status
from bot.records.registration import Standing
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button
from bot.words.texts import Html, bold
from bot.words.views import meeting as cards

SHOWN = 10
"""Occasions in a list that a card has room for; the rest are counted."""
HERS = frozenset({Standing.GOING, Standing.WAITING, Standing.OFFERED})


@dataclass(frozen=True, slots=True)
class Occasion:
    """One meeting of a series with its numbers, and how the reader stands."""

    meeting: Meeting
    going: int = 0
    left: int | None = None
    """Seats nobody holds; None without a limit."""
    mine: Standing | None = None
    is_open: bool = True


def listed(w: Words, occasions: list[Occasion]) -> list[Html]:
    """Write a heading and a line for each occasion; nothing when there is none."""
    if not occasions:
        return []
    is_choice = occasions[0].meeting.picks_one
    heading = (
        w.say("series", "Choose one occasion:") if is_choice else w.say("series", "More occasions:")
    )
    more = len(occasions) - SHOWN
    rest = [w.many("series", "And {n} more.", "And {n} more.", more)] if more > 0 else []
    return [bold(heading), *(line(w, one) for one in occasions[:SHOWN]), *rest]


def line(w: Words, one: Occasion) -> Html:
    """Write when an occasion is, and whether there is room."""
    when = cards.short_when(w, one.meeting)
    if one.mine in HERS:
        return w.say("series", "• {when}: you are registered", when=when)
    if not one.is_open:
        return w.say("series", "• {when}: registration is closed", when=when)
    if one.left is None:
        return w.say("series", "• {when}", when=when)
    if one.left == 0:
        return w.say("series", "• {when}: full, there is a reserve list", when=when)
    return w.many(
        "series", "• {when}: {n} seat left", "• {when}: {n} seats left", one.left, when=when
    )


def buttons(w: Words, occasions: list[Occasion], *, moves_from: int | None) -> list[Button]:
    """Lead to each occasion that can still be chosen, or moved to from the one she has."""
    open_ones = [one for one in occasions[:SHOWN] if one.is_open and one.mine not in HERS]
    return [_button(w, one.meeting, moves_from) for one in open_ones]


def _button(w: Words, meeting: Meeting, moves_from: int | None) -> Button:
    day = day_of(w, meeting)
    if moves_from is not None:
        token = Token("come", meeting.id, "move", str(moves_from))
        return Button(w.plain("series", "Move to {day}", day=day), str(token))
    token = Token("come", meeting.id, "yes")
    return Button(w.plain("series", "Register {day}", day=day), str(token), style="success")


def day_of(w: Words, meeting: Meeting) -> str:
    """Write the day of an occasion on a button."""
    return w.plain("series", "without a day") if meeting.day is None else str(w.day(meeting.day))


def state(w: Words, one: Occasion) -> Html:
    """Write how it stands with an occasion, for an organiser."""
    when = cards.short_when(w, one.meeting)
    if one.meeting.status == Status.CANCELLED:
        return w.say("series", "• {when}: cancelled", when=when)
    if one.meeting.status == Status.DRAFT:
        return w.say("series", "• {when}: not announced", when=when)
    if one.meeting.seats is None:
        return w.many(
            "series", "• {when}: {n} registered", "• {when}: {n} registered", one.going, when=when
        )
    return w.say(
        "series",
        "• {when}: {n} of {seats} registered",
        when=when,
        n=one.going,
        seats=one.meeting.seats,
    )
