"""The bot presents itself in every language, within Telegram's limits."""

from __future__ import annotations

import re

import pytest

from bot.config import Network
from bot.words.texts import LANGUAGES
from bot.words.views.profile import DESCRIPTION_LIMIT, NAME_LIMIT, SHORT_LIMIT, profiles

NETWORK = Network(name="Kulturnätet", controller="Region Norr", contact="karin@example.se")
HOSTILE = Network(name="<b>&" * 100, controller="{name}" * 50, contact="å" * 400)


def test_everyone_else_gets_the_network_s_own_language() -> None:
    """Whoever's language we lack reads what most of the network reads."""
    everyone, *each = profiles(NETWORK)

    assert list(LANGUAGES) == [profile.language for profile in each]
    assert ("", each[0].description) == (everyone.language, everyone.description)
    assert everyone.short_description == "Inbjudningar, anmälan och påminnelser för Kulturnätet"


@pytest.mark.parametrize("network", [NETWORK, HOSTILE], ids=["usual", "hostile"])
def test_nothing_is_longer_than_telegram_takes(network: Network) -> None:
    """A long name is cut, because a refused profile is no profile."""
    for profile in profiles(network):
        assert 0 < len(profile.name) <= NAME_LIMIT
        assert 0 < len(profile.description) <= DESCRIPTION_LIMIT
        assert 0 < len(profile.short_description) <= SHORT_LIMIT
        for command, text in (*profile.organiser, *profile.private, *profile.group):
            assert re.fullmatch("[a-z0-9_]{1,32}", command)
            assert 0 < len(text) <= 256


def test_what_people_without_telegram_do_is_in_the_description() -> None:
    """The other way to take part is said before anything is asked."""
    for profile in profiles(NETWORK):
        assert "karin@example.se" in profile.description
        assert "Region Norr" in profile.description


def test_groups_get_two_commands_and_organisers_all() -> None:
    """A group needs little; an organiser has the member's commands too."""
    profile = profiles(NETWORK)[0]

    assert ["moten", "hjalp"] == [command for command, _ in profile.group]
    assert set(profile.private) < set(profile.organiser)
