"""Whom a message to many is for, who of them it reaches, and who was invited to a meeting.

Everything is a condition that the database answers, for one slice or for all at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, false, or_, true
from sqlmodel import col

from bot.deeds import changing, plans
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Standing
from bot.rules import audience, selection, unasked
from bot.rules.reach import Why
from bot.store import attendance, broadcasts, profiles, series
from bot.store.profiles import Circle, Condition
from bot.turn import Turn
from bot.words.texts import LANGUAGES

BY_CHOICE = frozenset({BroadcastKind.INVITATION, BroadcastKind.MESSAGE})
"""What an organiser chooses the readers of."""
BY_HAND = BY_CHOICE | {BroadcastKind.MINUTES}
"""What leaves because an organiser has sent it, and not by the clock."""


def circle(turn: Turn, told: Broadcast, meeting: Meeting) -> Circle:
    """Read a message's selection against its meeting."""
    chosen = selection.from_facts(told.audience)
    noted = told.facts.get("present_at")
    present_at = noted if isinstance(noted, int) else None
    if chosen.present_only and present_at is None:
        present_at = attendance.last(turn.session, meeting)
    tongues = tuple((name.casefold(), tag) for tag, name in LANGUAGES.items())
    return Circle(chosen, meeting.id, present_at, tongues)


def meant(turn: Turn, told: Broadcast, meeting: Meeting) -> list[Condition]:
    """Say whom what an organiser sends is for, whether or not it can reach them."""
    if told.kind == BroadcastKind.MINUTES:
        everyone = of_minutes(turn, meeting, str(told.audience.get("to")))
    else:
        fits = profiles.fits(turn.session, circle(turn, told, meeting))
        everyone = [profiles.is_member(), fits]
    if told.created_by is not None:
        everyone.append(col(Person.id) != told.created_by)
    if told.kind == BroadcastKind.INVITATION:
        everyone += [~profiles.answered(meeting.id), ~_has_been_invited(turn, told, meeting)]
    return everyone


def _has_been_invited(turn: Turn, told: Broadcast, meeting: Meeting) -> Condition:
    """Whether someone has the invitation, herself or through the one who speaks for her."""
    before = [one for one in _invitations(turn, meeting) if one.id != told.id]
    through_another = [
        profiles.fits(turn.session, circle(turn, one, meeting))
        for one in before
        if one.status == BroadcastStatus.DONE
    ]
    has_it = profiles.has_had([one.id for one in before])
    return or_(has_it, and_(col(Person.telegram_id).is_(None), or_(false(), *through_another)))


def reached(turn: Turn, told: Broadcast, meeting: Meeting) -> list[Condition]:
    """Say who gets it."""
    held_back = [kept for _, kept in _obstacles(turn, told, meeting)]
    return [*meant(turn, told, meeting), ~or_(*held_back)]


def missing(turn: Turn, told: Broadcast, meeting: Meeting) -> list[tuple[Why, list[Condition]]]:
    """Say who of those it is for does not get it, each person for one reason only."""
    found: list[tuple[Why, list[Condition]]] = []
    before: list[Condition] = []
    everyone = meant(turn, told, meeting)
    for why, kept in _obstacles(turn, told, meeting):
        found.append((why, [*everyone, kept, *(~one for one in before)]))
        before.append(kept)
    return found


def _obstacles(turn: Turn, told: Broadcast, meeting: Meeting) -> list[tuple[Why, Condition]]:
    listed: list[tuple[Why, Condition]] = [
        (Why.NO_TELEGRAM, col(Person.telegram_id).is_(None)),
        (Why.UNREACHABLE, col(Person.unreachable_since).is_not(None)),
        (Why.STOPPED, col(Person.stopped_at).is_not(None)),
    ]
    if told.kind == BroadcastKind.MESSAGE:
        outside = ~profiles.answered(meeting.id, *audience.CONCERNED)
        heard = counted(turn, meeting, BroadcastKind.MESSAGE, besides=told.id)
        enough = profiles.has_had(heard, unasked.MOST)
        listed.append((Why.MUTED, and_(outside, profiles.muted(meeting.id))))
        listed.append((Why.ENOUGH, and_(outside, enough)))
    return listed


def counted(turn: Turn, meeting: Meeting, kind: BroadcastKind, *, besides: int) -> list[int]:
    """Give what has been told before and counts against one more message of this kind.

    What was said of another day, before the meeting was moved, does not.
    """
    standing, kinds = plans.keys(turn, meeting), unasked.counted_for(kind)
    by_hand = BY_CHOICE & kinds
    return [
        one.id
        for one in broadcasts.of(turn.session, meeting.id)
        if one.kind in kinds and one.id != besides and (one.kind in by_hand or one.key in standing)
    ]


def listening(
    turn: Turn, told: Broadcast, meeting: Meeting, listed: Sequence[Person]
) -> list[Person]:
    """Choose those of the people listed whom a message to many can be for."""
    having = _listening(turn, told, meeting)
    return profiles.among(turn.session, listed, *having) if having else list(listed)


