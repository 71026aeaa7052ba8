"""One turn: who spoke, where and when, in which transaction, and what is said back.

Everything said becomes a row of the outbox in the same transaction as its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.events import Answer, Chat, Offers, Sender
from bot.house import House
from bot.records.audit import Audit
from bot.records.card import Card, CardKind
from bot.records.meeting import Meeting
from bot.records.outgoing import Lane, OnDoubt, Outgoing
from bot.records.person import Person
from bot.rules import audience, authority, own_hours
from bot.rules.authority import Deed, Place
from bot.store import broadcasts, leaders, outbox, people
from bot.token import Token
from bot.words import menus, relaying
from bot.words.calendar import Words
from bot.words.message import Message, fingerprint

CARD_PAUSE = timedelta(seconds=3)
"""A card in a group is redrawn at most this often, because sends and edits share one limit."""


@dataclass(frozen=True, slots=True)
class When:
    """When something is told: not before `at`, not after `stale_after`, and once for each `key`.

    Without `at` it is told now, or in the morning.
    """

    at: datetime | None = None
    stale_after: datetime | None = None
    key: str | None = None


NOW = When()


@dataclass(slots=True)
class Turn:
    """What a handler may use; `person` is None for someone the bot does not know."""

    session: Session
    house: House
    now: datetime
    sender: Sender | None = None
    chat: Chat | None = None
    person: Person | None = None
    tapped_message: int | None = None
    heard: int | None = None
    """The message this turn is an answer to, when it was written by hand."""
    answer: Answer | None = None
    offers: Offers | None = None
    """What the one who asked from another chat can choose among."""
    inline_id: str = ""
    """The number of the shared card that was tapped."""
    goes_on: Token | None = None
    """What the person came for, when a conversation of another kind has to come first."""
    drew: bool = False
    """The tapped message has been redrawn in this turn."""
    has_desk: bool = False
    """The tapped message shows a desk, as drawn in this turn."""
    spoke: bool = False
    """The one who spoke has got a message in this turn."""

    @property
    def words(self) -> Words:
        """The words of the one who spoke: her own language, else the network's."""
        return self.words_for(self.person)

    def words_for(self, person: Person | None) -> Words:
        """Give the words of a person's language."""
        return self.house.words(person.language if person else None)

    def may(self, deed: Deed, meeting: Meeting | None = None) -> bool:
        """Whether the one who spoke may do it, here; asked in the transaction of the deed."""
        if self.person is None:
            return False
        leads = meeting is not None and leaders.leads(self.session, meeting.id, self.person.id)
        is_private = self.chat is None or self.chat.is_private
        place = Place.PRIVATE if is_private else Place.GROUP
        return authority.may(self.person, deed, leads=leads, place=place)

    @property
    def home(self) -> int:
        """The private chat of the known person who spoke."""
        if self.me.telegram_id is None:
            raise LookupError("someone without Telegram has no chat")
        return self.me.telegram_id

    @property
    def me(self) -> Person:
        """The known person who spoke; only routes that demand one may ask."""
        if self.person is None:
            raise LookupError("this turn belongs to nobody we know")
        return self.person

    def say(self, message: Message, *, about: Meeting | None = None) -> None:
        """Answer in the private chat of the one who spoke."""
        if self.sender is None:
            raise LookupError("nobody spoke")
        self.spoke = True
        row = self._row(self.sender.telegram_id, message)
        row.person_id = self.person.id if self.person else None
        row.meeting_id = about.id if about else None
        outbox.queue(self.session, row)

    def tell(
        self, person: Person, message: Message, about: Meeting | None = None, *, when: When = NOW
    ) -> None:
        """Write to someone else: at a decent hour or a given one, and only while it is of use.

        What concerns someone without Telegram goes to the one who speaks for her, to be passed on.
        """
        reader = self._reader(person)
        if reader is None or reader.telegram_id is None or self._is_silent(reader):
            return
        if reader is not person:
            message = relaying.pass_on(self.words_for(reader), person, message)
        row = self._row(reader.telegram_id, message)
        row.person_id, row.meeting_id = reader.id, about.id if about else None
        row.lane, row.key = Lane.NOTICE, when.key
        row.not_before = max(self.now, self._hour(reader, when))
        row.stale_after = when.stale_after
        outbox.queue(self.session, row)

    def _is_silent(self, reader: Person) -> bool:
        """Whether she wants to hear nothing; she who has just spoken gets her answer."""
        return reader is not self.person and not audience.wants_to_hear(reader)

    def _hour(self, reader: Person, when: When) -> datetime:
        """Wait for the reader's own morning too, as long as the message is of use by then."""
        wanted = when.at or self.house.quiet.next_open(self.now)
        if reader is self.person or own_hours.of(reader) is None:
            return wanted
        hers = own_hours.nights(self.house.quiet, reader).next_open(wanted)
        return hers if when.stale_after is None or hers < when.stale_after else wanted

    def _reader(self, person: Person) -> Person | None:
        """Find who reads a message to this person: she herself, or the one who speaks for her."""
        if person.telegram_id is not None:
            return person
        speaker = people.get(self.session, person.entered_by or 0)
        if speaker is not None and audience.is_reachable(speaker):
            return speaker
        organisers = people.organisers(self.session)
        return next((one for one in organisers if audience.is_reachable(one)), None)

    def post(self, message: Message) -> None:
        """Answer in the chat where it was said, also when that is a group."""
        if self.chat is not None:
            row = self._row(self.chat.chat_id, message)
            row.on_doubt = OnDoubt.RESEND if self.chat.is_private else OnDoubt.PARK
            outbox.queue(self.session, row)

    def show(self, message: Message, *, about: Meeting | None = None) -> None:
        """Put a message in the place of the one that was tapped, else say it.

        One request instead of two, no sound, and no old buttons left behind.
        """
        if self.tapped_message is None or self.drew:
            self.say(message, about=about)
        else:
            self.redraw(message)

    def ask(self, token: Token, message: Message, *, about: Meeting | None = None) -> None:
        """Show a question; a text written next is its answer."""
        if self.person is not None:
            self.await_answer(token)
        self.show(message, about=about)

    def await_answer(self, token: Token) -> None:
        """Take a text written next for an answer to this question; the wait begins now."""
        self.me.expects, self.me.asked_at = str(token), self.now

    def redraw(self, message: Message) -> None:
        """Put a new look on the message whose button was tapped; without one, say it."""
        if self.tapped_message is None or self.chat is None:
            self.say(message)
            return
        self.edit(self.chat.chat_id, self.tapped_message, message)
        self.drew = True

    def edit(self, chat_id: int, message_id: int, message: Message) -> None:
        """Put a new look on a message of ours that stands in a chat."""
        row = self._row(chat_id, message)
        row.method, row.on_doubt = "editMessageText", OnDoubt.REPEAT
        row.content["message_id"] = message_id
        outbox.queue(self.session, row)

    def take_buttons(self) -> None:
        """Remove the buttons of the tapped message, so that it cannot be tapped again."""
        if self.tapped_message is None or self.chat is None or self.drew:
            return
        row = self._row(self.chat.chat_id, Message(""))
        row.method, row.on_doubt = "editMessageReplyMarkup", OnDoubt.REPEAT
        row.content = {
            "message_id": self.tapped_message,
            "reply_markup": {"inline_keyboard": []},
        }
        outbox.queue(self.session, row)

    def delete_heard(self) -> None:
        """Delete the message that was just answered, because of what stands in it."""
        if self.heard is None or self.sender is None:
            return
        row = self._row(self.sender.telegram_id, Message(""))
        row.method, row.on_doubt = "deleteMessage", OnDoubt.REPEAT
        row.content = {"message_id": self.heard}
        outbox.queue(self.session, row)

    def toast(self, text: str, *, alert: bool = False) -> None:
        """Show a few words at once to the one who tapped; at most 200 characters.

        One who wrote instead reads them as a message, when nothing else is said.
        """
        self.answer = Answer(text[:200], alert)

    def lead(self, url: str) -> None:
        """Take the one who tapped to a chat with the bot."""
        self.answer = Answer(url=url)

    def draw(self, card: Card, message: Message, *, unasked: Person | None = None) -> None:
        """Send a card, or bring the one that stands there up to date, soon and once.

        What it already shows, or will in a moment, costs no request. For someone who is told
        `unasked`, a new card waits for her morning.
        """
        if unasked is not None and self._is_silent(unasked):
            return
        row = self._row(card.chat_id, message)
        look = fingerprint(row.content)
        if card.message_id is not None and card.shown == look:
            return
        card.shown = look
        row.card_id, row.meeting_id = card.id, card.meeting_id
        row.lane = Lane.PERSON if self._has_asked_for(card) else Lane.NOTICE
        if card.message_id is None:
            row.on_doubt = OnDoubt.PARK if card.chat_id < 0 else OnDoubt.RESEND
            row.not_before = self._hour(unasked, NOW) if unasked else self.now
        else:
            row.method, row.on_doubt = "editMessageText", OnDoubt.REPEAT
            row.not_before = self.now + (CARD_PAUSE if card.chat_id < 0 else timedelta())
        self.session.add(card)
        outbox.redraw(self.session, row)

    def _has_asked_for(self, card: Card) -> bool:
        """Whether someone waits for it: her own desk, in the chat where she spoke."""
        is_here = self.chat is not None and self.chat.chat_id == card.chat_id
        return is_here and card.kind == CardKind.DESK

    def card(self, wanted: Card) -> Card:
        """Find or begin a card."""
        return broadcasts.card(self.session, wanted)

    def note(self, verb: str, meeting: Meeting | None = None, detail: str = "") -> None:
        """Write down what someone did, without contents."""
        self.session.add(
            Audit(
                at=self.now,
                actor_id=self.person.id if self.person else None,
                verb=verb,
                meeting_id=meeting.id if meeting else None,
                detail=detail,
            )
        )

    def _fitted(self, chat_id: int, message: Message) -> Message:
        """Leave out the buttons that whoever reads it in private may not use."""
        if chat_id < 0 or not menus.has_guarded(message):
            return message
        mine = self.person is not None and self.person.telegram_id == chat_id
        reader = self.person if mine else people.by_telegram_id(self.session, chat_id)
        return menus.fitted(message, reader)

    def _row(self, chat_id: int, message: Message) -> Outgoing:
        message = self._fitted(chat_id, message)
        return Outgoing(
            chat_id=chat_id,
            method=message.method,
            content=message.as_content(),
            lane=Lane.PERSON,
            not_before=self.now,
            created_at=self.now,
        )
