"""Shares the load: who runs the network and its meetings. Every change is asked for twice."""

from __future__ import annotations

from datetime import timedelta

from bot.deeds import admitting, appointing
from bot.records.admission import AdmissionKind
from bot.records.meeting import Meeting
from bot.records.person import Person, Role
from bot.records.role_request import RoleRequest
from bot.rules.authority import Deed
from bot.store import leaders, meetings, people, role_requests
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps
from bot.words.views import roles as views
from bot.words.views.roles import Colleague

LINK_LIVES = timedelta(hours=24)


def team(turn: Turn, _argument: str) -> None:
    """Show who runs the network."""
    if not turn.may(Deed.COMPOSE):
        turn.say(mishaps.only_organisers(turn.words))
        return
    listed = [_colleague(one) for one in people.organisers(turn.session)]
    turn.show(views.team(turn.words, listed, may_appoint=turn.may(Deed.APPOINT)))


def _colleague(person: Person) -> Colleague:
    return Colleague(person.id, person.name or "–", Role(person.role))


def answer(turn: Turn, token: Token) -> None:
    """Take a tap about roles in the network, or an answer to one who asks for a role."""
    if token.ask in {"grant", "refuse"}:
        _decide(turn, token)
    elif not turn.may(Deed.APPOINT):
        turn.toast(mishaps.not_allowed(turn.words))
    elif token.ask == "invite":
        _invite(turn, token)
    elif token.ask == "show":
        team(turn, "")
    else:
        _about_one(turn, token)


def _invite(turn: Turn, token: Token) -> None:
    kinds = {str(kind): kind for kind in appointing.ROLES}
    kind = kinds.get(token.choice or "")
    if kind is None:
        turn.toast(mishaps.stale(turn.words))
        return
    turn.note("made a link", detail=str(kind))
    address = turn.house.link(admitting.make_link(turn, kind, 1, LINK_LIVES))
    turn.say(views.link(turn.words, kind, address, None))


def _about_one(turn: Turn, token: Token) -> None:
    person = people.get(turn.session, token.row)
    if person is None:
        turn.toast(mishaps.gone(turn.words))
    elif token.ask == "one":
        turn.show(
            views.colleague(turn.words, _colleague(person), may_give=turn.may(Deed.GIVE_AWAY))
        )
    elif (role := _role(token.choice)) is None or not _may_make(turn, person, role):
        turn.toast(mishaps.not_allowed(turn.words))
    elif appointing.is_last_owner(turn, person) and role != Role.OWNER:
        turn.say(views.last_owner(turn.words))
    elif token.ask == "sure":
        _make(turn, person, role)
    else:
        turn.show(views.sure(turn.words, _colleague(person), role))


def _role(choice: str | None) -> Role | None:
    return Role(choice) if choice in frozenset(Role) else None


def _may_make(turn: Turn, person: Person, role: Role) -> bool:
    """Only an owner makes owners, and only an owner takes that from one."""
    touches_owner = Role.OWNER in {role, person.role}
    return turn.may(Deed.GIVE_AWAY if touches_owner else Deed.APPOINT)


def _make(turn: Turn, person: Person, role: Role) -> None:
    if person.role != role:
        appointing.become(turn, person, role)
        turn.note("changed a role", detail=f"{person.id} {role}")
        if person.id != turn.me.id:
            turn.tell(person, views.role_changed(turn.words_for(person), role))
    turn.show(views.colleague(turn.words, _colleague(person), may_give=turn.may(Deed.GIVE_AWAY)))


def _decide(turn: Turn, token: Token) -> None:
    """Say yes or no to someone who opened a link to a role; the first answer counts."""
    request = role_requests.get(turn.session, token.row)
    person = people.get(turn.session, request.person_id) if request else None
    if request is None or person is None:
        turn.take_buttons()
        turn.toast(mishaps.already(turn.words))
    elif not turn.may(appointing.needed(request)) or person.id == turn.me.id:
        turn.toast(mishaps.not_allowed(turn.words))
    elif token.ask == "grant":
        _grant(turn, request, person)
    else:
        turn.session.delete(request)
        turn.note("refused a role", detail=str(person.id))
        turn.tell(person, views.refused(turn.words_for(person)))
        turn.redraw(views.answered(turn.words, person.name or "–", granted=False))


def _grant(turn: Turn, request: RoleRequest, person: Person) -> None:
    kind = str(request.kind)
    meeting = appointing.grant(turn, request, person)
    turn.note("gave a role", meeting, f"{person.id} {kind}")
    w = turn.words_for(person)
    if meeting is not None:
        turn.tell(person, views.leads_now(w, meeting), meeting)
    else:
        turn.tell(person, views.role_changed(w, Role(person.role)))
    turn.redraw(views.answered(turn.words, person.name or "–", granted=True))


def of_meeting(turn: Turn, token: Token) -> None:
    """Take a tap about who helps to run one meeting."""
    meeting = meetings.get(turn.session, token.row)
    if meeting is None:
        turn.toast(mishaps.gone(turn.words))
    elif not turn.may(Deed.SHARE_MEETING, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
    elif token.ask == "invite":
        _invite_to(turn, meeting)
    elif token.ask == "drop":
        _drop(turn, meeting, token.number)
    else:
        _show_team(turn, meeting)


def _show_team(turn: Turn, meeting: Meeting) -> None:
    listed = [_colleague(one) for one in leaders.of_meeting(turn.session, meeting.id)]
    turn.show(views.meeting_team(turn.words, meeting, listed))


def _invite_to(turn: Turn, meeting: Meeting) -> None:
    turn.note("made a link", meeting, str(AdmissionKind.ORGANISER))
    secret = admitting.make_link(turn, AdmissionKind.ORGANISER, 1, LINK_LIVES, meeting=meeting)
    address = turn.house.link(secret)
    turn.say(views.link(turn.words, AdmissionKind.ORGANISER, address, meeting))


def _drop(turn: Turn, meeting: Meeting, row: int) -> None:
    leader = leaders.of(turn.session, meeting.id, row)
    person = people.get(turn.session, row)
    if leader is not None and person is not None:
        turn.session.delete(leader)
        turn.session.flush()
        turn.note("took a role away", meeting, str(person.id))
        if person.id != turn.me.id:
            turn.tell(person, views.helps_no_more(turn.words_for(person), meeting), meeting)
    _show_team(turn, meeting)
