"""How the occasions of a series look: as members choose among them, as organisers see them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.records.meeting import Meeting, Status
from bot.records.registration import Standing
from bot.rules import drafting, lengths
from bot.rules.series import MOST
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, columns, rows
from bot.words.texts import Html, bold, lines, shown
from bot.words.views import meeting as cards

SHOWN = 10
"""Occasions in a list that a card has room for; the rest are counted."""
NAME = 60
"""UTF-16 units of a name among others."""
PLACE, ABOUT = 40, 600
"""UTF-16 units of a place in a list, and of what it is about where many places are listed."""
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


def listed(w: Words, occasions: list[Occasion], place: str | None) -> list[Html]:
    """Write a heading and a line for each occasion; nothing when there is none.

    Where one is held elsewhere than at `place`, that is said.
    """
    if not occasions:
        return []
    is_choice = occasions[0].meeting.picks_one
    heading = (
        w.say("series", "Choose one occasion:") if is_choice else w.say("series", "More occasions:")
    )
    more = len(occasions) - SHOWN
    rest = [w.many("series", "And {n} more.", "And {n} more.", more)] if more > 0 else []
    return [bold(heading), *(line(w, one, place) for one in occasions[:SHOWN]), *rest]


def line(w: Words, one: Occasion, place: str | None) -> Html:
    """Write when an occasion is, where if that is elsewhere, and whether there is room."""
    when = when_of(w, one.meeting)
    if one.meeting.place and one.meeting.place != place:
        there = lengths.cut(one.meeting.place, PLACE)
        when = w.say("series", "{when}, {place}", when=when, place=there)
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


def when_of(w: Words, meeting: Meeting) -> Html:
    """Write day and clock of an occasion, or in words that it has no day yet."""
    if meeting.day is None:
        return w.say("series", "without a day")
    return cards.short_when(w, meeting)


def others_button(w: Words, meeting: Meeting) -> Button:
    """Lead to the other occasions, with the seats that are left."""
    return Button(w.plain("series", "Another occasion"), str(Token("come", meeting.id, "card")))


def beside(w: Words, card: Message, others: list[Occasion], place: str | None) -> Message:
    """Put the other occasions under a card that many read."""
    if not others:
        return card
    text = lines(Html(card.text), "", *listed(w, others, place))
    ways = columns(buttons(w, others, moves_from=None), 2)
    return replace(card, text=text, rows=(*card.rows[:-1], *ways, *card.rows[-1:]))


def ask_move(w: Words, to: Meeting, held: Meeting) -> Message:
    """Ask whether she wants another occasion instead of the one she has."""
    token = Token("come", to.id, "move", str(held.id))
    text = lines(
        w.say(
            "series",
            "You have a place at {title} {when}.",
            title=bold(held.title or "–"),
            when=cards.short_when(w, held),
        ),
        w.say(
            "series",
            "Do you want to move to {when} instead? Your answers come along.",
            when=bold(cards.short_when(w, to)),
        ),
    )
    keep = Button(w.plain("series", "No, keep my place"), str(Token("come", held.id, "mine")))
    move = Button(w.plain("series", "Move to {day}", day=day_of(w, to)), str(token))
    return Message(text, rows(move, keep))


def ask_company(w: Words, to: Meeting, old: Meeting, names: list[str], *, fits: bool) -> Message:
    """Ask whether those she has registered come along to the other occasion."""
    when, short = bold(cards.short_when(w, to)), [lengths.cut(one, NAME) for one in names[:MOST]]
    said = w.say("series", "You have also registered: {names}.", names=w.listed(short))
    asks = (
        w.say("series", "Do you all want to move to {when}?", when=when)
        if fits
        else w.say("series", "There is not room for all of you {when}.", when=when)
    )
    labels = company_labels(w)
    everyone, alone = (
        Button(label, str(Token("come", to.id, "move", f"{old.id}.{choice}")))
        for choice, label in labels.items()
    )
    keep = Button(w.plain("series", "No, keep my place"), str(Token("come", old.id, "mine")))
    return Message(lines(said, asks), rows(everyone if fits else None, alone, keep))


def company_labels(w: Words) -> dict[str, str]:
    """Name the two ways to move for someone who has registered others."""
    return {
        "all": w.plain("series", "Move all of us"),
        "me": w.plain("series", "Move only me"),
    }


def stays(w: Words, held: Meeting, *, is_full: bool, is_closed: bool) -> str:
    """Explain in an alert why she was not moved, and that she has lost nothing."""
    day = day_of(w, held)
    if is_full:
        return w.plain("series", "That occasion is full. You keep your place {day}.", day=day)
    if is_closed:
        return w.plain(
            "series", "Registration there is closed. You keep your place {day}.", day=day
        )
    return w.plain("series", "There is no seat for you there. You keep your place {day}.", day=day)


def invitation(w: Words, meeting: Meeting, along: list[Occasion], *, has_agenda: bool) -> Message:
    """Invite to every occasion of a series in one message."""
    every = [Occasion(meeting), *along][:MOST]
    every.sort(key=lambda one: one.meeting.day or date.max)
    is_one_place = len({one.meeting.place for one in every}) == 1
    hosts, about = meeting.hosts, drafting.told_in(meeting, w.understood)
    text = lines(
        bold(meeting.title or "–"),
        w.say("meeting", "Hosts: {hosts}", hosts=w.listed(hosts.split(cards.HOSTS)))
        if hosts
        else None,
        "",
        bold(_every_heading(w, meeting, len(every))),
        *(line(w, one, meeting.place if is_one_place else None) for one in every),
        "",
        cards.besides_when(w, meeting, is_one_place=is_one_place),
        "" if about else None,
        shown(lengths.cut(about, ABOUT)) if about else None,
        "",
        _last_days(w, every),
    )
    ways = [_button(w, one.meeting, None) for one in every]
    no = Button(w.plain("series", "Cannot come at all"), str(Token("come", meeting.id, "none")))
    agenda = cards.agenda_button(w, meeting) if has_agenda else None
    return Message(text, (*columns(ways, 2), *rows(no, agenda)))


def _every_heading(w: Words, meeting: Meeting, n: int) -> Html:
    if meeting.picks_one:
        return w.many("series", "Choose {n} occasion:", "Choose one of {n} occasions:", n)
    return w.many(
        "series", "{n} occasion, come when you can:", "{n} occasions, come to those you can:", n
    )


def _last_days(w: Words, every: list[Occasion]) -> Html | None:
    """Say when registration closes, when it is as many days before each."""
    apart = {_days_before(one.meeting) for one in every}
    days = apart.pop() if len(apart) == 1 else None
    if days is None:
        return None
    if days == 0:
        return w.say("series", "Register no later than the same day.")
    return w.many(
        "series",
        "Register no later than {n} day before each occasion.",
        "Register no later than {n} days before each occasion.",
        days,
    )


def _days_before(meeting: Meeting) -> int | None:
    if meeting.day is None or meeting.closes_on is None:
        return None
    return (meeting.day - meeting.closes_on).days


def state(w: Words, one: Occasion) -> Html:
    """Write how it stands with an occasion, for an organiser."""
    when = when_of(w, one.meeting)
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
