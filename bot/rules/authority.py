"""Who may do what, and where. The one table that decides; menus only hide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.records.person import Person, Role
from bot.rules.series import Every


class Deed(StrEnum):
    """What can be asked of the bot beyond one's own affairs."""

    COMPOSE = "compose"
    INVITE = "invite"
    CHANGE = "change"
    CANCEL = "cancel"
    SEE_WHO_COMES = "see_who_comes"
    ANSWER_REQUESTS = "answer_requests"
    REGISTER_OTHERS = "register_others"
    CHECK_IN = "check_in"
    TAKE_LISTS = "take_lists"
    WRITE_MINUTES = "write_minutes"
    SHARE_MEETING = "share_meeting"
    KEEP_REGISTER = "keep_register"
    MAKE_LINKS = "make_links"
    LINK_GROUP = "link_group"
    READ_LOG = "read_log"
    APPOINT = "appoint"
    PURGE = "purge"
    GIVE_AWAY = "give_away"


class Place(StrEnum):
    """The kind of chat in which it is asked."""

    PRIVATE = "private"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Rule:
    """Which roles may do a deed, whether the organiser of one meeting may, for it, and where."""

    roles: frozenset[Role]
    of_meeting: bool = False
    places: frozenset[Place] = frozenset({Place.PRIVATE})


OWNERS = frozenset({Role.OWNER})
ADMINS = OWNERS | {Role.ADMIN}
ORGANISERS = ADMINS | {Role.ORGANISER}

TABLE: Mapping[Deed, Rule] = {
    Deed.COMPOSE: Rule(ORGANISERS),
    Deed.INVITE: Rule(ORGANISERS, of_meeting=True),
    Deed.CHANGE: Rule(ORGANISERS, of_meeting=True),
    Deed.CANCEL: Rule(ORGANISERS, of_meeting=True),
    Deed.SEE_WHO_COMES: Rule(ORGANISERS, of_meeting=True),
    Deed.ANSWER_REQUESTS: Rule(ORGANISERS, of_meeting=True),
    Deed.REGISTER_OTHERS: Rule(ORGANISERS, of_meeting=True),
    Deed.CHECK_IN: Rule(ORGANISERS, of_meeting=True),
    Deed.TAKE_LISTS: Rule(ORGANISERS, of_meeting=True),
    Deed.WRITE_MINUTES: Rule(ORGANISERS, of_meeting=True),
    Deed.SHARE_MEETING: Rule(ORGANISERS, of_meeting=True),
    Deed.KEEP_REGISTER: Rule(ORGANISERS),
    Deed.MAKE_LINKS: Rule(ORGANISERS),
    Deed.LINK_GROUP: Rule(ORGANISERS, places=frozenset(Place)),
    Deed.READ_LOG: Rule(ADMINS),
    Deed.APPOINT: Rule(ADMINS),
    Deed.PURGE: Rule(ADMINS),
    Deed.GIVE_AWAY: Rule(OWNERS),
}


_OF_SERIES = ("more", "show", "begin", "plan", "days", "make", "one", "all")
BEYOND: Mapping[tuple[str, str], Deed] = {
    **{("meet", step): Deed.COMPOSE for step in ("new", "copy")},
    **{("series", step): Deed.COMPOSE for step in (*_OF_SERIES, *Every)},
}
"""What stands among a meeting's buttons and takes more than being its organiser."""
GUARDED = tuple(sorted({f"{what}:" for what, _ in BEYOND}))
"""How the tokens of such buttons begin."""


def beyond(what: str, ask: str) -> Deed | None:
    """Give the deed that a step takes beside running its meeting; None where that is enough."""
    return BEYOND.get((what, ask))


def may(
    person: Person | None, deed: Deed, *, leads: bool = False, place: Place = Place.PRIVATE
) -> bool:
    """Whether the person may do it there; a stranger may do nothing.

    `leads` says that she is an organiser of the meeting it is about.
    """
    rule = TABLE[deed]
    if person is None or place not in rule.places:
        return False
    return person.role in rule.roles or (leads and rule.of_meeting)


def is_organiser(person: Person | None) -> bool:
    """Whether the person helps to run the network."""
    return person is not None and person.role in ORGANISERS
