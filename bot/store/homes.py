"""Finds the associations that nobody has come in from, as a selection means them."""

from __future__ import annotations

from sqlalchemy import ColumnElement, exists, func
from sqlmodel import Session, col, select

from bot.records.organisation import Membership, Organisation
from bot.records.person import Person
from bot.records.theme_group import ThemeMember
from bot.rules.selection import Selection
from bot.store import profiles

Condition = ColumnElement[bool]


def count(session: Session, chosen: Selection) -> int:
    """How many there are."""
    wanted = select(func.count(col(Organisation.id))).where(*_having(session, chosen))
    return session.exec(wanted).one()


def some(session: Session, chosen: Selection, limit: int) -> list[Organisation]:
    """Some of them, by name."""
    wanted = select(Organisation).where(*_having(session, chosen))
    return list(session.exec(wanted.order_by(col(Organisation.name)).limit(limit)))


def _having(session: Session, chosen: Selection) -> list[Condition]:
    here = col(Organisation.id)
    wanted = (
        (chosen.organisations, here),
        (chosen.kinds, col(Organisation.kind)),
        (chosen.municipalities, col(Organisation.municipality)),
    )
    asked = [column.in_(values) for values, column in wanted if values]
    if chosen.groups:
        grouped = col(ThemeMember.theme_group_id).in_(chosen.groups)
        asked.append(here.in_(select(ThemeMember.organisation_id).where(grouped)))
    if chosen.languages:
        asked.append(here.in_(profiles.speaking(session, chosen.languages)))
    return [
        *asked,
        ~exists().where(col(Person.organisation_id) == here),
        ~exists().where(col(Membership.organisation_id) == here),
    ]
