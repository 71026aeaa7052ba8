"""Registering someone for an organiser: whom, which way, what if it is full. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from bot.deeds import by_hand, colleagues, naming, seats
from bot.records.meeting import Meeting, Status
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import by_hand as rule
from bot.rules import names, registration, times
from bot.rules.authority import Deed
from bot.rules.by_hand import Wanted
from bot.rules.registration import Already, Going, Over, Waiting, WhichWay
from bot.store import meetings, needs, organisations, people, registrations
from bot.token import LONGEST_ROW, Token
from bot.turn import Turn
from bot.words.views import by_hand as views
from bot.words.views import checking_in as door_views
from bot.words.views import hand_entries as entry_views
from bot.words.views import late as late_views
from bot.words.views import mishaps, spoken


def answer(turn: Turn, token: Token) -> None:
    """Take a tap or a name about whom an organiser registers."""
    meeting = meetings.locked(turn.session, token.row)
    if meeting is None or not turn.may(Deed.REGISTER_OTHERS, meeting):
        turn.me.expects = None
        turn.toast(mishaps.not_allowed(turn.words))
    elif meeting.status != Status.ANNOUNCED:
        turn.me.expects = None
        turn.toast(mishaps.gone(turn.words))
    elif token.ask in {"list", "back"}:
        STEPS[token.ask](turn, meeting, token)
    elif registration.is_over(meeting, turn.now, turn.house.zone):
        _over(turn, meeting)
    else:
        STEPS.get(token.ask, _add)(turn, meeting, token)


def _over(turn: Turn, meeting: Meeting) -> None:
    turn.me.expects = None
    cancelled = meeting.status == Status.CANCELLED
    turn.say(late_views.over(turn.words, meeting, is_cancelled=cancelled))


def _add(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Ask for a name, or take it."""
    if token.is_typed:
        _take_name(turn, meeting, token.choice or "")
        return
    is_open = registration.is_open(meeting, turn.now, turn.house.zone)
    closed_at = meeting.closed_at or times.closes_at(meeting, turn.house.zone)
    asking = views.Asking(
        closed_at=None if is_open else closed_at,
        latecomers=by_hand.waiting_to_come(turn, meeting),
        by_hand=len(people.registered_at(turn.session, meeting.id, by_hand=True)),
    )
    turn.ask(Token("entry", meeting.id, "add"), views.ask_whom(turn.words, meeting, asking))


def _take_name(turn: Turn, meeting: Meeting, given: str) -> None:
    """Look among those the bot knows before anyone is written down twice; a no is nobody."""
    if spoken.is_no(turn.words, given):
        _stop(turn, meeting, Token("entry", meeting.id, "back"))
        return
    name = naming.take(turn, given)
    if name is None:
        return
    known = people.called(turn.session, name, views.MOST)
    if not known:
        _seat(turn, meeting, by_hand.enter(turn, name), Wanted(0))
        return
    turn.me.typed = name
    homes = organisations.names(turn.session, known)
    listed = [(one, homes.get(one.id, "")) for one in known]
    turn.say(views.is_it_one_of(turn.words, meeting, name, listed), about=meeting)


def _stop(turn: Turn, meeting: Meeting, _token: Token) -> None:
    """Register nobody, and show how it stands."""
    turn.me.expects, turn.me.typed = None, None
    turn.goes_on = Token("meet", meeting.id, "desk", "back")


