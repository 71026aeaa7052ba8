"""The state of the world: people, chats, messages, changes, updates. Decides no manners."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count

from bot.clock import Clock
from bot.simulator.changes import Change, Changes, Listener
from bot.simulator.chats import Chat, membership
from bot.simulator.faults import Faults
from bot.simulator.inquiry import Inquiry
from bot.simulator.json_value import Json, JsonObject
from bot.simulator.messages import Button, Document, Message
from bot.simulator.people import User
from bot.simulator.profile import Profile
from bot.simulator.updates import Updates

_FIRST_PERSON = 2**33 + 1  # above 32 bits, so that a column too narrow for real ids is found out
_FIRST_GROUP = -1_001_000_000_001
_LOG_LENGTH = 20_000


class NotPossible(ValueError):  # noqa: N818 - reads as what the person hears
    """A person tries what no Telegram client would let them do."""


@dataclass(eq=False)
class Query:
    """A tap that waits for its answer; `answers` counts how often the bot has answered."""

    id: str
    user: User
    message: Message
    data: str
    at: float
    answers: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the bot and what came back."""

    seq: int
    at: datetime
    method: str
    params: Mapping[str, str]
    status: int
    answer: JsonObject


class Stage:
    """What there is, and the few ways to change it so that everyone concerned is told."""

    def __init__(self, clock: Clock, bot: User, token: str) -> None:
        """Set an empty stage with one bot; only calls with `token` are the bot's."""
        self.clock = clock
        self.bot = bot
        self.token = token
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.files: dict[str, Document] = {}
        self.inquiries: dict[str, Inquiry] = {}
        self.inline_messages: dict[str, tuple[int, int]] = {}
        """Where the messages stand that were sent by way of the bot: chat and number."""
        self.inline_mode = self.inline_feedback = True
        """What BotFather switches on and off with /setinline and /setinlinefeedback."""
        self.profile = Profile()
        self.updates = Updates(clock)
        self.faults = Faults()
        self.changes = Changes()
        self.log: deque[Call] = deque(maxlen=_LOG_LENGTH)
        self.breaches: list[str] = []
        self._seq = count(1)
        self._query_ids = count(1)
        self._person_ids = count(_FIRST_PERSON)
        self._group_ids = count(_FIRST_GROUP, -1)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` for each visible change from now on; return a function that ends it."""
        return self.changes.subscribe(listener)

    def chat(self, chat: Chat | User | int) -> Chat:
        """Return a chat by itself, by its person or by its id; raises KeyError if there is none."""
        return self.chats[chat if isinstance(chat, int) else chat.id]

    def history(self, chat: Chat | User) -> list[Message]:
        """Return what can be seen in a chat, oldest first; deleted messages are gone."""
        return [message for message in self.chat(chat).messages.values() if not message.deleted]

    def unread(self, user: User, chat: Chat | User) -> int:
        """Count what others have said in a chat since this person last looked."""
        seen = self.chat(chat).read.get(user.id, 0)
        return sum(m.id > seen and m.sender is not user for m in self.history(chat))

    def reads(self, user: User, chat: Chat | User) -> None:
        """Let a person look at a chat; everything in it is read."""
        place = self.chat(chat)
        newest = place.next_id - 1
        if place.read.get(user.id, 0) < newest:
            place.read[user.id] = newest
            self.publish("read", chat_id=place.id, user_id=user.id)

    def publish(  # noqa: PLR0913 - one keyword for each thing a change may concern
        self,
        kind: str,
        *,
        chat_id: int | None = None,
        user_id: int | None = None,
        message: Message | None = None,
        text: str = "",
        alert: bool = False,
    ) -> None:
        """Note a visible change and tell the listeners."""
        now = self.clock.now()
        self.changes.add(
            Change(next(self._seq), kind, now, chat_id, user_id, message, text, alert=alert)
        )

    def note_call(
        self, method: str, params: Mapping[str, str], status: int, answer: JsonObject
    ) -> None:
        """Note a request of the bot and what came back."""
        seq = self.log[-1].seq + 1 if self.log else 1
        self.log.append(Call(seq, self.clock.now(), method, params, status, answer))
        self.publish("call", text=f"{method} {status}")

    def post(self, message: Message) -> Message:
        """Put a new message into its chat."""
        chat = message.chat
        chat.messages[message.id] = message
        chat.next_id = message.id + 1
        self.publish("message", chat_id=chat.id, user_id=message.sender.id, message=message)
        return message

    def put(self, message: Message, kind: str = "edited") -> Message:
        """Let a changed message take the place of the old one."""
        message.chat.messages[message.id] = message
        self.publish(kind, chat_id=message.chat.id, user_id=message.sender.id, message=message)
        return message

    def remove(self, message: Message) -> None:
        """Take a message away from everybody."""
        self.put(replace(message, deleted=True), "deleted")

    def newest(self, message: Message) -> Message:
        """Return the message as it stands now."""
        return message.chat.messages[message.id]

    def service(self, chat: Chat, sender: User, content: Mapping[str, Json]) -> Message:
        """Put a service message (someone joined, something was pinned) into a chat."""
        note = Message(chat.next_id, chat, sender, self.clock.now(), "service", content=content)
        return self.post(note)

    def asks(self, user: User, message: Message, button: Button) -> Query:
        """Note a tap on a callback button and queue its update."""
        data = button.callback_data or ""
        query = Query(str(next(self._query_ids)), user, message, data, self.clock.mono())
        self.queries[query.id] = query
        body: dict[str, Json] = {
            "id": query.id,
            "from": user.as_json(),
            "chat_instance": str(message.chat.id),
            "data": data,
        }
        if message.inline_id:
            body["inline_message_id"] = message.inline_id
        else:
            body["message"] = message.as_json()
        self.updates.add("callback_query", body)
        return query

    def note_standing(self, chat: Chat, actor: User, old: str, new: str) -> None:
        """Tell the bot that its own standing in a chat has changed."""
        body: JsonObject = {
            "chat": chat.as_json(),
            "from": actor.as_json(),
            "date": int(self.clock.now().timestamp()),
            "old_chat_member": membership(self.bot, old),
            "new_chat_member": membership(self.bot, new),
        }
        self.updates.add("my_chat_member", body)
        self.publish("chat", chat_id=chat.id, user_id=actor.id, text=new)
