"""People for tests and for the scripted story: they tap what they see and say what they read.

Knows the world only; the bot is whatever `settle` runs.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from bot.simulator import sharing
from bot.simulator.changes import Change
from bot.simulator.chats import Chat
from bot.simulator.inquiry import Inquiry
from bot.simulator.messages import Button, Message
from bot.simulator.people import User
from bot.simulator.transcript import transcript
from bot.simulator.watcher import Watcher, button_called, plain, shown
from bot.simulator.world import World


class GroupView(Watcher):
    """What stands in a group now; a card that was changed is read as it stands."""

    def sees(self, *texts: str) -> None:
        """Find each text in some message of the bot that is visible now."""
        said = [shown(m) for m in self.world.history(self.place) if m.from_bot]
        for text in texts:
            if not any(plain(text) in words for words in said):
                raise self.failure(f"the group does not see {text!r}")
        self.looks_away()


class Player(Watcher):
    """One person with a telephone."""

    def __init__(self, cast: Cast, user: User) -> None:
        """Be this person."""
        super().__init__(cast.world, cast.world.chat(user))
        self.cast = cast
        self.user = user

    def taps(self, label: str, *, message: Message | None = None, in_group: bool = False) -> None:
        """Tap the newest visible button with this label, here or in the group.

        Failing that, a key with this label that stands in the place of the keyboard.
        """
        place: Watcher = self.cast.group if in_group else self
        world = self.world
        visible = world.history(place.place) if message is None else [message]
        found = button_called(visible, label)
        keys = [key.text for row in place.place.reply_keyboard for key in row]
        if found is not None:
            self._does(lambda: world.taps(self.user, *found))
        elif label in keys:
            self.writes(label, in_group=in_group)
        else:
            raise place.failure(f"{self.user.first_name} finds no button [{label}]")

    def forges(self, data: str, *, message: Message | None = None) -> None:
        """Tap a button nobody was given: any callback data, under any message."""
        target = message or self.last
        button = Button("förfalskad", data, raw={"text": "förfalskad", "callback_data": data})
        self._does(lambda: self.world.taps(self.user, target, button))

    def writes(self, text: str, *, in_group: bool = False, reply_to: Message | None = None) -> None:
        """Write a text, here or in the group."""
        place = self.cast.group.place if in_group else self.place
        self._does(lambda: self.world.writes(self.user, place, text, reply_to=reply_to))

    def starts(self, link: str = "") -> None:
        """Press Start, perhaps by a link or its parameter."""
        parameter = parse_qs(urlsplit(link).query).get("start", [""])[0] if "://" in link else link
        self._does(lambda: self.world.starts(self.user, parameter))

    def sends(
        self, kind: str, *, text: str = "", file: bytes | None = None, file_name: str = ""
    ) -> None:
        """Send a sticker, voice, photo, document, contact, location, video, dice or poll."""
        self._does(
            lambda: self.world.sends(
                self.user, self.place, kind, text=text, file=file, file_name=file_name
            )
        )

    def edits_last(self, text: str) -> None:
        """Change the last text one wrote here."""
        own = [
            message
            for message in self.world.history(self.place)
            if message.sender is self.user and message.kind == "text"
        ]
        self._does(lambda: self.world.edits(self.user, own[-1], text))

    def inquires(self, words: str = "", *, chat: Chat | None = None, offset: str = "") -> Inquiry:
        """Write the bot's name and some words in a chat; return what came of it."""
        made: list[Inquiry] = []
        self._does(
            lambda: made.append(
                sharing.inquires(self.world, self.user, words, chat or self.place, offset=offset)
            )
        )
        return made[0]

    def shares(self, title: str, chat: Chat, words: str = "") -> Message:
        """Post the first card with this title in a chat; AssertionError if none is offered."""
        asked = self.inquires(words, chat=chat)
        names = [str(one["id"]) for one in asked.results if title in str(one["title"])]
        if not names:
            offered = [one["title"] for one in asked.results]
            raise self.failure(f"{self.user.first_name} is not offered {title!r} among {offered}")
        made: list[Message] = []
        self._does(lambda: made.append(sharing.picks(self.world, asked, names[0])))
        return made[0]

    def blocks(self) -> None:
        """Block the bot."""
        self._does(lambda: self.world.blocks(self.user))

    def unblocks(self) -> None:
        """Let the bot write again."""
        self._does(lambda: self.world.unblocks(self.user))

    def sees_toast(self, text: str) -> None:
        """Fail unless a tap since the last deed was answered with this text."""
        toasts = [c.text for c in self._toasts()]
        if not any(plain(text) in plain(toast) for toast in toasts):
            raise self.failure(f"no toast {text!r} among {toasts}")

    def _toasts(self) -> list[Change]:
        news = self.world.changes.all[self._window :]
        return [c for c in news if c.kind == "toast" and c.user_id == self.user.id]

    def _does(self, deed: Callable[[], object]) -> None:
        self.looks_away()
        deed()
        self.cast.settles()


class Cast:
    """The people of one world. `settle` lets the bot do all it wants at the present hour."""

    def __init__(self, world: World, settle: Callable[[], None]) -> None:
        """Begin without people."""
        self.world = world
        self._settle = settle
        self._players: dict[str, Player] = {}
        self._groups: list[GroupView] = []

    def person(self, name: str, *, language: str = "sv") -> Player:
        """Return the person called this, who installs Telegram at the first mention."""
        if name not in self._players:
            first, _, last = name.partition(" ")
            self._players[name] = Player(self, self.world.add_user(first, last, language=language))
        return self._players[name]

    def gathers(self, title: str, *people: Player, admin: bool = True) -> GroupView:
        """Let people make a group, the first of them in charge, and bring the bot into it."""
        users = [player.user for player in people]
        chat = self.world.add_group(title, users[1:], admins=users[:1])
        self._groups.append(GroupView(self.world, chat))
        self.world.adds_bot(users[0], chat, admin=admin)
        self.settles()
        return self._groups[-1]

    @property
    def group(self) -> GroupView:
        """The newest group; AssertionError if there is none."""
        if not self._groups:
            raise AssertionError("there is no group")
        return self._groups[-1]

    def settles(self) -> None:
        """Let the bot act; AssertionError if it or the simulator broke the contract."""
        self._settle()
        if self.world.breaches:
            raise AssertionError("\n".join(["the contract was broken:", *self.world.breaches]))

    def transcript(self) -> str:
        """Return all that was said, everywhere."""
        return transcript(self.world)
