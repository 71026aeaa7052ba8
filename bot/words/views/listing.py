"""The lists of meetings: what is to come, one's own, what has been, what is begun."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from bot.records.meeting import Meeting, Status
from bot.records.registration import Standing
from bot.rules import lengths
from bot.rules.finding import Tab
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, Rows, rows
from bot.words.texts import Html, bold, lines
from bot.words.views.meeting import short_when, when


@dataclass(frozen=True, slots=True)
class Listed:
    """One meeting in a person's list, and how she stands."""

    meeting: Meeting
    mine: Standing | None
    group: str = ""
    """The theme group that held it, where there is one."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of a list, from 1; `drafts` are the meetings an organiser has begun."""

    tab: Tab
    listed: list[Listed]
    page: int
    pages: int
    drafts: list[Meeting]
    groups: tuple[tuple[int, str], ...] = ()
    """The theme groups whose meetings have been held, by row id, with their names."""


def listing(w: Words, shelf: Shelf, *, organiser: bool) -> Message:
    """Show a page of one list, a button for each meeting, and the ways to the other lists."""
    is_past = shelf.tab == Tab.PAST
    text = lines(
        bold(_heading(w, shelf)) if shelf.listed else _nothing(w, shelf.tab, organiser),
        *(_held_row(w, one) if is_past else row(w, one) for one in shelf.listed),
        bold(w.say("meeting", "Started but not announced")) if shelf.drafts else None,
        *(_title_row(w, draft) for draft in shelf.drafts),
    )
    what, ask = ("meet", "desk") if is_past and organiser else ("come", "card")
    meetings = [one.meeting for one in shelf.listed]
    return Message(
        text,
        rows(
            *_buttons(w, meetings, what, ask),
            *_buttons(w, shelf.drafts, "meet", "review"),
            _leafing(w, shelf),
            *_groups(w, shelf),
            _tabs(w, shelf.tab),
        ),
    )


def _groups(w: Words, shelf: Shelf) -> Rows:
    """Lead to what each theme group has held; to a list of them when they are many."""
    if len(shelf.groups) > MOST_GROUPS:
        every = Button(w.plain("meeting", "Theme groups"), str(Token("group", 0, "all")))
        return ((every,),)
    return rows(*(group_button(w, row, name) for row, name in shelf.groups))


MOST_GROUPS = 6
"""Theme groups with a button of their own below a list."""


def group_button(w: Words, row: int, name: str) -> Button:
    """Lead to what a theme group has held."""
    label = lengths.cut(w.plain("meeting", "Theme group: {name}", name=name), BUTTON)
    return Button(label, str(Token("group", row, "show")))


def _heading(w: Words, shelf: Shelf) -> Html:
    said = {
        Tab.COMING: w.say("meeting", "Upcoming meetings"),
        Tab.MINE: w.say("meeting", "My meetings"),
        Tab.PAST: w.say("meeting", "Past meetings"),
    }[shelf.tab]
    if shelf.pages == 1:
        return said
    return w.say(
        "meeting",
        "{list}, page {page} of {pages}",
        list=said,
        page=shelf.page,
        pages=shelf.pages,
    )


def _nothing(w: Words, tab: Tab, organiser: bool) -> Html:  # noqa: FBT001 (who asks, not how)
    if tab == Tab.MINE:
        return w.say(
            "meeting",
            "You have not answered any invitation yet. When you have, you will find the "
            "meeting here.",
        )
    if tab == Tab.PAST:
        return (
            w.say("meeting", "No meeting has been held yet.")
            if organiser
            else w.say("meeting", "Here you find the meetings you have been to. None so far.")
        )
    empty = w.say(
        "meeting",
        "There are no meetings to register for at the moment. I will write to you when "
        "there is one.",
    )
    hint = w.say("meeting", "Write /ny to announce one.") if organiser else None
    return lines(empty, hint)


def _leafing(w: Words, shelf: Shelf) -> tuple[Button, ...]:
    """Lead to the pages before and after, where there are any."""
    before = Button(w.plain("meeting", "Previous page"), _place(shelf.tab, shelf.page - 1))
    after = Button(w.plain("meeting", "Next page"), _place(shelf.tab, shelf.page + 1))
    return (*([before] if shelf.page > 1 else []), *([after] if shelf.page < shelf.pages else []))


def _tabs(w: Words, chosen: Tab) -> tuple[Button, ...]:
    """Lead to every list; the one that is shown is marked in words that a reader hears."""
    labels = {
        Tab.COMING: w.plain("meeting", "Upcoming"),
        Tab.MINE: w.plain("meeting", "Mine"),
        Tab.PAST: w.plain("meeting", "Past"),
    }
    return tuple(
        Button(label, _place(tab, 1), style="primary" if tab == chosen else "")
        for tab, label in labels.items()
    )


