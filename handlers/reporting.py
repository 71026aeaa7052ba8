"""Where a message to many came: numbers, names, a file, and a word on what is uncertain."""

from __future__ import annotations

from collections import Counter

from bot.deeds import aiming, drafts, homes, looks, receipts
from bot.deeds.readers import Reader
from bot.exports.tables import Workbook
from bot.records.broadcast import Broadcast
from bot.records.meeting import Meeting
from bot.records.outgoing import Outgoing, OutgoingStatus
from bot.records.person import Person
from bot.rules import progress
from bot.rules.own_hours import Telling
from bot.rules.progress import Obstacle
from bot.rules.reach import Why
from bot.store import deliveries, organisations, profiles
from bot.token import Token, number_in
from bot.turn import Turn
from bot.words.views import mishaps, unreached
from bot.words.views import reporting as views
from bot.words.views.reporting import Doubt, Lost, Report, Sent

MOST_IN_FILE = 20_000


def answer(turn: Turn, token: Token) -> None:
    """Show the report, give it as a file, or send once more what is uncertain."""
    opened = drafts.sent(turn, token)
    if opened is None:
        return
    told, meeting = opened
    if token.ask == "file":
        listed = [*_sent(turn, told), *_unwritten(turn, told, meeting)]
        turn.say(views.file(turn.words, Workbook((views.table(turn.words, listed),))))
    elif token.ask == "text":
        drawn = looks.look(turn, told, meeting, Reader(turn.me, None, Telling(turn.now, None)))
        link = turn.house.link_to(meeting)
        turn.say(unreached.to_pass_on(turn.words, drawn, link), about=meeting)
    elif token.ask == "again":
        _again(turn, told, meeting, token.choice or "")
    else:
        _show(turn, told, meeting)


def _show(turn: Turn, told: Broadcast, meeting: Meeting) -> None:
    given = Report(
        begins=aiming.begins(turn, told),
        progress=deliveries.progress(turn.session, told.id),
        lost=_lost(turn, told),
        doubts=_doubts(turn, told),
        missed=aiming.missed(turn, told, meeting),
    )
    turn.show(views.report(turn.words, meeting, told, given), about=meeting)


def _lost(turn: Turn, told: Broadcast) -> list[Lost]:
    """Name whom it did not reach, by reason."""
    found = deliveries.lost(turn.session, told.id)
    count = Counter(why for why, _ in found)
    by_reason: dict[Obstacle, list[Person]] = {}
    for why, person in found:
        by_reason.setdefault(why, []).extend([person] if person else [])
    return [
        Lost(why, count[why], aiming.addresses(turn, listed), aiming.mails(turn, listed))
        for why, listed in by_reason.items()
    ]


def _names(turn: Turn, listed: list[Person]) -> dict[int, str]:
    named = zip(listed, aiming.names(turn, listed), strict=True)
    return {one.id: name for one, name in named}


def _doubts(turn: Turn, told: Broadcast) -> list[Doubt]:
    rows = deliveries.doubted(turn.session, told.id)
    listed = [turn.session.get(Person, row.person_id) for row in rows if row.person_id]
    names = _names(turn, [one for one in listed if one])
    return [
        Doubt(row.id, names.get(row.person_id or 0, "–"), row.attempts < deliveries.COPIES)
        for row in rows
    ]


def _again(turn: Turn, told: Broadcast, meeting: Meeting, choice: str) -> None:
    """Send one row once more; a second tap, or a message that has left twice, changes nothing."""
    row = turn.session.get(Outgoing, number_in(choice))
    if row is None or row.broadcast_id != told.id or row.status != OutgoingStatus.UNCERTAIN:
        turn.toast(mishaps.stale(turn.words))
    elif deliveries.send_once_more(turn.session, row, turn.now):
        turn.note("sent once more", meeting)
        turn.toast(views.sent_again(turn.words))
        receipts.follow(turn, told)
    else:
        turn.toast(views.not_again(turn.words), alert=True)
    _show(turn, told, meeting)


def _sent(turn: Turn, told: Broadcast) -> list[Sent]:
    """Write a line for each person."""
    endings, obstacles = views.status_labels(turn.words), views.obstacle_labels(turn.words)
    return [
        Sent(
            name=one.name or "–",
            place=one.place or "",
            status=obstacles[progress.obstacle(one.error)]
            if one.status == OutgoingStatus.GIVEN_UP
            else endings[one.status],
            at=one.at,
        )
        for one in deliveries.each(turn.session, told.id)
    ]


def _unwritten(turn: Turn, told: Broadcast, meeting: Meeting) -> list[Sent]:
    """Write a line for each person it was meant for and was never written to."""
    labels, lines = unreached.why_labels(turn.words), list[Sent]()
    for why, having in aiming.left_out(turn, told, meeting):
        listed = profiles.some(turn.session, 0, MOST_IN_FILE, having)
        places = organisations.names(turn.session, listed)
        lines += [
            Sent(one.name or "–", places.get(one.id, ""), labels[why], None) for one in listed
        ]
    nobody = labels[Why.NOBODY_IN]
    empty = homes.some(turn, told, MOST_IN_FILE)
    return [*lines, *(Sent(one.contact or "–", one.name, nobody, None) for one in empty)]
