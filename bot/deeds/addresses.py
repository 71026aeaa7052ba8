"""Those whom something does not reach, as a spreadsheet with the addresses they have."""

from __future__ import annotations

from collections.abc import Sequence

from bot.deeds import aiming
from bot.exports.tables import Table, Workbook
from bot.records.meeting import Meeting
from bot.records.organisation import Organisation
from bot.rules.reach import Why
from bot.store import organisations, profiles
from bot.store.profiles import Condition
from bot.turn import Turn
from bot.words.views import unreached

MOST = 20_000
"""Lines for one reason."""


def hand_out(
    turn: Turn,
    meeting: Meeting,
    left: Sequence[tuple[Why, list[Condition]]],
    empty: Sequence[Organisation] = (),
) -> None:
    """Send the file: people by reason, and then associations that nobody has come in from."""
    w, labels = turn.words, unreached.why_labels(turn.words)
    written: list[tuple[str, ...]] = []
    for why, having in left:
        listed = profiles.some(turn.session, 0, MOST, having)
        places = organisations.names(turn.session, listed)
        for one in listed:
            phone, email = aiming.reach(turn, one)
            written.append((one.name or "–", places.get(one.id, ""), labels[why], phone, email))
    nobody = labels[Why.NOBODY_IN]
    written += [(home.contact or "–", home.name, nobody, home.phone, home.email) for home in empty]
    table = Table(unreached.sheet_name(w), unreached.column_labels(w), tuple(written))
    turn.say(unreached.file(w, Workbook((table,))), about=meeting)
