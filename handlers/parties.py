"""Registering colleagues: whom, how, and what becomes of each. Decides nothing."""

from __future__ import annotations

from typing import assert_never

from bot.deeds import (
    booking,
    cards,
    colleagues,
    naming,
    parties,
    questions,
    seats,
    settling,
    showing,
)
from bot.records.meeting import Meeting, Status
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import registration
from bot.rules.registration import (
    LIVE,
    Already,
    Going,
    Over,
    PartyFull,
    TooLate,
    Waiting,
    WhichWay,
)
from bot.store import meetings, people, registrations
from bot.token import Token, number_in
from bot.turn import Turn
from bot.words.views import colleagues as colleague_views
from bot.words.views import late as late_views
from bot.words.views import mishaps, spoken
from bot.words.views import parties as views
from bot.words.views import registration as registration_views


def answer(turn: Turn, token: Token) -> None:
    """Take a tap or a name about the colleagues one registers for a meeting."""
    meeting = meetings.locked(turn.session, token.row)
    if meeting is None or meeting.status != Status.ANNOUNCED:
        turn.me.expects = None
        turn.goes_on = Token("come", token.row, "show")
    elif token.ask in STEPS:
        STEPS[token.ask](turn, meeting, token)
    else:
        showing.instead(turn, meeting)


