"""Finds the registrations a person may answer for besides her own, and her association's."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Part, Registration, Standing
from bot.rules import authority, party
from bot.rules.authority import Deed
from bot.rules.registration import LIVE
from bot.store import meetings, people, registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.views.parties import Fellow

Guest = tuple[Registration, Person]


def spoken_for(turn: Turn, row: int) -> tuple[Meeting | None, Registration | None]:
    """Find a registration and its locked meeting; nothing for one she does not speak for."""
    mine = registrations.get(turn.session, row)
    person = people.get(turn.session, mine.person_id) if mine else None
    if mine is None or person is None:
        return None, None
    if not party.may_speak(turn.me, mine, person) and not _keeps(turn, mine, person):
        return None, None
    meeting = meetings.locked(turn.session, mine.meeting_id)
    turn.session.refresh(mine)
    return meeting, mine


def _keeps(turn: Turn, mine: Registration, person: Person) -> bool:
    """Whether an organiser speaks for someone without Telegram whom a colleague has entered."""
    meeting = meetings.get(turn.session, mine.meeting_id)
    return person.telegram_id is None and turn.may(Deed.REGISTER_OTHERS, meeting)


def whose(turn: Turn, token: Token) -> tuple[Meeting | None, Registration | None]:
    """Find the locked meeting and the registration that a token is about."""
    if token.what == "ours":
        return spoken_for(turn, token.row)
    meeting = meetings.locked(turn.session, token.row)
    if meeting is None:
        return None, None
    return meeting, registrations.of(turn.session, meeting.id, turn.me.id)


def guests(turn: Turn, meeting: Meeting) -> list[Guest]:
    """Give the colleagues she has registered and answers for, who hold or wait for a place."""
    brought = registrations.brought_by(turn.session, meeting.id, turn.me.id)
    return [(mine, person) for mine, person in brought if mine.standing in LIVE]


def names(listed: list[Guest]) -> tuple[str, ...]:
    """Name colleagues."""
    return tuple(person.name or "–" for _, person in listed)


def answered_for(turn: Turn, meeting: Meeting, standing: Standing) -> list[Registration]:
    """Give every registration that stands so and that she answers for, her own first."""
    own = registrations.of(turn.session, meeting.id, turn.me.id)
    spoken = [
        mine
        for mine, person in guests(turn, meeting)
        if party.speaker_id(mine, person) == turn.me.id
    ]
    return [one for one in ([own] if own else []) + spoken if one.standing == standing]


def offered_with(turn: Turn, meeting: Meeting, mine: Registration) -> list[Registration]:
    """Give those who were offered seats together with someone, and whom she answers for."""
    offered = answered_for(turn, meeting, Standing.OFFERED)
    is_offered = mine.standing == Standing.OFFERED
    return [one for one in offered if is_offered and one.line == mine.line]


def company(turn: Turn, meeting: Meeting) -> list[Guest]:
    """Give those who come with her; an organiser has entered people who come by themselves."""
    return [] if authority.is_organiser(turn.me) else guests(turn, meeting)


def party_of(turn: Turn, meeting: Meeting) -> list[Guest]:
    """Give everyone who takes one of the places of her association, herself left out.

    Someone who comes as a private person has brought her own party.
    """
    if turn.me.organisation_id is None:
        return guests(turn, meeting)
    found = registrations.of_organisation(turn.session, meeting.id, turn.me.organisation_id)
    return [(mine, one) for mine, one in found if mine.standing in LIVE and one.id != turn.me.id]


def fellows(turn: Turn, meeting: Meeting) -> tuple[Fellow, ...]:
    """Give the others of her association by name and standing; never what they need."""
    return tuple(fellow(mine, person) for mine, person in party_of(turn, meeting))


def fellow(mine: Registration, person: Person) -> Fellow:
    """Give what others of an association may see of someone."""
    part = Part(mine.part) if mine.part else None
    return Fellow(person.name or "–", Standing(mine.standing), part)


def everyone_of(turn: Turn, meeting: Meeting) -> tuple[Fellow, ...]:
    """Give all of her association, herself too, who hold a place or wait for one."""
    own = registrations.of(turn.session, meeting.id, turn.me.id)
    mine = (fellow(own, turn.me),) if own is not None and own.standing in LIVE else ()
    return mine + fellows(turn, meeting)
