"""Nobody is shown a button that she may not use: what each role sees is tapped, by her."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from bot.records.leader import Leader
from bot.records.person import Role
from bot.store import people
from bot.words.views import mishaps
from tests.walks import looking
from tests.walks.exploring import TEXTS, Exploring
from tests.walks.room import Reaction, Walk
from tests.walks.street import Street

LEADS = "leads one meeting"
LEAST = 60
"""Buttons; fewer would mean that the search has gone blind."""


def _has_role(street: Street, role: str, walk: Walk) -> None:
    """Let Sara have this role from the beginning."""
    sara = people.by_telegram_id(walk.session, street.people["member"].user.id)
    assert sara is not None
    if role == LEADS:
        led = [street.meetings[state] for state in ("open", "past", "draft")]
        walk.session.add_all(
            Leader(meeting_id=one, person_id=sara.id, created_at=walk.now) for one in led
        )
    else:
        sara.role = Role(role)
        walk.session.add(sara)
    walk.session.flush()
    walk.session.expunge_all()


def _refused(street: Street, explored: Exploring) -> Iterator[str]:
    """Name the buttons that were shown and refused for lack of rights, with the way there."""
    w = street.room.house.words("sv")
    no = {mishaps.not_allowed(w), looking.shown(mishaps.only_organisers(w).as_content())}
    for way, reaction in explored.seen:
        _, last = way[-1]
        if not last.startswith("/") and no & set(_said(street, reaction)):
            yield " > ".join(step for _, step in way)


def _said(street: Street, reaction: Reaction) -> Iterator[str]:
    if reaction.answer is not None:
        yield reaction.answer.text
    chat = street.people["member"].user.id
    yield from (looking.shown(row.content) for row in reaction.rows if row.chat_id == chat)


def _openings(street: Street, role: str) -> tuple[str, ...]:
    """Begin where she is led: by commands, and by what tells her that she runs a meeting."""
    if role != LEADS:
        return (*TEXTS, "/arrangorer", "/logg")
    at = street.meetings
    led = (f"meet:{at[state]}:desk" for state in ("open", "past"))
    return ("/moten", *led, f"meet:{at['draft']}:review")


@pytest.mark.parametrize(("role", "depth"), [(LEADS, 3), *((role, 2) for role in Role)])
def test_no_button_is_shown_to_one_who_may_not_use_it_g3(
    the_street: Street, role: str, depth: int
) -> None:
    """Menus hide what the table forbids, so that nobody is led to a closed door."""
    begins = partial(_has_role, the_street, role)
    openings = _openings(the_street, role)
    explored = Exploring(the_street, ("member",), begins, depth, openings)

    every = explored.all()

    assert len(every) >= LEAST
    assert [] == list(_refused(the_street, explored))
