"""Every way into the bot: what happens is taken to its command, its button or its question."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.deeds import beginning, desks, seats
from bot.events import Answer, Asked, Chosen, Event, Membership, Moved, Reply, Sent, Tapped, Typed
from bot.house import House
from bot.invitation import sheet_marks
from bot.rules import audience, authority, commands, coordinates
from bot.rules.authority import Deed
from bot.token import parse
from bot.turn import Turn
from bot.words.message import Message
from bot.words.texts import shown
from bot.words.views import mishaps as views
from handlers import (
    announcing,
    group_routes,
    groups,
    in_words,
    joining,
    minutes,
    own_settings,
    placing,
    register_import,
    sharing,
)
from handlers.button_routes import CONVERSATIONS, converse
from handlers.command_routes import ANYONE, KNOWN, MEMBERS, run

__all__ = ["ANYONE", "CONVERSATIONS", "KNOWN", "MEMBERS", "converse", "handle", "take_paper"]

OWN_AFFAIRS = ("come:", "ours:", "party:", "join:", "self:", "own:", "after:", "list:")
"""What is never asked from an organiser's desk."""
PASTE = 150
"""Characters from which an organiser's unasked text is taken for an invitation."""


def handle(session: Session, house: House, event: Event, now: datetime) -> Reply | None:
    """Do what an event asks for, in the caller's transaction; give what the tapper sees."""
    turn = beginning.by(session, house, event, now)
    _react(turn, event)
    if turn.goes_on is not None:
        step, turn.goes_on = turn.goes_on, None
        converse(turn, step)
    if isinstance(event, Tapped) and not event.token.startswith(OWN_AFFAIRS):
        desks.leave(turn)
    if isinstance(event, Typed):
        _say_at_least_the_toast(turn)
    return turn.offers or turn.answer


def _react(turn: Turn, event: Event) -> None:
    match event:
        case Moved():
            groups.moved(turn, event)
        case Membership():
            groups.membership(turn, event)
        case Tapped():
            _tapped(turn, event)
        case Typed():
            _typed(turn, event)
        case Sent():
            _sent(turn, event)
        case Asked() | Chosen():
            sharing.answer(turn, event)


def _say_at_least_the_toast(turn: Turn) -> None:
    """Nobody who writes to us in private is left without an answer."""
    if turn.answer is not None and turn.answer.text and not turn.spoke:
        turn.say(Message(shown(turn.answer.text)))


def _hears_again(turn: Turn) -> None:
    """Someone who writes to us can be reached."""
    if turn.person is None or turn.chat is None or not turn.chat.is_private:
        return
    if turn.person.unreachable_since is not None:
        turn.person.unreachable_since = None
        seats.offer_again(turn, turn.person)


def _tapped(turn: Turn, event: Tapped) -> None:
    turn.answer = Answer()
    token = parse(event.token)
    if not event.sender.is_someone:
        turn.toast(views.as_yourself(turn.words), alert=True)
    elif token is None:
        turn.toast(views.stale(turn.words))
    elif event.chat is not None and not event.chat.is_private:
        group_routes.tapped(turn, token)
    else:
        _hears_again(turn)
        converse(turn, token)


def _typed(turn: Turn, event: Typed) -> None:
    if not event.sender.is_someone or event.via == turn.house.username:
        # What she posted by way of us, she has chosen and not written.
        return
    command, argument = commands.read(event.text, turn.house.username)
    if not event.chat.is_private:
        if command is not None and not event.is_edit:
            turn.post(views.in_private(turn.words))
        return
    _hears_again(turn)
    turn.heard = event.message_id
    if event.is_edit and not _is_still_open(turn, event):
        turn.say(views.edit_noticed(turn.words))
        return
    expected = turn.person.expects if turn.person else None
    if command is not None:
        run(turn, command, argument)
    else:
        _text(turn, event.text)
    if turn.person is not None and turn.person.expects != expected:
        turn.person.heard = event.message_id
    own_settings.came_back(turn, command)


def _is_still_open(turn: Turn, event: Typed) -> bool:
    """Whether an edited message is a better answer to the question that is still open."""
    person = turn.person
    if person is None or person.expects is None:
        return False
    return person.heard is None or event.message_id > person.heard


def _text(turn: Turn, text: str) -> None:
    """Take a text for the answer to the question last asked; it may hold an invitation."""
    person = turn.person
    if person is None:
        joining.start(turn, "")
        return
    expected = parse(person.expects) if person.expects else None
    point = coordinates.read(text) if authority.may(person, Deed.COMPOSE) else None
    if point is not None and placing.is_understood(expected):
        placing.take(turn, point)
    elif expected is not None:
        converse(turn, expected.typed(text))
    elif not audience.is_member(person):
        joining.go_on(turn)
    elif not in_words.take(turn, text):
        _unasked(turn, text)


def _unasked(turn: Turn, text: str) -> None:
    """Take an organiser's long text for an invitation; say what can be written instead."""
    if not turn.may(Deed.COMPOSE):
        turn.say(views.only_buttons(turn.words))
    elif len(text) >= PASTE:
        announcing.paste(turn, text)
    else:
        in_words.correct(turn, text)


def _sent(turn: Turn, event: Sent) -> None:
    if not event.sender.is_someone or not event.chat.is_private:
        return
    _hears_again(turn)
    if event.kind == "document" and minutes.awaits_file(turn):
        minutes.take_file(turn, event)
    elif event.kind == "document" and turn.may(Deed.COMPOSE):
        announcing.take_file(turn, event)
    elif event.point is not None and turn.may(Deed.COMPOSE):
        placing.take(turn, event.point)
    else:
        asked = turn.person is not None and turn.person.expects is not None
        turn.say(views.only_text(turn.words) if asked else views.only_text_now(turn.words))
    own_settings.came_back(turn, None)


def take_paper(turn: Turn, name: str, text: str | None) -> None:
    """Go on with the words of a file: a list of associations, or an invitation."""
    if text is not None and register_import.is_list(turn, name):
        register_import.take(turn, name, text)
    else:
        words = text and sheet_marks.of_open_sheet(text)
        announcing.take_paper(turn, name, words)
