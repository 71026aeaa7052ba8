"""One who reads a chat: what is new, what can be tapped. Knows the world only."""

from __future__ import annotations

from collections.abc import Iterable

from bot.simulator.changes import Change
from bot.simulator.chats import Chat
from bot.simulator.messages import Button, Message
from bot.simulator.transcript import transcript
from bot.simulator.world import World


def plain(text: str) -> str:
    """Return a text with all blanks alike; it may break its lines as it likes."""
    return " ".join(text.split())


def _bare(label: str) -> str:
    """Return a label without the signs around it, so that "✓ Ja" is found as "Ja"."""
    start = next((i for i, ch in enumerate(label) if ch.isalnum()), 0)
    return plain(label[start:])


def shown(message: Message) -> str:
    """Return what a message says, with the name of its file."""
    name = message.document.name if message.document else ""
    return plain(f"{message.text} {name}")


def button_called(messages: Iterable[Message], label: str) -> tuple[Message, Button] | None:
    """Return the newest button with this label, exactly or but for signs in front of it."""
    wanted = plain(label)
    for message in sorted(messages, key=lambda message: -message.id):
        for same in (plain, _bare):
            for button in message.buttons:
                if same(button.text) == wanted:
                    return message, button
    return None


class Watcher:
    """Reads one chat, as one who looks up now and then."""

    def __init__(self, world: World, chat: Chat) -> None:
        """Begin to read now."""
        self.world = world
        self.place = chat
        self._window = 0
        self._seen = 0

    def chat(self) -> str:
        """Return all that was said here, as a transcript."""
        return transcript(self.world, self.place)

    @property
    def last(self) -> Message:
        """The newest visible message of the bot; AssertionError if there is none."""
        for message in reversed(self.world.history(self.place)):
            if message.from_bot and message.kind != "service":
                return message
        raise self.failure("the bot has said nothing here")

    def looks_away(self) -> None:
        """Count everything until now as read."""
        self._window = self._seen = len(self.world.changes.all)

    def sees(self, *texts: str) -> None:
        """Find each text in what the bot wrote or changed since the last deed.

        What was found once may be found again, what stood before it may not.
        """
        news = self._news(self._window)
        places = [self._find(news, text) for text in texts]
        if places:
            self._window = min(places)
            self._seen = max(self._seen, *(place + 1 for place in places))

    def sees_nothing(self) -> None:
        """Fail if the bot wrote or changed anything since the last deed, or since what was seen."""
        news = self._news(self._seen)
        if news:
            raise self.failure(f"expected nothing new, but there is: {_shown_change(news[0][1])!r}")

    def sees_button(self, label: str, *, message: Message | None = None) -> None:
        """Fail unless a button with this label is there to tap."""
        if button_called(self._visible(message), label) is None:
            raise self.failure(f"no button [{label}] among {self._labels()}")

    def sees_no_button(self, label: str, *, message: Message | None = None) -> None:
        """Fail if a button with this label is there to tap."""
        if button_called(self._visible(message), label) is not None:
            raise self.failure(f"there is a button [{label}]")

    def document(self, suffix: str) -> bytes:
        """Return the newest file with this ending; AssertionError if there is none."""
        for message in reversed(self.world.history(self.place)):
            if message.document is not None and message.document.name.endswith(suffix):
                return message.document.content
        raise self.failure(f"no file ends with {suffix}")

    def failure(self, why: str) -> AssertionError:
        """Make the error to raise, with the transcript of this chat."""
        return AssertionError(f"{why}\n\n{self.chat()}")

    def _visible(self, message: Message | None) -> list[Message]:
        return self.world.history(self.place) if message is None else [message]

    def _labels(self) -> list[str]:
        return [button.text for m in self.world.history(self.place) for button in m.buttons]

    def _news(self, since: int) -> list[tuple[int, Change]]:
        changes = self.world.changes.all
        return [
            (place, change)
            for place, change in enumerate(changes[since:], since)
            if change.chat_id == self.place.id
            and change.kind in {"message", "edited"}
            and change.message is not None
            and change.message.from_bot
            and change.message.kind != "service"
        ]

    def _find(self, news: list[tuple[int, Change]], text: str) -> int:
        for place, change in news:
            if change.message is not None and plain(text) in shown(change.message):
                return place
        raise self.failure(f"does not see {text!r}")


def _shown_change(change: Change) -> str:
    return shown(change.message) if change.message else ""
