"""Brings the register up to date from a list, once a person has said yes to what it would do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.records.organisation import Alias, Organisation
from bot.records.theme_group import ThemeGroup, ThemeMember
from bot.rules import importing
from bot.rules import register as rules
from bot.rules.comparing import Finding, Standing, Verdict
from bot.rules.importing import Entry, Field
from bot.store import organisations, theme_groups
from bot.store import register as asked
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
        for one in organisations.lines(turn.session)
    ]


def spelled(turn: Turn, listed: Sequence[Entry]) -> list[Entry]:
    """Spell a list as the network and its register do, without what can be no number or address."""
    own = rules.named(turn.house.settings.network.kinds)
    kinds = [kind for kind, _ in asked.kinds(turn.session)]
    places = [place for place, _ in asked.municipalities(turn.session)]
    known = {Field.KIND: (*own, *kinds), Field.MUNICIPALITY: places}
    return importing.spelled(rules.sound(listed), known)


def bring_in(turn: Turn, findings: Iterable[Finding]) -> int:
    """Write what is new and what is changed; doubtful rows are left alone. Give how many.

    All of it in a few statements, because a list may hold a whole register.
    """
    new, changed = _parted(findings)
    taken = organisations.keys(turn.session)
    fresh = [one.entry for one in new if organisations.key_of(one.entry.name) not in taken]
    organisations.add_many(turn.session, [_new(turn, entry) for entry in fresh])
    rows = _told(turn, new, changed, taken)
    own = organisations.keys(turn.session)
    rows += [(own[organisations.key_of(entry.name)], entry) for entry in fresh]
    _call_all(turn, rows, own)
    _let_in_all(turn, rows)
    turn.session.flush()
    return len(rows)


Rows = list[tuple[int, Entry]]
"""Associations by their row ids, with what the list tells of them."""


def _parted(findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    written = list(findings)
    new = [one for one in written if one.verdict == Verdict.NEW]
    return new, [one for one in written if one.verdict == Verdict.CHANGED]


def _new(turn: Turn, entry: Entry) -> dict[str, object]:
    """Give an association as it is to be written."""
    texts = {column: entry.texts.get(kind, "") for kind, column in COLUMNS.items()}
    return {
        **texts,
        "name": entry.name,
        "key": organisations.key_of(entry.name),
        "languages": list(entry.lists.get(Field.LANGUAGES, ())),
        "created_at": turn.now,
    }


def _told(
    turn: Turn, new: Sequence[Finding], changed: Sequence[Finding], taken: Mapping[str, int]
) -> Rows:
    """Tell more of those that stand there: what is changed, and all of what goes by the name."""
    whole = [
        (taken[key], one.entry, one.entry.texts)
        for one in new
        if (key := organisations.key_of(one.entry.name)) in taken
    ]
    whole += [
        (one.standing.id, one.entry, {change.field: change.new for change in one.changes})
        for one in changed
        if one.standing
    ]
    standing = {one.id: one for one in organisations.lines(turn.session)} if whole else {}
    there = [one for one in whole if one[0] in standing]
    written = dict[int, dict[str, Any]]()
    for row, entry, texts in there:
        facts = {name: getattr(standing[row], name) for name in (*COLUMNS.values(), "languages")}
        _tell(written.setdefault(row, {"id": row, **facts}), entry, texts)
    organisations.change_many(turn.session, list(written.values()))
    return [(row, entry) for row, entry, _ in there]


def _tell(facts: dict[str, Any], entry: Entry, texts: Mapping[Field, str]) -> None:
    """Take what a list says of one, and add the languages that are not there yet."""
    for kind in COLUMNS.keys() & texts.keys():
        facts[COLUMNS[kind]] = texts[kind]
    known = {importing.folded(language) for language in facts["languages"]}
    told = entry.lists.get(Field.LANGUAGES, ())
    fresh = [word for word in told if importing.folded(word) not in known]
    facts["languages"] = [*facts["languages"], *fresh]


def _call_all(turn: Turn, rows: Rows, taken: Mapping[str, int]) -> None:
    """Let each go by its other names, except those that are taken."""
    used = set(taken)
    for row, entry in rows:
        for name in entry.lists.get(Field.ALIASES, ()):
            key = organisations.key_of(name)
            if key and key not in used:
                used.add(key)
                clean = " ".join(name.split())
                turn.session.add(Alias(organisation_id=row, name=clean, key=key))


def _let_in_all(turn: Turn, rows: Rows) -> None:
    """Put each in its theme groups, new or not."""
    inside = theme_groups.ids(turn.session)
    groups: dict[str, ThemeGroup] = {}
    for row, entry in rows:
        own = inside.get(row, frozenset())
        for name in entry.lists.get(Field.GROUPS, ()):
            key = organisations.key_of(name)
            group = groups.get(key) or theme_groups.add(turn.session, name, turn.now)
            groups[key] = group
            if group.id not in own:
                own |= {group.id}
                member = ThemeMember(theme_group_id=group.id, organisation_id=row)
                turn.session.add(member)
        inside[row] = own


def call(turn: Turn, one: Organisation, name: str) -> bool:
    """Let an association go by another name too; False when that name is taken."""
    key = organisations.key_of(name)
    taken = organisations.named(turn.session, name)
    if taken is not None or not key:
        return taken is not None and taken.id == one.id
    turn.session.add(Alias(organisation_id=one.id, name=" ".join(name.split()), key=key))
    turn.session.flush()
    return True
