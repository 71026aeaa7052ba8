"""The lists of meetings: what is to come, what is begun, what has been held."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.meeting import Meeting
from bot.records.registration import Standing
from bot.rules import lengths
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines
from bot.words.views.meeting import short_when


@dataclass(frozen=True, slots=True)
class Listed:
    """One meeting in a person's list, and how she stands."""

    meeting: Meeting
    mine: Standing | None


@dataclass(frozen=True, slots=True)
class Desk:
    """What an organiser has besides: meetings begun but not announced, and those held."""

    drafts: list[Meeting]
    held: list[Meeting]


def listing(w: Words, listed: list[Listed], desk: Desk, *, organiser: bool) -> Message:
    """List coming meetings, one's own answers marked, a button for each."""
    text = lines(
        bold(w.say("meeting", "Coming meetings")) if listed else _nothing_ahead(w, organiser),
        *(row(w, one) for one in listed),
        bold(w.say("meeting", "Begun but not announced")) if desk.drafts else None,
        *(_title_row(w, draft) for draft in desk.drafts),
        bold(w.say("meeting", "Held")) if desk.held else None,
        *(_title_row(w, held) for held in desk.held),
    )
    buttons = [
        *(_button(w, one.meeting, "come", "show") for one in listed),
        *(_button(w, draft, "meet", "review") for draft in desk.drafts),
        *(_button(w, held, "meet", "desk") for held in desk.held),
    ]
    return Message(text, rows(*buttons))


def drafts(w: Words, begun: list[Meeting]) -> Message:
    """List the meetings an organiser has begun."""
    if not begun:
        return Message(w.say("meeting", "You have begun no meeting. Write /ny to begin one."))
    heading = bold(w.say("meeting", "Begun but not announced"))
    text = lines(heading, *(_title_row(w, draft) for draft in begun))
    return Message(text, rows(*(_button(w, draft, "meet", "review") for draft in begun)))


def _nothing_ahead(w: Words, organiser: bool) -> Html:  # noqa: FBT001 (who asks, not how)
    empty = w.say(
        "meeting", "There are no meetings announced just now. I write to you when there is one."
    )
    hint = w.say("meeting", "Write /ny to announce one.") if organiser else None
    return lines(empty, hint)


def _title_row(w: Words, meeting: Meeting) -> Html:
    return w.say("meeting", "• {title}", title=_label(_title(w, meeting)))


def _button(w: Words, meeting: Meeting, what: str, ask: str) -> Button:
    return Button(_label(_title(w, meeting)), str(Token(what, meeting.id, ask)))


LABEL = 40
"""UTF-16 units of a title that fit on a button."""
ROW = 64
"""UTF-16 units of a title in a list of twenty."""


def _label(title: str) -> str:
    return lengths.cut(title, LABEL)


def _title(w: Words, draft: Meeting) -> str:
    return draft.title or w.plain("meeting", "Meeting without a name")


def row(w: Words, one: Listed) -> Html:
    """Write one meeting of a list, and how the person stands."""
    said = {
        None: w.say("meeting", "not answered"),
        Standing.GOING: w.say("meeting", "you are registered"),
        Standing.WAITING: w.say("meeting", "on the reserve list"),
        Standing.OFFERED: w.say("meeting", "a seat is offered to you"),
        Standing.CANCELLED: w.say("meeting", "you have cancelled"),
        Standing.DECLINED: w.say("meeting", "you cannot come"),
    }
    return w.say(
        "meeting",
        "• {title}, {when}: {standing}",
        title=lengths.cut(_title(w, one.meeting), ROW),
        when=short_when(w, one.meeting),
        standing=said[one.mine],
    )
