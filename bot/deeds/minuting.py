"""A meeting's minutes on their way to people: who gets them, what they see, and undoing it."""

from __future__ import annotations

from datetime import datetime, timedelta
from secrets import token_hex

from sqlmodel import col

from bot.deeds import audiences, receipts, telling
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting
from bot.records.minutes import Minutes, MinutesStatus
from bot.records.person import Person
from bot.rules import attendance as rule
from bot.rules import minutes as rules
from bot.store import attendance, broadcasts, minutes_files, profiles
from bot.store import minutes as versions
from bot.turn import Turn
from bot.words.calendar import Words
from bot.words.message import Message
from bot.words.views import minutes_out as views

PRESENT, INVITED, ALL, NONE = "present", "invited", "all", "none"
"""Who gets them: those who were there, those invited, every member, nobody unasked."""


def current(turn: Turn, meeting: Meeting) -> Minutes | None:
    """Give the version that is being worked on."""
    return rules.latest(versions.versions(turn.session, meeting.id))


def readable(turn: Turn, meeting: Meeting) -> Minutes | None:
    """Give the version that the one who spoke may read."""
    found = versions.versions(turn.session, meeting.id)
    took_part = bool(found) and takes_part(turn, meeting, turn.me)
    return rules.readable(found, turn.now, takes_part=took_part)


def takes_part(turn: Turn, meeting: Meeting, person: Person) -> bool:
    """Whether someone was there, or had registered where nobody noted it."""
    conditions = audiences.of_minutes(turn, meeting, PRESENT)
    return bool(profiles.among(turn.session, [person], *conditions))


def there(turn: Turn, meeting: Meeting) -> views.There:
    """Tell who was there, who was not and who had said so, by association."""
    session, row = turn.session, meeting.id
    is_noted = attendance.is_noted(session, row)
    present = attendance.present(session, row) if is_noted else attendance.coming(session, row)
    return views.There(
        is_noted=is_noted,
        present=rule.grouped(present),
        absent=rule.grouped(attendance.absent(session, row)),
        announced=rule.grouped(attendance.announced(session, row)),
    )


def goes_to(turn: Turn, meeting: Meeting, to: str) -> tuple[list[Person], int]:
    """Find those it would reach, and count those it is for and does not reach."""
    if to == NONE:
        return [], 0
    meant = [*audiences.of_minutes(turn, meeting, to), col(Person.id) != turn.me.id]
    found = profiles.everyone(turn.session, *meant, profiles.is_reachable())
    return found, profiles.count(turn.session, *meant) - len(found)


def send(turn: Turn, meeting: Meeting, one: Minutes, to: str, until: datetime | None) -> None:
    """Let a version out: for comments `until` then, or for good; it can be stopped for a minute."""
    was = str(one.status)
    pause = timedelta(seconds=turn.house.settings.meeting.undo_seconds)
    leaves = telling.at_a_decent_hour(turn, meeting, turn.now + pause)
    one.status = MinutesStatus.OUT if until else MinutesStatus.PUBLISHED
    one.comments_until = until or one.comments_until
    one.published_at = None if until else (turn.now if to == NONE else leaves)
    turn.session.add(one)
    minutes_files.settle(turn.session, meeting.id)
    turn.note("sent minutes for comments" if until else "published minutes", meeting)
    if to == NONE:
        return
    told = telling.begin(
        turn,
        Broadcast(
            key=f"minutes:{one.id}:{token_hex(4)}",
            meeting_id=meeting.id,
            kind=BroadcastKind.MINUTES,
            audience={"minutes": one.id, "to": to, "was": was},
            starts_at=leaves,
            stale_after=until,
            created_by=turn.me.id,
            created_at=turn.now,
        ),
    )
    receipts.send(turn, meeting, told)


def take_back(turn: Turn, meeting: Meeting, told: Broadcast) -> bool:
    """Stop minutes that have not begun to leave; False when it is too late."""
    one = of(turn, told)
    if told.status != BroadcastStatus.WAITING or told.starts_at <= turn.now or one is None:
        return False
    told.status = BroadcastStatus.TAKEN_BACK
    one.status, one.published_at = MinutesStatus(str(told.audience["was"])), None
    turn.session.add_all([told, one])
    minutes_files.settle(turn.session, meeting.id)
    turn.note("took minutes back", meeting)
    receipts.send(turn, meeting, told)
    return True


def of(turn: Turn, told: Broadcast) -> Minutes | None:
    """Find the version that a message to many is about."""
    number = told.audience.get("minutes")
    return versions.get(turn.session, number) if isinstance(number, int) else None


def keyed(turn: Turn, meeting: Meeting, number: str) -> Broadcast | None:
    """Find a message about these minutes by what a button carries."""
    sent = broadcasts.of(turn.session, meeting.id)
    ours = (one for one in sent if one.kind == BroadcastKind.MINUTES and str(one.id) == number)
    return next(ours, None)


def last_sent(turn: Turn, meeting: Meeting) -> Broadcast | None:
    """Find what of a meeting's minutes was sent last and has begun to leave."""
    sent = broadcasts.of(turn.session, meeting.id)
    left = [one for one in sent if one.kind == BroadcastKind.MINUTES and one.count]
    return left[-1] if left else None


def look(words: Words, meeting: Meeting, one: Minutes) -> Message:
    """Draw what a reader gets of a version that is out."""
    if one.status == MinutesStatus.OUT and one.comments_until:
        return views.for_comments(words, meeting, one, one.comments_until)
    return views.published(words, meeting, one)


def comments(turn: Turn, meeting: Meeting) -> int:
    """Count what people have said about a meeting's minutes."""
    return len(versions.comments(turn.session, meeting.id))
