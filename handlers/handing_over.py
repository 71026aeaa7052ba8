"""Sending a colleague in one's place: the link, and the one who opens it. Decides nothing."""

from __future__ import annotations

from bot.deeds import calendars, handing, seats, settling, showing
from bot.records.handover import Handover
from bot.records.meeting import Meeting, Status
from bot.records.person import Person, Role
from bot.records.registration import Registration, Standing
from bot.rules import admission, audience, handover, registration
from bot.store import handovers, meetings, registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.views import handing as views
from bot.words.views import joining as joining_views
from bot.words.views import parties as party_views
from bot.words.views import registration as registration_views


def answer(turn: Turn, token: Token) -> None:
    """Take a tap about a link of one's own, or go on with one that has been opened."""
    if token.ask == "take":
        _take(turn, handovers.get(turn.session, token.row))
        return
    meeting = meetings.locked(turn.session, token.row)
    if meeting is None or meeting.status != Status.ANNOUNCED:
        turn.goes_on = Token("come", token.row, "show")
    elif token.ask == "back":
        _take_back(turn, meeting)
    elif registration.is_over(meeting, turn.now, turn.house.zone):
        showing.over(turn, meeting)
    else:
        _make(turn, meeting)


def _make(turn: Turn, meeting: Meeting) -> None:
    mine = showing.mine(turn, meeting)
    ends = handover.expires_at(meeting, mine, turn.now, turn.house.zone)
    if ends is None:
        contact = settling.contact(turn, meeting)
        turn.say(views.nothing_to_give(turn.words, meeting, contact), about=meeting)
        return
    seat = handover.gives_a_seat(mine)
    link = handing.make(turn, meeting, ends)
    turn.say(views.made(turn.words, meeting, ends, seat=seat), about=meeting)
    turn.say(views.to_forward(turn.words, meeting, link, seat=seat), about=meeting)


def _take_back(turn: Turn, meeting: Meeting) -> None:
    link = handovers.of(turn.session, meeting.id, turn.me.id)
    if link is None or link.used_at is not None:
        turn.show(views.was_used(turn.words))
        return
    turn.session.delete(link)
    turn.session.flush()
    turn.show(views.taken_back(turn.words))


def opened(turn: Turn, secret: str) -> None:
    """Let the one who opens a link have what it gives; who is new says first who she is."""
    link = handovers.by_hash(turn.session, admission.digest(secret))
    found = handing.good(turn, link)
    if link is None or found is None:
        _is_bad(turn)
        return
    meeting, giver = found
    newcomer = turn.person is None
    person = turn.person or _meet(turn, giver)
    if person.id == giver.id:
        turn.say(views.own_link(turn.words))
        return
    link.opened_by = person.id
    turn.session.add(link)
    if audience.is_member(person):
        _give(turn, link, meeting, giver)
        return
    person.wants = str(Token("hand", link.id, "take"))
    if newcomer:
        turn.say(views.invited(turn.words, meeting, giver.name or "–"))
    turn.goes_on = Token("join", 0, "on")


def _is_bad(turn: Turn) -> None:
    """Say the same of a wrong link as of one that is spent or too old."""
    turn.say(joining_views.bad_link(turn.words, turn.house.settings))


def _meet(turn: Turn, giver: Person) -> Person:
    """Begin to know someone, who comes from where the giver comes from until she says otherwise."""
    if turn.sender is None:
        raise LookupError("nobody spoke")
    person = Person(
        telegram_id=turn.sender.telegram_id,
        role=Role.MEMBER,
        organisation_id=giver.organisation_id,
        created_at=turn.now,
    )
    turn.session.add(person)
    turn.session.flush()
    turn.person = person
    return person


def _take(turn: Turn, link: Handover | None) -> None:
    """Go on with a link that was opened before she had said who she is."""
    found = handing.good(turn, link)
    if link is None or found is None or link.opened_by != turn.me.id:
        _is_bad(turn)
        return
    _give(turn, link, *found)


def _give(turn: Turn, link: Handover, meeting: Meeting, giver: Person) -> None:
    """Give the seat, or the invitation, in the same transaction in which the link dies."""
    mine = registrations.of(turn.session, meeting.id, turn.me.id)
    given = handing.seat_of(turn, meeting, giver)
    if mine is not None and mine.standing in {Standing.GOING, Standing.OFFERED}:
        turn.say(views.comes_already(turn.words, meeting), about=meeting)
    elif given is None:
        handing.use(turn, link)
        handing.pass_on(turn, meeting, giver)
        turn.say(views.invited(turn.words, meeting, giver.name or "–"))
        showing.show(turn, meeting)
    elif _is_one_too_many(turn, meeting, giver):
        turn.say(party_views.theirs_is_full(turn.words, meeting), about=meeting)
    else:
        handing.use(turn, link)
        _welcome(turn, meeting, handing.hand_over(turn, meeting, given, giver), giver)


def _is_one_too_many(turn: Turn, meeting: Meeting, giver: Person) -> bool:
    """Whether the seat would come to an association that has sent all it may."""
    if meeting.per_party is None or giver.organisation_id == turn.me.organisation_id:
        return False
    return seats.hall_for(turn, meeting, "room", turn.me).fellows >= meeting.per_party


def _welcome(turn: Turn, meeting: Meeting, mine: Registration, giver: Person) -> None:
    """Tell the new one what she has got, put it in her calendar, and ask what matters."""
    file = calendars.file(turn, meeting, turn.words)
    turn.say(registration_views.calendar(turn.words, file), about=meeting)
    asked = registration.next_question(mine, meeting, frozenset())
    question = settling.question(turn, meeting, mine, asked) if asked else None
    turn.me.expects = None
    if asked is not None:
        turn.await_answer(Token("come", meeting.id, asked))
    turn.say(views.received(turn.words, meeting, giver.name or "–", question), about=meeting)
