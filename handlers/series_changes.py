"""Changes or cancels the rest of a series, once one occasion of it has been."""

from __future__ import annotations

import re

from bot.deeds import cancelling, desks, following, tallies
from bot.records.meeting import Meeting, Status
from bot.rules import drafting
from bot.rules.authority import Deed
from bot.store import meetings
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps
from bot.words.views import series_changes as views

STEPS = frozenset({"follow", "only", "cancel"})
CARRIED = re.compile(r"(?P<name>[a-z_]{2,20})(\.(?P<shift>-?[0-9]{1,4}))?")


def answer(turn: Turn, token: Token) -> None:
    """Take a tap or a reason about the occasions that follow."""
    meeting = meetings.locked(turn.session, token.row)
    deed = Deed.CANCEL if token.ask == "cancel" else Deed.CHANGE
    if not turn.may(deed, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
    elif meeting is None or meeting.status in {Status.DISCARDED, Status.CANCELLED}:
        turn.toast(mishaps.gone(turn.words))
    elif token.ask == "only":
        turn.redraw(views.only_here(turn.words, meeting))
    elif token.ask == "follow":
        _follow(turn, meeting, token.choice or "")
    else:
        _cancel(turn, meeting, token)


def _follow(turn: Turn, meeting: Meeting, carried: str) -> None:
    """Carry the change over, and name those where it cannot be."""
    found = CARRIED.fullmatch(carried)
    if found is None or drafting.question(found["name"]) is None:
        turn.toast(mishaps.stale(turn.words))
        return
    changed, left_out = following.carry(turn, meeting, found["name"], int(found["shift"] or 0))
    turn.note("changed the series", meeting, found["name"])
    turn.redraw(views.carried(turn.words, meeting, changed, left_out))


def _cancel(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Ask, and then cancel this occasion and those that follow."""
    every = _to_cancel(turn, meeting)
    if not every:
        turn.toast(mishaps.stale(turn.words))
    elif token.choice is None:
        told = tallies.concerned(turn, every[0])
        asked = Token("series", meeting.id, "cancel")
        turn.ask(asked, views.ask_cancel(turn.words, meeting, every, told))
    elif cancelling.is_kept(turn, token, labels := views.labels(turn.words)):
        turn.me.expects = None
        desks.redraw(turn, meeting)
    else:
        _cancel_all(turn, every, cancelling.reason_given(token, labels))


def _to_cancel(turn: Turn, meeting: Meeting) -> list[Meeting]:
    """Find the announced occasions from this one on."""
    every = [meeting, *following.rest(turn, meeting, Deed.CANCEL)]
    return [
        one for one in every if one.status == Status.ANNOUNCED and following.is_ahead(turn, one)
    ]


def _cancel_all(turn: Turn, every: list[Meeting], reason: str) -> None:
    """Cancel them in one message, and throw the drafts among them away."""
    turn.me.expects = None
    turn.take_buttons()
    first, *others = every
    told = tallies.concerned(turn, first)
    for one in following.rest(turn, first, Deed.CANCEL):
        if one.status == Status.DRAFT:
            one.status = Status.DISCARDED
            turn.session.add(one)
            turn.note("discarded", one)
    locked = [meetings.locked(turn.session, one.id) for one in others]
    cancelling.cancel(turn, first, reason, [one for one in locked if one is not None])
    names = {name for one in every for name in tallies.unreached(turn, one)}
    turn.say(views.are_cancelled(turn.words, every, told, sorted(names)))
