"""A meeting in which anything may happen, and the model that says what should come of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cache, partial

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlmodel import SQLModel, select

from bot.config import Settings
from bot.deeds import handing
from bot.events import Chat, Sender
from bot.house import House
from bot.records.late_request import LateRequest
from bot.records.meeting import Meeting
from bot.records.person import Person, Role
from bot.records.registration import Standing
from bot.store import people
from bot.store.engine import Store
from bot.store.sealing import KeyRing
from bot.token import Token, parse
from bot.turn import Turn
from handlers import handing_over, noticing, routes
from tests.rules import agreement
from tests.rules.agreement import Stand
from tests.rules.facts import at
from tests.rules.seat_model import BEGINS, LAST_CALL, SIDES, Model

FIRST = at("2026-11-04 12:00")
LEADS = [str(number) for number in range(1, 6)]
"""Members, each called by one figure; a colleague's name begins with that of her lead."""
ONE = st.sampled_from(LEADS)
COLLEAGUE = st.sampled_from([f"{lead}{which}" for lead in LEADS[:2] for which in "ab"])
ANYONE = st.one_of(ONE, COLLEAGUE)
SIDE = st.sampled_from(SIDES)
SEATS = st.integers(1, 3)
CROWD = st.lists(st.tuples(ANYONE, SIDE), min_size=6, max_size=9, unique_by=lambda who: who[0])


@cache
def store() -> Store:
    """Keep one database in memory for all the stories."""
    made = Store("sqlite://", is_durable=False)
    SQLModel.metadata.create_all(made.engine)
    return made


