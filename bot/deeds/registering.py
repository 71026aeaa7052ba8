"""Brings the register up to date from a list, once a person has said yes to what it would do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

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
        for one in organisations.everyone(turn.session)
    ]


def spelled(turn: Turn, listed: Sequence[Entry]) -> list[Entry]:
    """Spell kinds and municipalities of a list as the network and its register do."""
    own = rules.named(turn.house.settings.network.kinds)
    kinds = [kind for kind, _ in asked.kinds(turn.session)]
    places = [place for place, _ in asked.municipalities(turn.session)]
    return importing.spelled(listed, {Field.KIND: (*own, *kinds), Field.MUNICIPALITY: places})


def bring_in(turn: Turn, findings: Iterable[Finding]) -> int:
    """Write what is new and what is changed; doubtful rows are left alone. Give how many.

    All of it in a few statements, because a list may hold a whole register.
    """
    new, changed = _parted(findings)
    taken = organisations.keys(turn.session)
    wanted = {one.standing.id for one in changed if one.standing}
    known_keys = (organisations.key_of(one.entry.name) for one in new)
    standing = organisations.by_ids(
        turn.session, wanted | {taken[key] for key in known_keys if key in taken}
    )
    rows = [(_new(turn, one.entry, taken, standing), one.entry) for one in new]
    rows += [(_changed(one, standing), one.entry) for one in changed if _is_there(one, standing)]
    turn.session.add_all(one for one, _ in rows)
    turn.session.flush()
    _call_all(turn, rows, taken)
    _let_in_all(turn, rows)
    turn.session.flush()
    return len(rows)


Known = dict[int, Organisation]


def _parted(findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    written = list(findings)
    new = [one for one in written if one.verdict == Verdict.NEW]
    return new, [one for one in written if one.verdict == Verdict.CHANGED]


def _is_there(one: Finding, standing: Known) -> bool:
    return one.standing is not None and one.standing.id in standing


def _new(turn: Turn, entry: Entry, taken: Mapping[str, int], standing: Known) -> Organisation:
    """Make an association; one that goes by the name already is told more of."""
    key = organisations.key_of(entry.name)
    one = standing.get(taken.get(key, 0))
    if one is None:
        one = Organisation(name=entry.name, key=key, created_at=turn.now)
    for kind, text in entry.texts.items():
        setattr(one, COLUMNS[kind], text)
    return _speaking(one, entry)


def _changed(finding: Finding, standing: Known) -> Organisation:
    one = standing[finding.standing.id if finding.standing else 0]
    for change in finding.changes:
        if change.field in COLUMNS:
            setattr(one, COLUMNS[change.field], change.new)
    return _speaking(one, finding.entry)


def _speaking(one: Organisation, entry: Entry) -> Organisation:
    """Add the languages that are not there yet."""
    known = {importing.folded(language) for language in one.languages}
    told = entry.lists.get(Field.LANGUAGES, ())
    one.languages = [*one.languages, *(w for w in told if importing.folded(w) not in known)]
    return one


Rows = list[tuple[Organisation, Entry]]


def _call_all(turn: Turn, rows: Rows, taken: Mapping[str, int]) -> None:
    """Let each go by its other names, except those that are taken."""
    used = {*taken, *(one.key for one, _ in rows)}
    for one, entry in rows:
        for name in entry.lists.get(Field.ALIASES, ()):
            key = organisations.key_of(name)
            if key and key not in used:
                used.add(key)
                clean = " ".join(name.split())
                turn.session.add(Alias(organisation_id=one.id, name=clean, key=key))


def _let_in_all(turn: Turn, rows: Rows) -> None:
    """Put each in its theme groups, new or not."""
    inside = theme_groups.ids(turn.session)
    groups: dict[str, ThemeGroup] = {}
    for one, entry in rows:
        own = inside.get(one.id, frozenset())
        for name in entry.lists.get(Field.GROUPS, ()):
            key = organisations.key_of(name)
            group = groups.get(key) or theme_groups.add(turn.session, name, turn.now)
            groups[key] = group
            if group.id not in own:
                own |= {group.id}
                member = ThemeMember(theme_group_id=group.id, organisation_id=one.id)
                turn.session.add(member)
        inside[one.id] = own


def call(turn: Turn, one: Organisation, name: str) -> bool:
    """Let an association go by another name too; False when that name is taken."""
    key = organisations.key_of(name)
    taken = organisations.named(turn.session, name)
    if taken is not None or not key:
        return taken is not None and taken.id == one.id
    turn.session.add(Alias(organisation_id=one.id, name=" ".join(name.split()), key=key))
    turn.session.flush()
    return True
