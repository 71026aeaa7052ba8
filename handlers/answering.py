"""Takes the answers to the questions after the seat: how, what to eat, what one needs."""

from __future__ import annotations

from typing import cast, get_args

from bot.deeds import parties, settling, showing
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
    """Take a tap or a text about one of the questions: her own, or about one she speaks for."""
    meeting, mine = _whose(turn, token)
    if meeting is None or meeting.status != Status.ANNOUNCED:
        turn.me.expects = None
        turn.goes_on = Token("come", meeting.id if meeting else 0, "show")
    elif token.ask == "change":
        change(turn, meeting, mine)
    elif token.ask == "again":
        _ask_again(turn, meeting, mine, token.choice or "")
    else:
        _take_answer(turn, meeting, mine, token)


def _whose(turn: Turn, token: Token) -> tuple[Meeting | None, Registration | None]:
    """Find the meeting and whose answers a token is about."""
    if token.what == "ours":
        return parties.spoken_for(turn, token.row)
    meeting = meetings.locked(turn.session, token.row)
    return meeting, showing.mine(turn, meeting) if meeting else None


def _take_answer(turn: Turn, meeting: Meeting, mine: Registration | None, token: Token) -> None:
    """Write down an answer about taking part, food or needs, and ask the next."""
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
        again = settling.question(turn, meeting, mine, "attends")
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
        about = settling.subject(turn, meeting, mine)
        turn.ask(about.asked(token.ask), views.ask_other(turn.words, kind, about))
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


def change(turn: Turn, meeting: Meeting, mine: Registration | None) -> None:
    """Ask which answer to change, while answers can be changed."""
    if mine is None or mine.standing != Standing.GOING:
        showing.instead(turn, meeting)
    elif not registration.may_change(mine, meeting, turn.now, turn.house.zone):
        contact = settling.contact(turn, meeting)
        turn.say(late_views.too_late_to_change(turn.words, meeting, contact))
    else:
        about = settling.subject(turn, meeting, mine)
        turn.say(views.what_to_change(turn.words, meeting, mine.attends, about))


def _ask_again(turn: Turn, meeting: Meeting, mine: Registration | None, which: str) -> None:
    """Ask one question anew; the old answer goes when the new one comes."""
    if mine is None or not registration.may_change(mine, meeting, turn.now, turn.house.zone):
        showing.instead(turn, meeting)
    elif which in get_args(Asked):
        turn.me.expects = str(settling.subject(turn, meeting, mine).asked(which))
        turn.redraw(settling.question(turn, meeting, mine, cast("Asked", which)))
    else:
        turn.take_buttons()
        settling.confirm(turn, meeting, mine)


def _is_the_question(turn: Turn, meeting: Meeting, mine: Registration, token: Token) -> bool:
    """Whether an answer is to what was asked last, or to what is still to be asked."""
    if turn.me.expects == str(settling.subject(turn, meeting, mine).asked(token.ask)):
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
