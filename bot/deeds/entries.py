"""One association of the register: gathers all that is known of it, and writes what is said."""

from __future__ import annotations

from bot.deeds import registering
from bot.records.organisation import Organisation
from bot.rules import register as rules
from bot.rules.importing import Field
from bot.rules.register import No
from bot.store import memberships, organisations
from bot.store import register as asked
from bot.turn import Turn
from bot.words.views import register as register_views
from bot.words.views.association import Entry

SHOWN, COMING = 12, 6
"""People and meetings that stand on the entry."""


def whole(turn: Turn, one: Organisation) -> Entry:
    """Gather what the register knows."""
    today = turn.now.astimezone(turn.house.zone).date()
    return Entry(
        one,
        tuple(alias.name for alias in asked.other_names(turn.session, one.id)),
        tuple(group.name for group in asked.groups(turn.session, one.id)),
        tuple(each.name or "–" for each in memberships.people(turn.session, one.id, 0, SHOWN)),
        memberships.count(turn.session, one.id),
        tuple(asked.coming(turn.session, one.id, today)[:COMING]),
    )


def take(turn: Turn, field: Field, text: str) -> str | None:
    """Give the text as it may stand; else say kindly why not, and give None."""
    said = rules.written(field, text)
    if isinstance(said, No):
        turn.say(register_views.refused(turn.words, said, rules.LIMITS[field]))
        return None
    return said


def write(turn: Turn, one: Organisation, field: Field, text: str) -> No | None:
    """Let a text stand there, or give why it may not."""
    if field == Field.LANGUAGES:
        named = rules.languages(text)
        if isinstance(named, No):
            return named
        one.languages = named
        return None
    said = rules.written(field, text)
    if isinstance(said, No):
        return said
    if field == Field.NAME:
        return _rename(turn, one, said)
    setattr(one, registering.COLUMNS[field], said)
    return None


def _rename(turn: Turn, one: Organisation, name: str) -> No | None:
    """Call it by another name; one of its own other names is then no longer one of those."""
    standing = organisations.named(turn.session, name)
    if standing is not None and standing.id != one.id:
        return No.TAKEN
    key = organisations.key_of(name)
    for alias in asked.other_names(turn.session, one.id):
        if alias.key == key:
            turn.session.delete(alias)
            turn.session.flush()
    one.name, one.key = name, key
    return None


def clear(one: Organisation, field: Field) -> None:
    """Let nothing stand there."""
    if field == Field.LANGUAGES:
        one.languages = []
    else:
        setattr(one, registering.COLUMNS[field], "")
