"""Hands a meeting or the register over as files: what an archive asks for, and nothing sealed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bot.exports import bundle, tables
from bot.records.meeting import Meeting
from bot.records.minutes import Minutes
from bot.store import (
    archives,
    audits,
    meetings,
    minutes_files,
    organisations,
    people,
    theme_groups,
)
from bot.store.audits import Entry
from bot.store.saving import Tell
from bot.turn import Turn
from bot.words import readable
from bot.words.calendar import Words
from bot.words.views import packaging as views
from bot.words.views.log import Act

_UNTOLD = frozenset(
    {
        *("secret", "doubts", "waived", "source", "created_by"),
        *("wakes_at", "touched_at", "fades_at"),
    }
)
"""Columns of a meeting that are the bot's own affair."""
MOST_IN_CHAT = 8 * 1024 * 1024
"""Bytes of documents that go along in a package for the chat, where it waits in a row."""
_Part = tuple[str, Callable[[], bytes]]


@dataclass(frozen=True, slots=True)
class Package:
    """A meeting's papers, and the versions of its minutes whose document is not among them."""

    content: bytes
    missing: tuple[Minutes, ...]


def _unseen(done: int, whole: int) -> None:
    """Watch nothing: in a chat nobody sees the files being made."""


def of_meeting(
    turn: Turn,
    meeting: Meeting,
    *,
    with_names: bool,
    most: int | None = None,
    tell: Tell = _unseen,
) -> Package:
    """Pack announcement, changes, agenda, messages and minutes; the participants only if asked.

    JSON, CSV, readable text and the minutes' own documents, at most so many bytes of them, with a
    manifest of checksums. Food and needs are never part of it.
    """
    w = turn.house.words()
    versions = archives.minutes(turn.session, meeting.id)
    documents = _documents(turn, w, meeting, versions, most)
    parts = [*_parts(turn, w, meeting, documents), *_enclosed(turn, versions, documents)]
    if with_names:
        name = w.plain("packaging", "participants.csv")
        parts.append((name, lambda: _participants(turn, w, meeting)))
    about = {**_about(turn), "meeting": meeting.title, "diary_number": meeting.diary}
    missing = tuple(one for one in versions if one.file_id and one.id not in documents)
    told = {
        **about,
        "participants": with_names,
        "missing_documents": [one.file_name for one in missing],
    }
    dense = frozenset(documents.values())
    return Package(bundle.as_zip(_made(parts, tell), told, turn.now, dense), missing)


def _documents(
    turn: Turn, w: Words, meeting: Meeting, versions: Sequence[Minutes], most: int | None
) -> dict[int, str]:
    """Name the files that go along, by the version's row; versions may share a file."""
    sizes, names, total = minutes_files.sizes(turn.session, meeting.id), dict[str, str](), 0
    for one in versions:
        size = sizes.get(one.file_id)
        if size is None or one.file_id in names or (most is not None and total + size > most):
            continue
        names[one.file_id] = views.document(w, one.version, bundle.inside(one.file_name))
        total += size
    return {one.id: names[one.file_id] for one in versions if one.file_id in names}


def _enclosed(turn: Turn, versions: Sequence[Minutes], documents: Mapping[int, str]) -> list[_Part]:
    """Name each document once, with how it is read."""
    once = {documents[one.id]: one for one in versions if one.id in documents}
    return [
        (name, partial(minutes_files.content, turn.session, one.meeting_id, one.file_id))
        for name, one in once.items()
    ]


def _made(parts: Iterable[_Part], tell: Tell) -> dict[str, bytes]:
    """Make one file after the other."""
    wanted, files = list(parts), dict[str, bytes]()
    for number, (name, make) in enumerate(wanted, start=1):
        files[name] = make()
        tell(number, len(wanted))
    return files


def _parts(turn: Turn, w: Words, meeting: Meeting, documents: Mapping[int, str]) -> list[_Part]:
    """Name what every meeting's package holds."""
    points = meetings.agenda(turn.session, meeting.id)
    return [
        (w.plain("packaging", "meeting.txt"), lambda: _readable(turn, w, meeting, documents)),
        (w.plain("packaging", "meeting.json"), lambda: _facts(meeting)),
        (w.plain("packaging", "agenda.csv"), lambda: tables.as_csv(views.agenda(w, points))),
        (w.plain("packaging", "messages.csv"), lambda: _told(turn, w, meeting)),
        (w.plain("packaging", "done.csv"), lambda: _done(turn, w, meeting)),
    ]


def _readable(turn: Turn, w: Words, meeting: Meeting, documents: Mapping[int, str]) -> bytes:
    points = meetings.agenda(turn.session, meeting.id)
    versions = archives.minutes(turn.session, meeting.id)
    return readable.whole(w, meeting, points, versions, documents).encode()


def _told(turn: Turn, w: Words, meeting: Meeting) -> bytes:
    return tables.as_csv(views.told(w, meeting, archives.told(turn.session, meeting.id)))


def _done(turn: Turn, w: Words, meeting: Meeting) -> bytes:
    acts = [_act(one) for one in audits.of_meeting(turn.session, meeting.id)]
    return tables.as_csv(views.changes(w, acts))


def _act(entry: Entry) -> Act:
    return Act(entry.at, entry.actor, entry.verb, None, entry.detail)


def _about(turn: Turn) -> dict[str, object]:
    network = turn.house.settings.network
    return {
        "network": network.name,
        "controller": network.controller,
        "made_with": "Samklang",
    }


def _facts(meeting: Meeting) -> bytes:
    told = meeting.model_dump(mode="json", exclude=set(_UNTOLD))
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def _participants(turn: Turn, w: Words, meeting: Meeting) -> bytes:
    answered = people.registered(turn.session, meeting.id)
    homes = organisations.names(turn.session, [person for _, person in answered])
    listed = [(mine, person, homes.get(person.id, "")) for mine, person in answered]
    return tables.as_csv(views.participants(w, listed))


def of_network(turn: Turn, tell: Tell = _unseen) -> bytes:
    """Pack the register of associations and the list of meetings."""
    w = turn.house.words()
    parts: list[_Part] = [
        (w.plain("packaging", "associations.csv"), lambda: _register(turn, w)),
        (w.plain("packaging", "meetings.csv"), lambda: _meetings(turn, w)),
    ]
    return bundle.as_zip(_made(parts, tell), _about(turn), turn.now)


def _register(turn: Turn, w: Words) -> bytes:
    listed = organisations.everyone(turn.session)
    aliases, groups = organisations.aliases(turn.session), theme_groups.names(turn.session)
    return tables.as_csv(views.register(w, listed, aliases, groups))


def _meetings(turn: Turn, w: Words) -> bytes:
    return tables.as_csv(views.meetings(w, meetings.everything(turn.session)))
