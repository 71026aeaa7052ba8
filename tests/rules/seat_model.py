"""What should be: who comes and how, who waits with whom, who has been offered seats until when.

Knows nothing of rows and handlers; the story in `test_seats` holds the bot against it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.rules.facts import STOCKHOLM, at

BEGINS = at("2026-11-05 18:00")
LAST_CALL = BEGINS - timedelta(hours=3)
DAY = timedelta(days=1)
SIDES = ("room", "online")


@dataclass
class Party:
    """Those who wait together for seats on one side; one who changes sides waits alone."""

    side: str
    people: list[str]
    is_move: bool = False


@dataclass
class Model:
    """A hybrid meeting; people are names, and a colleague's name begins with her lead's."""

    seats: dict[str, int]
    going: dict[str, str] = field(default_factory=dict)
    offers: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    batches: dict[str, list[str]] = field(default_factory=dict)
    """With whom someone was offered a seat."""
    line: list[Party] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    """Everyone who has ever answered, in that order."""
    silent: set[str] = field(default_factory=set)
    """Leads to whom nothing may be written."""

    def free(self, side: str) -> int:
        """Count seats that nobody holds and nobody has been offered."""
        held = [*self.going.values(), *(one for one, _ in self.offers.values())]
        return self.seats[side] - held.count(side)

    def has_room(self, side: str) -> bool:
        """Whether a newcomer gets a seat: one is free, and nobody in line could be offered it."""
        free = self.free(side)
        return free > 0 and not any(len(one.people) <= free for one in self.offerable(side))

    def offerable(self, side: str) -> list[Party]:
        """Give the parties that wait on a side and can be written to."""
        return [
            one for one in self.line if one.side == side and one.people[0][0] not in self.silent
        ]

    def party(self, one: str) -> Party | None:
        """Find the party in which someone waits for her first seat."""
        return next((p for p in self.line if one in p.people and not p.is_move), None)

    def is_in(self, one: str) -> bool:
        """Whether someone has a seat, an offer or a place in line."""
        return one in self.going or one in self.offers or self.party(one) is not None

    def registers(self, one: str, side: str) -> None:
        """Take a seat, or stand in line beside those one's lead has just brought."""
        if self.is_in(one):
            return
        if one not in self.rows:
            self.rows.append(one)
        if self.has_room(side):
            self.going[one] = side
            return
        last = [party for party in self.line if party.side == side][-1:]
        if last and not last[0].is_move and all(who[0] == one[0] for who in last[0].people):
            last[0].people = sorted([*last[0].people, one], key=self.rows.index)
        else:
            self.line.append(Party(side, [one]))

    def leaves(self, leaving: list[str], now: datetime) -> None:
        """Let seats and places go on."""
        for one in leaving:
            self.forget(one)
        self.promotes(now)

    def forget(self, one: str) -> None:
        """Take someone out of the hall and out of every line."""
        self.going.pop(one, None)
        self.offers.pop(one, None)
        for party in self.line:
            party.people = [who for who in party.people if who != one]
        self.line = [party for party in self.line if party.people]

    def promotes(self, now: datetime) -> None:
        """Offer free seats in order to all they hold, for a day from when it can be read."""
        there = now.astimezone(STOCKHOLM)
        morning = there.replace(hour=8, minute=0) + (DAY if there.hour >= 20 else 0 * DAY)
        told = now if 8 <= there.hour < 20 else morning
        ends = min(told + DAY, LAST_CALL)
        while told < LAST_CALL and any(self._promotes(side, ends) for side in SIDES):
            pass

    def _promotes(self, side: str, ends: datetime) -> bool:
        has_moved = False
        for party in self.offerable(side):
            if len(party.people) > self.free(side):
                continue
            self.line.remove(party)
            for one in party.people:
                if party.is_move:
                    self.going[one] = side
                    has_moved = True
                else:
                    self.offers[one] = (side, ends)
                    self.batches[one] = party.people
        return has_moved

    def offered_with(self, one: str) -> list[str]:
        """Give those whose offer is one with hers and still stands."""
        together = self.batches.get(one, []) if one in self.offers else []
        return [who for who in together if who in self.offers and self.batches[who] is together]

    def accepts(self, one: str) -> None:
        """Take every seat of one offer."""
        for who in self.offered_with(one):
            self.going[who] = self.offers.pop(who)[0]

    def lapses(self, now: datetime) -> None:
        """Take back what nobody answered."""
        late = [one for one, (_, ends) in self.offers.items() if ends <= now]
        if late:
            self.leaves(late, now)

    def wants(self, one: str, side: str, now: datetime) -> None:
        """Change sides, or wait to without losing the seat."""
        if self.going.get(one, side) == side:
            return
        if self.has_room(side):
            self.stops_wanting(one)
            self.going[one] = side
            self.promotes(now)
        elif not any(p.is_move and one in p.people for p in self.line):
            self.line.append(Party(side, [one], is_move=True))

    def stops_wanting(self, one: str) -> bool:
        """No longer wait to change sides."""
        before = len(self.line)
        self.line = [p for p in self.line if not (p.is_move and one in p.people)]
        return len(self.line) < before

    def splits(self, lead: str, now: datetime) -> None:
        """Wait one by one, at the place they have together."""
        waits = [lead, *(one for one in self.rows if one != lead and one[0] == lead)]
        party = next((self.party(one) for one in waits if self.party(one)), None)
        if party is None or len(party.people) < 2:
            return
        where = self.line.index(party)
        self.line[where : where + 1] = [Party(party.side, [one]) for one in party.people]
        self.promotes(now)

    def takes(self, one: str, now: datetime) -> None:
        """Take one of the seats that do not hold the whole party."""
        party = self.party(one)
        if party is not None and self.has_room(party.side):
            side = party.side
            self.forget(one)
            self.going[one] = side
            self.promotes(now)

    def hands_over(self, giver: str, taker: str, now: datetime) -> None:
        """Move a seat, whoever stands in line."""
        if giver not in self.going or taker in self.going or taker in self.offers:
            return
        side = self.going[giver]
        self.forget(giver)
        self.forget(taker)
        self.going[taker] = side
        if taker not in self.rows:
            self.rows.append(taker)
        self.promotes(now)
