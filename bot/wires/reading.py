"""Makes one of our events of an update. Knows the library's shapes, no rows and no wording."""

from __future__ import annotations

import re
import unicodedata

from telegram import (
    CallbackQuery,
    ChatMember,
    ChatMemberUpdated,
    Message,
    Update,
    User,
)
from telegram import Chat as TelegramChat
from telegram.helpers import effective_message_type

from bot.events import (
    ELSEWHERE,
    Asked,
    Chat,
    Chosen,
    Event,
    Membership,
    Moved,
    Sender,
    Sent,
    Tapped,
    Typed,
)

_NOT_SOMEONE = frozenset({1087968824, 136817688, 777000})
"""Anonymous admin, a channel's voice, Telegram itself (Bot API, Message.from)."""

_SENT = frozenset(
    {
        "animation",
        "audio",
        "checklist",
        "contact",
        "dice",
        "document",
        "game",
        "giveaway",
        "invoice",
        "location",
        "paid_media",
        "passport_data",
        "photo",
        "poll",
        "sticker",
        "story",
        "venue",
        "video",
        "video_note",
        "voice",
    }
)
"""What people send that is not text; all else is a service message and nobody's word."""

# Signs that turn the direction of text or take no room, and so can make a name look like another.
_TRICKS = re.compile("[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_JOINER = "\u200d"
_KEPT_CONTROLS = "\n\t"
_AROUND_A_JOINER = frozenset({"So", "Sk", "Mn"})


def update_as_event(update: Update) -> Event | None:
    """Say what happened in our own words; None for what we have no use for."""
    if update.callback_query:
        return _tapped(update.callback_query)
    if update.inline_query or update.chosen_inline_result:
        return _from_elsewhere(update)
    if update.my_chat_member:
        return _membership(update.my_chat_member)
    if update.message:
        return _message(update.message, is_edit=False)
    if update.edited_message:
        return _message(update.edited_message, is_edit=True)
    return None


def clean(text: str) -> str:
    """Remove what no one can see or no database can keep; line breaks become one kind."""
    one_kind = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = _TRICKS.sub("", one_kind)
    return "".join(sign for place, sign in enumerate(shown) if _may_stay(shown, place, sign))


def _may_stay(text: str, place: int, sign: str) -> bool:
    if sign == _JOINER:
        around = text[place - 1 : place] + text[place + 1 : place + 2]
        kinds = [unicodedata.category(one) for one in around]
        return len(kinds) > 1 and all(kind in _AROUND_A_JOINER for kind in kinds)
    return sign in _KEPT_CONTROLS or unicodedata.category(sign) not in {"Cc", "Cs"}


def _name(text: str | None) -> str:
    return " ".join(clean(text or "").split())


def _sender(user: User | None, *, speaks_for: TelegramChat | None = None) -> Sender:
    if user is None:
        return Sender(0, "", None, is_someone=False)
    is_someone = not (user.is_bot or speaks_for or user.id in _NOT_SOMEONE)
    return Sender(user.id, _name(user.full_name), user.language_code, is_someone)


def _chat(chat: TelegramChat) -> Chat:
    return Chat(chat.id, chat.type == TelegramChat.PRIVATE, _name(chat.title))


def _tapped(query: CallbackQuery) -> Event:
    message = query.message
    return Tapped(
        sender=_sender(query.from_user),
        chat=_chat(message.chat) if message else ELSEWHERE,
        message_id=message.message_id if message else None,
        token=clean(query.data or ""),
        inline_id=query.inline_message_id or "",
    )


def _from_elsewhere(update: Update) -> Event | None:
    """Say what someone asked for, or posted, in a chat that we are not told."""
    if asked := update.inline_query:
        return Asked(_sender(asked.from_user), clean(asked.query), clean(asked.offset))
    if chosen := update.chosen_inline_result:
        sender = _sender(chosen.from_user)
        return Chosen(sender, clean(chosen.result_id), chosen.inline_message_id or "")
    return None


def _membership(change: ChatMemberUpdated) -> Event:
    now = change.new_chat_member
    is_member = now.status in {ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER}
    if now.status == ChatMember.RESTRICTED:
        is_member = bool(getattr(now, "is_member", False))
    return Membership(_sender(change.from_user), _chat(change.chat), is_member)


def _message(message: Message, *, is_edit: bool) -> Event | None:
    if message.migrate_to_chat_id:
        return Moved(message.chat.id, message.migrate_to_chat_id)
    if message.migrate_from_chat_id:
        return Moved(message.migrate_from_chat_id, message.chat.id)
    if message.text is not None:
        return Typed(
            sender=_sender(message.from_user, speaks_for=message.sender_chat),
            chat=_chat(message.chat),
            message_id=message.message_id,
            text=clean(message.text),
            at=message.date,
            is_edit=is_edit,
            via=(message.via_bot.username or "") if message.via_bot else "",
        )
    return None if is_edit else _sent(message)


def _sent(message: Message) -> Event | None:
    kind = effective_message_type(message)
    if kind not in _SENT:
        return None
    file = message.effective_attachment
    one = file[-1] if isinstance(file, list | tuple) and file else file
    return Sent(
        sender=_sender(message.from_user, speaks_for=message.sender_chat),
        chat=_chat(message.chat),
        message_id=message.message_id,
        kind=kind,
        file_id=str(getattr(one, "file_id", "") or ""),
        file_name=_name(getattr(one, "file_name", "")),
        file_size=int(getattr(one, "file_size", 0) or 0),
        point=_point(message),
    )


def _point(message: Message) -> tuple[float, float] | None:
    """Find a place on the map; a venue carries a location too (Bot API, Message)."""
    return (message.location.latitude, message.location.longitude) if message.location else None
