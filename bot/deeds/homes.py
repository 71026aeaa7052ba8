"""Associations a message is for and that nobody has come in from, and how they can be told."""

from __future__ import annotations

from bot.deeds import audiences
from bot.records.broadcast import Broadcast
from bot.records.organisation import Organisation
from bot.rules import selection
from bot.rules.reach import Why
from bot.rules.selection import Selection
from bot.store import homes
from bot.turn import Turn
from bot.words.views import unreached
from bot.words.views.unreached import Missed

SHOWN = 40


def count(turn: Turn, told: Broadcast) -> int:
    """How many there are."""
    chosen = _chosen(told)
    return homes.count(turn.session, chosen) if chosen else 0


def _chosen(told: Broadcast) -> Selection | None:
    """Whom a message was meant for; None where nobody is meant who has not answered."""
    chosen = selection.from_facts(told.audience)
    is_by_choice = told.kind in audiences.BY_CHOICE
    return chosen if is_by_choice and chosen.means_the_silent else None


def some(turn: Turn, told: Broadcast, limit: int) -> list[Organisation]:
    """Some of them, by name."""
    chosen = _chosen(told)
    return homes.some(turn.session, chosen, limit) if chosen else []


def missed(turn: Turn, told: Broadcast) -> list[Missed]:
    """Count them and list the first with their addresses; nothing when there is none."""
    listed = some(turn, told, SHOWN)
    if not listed:
        return []
    reached = [unreached.home(turn.words, one) for one in listed]
    mails = tuple(one.email for one in listed if one.email)
    return [Missed(Why.NOBODY_IN, count(turn, told), reached, mails)]
