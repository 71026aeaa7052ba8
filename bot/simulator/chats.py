"""Chats: who is in them, what was said, how far each has read. Never decides who may speak."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.simulator.json_value import Json, JsonObject
from bot.simulator.messages import Button, Message
from bot.simulator.people import User

INSIDE = frozenset({"creator", "administrator", "member"})
_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
)


@dataclass(eq=False)
class Chat:
    """A conversation; a private one has its person's id.

    `kind` is private, group, supergroup or channel.

    Each chat counts its own messages, so that a bot that mixes up two chats is found out.
    """

    id: int
    kind: str
    title: str = ""
    members: dict[int, str] = field(default_factory=dict)
    people: dict[int, User] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    read: dict[int, int] = field(default_factory=dict)
    pinned: int | None = None
    reply_keyboard: tuple[tuple[Button, ...], ...] = ()
    started: bool = False
    blocked: bool = False
    migrated_to: int | None = None
    next_id: int = 1

    @property
    def is_private(self) -> bool:
        """Whether this is one person's chat with the bot."""
        return self.kind == "private"

    def status(self, user: User) -> str:
        """Return the Bot API word for a person's standing in this chat."""
        return self.members.get(user.id, "left")

    def holds(self, user: User) -> bool:
        """Whether this person is in the chat."""
        return self.status(user) in INSIDE

    def person(self, user_id: int) -> User:
        """Return someone who is or was here; raises KeyError for a stranger."""
        return self.people[user_id]

    def seat(self, user: User, status: str) -> None:
        """Give a person a standing in this chat."""
        self.people[user.id] = user
        self.members[user.id] = status

    def as_json(self) -> JsonObject:
        """Return the Bot API object `Chat`."""
        if not self.is_private:
            return {"id": self.id, "type": self.kind, "title": self.title}
        owner = self.person(self.id)
        answer: dict[str, Json] = {"id": self.id, "type": "private", "first_name": owner.first_name}
        if owner.last_name:
            answer["last_name"] = owner.last_name
        if owner.username:
            answer["username"] = owner.username
        return answer

    def member_as_json(self, user: User) -> JsonObject:
        """Return the Bot API object `ChatMember` for a person."""
        return membership(user, self.status(user))


def membership(user: User, status: str) -> JsonObject:
    """Return the Bot API object `ChatMember` for a person with this standing."""
    answer: dict[str, Json] = {"user": user.as_json(), "status": status}
    if status == "creator":
        answer["is_anonymous"] = False
    if status == "kicked":
        answer["until_date"] = 0
    if status == "administrator":
        answer.update(dict.fromkeys(_RIGHTS, True), can_be_edited=False, is_anonymous=False)
    return answer
