"""Lets people in: the link, the name, the association."""

from __future__ import annotations

from datetime import timedelta

from bot.deeds import admitting, appointing, naming
from bot.records.admission import AdmissionKind
from bot.records.person import Person, Role
from bot.rules import admission, audience, authority
from bot.rules.authority import Deed
from bot.store import admissions, meetings, organisations, people
from bot.token import Token, number_in
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import joining as views
from bot.words.views import mishaps, own_settings, roles, spoken

PAGE = 8
"""Associations shown at a time."""
LONGEST_PAGE = 4
"""Digits."""
LONGEST_NAME = 100
MEMBER_LINK = timedelta(days=90)
ORGANISER_LINK = timedelta(hours=24)


def start(turn: Turn, parameter: str) -> None:
    """Answer /start: with a link's secret, a meeting's, or nothing."""
    parameter = "" if parameter == admission.DOOR else parameter
    if parameter.startswith("m-"):
        _start_at_meeting(turn, parameter.removeprefix("m-"))
    elif parameter:
        _start_with_link(turn, parameter)
    elif turn.person is None:
        turn.say(views.stranger(turn.words, turn.house.settings))
    else:
        _start_again(turn, turn.person)


def _start_again(turn: Turn, person: Person) -> None:
    if person.stopped_at is not None:
        turn.say(own_settings.ask_back(turn.words))
    elif audience.is_member(person):
        turn.say(views.back_again(turn.words, person.name or ""))
    else:
        go_on(turn)


def _start_at_meeting(turn: Turn, secret: str) -> None:
    meeting = meetings.by_secret(turn.session, secret)
    if meeting is None:
        turn.say(views.bad_link(turn.words, turn.house.settings))
        return
    person = turn.person or _meet(turn)
    if audience.is_member(person):
        show(turn, Token("come", meeting.id, "show"))
        return
    person.wants = str(Token("come", meeting.id, "show"))
    go_on(turn)


def show(turn: Turn, token: Token) -> None:
    """Leave the turn with what the person came for, for the routes to go on with."""
    turn.goes_on = token


def _start_with_link(turn: Turn, secret: str) -> None:
    link = admissions.by_hash(turn.session, admission.digest(secret))
    if link is None or not admission.is_good(link, turn.now):
        turn.say(views.bad_link(turn.words, turn.house.settings))
        return
    newcomer = turn.person is None
    person = turn.person or _meet(turn)
    was_owner = person.role == Role.OWNER
    if link.kind == AdmissionKind.OWNER:
        person.role = Role.OWNER
        admissions.revoke(turn.session, AdmissionKind.OWNER)
    elif link.uses_left is not None and (newcomer or link.kind != AdmissionKind.MEMBER):
        link.uses_left -= 1
    if link.organisation_id:
        admitting.let_belong(turn, person, link.organisation_id)
    has_wished = appointing.is_wish(link) and appointing.wish(turn, person, link)
    _greet(turn, person, promoted=person.role == Role.OWNER and not was_owner, asks=has_wished)


def _greet(turn: Turn, person: Person, *, promoted: bool, asks: bool) -> None:
    if not audience.is_member(person):
        go_on(turn)
    elif promoted:
        turn.note("became owner")
        turn.say(views.promoted(turn.words))
    elif asks and appointing.put(turn, person):
        turn.say(roles.has_asked(turn.words))
    else:
        _start_again(turn, person)


def _meet(turn: Turn) -> Person:
    """Begin to know someone."""
    if turn.sender is None:
        raise LookupError("nobody spoke")
    person = Person(telegram_id=turn.sender.telegram_id, created_at=turn.now)
    turn.session.add(person)
    turn.session.flush()
    turn.person = person
    return person


def go_on(turn: Turn) -> None:
    """Ask the first thing about the person that is not yet answered, or welcome her."""
    person = turn.me
    if person.name is None:
        name = turn.sender.name if turn.sender else ""
        turn.ask(Token("join", 0, "name"), views.ask_name(turn.words, turn.house.settings, name))
    elif not audience.is_member(person):
        _ask_organisation(turn, 0)
    else:
        _welcome(turn, person)


def _welcome(turn: Turn, person: Person) -> None:
    person.expects = None
    if appointing.put(turn, person):
        turn.say(roles.has_asked(turn.words))
    organiser = authority.is_organiser(person)
    wanted = person.wants
    if wanted is None:
        turn.show(views.welcome(turn.words, person.name or "", organiser=organiser))
        return
    person.wants = None
    what, row, ask = wanted.split(":")
    show(turn, Token(what, int(row), ask))


def answer(turn: Turn, token: Token) -> None:
    """Take an answer about who someone is."""
    if token.ask in {"rename", "move"}:
        _correct(turn, token)
    elif token.choice is None:
        go_on(turn)
    elif token.ask == "name":
        _take_name(turn, token)
    elif audience.is_member(turn.me) and not _is_moving(turn.me):
        turn.take_buttons()
        turn.say(views.back_again(turn.words, turn.me.name or ""))
    else:
        _take_place(turn, token, token.choice)


