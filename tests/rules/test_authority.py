"""The matrix of who may do what."""

from __future__ import annotations

import pytest

from bot.records.person import Role
from bot.rules import authority
from bot.rules.authority import Deed
from tests.rules.facts import person

MATRIX: dict[Deed, set[Role]] = {
    Deed.COMPOSE: {Role.ORGANISER, Role.OWNER},
    Deed.INVITE: {Role.ORGANISER, Role.OWNER},
    Deed.CHANGE: {Role.ORGANISER, Role.OWNER},
    Deed.CANCEL: {Role.ORGANISER, Role.OWNER},
    Deed.SEE_WHO_COMES: {Role.ORGANISER, Role.OWNER},
    Deed.ANSWER_REQUESTS: {Role.ORGANISER, Role.OWNER},
    Deed.LINK_GROUP: {Role.ORGANISER, Role.OWNER},
    Deed.MAKE_LINKS: {Role.ORGANISER, Role.OWNER},
    Deed.APPOINT: {Role.OWNER},
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("deed", Deed)
def test_each_role_may_do_its_own_g3(deed: Deed, role: Role) -> None:
    """A member runs nothing, an organiser everything but organisers, the owner all of it."""
    assert (role in MATRIX[deed]) is authority.may(person(role=role), deed)


@pytest.mark.parametrize("deed", Deed)
def test_a_stranger_may_do_nothing_g1(deed: Deed) -> None:
    """Who has not come in has no say."""
    assert not authority.may(None, deed)


def test_who_helps_to_run_the_network() -> None:
    """Organisers and owners do, members and strangers do not."""
    answers = [authority.is_organiser(person(role=role)) for role in Role]

    assert [False, True, True] == answers
    assert not authority.is_organiser(None)
