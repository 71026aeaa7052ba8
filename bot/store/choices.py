"""What there is to choose among in the register: kinds, municipalities, languages, names."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import Session, col, or_, select

from bot.records.organisation import Organisation
from bot.records.theme_group import ThemeGroup
from bot.store.profiles import languages as spoken_by


def kinds(session: Session) -> list[str]:
    """The kinds that stand in the register, by name."""
    found = session.exec(select(Organisation.kind).distinct())
    return sorted(one for one in found if one)


def municipalities(session: Session) -> list[str]:
    """The municipalities that stand in the register, by name."""
    found = session.exec(select(Organisation.municipality).distinct())
    return sorted(one for one in found if one)


def languages(session: Session) -> list[str]:
    """The languages that associations want to be spoken to in, each named in itself."""
    named = {one.casefold(): one for _, spoken in spoken_by(session) for one in spoken if one}
    return [named[key] for key in sorted(named)]


def groups(session: Session, also: Collection[int] = ()) -> list[tuple[int, str]]:
    """The theme groups by name; `also` those removed that somebody had chosen before."""
    there = or_(col(ThemeGroup.ended_at).is_(None), col(ThemeGroup.id).in_(also))
    wanted = select(ThemeGroup.id, ThemeGroup.name).where(there).order_by(col(ThemeGroup.key))
    return list(session.exec(wanted))


def organisation_names(session: Session, ids: Collection[int]) -> list[tuple[int, str]]:
    """The names of these associations, in order."""
    wanted = select(Organisation.id, Organisation.name).where(col(Organisation.id).in_(ids))
    return list(session.exec(wanted.order_by(col(Organisation.key))))
