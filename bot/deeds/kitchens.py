"""What the kitchen and the venue are told, and the quiet word when it is no longer true."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.records.kitchen_report import KitchenReport
from bot.records.meeting import Form, Meeting, Status
from bot.records.need import NeedKind
from bot.records.person import Person
from bot.records.registration import Standing
from bot.rules import authority, registration
from bot.rules import kitchen as rule
from bot.rules.authority import Deed
from bot.rules.needs import plates
from bot.store import kitchens, leaders, meetings, needs, people
from bot.turn import Turn, When
from bot.words.views import kitchen as views
from bot.words.views.kitchen import Kitchen

SOON, DAY = timedelta(hours=1), timedelta(days=1)
"""How often numbers are compared, and how long after a word about them the next may come."""


def facts(turn: Turn, meeting: Meeting) -> Kitchen:
    """Count what is eaten and needed, as it stands, beside what the kitchen was told last."""
    told = needs.wishes(turn.session, turn.house.keys, meeting.id, NeedKind.ACCESS)
    lead = turn.house.settings.meeting.needs_days_before
    last, now = kitchens.latest(turn.session, meeting.id), numbers(turn, meeting)
    return Kitchen(
        eaters=now.get(rule.EVERYONE),
        meals=rule.meals(meetings.agenda(turn.session, meeting.id)) if now else (),
        plates=rule.plates(now),
        ordinary=rule.ordinary(now),
        tasks=rule.tasks((wish for _, wish in told), meeting.day, lead),
        told_at=last.created_at if last else None,
        changes=rule.changes(last.numbers, now) if last else (),
    )


def numbers(turn: Turn, meeting: Meeting) -> dict[str, int]:
    """Count plates; nobody eats at a meeting without food, or online."""
    if not meeting.food or meeting.form == Form.ONLINE:
        return {}
    eaters = sum(
        mine.standing == Standing.GOING and mine.attends != "online"
        for mine, _ in people.registered(turn.session, meeting.id)
    )
    told = needs.wishes(turn.session, turn.house.keys, meeting.id, NeedKind.FOOD)
    smallest = turn.house.settings.meeting.smallest_plate
    return rule.numbers(plates((wish for _, wish in told), smallest), eaters)


def hand_over(turn: Turn, meeting: Meeting) -> None:
    """Write down that the kitchen has these numbers, and follow them from now on."""
    told = numbers(turn, meeting)
    kitchens.add(
        turn.session,
        KitchenReport(
            meeting_id=meeting.id,
            numbers=told,
            told=told,
            looks_at=_at_a_decent_hour(turn, turn.now + SOON),
            made_by=turn.me.id,
            created_at=turn.now,
        ),
    )
    turn.note("told the kitchen", meeting)


def refresh(turn: Turn) -> None:
    """Tell those who told a kitchen that its numbers have changed: by day, once a day at most."""
    for report in kitchens.due(turn.session, turn.now):
        meeting = meetings.get(turn.session, report.meeting_id)
        reader = people.get(turn.session, report.made_by or 0)
        report.looks_at = None
        turn.session.add(report)
        if meeting is not None and reader is not None and _follows(turn, meeting, reader):
            _compare(turn, meeting, report, reader)


def _follows(turn: Turn, meeting: Meeting, reader: Person) -> bool:
    """Whether the numbers still matter, and to this person."""
    if meeting.status != Status.ANNOUNCED or registration.is_over(
        meeting, turn.now, turn.house.zone
    ):
        return False
    leads = leaders.leads(turn.session, meeting.id, reader.id)
    return authority.may(reader, Deed.SEE_WHO_COMES, leads=leads)


def _compare(turn: Turn, meeting: Meeting, report: KitchenReport, reader: Person) -> None:
    now, pause = numbers(turn, meeting), SOON
    if rule.changes(report.told, now):
        report.told, pause = now, DAY
        changed = rule.changes(report.numbers, now)
        told = views.has_changed(turn.words_for(reader), meeting, changed)
        turn.tell(reader, told, meeting, when=When(turn.now))
    report.looks_at = _at_a_decent_hour(turn, turn.now + pause)


def _at_a_decent_hour(turn: Turn, wanted: datetime) -> datetime:
    return turn.house.quiet.next_open(wanted)
