"""Takes the answers to the questions after the seat: how, what to eat, what one needs."""

from __future__ import annotations

from typing import cast, get_args

from bot.deeds import settling, showing
from bot.records.meeting import Meeting, Status
from bot.records.need import NeedKind
from bot.records.registration import Registration, Standing
from bot.rules import registration
from bot.rules.registration import Asked
from bot.store import meetings, needs
from bot.token import Token
from bot.turn import Turn
from bot.words.views import late as late_views
from bot.words.views import mishaps, spoken
from bot.words.views import registration as views

LONGEST_ANSWER = 300


def answer(turn: Turn, token: Token) -> None:
    """Take a tap or a text about one of the questions."""
    meeting = meetings.locked(turn.session, token.row)
    if meeting is None or meeting.status != Status.ANNOUNCED:
        turn.me.expects = None
        turn.goes_on = Token("come", token.row, "show")
    elif token.ask == "change":
        change(turn, meeting)
    elif token.ask == "again":
        _ask_again(turn, meeting, token.choice or "")
    else:
        _take_answer(turn, meeting, token)


def _take_answer(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Write down an answer about taking part, food or needs, and ask the next."""
    mine = showing.mine(turn, meeting)
    if mine is None or mine.standing != Standing.GOING:
        turn.me.expects = None
        showing.instead(turn, meeting)
    elif registration.is_over(meeting, turn.now, turn.house.zone):
        turn.me.expects = None
        showing.over(turn, meeting)
    elif not _is_the_question(turn, meeting, mine, token):
        _answered_before(turn, meeting, mine)
    elif token.choice is None:
        settling.go_on(turn, meeting, mine)
    elif token.ask == "attends":
        _take_attends(turn, meeting, mine, token)
    else:
        _take_need(turn, meeting, mine, token)


def _take_attends(turn: Turn, meeting: Meeting, mine: Registration, token: Token) -> None:
    choice = token.choice
    if token.is_typed:
        choice = spoken.chosen(views.attends_labels(turn.words), choice or "")
    if choice not in {"room", "online"}:
        again = settling.question(turn, meeting, "attends")
        turn.say(mishaps.choose_button(turn.words, again))
        return
    mine.attends, mine.changed_at = choice, turn.now
    turn.session.add(mine)
    if choice == "online":
        needs.forget(turn.session, mine.id, NeedKind.FOOD)
    settling.go_on(turn, meeting, mine)


def _take_need(turn: Turn, meeting: Meeting, mine: Registration, token: Token) -> None:
    kind, choice = NeedKind(token.ask), token.choice or ""
    known = views.FOODS if kind == NeedKind.FOOD else views.NEEDS
    if not token.is_typed and choice == "other":
        turn.take_buttons()
        turn.ask(Token("come", meeting.id, token.ask), views.ask_other(turn.words, meeting, kind))
        return
    if not token.is_typed and choice not in known:
        turn.toast(mishaps.stale(turn.words))
        return
    if token.is_typed:
        choice = _as_choice(turn, kind, choice)
    words = "" if choice in {"all", "none"} else " ".join(choice.split())[:LONGEST_ANSWER]
    settling.note_need(turn, meeting, mine, kind, words)
    if token.is_typed:
        turn.delete_heard()
    settling.go_on(turn, meeting, mine)


def _as_choice(turn: Turn, kind: NeedKind, text: str) -> str:
    """Take a written label for its button, and a no for nothing; else keep the words."""
    w = turn.words
    food = kind == NeedKind.FOOD
    labels = views.food_labels(w) if food else views.need_labels(w)
    nothing = "all" if food else "none"
    return spoken.chosen(labels, text) or (nothing if spoken.is_no(w, text) else text)


def change(turn: Turn, meeting: Meeting) -> None:
    """Ask which answer to change, while answers can be changed."""
    mine = showing.mine(turn, meeting)
    if mine is None or mine.standing != Standing.GOING:
        showing.instead(turn, meeting)
    elif not registration.may_change(mine, meeting, turn.now, turn.house.zone):
        contact = settling.contact(turn, meeting)
        turn.say(late_views.too_late_to_change(turn.words, meeting, contact))
    else:
        turn.say(views.what_to_change(turn.words, meeting, mine.attends))


def _ask_again(turn: Turn, meeting: Meeting, which: str) -> None:
    """Ask one question anew; the old answer goes when the new one comes."""
    mine = showing.mine(turn, meeting)
    if mine is None or not registration.may_change(mine, meeting, turn.now, turn.house.zone):
        showing.instead(turn, meeting)
    elif which in get_args(Asked):
        turn.me.expects = str(Token("come", meeting.id, which))
        turn.redraw(settling.question(turn, meeting, cast("Asked", which)))
    else:
        turn.take_buttons()
        settling.confirm(turn, meeting, mine)


def _is_the_question(turn: Turn, meeting: Meeting, mine: Registration, token: Token) -> bool:
    """Whether an answer is to what was asked last, or to what is still to be asked."""
    if turn.me.expects == str(Token("come", meeting.id, token.ask)):
        return True
    given = needs.answered(turn.session, mine.id)
    return token.ask == registration.next_question(mine, meeting, given)


def _answered_before(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    """Leave an answer as it is when its old button is tapped; show what is still asked."""
    turn.toast(mishaps.already(turn.words))
    given = needs.answered(turn.session, mine.id)
    if registration.next_question(mine, meeting, given) is None:
        turn.take_buttons()
    else:
        settling.go_on(turn, meeting, mine)
