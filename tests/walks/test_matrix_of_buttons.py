"""Every button, in every state of the meeting, tapped by everyone.

The buttons are those the bot really shows (see `exploring`). Each is a cell with each state and
each part: it is answered, in Swedish, within the limits, without other people's secrets, and
without effect for one who may not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from sqlalchemy import text

from bot.simulator.cast import Player
from bot.token import Token, parse
from tests.walks import looking
from tests.walks.exploring import Exploring
from tests.walks.room import Reaction, Walk
from tests.walks.street import SECRETS, STATES, Street

SETTLED = ("draft", "cancelled", "past", "erased")
"""States in which nobody but an organiser can change who comes."""
ABOUT_ORGANISERS = ("meeting.status, meeting.title, meeting.day, meeting.place, meeting.seats"
                    ", meeting.closed_at, meeting.latitude")  # fmt: skip
OTHERS = {
    "member": ("Ahmed Ali", "Greta Ek"),
    "other member": ("Sara Lind", "Greta Ek"),
    "stranger": ("Ahmed Ali", "Sara Lind", "Greta Ek", "Mötet "),
}
"""Whom and what each may read nothing about, unless they have chosen to be seen."""
ERASING = -1
"""Who erases herself leaves every meeting, which is hers to do."""
LEAST = 3_000
"""Cells; fewer would mean that the search for buttons has gone blind."""


@cache
def cells(street: Street) -> tuple[tuple[str, str, str], ...]:
    """Give every part, state and token; a token about no meeting has no state."""
    numbers = set(street.meetings.values())
    made: list[tuple[str, str, str]] = []
    for written in Exploring(street).all():
        token = parse(written)
        if token is None:
            continue
        states = STATES if token.row in numbers and token.what not in {"self", "list"} else ("",)
        for state in states:
            row = street.meetings.get(state, token.row)
            moved = Token(token.what, row, token.ask, token.choice)
            made += [(part, state, str(moved)) for part in street.people]
    return tuple(made)


def _facts(walk: Walk, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in walk.session.connection().execute(text(query))]


def _guarded(walk: Walk, part: str, player: Player, number: int | None) -> list[object]:
    """Read what this person must not be able to change by tapping."""
    if part == "organiser" or number == ERASING:
        return []
    own = _facts(walk, f"SELECT id FROM person WHERE telegram_id = {player.user.id}")  # noqa: S608
    me = own[0][0] if own else 0
    kept: list[object] = [
        _facts(walk, f"SELECT {ABOUT_ORGANISERS} FROM meeting ORDER BY id"),  # noqa: S608
        _facts(walk, f"SELECT id, role, name FROM person WHERE id != {me} ORDER BY id"),  # noqa: S608
        _facts(walk, f"SELECT role FROM person WHERE id = {me}"),  # noqa: S608
        _facts(
            walk,
            "SELECT id, standing, attends FROM registration"  # noqa: S608
            f" WHERE person_id != {me} ORDER BY id",
        ),
        _facts(walk, "SELECT count(*), max(status) FROM broadcast"),
    ]
    if number is not None:
        kept.append(
            _facts(
                walk,
                "SELECT person_id, standing FROM registration"  # noqa: S608
                f" WHERE meeting_id = {number} ORDER BY id",
            )
        )
    return kept


def _leaks(part: str, player: Player, reaction: Reaction) -> Iterator[str]:
    """Name what she reads of others."""
    if part == "organiser":
        return
    words = [looking.shown(row.content) for row in reaction.rows if row.chat_id == player.user.id]
    words += [reaction.answer.text] if reaction.answer else []
    for said in words:
        yield from (f"reads {one!r}" for one in (*SECRETS, *OTHERS[part]) if one in said)


def wrong(street: Street, part: str, state: str, token: str) -> list[str]:
    """Tap one cell, and name what is wrong with it."""
    player = street.people[part]
    number = street.meetings[state] if state in SETTLED else None
    number = ERASING if token == "self:0:erase:yes" else number
    with street.room.walk() as walk:
        before = _guarded(walk, part, player, number)
        reaction = walk.taps(player, player.user.id, 1, token)
        after = _guarded(walk, part, player, number)
        found = [] if reaction.says(player.user.id) else ["is not answered"]
        found += reaction.faults()
        found += _leaks(part, player, reaction)
        found += ["has an effect"] if before != after else []
        return [f"{part}, {state or 'any'}, {token}: {one}" for one in found]
    return []


@pytest.mark.parametrize("part", ["organiser", "member", "other member", "stranger"])
def test_every_button_in_every_state(the_street: Street, part: str) -> None:
    """Answered, kind, discreet, and without effect where none is allowed (G1, G3)."""
    mine = [cell for cell in cells(the_street) if cell[0] == part]

    assert [] == [fault for cell in mine for fault in wrong(the_street, *cell)]


def test_there_are_many_buttons(the_street: Street) -> None:
    """The search has not gone blind: cards of every conversation are among them."""
    every = cells(the_street)
    print(f"{len(every)} cells of {len({token for _, _, token in every})} buttons")  # noqa: T201

    assert len(every) >= LEAST
    assert {"come", "meet", "list", "self", "own"} <= {token.split(":")[0] for *_, token in every}
