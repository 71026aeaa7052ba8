"""Writes to those who wait: an offered seat, a change that has come true, seats for some."""

from __future__ import annotations

from bot.deeds import settling
from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Registration
from bot.rules import party, registration, times
from bot.rules.party import Subject
from bot.rules.waiting import Party
from bot.store import people
from bot.turn import Turn, When
from bot.words.views import offering as offering_views
from bot.words.views import waiting as views


def subjects(turn: Turn, meeting: Meeting, reader: Person, chosen: Party) -> tuple[Subject, ...]:
    """Say whom registrations are about, to the one who reads of them."""
    return tuple(
        party.oneself(meeting.id)
        if one.person_id == reader.id
        else party.colleague(one, settling.name_of(turn, one))
        for one in chosen
    )


def seats(turn: Turn, meeting: Meeting, chosen: Party, reader: Person | None) -> None:
    """Offer seats to those who wait together, at a decent hour."""
    ends = chosen[0].offer_ends_at
    if reader is None or ends is None:
        return
    about = subjects(turn, meeting, reader, chosen)
    message = offering_views.offer(turn.words_for(reader), meeting, ends, about)
    key = f"offer:{chosen[0].id}:{ends:%Y%m%d%H%M%S}"
    turn.tell(reader, message, meeting, when=When(turn.house.quiet.next_open(turn.now), ends, key))


def has_moved(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    """Tell someone that she takes part in the way she waited for."""
    person = people.get(turn.session, mine.person_id)
    reader = people.get(turn.session, party.speaker_id(mine, person) or 0) if person else None
    if reader is not None:
        (about,) = subjects(turn, meeting, reader, (mine,))
        side = registration.side_of(mine, meeting)
        turn.tell(reader, views.has_moved(turn.words_for(reader), meeting, side, about), meeting)


def some_seats(
    turn: Turn, meeting: Meeting, waits: Party, reader: Person | None, free: int
) -> None:
    """Tell those who wait together, once, that there are seats but too few."""
    if reader is None:
        return
    about = subjects(turn, meeting, reader, waits)
    message = offering_views.some_seats(turn.words_for(reader), meeting, free, about)
    key = f"some:{meeting.id}:{waits[0].line}:{len(waits)}:{free}"
    begins = times.starts_at(meeting, turn.house.zone)
    when = When(turn.house.quiet.next_open(turn.now), begins, key)
    turn.tell(reader, message, meeting, when=when)