def _place(tab: Tab, page: int) -> str:
    return Token("list", 0, tab).chosen(str(page))


def drafts(w: Words, begun: list[Meeting]) -> Message:
    """List the meetings an organiser has begun."""
    if not begun:
        return Message(w.say("meeting", "You have no meeting in progress. Write /ny to start one."))
    heading = bold(w.say("meeting", "Started but not announced"))
    text = lines(heading, *(_title_row(w, draft) for draft in begun))
    return Message(text, rows(*_buttons(w, begun, "meet", "review")))


def idle(w: Words, begun: list[Meeting], day: date) -> Message:
    """Tell an organiser which of her drafts are thrown away that day unless she goes on."""
    said = w.many(
        "meeting",
        "You have {n} draft that has been left alone for some time. I will throw it away {day},"
        " unless you go on with it.",
        "You have {n} drafts that have been left alone for some time. I will throw them away "
        "{day}, except those you go on with.",
        len(begun),
        day=bold(w.full_day(day)),
    )
    shown = begun[:MOST_IDLE]
    more = len(begun) - len(shown)
    left = w.many("meeting", "and {n} more: /utkast", "and {n} more: /utkast", more)
    text = lines(said, *(_title_row(w, draft) for draft in shown), left if more else None)
    return Message(text, rows(*_buttons(w, shown, "meet", "review")))


MOST_IDLE = 12
"""Drafts that are named with a button each."""


def _title_row(w: Words, meeting: Meeting) -> Html:
    """Write one that is begun, with its day where it has one: occasions share their title."""
    title = _label(_title(w, meeting))
    if meeting.day is None:
        return w.say("meeting", "• {title}", title=title)
    return w.say("meeting", "• {title}, {when}", title=title, when=w.full_day(meeting.day))


def _buttons(w: Words, meetings: list[Meeting], what: str, ask: str) -> list[Button]:
    named = zip(labels(w, meetings), meetings, strict=True)
    return [Button(label, str(Token(what, one.id, ask))) for label, one in named]


def labels(w: Words, meetings: list[Meeting]) -> list[str]:
    """Name each meeting for a button; those of the same name are told apart by their day."""
    names = Counter(_label(_title(w, one)) for one in meetings)
    return [_name(w, one, is_alone=names[_label(_title(w, one))] == 1) for one in meetings]


def _name(w: Words, meeting: Meeting, *, is_alone: bool) -> str:
    name = _label(_title(w, meeting))
    if is_alone or meeting.day is None:
        return name
    named = w.plain("meeting", "{day}: {title}", day=w.day(meeting.day), title=name)
    return lengths.cut(named, BUTTON)


BUTTON = 64
"""UTF-16 units of a button's label."""
LABEL = 40
"""UTF-16 units of a title that fit on a button."""
ROW = 64
"""UTF-16 units of a title in a list."""


def _label(title: str) -> str:
    return lengths.cut(title, LABEL)


def _title(w: Words, draft: Meeting) -> str:
    return draft.title or w.plain("meeting", "Meeting without a name")


def row(w: Words, one: Listed) -> Html:
    """Write one meeting of a list, and how the person stands."""
    return w.say(
        "meeting",
        "• {title}, {when}: {standing}",
        title=lengths.cut(_title(w, one.meeting), ROW),
        when=short_when(w, one.meeting),
        standing=_standing(w, one),
    )


def _standing(w: Words, one: Listed) -> Html:
    if one.meeting.status == Status.CANCELLED:
        return w.say("meeting", "the meeting is cancelled")
    said = {
        None: w.say("meeting", "you have not answered"),
        Standing.GOING: w.say("meeting", "you are registered"),
        Standing.WAITING: w.say("meeting", "you are on the reserve list"),
        Standing.OFFERED: w.say("meeting", "a seat is offered to you"),
        Standing.CANCELLED: w.say("meeting", "you no longer have a seat"),
        Standing.DECLINED: w.say("meeting", "you cannot come"),
        Standing.LAPSED: w.say("meeting", "the time to take the seat is over"),
    }
    return said[one.mine]


def _held_row(w: Words, one: Listed) -> Html:
    """Write one meeting that has been, with its year."""
    title, held = lengths.cut(_title(w, one.meeting), ROW), when(w, one.meeting)
    if one.group:
        group = lengths.cut(one.group, ROW)
        return w.say(
            "meeting", "• {title}, {when}. Group: {group}", title=title, when=held, group=group
        )
    return w.say("meeting", "• {title}, {when}", title=title, when=held)
