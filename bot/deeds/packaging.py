"""Hands a meeting or the register over as files: what an archive asks for, and nothing sealed."""

from __future__ import annotations

import json

from bot.exports import bundle, tables
from bot.records.meeting import Meeting
from bot.store import archives, audits, meetings, organisations, people, theme_groups
from bot.store.audits import Entry
from bot.turn import Turn
from bot.words import readable
from bot.words.calendar import Words
from bot.words.views import packaging as views
from bot.words.views.log import Act

_UNTOLD = frozenset({"secret", "doubts", "waived", "source", "wakes_at", "created_by"})
"""Columns of a meeting that are the bot's own affair."""


def of_meeting(turn: Turn, meeting: Meeting, *, with_names: bool) -> bytes:
    """Pack announcement, changes, agenda, messages and minutes; the participants only if asked.

    JSON, CSV and readable text with a manifest of checksums. Food and needs are never part of it.
    """
    w = turn.house.words()
    points = meetings.agenda(turn.session, meeting.id)
    versions = archives.minutes(turn.session, meeting.id)
    files = {
        w.plain("packaging", "meeting.txt"): readable.whole(w, meeting, points, versions).encode(),
        w.plain("packaging", "meeting.json"): _facts(meeting),
        w.plain("packaging", "agenda.csv"): tables.as_csv(views.agenda(w, points)),
        w.plain("packaging", "messages.csv"): tables.as_csv(
            views.told(w, archives.told(turn.session, meeting.id))
        ),
        w.plain("packaging", "done.csv"): tables.as_csv(
            views.changes(w, [_act(one) for one in audits.of_meeting(turn.session, meeting.id)])
        ),
    }
    if with_names:
        files[w.plain("packaging", "participants.csv")] = _participants(turn, w, meeting)
    about = {**_about(turn), "meeting": meeting.title, "diary_number": meeting.diary}
    return bundle.as_zip(files, {**about, "participants": with_names}, turn.now)


def _act(entry: Entry) -> Act:
    audit = entry.audit
    return Act(audit.at, entry.actor, audit.verb, None, audit.detail)


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


def of_network(turn: Turn) -> bytes:
    """Pack the register of associations and the list of meetings."""
    w = turn.house.words()
    listed = organisations.everyone(turn.session)
    aliases = organisations.aliases(turn.session)
    groups = theme_groups.names(turn.session)
    files = {
        w.plain("packaging", "associations.csv"): tables.as_csv(
            views.register(w, listed, aliases, groups)
        ),
        w.plain("packaging", "meetings.csv"): tables.as_csv(
            views.meetings(w, meetings.everything(turn.session))
        ),
    }
    return bundle.as_zip(files, _about(turn), turn.now)
