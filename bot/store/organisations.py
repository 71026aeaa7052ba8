"""Named questions about the register of associations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_, update
from sqlalchemy.orm import Mapped
from sqlmodel import Session, SQLModel, col, func, insert, select

from bot.records.organisation import Alias, Organisation
from bot.records.person import Person

Column = Mapped[str]


def key_of(name: str) -> str:
    """Fold a name so that spellings meet: case, accents written in two ways, and spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def get(session: Session, organisation_id: int | None) -> Organisation | None:
    """Find an association by row id."""
    return session.get(Organisation, organisation_id) if organisation_id else None


def named(session: Session, name: str) -> Organisation | None:
    """Find an association by a name it goes by, however it is spaced or capitalised."""
    key = key_of(name)
    found = session.exec(select(Organisation).where(Organisation.key == key)).first()
    return found or _also_called(session, key)


def _also_called(session: Session, key: str) -> Organisation | None:
    wanted = (
        select(Organisation)
        .join(Alias, col(Alias.organisation_id) == col(Organisation.id))
        .where(Alias.key == key)
    )
    return session.exec(wanted).first()


def count(session: Session) -> int:
    """How many associations the register holds."""
    return session.exec(select(func.count()).select_from(Organisation)).one()


def everyone(session: Session) -> list[Organisation]:
    """The whole register, by name."""
    return list(session.exec(select(Organisation).order_by(col(Organisation.key))))


def lines(session: Session) -> Sequence[Row[Any]]:
    """The whole register as lines with a value for each column: many times faster to read."""
    table = SQLModel.metadata.tables["organisation"]
    return session.execute(table.select().order_by(table.c.key)).all()


def add_many(session: Session, rows: Sequence[Mapping[str, object]]) -> None:
    """Write many associations down in one statement; a name that is taken raises."""
    if rows:
        session.execute(insert(Organisation), rows)


def change_many(session: Session, rows: Sequence[Mapping[str, object]]) -> None:
    """Write many associations anew in one statement; each says its id and the same columns."""
    if rows:
        session.execute(update(Organisation), rows)
        for one in session.identity_map.values():
            if isinstance(one, Organisation):
                session.expire(one)


def aliases(session: Session) -> dict[int, list[str]]:
    """The other names of each association that has any."""
    found: dict[int, list[str]] = {}
    for alias in session.exec(select(Alias).order_by(col(Alias.id))):
        found.setdefault(alias.organisation_id, []).append(alias.name)
    return found


def keys(session: Session) -> dict[str, int]:
    """Every folded name and other name in the register, and whose it is."""
    own = session.exec(select(Organisation.key, Organisation.id))
    return {**dict(own.all()), **dict(session.exec(select(Alias.key, Alias.organisation_id)).all())}


def page(session: Session, start: int, limit: int) -> list[Organisation]:
    """One page of the register, by name."""
    wanted = select(Organisation).order_by(col(Organisation.key)).offset(start).limit(limit)
    return list(session.exec(wanted))


def holding(column: Column, words: str) -> ColumnElement[bool]:
    """Whether a folded name holds what was typed, or each word of it begins a word there."""
    whole = column.contains(key_of(words), autoescape=True)
    parts = re.findall(r"\w+", key_of(words))
    return or_(whole, and_(*(_begins_one(column, part) for part in parts))) if parts else whole


def _begins_one(column: Column, part: str) -> ColumnElement[bool]:
    return or_(
        column.startswith(part, autoescape=True),
        *(column.contains(f"{gap}{part}", autoescape=True) for gap in _GAPS),
    )


_GAPS = " -/("
"""What a word stands after in a name."""


def like(session: Session, words: str, limit: int) -> list[Organisation]:
    """Associations that go by what was typed, those that begin with it first."""
    key = key_of(words)
    held = holding(col(Organisation.key), words)
    found = session.exec(select(Organisation).where(held).order_by(col(Organisation.key)))
    return sorted(found, key=lambda one: not one.key.startswith(key))[:limit]


def add(session: Session, name: str, added_by: int | None, now: datetime) -> Organisation:
    """Write an association down, or find the one that already has the name."""
    standing = named(session, name)
    if standing:
        return standing
    clean = " ".join(name.split())
    added = Organisation(name=clean, key=key_of(clean), added_by=added_by, created_at=now)
    session.add(added)
    session.flush()
    return added


def names(session: Session, people: list[Person]) -> dict[int, str]:
    """The association's name for each of these people who has one, by person id."""
    wanted = {one.organisation_id for one in people if one.organisation_id}
    found = session.exec(select(Organisation).where(col(Organisation.id).in_(wanted)))
    by_id = {one.id: one.name for one in found}
    return {one.id: by_id[one.organisation_id] for one in people if one.organisation_id in by_id}
