"""Comes into groups with an organiser, leaves with anyone else, and follows a group that moves."""

from __future__ import annotations

from bot.deeds import seats
from bot.events import Membership, Moved
from bot.records.group import Group
from bot.records.outgoing import OnDoubt, Outgoing
from bot.rules.authority import Deed
from bot.store import chats, groups, outbox, people
from bot.turn import Turn
from bot.words.views import asking


def membership(turn: Turn, event: Membership) -> None:
    """Note that the bot was let in or put out, or that a person blocked or unblocked it."""
    if event.chat.is_private:
        _private(turn, event)
    elif not event.is_member:
        _put_out(turn, event.chat.chat_id)
    elif turn.may(Deed.LINK_GROUP):
        _let_in(turn, event)
    else:
        _leave(turn, event)


def _private(turn: Turn, event: Membership) -> None:
    if turn.person is not None:
        turn.person.unreachable_since = None if event.is_member else turn.now
        if event.is_member:
            seats.offer_again(turn, turn.person)
        else:
            outbox.withdraw(turn.session, person_id=turn.person.id)


def _put_out(turn: Turn, chat_id: int) -> None:
    group = groups.by_chat(turn.session, chat_id)
    if group is not None:
        group.is_active = False
        turn.session.add(group)


def _let_in(turn: Turn, event: Membership) -> None:
    chat_id = event.chat.chat_id
    group = groups.by_chat(turn.session, chat_id) or Group(
        chat_id=chat_id, title=event.chat.title, linked_by=turn.me.id, created_at=turn.now
    )
    was_in = group.id is not None and group.is_active
    group.title, group.is_active = event.chat.title, True
    turn.session.add(group)
    if not was_in:
        turn.note("linked a group")
        turn.say(asking.group_linked(turn.words, event.chat.title))


def _leave(turn: Turn, event: Membership) -> None:
    """Leave a group nobody of ours let us into, and let the owner know."""
    turn.session.add(
        Outgoing(
            chat_id=event.chat.chat_id,
            method="leaveChat",
            on_doubt=OnDoubt.REPEAT,
            not_before=turn.now,
            created_at=turn.now,
        )
    )
    for organiser in people.organisers(turn.session)[:1]:
        told = asking.not_your_group(turn.words_for(organiser), event.chat.title)
        turn.tell(organiser, told)


def moved(turn: Turn, event: Moved) -> None:
    """Follow a group that became a supergroup, everywhere its id stands."""
    chats.move(turn.session, event.old_chat_id, event.new_chat_id)
