"""Gathers all that is kept about one person, table by table, and nothing of anyone else's."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import Enum

from sqlalchemy import LargeBinary, Table, select
from sqlmodel import SQLModel

from bot.records.need import NeedKind
from bot.records.person import Person
from bot.rules import traces
from bot.rules.needs import Wish
from bot.rules.traces import TRACES, Fate, Trace
from bot.store import meetings, needs, organisations, people, registrations, usuals
from bot.turn import Turn

Rows = list[dict[str, object]]


def whole(turn: Turn, person: Person, *, with_needs: bool) -> dict[str, object]:
    """Gather everything; what she has told about food and needs only if she wants it in a file."""
    organisation = organisations.get(turn.session, person.organisation_id)
    found: dict[str, object] = {
        "person": _row(_table("person"), person.model_dump(), traces.NEVER_TOLD | {"entered_by"}),
        "association": organisation.name if organisation else None,
        "about_you": _by_table(turn, person, {Fate.REMOVED}),
        "made_by_you": _by_table(turn, person, {Fate.LOOSENED, Fate.KEPT}),
        "food_and_needs": _needs(turn, person, with_words=with_needs),
        "kept_for_next_time": _usual(turn, person, with_words=with_needs),
    }
    return found


def _by_table(turn: Turn, person: Person, fates: set[Fate]) -> dict[str, Rows]:
    found: dict[str, Rows] = {}
    for trace in TRACES:
        if trace.fate in fates and (rows := _rows(turn, person, trace)):
            found.setdefault(_name(trace), []).extend(rows)
    return found


def _name(trace: Trace) -> str:
    """Name a part of the file; one table may tell of her in two ways."""
    return trace.table if trace.fate == Fate.REMOVED else f"{trace.table}_{trace.column}"


def _rows(turn: Turn, person: Person, trace: Trace) -> Rows:
    table = _table(trace.table)
    number = person.telegram_id if trace.by_telegram else person.id
    told = traces.told(trace, frozenset(table.c.keys()))
    asked = select(table).where(table.c[trace.column] == number).order_by(*table.primary_key)
    if trace.table == "outgoing" and not trace.by_telegram:
        # What went to her chat is told once.
        asked = asked.where(table.c.chat_id != person.telegram_id)
    hidden = frozenset(table.c.keys()) - told
    return [
        _with_names(turn, dict(one), _row(table, dict(one), hidden))
        for one in turn.session.execute(asked).mappings()
    ]


def _table(name: str) -> Table:
    return SQLModel.metadata.tables[name]


def _row(table: Table, row: dict[str, object], hidden: frozenset[str]) -> dict[str, object]:
    """Give a row as JSON can hold it; what is sealed is told elsewhere."""
    return {
        column.name: _plain(row[column.name])
        for column in table.c
        if column.name not in hidden and not isinstance(column.type, LargeBinary)
    }


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, datetime | date | time) else value


def _with_names(turn: Turn, kept: dict[str, object], row: dict[str, object]) -> dict[str, object]:
    """Put a meeting's name beside its number, and a colleague's beside the answer for her."""
    number, whose = row.get("meeting_id"), kept.get("person_id")
    meeting = meetings.get(turn.session, number) if isinstance(number, int) else None
    if meeting is not None:
        row |= {"meeting": meeting.title, "meeting_day": _plain(meeting.day)}
    if kept.get("registered_by") == turn.me.id and isinstance(whose, int):
        colleague = people.get(turn.session, whose)
        row |= {"name": colleague.name if colleague else None}
    return row


def _needs(turn: Turn, person: Person, *, with_words: bool) -> Rows:
    """Tell which questions she has answered, when and by what consent, and perhaps what."""
    found: Rows = []
    for mine, meeting in registrations.of_person(turn.session, person.id):
        opened = needs.of(turn.session, turn.house.keys, mine.id) if with_words else {}
        asked = select(_table("need")).where(_table("need").c.registration_id == mine.id)
        for one in turn.session.execute(asked).mappings():
            told = _row(_table("need"), dict(one), traces.NEVER_TOLD)
            words = _words(opened.get(NeedKind(one["kind"])))
            found.append({"meeting": meeting.title} | told | words)
    return found


def _usual(turn: Turn, person: Person, *, with_words: bool) -> Rows:
    opened = usuals.of(turn.session, turn.house.keys, person.id)
    kept = usuals.kinds(turn.session, person.id)
    return [
        {"kind": kind.value} | (_words(opened.get(kind)) if with_words else {})
        for kind in sorted(kept)
    ]


def _words(wish: Wish | None) -> dict[str, object]:
    return {} if wish is None else {"chosen": list(wish.chosen), "in_your_words": wish.words}
