"""The database means the same people by a selection as the rule does."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlmodel import Session, col, select

from bot.records.meeting import Meeting
from bot.records.mute import Mute
from bot.records.organisation import Membership, Organisation
from bot.records.outgoing import Outgoing, OutgoingStatus
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.records.theme_group import ThemeGroup, ThemeMember
from bot.rules import audience, selection
from bot.rules.selection import Answered, Profile, Selection
from bot.store import attendance, profiles
from bot.store.engine import Store
from bot.store.profiles import Circle
from tests.rules.facts import at

NOW = at("2026-11-02 09:00")
PLACES, KINDS, SPOKEN = ("Åre", "Krokom", ""), ("kommun", "ideell kultur", ""), ("suomi", "svenska")
TONGUES = (("suomi", "fi"), ("svenska", "sv"))
SEEDS = range(3)


def dice_of(seed: int) -> random.Random:
    """Throw the same dice every time."""
    return random.Random(seed)  # noqa: S311 - a network to try, no secret


def fill(session: Session, dice: random.Random) -> tuple[int, int]:
    """Make a small network with everything that can be chosen by; give two meetings."""
    meetings = [_meeting(n) for n in range(2)]
    groups = [ThemeGroup(name=f"Grupp {n}", key=f"grupp {n}", created_at=NOW) for n in range(2)]
    homes = [_organisation(dice, n) for n in range(6)]
    session.add_all([*meetings, *groups, *homes])
    session.flush()
    people = [_person(dice, homes, n) for n in range(40)]
    session.add_all([*people, *_members(dice, groups, homes)])
    session.flush()
    for one in people:
        session.add_all(_ties(dice, one, homes, meetings))
    session.flush()
    return meetings[0].id, meetings[1].id


def _meeting(n: int) -> Meeting:
    facts = {"secret": f"s{n}", "day": date(2026, 12, 5 + n), "created_by": 1, "created_at": NOW}
    return Meeting.model_validate(facts)


def _organisation(dice: random.Random, n: int) -> Organisation:
    languages = [one for one in SPOKEN if dice.random() < 0.3]
    facts = {"kind": dice.choice(KINDS), "municipality": dice.choice(PLACES)}
    own = {"name": f"F {n}", "key": f"f {n}", "languages": languages, "created_at": NOW}
    return Organisation.model_validate(facts | own)


def _person(dice: random.Random, homes: list[Organisation], n: int) -> Person:
    home = dice.choice([*homes, None])
    facts = {
        "telegram_id": 1000 + n if dice.random() < 0.8 else None,
        "name": f"P {n}" if dice.random() < 0.9 else None,
        "organisation_id": home.id if home else None,
        "is_private": home is None and dice.random() < 0.5,
        "language": dice.choice(["sv", "fi", None]),
        "stopped_at": NOW if dice.random() < 0.1 else None,
        "unreachable_since": NOW if dice.random() < 0.1 else None,
        "created_at": NOW,
    }
    return Person.model_validate(facts)


def _members(
    dice: random.Random, groups: list[ThemeGroup], homes: list[Organisation]
) -> list[ThemeMember]:
    return [
        ThemeMember(theme_group_id=group.id, organisation_id=home.id)
        for group in groups
        for home in homes
        if dice.random() < 0.4
    ]


def _ties(
    dice: random.Random, one: Person, homes: list[Organisation], meetings: list[Meeting]
) -> list[Membership | Registration]:
    made: list[Membership | Registration] = []
    if dice.random() < 0.3:
        home = dice.choice(homes)
        made.append(Membership(person_id=one.id, organisation_id=home.id, created_at=NOW))
    for meeting in meetings:
        if dice.random() < 0.6:
            facts = {"meeting_id": meeting.id, "person_id": one.id, "created_at": NOW}
            more = {"standing": dice.choice(list(Standing)), "changed_at": NOW}
            attended = {"attended": dice.choice([True, False, None])}
            made.append(Registration.model_validate(facts | more | attended))
    return made


def profile(session: Session, one: Person, meeting: int, last: int) -> Profile:
    """Write down all that can be asked about someone, the slow way."""
    further = session.exec(
        select(Membership.organisation_id).where(Membership.person_id == one.id)
    ).all()
    ids = frozenset({*further, one.organisation_id} - {None})
    homes = session.exec(select(Organisation).where(col(Organisation.id).in_(ids))).all()
    groups = session.exec(
        select(ThemeMember.theme_group_id).where(col(ThemeMember.organisation_id).in_(ids))
    ).all()
    mine = _answer(session, one, meeting)
    was = _answer(session, one, last)
    own = {name for name, tag in TONGUES if tag == one.language}
    return Profile(
        organisations=frozenset(one for one in ids if one is not None),
        kinds=frozenset(home.kind for home in homes),
        municipalities=frozenset(home.municipality for home in homes),
        groups=frozenset(groups),
        languages=frozenset(own | {said for home in homes for said in home.languages}),
        answered=selection.answered(Standing(mine.standing) if mine else None),
        was_present=was is not None and was.attended is True,
    )


def _answer(session: Session, one: Person, meeting: int) -> Registration | None:
    wanted = select(Registration).where(
        Registration.meeting_id == meeting, Registration.person_id == one.id
    )
    return session.exec(wanted).first()


def chosen(session: Session, dice: random.Random) -> Selection:
    """Choose something of some kinds."""
    homes = session.exec(select(Organisation.id)).all()
    groups = session.exec(select(ThemeGroup.id)).all()
    given: dict[str, Any] = {
        "organisations": dice.sample(list(homes), 3),
        "kinds": dice.sample(KINDS[:2], dice.randint(1, 2)),
        "municipalities": dice.sample(PLACES[:2], dice.randint(1, 2)),
        "groups": dice.sample(list(groups), 1),
        "languages": ["suomi"],
        "answered": dice.sample(list(Answered), dice.randint(1, 3)),
    }
    names = dice.sample(sorted(given), dice.randint(0, 3))
    chosen: dict[str, Any] = {name: frozenset(given[name]) for name in names}
    made = Selection(**chosen)
    return replace(made, present_only=dice.random() < 0.2)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_database_and_the_rule_mean_the_same_people(store: Store, seed: int) -> None:
    """Whatever has been chosen and combined, counted, listed or asked of some."""
    dice = dice_of(seed)
    with store.transaction() as session:
        meeting, last = fill(session, dice)
        everyone = session.exec(select(Person)).all()
        known = {one.id: profile(session, one, meeting, last) for one in everyone}
        for _ in range(25):
            wanted = chosen(session, dice)
            having = profiles.fits(session, Circle(wanted, meeting, last, TONGUES))
            expected = {one.id for one in everyone if wanted.covers(known[one.id])}

            assert expected == {one.id for one in profiles.everyone(session, having)}
            assert len(expected) == profiles.count(session, having)
            assert [one for one in everyone if one.id in expected] == profiles.among(
                session, everyone, having
            )


def test_who_is_a_member_and_who_can_be_reached_is_as_the_rules_say(store: Store) -> None:
    """The same two questions, asked of rows and of the database."""
    with store.transaction() as session:
        fill(session, dice_of(5))
        everyone = session.exec(select(Person).order_by(col(Person.id))).all()
        members = profiles.everyone(session, profiles.is_member())
        reachable = profiles.everyone(session, profiles.is_reachable())

        assert [one for one in everyone if audience.is_member(one)] == members
        assert [one for one in everyone if audience.is_reachable(one)] == reachable


def test_how_often_someone_has_been_written_to(store: Store) -> None:
    """A long message in parts counts once, and what was taken back not at all."""
    with store.transaction() as session:
        fill(session, dice_of(5))
        rows = [(1, 1, False, "sent"), (1, 1, True, "sent"), (1, 2, False, "queued")]
        rows += [(2, 1, False, "withdrawn"), (3, 1, False, "uncertain")]
        for person, told, is_part, status in rows:
            session.add(
                Outgoing(
                    chat_id=1,
                    person_id=person,
                    broadcast_id=told,
                    is_part=is_part,
                    method="sendMessage",
                    status=OutgoingStatus(status),
                    not_before=NOW,
                    created_at=NOW,
                )
            )
        session.flush()

        def had(told: list[int], times: int = 1) -> list[int]:
            having = profiles.has_had(told, times)
            return [one.id for one in profiles.everyone(session, having)]

        assert [1, 3] == had([1])
        assert [1] == had([1, 2], 2)
        assert [] == had([1, 2], 3)
        assert [] == had([])


def test_nobody_was_at_a_meeting_that_never_was(store: Store) -> None:
    """Without any noted attendance nobody is meant; with some, the latest meeting counts."""
    with store.transaction() as session:
        meeting, last = fill(session, dice_of(5))
        only_present = Selection(present_only=True)
        nobody = profiles.fits(session, Circle(only_present, meeting, None))
        later = session.get(Meeting, last)
        assert later is not None
        anew = _meeting(7)
        session.add(anew)
        session.flush()

        assert not profiles.count(session, nobody)
        assert last == attendance.last(session, later)
        assert last == attendance.last(session, anew)
        for one in session.exec(select(Registration)):
            one.attended = None
        session.flush()
        assert attendance.last(session, anew) is None


def test_names_come_in_order_and_a_page_at_a_time(store: Store) -> None:
    """So that a long list can be leafed through."""
    with store.transaction() as session:
        fill(session, dice_of(5))
        member = [profiles.is_member()]
        whole = profiles.some(session, 0, 100, member)
        pages = [profiles.some(session, start, 10, member) for start in range(0, 50, 10)]

        assert whole == [one for page in pages for one in page]
        assert sorted(one.name or "" for one in whole) == [one.name for one in whole]
        assert profiles.is_any(session, profiles.is_member())
        session.add(Mute(meeting_id=1, person_id=whole[0].id, created_at=NOW))
        session.flush()
        assert [whole[0]] == profiles.everyone(session, profiles.muted(1))