def add(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Ask for a name, while there is a place to give; or take the name."""
    if token.choice is not None and token.is_typed:
        _take_name(turn, meeting, token.choice)
        return
    turn.me.typed = None
    outcome = _outcome(turn, meeting, None, None)
    if isinstance(outcome, Going | Waiting | WhichWay):
        brought = {person.id for _, person in parties.guests(turn, meeting)}
        entered = [one for one in colleagues.familiar(turn) if one.telegram_id is None]
        known = [one for one in entered if one.id not in brought]
        asked = colleague_views.ask_name(turn.words, meeting, known)
        turn.await_answer(Token("party", meeting.id, "add"))
        turn.say(asked, about=meeting)
    else:
        _say_no(turn, meeting, outcome)


def _outcome(
    turn: Turn, meeting: Meeting, person: Person | None, choice: str | None
) -> registration.Outcome:
    mine = registrations.of(turn.session, meeting.id, person.id) if person else None
    hall = seats.hall_for(turn, meeting, choice, person)
    return registration.place(meeting, hall, mine, turn.now, turn.house.zone)


def _say_no(turn: Turn, meeting: Meeting, outcome: TooLate | Over | PartyFull | Already) -> None:
    turn.me.expects = None
    match outcome:
        case TooLate(closed_at=when):
            contact = settling.contact(turn, meeting)
            turn.say(colleague_views.closed(turn.words, meeting, when, contact), about=meeting)
        case Over(is_cancelled=cancelled):
            turn.say(late_views.over(turn.words, meeting, is_cancelled=cancelled))
        case PartyFull():
            everyone = parties.everyone_of(turn, meeting)
            turn.say(views.full(turn.words, meeting, everyone), about=meeting)
        case Already():
            turn.toast(mishaps.already(turn.words))
            show_all(turn, meeting, Token("party", meeting.id, "list"))
        case unknown:
            assert_never(unknown)


def _take_name(turn: Turn, meeting: Meeting, given: str) -> None:
    """Take a name, or a written answer to whether someone of that name is the one."""
    label = _as_label(turn, given)
    if label is not None:
        STEPS[label](turn, meeting, Token("party", meeting.id, label, _known_row(turn)))
        return
    name = naming.take(turn, given)
    if name is None:
        return
    turn.me.typed = name
    same = colleagues.known(turn, name)
    if same is None:
        _enter(turn, meeting, None, None)
        return
    mine = registrations.of(turn.session, meeting.id, same.id)
    stands = Standing(mine.standing) if mine and mine.standing in LIVE else None
    turn.say(colleague_views.same_name(turn.words, meeting, same, stands), about=meeting)


def _as_label(turn: Turn, given: str) -> str | None:
    """Take a written label for its button, and a no for someone else, or for nobody."""
    is_no = spoken.is_no(turn.words, given)
    if not turn.me.typed:
        return "stop" if is_no else None
    chosen = spoken.chosen(colleague_views.same_name_labels(turn.words), given)
    return chosen or ("new" if is_no else None)


def _known_row(turn: Turn) -> str:
    known = colleagues.known(turn, turn.me.typed or "")
    return str(known.id) if known else ""


def same(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Register someone who is known by name already."""
    chosen = next((one for one in colleagues.familiar(turn) if one.id == token.number), None)
    if chosen is None:
        turn.toast(mishaps.stale(turn.words))
        add(turn, meeting, Token("party", meeting.id, "add"))
    else:
        turn.me.typed = chosen.name
        _enter(turn, meeting, chosen, None)


def new(turn: Turn, meeting: Meeting, _token: Token) -> None:
    """Register someone who only shares a name with another."""
    if _is_naming(turn, meeting):
        _enter(turn, meeting, None, None)
    else:
        add(turn, meeting, Token("party", meeting.id, "add"))


def _is_naming(turn: Turn, meeting: Meeting) -> bool:
    """Whether what she wrote last is the name of a colleague for this meeting."""
    asked = {str(Token("party", meeting.id, ask)) for ask in ("add", "way")}
    return bool(turn.me.typed) and turn.me.expects in asked


def way(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Take how a colleague takes part in a hybrid meeting."""
    if token.is_typed and turn.me.typed:
        _take_written_way(turn, meeting, token.choice or "")
        return
    row, _, side = (token.choice or "").partition("-")
    known = {one.id: one for one in colleagues.familiar(turn)}
    if _is_naming(turn, meeting):
        _enter(turn, meeting, known.get(number_in(row)), side)
    else:
        add(turn, meeting, Token("party", meeting.id, "add"))


def _take_written_way(turn: Turn, meeting: Meeting, given: str) -> None:
    """Take a written label for its button; for a name that is known it has to be a button."""
    name = turn.me.typed or ""
    side = spoken.chosen(registration_views.attends_labels(turn.words), given)
    turn.me.typed = None
    if side is None or colleagues.known(turn, name) is not None:
        _take_name(turn, meeting, name)
    else:
        turn.me.typed = name
        _enter(turn, meeting, None, side)


def _enter(turn: Turn, meeting: Meeting, person: Person | None, choice: str | None) -> None:
    """Give a colleague a seat or a place in line, or say why not."""
    outcome = _outcome(turn, meeting, person, choice)
    match outcome:
        case Going():
            _register(turn, meeting, person, choice, Standing.GOING)
        case Waiting():
            _register(turn, meeting, person, choice, Standing.WAITING)
        case WhichWay():
            turn.await_answer(Token("party", meeting.id, "way"))
            asked = colleague_views.ask_way(turn.words, meeting, turn.me.typed or "–", person)
            turn.say(asked, about=meeting)
        case _:
            _say_no(turn, meeting, outcome)


def _register(
    turn: Turn, meeting: Meeting, known: Person | None, choice: str | None, standing: Standing
) -> None:
    person = known or colleagues.entered(turn, turn.me.typed or "–")
    hall = seats.hall_for(turn, meeting, choice, person)
    turn.me.typed, turn.me.expects = None, None
    mine = colleagues.register(turn, meeting, person, hall, standing)
    turn.take_buttons()
    about = settling.subject(turn, meeting, mine)
    if person.telegram_id is not None:
        colleagues.tell_herself(turn, meeting, mine, person)
        turn.say(colleague_views.asked_herself(turn.words, meeting, about), about=meeting)
    elif standing == Standing.WAITING:
        number = seats.number(turn, meeting, mine)
        turn.say(colleague_views.waiting(turn.words, meeting, about, number), about=meeting)
    else:
        _ask_first(turn, meeting, mine)


def _ask_first(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    about = settling.subject(turn, meeting, mine)
    asked = registration.next_question(mine, meeting, frozenset())
    if asked is None:
        turn.say(colleague_views.going(turn.words, meeting, about, None), about=meeting)
        return
    turn.await_answer(about.asked(asked))
    question = questions.question(turn, meeting, mine, asked, about)
    turn.say(colleague_views.going(turn.words, meeting, about, question), about=meeting)


def stop(turn: Turn, meeting: Meeting, _token: Token) -> None:
    """Register nobody more, and show how it stands."""
    turn.me.expects, turn.me.typed = None, None
    turn.take_buttons()
    showing.mine_now(turn, meeting)


def show_all(turn: Turn, meeting: Meeting, _token: Token) -> None:
    """List the colleagues she has registered."""
    listed = [colleagues.guest(turn, meeting, mine) for mine, _ in parties.guests(turn, meeting)]
    may_add = registration.is_open(meeting, turn.now, turn.house.zone)
    turn.say(views.listing(turn.words, meeting, listed, may_add=may_add), about=meeting)


STEPS = {"add": add, "same": same, "new": new, "way": way, "stop": stop, "list": show_all}


def guest(turn: Turn, token: Token) -> None:
    """Take a tap or a name about one colleague she answers for."""
    meeting, mine = parties.spoken_for(turn, token.row)
    if meeting is None or mine is None or meeting.status != Status.ANNOUNCED:
        turn.me.expects = None
        turn.toast(mishaps.gone(turn.words))
    elif mine.standing not in LIVE:
        turn.toast(mishaps.stale(turn.words))
        show_all(turn, meeting, token)
    elif token.ask == "name":
        _rename(turn, meeting, mine, token)
    elif token.ask == "cancel":
        _remove(turn, meeting, mine)
    else:
        turn.me.expects = None
        may_change = registration.may_change(mine, meeting, turn.now, turn.house.zone)
        shown = colleagues.guest(turn, meeting, mine)
        turn.say(views.settled(turn.words, meeting, shown, may_change=may_change), about=meeting)


def _rename(turn: Turn, meeting: Meeting, mine: Registration, token: Token) -> None:
    person = people.get(turn.session, mine.person_id)
    if person is None or person.telegram_id is not None:
        turn.toast(mishaps.stale(turn.words))
        return
    if token.choice is None or not token.is_typed:
        turn.await_answer(Token("ours", mine.id, "name"))
        about = settling.subject(turn, meeting, mine)
        turn.say(colleague_views.ask_rename(turn.words, about), about=meeting)
        return
    name = naming.take(turn, token.choice)
    if name is None:
        return
    person.name, turn.me.expects = name, None
    turn.session.add(person)
    turn.say(colleague_views.renamed(turn.words, name))


def _remove(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    """Give up a colleague's place; the seat goes on at once."""
    if registration.is_over(meeting, turn.now, turn.house.zone):
        showing.over(turn, meeting)
        return
    about = settling.subject(turn, meeting, mine)
    person = people.get(turn.session, mine.person_id)
    had_seat = mine.standing != Standing.WAITING
    turn.me.expects = None
    booking.tell_of_late_absence(turn, meeting, mine)
    seats.free(turn, meeting, mine, Standing.CANCELLED)
    if person is not None:
        colleagues.tell_removed(turn, meeting, [(mine, person)])
    turn.take_buttons()
    turn.say(colleague_views.removed(turn.words, meeting, about, seat=had_seat), about=meeting)
    cards.refresh(turn, meeting)
