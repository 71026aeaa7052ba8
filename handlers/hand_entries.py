"""Keeping someone who is registered by hand: where from, how reached, and off. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.deeds import booking, by_hand, cards, naming, seats
from bot.deeds.by_hand import Entered
from bot.records.registration import Standing
from bot.rules import register, registration
from bot.rules.importing import Field
from bot.rules.register import No
from bot.store import needs, organisations
from bot.token import Token, number_in
from bot.turn import Turn
from bot.words.views import checking_in as door_views
from bot.words.views import colleagues as colleague_views
from bot.words.views import hand_entries as views
from bot.words.views import mishaps, spoken

MOST = 8
"""Associations that a search shows."""
LONGEST = 100
"""Characters of an association's name that are looked for."""


def answer(turn: Turn, token: Token) -> None:
    """Take a tap or a text about someone on the list."""
    found = by_hand.entered(turn, token.row)
    if found is None:
        turn.me.expects = None
        turn.toast(mishaps.gone(turn.words))
    else:
        STEPS.get(token.ask, _show)(turn, found, token)


def _show(turn: Turn, one: Entered, _token: Token) -> None:
    turn.me.expects = None
    turn.show(by_hand.card(turn, *one), about=one[0])


def _questions(turn: Turn, one: Entered, _token: Token) -> None:
    """Go on with what is asked about everyone, else show what is known of her."""
    meeting, mine, _ = one
    asked = registration.next_question(mine, meeting, needs.answered(turn.session, mine.id))
    turn.me.expects = None
    if asked is None or registration.is_over(meeting, turn.now, turn.house.zone):
        turn.show(by_hand.card(turn, *one), about=meeting)
    else:
        turn.goes_on = Token("ours", mine.id, asked)


def _home(turn: Turn, one: Entered, token: Token) -> None:
    """Ask where someone comes from, or take the answer; a written name is looked for."""
    meeting, _, person = one
    asked = Token("guest", token.row, token.ask)
    choice = token.choice
    if choice is None:
        turn.ask(asked, views.ask_home(turn.words, asked, person.name or "–"), about=meeting)
    elif token.is_typed and not _is_none(turn, views.home_labels(turn.words), choice):
        _search(turn, one, asked, choice)
    else:
        _take_home(turn, one, asked, "none" if token.is_typed else choice)


def _is_none(turn: Turn, labels: Mapping[str, str], text: str) -> bool:
    """Whether someone has written the button that is no answer, or only a no."""
    return spoken.chosen(labels, text) is not None or spoken.is_no(turn.words, text)


def _search(turn: Turn, one: Entered, asked: Token, given: str) -> None:
    words = " ".join(given.split())[:LONGEST]
    exact = organisations.named(turn.session, words)
    if exact is not None or not words:
        _take_home(turn, one, asked, str(exact.id) if exact else "")
        return
    turn.me.typed = words
    listed = organisations.like(turn.session, words, MOST)
    turn.ask(asked, views.homes_found(turn.words, asked, words, listed), about=one[0])


def _take_home(turn: Turn, one: Entered, asked: Token, choice: str) -> None:
    """Note the association, none, or a new one whose name was written."""
    person = one[2]
    typed = turn.me.typed or ""
    home = organisations.get(turn.session, number_in(choice))
    if typed and choice == f"add-{door_views.mark(typed)}":
        home = organisations.add(turn.session, typed, turn.me.id, turn.now)
    if home is None and choice != "none":
        turn.toast(mishaps.stale(turn.words))
        turn.ask(asked, views.ask_home(turn.words, asked, person.name or "–"), about=one[0])
        return
    person.organisation_id, person.is_private = home.id if home else None, home is None
    turn.me.typed = None
    turn.session.add(person)
    turn.session.flush()
    _next(turn, one, asked)


def _next(turn: Turn, one: Entered, asked: Token) -> None:
    """Go on with what is asked about someone new; one who was changed is shown."""
    following = {"org": "reach", "reach": "questions"}.get(asked.ask)
    if following is None:
        _show(turn, one, asked)
    else:
        STEPS[following](turn, one, Token("guest", asked.row, following))


def _address(turn: Turn, one: Entered, token: Token) -> None:
    """Ask how someone is reached, or take a number or an address."""
    meeting, _, person = one
    asked = Token("guest", token.row, token.ask)
    question = views.ask_address(turn.words, asked, person.name or "–")
    choice = token.choice
    if choice is None:
        turn.ask(asked, question, about=meeting)
        return
    is_skip = choice == "skip" and not token.is_typed
    is_skip |= token.is_typed and _is_none(turn, views.address_labels(turn.words), choice)
    if is_skip or (token.is_typed and _take_address(one, choice)):
        turn.session.add(person)
        _next(turn, one, asked)
    else:
        turn.ask(asked, views.bad_address(turn.words, question), about=meeting)


def _take_address(one: Entered, given: str) -> bool:
    """Keep what was written as a number or an address; False when it is neither."""
    phone = register.written(Field.PHONE, given)
    email = register.written(Field.EMAIL, given)
    if not isinstance(email, No):
        one[2].email = email
    elif not isinstance(phone, No):
        one[2].phone = phone
    else:
        return False
    return True


def _name(turn: Turn, one: Entered, token: Token) -> None:
    """Ask for another name, or take it."""
    person = one[2]
    if not token.is_typed:
        asked = Token("guest", token.row, "name")
        turn.ask(asked, colleague_views.ask_rename(turn.words, by_hand.about(one)), about=one[0])
        return
    name = naming.take(turn, token.choice or "")
    if name is None:
        return
    person.name = name
    turn.session.add(person)
    _show(turn, one, token)


def _remove(turn: Turn, one: Entered, token: Token) -> None:
    """Ask, and then give up someone's place; the seat goes on at once."""
    meeting, mine, _ = one
    if mine.standing not in registration.LIVE:
        turn.toast(mishaps.stale(turn.words))
        _show(turn, one, token)
        return
    if token.choice != "yes":
        turn.show(views.ask_remove(turn.words, meeting, by_hand.entry(turn, *one)), about=meeting)
        return
    about, had_seat = by_hand.about(one), mine.standing != Standing.WAITING
    booking.tell_of_late_absence(turn, meeting, mine)
    seats.free(turn, meeting, mine, Standing.CANCELLED)
    turn.note("removed by hand", meeting)
    cards.refresh(turn, meeting)
    turn.show(colleague_views.removed(turn.words, meeting, about, seat=had_seat), about=meeting)


STEPS: dict[str, Callable[[Turn, Entered, Token], None]] = {
    "show": _show,
    "questions": _questions,
    "org": _home,
    "home": _home,
    "reach": _address,
    "address": _address,
    "name": _name,
    "remove": _remove,
}
"""What is asked of someone new is "org" and then "reach"; "home" and "address" only change it."""
