"""A little Telegram: the deeds of people. Knows what a client can do; never what our bot wants."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from bot.clock import Clock
from bot.simulator import media
from bot.simulator.chats import Chat
from bot.simulator.entities import found_in
from bot.simulator.luck import Luck
from bot.simulator.messages import Button, Document, Message
from bot.simulator.people import User
from bot.simulator.stage import NotPossible, Stage

_LONGEST_TEXT = 4096
_FIXED = frozenset({"sticker", "contact", "location", "dice", "poll", "service"})
BOT_ID = 7_000_000_001
TOKEN = f"{BOT_ID}:AA-a-token-for-the-simulator-only-000"


class World(Stage):
    """People, their chats with one bot, and what they do there.

    Each deed stores what it makes, queues the updates the real server would make and tells the
    listeners before it returns. A deed no client allows raises NotPossible.
    """

    def __init__(  # noqa: PLR0913 - one keyword for each thing a world may be
        self,
        clock: Clock,
        *,
        bot_name: str = "Samklang",
        bot_username: str = "samklang_bot",
        flood_limits: bool = False,
        is_fair: bool = False,
        seed: int = 0,
        token: str = TOKEN,
    ) -> None:
        """Make a world with one bot only; with `flood_limits` Telegram's limits bite.

        Unless it is asked to be fair, calls go wrong by chance, the same for the same `seed`.
        """
        bot_id = int(token.partition(":")[0])
        bot = User(bot_id, bot_name, username=bot_username, language="", is_bot=True)
        super().__init__(clock, bot, token)
        self.flood_limits = flood_limits
        self.luck = None if is_fair else Luck(seed)

    def add_user(
        self,
        first_name: str,
        last_name: str = "",
        *,
        username: str | None = None,
        language: str = "sv",
    ) -> User:
        """Let a person install Telegram; the chat with the bot exists but is not started."""
        user = User(next(self._person_ids), first_name, last_name, username, language)
        self.users[user.id] = user
        chat = Chat(user.id, "private")
        chat.seat(user, "member")
        chat.seat(self.bot, "member")
        self.chats[chat.id] = chat
        self.publish("user", chat_id=chat.id, user_id=user.id)
        return user

    def add_group(
        self,
        title: str,
        members: Iterable[User],
        *,
        admins: Iterable[User] = (),
        kind: str = "supergroup",
    ) -> Chat:
        """Make a group of people, without the bot; the first administrator is its creator."""
        chat = Chat(next(self._group_ids), kind, title)
        for user in members:
            chat.seat(user, "member")
        for place, user in enumerate(admins):
            chat.seat(user, "administrator" if place else "creator")
        self.chats[chat.id] = chat
        self.publish("chat", chat_id=chat.id)
        return chat

    def starts(self, user: User, parameter: str = "") -> Message:
        """Open the chat with the bot and press Start, perhaps through a link with a parameter."""
        chat = self.chat(user)
        if chat.blocked:
            self.unblocks(user)
        return self.writes(user, chat, f"/start {parameter}".strip())

    def writes(
        self, user: User, chat: Chat | User, text: str, *, reply_to: Message | None = None
    ) -> Message:
        """Write a text; return the last message of it.

        As clients do, outer blanks are trimmed and a long text becomes several messages.
        """
        place = self._place_of(user, chat)
        words = text.strip()
        if not words:
            raise NotPossible("an empty message cannot be sent")
        for start in range(0, len(words), _LONGEST_TEXT):
            part = words[start : start + _LONGEST_TEXT]
            now, marks = self.clock.now(), found_in(part)
            message = Message(
                place.next_id, place, user, now, text=part, entities=marks, reply_to=reply_to
            )
            self.says(message)
        return message

    def sends(  # noqa: PLR0913 - the surface that the page and the cast share
        self,
        user: User,
        chat: Chat | User,
        kind: str,
        *,
        text: str = "",
        file: bytes | None = None,
        file_name: str = "",
    ) -> Message:
        """Send a sticker, voice, photo, document, contact, location, video, dice or poll."""
        place = self._place_of(user, chat)
        document = (
            self.keep(kind, file or kind.encode(), file_name) if media.carries_file(kind) else None
        )
        return self.says(
            Message(
                place.next_id,
                place,
                user,
                self.clock.now(),
                kind,
                text=text if document is not None else "",
                document=document,
                content=media.content(kind, user, document, text),
            )
        )

    def keep(self, kind: str, content: bytes, file_name: str = "") -> Document:
        """Store a file on the server; its id is its name towards the bot."""
        name, mime = media.named(kind, file_name)
        document = Document(f"file{len(self.files) + 1}", name, mime, content)
        self.files[document.file_id] = document
        return document

    def edits(self, user: User, message: Message, text: str) -> Message:
        """Change one's own text."""
        self._place_of(user, message.chat)
        if message.sender is not user or message.kind in _FIXED:
            raise NotPossible("only one's own words can be edited")
        new = replace(
            self.newest(message), text=text, entities=found_in(text), edited_at=self.clock.now()
        )
        self.put(new)
        if self.bot_hears(new):
            self.updates.add("edited_message", new.as_json())
        return new

    def taps(self, user: User, message: Message, button: Button) -> None:
        """Tap a button: ask the bot, follow a link, or note that a text was copied."""
        self.reads(user, message.chat)
        self.publish(
            "tap", chat_id=message.chat.id, user_id=user.id, message=message, text=button.text
        )
        if button.callback_data is not None:
            self.asks(user, self.newest(message), button)
        elif button.url is not None:
            self.follows(user, button.url)
        elif button.copy_text is not None:
            self.notes(user, f"kopierade: {button.copy_text}")
        elif share := button.share:
            self.notes(user, f"väljer en chatt att dela i: {share}")
        else:
            self.writes(user, message.chat, button.text)

    def follows(self, user: User, url: str) -> None:
        """Open a link: one to the bot starts its chat, any other is noted."""
        address = urlsplit(url)
        if address.netloc == "t.me" and address.path.strip("/") == self.bot.username:
            self.starts(user, parse_qs(address.query).get("start", [""])[0])
        else:
            self.notes(user, f"öppnade: {url}")

    def notes(self, user: User, text: str) -> None:
        """Note what a person did outside the chats."""
        user.notes.append(text)
        self.publish("note", chat_id=user.id, user_id=user.id, text=text)

    def blocks(self, user: User) -> None:
        """Block the bot."""
        self._set_blocked(user, blocked=True)

    def unblocks(self, user: User) -> None:
        """Let the bot write again."""
        self._set_blocked(user, blocked=False)

    def deactivates(self, user: User) -> None:
        """Delete one's Telegram account; nobody tells the bot."""
        user.deactivated = True
        self.publish("user", chat_id=user.id, user_id=user.id)

    def adds_bot(self, user: User, chat: Chat, *, admin: bool = True) -> None:
        """Bring the bot into a group, perhaps as an administrator."""
        old = chat.status(self.bot)
        new = "administrator" if admin else "member"
        chat.seat(self.bot, new)
        self.note_standing(chat, user, old, new)
        self._hear(self.service(chat, user, {"new_chat_members": [self.bot.as_json()]}))

    def removes_bot(self, user: User, chat: Chat) -> None:
        """Throw the bot out of a group."""
        old = chat.status(self.bot)
        chat.seat(self.bot, "kicked")
        self.service(chat, user, {"left_chat_member": self.bot.as_json()})
        self.note_standing(chat, user, old, "kicked")

    def upgrades(self, chat: Chat) -> Chat:
        """Turn a group into a supergroup: a new id, and the old one answers no more."""
        new = Chat(next(self._group_ids), "supergroup", chat.title)
        new.members, new.people = dict(chat.members), dict(chat.people)
        self.chats[new.id] = new
        creator = next(iter(chat.people.values()))
        self._hear(self.service(chat, creator, {"migrate_to_chat_id": new.id}))
        chat.migrated_to = new.id
        self._hear(self.service(new, creator, {"migrate_from_chat_id": chat.id}))
        self.publish("chat", chat_id=new.id)
        return new

    def bot_hears(self, message: Message) -> bool:
        """Whether the server shows this message to the bot; privacy mode is on, as by default."""
        chat = message.chat
        if chat.is_private:
            return not chat.blocked
        if message.via_bot is self.bot:
            return chat.holds(self.bot)
        if chat.status(self.bot) == "administrator" or message.kind == "service":
            return chat.holds(self.bot)
        to_bot = message.reply_to is not None and message.reply_to.sender is self.bot
        command = any(mark.type == "bot_command" and not mark.offset for mark in message.entities)
        return chat.holds(self.bot) and (to_bot or command)

    def _hear(self, message: Message) -> None:
        if self.bot_hears(message):
            kind = "channel_post" if message.chat.kind == "channel" else "message"
            self.updates.add(kind, message.as_json())

    def says(self, message: Message) -> Message:
        """Put a person's message into its chat, and let the bot hear what it may hear."""
        if message.chat.is_private:
            message.chat.started = True
        self.post(message)
        self.reads(message.sender, message.chat)
        self._hear(message)
        return message

    def _place_of(self, user: User, chat: Chat | User) -> Chat:
        place = self.chat(chat)
        if user.deactivated or not place.holds(user):
            raise NotPossible(f"{user.name} is not in {place.title or 'this chat'}")
        if place.kind == "channel" and place.status(user) == "member":
            raise NotPossible("only administrators write in a channel")
        if place.blocked or place.migrated_to is not None:
            raise NotPossible("this chat is closed")
        return place

    def _set_blocked(self, user: User, *, blocked: bool) -> None:
        chat = self.chat(user)
        if chat.blocked != blocked:
            chat.blocked = blocked
            words = ("member", "kicked") if blocked else ("kicked", "member")
            self.note_standing(chat, user, *words)
