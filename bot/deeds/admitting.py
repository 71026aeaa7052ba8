"""Makes the links that let people in. Only the hash of a link's secret is kept."""

from __future__ import annotations

import secrets
from datetime import timedelta

from bot.records.admission import Admission, AdmissionKind
from bot.records.meeting import Meeting
from bot.records.organisation import Organisation
from bot.records.person import Person
from bot.rules import admission, audience
from bot.store import memberships
from bot.turn import Turn


def make_link(  # noqa: PLR0913 - a link is all of this
    turn: Turn,
    kind: AdmissionKind,
    uses: int | None,
    lives: timedelta | None,
    *,
    meeting: Meeting | None = None,
    organisation: Organisation | None = None,
) -> str:
    """Write a link down by its hash and give the secret that stands in it."""
    secret = secrets.token_urlsafe(24)
    turn.session.add(
        Admission(
            secret_hash=admission.digest(secret),
            kind=kind,
            meeting_id=meeting.id if meeting else None,
            organisation_id=organisation.id if organisation else None,
            made_by=turn.person.id if turn.person else None,
            uses_left=uses,
            expires_at=turn.now + lives if lives else None,
            created_at=turn.now,
        )
    )
    return secret


def let_belong(turn: Turn, person: Person, organisation_id: int) -> None:
    """Put her where the link leads; a member who opens it belongs to one more association."""
    if audience.is_member(person):
        memberships.add(turn.session, person, organisation_id, turn.now)
    else:
        person.organisation_id = organisation_id