def _new(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Write down someone who only shares a name with others."""
    name = turn.me.typed
    if not name or door_views.mark(name) != token.choice:
        turn.toast(mishaps.stale(turn.words))
        _add(turn, meeting, Token("entry", meeting.id, "add"))
        return
    turn.me.typed = None
    _seat(turn, meeting, by_hand.enter(turn, name), Wanted(0))


def _choose(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Take whom she chose, and perhaps how and whether beside the seats."""
    wanted = rule.read(token.choice or "", LONGEST_ROW)
    person = people.get(turn.session, wanted.person_id) if wanted else None
    if wanted is None or person is None or person.name is None:
        turn.toast(mishaps.stale(turn.words))
        _add(turn, meeting, Token("entry", meeting.id, "add"))
    else:
        _seat(turn, meeting, person, wanted)


def _seat(turn: Turn, meeting: Meeting, person: Person, chosen: Wanted) -> None:
    """Put someone on the list, or ask what has to be decided first."""
    wanted = Wanted(person.id, chosen.way, chosen.full)
    w, name = turn.words, person.name or "–"
    turn.me.expects = None
    match by_hand.outcome(turn, meeting, wanted):
        case Going():
            _register(turn, meeting, person, Wanted(person.id, wanted.way))
        case Waiting(number=n):
            if wanted.full in {"over", "line"}:
                _register(turn, meeting, person, wanted)
            else:
                turn.show(views.full(w, meeting, name, wanted, n), about=meeting)
        case WhichWay():
            turn.show(views.ask_way(w, meeting, name, wanted), about=meeting)
        case Already():
            turn.toast(mishaps.already(w))
            _show_again(turn, meeting, person)
        case Over():
            _over(turn, meeting)
        case unknown:
            assert_never(unknown)


def _show_again(turn: Turn, meeting: Meeting, person: Person) -> None:
    mine = registrations.of(turn.session, meeting.id, person.id)
    if mine is not None and person.telegram_id is None:
        turn.show(by_hand.card(turn, meeting, mine, person), about=meeting)
    else:
        _add(turn, meeting, Token("entry", meeting.id, "add"))


def _register(turn: Turn, meeting: Meeting, person: Person, wanted: Wanted) -> None:
    mine = by_hand.register(turn, meeting, person, wanted)
    w, name = turn.words, person.name or "–"
    if person.telegram_id is not None:
        colleagues.tell_herself(turn, meeting, mine, person)
        turn.show(views.told(w, meeting, name), about=meeting)
    elif mine.standing == Standing.WAITING:
        number = seats.number(turn, meeting, mine)
        turn.show(views.in_line(w, meeting, name, number), about=meeting)
    else:
        _go_on(turn, meeting, mine, person)


def _go_on(turn: Turn, meeting: Meeting, mine: Registration, person: Person) -> None:
    """Say that the seat is taken, and ask the first thing that is not known about her."""
    name, w = person.name or "–", turn.words
    if person.organisation_id is None and not person.is_private:
        token = Token("guest", mine.id, "org")
        question = entry_views.ask_home(w, token, name)
    elif not person.phone and not person.email:
        token = Token("guest", mine.id, "reach")
        question = entry_views.ask_address(w, token, name)
    else:
        asked = registration.next_question(mine, meeting, needs.answered(turn.session, mine.id))
        turn.goes_on = Token("ours", mine.id, asked) if asked else None
        turn.show(views.registered(w, meeting, name, None), about=meeting)
        return
    turn.ask(token, views.registered(w, meeting, name, question), about=meeting)


def _list(turn: Turn, meeting: Meeting, token: Token) -> None:
    """List everyone who is registered without Telegram."""
    turn.me.expects = None
    found = people.registered_at(turn.session, meeting.id, by_hand=True)
    ordered = sorted(found, key=lambda pair: names.in_order(pair[1].name or "–"))
    homes = organisations.names(turn.session, [person for _, person in ordered])
    named = [(mine.id, _named(person, homes)) for mine, person in ordered]
    pages = max(1, -(-len(named) // entry_views.PAGE))
    number = min(max(token.number, 1), pages)
    some = named[(number - 1) * entry_views.PAGE : number * entry_views.PAGE]
    leaf = entry_views.Leaf(some, number, pages)
    turn.show(entry_views.listing(turn.words, meeting, leaf), about=meeting)


def _named(person: Person, homes: dict[int, str]) -> str:
    name = person.name or "–"
    return f"{name} ({homes[person.id]})" if person.id in homes else name


STEPS: dict[str, Callable[[Turn, Meeting, Token], None]] = {
    "add": _add,
    "new": _new,
    "seat": _choose,
    "back": _stop,
    "list": _list,
}
