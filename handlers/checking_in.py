"""Noting who is there on the day: a tap on a name, or a few letters. Decides nothing."""

from __future__ import annotations

from bot.deeds import attending, naming
from bot.records.meeting import Meeting
from bot.records.registration import Registration, Standing
from bot.rules import attendance as rule
from bot.rules.authority import Deed
from bot.store import attendance, meetings, organisations, people, registrations
from bot.token import Token, number_in
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import checking_in as views
from bot.words.views import mishaps


def answer(turn: Turn, token: Token) -> None:
    """Take a tap or a text about who is there."""
    meeting = meetings.locked(turn.session, token.row)
    if meeting is None or not turn.may(Deed.CHECK_IN, meeting):
        turn.me.expects = None
        turn.toast(mishaps.not_allowed(turn.words))
    elif not rule.may_be_noted(meeting, turn.now, turn.house.zone):
        turn.me.expects = None
        turn.toast(views.too_early(turn.words), alert=True)
    elif token.is_typed:
        _search(turn, meeting, token.choice or "")
    elif token.ask in {"yes", "no"}:
        _note(turn, meeting, token)
    elif token.ask == "known":
        _let_in(turn, meeting, token.number)
    elif token.ask == "new":
        _write_down(turn, meeting, token.choice or "")
    else:
        _show(turn, meeting, token.number)


def _show(turn: Turn, meeting: Meeting, page: int) -> None:
    """Show a page of the list; letters written next look for a name."""
    listed = rule.by_name(attendance.coming(turn.session, meeting.id))
    pages = max(1, -(-len(listed) // views.PAGE))
    number = min(max(page, 1), pages)
    some = listed[(number - 1) * views.PAGE : number * views.PAGE]
    leaf = views.Leaf(some, number, pages)
    _ask(turn, meeting, views.card(turn.words, meeting, _room(listed), leaf))


def _ask(turn: Turn, meeting: Meeting, message: Message) -> None:
    turn.ask(Token("here", meeting.id, "find"), message, about=meeting)


def _room(listed: list[rule.Attender]) -> views.Room:
    return views.Room(sum(bool(one.mine.attended) for one in listed), len(listed))


def _note(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Note what the button says, however often it is tapped and by how many."""
    row, _, page = (token.choice or "").partition("-")
    mine = registrations.get(turn.session, number_in(row))
    if mine is None or mine.meeting_id != meeting.id:
        turn.toast(mishaps.stale(turn.words))
        _show(turn, meeting, number_in(page))
        return
    is_there = token.ask == "yes"
    person = people.get(turn.session, mine.person_id)
    name = person.name if person and person.name else "–"
    if mine.standing == Standing.GOING:
        attending.note(turn, meeting, mine, is_there=is_there)
    elif is_there and person is not None:
        attending.walk_in(turn, meeting, person)
    said = views.is_here if is_there else views.is_not_here
    turn.toast(said(turn.words, name))
    _show(turn, meeting, number_in(page))


def _search(turn: Turn, meeting: Meeting, given: str) -> None:
    """Look for a name on the list and among all whom the bot knows."""
    name = naming.take(turn, given)
    if name is None:
        return
    turn.me.typed = name
    listed = rule.by_name(attendance.coming(turn.session, meeting.id))
    there = {one.person.id for one in listed}
    called = people.called(turn.session, name, views.MOST + len(there))
    others = [one for one in called if one.id not in there]
    homes = organisations.names(turn.session, others)
    known = [(one, homes.get(one.id, "")) for one in others]
    given_back = views.Found(name, rule.matching(listed, name), known)
    _ask(turn, meeting, views.found(turn.words, meeting, _room(listed), given_back))


def _let_in(turn: Turn, meeting: Meeting, row: int) -> None:
    """Let in someone the bot knows who has not registered."""
    person = people.get(turn.session, row)
    if person is None or person.name is None:
        turn.toast(mishaps.stale(turn.words))
    else:
        mine = registrations.of(turn.session, meeting.id, person.id)
        if not _enter(turn, meeting, mine):
            attending.walk_in(turn, meeting, person)
        turn.toast(views.is_here(turn.words, person.name))
    _show(turn, meeting, 1)


def _enter(turn: Turn, meeting: Meeting, mine: Registration | None) -> bool:
    """Note someone who has a seat already; False for one who has none."""
    if mine is None or mine.standing != Standing.GOING:
        return False
    attending.note(turn, meeting, mine, is_there=True)
    return True


def _write_down(turn: Turn, meeting: Meeting, mark: str) -> None:
    """Let in someone the bot has never heard of, by the name that was written."""
    name = turn.me.typed
    if not name or views.mark(name) != mark:
        turn.toast(mishaps.stale(turn.words))
    else:
        turn.me.typed = None
        attending.walk_in(turn, meeting, attending.enter(turn, name))
        turn.toast(views.is_here(turn.words, name))
    _show(turn, meeting, 1)
