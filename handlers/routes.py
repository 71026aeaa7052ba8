"""Every way into the bot, in one list: which conversation takes which command and which button."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from bot.events import Answer, Chat, Event, Membership, Moved, Sender, Sent, Tapped, Typed
from bot.house import House
from bot.rules import audience, authority
from bot.rules.authority import Deed
from bot.store import people
from bot.token import Token, parse
from bot.turn import Turn
from bot.words.message import Message
from bot.words.texts import shown
from bot.words.views import mishaps as views
from handlers import (
    announcing,
    answering,
    desk,
    evaluating,
    groups,
    home,
    joining,
    meetings,
    registration,
    sending,
)

Command = Callable[[Turn, str], None]
Conversation = Callable[[Turn, Token], None]

ANYONE: dict[str, Command] = {
    "start": joining.start,
    "hjalp": home.help_text,
    "help": home.help_text,
    "integritet": home.privacy,
    "privacy": home.privacy,
    "minadata": home.my_data,
    "radera": home.erase,
    "stopp": home.stop,
    "stop": home.stop,
}
"""Commands that a stranger may use too."""

KNOWN: dict[str, Command] = {
    "avbryt": home.put_aside,
    "cancel": home.put_aside,
    "sprak": home.language,
    "language": home.language,
    "settings": home.language,
}
"""Commands for anyone the bot has met."""

MEMBERS: dict[str, Command] = {
    "moten": meetings.coming,
    "ny": announcing.new,
    "utkast": announcing.drafts,
    "lank": joining.give_links,
}
"""Commands for those who have said who they are."""

SPELLINGS = str.maketrans("åäöÅÄÖ", "aaoAAO")
"""Telegram's commands have no å, ä or ö (Bot API, BotCommand), but people write them."""

DESK_STEPS = frozenset({"desk", "close", "open", "cancel"})
ANSWERS = frozenset({"attends", "food", "access", "again", "change"})
SENDING_STEPS = frozenset({"preview", "send", "undo"})
PASTE = 150
"""Characters from which an organiser's unasked text is taken for an invitation."""


def handle(session: Session, house: House, event: Event, now: datetime) -> Answer | None:
    """Do what an event asks for, in the caller's transaction; give what the tapper sees."""
    turn = turn_of(session, house, event, now)
    _react(turn, event)
    if turn.goes_on is not None:
        step, turn.goes_on = turn.goes_on, None
        converse(turn, step)
    if isinstance(event, Typed):
        _say_at_least_the_toast(turn)
    return turn.answer


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


def _say_at_least_the_toast(turn: Turn) -> None:
    """Nobody who writes to us in private is left without an answer."""
    if turn.answer is not None and turn.answer.text and not turn.spoke:
        turn.say(Message(shown(turn.answer.text)))


def turn_of(session: Session, house: House, event: Event | None, now: datetime) -> Turn:
    """Begin a turn: who spoke, and where."""
    turn = Turn(session, house, now)
    if event is None or isinstance(event, Moved):
        return turn
    turn.sender, turn.chat = event.sender, event.chat
    if event.sender.is_someone:
        turn.person = people.by_telegram_id(session, event.sender.telegram_id)
    if isinstance(event, Tapped):
        turn.tapped_message = event.message_id
    return turn


def turn_for(session: Session, house: House, person_id: int, now: datetime) -> Turn:
    """Begin a turn in someone's private chat although she has not just spoken."""
    turn = Turn(session, house, now)
    turn.person = people.get(session, person_id)
    if turn.person is not None and turn.person.telegram_id is not None:
        turn.sender = Sender(
            telegram_id=turn.person.telegram_id,
            name=turn.person.name or "",
            language=None,
            is_someone=True,
        )
        turn.chat = Chat(chat_id=turn.person.telegram_id, is_private=True, title="")
    return turn


def _hears_again(turn: Turn) -> None:
    """Someone who writes to us can be reached."""
    if turn.person is not None and turn.chat is not None and turn.chat.is_private:
        turn.person.unreachable_since = None


def _tapped(turn: Turn, event: Tapped) -> None:
    turn.answer = Answer()
    token = parse(event.token)
    if not event.sender.is_someone:
        turn.toast(views.as_yourself(turn.words), alert=True)
    elif token is None:
        turn.toast(views.stale(turn.words))
    elif event.chat is not None and not event.chat.is_private:
        _tapped_in_group(turn, token)
    else:
        _hears_again(turn)
        converse(turn, token)


