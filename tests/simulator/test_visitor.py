"""What the visitor's buttons and forms do in the world."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import MovableClock
from bot.simulator.hooks import Demo
from bot.simulator.messages import Button, Message
from bot.simulator.visitor import Declined, Visitor, Wish, pieces
from bot.simulator.world import World

START = datetime(2026, 10, 24, 10, 0, tzinfo=UTC)


class Hands:
    """A visitor in a world with two people and a group."""

    def __init__(self) -> None:
        """Let the visitor in."""
        self.clock = MovableClock(START, runs=False)
        self.world = World(self.clock, is_fair=True)
        self.karin = self.world.add_user("Karin")
        self.sara = self.world.add_user("Sara")
        self.group = self.world.add_group("Nätverket", [self.karin], admins=[self.karin])
        self.plans: list[tuple[datetime, str]] = []
        self.stops: list[datetime] = []
        self.demo = Demo(self.clock, upcoming=lambda: self.plans, settle=self._settle)
        self.visitor = Visitor(self.world, self.demo)

    def do(self, deed: str, file: bytes | None = None, **fields: str | int) -> None:
        """Send one form; `who` is the person it is done as."""
        words = {("as" if name == "who" else name): str(value) for name, value in fields.items()}
        wish = Wish({"deed": deed, **words}, file, "brev.txt" if file else "")
        asyncio.run(self.visitor.does(wish))

    async def _settle(self) -> None:
        self.stops.append(self.clock.now())


@pytest.fixture
def hands() -> Hands:
    """Let a visitor into a fresh world."""
    return Hands()


def test_a_long_text_is_cut_where_it_hurts_least() -> None:
    """Late in the piece, at a line's end before a space; letters beyond 16 bits count twice."""
    assert pieces("kort") == ["kort"]
    assert pieces("a" * 4000 + "\n" + "b " * 100) == ["a" * 4000, ("b " * 100).strip()]
    assert pieces("a" * 4000 + " " + "b" * 200) == ["a" * 4000, "b" * 200]
    assert pieces("a" * 5000) == ["a" * 4096, "a" * 904]
    assert pieces("🎉" * 3000) == ["🎉" * 2048, "🎉" * 952]


def test_people_write_send_and_change(hands: Hands) -> None:
    """What is typed, attached or changed on the page stands in the chat."""
    sara = hands.sara.id
    hands.do("writes", who=sara, chat=sara, text="Hej")
    hands.do("writes", who=sara, chat=sara, text="Svar", reply_to=1)
    hands.do("edits", who=sara, chat=sara, message=1, text="Hej då")
    hands.do("sends", who=sara, chat=sara, kind="document", file=b"brev")
    hands.do("sends", who=sara, chat=sara, kind="sticker")

    first, answer, letter, sticker = hands.world.history(hands.sara)
    assert first.text == "Hej då"
    assert answer.reply_to is not None
    assert letter.document is not None
    assert (letter.document.name, letter.document.content) == ("brev.txt", b"brev")
    assert sticker.kind == "sticker"


def test_someone_joins_the_group_and_the_bot_hears_of_it(hands: Hands) -> None:
    """A person taken in is a member at once, and a bot in the group is told."""
    hands.do("adds_bot", who=hands.karin.id, chat=hands.group.id)
    hands.do("joins", who=hands.sara.id, chat=hands.group.id)

    assert hands.group.holds(hands.sara)
    newest = hands.world.updates.pending()[-1]["message"]
    assert isinstance(newest, dict)
    assert newest["new_chat_members"] == [hands.sara.as_json()]
    with pytest.raises(Declined, match="redan med"):
        hands.do("joins", who=hands.sara.id, chat=hands.group.id)


@pytest.mark.parametrize(
    ("deed", "fields", "why"),
    [
        ("writes", {"text": "hej", "chat": 5}, "samtalet finns inte"),
        ("writes", {"text": "  "}, "går inte"),
        ("taps", {"message": 9, "row": 0, "column": 0}, "meddelandet finns inte"),
        ("taps", {"message": 1, "row": 0, "column": 0}, "knappen finns inte"),
        ("taps", {"message": 1, "row": "x", "column": 0}, "fattas"),
        ("edits", {"message": 1, "text": "å" * 4097}, "1 till 4 096"),
        ("sends", {"kind": "elephant"}, "kan man inte skicka"),
        ("adds_person", {"first_name": "  "}, "förnamn"),
        ("moves_clock", {"to": "igår"}, "förstå"),
        ("moves_clock", {"to": "2020-01-01T10:00"}, "framåt"),
        ("moves_clock", {"days": "99999999999"}, "förstå"),
        ("restarts", {}, "starta om"),
    ],
)
def test_what_cannot_be_done_is_told_in_swedish(
    hands: Hands, deed: str, fields: dict[str, str | int], why: str
) -> None:
    """A form that no longer fits, or never did, is declined with a reason."""
    hands.world.starts(hands.sara)
    sara = hands.sara.id

    with pytest.raises(Declined, match=why):
        hands.do(deed, None, **{"who": sara, "chat": sara, **fields})


