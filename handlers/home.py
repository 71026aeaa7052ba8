"""Help, privacy, language, silence, one's own data and its removal."""

from __future__ import annotations

import json

from bot.deeds import cards, leaving
from bot.records.need import NeedKind
from bot.records.person import Role
from bot.records.registration import Registration
from bot.rules import authority, registration
from bot.store import needs, organisations, people, registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.message import File
from bot.words.texts import LANGUAGES
from bot.words.views import home as views
from bot.words.views import listing, mishaps


def help_text(turn: Turn, _argument: str) -> None:
    """List what can be done."""
    organiser = authority.is_organiser(turn.person)
    turn.say(views.help_text(turn.words, turn.house.settings, organiser=organiser))


def privacy(turn: Turn, _argument: str) -> None:
    """Say how data is handled."""
    turn.say(views.privacy(turn.words, turn.house.settings))


def language(turn: Turn, _argument: str) -> None:
    """Offer the languages."""
    turn.say(views.choose_language(turn.words))


def put_aside(turn: Turn, _argument: str) -> None:
    """Leave whatever is under way; what is answered stays."""
    person = turn.person
    if person is None or person.expects is None:
        turn.say(views.nothing_to_stop(turn.words))
        return
    person.expects, person.typed, person.wants = None, None, None
    turn.say(views.put_aside(turn.words))


def stop(turn: Turn, _argument: str) -> None:
    """Be silent from now on."""
    if turn.person is None:
        turn.say(views.nothing_saved(turn.words))
        return
    turn.person.stopped_at, turn.person.expects = turn.now, None
    leaving.silence(turn, turn.person)
    turn.say(views.stopped(turn.words))


def answer(turn: Turn, token: Token) -> None:
    """Take an answer about oneself."""
    choice = token.choice or ""
    if token.ask == "language" and choice in LANGUAGES:
        _take_language(turn, choice)
    elif token.ask == "resume":
        _take_resume(turn, wanted=choice == "yes")
    elif token.ask == "erase":
        _take_erase(turn, wanted=choice == "yes")
    else:
        turn.toast(mishaps.stale(turn.words))


def _take_language(turn: Turn, choice: str) -> None:
    turn.me.language = choice
    turn.redraw(views.language_chosen(turn.words))
    if turn.me.name is None:
        turn.goes_on = Token("join", 0, "on")


def _take_resume(turn: Turn, *, wanted: bool) -> None:
    if wanted:
        turn.me.stopped_at = None
    turn.redraw(views.resumed(turn.words) if wanted else views.still_silent(turn.words))


def my_data(turn: Turn, _argument: str) -> None:
    """Show everything that is saved about the one who asks, readably and as JSON."""
    if turn.person is None:
        turn.say(views.nothing_saved(turn.words))
        return
    readable, file = views.my_data(turn.words, _facts(turn), _file(turn))
    turn.say(readable)
    turn.say(file)


def _facts(turn: Turn) -> list[str]:
    w, person = turn.words, turn.me
    organisation = organisations.get(turn.session, person.organisation_id)
    place = (
        views.organisation_fact(w, organisation.name)
        if organisation
        else views.private_fact(w)
        if person.is_private
        else None
    )
    facts = [views.name_fact(w, person.name or "–"), place, views.language_fact(w)]
    answered = 0
    for mine, meeting in registrations.of_person(turn.session, person.id):
        answered += len(needs.answered(turn.session, mine.id))
        row = listing.Listed(meeting, mine.standing)
        facts.append(listing.row(w, row))
    facts.append(views.needs_fact(w, answered) if answered else None)
    return [fact for fact in facts if fact is not None]


def _file(turn: Turn) -> File:
    person = turn.me
    organisation = organisations.get(turn.session, person.organisation_id)
    whole = {
        "name": person.name,
        "association": organisation.name if organisation else None,
        "telegram_id": person.telegram_id,
        "role": str(person.role),
        "language": person.language,
        "joined": person.created_at.isoformat(),
        "silent_since": person.stopped_at.isoformat() if person.stopped_at else None,
        "registrations": [
            _as_json(turn, mine) | {"meeting": meeting.title, "day": str(meeting.day)}
            for mine, meeting in registrations.of_person(turn.session, person.id)
        ],
    }
    body = json.dumps(whole, ensure_ascii=False, indent=2).encode()
    return File("mina-uppgifter.json", "application/json", body)


def _as_json(turn: Turn, mine: Registration) -> dict[str, object]:
    given = needs.of(turn.session, turn.house.keys, mine.id)
    return {
        "standing": str(mine.standing),
        "attends": mine.attends,
        "food": given.get(NeedKind.FOOD),
        "needs": given.get(NeedKind.ACCESS),
        "answered": mine.created_at.isoformat(),
        "changed": mine.changed_at.isoformat(),
    }


def erase(turn: Turn, _argument: str) -> None:
    """Ask before everything is removed."""
    if turn.person is None:
        turn.say(views.nothing_saved(turn.words))
        return
    if _is_only_owner(turn):
        turn.say(views.owner_cannot_leave(turn.words))
        return
    coming = [
        mine
        for mine, meeting in registrations.of_person(turn.session, turn.person.id)
        if mine.standing in registration.LIVE
        and not registration.is_over(meeting, turn.now, turn.house.zone)
    ]
    turn.say(views.ask_erase(turn.words, turn.house.settings, upcoming=len(coming)))


def _take_erase(turn: Turn, *, wanted: bool) -> None:
    if not wanted:
        turn.redraw(views.kept(turn.words))
        return
    if _is_only_owner(turn):
        turn.redraw(views.owner_cannot_leave(turn.words))
        return
    words = turn.words
    turn.take_buttons()
    for meeting in leaving.erase(turn, turn.me):
        cards.refresh(turn, meeting)
    turn.person = None
    turn.say(views.erased(words))


def _is_only_owner(turn: Turn) -> bool:
    """Whether nobody would be responsible for the bot without the one who asks."""
    owners = [one for one in people.organisers(turn.session) if one.role == Role.OWNER]
    return turn.me.role == Role.OWNER and len(owners) == 1