def _tapped_in_group(turn: Turn, token: Token) -> None:
    """In a group only the public button acts, for the one who presses it."""
    # The card in the group is everyone's; answers go to the private chat.
    turn.tapped_message = None
    if (token.what, token.ask, token.choice) != ("come", "yes", None):
        turn.toast(views.not_yours(turn.words))
        return
    if turn.person is not None and audience.is_member(turn.person) and _can_write(turn):
        registration.answer(turn, token)
        return
    link = meetings.link(turn, token.row)
    if link:
        turn.lead(link)
    else:
        turn.toast(views.gone(turn.words))


def _can_write(turn: Turn) -> bool:
    """Whether the answer can reach the one who tapped in a group."""
    return turn.person is not None and audience.is_reachable(turn.person)


def _typed(turn: Turn, event: Typed) -> None:
    if not event.sender.is_someone:
        return
    command, argument = _command(event.text, turn.house.username)
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
        _run(turn, command, argument)
    else:
        _text(turn, event.text)
    if turn.person is not None and turn.person.expects != expected:
        turn.person.heard = event.message_id


def _is_still_open(turn: Turn, event: Typed) -> bool:
    """Whether an edited message is a better answer to the question that is still open."""
    person = turn.person
    if person is None or person.expects is None:
        return False
    return person.heard is None or event.message_id > person.heard


def _command(text: str, username: str) -> tuple[str | None, str]:
    """Split "/ny@samklang_bot text" into its word and the rest; None when it is no command."""
    if not text.startswith("/") or text == "/":
        return None, text
    word, _, rest = text[1:].partition(" ")
    first, newline, under = word.partition("\n")
    if newline:
        word, rest = first, f"{under} {rest}"
    name, _, addressee = word.partition("@")
    if addressee and addressee.casefold() != username.casefold():
        return None, text
    return name.casefold().translate(SPELLINGS), rest.strip()


def _run(turn: Turn, name: str, argument: str) -> None:
    if name in ANYONE:
        ANYONE[name](turn, argument)
    elif name not in KNOWN and name not in MEMBERS:
        turn.say(views.unknown_command(turn.words))
    elif turn.person is None:
        joining.start(turn, "")
    elif name in KNOWN:
        KNOWN[name](turn, argument)
    elif not audience.is_member(turn.person):
        joining.go_on(turn)
    else:
        MEMBERS[name](turn, argument)


def _text(turn: Turn, text: str) -> None:
    """Take a text for the answer to the question last asked; it may hold an invitation."""
    person = turn.person
    if person is None:
        joining.start(turn, "")
        return
    expected = parse(person.expects) if person.expects else None
    if expected is not None:
        converse(turn, expected.typed(text))
    elif not audience.is_member(person):
        joining.go_on(turn)
    elif not authority.may(person, Deed.COMPOSE):
        turn.say(views.only_buttons(turn.words))
    elif len(text) >= PASTE:
        announcing.paste(turn, text)
    else:
        turn.say(views.paste_hint(turn.words))


def _sent(turn: Turn, event: Sent) -> None:
    if not event.sender.is_someone or not event.chat.is_private:
        return
    _hears_again(turn)
    if event.kind == "document" and authority.may(turn.person, Deed.COMPOSE):
        announcing.take_file(turn, event)
    else:
        asked = turn.person is not None and turn.person.expects is not None
        turn.say(views.only_text(turn.words) if asked else views.only_text_now(turn.words))


def converse(turn: Turn, token: Token) -> None:
    """Hand a token to its conversation, when the one who spoke may be in it."""
    if turn.person is None:
        joining.start(turn, "")
    elif token.what in {"join", "self"}:
        CONVERSATIONS[token.what](turn, token)
    elif not audience.is_member(turn.person):
        turn.person.wants = str(Token("come", token.row, "show")) if token.what == "come" else None
        joining.go_on(turn)
    elif token.what in CONVERSATIONS:
        CONVERSATIONS[token.what](turn, token)
    else:
        turn.toast(views.stale(turn.words))


def _come(turn: Turn, token: Token) -> None:
    if token.ask == "late":
        desk.ask_late(turn, token)
    elif token.ask in ANSWERS:
        answering.answer(turn, token)
    else:
        registration.answer(turn, token)


def _meet(turn: Turn, token: Token) -> None:
    """Lead an organiser to the part of her work that a token is about."""
    if not authority.may(turn.person, Deed.COMPOSE):
        turn.toast(views.not_allowed(turn.words))
    elif token.ask == "new":
        announcing.new(turn, "")
    elif token.ask in SENDING_STEPS:
        sending.answer(turn, token)
    elif token.ask in DESK_STEPS:
        desk.answer(turn, token)
    else:
        announcing.answer(turn, token)


CONVERSATIONS: dict[str, Conversation] = {
    "join": joining.answer,
    "self": home.answer,
    "come": _come,
    "meet": _meet,
    "desk": desk.decide,
    "after": evaluating.answer,
}
"""The first word of a token, and the conversation it belongs to."""
