"""One quiet message in the morning about what waits for an organiser; none when nothing does."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.deeds import run_sheets, seats
from bot.records.chore import Chore
from bot.records.meeting import Meeting
from bot.records.minutes import MinutesStatus
from bot.records.person import Person
from bot.rules import minutes as minute_rules
from bot.rules import morning, registration, run_sheet, times
from bot.rules.morning import Facts, Wait, Waiting
from bot.rules.reminders import Occasion
from bot.rules.run_sheet import Item
from bot.store import leaders, meetings, minutes, people, plan_steps, waiting_work
from bot.turn import Turn, When
from bot.words.views import mornings as views

CHORE = "morning"
LASTING = timedelta(hours=9)


def next_at(turn: Turn) -> datetime | None:
    """Say when the next morning's look is; None while there is no meeting to look at."""
    today = _today(turn)
    if not waiting_work.is_any_since(turn.session, _first(today)):
        return None
    chore = turn.session.get(Chore, CHORE)
    day = morning.next_day(chore.done_on if chore else None, today)
    return morning.hour(day, turn.house.quiet)


def tell(turn: Turn) -> None:
    """Look once a day, and tell each organiser what waits for her."""
    today = _today(turn)
    chore = turn.session.get(Chore, CHORE)
    day = morning.next_day(chore.done_on if chore else None, today)
    if day != today or turn.now < morning.hour(today, turn.house.quiet):
        return
    told_on = chore.done_on if chore else today - timedelta(days=1)
    standing = chore or Chore(name=CHORE, done_on=today)
    standing.done_on = today
    turn.session.add(standing)
    before = morning.hour(told_on, turn.house.quiet)
    for person, found in _by_organiser(turn, today).items():
        everything = [one for _, waiting in found for one in waiting]
        reader = people.get(turn.session, person)
        if reader is not None and morning.is_worth_telling(everything, today, before):
            _tell(turn, reader, found, today)


def show(turn: Turn) -> None:
    """Show the one who spoke what waits for her now, in the place of what did in the morning."""
    found = _by_organiser(turn, _today(turn)).get(turn.me.id, [])
    w = turn.words
    turn.show(views.waiting(w, found) if found else views.nothing(w))


def _today(turn: Turn) -> date:
    return turn.now.astimezone(turn.house.zone).date()


def _first(today: date) -> date:
    return today - morning.GIVEN_UP - timedelta(days=30)


def _tell(
    turn: Turn, reader: Person, found: list[tuple[Meeting, tuple[Waiting, ...]]], today: date
) -> None:
    when = When(turn.now, turn.now + LASTING, f"{CHORE}:{reader.id}:{today:%Y%m%d}")
    turn.tell(reader, views.waiting(turn.words_for(reader), found), when=when)


def _by_organiser(turn: Turn, today: date) -> dict[int, list[tuple[Meeting, tuple[Waiting, ...]]]]:
    """Gather what waits at each meeting for the one who made it and those who look after it."""
    gathered: dict[int, list[tuple[Meeting, tuple[Waiting, ...]]]] = {}
    for meeting in waiting_work.meetings_since(turn.session, _first(today)):
        waiting = morning.waits(facts(turn, meeting), turn.now)
        if waiting:
            hers = {meeting.created_by, *_leaders(turn, meeting)}
            for person in sorted(one for one in hers if one is not None):
                gathered.setdefault(person, []).append((meeting, waiting))
    return gathered


def _leaders(turn: Turn, meeting: Meeting) -> list[int]:
    return [one.id for one in leaders.of_meeting(turn.session, meeting.id)]


def facts(turn: Turn, meeting: Meeting) -> Facts:
    """Find since when each thing waits at a meeting."""
    session = turn.session
    asked, asking = waiting_work.unanswered(session, meeting.id)
    arranged = waiting_work.arranged_at(session, meeting.id)
    told, needing = waiting_work.told_needs(session, meeting.id, arranged)
    over = _over(turn, meeting)
    since = {
        Wait.AGENDA: _agenda(turn, meeting),
        Wait.KITCHEN: _kitchen(turn, meeting),
        Wait.TO_BOOK: told,
        Wait.REQUESTS: asked + morning.PATIENCE if asked else None,
        Wait.OVERBOOKED: waiting_work.last_seat_at(session, meeting.id) if over else None,
        **_minutes(turn, meeting),
    }
    return Facts(
        begins=times.starts_at(meeting, turn.house.zone) or turn.now,
        since={wait: at for wait, at in since.items() if at is not None},
        counts={Wait.REQUESTS: asking, Wait.TO_BOOK: needing, Wait.OVERBOOKED: over},
    )


def _agenda(turn: Turn, meeting: Meeting) -> datetime | None:
    """Since when the agenda is missed; the organiser may have switched it off."""
    if meetings.agenda(turn.session, meeting.id):
        return None
    steps = plan_steps.of(turn.session, meeting.id)
    planned = run_sheet.plan(meeting, turn.house.habits, steps)
    found = (due.at for due in planned if due.occasion == Occasion.AGENDA)
    at = next(found, None)
    return at - morning.AGENDA_AHEAD if at else None


def _kitchen(turn: Turn, meeting: Meeting) -> datetime | None:
    if not meeting.food or run_sheets.kitchen_told_at(turn, meeting) is not None:
        return None
    return _hers(turn, meeting, Item.KITCHEN)


def _hers(turn: Turn, meeting: Meeting, item: Item) -> datetime | None:
    steps = plan_steps.of(turn.session, meeting.id)
    return run_sheet.hers(meeting, item, turn.house.habits, steps)


def _minutes(turn: Turn, meeting: Meeting) -> dict[Wait, datetime | None]:
    """Since when minutes are missed, or could be published."""
    found = minutes.versions(turn.session, meeting.id)
    shown = [one for one in found if one.status != MinutesStatus.DRAFT]
    if not shown:
        return {Wait.MINUTES: _hers(turn, meeting, Item.MINUTES)}
    last = minute_rules.latest(shown)
    is_out = last is not None and last.status == MinutesStatus.OUT
    return {Wait.PUBLISH: last.comments_until if last and is_out else None}


def _over(turn: Turn, meeting: Meeting) -> int:
    """How many more people come than there are seats."""
    over = 0
    for side in registration.sides(meeting):
        seated = registration.seats(meeting, side)
        held = seats.hall(turn, meeting, side).held
        over += max(0, held - seated) if seated is not None else 0
    return over