class Hall(RuleBasedStateMachine):
    """A hybrid meeting with few seats, five members, their colleagues and an organiser."""

    @initialize(room=SEATS, online=SEATS, crowd=CROWD)
    def begins(self, room: int, online: int, crowd: list[tuple[str, str]]) -> None:
        """Begin when more have come than there are seats, or the most would be turned away."""
        self.opens(room, online)
        for one, side in crowd:
            self.registers(one, side) if one in LEADS else self.brings(one, side)

    def opens(self, room: int, online: int) -> None:
        """Announce the meeting in an empty database."""
        network = {"name": "Nätet", "controller": "Region Norr", "contact": "karin@example.se"}
        self.house = House(
            Settings.model_validate({"network": network}), KeyRing(None), "samklang_bot"
        )
        self.now, self.model = FIRST, Model({"room": room, "online": online})
        self.stood: Stand = {}
        self.may_be_over = False
        with store().transaction() as session:
            for table in reversed(SQLModel.metadata.sorted_tables):
                session.exec(table.delete())
            for number in range(len(LEADS) + 1):
                role = Role.OWNER if number == 0 else Role.MEMBER
                who = {"id": number, "telegram_id": 2**33 + number, "name": str(number)}
                known = {**who, "is_private": True, "role": role, "created_at": FIRST}
                session.add(Person.model_validate(known))
            session.add(agreement.meeting(room, online))

    def _turn(self, who: str, deed: Callable[[Turn], None]) -> None:
        """Let someone do something in a transaction of its own."""
        number = int(who)
        with store().transaction() as session:
            person = session.get(Person, number)
            sender = Sender(2**33 + number, who, "sv", is_someone=True)
            chat = Chat(2**33 + number, is_private=True, title="")
            turn = Turn(session, self.house, self.now, sender, chat, person, tapped_message=1)
            deed(turn)

    def _taps(self, who: str, *tokens: str) -> None:
        for written in tokens:
            token = parse(written)
            assert token is not None
            self._turn(who, partial(routes.converse, token=token))

    def _about(self, one: str, ask: str) -> str:
        """Write the token by which a lead answers for herself or for a colleague."""
        return f"come:1:{ask}" if one in LEADS else f"ours:{self._rows()[one].id}:{ask}"

    def _rows(self) -> Stand:
        with store().reading() as session:
            return {who.name or "": mine for mine, who in people.registered(session, 1)}

    @property
    def is_on(self) -> bool:
        """Whether the meeting has not begun."""
        return self.now < BEGINS

    @rule(one=ONE, side=SIDE)
    def registers(self, one: str, side: str) -> None:
        """Somebody taps Anmäl mig på plats, or på distans."""
        self._taps(one, f"come:1:yes:{side}")
        if self.is_on:
            self.model.registers(one, side)

    @rule(one=COLLEAGUE, side=SIDE)
    def brings(self, one: str, side: str) -> None:
        """Somebody registers a colleague, new or known from before."""
        lead, known = one[0], self._id_of(one)

        def enters(turn: Turn) -> None:
            turn.me.typed, turn.me.expects = one, "party:1:way"
            routes.converse(turn, Token("party", 1, "way", f"{known}-{side}"))

        self._turn(lead, enters)
        if self.is_on:
            self.model.registers(one, side)

    def _id_of(self, name: str) -> int:
        with store().reading() as session:
            return session.exec(select(Person.id).where(Person.name == name)).first() or 0

    @rule(one=ONE, ask=st.sampled_from(["no", "cancel:me", "leave"]))
    def leaves(self, one: str, ask: str) -> None:
        """Somebody cannot come, cancels or leaves the list; those she brought stay."""
        self._taps(one, f"come:1:{ask}")
        if self.is_on and self.model.is_in(one):
            self.model.leaves([one], self.now)

    @rule(one=ONE)
    def all_leave(self, one: str) -> None:
        """Somebody cancels for herself and all she has brought."""
        self._taps(one, "come:1:cancel:all")
        theirs = [who for who in self.model.rows if who[0] == one and self.model.is_in(who)]
        if self.is_on and theirs:
            self.model.leaves(theirs, self.now)

    @rule(one=COLLEAGUE)
    def is_taken_off(self, one: str) -> None:
        """Somebody takes one of those she has brought off the list."""
        if one in self.model.rows:
            self._taps(one[0], self._about(one, "cancel"))
            if self.is_on and self.model.is_in(one):
                self.model.leaves([one], self.now)

    @rule(one=ANYONE)
    def accepts(self, one: str) -> None:
        """Somebody takes the seats she was offered; too late is when they were taken back."""
        if one in self.model.rows:
            self._taps(one[0], self._about(one, "accept"))
            if self.is_on:
                self.model.accepts(one)

    @rule(one=ANYONE)
    def refuses(self, one: str) -> None:
        """Somebody says no to all the seats of an offer."""
        if one in self.model.rows:
            self._taps(one[0], self._about(one, "pass"))
            theirs = self.model.offered_with(one)
            if self.is_on and theirs:
                self.model.leaves(theirs, self.now)

    @rule(one=ANYONE)
    def drops(self, one: str) -> None:
        """Somebody says no to one of the seats she was offered."""
        if one in self.model.offers:
            self._taps(one[0], self._about(one, "drop"))
            if self.is_on:
                self.model.leaves([one], self.now)

    @rule(one=ANYONE, side=SIDE)
    def changes_sides(self, one: str, side: str) -> None:
        """Somebody wants to take part in the other way."""
        if one in self.model.rows:
            self._taps(one[0], self._about(one, f"line:{side}"))
            if self.is_on:
                self.model.wants(one, side, self.now)

    @rule(one=ANYONE)
    def stays_where_she_is(self, one: str) -> None:
        """Somebody no longer waits to change."""
        if one in self.model.rows:
            self._taps(one[0], self._about(one, "unline"))
            if self.is_on and self.model.stops_wanting(one):
                self.model.promotes(self.now)

    @rule(one=ONE)
    def parts(self, one: str) -> None:
        """Those who wait together wait one by one."""
        self._taps(one, "party:1:split")
        if self.is_on:
            self.model.splits(one, self.now)

    @rule(one=ANYONE)
    def takes(self, one: str) -> None:
        """One of those who wait together takes a seat."""
        if one in self.model.rows:
            self._taps(one[0], self._about(one, "take"))
            if self.is_on:
                self.model.takes(one, self.now)

    @rule(giver=ONE, taker=ONE)
    def hands_over(self, giver: str, taker: str) -> None:
        """Somebody sends someone else in her place."""
        if giver not in self.model.going or giver == taker or not self.is_on:
            return
        links: list[str] = []

        def makes(turn: Turn) -> None:
            meeting = turn.session.get_one(Meeting, 1)
            links.append(handing.make(turn, meeting, BEGINS).partition(handing.PREFIX)[2])

        self._turn(giver, makes)
        self._turn(taker, lambda turn: handing_over.opened(turn, links[0]))
        self.model.hands_over(giver, taker, self.now)

    @rule(given=SEATS, side=SIDE)
    def changes_the_hall(self, given: int, side: str) -> None:
        """The organiser gets a larger or a smaller room, or more or fewer places by link."""
        field = "seats" if side == "room" else "online_seats"
        self._taps("0", f"meet:1:change:{field}", f"meet:1:{field}:{given}")
        self.model.seats[side] = given
        if self.is_on:
            self.model.promotes(self.now)
        self.may_be_over = True

    @rule(one=ONE)
    def lets_in(self, one: str) -> None:
        """The organiser lets a latecomer in, beside the rules; she has asked once."""
        row = int(one)
        with store().transaction() as session:
            if session.get(LateRequest, row) or not self.is_on or self.model.is_in(one):
                return
            session.add(LateRequest(id=row, meeting_id=1, person_id=row, created_at=self.now))
        self._taps("0", f"desk:{row}:grant")
        self.model.going[one] = "room"
        if one not in self.model.rows:
            self.model.rows.append(one)
        self.may_be_over = True

    @rule(one=st.sampled_from(LEADS[2:]))
    def falls_silent(self, one: str) -> None:
        """Somebody wants no messages; she keeps what she has and is passed by."""
        with store().transaction() as session:
            session.get_one(Person, int(one)).stopped_at = self.now
        self.model.silent.add(one)

    @rule(minutes=st.sampled_from([1, 10, 60, 5 * 60, 11 * 60]))
    def waits(self, minutes: int) -> None:
        """Time passes, and nobody has looked yet."""
        self.now += timedelta(minutes=minutes)

    @rule()
    def looks(self) -> None:
        """The clockwork asks what is due."""
        self._turn("0", noticing.tick)
        self.model.lapses(self.now)

    @invariant()
    def everything_is_as_it_should_be(self) -> None:
        """The rows say what the model says, and what both say is fair."""
        rows = self._rows()
        agreement.agrees(self.model, rows)
        self._is_fair(rows)
        self.stood, self.may_be_over = rows, False

    def _is_fair(self, rows: Stand) -> None:
        for side in SIDES:
            held, before = (agreement.held(given, side) for given in (rows, self.stood))
            # More than there are seats only by an organiser's own act, and never by ours.
            assert self.may_be_over or held <= max(self.model.seats[side], before)
        was_offered = {one.changed_at for one in rows.values() if one.standing == Standing.OFFERED}
        assert all(when < LAST_CALL for when in was_offered)
        if self.now < LAST_CALL and not self.model.silent:
            assert not any(len(one.people) <= self.model.free(one.side) for one in self.model.line)
