"""Cancels meetings: one, or the rest of a series, of which everyone hears in one message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.deeds import cards, telling
from bot.deeds.changing import ALSO, LED_BY
from bot.records.broadcast import Broadcast, BroadcastKind
from bot.records.meeting import Meeting, Status
from bot.rules import times
from bot.token import Token
from bot.turn import Turn
from bot.words.views import spoken

LONGEST_REASON = 500
"""Characters; the rest is left out."""


def is_kept(turn: Turn, token: Token, labels: Mapping[str, str]) -> bool:
    """Whether the answer is that nothing is cancelled; a written no is not a reason."""
    if not token.is_typed:
        return token.choice == "no"
    text = token.choice or ""
    return spoken.is_no(turn.words, text) or spoken.chosen(labels, text) == "no"


def reason_given(token: Token, labels: Mapping[str, str]) -> str:
    """Give the reason someone wrote; a label in letters is as good as its button."""
    text = token.choice or ""
    is_label = spoken.chosen(labels, text) is not None
    return "" if is_label or not token.is_typed else " ".join(text.split())[:LONGEST_REASON]


def cancel(turn: Turn, meeting: Meeting, reason: str, also: Sequence[Meeting] = ()) -> None:
    """Cancel a meeting for everyone; those `also` cancelled are named in the same message."""
    _end(turn, meeting, reason)
    _tell(turn, meeting, {ALSO: [one.id for one in also]} if also else {})
    for one in also:
        _end(turn, one, reason)
        # Only who has a place there and was not told before hears of it by itself.
        _tell(turn, one, {LED_BY: meeting.id})
    cards.refresh(turn, meeting)
    for one in also:
        cards.refresh(turn, one)


def _end(turn: Turn, meeting: Meeting, reason: str) -> None:
    telling.silence(turn, meeting)
    meeting.status, meeting.reason = Status.CANCELLED, reason
    meeting.sequence += 1
    meeting.edition += 1
    turn.session.add(meeting)
    turn.note("cancelled", meeting)


def _tell(turn: Turn, meeting: Meeting, facts: dict[str, object]) -> None:
    telling.begin(
        turn,
        Broadcast(
            key=f"cancellation:{meeting.id}",
            meeting_id=meeting.id,
            kind=BroadcastKind.CANCELLATION,
            facts=facts,
            starts_at=telling.at_a_decent_hour(turn, meeting, turn.now),
            stale_after=times.ends_at(meeting, turn.house.zone),
            created_by=turn.me.id,
            created_at=turn.now,
        ),
    )