def _take_place(turn: Turn, token: Token, choice: str) -> None:
    """Take a tap or a text about where someone comes from."""
    if token.ask == "page":
        _turn_page(turn, choice)
    elif token.is_typed:
        _take_written(turn, choice)
    elif token.ask == "add":
        _take_new(turn, token)
    else:
        _take_organisation(turn, token)


def _is_moving(person: Person) -> bool:
    """Whether a member is being asked for another association than the one she came from."""
    return person.expects in {str(Token("join", 0, "org")), str(Token("join", 0, "new"))}


def _correct(turn: Turn, token: Token) -> None:
    """Let a member change her name or where she comes from (GDPR art. 16)."""
    if not audience.is_member(turn.me):
        go_on(turn)
    elif token.ask == "move":
        _ask_organisation(turn, 0)
    elif token.choice is None:
        turn.ask(token, views.ask_new_name(turn.words))
    elif name := naming.take(turn, token.choice):
        turn.me.name, turn.me.expects = name, None
        turn.say(views.renamed(turn.words, name))


def _take_name(turn: Turn, token: Token) -> None:
    if turn.me.name is not None:
        go_on(turn)
        return
    given = turn.sender.name if token.choice == "mine" and turn.sender else token.choice
    if name := naming.take(turn, given or ""):
        turn.me.name = name
        go_on(turn)


def _ask_organisation(turn: Turn, page: int) -> None:
    message = _register_page(turn, page)
    turn.ask(Token("join", 0, "org"), message)


def _register_page(turn: Turn, page: int) -> Message:
    listed = organisations.page(turn.session, page * PAGE, PAGE + 1)
    return views.ask_organisation(
        turn.words, turn.me.name or "", listed[:PAGE], page=page, is_more=len(listed) > PAGE
    )


def _turn_page(turn: Turn, choice: str) -> None:
    turn.redraw(_register_page(turn, number_in(choice, LONGEST_PAGE)))


def _take_organisation(turn: Turn, token: Token) -> None:
    choice = token.choice or ""
    if choice == "none":
        _belongs(turn, None)
    elif choice == "other":
        turn.ask(Token("join", 0, "new"), views.ask_other(turn.words))
    else:
        chosen = organisations.get(turn.session, token.number)
        if chosen is None:
            turn.toast(mishaps.stale(turn.words))
            _ask_organisation(turn, 0)
            return
        _belongs(turn, chosen.id)


def _belongs(turn: Turn, organisation_id: int | None) -> None:
    """Note where she comes from; None is a private person."""
    turn.me.organisation_id, turn.me.is_private = organisation_id, organisation_id is None
    go_on(turn)


def _take_written(turn: Turn, text: str) -> None:
    """Take a label of a button for a tap, and anything else for a name to look up."""
    label = spoken.chosen(views.labels(turn.words), text)
    if label in {"yes", "no"} and turn.me.typed:
        _take_new(turn, Token("join", 0, "add", label))
    elif label in {"none", "other"}:
        _take_organisation(turn, Token("join", 0, "org", label))
    else:
        _search(turn, text)


def _search(turn: Turn, words: str) -> None:
    """Look a typed name up; a new one is added only after a yes."""
    words = " ".join(words.split())[:LONGEST_NAME]
    exact = organisations.named(turn.session, words)
    found = organisations.like(turn.session, words, PAGE) if words else []
    if exact:
        _belongs(turn, exact.id)
    elif found:
        turn.ask(Token("join", 0, "org"), views.found_organisations(turn.words, words, found))
    elif not words:
        _ask_organisation(turn, 0)
    else:
        turn.me.typed = words
        turn.ask(Token("join", 0, "org"), views.no_such_organisation(turn.words, words))


def _take_new(turn: Turn, token: Token) -> None:
    person = turn.me
    if token.choice != "yes" or not person.typed:
        _ask_organisation(turn, 0)
        return
    added = organisations.add(turn.session, person.typed, person.id, turn.now)
    person.typed = None
    _belongs(turn, added.id)


def give_links(turn: Turn, _argument: str) -> None:
    """Make new links for members and for one more organiser."""
    if not turn.may(Deed.MAKE_LINKS):
        turn.say(mishaps.only_organisers(turn.words))
        return
    member = turn.house.link(admitting.make_link(turn, AdmissionKind.MEMBER, None, MEMBER_LINK))
    organiser = turn.house.link(
        admitting.make_link(turn, AdmissionKind.ORGANISER, 1, ORGANISER_LINK)
    )
    turn.note("made a link")
    turn.say(views.links(turn.words, member, organiser))


def make_owner_link(turn: Turn) -> str:
    """Make a link that lets the first organiser in; the first one used is the last that works."""
    return admitting.make_link(turn, AdmissionKind.OWNER, 1, None)


def has_owner(turn: Turn) -> bool:
    """Whether someone has claimed the installation."""
    return people.has_owner(turn.session)
