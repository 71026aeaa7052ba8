"""An organiser chooses whom a message goes to: taps choices on and off, and sees the names."""

from __future__ import annotations

from hashlib import blake2s

from bot.deeds import addresses, aiming, audiences, drafts, homes, looks, writing
from bot.deeds.readers import Reader
from bot.records.broadcast import Broadcast, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.rules import selection
from bot.rules.own_hours import Telling
from bot.rules.selection import Selection
from bot.store import attendance, organisations, profiles
from bot.token import Token, number_in
from bot.turn import Turn
from bot.words.views import audiences as views
from bot.words.views import unreached
from bot.words.views.audiences import FOUND, NAMES, PAGE, Choice, Facet, Facets, Page

LONGEST = 5
"""Digits of a page's number; a longer one is forged."""


def answer(turn: Turn, token: Token) -> None:
    """Take a tap on the way to a choice of readers."""
    opened = drafts.opened(turn, token)
    if opened is None:
        return
    told, meeting = opened
    if told.status != BroadcastStatus.DRAFT:
        turn.toast(views.not_yours(turn.words))
    elif facet := next((one for one in aiming.FACETS if one == token.ask), None):
        _choose(turn, told, meeting, (facet, token))
    else:
        STEPS.get(token.ask, _show)(turn, told, meeting, token)


def _show(turn: Turn, told: Broadcast, meeting: Meeting, _token: Token) -> None:
    """Show the card on which everything is chosen."""
    turn.me.expects = None
    picked = selection.from_facts(told.audience)
    facets = Facets(
        offered=aiming.offered(turn, is_new=meeting.status == Status.DRAFT),
        chosen=aiming.chosen(turn, picked),
        last_meeting=aiming.last_meeting(turn, told, meeting),
        present_only=picked.present_only,
    )
    aim = aiming.aim(turn, told, meeting)
    turn.show(views.card(turn.words, meeting, told, facets, aim), about=meeting)


def _everyone(turn: Turn, told: Broadcast, meeting: Meeting, token: Token) -> None:
    told.audience = {}
    writing.keep(turn, told)
    _show(turn, told, meeting, token)


def _present(turn: Turn, told: Broadcast, meeting: Meeting, token: Token) -> None:
    """Choose those who were at the last meeting; which one that is stands fast from now on."""
    picked = selection.from_facts(told.audience).toggled("present_only", "")
    told.audience = picked.as_facts()
    at = attendance.last(turn.session, meeting) if picked.present_only else None
    told.facts = {**told.facts, "present_at": at}
    writing.keep(turn, told)
    _show(turn, told, meeting, token)


def _choose(turn: Turn, told: Broadcast, meeting: Meeting, asked: tuple[Facet, Token]) -> None:
    """Show choices of one kind; take one that was tapped, or a part of a name that was written."""
    facet, token = asked
    given = token.choice or ""
    number, _, key = given.partition(".")
    words = given if token.is_typed else ""
    page = _page(number)
    if key and not token.is_typed:
        _toggle(turn, told, facet, key)
    picked = selection.from_facts(told.audience)
    listed = _listed(turn, facet, picked, words)
    by_name = facet == "organisations"
    turn.me.expects = None
    if by_name:
        turn.await_answer(Token("whom", told.id, facet))
    if words and not listed:
        turn.show(views.not_found(turn.words, told, words), about=meeting)
        return
    shown = listed[:FOUND] if words else listed[page * PAGE : (page + 1) * PAGE]
    is_more = not words and len(listed) > (page + 1) * PAGE
    aim = aiming.aim(turn, told, meeting)
    turn.show(views.choose(turn.words, told, Page(facet, shown, page, is_more), aim), about=meeting)


def _page(written: str) -> int:
    return number_in(written, LONGEST)


def _key(value: str | int) -> str:
    """Name a choice briefly enough for a button, in a way that outlives a changed register."""
    if isinstance(value, int):
        return str(value)
    return blake2s(value.encode(), digest_size=8).hexdigest()


def _listed(turn: Turn, facet: Facet, picked: Selection, words: str) -> list[Choice]:
    """Lay out the choices of one kind; of associations those chosen, or those that were sought."""
    values = aiming.values(turn, facet, picked)
    if words:
        values = [(one.id, one.name) for one in organisations.like(turn.session, words, FOUND)]
    chosen = getattr(picked, facet)
    return [Choice(_key(value), label, value in chosen) for value, label in values]


def _toggle(turn: Turn, told: Broadcast, facet: Facet, key: str) -> None:
    """Choose one more, or choose it no longer; what the register has no more is left alone."""
    picked = selection.from_facts(told.audience)
    if facet == "organisations":
        row = organisations.get(turn.session, number_in(key))
        value: str | int | None = row.id if row else None
    else:
        values = [one for one, _ in aiming.values(turn, facet, picked)]
        value = next((one for one in values if _key(one) == key), None)
    if value is not None:
        told.audience = picked.toggled(facet, value).as_facts()
        writing.keep(turn, told)


def _names(turn: Turn, told: Broadcast, meeting: Meeting, token: Token) -> None:
    """Show everyone it goes to, a page at a time."""
    having, page = audiences.reached(turn, told, meeting), _page(token.choice or "")
    total = profiles.count(turn.session, *having)
    listed = profiles.some(turn.session, page * NAMES, NAMES, having)
    named = aiming.names(turn, listed)
    turn.show(views.names(turn.words, told, named, page, total), about=meeting)


def _missing(turn: Turn, told: Broadcast, meeting: Meeting, _token: Token) -> None:
    turn.show(
        unreached.missing(turn.words, told, aiming.missed(turn, told, meeting)), about=meeting
    )


def _text(turn: Turn, told: Broadcast, meeting: Meeting, _token: Token) -> None:
    """Give the text alone, to be sent in another way."""
    drawn = looks.look(turn, told, meeting, Reader(turn.me, None, Telling(turn.now, None)))
    turn.say(unreached.to_pass_on(turn.words, drawn, turn.house.link_to(meeting)), about=meeting)


def _file(turn: Turn, told: Broadcast, meeting: Meeting, _token: Token) -> None:
    """Give everyone who is not reached, with addresses, as a spreadsheet."""
    left, empty = audiences.missing(turn, told, meeting), homes.some(turn, told, addresses.MOST)
    addresses.hand_out(turn, meeting, left, empty)


STEPS = {
    "show": _show,
    "all": _everyone,
    "present": _present,
    "names": _names,
    "missing": _missing,
    "text": _text,
    "file": _file,
}
"""What a button of the card asks for, besides the kinds of choices."""
