"""What stands in the files that are handed over: a meeting's papers, or a whole network's."""

from __future__ import annotations

from collections.abc import Sequence

from bot.exports.tables import Table
from bot.records.agenda import AgendaItem
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.records.organisation import Organisation
from bot.records.person import Person
from bot.records.registration import Part, Registration, Standing
from bot.rules import drafting
from bot.rules.changes import TOLD, as_it_was
from bot.words.calendar import Words
from bot.words.texts import seen
from bot.words.views import log, questions, reviewing


def standing(w: Words, one: Standing) -> str:
    """Name how someone stands, in a table."""
    return {
        Standing.GOING: w.plain("packaging", "coming"),
        Standing.WAITING: w.plain("packaging", "reserve list"),
        Standing.OFFERED: w.plain("packaging", "offered a seat"),
        Standing.CANCELLED: w.plain("packaging", "gave the seat back"),
        Standing.DECLINED: w.plain("packaging", "cannot come"),
        Standing.LAPSED: w.plain("packaging", "did not answer the offer"),
    }[one]


def part(w: Words, one: Part | None) -> str:
    """Name in what capacity someone comes, in a table."""
    if one is None:
        return ""
    return {
        Part.DELEGATE: w.plain("packaging", "delegate"),
        Part.SUBSTITUTE: w.plain("packaging", "substitute"),
        Part.OBSERVER: w.plain("packaging", "observer"),
    }[one]


def attended(w: Words, one: Registration) -> str:
    """Say whether someone was there, in a table; empty when nobody has noted it."""
    if one.attended is None:
        return ""
    return w.plain("packaging", "yes") if one.attended else w.plain("packaging", "no")


Listed = tuple[Registration, Person, str]


def participants(w: Words, listed: Sequence[Listed]) -> Table:
    """List who answered; never what they eat or need."""
    return Table(
        w.plain("packaging", "Participants"),
        (
            w.plain("packaging", "Name"),
            w.plain("packaging", "Association"),
            w.plain("packaging", "Answer"),
            w.plain("packaging", "Takes part as"),
            w.plain("packaging", "Was there"),
            w.plain("packaging", "Answered on"),
        ),
        tuple(
            (
                person.name or "–",
                home,
                standing(w, Standing(mine.standing)),
                part(w, Part(mine.part) if mine.part else None),
                attended(w, mine),
                mine.created_at.astimezone(w.zone).replace(tzinfo=None),
            )
            for mine, person, home in listed
        ),
    )


def agenda(w: Words, points: Sequence[AgendaItem]) -> Table:
    """List the points of an agenda."""
    return Table(
        w.plain("packaging", "Agenda"),
        (
            w.plain("packaging", "Time"),
            w.plain("packaging", "Point"),
            w.plain("packaging", "Speaker"),
            w.plain("packaging", "Level"),
        ),
        tuple((one.at, one.title, one.speaker, one.depth + 1) for one in points),
    )


def kind(w: Words, one: Broadcast) -> str:
    """Name a message to many."""
    return {
        BroadcastKind.INVITATION: w.plain("packaging", "invitation"),
        BroadcastKind.CHANGE: w.plain("packaging", "change"),
        BroadcastKind.CANCELLATION: w.plain("packaging", "cancellation"),
        BroadcastKind.NUDGE: w.plain("packaging", "reminder to answer"),
        BroadcastKind.SUMMARY: w.plain("packaging", "summary to the organisers"),
        BroadcastKind.AGENDA: w.plain("packaging", "agenda"),
        BroadcastKind.REMINDER: w.plain("packaging", "reminder of the meeting"),
        BroadcastKind.THANKS: w.plain("packaging", "thanks and questions"),
        BroadcastKind.MESSAGE: w.plain("packaging", "message from the organiser"),
        BroadcastKind.MINUTES: w.plain("packaging", "minutes"),
    }[BroadcastKind(one.kind)]


