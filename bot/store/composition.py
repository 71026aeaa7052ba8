"""Named questions about which associations are behind those who answer a meeting."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, union
from sqlmodel import Session, col, select

from bot.records.aim import Aim, AimKind
from bot.records.organisation import Membership, Organisation
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules.composition import Association, Wanted
from bot.store import profiles, theme_groups
from bot.store.profiles import Condition


def by_kind(session: Session, *having: Condition) -> dict[str, int]:
    """How many of the people all of this holds for come from each kind of association."""
    counted = (
        select(Organisation.kind, func.count())
        .join(Person, col(Person.organisation_id) == col(Organisation.id))
        .where(*having)
        .group_by(Organisation.kind)
    )
    return {str(kind): int(n) for kind, n in session.execute(counted)}


def answering(session: Session, meeting_id: int, *standings: Standing) -> frozenset[int]:
    """The associations that someone has answered from, in one of these ways if any are named."""
    said = col(Registration.standing)
    people = select(Registration.person_id).where(
        col(Registration.meeting_id) == meeting_id,
        said.in_(standings) if standings else said != Standing.LAPSED,
    )
    first = select(Person.organisation_id).where(
        col(Person.id).in_(people), col(Person.organisation_id).is_not(None)
    )
    further = select(Membership.organisation_id).where(col(Membership.person_id).in_(people))
    return frozenset(session.scalars(union(first, further)))


def register(session: Session, *, speaks: bool) -> list[Association]:
    """Every association, as far as a wish can be about it; languages only if it `speaks`.

    They are kept as JSON, and reading two thousand of them takes longer than all the rest.
    """
    groups = theme_groups.ids(session)
    spoken = _spoken(session) if speaks else {}
    nothing: frozenset[int] = frozenset()
    asked = select(Organisation.id, Organisation.kind, Organisation.municipality)
    return [
        Association(
            number,
            kind,
            municipality,
            spoken.get(number, frozenset()),
            groups.get(number, nothing),
        )
        for number, kind, municipality in session.exec(asked)
    ]


def _spoken(session: Session) -> dict[int, frozenset[str]]:
    return {
        number: frozenset(one.casefold() for one in named)
        for number, named in profiles.languages(session)
    }


def names(session: Session, ids: Iterable[int], limit: int) -> list[str]:
    """The names of some of these associations, in order."""
    wanted = select(Organisation.name).where(col(Organisation.id).in_(list(ids)))
    return list(session.exec(wanted.order_by(col(Organisation.key)).limit(limit)))


def wishes(session: Session, meeting_id: int) -> list[Wanted]:
    """Whom the organisers wish for at a meeting."""
    found = session.exec(select(Aim).where(Aim.meeting_id == meeting_id).order_by(col(Aim.id)))
    return [Wanted(AimKind(one.kind), one.value, one.count) for one in found]


def wish(session: Session, meeting_id: int, wanted: Wanted) -> None:
    """Write a wish down in the place of the one there is; for none of them there is no wish."""
    standing = session.exec(
        select(Aim).where(
            Aim.meeting_id == meeting_id, Aim.kind == wanted.kind, Aim.value == wanted.value
        )
    ).first()
    if not wanted.count:
        if standing is not None:
            session.delete(standing)
    else:
        aim = standing or Aim(meeting_id=meeting_id, kind=wanted.kind, value=wanted.value)
        aim.count = wanted.count
        session.add(aim)
    session.flush()
