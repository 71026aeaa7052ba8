"""The matrix of who may do what."""

from __future__ import annotations

import pytest

from bot.records.person import Role
from bot.rules import authority
from bot.rules.authority import Deed, Place
from tests.rules.facts import person

RUNS_THE_NETWORK = {Role.ORGANISER, Role.ADMIN, Role.OWNER}
MATRIX: dict[Deed, tuple[set[Role], bool]] = {
    Deed.COMPOSE: (RUNS_THE_NETWORK, False),
    Deed.INVITE: (RUNS_THE_NETWORK, True),
    Deed.CHANGE: (RUNS_THE_NETWORK, True),
    Deed.CANCEL: (RUNS_THE_NETWORK, True),
    Deed.SEE_WHO_COMES: (RUNS_THE_NETWORK, True),
    Deed.ANSWER_REQUESTS: (RUNS_THE_NETWORK, True),
    Deed.REGISTER_OTHERS: (RUNS_THE_NETWORK, True),
    Deed.CHECK_IN: (RUNS_THE_NETWORK, True),
    Deed.TAKE_LISTS: (RUNS_THE_NETWORK, True),
    Deed.WRITE_MINUTES: (RUNS_THE_NETWORK, True),
    Deed.SHARE_MEETING: (RUNS_THE_NETWORK, True),
    Deed.KEEP_REGISTER: (RUNS_THE_NETWORK, False),
    Deed.MAKE_LINKS: (RUNS_THE_NETWORK, False),
    Deed.LINK_GROUP: (RUNS_THE_NETWORK, False),
    Deed.READ_LOG: ({Role.ADMIN, Role.OWNER}, False),
    Deed.APPOINT: ({Role.ADMIN, Role.OWNER}, False),
    Deed.PURGE: ({Role.ADMIN, Role.OWNER}, False),
    Deed.GIVE_AWAY: ({Role.OWNER}, False),
}
"""Who may by role, and whether the organiser of the meeting may too."""
IN_GROUPS = {Deed.LINK_GROUP}


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("leads", [False, True])
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("deed", Deed)
def test_each_role_may_do_its_own_g3(deed: Deed, role: Role, place: Place, *, leads: bool) -> None:
    """A member runs nothing but a meeting of her own; owners run all; hardly anything in groups."""
    roles, of_meeting = MATRIX[deed]
    is_here = place == Place.PRIVATE or deed in IN_GROUPS
    wanted = is_here and (role in roles or (leads and of_meeting))

    assert wanted is authority.may(person(role=role), deed, leads=leads, place=place)


@pytest.mark.parametrize("deed", Deed)
def test_a_stranger_may_do_nothing_g1(deed: Deed) -> None:
    """Who has not come in has no say."""
    assert not authority.may(None, deed)


def test_who_helps_to_run_the_network() -> None:
    """Organisers and owners do, members and strangers do not."""
    answers = [authority.is_organiser(person(role=role)) for role in Role]

    assert [False, True, True, True] == answers
    assert not authority.is_organiser(None)


def test_some_steps_with_a_meeting_take_more_than_running_it_g3() -> None:
    """Copies and series are new meetings; to change one's own is enough for one's own."""
    beyond = {(what, ask): authority.beyond(what, ask) for what, ask in authority.BEYOND}

    assert {Deed.COMPOSE} == set(beyond.values())
    assert authority.beyond("series", "week") == Deed.COMPOSE
    assert authority.beyond("meet", "change") is None
    assert ("meet:", "series:") == authority.GUARDED
