"""Those whom minutes would not reach: their names, the words to pass on and the addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.deeds import addresses, aiming, audiences, guarding, minuting
from bot.records.broadcast import Broadcast, BroadcastKind
from bot.records.meeting import Meeting
from bot.records.minutes import Minutes
from bot.rules import minutes as rules
from bot.rules.authority import Deed
from bot.rules.reach import Why
from bot.store.profiles import Condition
from bot.token import Token
from bot.turn import Turn
from bot.words.views import minutes_out, mishaps, unreached
from bot.words.views import minutes_sending as leaving

STEPS = frozenset({"missing", "words", "addresses"})


@dataclass(frozen=True, slots=True)
class _For:
    """Whom minutes are for: those present, to comment until then, or some, for good."""

    to: Literal["present", "all", "invited"]
    until: datetime | None = None


def answer(turn: Turn, token: Token) -> None:
    """Take a tap about those whom minutes would not reach."""
    meeting = guarding.opened(turn, token, Deed.WRITE_MINUTES)
    if meeting is None:
        return
    one, aimed = minuting.current(turn, meeting), _aimed(turn, token.choice or "")
    if one is None or aimed is None or not rules.is_written(one):
        turn.toast(mishaps.stale(turn.words))
        turn.goes_on = Token("notes", meeting.id, "desk")
    elif token.ask == "words":
        _words(turn, meeting, one)
    elif token.ask == "addresses":
        addresses.hand_out(turn, meeting, _left(turn, meeting, aimed))
    else:
        _names(turn, meeting, aimed)


def _aimed(turn: Turn, choice: str) -> _For | None:
    """Read whom it is for from a button; None when that day has been."""
    if choice == "all":
        return _For("all")
    if choice == "invited":
        return _For("invited")
    day = rules.last_day(choice, turn.now.astimezone(turn.house.zone).date())
    return _For("present", rules.until(day, turn.house.zone)) if day else None


def _left(turn: Turn, meeting: Meeting, aimed: _For) -> list[tuple[Why, list[Condition]]]:
    """Say by reason who would get nothing."""
    told = Broadcast(
        key="",
        meeting_id=meeting.id,
        kind=BroadcastKind.MINUTES,
        audience={"to": aimed.to},
        starts_at=turn.now,
        created_by=turn.me.id,
        created_at=turn.now,
    )
    return audiences.missing(turn, told, meeting)


def _names(turn: Turn, meeting: Meeting, aimed: _For) -> None:
    listed = aiming.by_reason(turn, _left(turn, meeting, aimed))
    aim = leaving.Aim([], sum(one.count for one in listed), aimed.to, aimed.until)
    turn.say(leaving.missing(turn.words, meeting, aim, listed), about=meeting)


def _words(turn: Turn, meeting: Meeting, one: Minutes) -> None:
    """Give what was written, for those who cannot open it here."""
    drawn = minutes_out.whole(turn.words, meeting, one)
    turn.say(unreached.words_alone(drawn), about=meeting)
