"""A list that waits to be brought into the register: what it is read as, and what it would do."""

from __future__ import annotations

from collections import Counter

from bot.deeds import registering
from bot.records.register_import import RegisterImport
from bot.rules import comparing, deciding, importing
from bot.rules.comparing import Finding, Verdict
from bot.rules.deciding import Decision
from bot.rules.importing import Field
from bot.store import register as asked
from bot.turn import Turn
from bot.words.views.bringing import Counts
from bot.words.views.list_columns import Column, Reading

NAME = 200
"""Characters kept of what a file is called."""


def keep(turn: Turn, name: str, text: str) -> RegisterImport | None:
    """Keep a list, with a guess of what its columns hold; None when there is nothing in it."""
    rows = importing.table(text)
    if not rows:
        return None
    guessed = {str(field): place for field, place in importing.columns(rows).items()}
    wanted = RegisterImport(
        person_id=turn.me.id,
        name=name[:NAME],
        content=rows,
        places=guessed,
        has_heading=importing.has_heading(rows),
        created_at=turn.now,
    )
    return asked.keep_list(turn.session, wanted)


def reading(kept: RegisterImport) -> Reading:
    """Say how each column is read."""
    fields = {place: Field(name) for name, place in kept.places.items()}
    wide = max(map(len, kept.content))
    columns = [Column(place, fields.get(place), _sample(kept, place)) for place in range(wide)]
    return Reading(
        kept.name, tuple(columns), heads=kept.has_heading, is_ready=Field.NAME in kept.places
    )


def _sample(kept: RegisterImport, place: int) -> str:
    """Give the first thing that stands in a column."""
    below = kept.content[1:] if kept.has_heading else kept.content
    return next((row[place] for row in below if place < len(row) and row[place]), "–")


def place(kept: RegisterImport, column: int, field: Field | None) -> None:
    """Read a column as something else; what was decided on is then asked anew."""
    others = {name: at for name, at in kept.places.items() if at != column and name != field}
    kept.places = {**others, str(field): column} if field else others
    kept.doubts, kept.decisions = None, {}


def turn_heading(kept: RegisterImport) -> None:
    """Take the first row for what it was not taken for."""
    kept.has_heading = not kept.has_heading
    kept.doubts, kept.decisions = None, {}


def findings(turn: Turn, kept: RegisterImport) -> list[Finding]:
    """Say of every row what it would do, before anything is decided.

    Spellings are compared once; what they were like is kept with the list.
    """
    where = {Field(name): at for name, at in kept.places.items()}
    listed = importing.entries(kept.content, where, heads=kept.has_heading)
    near = None
    if kept.doubts is not None:
        near = {int(str(one["row"])): int(str(one["like"])) for one in kept.doubts}
    found = comparing.compare(listed, registering.register(turn), near)
    if kept.doubts is None:
        kept.doubts = [
            {"row": one.entry.row, "like": one.standing.id}
            for one in found
            if one.verdict == Verdict.DOUBTFUL and one.twin is None and one.standing is not None
        ]
    return found


def decisions(kept: RegisterImport) -> dict[int, Decision]:
    """What has been decided, by row."""
    return {int(row): Decision(told) for row, told in kept.decisions.items()}


def settled(turn: Turn, kept: RegisterImport) -> tuple[list[Finding], Counts]:
    """Say what the list would do with all that has been decided, and count it."""
    found = findings(turn, kept)
    told = decisions(kept)
    done = deciding.settled(found, told)
    counted = Counter(one.verdict for one in done)
    counts = Counts(
        new=counted[Verdict.NEW],
        changed=counted[Verdict.CHANGED],
        same=counted[Verdict.SAME],
        undecided=counted[Verdict.DOUBTFUL],
        skipped=sum(one == Decision.SKIP for one in told.values()),
    )
    return done, counts
