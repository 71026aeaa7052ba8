"""What a person chooses for herself: how much she hears, when, in what language, who sees her."""

from __future__ import annotations

from sqlmodel import col

from bot.deeds import leaving, seats
from bot.records.meeting import Meeting, Status
from bot.records.outgoing import Outgoing
from bot.records.person import Reminders
from bot.rules import own_hours, registration, unasked
from bot.rules.own_hours import Hours
from bot.store import broadcasts, meetings, mutes, outbox, usuals
from bot.token import Token
from bot.turn import Turn
from bot.words.message import Message
from bot.words.texts import LANGUAGES
from bot.words.views import mishaps, spoken
from bot.words.views import own_settings as views

NO_QUESTION = frozenset({"stopp", "stop", "lopeta", "radera", "erase", "poista"})
"""Commands of someone who is on her way out."""
ASKS_ITSELF = frozenset({"start", "installningar", "settings", "asetukset"})
"""Commands whose answer asks it already."""


def settings(turn: Turn, _argument: str) -> None:
    """Show the card with all that she has chosen."""
    turn.me.expects = None
    turn.say(_card(turn))


def _card(turn: Turn) -> Message:
    person, quiet = turn.me, turn.house.quiet
    ahead = [
        one
        for one in mutes.of_person(turn.session, person.id)
        if one.status == Status.ANNOUNCED
        and not registration.is_over(one, turn.now, turn.house.zone)
    ]
    chosen = views.Chosen(
        reminders=Reminders(person.reminders),
        own=own_hours.of(person),
        network=Hours(quiet.begins, quiet.ends),
        shows_name=bool(person.shows_name),
        is_silent=person.stopped_at is not None,
        keeps_needs=bool(usuals.kinds(turn.session, person.id)),
        muted=tuple(ahead),
    )
    return views.card(turn.words, chosen)


def answer(turn: Turn, token: Token) -> None:
    """Take a choice, and show the card as it has become."""
    if token.ask == "mute":
        _take_mute(turn, token)
    elif token.ask in STEPS:
        STEPS[token.ask](turn, token)
    else:
        turn.toast(mishaps.stale(turn.words))


def _back_to_card(turn: Turn) -> None:
    turn.me.expects = None
    turn.redraw(_card(turn))


def _take_reminders(turn: Turn, token: Token) -> None:
    turn.me.reminders = Reminders.FEW if token.choice == "few" else Reminders.ALL
    _back_to_card(turn)


def _take_name(turn: Turn, token: Token) -> None:
    turn.me.shows_name = token.choice == "yes"
    _back_to_card(turn)


def _take_language(turn: Turn, token: Token) -> None:
    if token.choice is None:
        turn.redraw(views.choose_language(turn.words))
        return
    if token.choice in LANGUAGES:
        turn.me.language = token.choice
    _back_to_card(turn)


def _take_hours(turn: Turn, token: Token) -> None:
    """Take two hours, tapped or written; say kindly why they cannot be used."""
    if token.choice is None:
        turn.ask(token, views.ask_hours(turn.words))
        return
    choice = spoken.chosen(views.hours_labels(turn.words), token.choice) or token.choice
    if choice == "none" or (token.is_typed and spoken.is_no(turn.words, choice)):
        turn.me.quiet_from, turn.me.quiet_to = None, None
    elif choice != "back" and not _is_taken(turn, choice):
        return
    _back_to_card(turn)


def _is_taken(turn: Turn, written: str) -> bool:
    hours = own_hours.read(written)
    if hours is None:
        turn.say(views.unclear_hours(turn.words))
        return False
    if not own_hours.leave_time(turn.house.quiet, hours):
        turn.say(views.too_quiet(turn.words))
        return False
    turn.me.quiet_from, turn.me.quiet_to = hours.begins, hours.ends
    return True


def _forget_kept(turn: Turn, _token: Token) -> None:
    usuals.forget(turn.session, turn.house.keys, turn.me.id)
    _back_to_card(turn)


def _take_stop(turn: Turn, token: Token) -> None:
    if token.choice == "yes":
        leaving.stop(turn, turn.me)
    else:
        leaving.come_back(turn.me)
        seats.offer_again(turn, turn.me)
    _back_to_card(turn)


STEPS = {
    "card": lambda turn, _token: _back_to_card(turn),
    "reminders": _take_reminders,
    "name": _take_name,
    "language": _take_language,
    "quiet": _take_hours,
    "kept": _forget_kept,
    "stop": _take_stop,
}


def _take_mute(turn: Turn, token: Token) -> None:
    """Be silent about one meeting, or speak of it again."""
    meeting = meetings.get(turn.session, token.row)
    if meeting is None or meeting.status != Status.ANNOUNCED:
        turn.toast(mishaps.gone(turn.words))
    elif token.choice == "on":
        mutes.add(turn.session, meeting.id, turn.me.id, turn.now)
        _take_back(turn, meeting)
        turn.say(views.muted(turn.words, meeting), about=meeting)
    else:
        mutes.remove(turn.session, meeting.id, turn.me.id)
        turn.redraw(_card(turn) if token.choice == "again" else views.unmuted(turn.words, meeting))


def _take_back(turn: Turn, meeting: Meeting) -> None:
    """Withdraw the reminders of this meeting that are on their way to her."""
    reminding = [
        one.id for one in broadcasts.of(turn.session, meeting.id) if one.kind in unasked.REMINDING
    ]
    outbox.take_back(
        turn.session,
        col(Outgoing.person_id) == turn.me.id,
        col(Outgoing.broadcast_id).in_(reminding),
    )


def came_back(turn: Turn, command: str | None) -> None:
    """Ask someone who has stopped and writes again, once, whether she wants to hear from us."""
    person = turn.person
    if person is None or person.stopped_at is None or command in NO_QUESTION:
        return
    if person.was_asked_back:
        return
    person.was_asked_back = True
    if command not in ASKS_ITSELF:
        turn.say(views.ask_back(turn.words))
