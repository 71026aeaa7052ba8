"""Asks three questions afterwards, and keeps the answers to be added up."""

from __future__ import annotations

from bot.records.evaluation import Evaluation
from bot.records.meeting import Meeting
from bot.records.registration import Registration, Standing
from bot.rules import times
from bot.store import evaluations, meetings, registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps, spoken
from bot.words.views import notices as views

CHOICES = {"overall": {"great", "good", "fair", "poor"}, "heard": {"yes", "partly", "no"}}
LONGEST_COMMENT = 1000


def answer(turn: Turn, token: Token) -> None:
    """Take one answer, and ask the next question."""
    meeting = meetings.get(turn.session, token.row)
    mine = registrations.of(turn.session, token.row, turn.me.id)
    if meeting is None or mine is None or not _was_there(turn, meeting, mine):
        turn.me.expects = None
        turn.toast(mishaps.gone(turn.words))
        return
    given = evaluations.of(turn.session, meeting.id, turn.me.id) or Evaluation(
        meeting_id=meeting.id, person_id=turn.me.id, created_at=turn.now
    )
    if token.ask != views.next_evaluation(given):
        turn.toast(mishaps.already(turn.words))
    elif not _take(turn, meeting, given, token):
        return
    turn.session.add(given)
    asked = views.next_evaluation(given)
    if asked is None:
        turn.me.expects = None
        turn.redraw(views.evaluated(turn.words))
    else:
        turn.await_answer(Token("after", meeting.id, asked))
        turn.redraw(views.evaluation(turn.words, meeting, asked))


def _was_there(turn: Turn, meeting: Meeting, mine: Registration) -> bool:
    begins = times.starts_at(meeting, turn.house.zone)
    return mine.standing == Standing.GOING and begins is not None and begins <= turn.now


def _take(turn: Turn, meeting: Meeting, given: Evaluation, token: Token) -> bool:
    """Write the answer down; False when it was none, and a button is asked for."""
    choice = token.choice or ""
    if token.is_typed:
        choice = spoken.chosen(views.evaluation_labels(turn.words, token.ask), choice) or choice
    if token.ask == "comment":
        given.comment = "" if choice == "-" else choice.strip()[:LONGEST_COMMENT]
        return True
    if choice not in CHOICES[token.ask]:
        again = views.evaluation(turn.words, meeting, token.ask)
        turn.say(mishaps.choose_button(turn.words, again))
        return False
    setattr(given, token.ask, choice)
    return True
