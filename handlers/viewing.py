"""Shows a meeting to one who may see it: its card, where it is, who else comes."""

from __future__ import annotations

from dataclasses import replace

from bot.deeds import agendas, calendars, minuting, portraits, showing
from bot.records.meeting import Meeting, Status
from bot.records.registration import Standing
from bot.rules.authority import Deed
from bot.store import meetings, names
from bot.token import Token
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import calendar as calendar_views
from bot.words.views import lists, mishaps
from bot.words.views import meeting as meeting_views
from bot.words.views import minutes_out as archives
from bot.words.views import portrait as views

STEPS = frozenset({"card", "map", "names", "seen", "show_me", "uncalendar", "paper"})


def answer(turn: Turn, token: Token) -> None:
    """Take a tap that only looks, or that says who may see a name."""
    meeting = meetings.get(turn.session, token.row)
    if meeting is None or meeting.status not in {Status.ANNOUNCED, Status.CANCELLED}:
        turn.toast(mishaps.gone(turn.words))
    elif token.ask == "card":
        card(turn, meeting)
    elif token.ask == "map":
        _map(turn, meeting)
    elif token.ask == "paper":
        _paper(turn, meeting)
    elif token.ask == "show_me":
        _choose(turn, token)
    elif token.ask == "uncalendar":
        _take_out(turn, meeting)
    else:
        _names(turn, meeting, token)


def card(turn: Turn, meeting: Meeting) -> None:
    """Show the meeting as it stands for her."""
    if meeting.status == Status.CANCELLED:
        turn.say(meeting_views.cancelled_card(turn.words, meeting), about=meeting)
        return
    mine = showing.mine(turn, meeting)
    drawn = portraits.draw(turn, meeting, Standing(mine.standing) if mine else None)
    drawn = _with_minutes(turn, meeting, drawn)
    if turn.may(Deed.SEE_WHO_COMES, meeting):
        drawn = meeting_views.for_organiser(turn.words, meeting, drawn)
    is_today = meeting.day == turn.now.astimezone(turn.house.zone).date()
    if is_today and turn.may(Deed.CHECK_IN, meeting):
        drawn = lists.at_the_door(turn.words, meeting, drawn)
    turn.say(drawn, about=meeting)


def _with_minutes(turn: Turn, meeting: Meeting, drawn: Message) -> Message:
    """Lead to the minutes of a meeting that has been, when she may read them."""
    one = minuting.readable(turn, meeting)
    if one is None:
        return drawn
    return replace(drawn, rows=((archives.archive_button(turn.words, one),), *drawn.rows))


def _paper(turn: Turn, meeting: Meeting) -> None:
    """Send the agenda as a paper."""
    if not agendas.hand_out(turn, meeting):
        turn.say(meeting_views.no_agenda(turn.words))


def _map(turn: Turn, meeting: Meeting) -> None:
    """Send the place as a point on the map."""
    if meeting.latitude is None or meeting.longitude is None:
        turn.toast(mishaps.stale(turn.words))
        return
    point = (meeting.latitude, meeting.longitude)
    turn.say(views.venue(turn.words, meeting, point), about=meeting)


def _take_out(turn: Turn, meeting: Meeting) -> None:
    """Send the file that takes a meeting she gave up out of her calendar."""
    mine = showing.mine(turn, meeting)
    if mine is None or mine.standing != Standing.CANCELLED or meeting.day is None:
        turn.toast(mishaps.stale(turn.words))
        return
    file = calendars.withdrawal(turn, meeting, turn.words)
    turn.say(calendar_views.taken_out(turn.words, file), about=meeting)


def _names(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Name those who chose to be named, for one who comes herself."""
    mine = showing.mine(turn, meeting)
    if mine is None or mine.standing != Standing.GOING or meeting.status != Status.ANNOUNCED:
        turn.toast(views.only_for_participants(turn.words), alert=True)
        return
    if token.ask == "seen" and token.choice in {"yes", "no"}:
        _remember(turn, is_shown=token.choice == "yes")
    named = names.shown(turn.session, meeting.id)
    others = names.coming(turn.session, meeting.id) - len(named)
    is_shown = bool(turn.me.shows_name)
    drawn = views.who_comes(turn.words, meeting, named, others, is_shown=is_shown)
    if token.ask == "seen":
        turn.show(drawn, about=meeting)
    else:
        turn.say(drawn, about=meeting)


def _choose(turn: Turn, token: Token) -> None:
    """Take the answer to whether others may see her name."""
    _remember(turn, is_shown=token.choice == "yes")
    turn.show(views.name_choice(turn.words, is_shown=bool(turn.me.shows_name)))


def _remember(turn: Turn, *, is_shown: bool) -> None:
    turn.me.shows_name = is_shown
    turn.session.add(turn.me)
    turn.session.flush()
