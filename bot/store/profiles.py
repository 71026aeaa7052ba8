"""Finds those whom a selection means, as conditions in SQL, so that any number costs the same.

What a selection covers is `bot.rules.selection`'s to say; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select, true
from sqlmodel import Session, col
from sqlmodel import select as rows_of

from bot.records.mute import Mute
from bot.records.organisation import Membership, Organisation
from bot.records.outgoing import Outgoing, OutgoingStatus
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.records.theme_group import ThemeMember
from bot.rules.selection import Answered, Selection
from bot.store.heard import REACHED

Condition = ColumnElement[bool]
AT_ONCE = 500
"""Ids in one statement; a database takes only so many."""

STANDINGS = {
    Answered.GOING: (Standing.GOING,),
    Answered.WAITING: (Standing.WAITING, Standing.OFFERED),
    Answered.DECLINED: (Standing.DECLINED, Standing.CANCELLED),
}
"""How one stands in the rows that has given an answer."""


@dataclass(frozen=True, slots=True)
class Circle:
    """A selection read against a meeting.

    `present_at` is the meeting whose attendance counts, `tongues` the languages' own names for
    those of the bot: name folded -> tag.
    """

    selection: Selection
    meeting_id: int
    present_at: int | None
    tongues: tuple[tuple[str, str], ...] = ()


def is_member() -> Condition:
    """Whether a person has finished joining, as `bot.rules.audience.is_member`."""
    has_place = or_(col(Person.organisation_id).is_not(None), col(Person.is_private).is_(True))
    return and_(col(Person.name).is_not(None), has_place)


def is_reachable() -> Condition:
    """Whether the bot may and can write first, as `bot.rules.audience.is_reachable`."""
    return and_(
        col(Person.telegram_id).is_not(None),
        col(Person.stopped_at).is_(None),
        col(Person.unreachable_since).is_(None),
    )


def answered(meeting_id: int, *standings: Standing) -> Condition:
    """Whether a person has answered a meeting, in one of these ways if any are named.

    An offer that ran out is no answer.
    """
    mine = select(col(Registration.person_id)).where(col(Registration.meeting_id) == meeting_id)
    said = col(Registration.standing)
    mine = mine.where(said.in_(standings) if standings else said != Standing.LAPSED)
    return col(Person.id).in_(mine)


def muted(meeting_id: int) -> Condition:
    """Whether a person wants to hear less of a meeting."""
    return col(Person.id).in_(select(col(Mute.person_id)).where(col(Mute.meeting_id) == meeting_id))


def has_had(broadcast_ids: Collection[int], times: int = 1) -> Condition:
    """Whether a person has had, or will have, so many messages of these broadcasts."""
    if not broadcast_ids:
        return false()
    had = select(col(Outgoing.person_id)).where(
        col(Outgoing.broadcast_id).in_(broadcast_ids),
        col(Outgoing.status).in_(REACHED),
        col(Outgoing.is_part).is_(False),
        col(Outgoing.person_id).is_not(None),
    )
    if times > 1:
        had = had.group_by(col(Outgoing.person_id)).having(func.count() >= times)
    return col(Person.id).in_(had)


def is_written_to(broadcast_id: int) -> Condition:
    """Whether a message of this broadcast has been written to a person and not taken back."""
    written = select(col(Outgoing.person_id)).where(
        col(Outgoing.broadcast_id) == broadcast_id,
        col(Outgoing.status) != OutgoingStatus.WITHDRAWN,
        col(Outgoing.person_id).is_not(None),
    )
    return col(Person.id).in_(written)


def fits(session: Session, circle: Circle) -> Condition:
    """Whether the selection covers a person."""
    chosen = circle.selection
    return and_(
        true(),
        *_of_register(session, circle),
        *([_stands(circle.meeting_id, chosen.answered)] if chosen.answered else []),
        *([_was_at(circle.present_at)] if chosen.present_only else []),
    )


def _of_register(session: Session, circle: Circle) -> list[Condition]:
    """Say what the selection asks of the associations a person comes from."""
    chosen = circle.selection
    wanted = (
        (chosen.organisations, col(Organisation.id)),
        (chosen.kinds, col(Organisation.kind)),
        (chosen.municipalities, col(Organisation.municipality)),
    )
    asked = [_of(column.in_(values)) for values, column in wanted if values]
    if chosen.groups:
        asked.append(_is_in(chosen.groups))
    if chosen.languages:
        asked.append(_speaks(session, circle))
    return asked


def _of(having: Condition) -> Condition:
    return _belongs(select(col(Organisation.id)).where(having))


def _is_in(groups: Collection[int]) -> Condition:
    grouped = col(ThemeMember.theme_group_id).in_(groups)
    return _belongs(select(col(ThemeMember.organisation_id)).where(grouped))


def _belongs(organisations: Select[int]) -> Condition:
    """Whether a person comes from one of these associations, or also belongs to one."""
    further = select(col(Membership.person_id)).where(
        col(Membership.organisation_id).in_(organisations)
    )
    return or_(col(Person.organisation_id).in_(organisations), col(Person.id).in_(further))


def _speaks(session: Session, circle: Circle) -> Condition:
    """Whether her association wants one of the languages, or she has chosen it for the bot."""
    wanted = {name.casefold() for name in circle.selection.languages}
    homes = speaking(session, circle.selection.languages)
    tags = [tag for name, tag in circle.tongues if name in wanted]
    theirs = _of(col(Organisation.id).in_(homes))
    return or_(theirs, col(Person.language).in_(tags))


def speaking(session: Session, wanted: Collection[str]) -> list[int]:
    """Give the associations that want one of these languages."""
    folded = {name.casefold() for name in wanted}
    return [
        number
        for number, spoken in languages(session)
        if any(name.casefold() in folded for name in spoken)
    ]


def languages(session: Session) -> list[tuple[int, list[str]]]:
    """Give the associations that have said which languages they want, with these."""
    asked = select(col(Organisation.id), col(Organisation.languages))
    return [(number, spoken) for number, spoken in session.execute(asked) if spoken]


def _stands(meeting_id: int, wanted: Collection[Answered]) -> Condition:
    ways = [
        ~answered(meeting_id) if one == Answered.SILENT else answered(meeting_id, *STANDINGS[one])
        for one in sorted(wanted)
    ]
    return or_(*ways)


def _was_at(meeting_id: int | None) -> Condition:
    if meeting_id is None:
        return false()
    mine = select(col(Registration.person_id)).where(
        col(Registration.meeting_id) == meeting_id, col(Registration.attended).is_(True)
    )
    return col(Person.id).in_(mine)


def count(session: Session, *having: Condition) -> int:
    """How many people all of this holds for."""
    return session.scalar(select(func.count()).select_from(Person).where(*having)) or 0


def some(session: Session, start: int, limit: int, having: Iterable[Condition]) -> list[Person]:
    """Some of the people all of this holds for, by name."""
    wanted = rows_of(Person).where(*having).order_by(col(Person.name), col(Person.id))
    return list(session.exec(wanted.offset(start).limit(limit)))


def among(session: Session, people: Sequence[Person], *having: Condition) -> list[Person]:
    """Those of these people all of this holds for, in the same order."""
    kept: set[int] = set()
    for start in range(0, len(people), AT_ONCE):
        ids = [one.id for one in people[start : start + AT_ONCE]]
        kept |= set(session.scalars(select(col(Person.id)).where(col(Person.id).in_(ids), *having)))
    return [one for one in people if one.id in kept]


def everyone(session: Session, *having: Condition) -> list[Person]:
    """Everyone all of this holds for, in order of joining."""
    return list(session.exec(rows_of(Person).where(*having).order_by(col(Person.id))))


def is_any(session: Session, *having: Condition) -> bool:
    """Whether there is anybody all of this holds for."""
    return bool(session.scalar(select(exists().where(*having))))
