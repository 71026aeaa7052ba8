"""An organiser says whether the word on accessibility is true of the place a meeting moved to."""

from __future__ import annotations

from dataclasses import replace

from bot.deeds import composing
from bot.records.meeting import Meeting
from bot.rules import drafting
from bot.rules.answers import NOTHING
from bot.token import Token
from bot.turn import Turn
from bot.words.views import comfort as views
from bot.words.views import mishaps, spoken

ACCESS = drafting.BY_NAME["accessibility"]


def answer(turn: Turn, token: Token) -> None:
    """Keep it, ask for another, or hand on what she wrote instead."""
    meeting = composing.opened(turn, token)
    if meeting is None:
        return
    choice = _chosen(turn, token)
    if not meeting.accessibility or not _may_choose(turn, meeting, choice):
        turn.toast(mishaps.stale(turn.words))
        composing.review(turn, meeting)
    elif choice == "yes":
        turn.me.expects = None
        turn.show(views.stands(turn.words, meeting), about=meeting)
    elif choice == "change":
        composing.ask(turn, meeting, ACCESS)
    else:
        fact = Token("meet", meeting.id, ACCESS.name)
        _hand_on(turn, replace(fact, choice=NOTHING) if choice == "drop" else fact.typed(choice))


def _may_choose(turn: Turn, meeting: Meeting, choice: str) -> bool:
    """Whether this may be done now: an old button takes nothing away."""
    is_asked = turn.me.expects == str(Token("meet", meeting.id, "holds"))
    return is_asked or choice in {"yes", "change"}


def _chosen(turn: Turn, token: Token) -> str:
    """Read the choice; a yes, a no or a label that is written counts as its button."""
    said, labels = token.choice or "", views.choice_labels(turn.words)
    if not token.is_typed:
        return said if said in labels else "change"
    if spoken.is_yes(turn.words, said):
        return "yes"
    if spoken.is_no(turn.words, said):
        return "change"
    return spoken.chosen(labels, said) or said


def _hand_on(turn: Turn, given: Token) -> None:
    """Correct the fact as it is always corrected, a colleague's change meanwhile included."""
    since = turn.me.asked_at
    turn.await_answer(replace(given, choice=None, is_typed=False))
    turn.me.asked_at = since
    turn.goes_on = given
