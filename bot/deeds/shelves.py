"""Which meetings the one who spoke finds: those ahead that she may know of, and those held."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col

from bot.deeds import audiences
from bot.records.broadcast import Broadcast, BroadcastStatus
from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Standing
from bot.rules import authority, finding, selection
from bot.store import broadcasts, heard, leaders, meetings, minutes, profiles, registrations
from bot.turn import Turn


def coming(turn: Turn) -> list[Meeting]:
    """Give what is announced and has not ended, as far as she may know of it; the next first."""
    ahead = finding.coming(meetings.announced(turn.session), turn.now, turn.house.zone)
    return known(turn, ahead)


def past(turn: Turn) -> list[Meeting]:
    """Give what has been held, the latest first; an organiser finds every meeting."""
    now, zone = turn.now, turn.house.zone
    if authority.is_organiser(turn.me):
        return finding.held(meetings.announced(turn.session), now, zone)
    answered = registrations.of_person(turn.session, turn.me.id)
    standings = {meeting.id: Standing(one.standing) for one, meeting in answered}
    own = [meeting for _, meeting in answered]
    open_to_her = [
        *minutes.archived(turn.session, now),
        *leaders.led_by(turn.session, turn.me.id),
    ]
    return finding.past(own, open_to_her, standings, now, zone)


def known(turn: Turn, listed: Sequence[Meeting]) -> list[Meeting]:
    """Choose the meetings she may find by herself: those she is invited to, has answered or leads.

    Who has got the link or the card from another may come all the same: it was passed on to her.
    """
    if authority.is_organiser(turn.me):
        return list(listed)
    sent = _invitations(turn, listed)
    narrow = {one.id for one in listed if not audiences.leave_nobody_out(sent.get(one.id, []))}
    if not narrow:
        return list(listed)
    hers = _hers(turn)
    hers |= _invited(turn, [one for row in sorted(narrow - hers) for one in sent.get(row, [])])
    return [one for one in listed if one.id not in narrow or one.id in hers]


def _invitations(turn: Turn, listed: Sequence[Meeting]) -> dict[int, list[Broadcast]]:
    found: dict[int, list[Broadcast]] = {}
    for one in broadcasts.invitations(turn.session, [meeting.id for meeting in listed]):
        if audiences.has_left(one):
            found.setdefault(one.meeting_id, []).append(one)
    return found


def _hers(turn: Turn) -> set[int]:
    """Name the meetings she has answered or helps to run."""
    answered = registrations.of_person(turn.session, turn.me.id)
    led = leaders.led_by(turn.session, turn.me.id)
    return {meeting.id for _, meeting in answered} | {meeting.id for meeting in led}


def _invited(turn: Turn, sent: Sequence[Broadcast]) -> set[int]:
    """Name the meetings that these invitations invite her to, as `audiences.invited` says it.

    They are to meetings that she has not answered.
    """
    got = heard.of_person(turn.session, turn.me.id, [one.id for one in sent])
    is_covered: dict[object, bool] = {}
    found: set[int] = set()
    for one in sent:
        if one.id in got:
            found.add(one.meeting_id)
        elif one.status != BroadcastStatus.TAKEN_BACK:
            key = _same(one)
            if key not in is_covered:
                is_covered[key] = _covers(turn, one)
            if is_covered[key]:
                found.add(one.meeting_id)
    return found


def _same(told: Broadcast) -> object:
    """Say what two invitations must share for one answer to hold for both.

    How one has answered is the same for both: not at all.
    """
    chosen = selection.from_facts(told.audience)
    where = told.facts.get("present_at") or ("", told.id)
    return (chosen, where if chosen.present_only else None)


def _covers(turn: Turn, told: Broadcast) -> bool:
    meeting = meetings.get(turn.session, told.meeting_id)
    if meeting is None:
        return False
    fits = profiles.fits(turn.session, audiences.circle(turn, told, meeting))
    return profiles.is_any(turn.session, col(Person.id) == turn.me.id, fits)
