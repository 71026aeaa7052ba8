"""Sees when someone entered by hand may have registered herself too. Never merges unasked."""

from __future__ import annotations

from bot.deeds import leaving, settling
from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import audience, party
from bot.store import needs, people, registrations
from bot.turn import Turn, When
from bot.words.views import doubles as views


def look(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    """Show a possible double to the one it is about, and to the organisers."""
    person = people.get(turn.session, mine.person_id)
    if person is None:
        return
    by_hand = person.telegram_id is not None
    for other, who in people.registered_at(turn.session, meeting.id, by_hand=by_hand):
        hand, hers = (other, person) if by_hand else (mine, who)
        entered = who if by_hand else person
        if party.may_be_double(entered, hers):
            _show(turn, meeting, hand, entered, hers)


def _show(turn: Turn, meeting: Meeting, hand: Registration, entered: Person, hers: Person) -> None:
    by = people.get(turn.session, hand.registered_by or entered.entered_by or 0)
    named = (by.name if by else None) or settling.contact(turn, meeting)
    told = views.maybe_you(turn.words_for(hers), meeting, hand, named)
    turn.tell(hers, told, meeting, when=When(key=f"double:{hand.id}:{hers.id}"))
    for organiser in people.organisers(turn.session):
        if organiser.id != hers.id and audience.is_reachable(organiser):
            asked = views.maybe_double(turn.words_for(organiser), meeting, hand, hers)
            key = f"double:{hand.id}:{hers.id}:{organiser.id}"
            turn.tell(organiser, asked, meeting, when=When(key=key))


def pair(turn: Turn, hand: Registration, hers: Person | None) -> tuple[Person, Person] | None:
    """Give the two who may be one, entered by hand and on Telegram; None when they are not."""
    entered = people.get(turn.session, hand.person_id)
    if entered is None or hers is None or not party.may_be_double(entered, hers):
        return None
    return entered, hers


def merge(turn: Turn, meeting: Meeting, hand: Registration, hers: Person) -> None:
    """Make one of two: the better place is kept, her own answers stand, the hand entry goes."""
    own = registrations.of(turn.session, meeting.id, hers.id)
    entered = people.get(turn.session, hand.person_id)
    if own is None or entered is None:
        return
    if party.is_better(hand, own):
        _swap(turn, hand, own)
    brought_by = people.get(turn.session, hand.registered_by or entered.entered_by or 0)
    _forget(turn, hand, entered)
    turn.note("merged a double", meeting)
    if brought_by is not None and brought_by is not hers and brought_by is not turn.person:
        w = turn.words_for(brought_by)
        turn.tell(brought_by, views.merged_for(w, meeting, hers.name or "–"), meeting)


def _swap(turn: Turn, hand: Registration, own: Registration) -> None:
    """Let her have the better place; the worse one is given up with the hand entry."""
    for name in ("standing", "line", "offer_ends_at", "attends", "waits_for"):
        mine, theirs = getattr(own, name), getattr(hand, name)
        setattr(own, name, theirs)
        setattr(hand, name, mine)
    own.changed_at = hand.changed_at = turn.now
    turn.session.add(own)
    turn.session.add(hand)
    turn.session.flush()


def _forget(turn: Turn, hand: Registration, entered: Person) -> None:
    """Free what the hand entry holds, and forget one who is registered nowhere else."""
    others = [
        one for one, _ in registrations.of_person(turn.session, entered.id) if one.id != hand.id
    ]
    if not others:
        leaving.erase(turn, entered)
        return
    needs.forget(turn.session, hand.id)
    hand.standing = Standing.CANCELLED
    turn.session.add(hand)
    turn.session.flush()
