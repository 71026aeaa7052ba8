"""Named questions about theme groups and the associations in them."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from bot.records.organisation import Organisation
from bot.records.theme_group import ThemeGroup, ThemeMember
from bot.store.organisations import key_of


def everyone(session: Session) -> list[ThemeGroup]:
    """Every theme group that there is now, by name."""
    there = select(ThemeGroup).where(col(ThemeGroup.ended_at).is_(None))
    return list(session.exec(there.order_by(col(ThemeGroup.key))))


def ever(session: Session) -> list[ThemeGroup]:
    """Every theme group, also those that are removed, by name."""
    return list(session.exec(select(ThemeGroup).order_by(col(ThemeGroup.key))))


def named(session: Session, name: str) -> ThemeGroup | None:
    """Find a theme group by its name, also one that is removed, however it is written."""
    return session.exec(select(ThemeGroup).where(ThemeGroup.key == key_of(name))).first()


def get(session: Session, group_id: int) -> ThemeGroup | None:
    """Find a theme group by row id."""
    return session.get(ThemeGroup, group_id)


def associations(session: Session, group_id: int) -> list[Organisation]:
    """The associations in a group, by name."""
    wanted = (
        select(Organisation)
        .join(ThemeMember, col(ThemeMember.organisation_id) == col(Organisation.id))
        .where(ThemeMember.theme_group_id == group_id)
        .order_by(col(Organisation.key))
    )
    return list(session.exec(wanted))


def add(session: Session, name: str, now: datetime) -> ThemeGroup:
    """Write a group down, or find the one that has the name; one that was removed begins again."""
    standing = named(session, name)
    if standing:
        standing.ended_at = None
        session.add(standing)
        return standing
    clean = " ".join(name.split())
    added = ThemeGroup(name=clean, key=key_of(clean), created_at=now)
    session.add(added)
    session.flush()
    return added


def names(session: Session) -> dict[int, list[str]]:
    """The names of the groups that each association is in now, by its row id."""
    wanted = (
        select(ThemeMember.organisation_id, ThemeGroup.name)
        .join(ThemeGroup, col(ThemeGroup.id) == col(ThemeMember.theme_group_id))
        .where(col(ThemeGroup.ended_at).is_(None))
        .order_by(col(ThemeGroup.key))
    )
    found: dict[int, list[str]] = {}
    for organisation_id, name in session.exec(wanted):
        found.setdefault(organisation_id, []).append(name)
    return found


def ids(session: Session) -> dict[int, frozenset[int]]:
    """The row ids of the groups that each association is or was in, by its row id."""
    found: dict[int, set[int]] = {}
    for one in session.exec(select(ThemeMember)):
        found.setdefault(one.organisation_id, set()).add(one.theme_group_id)
    return {organisation_id: frozenset(groups) for organisation_id, groups in found.items()}


def rename(session: Session, group: ThemeGroup, name: str) -> None:
    """Call a group by another name; one that another group has raises."""
    group.name = " ".join(name.split())
    group.key = key_of(group.name)
    session.add(group)
    session.flush()


def let_in(session: Session, group: ThemeGroup, organisation_id: int) -> None:
    """Put an association in a group, once."""
    wanted = select(ThemeMember).where(
        ThemeMember.theme_group_id == group.id, ThemeMember.organisation_id == organisation_id
    )
    if session.exec(wanted).first() is None:
        session.add(ThemeMember(theme_group_id=group.id, organisation_id=organisation_id))
        session.flush()


def put_out(session: Session, group_id: int, organisation_id: int) -> None:
    """Take an association out of a group."""
    wanted = select(ThemeMember).where(
        ThemeMember.theme_group_id == group_id, ThemeMember.organisation_id == organisation_id
    )
    for one in session.exec(wanted):
        session.delete(one)
    session.flush()
