"""Every way into the bot, in one list: which conversation takes which command and which button."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from bot.deeds import beginning, desks, handing, seats
from bot.deeds import codes as code_links
from bot.events import Answer, Asked, Chosen, Event, Membership, Moved, Reply, Sent, Tapped, Typed
from bot.house import House
from bot.records.meeting import Meeting
from bot.rules import audience, authority, commands, coordinates, drafting
from bot.rules.authority import Deed
from bot.token import Token, parse
from bot.turn import Turn
from bot.words.message import Message
from bot.words.texts import shown
from bot.words.views import mishaps as views
from handlers import (
    agenda,
    announcing,
    answering,
    archive,
    association,
    audiences,
    belonging,
    by_hand,
    certificates,
    checking_in,
    codes,
    copying,
    correcting,
    desk,
    doors,
    doubling,
    erasing,
    evaluating,
    group_routes,
    groups,
    hand_entries,
    handing_over,
    home,
    joining,
    kitchen,
    lining_up,
    lists,
    log,
    meetings,
    merging,
    messaging,
    minutes,
    missing,
    occasions,
    opinions,
    own_data,
    own_settings,
    parties,
    pausing,
    placing,
    plan,
    register,
    register_import,
    registration,
    releasing,
    reporting,
    roles,
    sending,
    series,
    series_changes,
    sharing,
    state,
    timing,
    usual,
    viewing,
)

Command = Callable[[Turn, str], None]
Conversation = Callable[[Turn, Token], None]


def _start(turn: Turn, parameter: str) -> None:
    """Let people in by the link they opened, whichever kind it is."""
    if parameter.startswith(handing.PREFIX):
        handing_over.opened(turn, parameter.removeprefix(handing.PREFIX))
    elif parameter.startswith(code_links.PREFIX):
        codes.opened(turn, parameter.removeprefix(code_links.PREFIX))
    else:
        joining.start(turn, parameter)


ANYONE: dict[str, Command] = {
    "start": _start,
    "hjalp": home.help_text,
    "help": home.help_text,
    "integritet": home.privacy,
    "privacy": home.privacy,
    "minadata": own_data.my_data,
    "mydata": own_data.my_data,
    "omattiedot": own_data.my_data,
    "radera": erasing.erase,
    "erase": erasing.erase,
    "poista": erasing.erase,
    "stopp": home.stop,
    "stop": home.stop,
    "lopeta": home.stop,
}
"""Commands that a stranger may use too."""

KNOWN: dict[str, Command] = {
    "avbryt": home.put_aside,
    "cancel": home.put_aside,
    "sprak": home.language,
    "language": home.language,
    "kieli": home.language,
    "installningar": own_settings.settings,
    "settings": own_settings.settings,
    "asetukset": own_settings.settings,
}
"""Commands for anyone the bot has met."""

MEMBERS: dict[str, Command] = {
    "moten": meetings.coming,
    "ny": announcing.new,
    "utkast": announcing.drafts,
    "lank": joining.give_links,
    "arrangorer": roles.team,
    "organisers": roles.team,
    "jarjestajat": roles.team,
    "logg": log.log,
    "log": log.log,
    "loki": log.log,
    "register": register.register,
    "rekisteri": register.register,
}
"""Commands for those who have said who they are."""

DESK_STEPS = frozenset({"desk", "close", "open", "cancel"})
ANSWERS = frozenset({"attends", "food", "access", "again", "change", "withdraw", "part"})
SENDING_STEPS = frozenset({"preview", "send", "undo"})
LETTER_STEPS = frozenset({"letters", "write", "more"})
PAUSING_STEPS = frozenset({"pause", "resume", "halt"})
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
        _run(turn, command, argument)
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
    point = coordinates.read(text) if authority.may(person, Deed.COMPOSE) else None
    if point is not None and placing.is_understood(expected):
        placing.take(turn, point)
    elif expected is not None:
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


def converse(turn: Turn, token: Token) -> None:
    """Hand a token to its conversation, when the one who spoke may be in it."""
    if turn.person is None:
        joining.start(turn, "")
    elif token.what in {"join", "self", "own"}:
        CONVERSATIONS[token.what](turn, token)
    elif not audience.is_member(turn.person):
        turn.person.wants = str(Token("come", token.row, "show")) if token.what == "come" else None
        joining.go_on(turn)
    elif token.what in CONVERSATIONS:
        CONVERSATIONS[token.what](turn, token)
    else:
        turn.toast(views.stale(turn.words))


def _self(turn: Turn, token: Token) -> None:
    {"erase": erasing.answer, "data": own_data.answer}.get(token.ask, home.answer)(turn, token)


def _come(turn: Turn, token: Token) -> None:
    if token.ask == "late":
        desk.ask_late(turn, token)
    elif token.ask in viewing.STEPS:
        viewing.answer(turn, token)
    elif token.ask in lining_up.STEPS:
        lining_up.answer(turn, token)
    elif token.ask in occasions.STEPS:
        occasions.answer(turn, token)
    elif token.ask in ANSWERS:
        answering.answer(turn, token)
    else:
        registration.answer(turn, token)


def _ours(turn: Turn, token: Token) -> None:
    """Lead to what is asked about a colleague she answers for."""
    if token.ask in lining_up.STEPS:
        lining_up.answer(turn, token)
    elif token.ask in ANSWERS:
        answering.answer(turn, token)
    else:
        parties.guest(turn, token)


def _party(turn: Turn, token: Token) -> None:
    """Lead to the colleagues she registers, or to seats that wait for several of them."""
    if token.ask in lining_up.STEPS:
        lining_up.answer(turn, token)
    else:
        parties.answer(turn, token)


def take_paper(turn: Turn, name: str, text: str | None) -> None:
    """Go on with the words of a file: a list of associations, or an invitation."""
    if text is not None and register_import.is_list(turn, name):
        register_import.take(turn, name, text)
    else:
        announcing.take_paper(turn, name, text)


def _bring(turn: Turn, token: Token) -> None:
    """Lead to a list that waits, or take it for the invitation that it is."""
    text = register_import.words_of(turn, token) if token.ask == "invitation" else None
    if text is None:
        register_import.answer(turn, token)
    elif turn.may(Deed.COMPOSE):
        announcing.paste(turn, text)


def _meet(turn: Turn, token: Token) -> None:
    """Lead an organiser to the part of her work that a token is about."""
    meeting = turn.session.get(Meeting, token.row) if token.row else None
    if not turn.may(Deed.COMPOSE) and not turn.may(Deed.CHANGE, meeting):
        turn.toast(views.not_allowed(turn.words))
    elif token.ask == "new":
        announcing.new(turn, "")
    elif token.ask in WORK:
        WORK[token.ask](turn, token)
    elif token.ask == "change" or drafting.question(token.ask) is not None:
        correcting.answer(turn, token)
    else:
        announcing.answer(turn, token)


def _letter(turn: Turn, token: Token) -> None:
    """Lead to what is written to many, or to when it leaves."""
    if token.ask in timing.STEPS:
        timing.answer(turn, token)
    else:
        messaging.answer(turn, token)


def _series(turn: Turn, token: Token) -> None:
    """Lead to a series, or to what holds for several of its occasions."""
    led = series_changes if token.ask in series_changes.STEPS else series
    led.answer(turn, token)


WORK: dict[str, Conversation] = {
    **dict.fromkeys(SENDING_STEPS, sending.answer),
    **dict.fromkeys(PAUSING_STEPS, pausing.answer),
    **dict.fromkeys(LETTER_STEPS, messaging.begin),
    **dict.fromkeys(DESK_STEPS, desk.answer),
    "spot": placing.answer,
    "mine": correcting.answer,
    "copy": copying.answer,
}
"""The steps of an organiser's work that have a handler of their own."""

