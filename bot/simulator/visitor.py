"""What the visitor of the page does, as deeds of the people. Knows form fields; never HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.simulator import sharing
from bot.simulator.chats import Chat
from bot.simulator.entities import utf16_length
from bot.simulator.hooks import Demo, travel
from bot.simulator.inquiry import Inquiry
from bot.simulator.messages import Message
from bot.simulator.people import User
from bot.simulator.stage import NotPossible
from bot.simulator.world import World

LONGEST = 4096  # UTF-16 units in one message (Bot API, sendMessage); clients cut longer ones

_ZONE = ZoneInfo("Europe/Stockholm")
_NAME_LENGTH = 64
_STAYS = "Det går inte just nu."


class Declined(NotPossible):
    """The visitor asked for what cannot be done; the message says why, in Swedish."""


@dataclass(frozen=True)
class Wish:
    """One form from the page: its text fields and the file that may come with it."""

    fields: Mapping[str, str]
    file: bytes | None = None
    file_name: str = ""

    def text(self, name: str) -> str:
        """Return a text field, empty if it was not sent."""
        return self.fields.get(name, "")

    def number(self, name: str) -> int:
        """Return a whole number; Declined if it is none."""
        try:
            return int(self.text(name))
        except ValueError:
            raise Declined("Något fattas i det som skickades.") from None


def pieces(text: str) -> list[str]:
    """Cut a long text as clients do: late, at the end of a line, else at a space, else anywhere."""
    rest, parts = text.strip(), []
    while utf16_length(rest) > LONGEST:
        window = _fitting(rest)
        late = len(window) // 2
        cuts = (window.rfind(gap, late) for gap in ("\n", " "))
        cut = next((cut for cut in cuts if cut > 0), len(window))
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*parts, rest]


def _fitting(text: str) -> str:
    window = text[:LONGEST]
    while (over := utf16_length(window) - LONGEST) > 0:
        window = window[: -max(1, over // 2)]
    return window


class Visitor:
    """Lets one pair of hands be everyone in the world, and hold the clock."""

    def __init__(self, world: World, demo: Demo) -> None:
        """Act in this world, with these hooks."""
        self.world = world
        self.demo = demo
        self._busy = asyncio.Lock()
        self._deeds: dict[str, Callable[[Wish], Awaitable[None] | None]] = {
            "starts": self._starts,
            "writes": self._writes,
            "sends": self._sends,
            "edits": self._edits,
            "taps": self._taps,
            "inquires": self._inquires,
            "picks": self._picks,
            "opens": lambda wish: sharing.follows_button(self.world, self._question(wish)),
            "reads": lambda wish: self.world.reads(self._who(wish), self._where(wish)),
            "blocks": lambda wish: self.world.blocks(self._who(wish)),
            "unblocks": lambda wish: self.world.unblocks(self._who(wish)),
            "adds_bot": lambda wish: self.world.adds_bot(self._who(wish), self._where(wish)),
            "removes_bot": lambda wish: self.world.removes_bot(self._who(wish), self._where(wish)),
            "joins": self._joins,
            "adds_person": self._adds_person,
            "moves_clock": self._moves_clock,
            "restarts": self._restarts,
        }

    async def does(self, wish: Wish) -> None:
        """Do what the form says; raises Declined with a Swedish reason when it cannot be done."""
        deed = self._deeds.get(wish.text("deed"))
        if deed is None:
            raise Declined("Sidan bad om något som inte finns. Ladda om den.")
        try:
            done = deed(wish)
            if done is not None:
                await done
        except Declined:
            raise
        except NotPossible:
            raise Declined(_STAYS) from None

    def _who(self, wish: Wish) -> User:
        user = self.world.users.get(wish.number("as"))
        if user is None or user.is_bot:
            raise Declined("Den personen finns inte längre.")
        return user

    def _where(self, wish: Wish) -> Chat:
        chat = self.world.chats.get(wish.number("chat"))
        if chat is None:
            raise Declined("Det samtalet finns inte längre.")
        return chat

    def _which(self, wish: Wish, name: str) -> Message:
        said = self._where(wish).messages.get(wish.number(name))
        if said is None or said.deleted:
            raise Declined("Det meddelandet finns inte längre.")
        return said

    def _starts(self, wish: Wish) -> None:
        self.world.starts(self._who(wish), wish.text("parameter"))

    def _writes(self, wish: Wish) -> None:
        answered = self._which(wish, "reply_to") if wish.text("reply_to") else None
        for piece in pieces(wish.text("text")):
            self.world.writes(self._who(wish), self._where(wish), piece, reply_to=answered)

    def _sends(self, wish: Wish) -> None:
        kind = wish.text("kind")
        try:
            self.world.sends(
                self._who(wish),
                self._where(wish),
                kind,
                text=wish.text("text"),
                file=wish.file,
                file_name=wish.file_name,
            )
        except KeyError:
            raise Declined("Så kan man inte skicka.") from None

    def _edits(self, wish: Wish) -> None:
        text = wish.text("text").strip()
        if not text or utf16_length(text) > LONGEST:
            raise Declined("Ett ändrat meddelande får ha 1 till 4 096 tecken.")
        self.world.edits(self._who(wish), self._which(wish, "message"), text)

    def _taps(self, wish: Wish) -> None:
        said = self._which(wish, "message")
        row, column = wish.number("row"), wish.number("column")
        if not (0 <= row < len(said.keyboard) and 0 <= column < len(said.keyboard[row])):
            raise Declined("Den knappen finns inte längre.")
        self.world.taps(self._who(wish), said, said.keyboard[row][column])

    def _inquires(self, wish: Wish) -> None:
        sharing.inquires(self.world, self._who(wish), wish.text("text"), self._where(wish))

    def _picks(self, wish: Wish) -> None:
        sharing.picks(self.world, self._question(wish), wish.text("name"))

    def _question(self, wish: Wish) -> Inquiry:
        asked = self.world.inquiries.get(wish.text("query"))
        if asked is None:
            raise Declined("Den frågan finns inte längre.")
        return asked

    def _joins(self, wish: Wish) -> None:
        user, chat = self._who(wish), self._where(wish)
        if chat.is_private or chat.holds(user):
            raise Declined("Hen är redan med.")
        chat.seat(user, "member")
        note = self.world.service(chat, user, {"new_chat_members": [user.as_json()]})
        if self.world.bot_hears(note):
            self.world.updates.add("message", note.as_json())
        self.world.publish("chat", chat_id=chat.id, user_id=user.id)

    def _adds_person(self, wish: Wish) -> None:
        first = wish.text("first_name").strip()[:_NAME_LENGTH]
        if not first:
            raise Declined("Personen behöver ett förnamn.")
        last = wish.text("last_name").strip()[:_NAME_LENGTH]
        self.world.add_user(first, last, language=wish.text("language") or "sv")

    async def _moves_clock(self, wish: Wish) -> None:
        until = self._hour(wish)
        if until < self.demo.clock.now():
            raise Declined("Klockan går bara framåt. Välj en senare tid.")
        if self._busy.locked():
            raise Declined("Klockan är redan på väg.")
        async with self._busy:
            await travel(self.demo, until)

    def _hour(self, wish: Wish) -> datetime:
        """Return the hour wished for; days keep the hour on the wall, seconds are seconds."""
        now = self.demo.clock.now()
        try:
            if wish.text("seconds"):
                return now + timedelta(seconds=float(wish.text("seconds")))
            if wish.text("days"):
                return now.astimezone(_ZONE) + timedelta(days=int(wish.text("days")))
            when = datetime.fromisoformat(wish.text("to"))
        except (ValueError, OverflowError):
            raise Declined("Den tiden gick inte att förstå.") from None
        return when if when.tzinfo else when.replace(tzinfo=_ZONE)

    async def _restarts(self, _: Wish) -> None:
        if self.demo.restart is None:
            raise Declined("Boten går inte att starta om härifrån.")
        await self.demo.restart()
