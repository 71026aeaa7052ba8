"""Removes a person in two steps; the receipt is the last she hears."""

from __future__ import annotations

from bot.deeds import cards, inheriting, leaving
from bot.records.person import Role
from bot.rules import registration, retention
from bot.store import people, registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.views import erasing as views
from bot.words.views import own_data


def erase(turn: Turn, _argument: str) -> None:
    """Ask before everything is removed."""
    if turn.person is None:
        turn.say(own_data.nothing_saved(turn.words))
    elif _is_only_owner(turn):
        turn.say(views.owner_cannot_leave(turn.words))
    else:
        theirs = inheriting.entered_by(turn, turn.person) if _may_erase(turn) else []
        names = tuple(one.name or "–" for one in theirs)
        settings, upcoming = turn.house.settings, _upcoming(turn)
        turn.say(views.ask_erase(turn.words, settings, names, upcoming=upcoming))


def _may_erase(turn: Turn) -> bool:
    """Whether everything may go; a public body without a decision keeps the answers."""
    return retention.may_erase(turn.house.settings.network)


def _upcoming(turn: Turn) -> int:
    """Count the coming meetings at which she holds a place."""
    return sum(
        mine.standing in registration.LIVE
        and not registration.is_over(meeting, turn.now, turn.house.zone)
        for mine, meeting in registrations.of_person(turn.session, turn.me.id)
    )


def answer(turn: Turn, token: Token) -> None:
    """Take the second step, or leave everything as it is."""
    if token.choice not in {"yes", "all"}:
        turn.redraw(views.kept(turn.words))
    elif _is_only_owner(turn):
        turn.redraw(views.owner_cannot_leave(turn.words))
    else:
        _erase(turn, with_theirs=token.choice == "all")


def _erase(turn: Turn, *, with_theirs: bool) -> None:
    """Remove what may be removed: everything, or without a decision all but the answers."""
    words, person, whole = turn.words, turn.me, _may_erase(turn)
    of_theirs = inheriting.removed if with_theirs and whole else inheriting.to_organiser
    for meeting in of_theirs(turn, person):
        cards.refresh(turn, meeting)
    touched = leaving.erase(turn, person) if whole else leaving.erase_what_may(turn, person)
    for meeting in touched:
        cards.refresh(turn, meeting)
    if whole:
        turn.person = None
    turn.take_buttons()
    turn.say(views.erased(words) if whole else views.erased_in_part(words, turn.house.settings))


def _is_only_owner(turn: Turn) -> bool:
    """Whether nobody would be responsible for the bot without the one who asks."""
    owners = [one for one in people.organisers(turn.session) if one.role == Role.OWNER]
    return turn.me.role == Role.OWNER and len(owners) == 1
