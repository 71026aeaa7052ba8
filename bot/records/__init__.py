"""The rows: plain facts, one noun a file. No sessions, no relationships, no methods that ask.

Importing this package makes every table known to `SQLModel.metadata`.
"""

from bot.records import (
    absence,
    admission,
    agenda,
    audit,
    broadcast,
    card,
    chore,
    erasure,
    evaluation,
    group,
    hold,
    incoming,
    late_request,
    meeting,
    need,
    organisation,
    outgoing,
    paper,
    person,
    pulse,
    registration,
)

__all__ = [
    "absence",
    "admission",
    "agenda",
    "audit",
    "broadcast",
    "card",
    "chore",
    "erasure",
    "evaluation",
    "group",
    "hold",
    "incoming",
    "late_request",
    "meeting",
    "need",
    "organisation",
    "outgoing",
    "paper",
    "person",
    "pulse",
    "registration",
]
