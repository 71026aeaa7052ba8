"""The table of who may do what, tried where the deed has its effect."""

from __future__ import annotations

import pytest
from sqlmodel import col, func, select

from bot import events
from bot.records.leader import Leader
from bot.records.meeting import Meeting, Status
from bot.records.outgoing import Outgoing
from bot.records.person import Role
from bot.rules import authority
from bot.rules.authority import Deed, Place
from bot.simulator.cast import Player
from bot.words.views import mishaps
from handlers import routes
from tests.rules.facts import person
from tests.town import Town

TRIED = {
    Deed.COMPOSE: "/ny",
    Deed.INVITE: "meet:{draft}:preview",
    Deed.CHANGE: "meet:{meeting}:review",
    Deed.CANCEL: "meet:{meeting}:cancel",
    Deed.SEE_WHO_COMES: "meet:{meeting}:desk",
    Deed.SHARE_MEETING: "lead:{meeting}:show",
    Deed.TAKE_LISTS: "pack:{meeting}:ask",
    Deed.MAKE_LINKS: "/lank",
    Deed.READ_LOG: "/logg",
    Deed.APPOINT: "role:0:invite:organiser",
    Deed.GIVE_AWAY: "role:{other}:make:owner",
}
"""Something that is that deed, for those that a tap or a command alone can be."""
ROLES = (Role.MEMBER, Role.ORGANISER, Role.ADMIN, Role.OWNER)


class Stand:
    """A network with a meeting, a draft, and someone of each role."""

    def __init__(self, town: Town) -> None:
        """Let everyone come in."""
        self.town = town
        self.owner = town.organiser("Ägare Ett")
        self.meeting = town.announces(self.owner)
        self.draft = town.drafts(self.owner)
        self.people = {role: town.organiser(f"Person {role}", role) for role in ROLES}
        self.leader = town.member("Mötets Arrangör")
        with town.store.transaction() as session:
            self.other = town.row(session, self.leader).id
            for meeting in (self.meeting, self.draft):
                session.add(
                    Leader(meeting_id=meeting.id, person_id=self.other, created_at=town.clock.now())
                )

    def is_refused(self, player: Player, what: str, place: Place) -> bool:
        """Try it in a transaction that is not kept; whether the answer is a refusal."""
        what = what.format(meeting=self.meeting.id, draft=self.draft.id, other=self.other)
        sender = events.Sender(player.user.id, player.user.first_name, "sv", is_someone=True)
        is_private = place == Place.PRIVATE
        chat = events.Chat(player.user.id if is_private else -100123, is_private, "")
        now = self.town.clock.now()
        event: events.Event = (
            events.Typed(sender, chat, 10**6, what, now, is_edit=False)
            if what.startswith("/")
            else events.Tapped(sender, chat, None, what)
        )
        with self.town.store.reading() as session:
            before = session.exec(select(func.max(Outgoing.id))).one() or 0
            reply = routes.handle(session, self.town.app.house, event, now)
            session.flush()
            said = session.exec(select(Outgoing).where(col(Outgoing.id) > before)).all()
            texts = {str(row.content.get("text", "")) for row in said}
        w = self.town.app.house.words("sv")
        toast = reply.text if isinstance(reply, events.Answer) else ""
        is_toast = toast in {mishaps.not_allowed(w), mishaps.not_yours(w)}
        no = {mishaps.only_organisers(w).text, mishaps.in_private(w).text}
        return is_toast or bool(no & texts)


@pytest.fixture
def stand(town: Town) -> Stand:
    """Give the stand."""
    return Stand(town)


def _may(deed: Deed, role: Role, *, leads: bool, place: Place) -> bool:
    return authority.may(person(role=role), deed, leads=leads, place=place)


def test_every_deed_is_for_those_in_the_table_g3(stand: Stand) -> None:
    """Deed by role by kind of chat: what is answered is what the table says."""
    cells, wrong = 0, []
    for deed, what in TRIED.items():
        tried = [(role, player, False) for role, player in stand.people.items()]
        for role, player, leads in [*tried, (Role.MEMBER, stand.leader, True)]:
            for place in Place:
                cells += 1
                if stand.is_refused(player, what, place) is _may(
                    deed, role, leads=leads, place=place
                ):
                    wrong.append((deed, role, leads, place))
    assert wrong == []
    assert cells == len(TRIED) * 5 * 2
    print(f"{cells} cells of deed, role and kind of chat")  # noqa: T201


def test_a_stranger_and_a_nameless_voice_do_nothing_g1_f14(stand: Stand) -> None:
    """No deed is done for someone whom the bot does not know."""
    nils = stand.town.stranger("Nils")
    nils.starts()

    for what in TRIED.values():
        if not what.startswith("/"):
            stand.town.presses(
                nils, what.format(meeting=stand.meeting.id, draft=stand.draft.id, other=1)
            )

    with stand.town.store.reading() as session:
        assert session.get_one(Meeting, stand.meeting.id).status == Status.ANNOUNCED
        assert session.get_one(Meeting, stand.draft.id).status == Status.DRAFT
