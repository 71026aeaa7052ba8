"""An organiser says who should be represented, sees who is missing, and invites just them."""

from __future__ import annotations

from bot.deeds import guarding, inviting, lacking
from bot.records.aim import AimKind
from bot.records.meeting import Meeting
from bot.rules import registration
from bot.rules.authority import Deed
from bot.rules.composition import Wanted
from bot.store import composition
from bot.token import Token, number_in
from bot.turn import Turn
from bot.words.views import mishaps
from bot.words.views import missing as views

LONGEST = 4
"""Digits of a page's number; a longer one is forged."""


def answer(turn: Turn, token: Token) -> None:
    """Take a tap about who is missing."""
    meeting = guarding.opened(turn, token, Deed.SEE_WHO_COMES)
    if meeting is None:
        return
    if token.ask in frozenset(AimKind):
        _wish(turn, meeting, token)
    elif token.ask == "choose":
        turn.show(views.choose(turn.words, meeting, lacking.offered(turn)), about=meeting)
    elif token.ask == "invite":
        _invite(turn, meeting)
    elif token.ask == "picture":
        _picture(turn, meeting)
    else:
        _show(turn, meeting)


def _show(turn: Turn, meeting: Meeting) -> None:
    """Hold those who come against those who are wanted."""
    wishes, ids = lacking.wishes(turn, meeting)
    gap = lacking.gap(turn, ids)
    turn.show(views.overview(turn.words, meeting, wishes, gap), about=meeting)


def _wish(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Show what can be wished for, ask how many, or take the number."""
    kind, given = AimKind(token.ask), token.choice or ""
    listed = lacking.listed(turn, meeting, kind)
    key, _, number = given.partition(".")
    if key in listed and not number:
        turn.show(views.how_many(turn.words, meeting, kind, listed[key][1]), about=meeting)
        return
    if key in listed and number in {str(n) for n in views.NUMBERS}:
        composition.wish(turn.session, meeting.id, Wanted(kind, listed[key][0], int(number)))
        turn.note("said who is wanted", meeting)
        listed = lacking.listed(turn, meeting, kind)
    shown = [choice for _, choice in listed.values()]
    page = _page(given, len(shown), list(listed).index(key) if key in listed else 0)
    turn.show(views.values(turn.words, meeting, kind, shown, page), about=meeting)


def _page(given: str, total: int, place: int) -> int:
    """Read the page that was asked for, else the one on which the chosen thing stands."""
    asks = given.startswith("p")
    wanted = number_in(given.removeprefix("p"), LONGEST) if asks else place // views.PAGE
    return min(wanted, max(0, total - 1) // views.PAGE)


def _invite(turn: Turn, meeting: Meeting) -> None:
    """Begin an invitation to just those who would fill the gaps; it is shown before it is sent."""
    if not turn.may(Deed.INVITE, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
        return
    _, ids = lacking.wishes(turn, meeting)
    if not registration.is_open(meeting, turn.now, turn.house.zone):
        turn.toast(views.closed(turn.words), alert=True)
    elif not ids:
        turn.toast(views.gone(turn.words), alert=True)
    else:
        turn.goes_on = inviting.begin(turn, meeting, ids, views.please_come(turn.words, meeting))


def _picture(turn: Turn, meeting: Meeting) -> None:
    """Send those who come against those who are wanted, drawn."""
    wishes, _ = lacking.wishes(turn, meeting)
    if not wishes:
        turn.toast(mishaps.stale(turn.words))
        return
    turn.say(views.picture(turn.words, meeting, wishes), about=meeting)