def test_a_day_forward_is_the_same_hour_on_the_wall(hands: Hands) -> None:
    """A day over the night when summer time ends lasts 25 hours; an hour is always an hour."""
    hands.do("moves_clock", days=1)
    assert hands.clock.now() - START == timedelta(hours=25, milliseconds=1)

    hands.do("moves_clock", seconds=3600)
    assert hands.clock.now() - START == timedelta(hours=26, milliseconds=2)


def test_a_time_without_a_zone_is_stockholm_time(hands: Hands) -> None:
    """What the page's date field says is what the wall in Stockholm says."""
    hands.do("moves_clock", to="2026-10-26T09:00")

    assert hands.clock.now().replace(microsecond=0) == datetime(2026, 10, 26, 8, 0, tzinfo=UTC)


def test_the_clock_lets_what_comes_later_be_planned_on_the_way(hands: Hands) -> None:
    """Something the bot plans during a journey is stopped at too, if it lies before the goal."""
    reminder, follow_up = START + timedelta(hours=1), START + timedelta(hours=2)
    hands.plans.append((reminder, "Påminnelse"))
    hands.demo.settle = _planner(hands, follow_up)

    hands.do("moves_clock", seconds=4 * 3600)

    stops = [stop.replace(microsecond=0) for stop in hands.stops]
    assert stops == [reminder, follow_up, START + timedelta(hours=4)]


def _planner(hands: Hands, follow_up: datetime) -> Callable[[], Awaitable[None]]:
    async def settle() -> None:
        hands.stops.append(hands.clock.now())
        hands.plans[:] = [(follow_up, "Uppföljning")]

    return settle


def test_a_bot_that_is_always_about_to_act_cannot_hold_the_clock(hands: Hands) -> None:
    """A journey with endless stops still comes to its end."""
    hands.demo.upcoming = lambda: [(hands.clock.now() + timedelta(seconds=1), "Snart")]

    hands.do("moves_clock", seconds=7 * 86400)

    assert hands.clock.now() - START >= timedelta(days=7)
    assert len(hands.stops) == 301


def test_the_visitor_taps_invents_people_and_restarts_the_bot(hands: Hands) -> None:
    """A tap reaches the bot as the one who tapped; a new person is one more in the world."""
    restarts: list[str] = []
    hands.demo.restart = _restarter(restarts)
    sara = hands.sara.id
    key = Button("Ja", callback_data="yes")
    chat = hands.world.chat(hands.sara)
    hands.world.post(
        Message(1, chat, hands.world.bot, START, text="Kommer du?", keyboard=((key,),))
    )

    hands.do("taps", who=sara, chat=sara, message=1, row=0, column=0)
    hands.do("adds_person", first_name=" Ailo ", last_name="Čáppa", language="fi")
    hands.do("restarts")

    (query,) = hands.world.queries.values()
    assert (query.user, query.data) == (hands.sara, "yes")
    assert [(user.name, user.language) for user in hands.world.users.values()][-1] == (
        "Ailo Čáppa",
        "fi",
    )
    assert restarts == ["restarted"]


def _restarter(restarts: list[str]) -> Callable[[], Awaitable[None]]:
    async def restart() -> None:
        restarts.append("restarted")

    return restart


def test_only_one_journey_at_a_time(hands: Hands) -> None:
    """While the clock is on its way nobody else can send it elsewhere."""

    async def story() -> None:
        hands.demo.settle = lambda: asyncio.sleep(0.05)
        wish = Wish({"deed": "moves_clock", "seconds": "60"})
        first = asyncio.ensure_future(hands.visitor.does(wish))
        await asyncio.sleep(0.01)
        with pytest.raises(Declined, match="på väg"):
            await hands.visitor.does(wish)
        await first

    asyncio.run(story())


def test_the_visitor_shares_a_card_by_way_of_the_bot(hands: Hands) -> None:
    """Asks in the group, posts what is offered, follows the button; nothing else can be posted."""
    hands.do("inquires", who=hands.karin.id, chat=hands.group.id, text="dialog")
    (asked,) = hands.world.inquiries.values()
    asked.results = [
        {"id": "m1", "title": "Dialog", "input_message_content": {"message_text": "Dialogmöte"}}
    ]
    asked.button = {"text": "Öppna", "start_parameter": "samklang"}

    hands.do("picks", query=asked.id, name="m1")
    hands.do("opens", query=asked.id)

    posted = hands.world.history(hands.group)[-1]
    assert ("Dialogmöte", hands.world.bot) == (posted.text, posted.via_bot)
    assert "/start samklang" == hands.world.history(hands.karin)[-1].text
    with pytest.raises(Declined, match="Den frågan finns inte längre"):
        hands.do("picks", query="77", name="m1")
    with pytest.raises(Declined):
        hands.do("picks", query=asked.id, name="m2")
