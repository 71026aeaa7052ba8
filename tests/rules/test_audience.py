"""Who is told what, and who is left in peace."""

from __future__ import annotations

import pytest

from bot.records.broadcast import BroadcastKind
from bot.records.person import Person, Role
from bot.records.registration import Standing
from bot.rules import audience
from tests.rules.facts import answer, at, person

WHEN = at("2026-11-02 09:00")
SENDER = 99
KINDS = list(BroadcastKind)
G, W, OFFERED = Standing.GOING, Standing.WAITING, Standing.OFFERED
LAPSED = Standing.LAPSED
HEARD_BY: dict[BroadcastKind, set[Standing | None]] = {
    BroadcastKind.INVITATION: {None, LAPSED},
    BroadcastKind.NUDGE: {None, LAPSED},
    BroadcastKind.CANCELLATION: {None, LAPSED, G, W, OFFERED},
    BroadcastKind.CHANGE: {G, W, OFFERED},
    BroadcastKind.AGENDA: {G, OFFERED},
    BroadcastKind.REMINDER: {G},
    BroadcastKind.THANKS: {G},
    BroadcastKind.SUMMARY: set(),
    BroadcastKind.MESSAGE: {None, *Standing},
    BroadcastKind.MINUTES: {None, *Standing},
}
"""Which members hear of what, by how they have answered; None is not at all."""


@pytest.mark.parametrize("standing", [None, *Standing])
@pytest.mark.parametrize("kind", KINDS)
def test_each_message_has_its_readers(kind: BroadcastKind, standing: Standing | None) -> None:
    """A member hears what concerns her, by how she stands to the meeting."""
    mine = answer(standing) if standing else None

    assert (standing in HEARD_BY.get(kind, set())) is audience.hears(kind, person(), mine, SENDER)


@pytest.mark.parametrize("standing", [None, *Standing])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != BroadcastKind.SUMMARY])
@pytest.mark.parametrize("silence", ["stopped_at", "unreachable_since"])
def test_nothing_reaches_who_has_stopped_or_is_gone(
    kind: BroadcastKind, standing: Standing | None, silence: str
) -> None:
    """A person who stopped the bot, or blocked it, hears nothing more."""
    mine = answer(standing) if standing else None

    assert not audience.hears(kind, person(**{silence: WHEN}), mine, SENDER)


@pytest.mark.parametrize(
    ("invited", "who"),
    [
        (True, person()),
        (True, person(organisation_id=None, is_private=True)),
        (False, person(organisation_id=None)),
        (False, person(name=None)),
        (False, person(id=SENDER)),
        (True, person(role=Role.ORGANISER)),
    ],
    ids=["member", "private person", "no association yet", "no name yet", "sender", "organiser"],
)
@pytest.mark.parametrize(
    "kind", [BroadcastKind.INVITATION, BroadcastKind.NUDGE, BroadcastKind.CANCELLATION]
)
def test_only_who_has_come_in_is_invited(
    invited: bool,  # noqa: FBT001 - a table's column
    who: Person,
    kind: BroadcastKind,
) -> None:
    """Half-finished joining gets no invitation, and neither does the one who sends it."""
    assert invited is audience.hears(kind, who, None, SENDER)


def test_a_cancellation_reaches_the_sender_too_when_she_has_registered() -> None:
    """She holds a place like everyone else."""
    assert audience.hears(BroadcastKind.CANCELLATION, person(id=SENDER), answer(G), SENDER)


@pytest.mark.parametrize(
    ("heard", "who"),
    [
        (False, person()),
        (True, person(role=Role.ORGANISER)),
        (True, person(role=Role.OWNER)),
        (True, person(role=Role.OWNER, stopped_at=WHEN)),
        (True, person(role=Role.ORGANISER, name=None)),
        (False, person(role=Role.OWNER, unreachable_since=WHEN)),
    ],
    ids=["member", "organiser", "owner", "silenced", "unnamed", "unreachable"],
)
def test_the_summary_is_for_those_who_run_the_network(
    heard: bool,  # noqa: FBT001 - a table's column
    who: Person,
) -> None:
    """An organiser gets her list although she wants no invitations."""
    assert heard is audience.hears(BroadcastKind.SUMMARY, who, answer(G), SENDER)


def test_the_summary_is_for_the_meetings_own_organisers_too() -> None:
    """A member who helps to run one meeting hears how it stands, while she can be reached."""
    unreachable = person(unreachable_since=WHEN)

    assert audience.hears(BroadcastKind.SUMMARY, person(), None, SENDER, leads=True)
    assert not audience.hears(BroadcastKind.SUMMARY, unreachable, None, SENDER, leads=True)


@pytest.mark.parametrize("standing", [None, *Standing])
@pytest.mark.parametrize("kind", KINDS)
def test_someone_without_telegram_hears_what_concerns_her_through_another(
    kind: BroadcastKind, standing: Standing | None
) -> None:
    """What has changed, the agenda and the reminder; an invitation if she has not answered."""
    by_phone: dict[BroadcastKind, set[Standing | None]] = {
        BroadcastKind.INVITATION: {None, LAPSED},
        BroadcastKind.CHANGE: {G, W, OFFERED},
        BroadcastKind.CANCELLATION: {G, W, OFFERED},
        BroadcastKind.AGENDA: {G, OFFERED},
        BroadcastKind.REMINDER: {G},
        BroadcastKind.MESSAGE: {None, *Standing},
        BroadcastKind.MINUTES: {None, *Standing},
    }
    mine = answer(standing) if standing else None
    marta = person(telegram_id=None)

    assert (standing in by_phone.get(kind, set())) is audience.is_told_through_another(
        kind, marta, mine
    )
    assert not audience.hears(kind, marta, mine, SENDER) or kind == BroadcastKind.SUMMARY


@pytest.mark.parametrize(
    ("wants", "who"),
    [
        (True, person()),
        (False, person(stopped_at=WHEN)),
        (True, person(stopped_at=WHEN, role=Role.ORGANISER)),
    ],
)
def test_one_who_has_stopped_is_not_written_to_but_for_her_work(
    wants: bool,  # noqa: FBT001 - a table's column
    who: Person,
) -> None:
    """Silence is for invitations and reminders; an organiser is still asked about her meetings."""
    assert wants is audience.wants_to_hear(who)