def told(w: Words, meeting: Meeting, sent: Sequence[tuple[Broadcast, int]]) -> Table:
    """List what was told to many: when, what, to how many, and how many it reached.

    Beside a change stands what was so before.
    """
    return Table(
        w.plain("packaging", "Messages"),
        (
            w.plain("packaging", "When"),
            w.plain("packaging", "Message"),
            w.plain("packaging", "To"),
            w.plain("packaging", "Delivered"),
            w.plain("packaging", "Taken back"),
            w.plain("packaging", "Text"),
        ),
        tuple(
            (
                one.starts_at.astimezone(w.zone).replace(tzinfo=None),
                kind(w, one),
                one.count,
                reached,
                w.plain("packaging", "yes") if one.status == BroadcastStatus.TAKEN_BACK else "",
                one.text or _before(w, meeting, one),
            )
            for one, reached in sent
        ),
    )


def _before(w: Words, meeting: Meeting, told: Broadcast) -> str:
    """Write the facts that a change put an end to."""
    old = {name: told.facts[name] for name in TOLD if name in told.facts}
    if told.kind != BroadcastKind.CHANGE or not old:
        return ""
    then = as_it_was(meeting, old)
    written = [
        w.plain(
            "packaging",
            "{fact} before: {value}",
            fact=questions.label(w, name),
            value=reviewing.fact_value(w, then, name),
        )
        for name in old
    ]
    return "\n".join(written)


def changes(w: Words, acts: Sequence[log.Act]) -> Table:
    """List what was done about a meeting, and by whom."""
    said = log.sayings(w)
    return Table(
        w.plain("packaging", "What was done"),
        (
            w.plain("packaging", "When"),
            w.plain("packaging", "Who"),
            w.plain("packaging", "What"),
            w.plain("packaging", "Detail"),
        ),
        tuple(
            (
                act.at.astimezone(w.zone).replace(tzinfo=None),
                act.actor or "",
                seen(said(act.verb)),
                _detail(w, act),
            )
            for act in acts
        ),
    )


def _detail(w: Words, act: log.Act) -> str:
    """Say in words what was changed, or how papers were handed over; else as it was noted."""
    if act.verb == "changed" and drafting.question(act.detail) is not None:
        return questions.label(w, act.detail)
    return {
        ("changed", "theme_group"): w.plain("group", "Theme group"),
        ("handed papers over", "names"): w.plain("packaging", "with names"),
        ("handed papers over", "bare"): w.plain("packaging", "without names"),
    }.get((act.verb, act.detail), act.detail)


def document(w: Words, version: int, name: str) -> str:
    """Name the file that holds a version of the minutes."""
    return w.plain("packaging", "minutes-{n}-{name}", n=version, name=name)


Several = dict[int, list[str]]
"""What an association has several of, by its row id."""


def register(w: Words, listed: Sequence[Organisation], aliases: Several, groups: Several) -> Table:
    """List the associations, in the columns that can be imported again."""
    return Table(
        w.plain("packaging", "Associations"),
        (
            w.plain("packaging", "Association"),
            w.plain("packaging", "Kind"),
            w.plain("packaging", "Municipality"),
            w.plain("packaging", "Also called"),
            w.plain("packaging", "Languages"),
            w.plain("packaging", "Theme groups"),
            w.plain("packaging", "Contact"),
            w.plain("packaging", "Phone"),
            w.plain("packaging", "E-mail"),
        ),
        tuple(
            (
                one.name,
                one.kind,
                one.municipality,
                ", ".join(aliases.get(one.id, [])),
                ", ".join(one.languages),
                ", ".join(groups.get(one.id, [])),
                one.contact,
                one.phone,
                one.email,
            )
            for one in listed
        ),
    )


def meetings(w: Words, listed: Sequence[Meeting]) -> Table:
    """List the network's meetings."""
    return Table(
        w.plain("packaging", "Meetings"),
        (
            w.plain("packaging", "Number"),
            w.plain("packaging", "Title"),
            w.plain("packaging", "Day"),
            w.plain("packaging", "Starts"),
            w.plain("packaging", "Ends"),
            w.plain("packaging", "Place"),
            w.plain("packaging", "Diary number"),
            w.plain("packaging", "Cancelled"),
        ),
        tuple(
            (
                one.id,
                one.title or "",
                one.day,
                one.start,
                one.end,
                one.place or "",
                one.diary,
                w.plain("packaging", "yes") if one.status == Status.CANCELLED else "",
            )
            for one in listed
        ),
    )
