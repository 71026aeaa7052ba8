"""Named questions that the register's pages ask: how many, which, who, and what is coming."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Session, case, col, delete, func, or_, select

from bot.records.admission import Admission
from bot.records.meeting import Meeting, Status
from bot.records.organisation import Alias, Membership, Organisation
from bot.records.person import Person
from bot.records.register_import import RegisterImport
from bot.records.registration import Registration, Standing
from bot.records.theme_group import ThemeGroup, ThemeMember
from bot.rules.importing import folded
from bot.store.organisations import holding, key_of

Counted = list[tuple[str, int]]


def kinds(session: Session) -> Counted:
    """The kinds that are in use and how many associations are of each, the most first."""
    return _counted(session, Organisation.kind)


def municipalities(session: Session) -> Counted:
    """The municipalities that are in use and how many are from each, the most first."""
    return _counted(session, Organisation.municipality)


def _counted(session: Session, column: str) -> Counted:
    many = func.count(col(Organisation.id))
    wanted = select(column, many).where(column != "").group_by(column)
    return list(session.exec(wanted.order_by(many.desc(), column)))


def found(session: Session, words: str, start: int, limit: int) -> list[Organisation]:
    """Associations that go by these words, or are of this municipality or kind.

    Those whose name begins with the words come first.
    """
    key = key_of(words)
    called = select(Alias.organisation_id).where(holding(col(Alias.key), words))
    wanted = select(Organisation).where(
        or_(
            holding(col(Organisation.key), words),
            col(Organisation.id).in_(called),
            col(Organisation.municipality).in_(_like(municipalities(session), key)),
            col(Organisation.kind).in_(_like(kinds(session), key)),
        )
    )
    begins = col(Organisation.key).startswith(key, autoescape=True)
    first = case((begins, 0), else_=1)
    ordered = wanted.order_by(first, col(Organisation.key))
    return list(session.exec(ordered.offset(start).limit(limit)))


def _like(counted: Counted, key: str) -> list[str]:
    return [name for name, _ in counted if folded(name).startswith(folded(key))]


def other_names(session: Session, organisation_id: int) -> list[Alias]:
    """The other names of an association, the first one first."""
    wanted = select(Alias).where(Alias.organisation_id == organisation_id)
    return list(session.exec(wanted.order_by(col(Alias.id))))


def groups(session: Session, organisation_id: int) -> list[ThemeGroup]:
    """The theme groups that an association is in now, by name."""
    wanted = (
        select(ThemeGroup)
        .join(ThemeMember, col(ThemeMember.theme_group_id) == col(ThemeGroup.id))
        .where(ThemeMember.organisation_id == organisation_id, col(ThemeGroup.ended_at).is_(None))
        .order_by(col(ThemeGroup.key))
    )
    return list(session.exec(wanted))


def coming(session: Session, organisation_id: int, today: date) -> list[tuple[Meeting, int]]:
    """The meetings ahead that some of its people come to, with how many, the first one first."""
    also = select(Membership.person_id).where(Membership.organisation_id == organisation_id)
    many = func.count(col(Registration.id))
    wanted = (
        select(Meeting, many)
        .join(Registration, col(Registration.meeting_id) == col(Meeting.id))
        .join(Person, col(Person.id) == col(Registration.person_id))
        .where(
            or_(Person.organisation_id == organisation_id, col(Person.id).in_(also)),
            Registration.standing == Standing.GOING,
            Meeting.status == Status.ANNOUNCED,
            col(Meeting.day) >= today,
        )
        .group_by(col(Meeting.id))
        .order_by(col(Meeting.day), col(Meeting.id))
    )
    return list(session.exec(wanted))


def links(session: Session, organisation_id: int, now: datetime) -> list[Admission]:
    """The links that let people in to an association and still work, the longest first."""
    wanted = select(Admission).where(
        Admission.organisation_id == organisation_id, col(Admission.expires_at) > now
    )
    return list(session.exec(wanted.order_by(col(Admission.expires_at).desc())))


def close_links(session: Session, organisation_id: int) -> None:
    """Make every link to an association useless."""
    session.exec(delete(Admission).where(col(Admission.organisation_id) == organisation_id))


def remove(session: Session, one: Organisation) -> None:
    """Take an association out of the register, with its names, groups and links."""
    for table in (Alias, ThemeMember):
        session.exec(delete(table).where(col(table.organisation_id) == one.id))
    close_links(session, one.id)
    session.delete(one)
    session.flush()


def list_of(session: Session, import_id: int) -> RegisterImport | None:
    """Find a list that waits, by row id."""
    return session.get(RegisterImport, import_id)


def waiting_list_of(session: Session, person_id: int) -> RegisterImport | None:
    """The list that this person has sent and not decided about."""
    wanted = select(RegisterImport).where(RegisterImport.person_id == person_id)
    return session.exec(wanted).first()


def keep_list(session: Session, wanted: RegisterImport) -> RegisterImport:
    """Keep a list in the place of any earlier one of the same person."""
    session.exec(delete(RegisterImport).where(col(RegisterImport.person_id) == wanted.person_id))
    session.add(wanted)
    session.flush()
    return wanted


def forget_lists(session: Session, before: datetime) -> None:
    """Forget lists that nobody has decided about."""
    session.exec(delete(RegisterImport).where(col(RegisterImport.created_at) < before))
