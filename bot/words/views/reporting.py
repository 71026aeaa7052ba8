"""What an organiser reads of where her message came: to whom, to whom not, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.exports.tables import Table, Workbook
from bot.records.broadcast import Broadcast, BroadcastKind
from bot.records.meeting import Meeting
from bot.rules import lengths
from bot.rules.progress import Obstacle, Progress
from bot.rules.reach import Why
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import XLSX, Button, File, Message, rows
from bot.words.texts import Html, bold, lines, within
from bot.words.views.unreached import Missed, copy_buttons, why_labels

DOUBTS, LABEL, NAME_ROOM, ROOM, MISSED_ROOM = 8, 40, 80, 1_400, 200
"""Uncertain ones with a button each, and UTF-16 units of a label, a name and lists of names."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Someone of whom nobody knows whether it arrived; it may be sent once more or not."""

    row: int
    name: str
    may_again: bool


@dataclass(frozen=True, slots=True)
class Lost:
    """Those it did not reach for one reason."""

    why: Obstacle
    count: int
    names: list[str]
    """Each with how she is reached."""
    mails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """How it went: the numbers, the names of those not reached by reason, and the doubts."""

    begins: str
    progress: Progress
    lost: list[Lost]
    doubts: list[Doubt]
    missed: list[Missed]
    """Those it was meant for and was never written to."""


def report(w: Words, meeting: Meeting, told: Broadcast, given: Report) -> Message:
    """Show where a message came."""
    found = given.progress
    text = lines(
        bold(w.say("report", "Delivery report: {text}", text=given.begins)),
        w.say(
            "report",
            "About {title}, {moment}.",
            title=meeting.title or "",
            moment=w.moment(told.starts_at),
        ),
        "",
        w.say("report", "Delivered: {n}", n=found.sent),
        w.say("report", "On the way: {n}", n=found.left) if found.left else None,
        *_lost(w, given),
        *_doubts(w, given),
        *_missed(w, given),
    )
    again = [
        Button(
            w.plain("report", "Send again to {name}", name=lengths.cut(one.name, LABEL)),
            str(Token("report", told.id, "again", str(one.row))),
        )
        for one in given.doubts[:DOUBTS]
        if one.may_again
    ]
    file = Button(w.say("report", "As a file"), str(Token("report", told.id, "file")))
    back = Button(w.say("message", "Back"), _origin(meeting, told))
    return Message(text, rows(*again, *_by_hand(w, told, given), (file, back)))


def _by_hand(w: Words, told: Broadcast, given: Report) -> list[Button]:
    """Help to tell in another way those it did not reach."""
    if not given.lost and not given.missed:
        return []
    mails = [mail for one in given.lost for mail in one.mails]
    mails += [mail for one in given.missed for mail in one.mails]
    ready = Button(w.say("audience", "A text to pass on"), str(Token("report", told.id, "text")))
    return [ready, *copy_buttons(w, mails)]


def _origin(meeting: Meeting, told: Broadcast) -> str:
    """Lead back to what was sent: all that was written to many, or the minutes."""
    if told.kind == BroadcastKind.MINUTES:
        return str(Token("notes", meeting.id, "desk"))
    return str(Token("meet", meeting.id, "letters"))


def _lost(w: Words, given: Report) -> list[Html]:
    labels, written = obstacle_labels(w), list[Html]()
    room = ROOM // min(len(Obstacle), len(given.lost) or 1)
    for one in given.lost[: len(Obstacle)]:
        short = [lengths.cut(name, NAME_ROOM) for name in one.names]
        written += [
            Html(""),
            bold(w.say("report", "{why}: {n}", why=labels[one.why], n=one.count)),
            *within(room, short),
        ]
    return written


def _doubts(w: Words, given: Report) -> list[Html]:
    if not given.doubts:
        return []
    n = len(given.doubts)
    title = bold(w.say("report", "Uncertain: {n}", n=n))
    why = w.say("report", "Telegram did not say whether it arrived. Sent again it may come twice.")
    names = within(ROOM // 4, [lengths.cut(one.name, NAME_ROOM) for one in given.doubts])
    return [Html(""), title, why, *names]


def _missed(w: Words, given: Report) -> list[Html]:
    """List whom it was meant for and not written to, by reason, with addresses."""
    labels, written = why_labels(w), list[Html]()
    for one in given.missed[: len(Why)]:
        title = w.say("report", "{why}: {n}", why=labels[one.why], n=one.count)
        short = [lengths.cut(line, NAME_ROOM) for line in one.listed]
        written += [Html(""), bold(title), *within(MISSED_ROOM, short)]
    return written


def obstacle_labels(w: Words) -> dict[Obstacle, str]:
    """Say why a message did not arrive."""
    return {
        Obstacle.BLOCKED: w.plain("report", "Have blocked me"),
        Obstacle.GONE: w.plain("report", "Have left Telegram"),
        Obstacle.UNKNOWN: w.plain("report", "Have never written to me"),
        Obstacle.STALE: w.plain("report", "Had become too old to be sent"),
        Obstacle.REFUSED: w.plain("report", "Refused by Telegram"),
    }


@dataclass(frozen=True, slots=True)
class Sent:
    """A line of the file: who, from where, what became of it, and when."""

    name: str
    place: str
    status: str
    at: datetime | None


def status_labels(w: Words) -> dict[str, str]:
    """Say what became of a message that was not refused."""
    return {
        "sent": w.plain("report", "Delivered"),
        "queued": w.plain("report", "On the way"),
        "sending": w.plain("report", "On the way"),
        "uncertain": w.plain("report", "Uncertain"),
    }


def table(w: Words, listed: Sequence[Sent]) -> Table:
    """Lay the report out as a table."""
    return Table(
        w.plain("report", "Delivery report"),
        (
            w.plain("report", "Name"),
            w.plain("report", "Association"),
            w.plain("report", "What became of it"),
            w.plain("report", "When"),
        ),
        tuple(
            (
                one.name,
                one.place,
                one.status,
                w.local(one.at).replace(tzinfo=None) if one.at else None,
            )
            for one in listed
        ),
    )


def file(w: Words, content: Workbook) -> Message:
    """Send the report as a spreadsheet."""
    name = w.plain("report", "delivery-report.xlsx")
    return Message(w.say("report", "Here is the delivery report."), file=File(name, XLSX, content))


def sent_again(w: Words) -> str:
    """Confirm in a toast that a person has decided."""
    return w.plain("report", "I am sending it once more.")


def not_again(w: Words) -> str:
    """Explain in an alert that it may already have come twice."""
    return w.plain("report", "It has already been sent twice. Please call or write instead.")


def button(w: Words, told: Broadcast) -> Button:
    """Lead to the report."""
    return Button(w.say("report", "Delivery report"), str(Token("report", told.id, "show")))
