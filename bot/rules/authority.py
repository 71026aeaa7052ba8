"""Who may do what. The one place that decides; menus only hide."""

from __future__ import annotations

from enum import StrEnum

from bot.records.person import Person, Role


class Deed(StrEnum):
    """What can be asked of the bot beyond one's own affairs."""

    COMPOSE = "compose"
    INVITE = "invite"
    CHANGE = "change"
    CANCEL = "cancel"
    SEE_WHO_COMES = "see_who_comes"
    ANSWER_REQUESTS = "answer_requests"
    LINK_GROUP = "link_group"
    MAKE_LINKS = "make_links"
    APPOINT = "appoint"


ORGANISERS = frozenset(Deed) - {Deed.APPOINT}
ALLOWED = {
    Role.MEMBER: frozenset[Deed](),
    Role.ORGANISER: ORGANISERS,
    Role.OWNER: frozenset(Deed),
}


def may(person: Person | None, deed: Deed) -> bool:
    """Whether the person may do it; a stranger may do nothing."""
    return person is not None and deed in ALLOWED[Role(person.role)]


def is_organiser(person: Person | None) -> bool:
    """Whether the person helps to run the network."""
    return person is not None and person.role in {Role.ORGANISER, Role.OWNER}