def _listening(turn: Turn, told: Broadcast, meeting: Meeting) -> list[Condition]:
    if told.kind in BY_CHOICE:
        return meant(turn, told, meeting)
    if told.kind == BroadcastKind.MINUTES:
        return of_minutes(turn, meeting, str(told.audience.get("to")))
    if told.kind == BroadcastKind.NUDGE:
        has_chosen, is_nudged = _has_chosen(turn, meeting), _is_nudged(turn, meeting)
        return [invited(turn, meeting), ~has_chosen, ~is_nudged]
    if told.kind == BroadcastKind.CHANGE:
        return [~profiles.has_had([one.id for one in changing.earlier(turn, told)])]
    if told.kind == BroadcastKind.CANCELLATION:
        lead = [one.id for one in changing.earlier(turn, told)]
        has_place = profiles.answered(meeting.id, *audience.CONCERNED)
        return [has_place, ~profiles.has_had(lead)] if lead else [knows_of(turn, meeting)]
    return []


def of_minutes(turn: Turn, meeting: Meeting, to: str) -> list[Condition]:
    """Say who gets a meeting's minutes: those "present", those "invited", or every member.

    Where nobody noted who was there, those who had a seat.
    """
    if to == "invited":
        return [profiles.is_member(), knows_of(turn, meeting)]
    if to != "present":
        return [profiles.is_member()]
    if not attendance.is_noted(turn.session, meeting.id):
        return [profiles.is_member(), profiles.answered(meeting.id, Standing.GOING)]
    there = Circle(selection.Selection(present_only=True), meeting.id, meeting.id)
    return [profiles.is_member(), profiles.fits(turn.session, there)]


def knows_of(turn: Turn, meeting: Meeting) -> Condition:
    """Whether someone was invited to a meeting or has answered it."""
    return or_(profiles.answered(meeting.id), invited(turn, meeting))


def invited(turn: Turn, meeting: Meeting) -> Condition:
    """Say who is invited to a meeting: those whom its invitations are for, or who have got one.

    One that was stopped on its way is for those who had got it by then.
    """
    sent = _invitations(turn, meeting)
    if leave_nobody_out(sent):
        return true()
    covered = [
        profiles.fits(turn.session, circle(turn, one, meeting))
        for one in sent
        if one.status != BroadcastStatus.TAKEN_BACK
    ]
    return or_(profiles.has_had([one.id for one in sent]), *covered)


def leave_nobody_out(sent: Sequence[Broadcast]) -> bool:
    """Whether all members are invited: nothing was sent, or something that is for everyone."""
    return not sent or any(is_for_everyone(one) for one in sent)


def is_for_everyone(told: Broadcast) -> bool:
    """Whether nothing narrows whom it is for, and it was not stopped."""
    chosen = selection.from_facts(told.audience)
    return chosen.is_everyone and told.status != BroadcastStatus.TAKEN_BACK


def _invitations(turn: Turn, meeting: Meeting) -> list[Broadcast]:
    """Give the invitations that have left or will."""
    return [
        one
        for one in broadcasts.of(turn.session, meeting.id)
        if one.kind == BroadcastKind.INVITATION and has_left(one)
    ]


def has_left(told: Broadcast) -> bool:
    """Whether something has left or will: it is no draft, and was not stopped before anyone."""
    if told.status == BroadcastStatus.TAKEN_BACK:
        return told.count > 0
    return told.status != BroadcastStatus.DRAFT


def silent(turn: Turn, meeting: Meeting) -> list[Condition]:
    """Say who is invited and has not answered; not the one who invites."""
    return [
        profiles.is_member(),
        invited(turn, meeting),
        ~profiles.answered(meeting.id),
        ~_has_chosen(turn, meeting),
        col(Person.id) != meeting.created_by,
    ]


def _alternatives(turn: Turn, meeting: Meeting) -> list[Meeting]:
    """Give the other occasions of a meeting of which people choose one."""
    if not meeting.picks_one:
        return []
    return [one for one in series.of(turn.session, meeting) if one.id != meeting.id]


def _has_chosen(turn: Turn, meeting: Meeting) -> Condition:
    """Whether someone has a place at another occasion, or waits for one, and so has answered."""
    elsewhere = [
        profiles.answered(one.id, *audience.CONCERNED) for one in _alternatives(turn, meeting)
    ]
    return or_(false(), *elsewhere)


def _is_nudged(turn: Turn, meeting: Meeting) -> Condition:
    """Whether someone has been reminded of another occasion; once is enough for all of them."""
    nudges = [
        told.id
        for one in _alternatives(turn, meeting)
        for told in broadcasts.of(turn.session, one.id)
        if told.kind == BroadcastKind.NUDGE
    ]
    return profiles.has_had(nudges)
