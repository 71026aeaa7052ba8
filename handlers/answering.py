"""Takes the answers to the questions after the seat: how she takes part, and changes of any."""

from __future__ import annotations

from typing import cast, get_args

from bot.deeds import late, needing, noting, parties, settling, showing, sides
from bot.records.meeting import Meeting, Status
from bot.records.need import NeedKind
from bot.records.registration import Part, Registration, Standing
from bot.rules import registration, times
from bot.rules.registration import Asked, Side
from bot.store import meetings, needs, usuals
from bot.token import Token
from bot.turn import Turn
from bot.words.views import late as late_views
from bot.words.views import mishaps, noted, spoken
from bot.words.views import parties as part_views
from bot.words.views import registration as views


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
    elif token.ask == "withdraw":
        _withdraw(turn, meeting, mine)
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
    elif token.ask == "part":
        _take_part(turn, meeting, mine, token)
    else:
        needing.take(turn, meeting, mine, token)


def _take_attends(turn: Turn, meeting: Meeting, mine: Registration, token: Token) -> None:
    choice = token.choice
    if token.is_typed:
        choice = spoken.chosen(views.attends_labels(turn.words), choice or "")
    if choice not in {"room", "online"}:
        again = settling.question(turn, meeting, mine, "attends")
        turn.say(mishaps.choose_button(turn.words, again))
        return
    if mine.attends not in {None, choice} and not settling.may_change(turn, meeting, mine):
        _ask_to_change(turn, meeting, mine, "attends", choice)
        return
    if sides.take(turn, meeting, mine, cast("Side", choice)):
        settling.go_on(turn, meeting, mine)


def _take_part(turn: Turn, meeting: Meeting, mine: Registration, token: Token) -> None:
    """Take in what capacity she takes part."""
    choice = token.choice
    if token.is_typed:
        choice = spoken.chosen(part_views.part_labels(turn.words), choice or "")
    if choice not in set(Part):
        again = settling.question(turn, meeting, mine, "part")
        turn.say(mishaps.choose_button(turn.words, again))
        return
    if mine.part not in {None, choice} and not settling.may_change(turn, meeting, mine):
        _ask_to_change(turn, meeting, mine, "part", choice)
        return
    mine.part, mine.changed_at = Part(choice), turn.now
    turn.session.add(mine)
    settling.go_on(turn, meeting, mine)


def _ask_to_change(
    turn: Turn, meeting: Meeting, mine: Registration, ask: Asked, choice: str
) -> None:
    turn.me.expects = None
    late.ask_to_change(turn, meeting, mine, ask, choice)
    turn.show(late_views.change_asked(turn.words, meeting))


def change(turn: Turn, meeting: Meeting, mine: Registration | None) -> None:
    """Ask which answer to change; after the last day for that, the organiser is asked."""
    if mine is None or mine.standing != Standing.GOING:
        showing.instead(turn, meeting)
        return
    if registration.is_over(meeting, turn.now, turn.house.zone):
        showing.over(turn, meeting)
        return
    about = settling.subject(turn, meeting, mine)
    which = views.what_to_change(turn.words, meeting, mine.attends, about)
    if not settling.may_change(turn, meeting, mine):
        ended_at = meeting.closed_at or times.changes_end_at(meeting, turn.house.zone)
        which = late_views.late_to_change(turn.words, ended_at, which)
    turn.say(which)


def _ask_again(turn: Turn, meeting: Meeting, mine: Registration | None, which: str) -> None:
    """Ask one question anew; the old answer goes when the new one comes."""
    if mine is None or mine.standing != Standing.GOING:
        showing.instead(turn, meeting)
    elif registration.is_over(meeting, turn.now, turn.house.zone):
        showing.over(turn, meeting)
    elif which in set(NeedKind):
        needing.begin(turn, meeting, mine, NeedKind(which))
    elif which in get_args(Asked):
        turn.await_answer(settling.subject(turn, meeting, mine).asked(which))
        turn.redraw(settling.question(turn, meeting, mine, cast("Asked", which)))
    else:
        turn.take_buttons()
        settling.confirm(turn, meeting, mine)


def _withdraw(turn: Turn, meeting: Meeting, mine: Registration | None) -> None:
    """Remove what was told about food and needs, whenever she wants; her place is left."""
    if mine is None:
        showing.instead(turn, meeting)
        return
    noting.withdraw(turn, meeting, mine)
    turn.me.expects = None
    about = settling.subject(turn, meeting, mine)
    is_kept = not about.name and bool(usuals.kinds(turn.session, turn.me.id))
    remove = str(Token("usual", 0, "remove")) if is_kept else None
    turn.show(noted.withdrawn(turn.words, about, remove), about=meeting)
    is_over = registration.is_over(meeting, turn.now, turn.house.zone)
    if mine.standing == Standing.GOING and not is_over:
        settling.go_on(turn, meeting, mine)


def _is_the_question(turn: Turn, meeting: Meeting, mine: Registration, token: Token) -> bool:
    """Whether an answer is to what was asked last, to what is chosen, or to what is to be asked."""
    if turn.me.expects == str(settling.subject(turn, meeting, mine).asked(token.ask)):
        return True
    if token.ask in set(NeedKind) and needing.is_choosing(turn, mine, NeedKind(token.ask)):
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
