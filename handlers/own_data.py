"""Shows a person all that is saved about her, readably and as a file; corrects nothing itself."""

from __future__ import annotations

import json

from bot.deeds import own_data
from bot.records.person import Reminders
from bot.rules import own_hours
from bot.store import memberships, mutes, needs, organisations, registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.message import File
from bot.words.texts import Html
from bot.words.views import belonging, listing
from bot.words.views import own_data as views


def my_data(turn: Turn, _argument: str) -> None:
    """Show everything that is saved about the one who asks; health only if she asks once more."""
    if turn.person is None:
        turn.say(views.nothing_saved(turn.words))
        return
    facts, answered = _facts(turn)
    turn.say(views.readable(turn.words, facts))
    turn.say(views.file(turn.words, _file(turn, with_needs=False), offers_needs=answered > 0))


def answer(turn: Turn, _token: Token) -> None:
    """Send the file with food and needs in it, to the one who has asked for it."""
    turn.take_buttons()
    turn.say(views.file_with_needs(turn.words, _file(turn, with_needs=True)))


def _facts(turn: Turn) -> tuple[list[Html], int]:
    """Gather what can be read in the chat, and count the answers that are not shown there."""
    w, person = turn.words, turn.me
    listed = registrations.of_person(turn.session, person.id)
    answered = sum(len(needs.answered(turn.session, mine.id)) for mine, _ in listed)
    facts = [
        views.name_fact(w, person.name or "–"),
        _place(turn),
        *(belonging.fact(w, one.name) for one in memberships.of_person(turn.session, person.id)),
        views.language_fact(w),
        views.few_fact(w) if person.reminders == Reminders.FEW else None,
        views.hours_fact(w, own) if (own := own_hours.of(person)) else None,
        views.shown_fact(w) if person.shows_name else None,
        views.silent_fact(w) if person.stopped_at else None,
        *(listing.row(w, listing.Listed(meeting, mine.standing)) for mine, meeting in listed),
        *(views.muted_fact(w, one) for one in mutes.of_person(turn.session, person.id)),
        views.needs_fact(w, answered) if answered else None,
    ]
    return [fact for fact in facts if fact is not None], answered


def _place(turn: Turn) -> Html | None:
    organisation = organisations.get(turn.session, turn.me.organisation_id)
    if organisation is not None:
        return views.organisation_fact(turn.words, organisation.name)
    return views.private_fact(turn.words) if turn.me.is_private else None


def _file(turn: Turn, *, with_needs: bool) -> File:
    whole = own_data.whole(turn, turn.me, with_needs=with_needs)
    body = json.dumps(whole, ensure_ascii=False, indent=2).encode()
    return File("mina-uppgifter.json", "application/json", body)
