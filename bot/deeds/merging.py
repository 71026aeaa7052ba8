"""Makes one association of two: everything that points at the one that goes is moved.

What was registered follows its people.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import Session, col, select, update

from bot.deeds import registering
from bot.records.admission import Admission
from bot.records.organisation import Alias, Membership, Organisation
from bot.records.person import Person
from bot.records.theme_group import ThemeMember
from bot.rules.importing import folded
from bot.store import memberships
from bot.store import register as asked
from bot.turn import Turn
from bot.words.views.merging import Moved


def moving(turn: Turn, keep: Organisation, lose: Organisation) -> Moved:
    """Count what would move, without moving anything."""
    names = [alias.name for alias in asked.other_names(turn.session, lose.id)]
    own = {group.id for group in asked.groups(turn.session, keep.id)}
    fresh = [group for group in asked.groups(turn.session, lose.id) if group.id not in own]
    return Moved(
        people=memberships.count(turn.session, lose.id),
        names=(lose.name, *names),
        groups=tuple(group.name for group in fresh),
        links=len(asked.links(turn.session, lose.id, turn.now)),
        facts=tuple(_fresh(keep, lose).values()),
    )


def _fresh(keep: Organisation, lose: Organisation) -> Mapping[str, str]:
    """What the one that goes knows and the other does not, by column."""
    return {
        column: told
        for column in registering.COLUMNS.values()
        if not getattr(keep, column) and (told := str(getattr(lose, column)))
    }


def merge(turn: Turn, keep: Organisation, lose: Organisation) -> None:
    """Move everything, and take the one that goes away; its name is one of the other's."""
    for column, told in _fresh(keep, lose).items():
        setattr(keep, column, told)
    known = {folded(language) for language in keep.languages}
    more = [each for each in lose.languages if folded(each) not in known]
    keep.languages = [*keep.languages, *more]
    turn.session.add(keep)
    for table in (Person, Admission, Alias):
        _move(turn.session, table, keep.id, lose.id)
    _move_once(turn.session, Membership, "person_id", keep.id, lose.id)
    _move_once(turn.session, ThemeMember, "theme_group_id", keep.id, lose.id)
    _drop_doubled(turn.session, keep.id)
    name = lose.name
    asked.remove(turn.session, lose)
    registering.call(turn, keep, name)


Mover = type[Person] | type[Admission] | type[Alias]


def _move(session: Session, table: Mover, keep: int, lose: int) -> None:
    moved = update(table).where(col(table.organisation_id) == lose)
    session.exec(moved.values(organisation_id=keep))


def _move_once(
    session: Session,
    table: type[Membership | ThemeMember],
    other: str,
    keep: int,
    lose: int,
) -> None:
    """Move what binds, except where the one that stays is bound in the same way already."""
    column = getattr(table, other)
    bound = set(session.exec(select(column).where(col(table.organisation_id) == keep)))
    for one in session.exec(select(table).where(col(table.organisation_id) == lose)).all():
        if getattr(one, other) in bound:
            session.delete(one)
        else:
            one.organisation_id = keep
            session.add(one)
    session.flush()


def _drop_doubled(session: Session, keep: int) -> None:
    """Someone who came from the one and was also in the other belongs once."""
    first = select(Person.id).where(Person.organisation_id == keep)
    doubled = select(Membership).where(
        Membership.organisation_id == keep, col(Membership.person_id).in_(first)
    )
    for one in session.exec(doubled).all():
        session.delete(one)
    session.flush()
