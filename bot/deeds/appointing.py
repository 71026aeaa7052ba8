"""Gives and takes roles. A link is only a wish: someone who may appoint has the last word."""

from __future__ import annotations

from bot.records.admission import Admission, AdmissionKind
from bot.records.leader import Leader
from bot.records.meeting import Meeting
from bot.records.person import Person, Role
from bot.records.role_request import RoleRequest
from bot.rules import audience, authority
from bot.rules.authority import Deed
from bot.store import leaders, meetings, people, role_requests
from bot.turn import Turn, When
from bot.words.views import roles as views

ROLES = frozenset({AdmissionKind.ORGANISER, AdmissionKind.ADMIN})
"""What a link may ask for; the first owner is let in by the console."""


def is_wish(link: Admission) -> bool:
    """Whether the link asks for a role that somebody must agree to."""
    return link.kind in ROLES


def wish(turn: Turn, person: Person, link: Admission) -> bool:
    """Write down that she took the link; False when she has the role already."""
    meeting_id = link.meeting_id or 0
    if has(turn, person, AdmissionKind(link.kind), meeting_id):
        return False
    role_requests.ask(turn.session, person.id, AdmissionKind(link.kind), meeting_id, turn.now)
    return True


def has(turn: Turn, person: Person, kind: AdmissionKind, meeting_id: int) -> bool:
    """Whether the person may already do what the role gives."""
    if meeting_id and leaders.leads(turn.session, meeting_id, person.id):
        return True
    if kind == AdmissionKind.ADMIN:
        return person.role in authority.ADMINS
    return person.role in authority.ORGANISERS


def put(turn: Turn, person: Person) -> bool:
    """Ask those who may appoint, once she has told who she is; False when nothing waits."""
    waiting = role_requests.of(turn.session, person.id)
    for request in waiting:
        meeting = meetings.get(turn.session, request.meeting_id) if request.meeting_id else None
        for one in deciders(turn, request):
            w = turn.words_for(one)
            kind = AdmissionKind(request.kind)
            told = views.asks_for_role(w, request.id, kind, person.name or "–", meeting)
            turn.tell(one, told, meeting, when=When(turn.house.quiet.next_open(turn.now)))
    return bool(waiting)


def deciders(turn: Turn, request: RoleRequest) -> list[Person]:
    """Those who may answer: the admins, and for one meeting everyone who runs the network."""
    return [
        one
        for one in people.organisers(turn.session)
        if one.id != request.person_id
        and audience.is_reachable(one)
        and authority.may(one, needed(request))
    ]


def needed(request: RoleRequest) -> Deed:
    """Name the deed that answering this request is."""
    return Deed.COMPOSE if request.meeting_id else Deed.APPOINT


def grant(turn: Turn, request: RoleRequest, person: Person) -> Meeting | None:
    """Give the role; give the meeting it is for, if it is for one."""
    turn.session.delete(request)
    if not request.meeting_id:
        become(turn, person, Role(request.kind))
        return None
    meeting = meetings.get(turn.session, request.meeting_id)
    if meeting is not None and leaders.of(turn.session, meeting.id, person.id) is None:
        turn.session.add(
            Leader(
                meeting_id=meeting.id,
                person_id=person.id,
                appointed_by=turn.me.id,
                created_at=turn.now,
            )
        )
    return meeting


def become(turn: Turn, person: Person, role: Role) -> None:
    """Change a person's role in the network."""
    person.role = role
    turn.session.add(person)


def is_last_owner(turn: Turn, person: Person) -> bool:
    """Whether nobody would own the installation without this person."""
    others = [
        one
        for one in people.organisers(turn.session)
        if one.role == Role.OWNER and one.id != person.id
    ]
    return person.role == Role.OWNER and not others
