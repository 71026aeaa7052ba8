"""Read a whole invitation: scan for candidates, then judge which is what.

Only connects the scan and the judges; each rule lives with its noun.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.invitation import (
    agenda,
    comfort,
    deadline,
    food,
    hours,
    language,
    meeting_day,
    occasions,
    people,
    place,
    purposes,
    reach,
    terms,
    title,
)
from bot.invitation.invitation import Finding, Invitation, Occasion, absent, found
from bot.invitation.scan import Scan

if TYPE_CHECKING:
    from bot.invitation.days import DayReading
    from bot.invitation.meeting_day import Candidate
    from bot.invitation.purposes import Purposed


def read(text: str, today: date) -> Invitation:
    """Read any text as an invitation; never raises, and what is silent is marked absent."""
    scan = Scan(text, today)
    days = purposes.judge(scan)
    chosen = _choose(scan, days)
    when = hours.judge(scan, chosen.reading, days)
    where = place.judge(scan, chosen.reading)
    last = deadline.judge(scan, days, chosen.day.value)
    reached = reach.judge(scan)
    offered = occasions.occasions(
        scan, chosen.group, Occasion(absent(), when.start, when.end, where.place)
    )
    first = next((one for one in offered if one.day.value == chosen.day.value), None)
    where_first = first.place if first else where.place
    limit = terms.limit_per_association(scan)
    return Invitation(
        title=title.judge(scan),
        organisers=people.organisers(scan),
        day=chosen.day,
        last_day=_last_day(scan, chosen.best, chosen.group),
        start=first.start if first and first.start.value else when.start,
        end=first.end if first and first.start.value else when.end,
        doors=when.doors,
        place=where_first,
        online=where.online,
        hybrid=where.online if where_first.value else absent(),
        join_url=where.join_url,
        deadline=last.day,
        deadline_time=last.hour,
        other_deadlines=last.others,
        contact_name=reached.name,
        contact_email=reached.email,
        contact_phone=reached.phone,
        contact_link=reached.link,
        cost=terms.cost(scan),
        food=food.judge(scan),
        accessibility=comfort.accessibility(scan),
        asks_needs=comfort.asks_needs(scan),
        moderator=people.moderator(scan),
        speakers=people.speakers(scan),
        audience=people.audience(scan),
        limit_per_association=limit,
        seats=terms.seats(scan, limit),
        online_seats=terms.online_seats(scan),
        needs_deadline=last.needs,
        agenda=agenda.read(scan.block, scan.manuscript),
        links=reached.links,
        language=language.of(scan.low),
        occasions=offered,
    )


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The day that is the meeting's, and those that belong with it."""

    best: Candidate | None
    group: occasions.Days
    day: Finding[date]

    @property
    def reading(self) -> DayReading | None:
        """Where the day was read."""
        return self.best.reading if self.best else None


def _choose(scan: Scan, days: list[Purposed]) -> _Chosen:
    ranked = meeting_day.candidates(scan, days)
    supported = meeting_day.chosen(ranked)
    group = occasions.gather(scan, ranked, supported)
    best = _first_of(ranked, supported, group)
    if best is not None:
        ranked = [best, *(one for one in ranked if one is not best)]
    return _Chosen(best, group, meeting_day.finding(scan, ranked, group.all))


def _first_of(
    ranked: list[Candidate], best: Candidate | None, group: occasions.Days
) -> Candidate | None:
    """Take the first of several occasions for the meeting's day."""
    if best is None or not group.readings:
        return best
    first = min(group.readings, key=lambda reading: (reading.day or date.max, reading.start))
    if best.reading.day and first.day and best.reading.day <= first.day:
        return best
    return next((one for one in ranked if one.reading is first), best)


def _last_day(scan: Scan, best: Candidate | None, group: occasions.Days) -> Finding[date]:
    if best is None or group.last is None or group.last == best.reading.day:
        return absent()
    return found(group.last, scan.span(best.reading.start, best.reading.end))
