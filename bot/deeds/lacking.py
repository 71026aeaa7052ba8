"""Holds those who come against those an organiser wishes for, by name."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import blake2s

from bot.records.aim import AimKind
from bot.records.meeting import Meeting
from bot.records.registration import Standing
from bot.rules import composition as rule
from bot.rules.composition import Held, Wanted
from bot.store import choices, composition
from bot.turn import Turn
from bot.words.views.missing import NAMED, Choice, Gap, Wish


def wishes(turn: Turn, meeting: Meeting) -> tuple[list[Wish], frozenset[int]]:
    """Give the wishes, gaps first, and the associations that could fill the gaps."""
    wanted = composition.wishes(turn.session, meeting.id)
    if not wanted:
        return [], frozenset()
    speaks = any(one.kind == AimKind.LANGUAGE for one in wanted)
    register = composition.register(turn.session, speaks=speaks)
    comes = composition.answering(turn.session, meeting.id, Standing.GOING)
    held = rule.against(wanted, [one for one in register if one.id in comes])
    answered = composition.answering(turn.session, meeting.id)
    return _named(turn, held), rule.to_invite(held, register, answered)


def _named(turn: Turn, held: tuple[Held, ...]) -> list[Wish]:
    asked = [int(one.wanted.value) for one in held if _is_group(one.wanted)]
    groups = {str(number): name for number, name in choices.groups(turn.session, asked)}
    return [
        Wish(one, groups.get(one.wanted.value, "–") if _is_group(one.wanted) else one.wanted.value)
        for one in held
    ]


def _is_group(wanted: Wanted) -> bool:
    return wanted.kind == AimKind.THEME_GROUP


def gap(turn: Turn, ids: frozenset[int]) -> Gap:
    """Count associations and name the first of them."""
    return Gap(len(ids), composition.names(turn.session, ids, NAMED) if ids else [])


def offered(turn: Turn) -> frozenset[AimKind]:
    """Say what there is to choose among in the register."""
    return frozenset(kind for kind in AimKind if values(turn, kind))


def values(turn: Turn, kind: AimKind, also: Collection[str] = ()) -> list[tuple[str, str]]:
    """List what can be wished for of one sort, and what `also` was: as it is kept, and its name."""
    match kind:
        case AimKind.KIND:
            return [(one, one) for one in choices.kinds(turn.session)]
        case AimKind.MUNICIPALITY:
            return [(one, one) for one in choices.municipalities(turn.session)]
        case AimKind.LANGUAGE:
            return [(one, one) for one in choices.languages(turn.session)]
        case AimKind.THEME_GROUP:
            wished = [int(one) for one in also]
            return [(str(number), name) for number, name in choices.groups(turn.session, wished)]


def listed(turn: Turn, meeting: Meeting, kind: AimKind) -> dict[str, tuple[str, Choice]]:
    """Give the choices of one sort by the key on their buttons, as they are kept and shown."""
    standing = {
        one.value: one.count
        for one in composition.wishes(turn.session, meeting.id)
        if one.kind == kind
    }
    found = {}
    for value, name in values(turn, kind, standing):
        key = blake2s(value.encode(), digest_size=8).hexdigest()
        found[key] = (value, Choice(key, name, standing.get(value, 0)))
    return found
