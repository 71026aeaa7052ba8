"""A list that waits to be brought into the register: what it is read as, and what it would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from bot.deeds import registering
from bot.records.register_import import RegisterImport
from bot.rules import alike, comparing, deciding, importing, sheets
from bot.rules.comparing import Finding, Verdict
from bot.rules.deciding import Decision
from bot.rules.importing import Field
from bot.store import register as asked
from bot.turn import Turn
from bot.words.views.bringing import Box, Counts
from bot.words.views.list_columns import Column, Reading

NAME = 200
"""Characters kept of what a file is called."""


def keep(turn: Turn, name: str, text: str) -> RegisterImport | None:
    """Keep a list, with a guess of what its columns hold; None when there is nothing in it."""
    found = sheets.read(text)
    if not found:
        return None
    alike.prepare()
    chosen = importing.best(found)
    wanted = RegisterImport(
        person_id=turn.me.id,
        name=name[:NAME],
        sheet=chosen.name,
        content=chosen.rows,
        others={one.name: one.rows for one in found if one is not chosen},
        created_at=turn.now,
    )
    _guess(wanted)
    return asked.keep_list(turn.session, wanted)


def _guess(kept: RegisterImport) -> None:
    """Guess where the headings stand and what the columns hold."""
    _read_as(kept, importing.heading(kept.content), importing.columns(kept.content))


def _read_as(kept: RegisterImport, heading: int, places: Mapping[Field, int]) -> None:
    """Read the columns so; what was decided on is then asked anew."""
    kept.heading = heading
    kept.places = {str(field): place for field, place in places.items()}
    kept.doubts, kept.decisions = None, {}


def read_sheet(kept: RegisterImport, number: int) -> None:
    """Read another sheet of the file, by its place among the others in order of their names."""
    names = sorted(kept.others)
    if not 0 <= number < len(names):
        return
    chosen = names[number]
    left = {kept.sheet: kept.content}
    kept.sheet, kept.content = chosen, kept.others[chosen]
    kept.others = left | {name: rows for name, rows in kept.others.items() if name != chosen}
    _guess(kept)


def reading(kept: RegisterImport) -> Reading:
    """Say how each column is read."""
    fields = {place: Field(name) for name, place in kept.places.items()}
    wide = max(map(len, kept.content))
    columns = [Column(place, fields.get(place), _sample(kept, place)) for place in range(wide)]
    return Reading(
        kept.name,
        tuple(columns),
        heading=kept.heading,
        next_heading=_next_heading(kept),
        sheet=kept.sheet,
        sheets=tuple(sorted(kept.others)),
        is_ready=Field.NAME in kept.places,
    )


def _next_heading(kept: RegisterImport) -> int | None:
    """Give a row further down that may hold the headings; what heads a list is as wide as it."""
    width = len(kept.content[kept.heading - 1]) if kept.heading else 0
    rows = enumerate(kept.content[: importing.TOP], start=1)
    wider = (number for number, row in rows if number > kept.heading and len(row) > width)
    return next(wider, None)


def _sample(kept: RegisterImport, place: int) -> str:
    """Give the first thing that stands in a column."""
    below = kept.content[kept.heading :]
    return next((row[place] for row in below if place < len(row) and row[place]), "–")


def place(kept: RegisterImport, column: int, field: Field | None) -> None:
    """Read a column as something else; what was decided on is then asked anew."""
    fields = {Field(name): at for name, at in kept.places.items()}
    others = {one: at for one, at in fields.items() if at != column and one != field}
    _read_as(kept, kept.heading, {**others, field: column} if field else others)


def set_heading(kept: RegisterImport, row: int) -> None:
    """Take a row for the one that names the columns; 0 when none does.

    Where its words are known they say what the columns hold, else that stands as it was.
    """
    if not 0 <= row <= min(len(kept.content), importing.TOP):
        return
    named = importing.headed(kept.content, row)
    stands = {Field(name): at for name, at in kept.places.items()}
    _read_as(kept, row, named if Field.NAME in named else stands)


def findings(turn: Turn, kept: RegisterImport) -> list[Finding]:
    """Say of every row what it would do, before anything is decided.

    Spellings are compared once; what they were like is kept with the list.
    """
    where = {Field(name): at for name, at in kept.places.items()}
    listed = registering.spelled(turn, importing.entries(kept.content, where, heads=kept.heading))
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
    return _settled(kept, findings(turn, kept))


def decide_rest(turn: Turn, kept: RegisterImport, told: Decision) -> Counts:
    """Take the same for every row that is not decided yet; count what the list would then do."""
    found = findings(turn, kept)
    every = deciding.of_all(found, told) | decisions(kept)
    kept.decisions = {str(row): str(one) for row, one in every.items()}
    return _settled(kept, found)[1]


def _settled(kept: RegisterImport, found: list[Finding]) -> tuple[list[Finding], Counts]:
    told = decisions(kept)
    done = deciding.settled(found, told)
    counted = Counter(one.verdict for one in done)
    counts = Counts(
        new=counted[Verdict.NEW],
        changed=counted[Verdict.CHANGED],
        same=counted[Verdict.SAME],
        undecided=counted[Verdict.DOUBTFUL],
        skipped=sum(one == Decision.SKIP for one in told.values()),
        decided=len(told),
        faulty=tuple(
            Box(one.entry.row, one.entry.name, kind, text)
            for one in found
            for kind, text in one.entry.faulty.items()
        ),
    )
    return done, counts
