"""Takes, frees and offers seats, always under the meeting row's lock."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.records.registration import Registration, Standing
from bot.rules import times, waiting
from bot.rules.registration import HOLDS_A_SEAT, Hall
from bot.store import needs, people, registrations
from bot.turn import Turn, When
from bot.words.views import waiting as waiting_views


def hall(turn: Turn, meeting: Meeting) -> Hall:
    """Count the seats that are held and the people in line."""
    counts = registrations.counts(turn.session, meeting.id)
    held = sum(n for standing, n in counts.items() if standing in HOLDS_A_SEAT)
    return Hall(held, counts[Standing.WAITING])


def free(turn: Turn, meeting: Meeting, mine: Registration, standing: Standing) -> None:
    """Give up a seat or a place in line: answers go, the seat goes on."""
    mine.standing, mine.changed_at = standing, turn.now
    mine.offer_ends_at, mine.attends, mine.is_exception = None, None, False
    turn.session.add(mine)
    needs.forget(turn.session, mine.id)
    turn.session.flush()
    promote(turn, meeting)


def promote(turn: Turn, meeting: Meeting) -> None:
    """Offer every free seat to the next in line, while there is time enough before the start."""
    chosen = turn.house.settings.meeting
    begins = times.starts_at(meeting, turn.house.zone)
    if begins is None or not waiting.is_promoting(
        meeting, turn.now, turn.house.quiet, chosen.no_promotion_hours
    ):
        return
    line = registrations.all_of(turn.session, meeting.id)
    for one in waiting.next_in_line(meeting, hall(turn, meeting), line):
        one.standing, one.changed_at = Standing.OFFERED, turn.now
        one.offer_ends_at = waiting.offer_ends_at(
            turn.now, begins, turn.house.quiet, chosen.offer_hours, chosen.no_promotion_hours
        )
        turn.session.add(one)
        _offer(turn, meeting, one)
    turn.session.flush()


def _offer(turn: Turn, meeting: Meeting, one: Registration) -> None:
    person = people.get(turn.session, one.person_id)
    if person is None or one.offer_ends_at is None:
        return
    message = waiting_views.offer(turn.words_for(person), meeting, one.offer_ends_at)
    when = When(
        turn.house.quiet.next_open(turn.now),
        one.offer_ends_at,
        f"offer:{one.id}:{one.offer_ends_at:%Y%m%d%H%M%S}",
    )
    turn.tell(person, message, meeting, when=when)
