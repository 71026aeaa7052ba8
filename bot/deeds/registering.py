"""Brings the register up to date from a list, once a person has said yes to what it would do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.records.organisation import Alias, Organisation
from bot.rules import importing
from bot.rules.comparing import Change, Finding, Standing, Verdict
from bot.rules.importing import Entry, Field
from bot.store import organisations, theme_groups
from bot.turn import Turn

COLUMNS = {
    Field.KIND: "kind",
    Field.MUNICIPALITY: "municipality",
    Field.CONTACT: "contact",
    Field.PHONE: "phone",
    Field.EMAIL: "email",
}
"""What stands in a column of its own."""


def register(turn: Turn) -> list[Standing]:
    """Give the register as a list is compared with it."""
    aliases = organisations.aliases(turn.session)
    groups = theme_groups.names(turn.session)
    return [
        Standing(
            one.id,
            one.name,
            {kind: getattr(one, column) for kind, column in COLUMNS.items()},
            {
                Field.ALIASES: tuple(aliases.get(one.id, ())),
                Field.LANGUAGES: tuple(one.languages),
                Field.GROUPS: tuple(groups.get(one.id, ())),
            },
        )
        for one in organisations.everyone(turn.session)
    ]


def bring_in(turn: Turn, findings: Iterable[Finding]) -> int:
    """Write what is new and what is changed; doubtful rows are left alone. Give how many."""
    written = 0
    for one in findings:
        if one.verdict == Verdict.NEW:
            _add(turn, one.entry)
        elif one.verdict == Verdict.CHANGED and one.standing is not None:
            _change(turn, one.standing.id, one.entry, one.changes)
        else:
            continue
        written += 1
    return written


def _add(turn: Turn, entry: Entry) -> None:
    added = organisations.add(turn.session, entry.name, None, turn.now)
    for kind, text in entry.texts.items():
        setattr(added, COLUMNS[kind], text)
    _extend(turn, added, entry.lists)


def _change(turn: Turn, organisation_id: int, entry: Entry, changes: tuple[Change, ...]) -> None:
    standing = organisations.get(turn.session, organisation_id)
    if standing is None:
        return
    for change in changes:
        if change.field in COLUMNS:
            setattr(standing, COLUMNS[change.field], change.new)
    _extend(turn, standing, entry.lists)


def _extend(turn: Turn, one: Organisation, lists: Mapping[Field, tuple[str, ...]]) -> None:
    """Add the names, languages and groups that are not there yet."""
    known = {importing.folded(language) for language in one.languages}
    fresh = [each for each in lists.get(Field.LANGUAGES, ()) if importing.folded(each) not in known]
    one.languages = [*one.languages, *fresh]
    turn.session.add(one)
    turn.session.flush()
    for name in lists.get(Field.ALIASES, ()):
        call(turn, one, name)
    for name in lists.get(Field.GROUPS, ()):
        group = theme_groups.add(turn.session, name, turn.now)
        theme_groups.let_in(turn.session, group, one.id)


def call(turn: Turn, one: Organisation, name: str) -> bool:
    """Let an association go by another name too; False when that name is taken."""
    key = organisations.key_of(name)
    taken = organisations.named(turn.session, name)
    if taken is not None or not key:
        return taken is not None and taken.id == one.id
    turn.session.add(Alias(organisation_id=one.id, name=" ".join(name.split()), key=key))
    turn.session.flush()
    return True