CONVERSATIONS: dict[str, Conversation] = {
    "join": joining.answer,
    "self": _self,
    "own": own_settings.answer,
    "come": _come,
    "ours": _ours,
    "party": _party,
    "hand": handing_over.answer,
    "twin": doubling.answer,
    "meet": _meet,
    "letter": _letter,
    "whom": audiences.answer,
    "report": reporting.answer,
    "desk": desk.decide,
    "series": _series,
    "after": evaluating.answer,
    "list": meetings.leaf,
    "plan": plan.answer,
    "points": agenda.answer,
    "notes": minutes.answer,
    "said": archive.answer,
    "lists": lists.answer,
    "here": checking_in.answer,
    "code": codes.answer,
    "proof": certificates.answer,
    "entry": by_hand.answer,
    "guest": hand_entries.answer,
    "usual": usual.answer,
    "role": roles.answer,
    "lead": roles.of_meeting,
    "log": log.answer,
    "reg": register.answer,
    "org": association.answer,
    "door": doors.answer,
    "merge": merging.answer,
    "bring": _bring,
    "also": belonging.answer,
    "think": opinions.answer,
    "pack": releasing.answer,
    "state": state.answer,
    "lack": missing.answer,
    "cook": kitchen.answer,
}
"""The first word of a token, and the conversation it belongs to."""
