"""What one reads who shares a meeting from another chat."""

from __future__ import annotations

from collections.abc import Mapping

from bot.records.meeting import Meeting
from bot.rules import lengths
from bot.words.calendar import Words
from bot.words.message import Button, Message
from bot.words.texts import seen
from bot.words.views.meeting import short_when, where

TITLE, ABOUT = 100, 120
"""UTF-16 units of a result's two lines that a client has room for."""
QUERY = 60
"""Characters of a title that find the meeting again; a question holds 256 (Bot API)."""


def article(w: Words, meeting: Meeting, card: Message) -> Mapping[str, object]:
    """Offer a card, named in the language of the one who asks (Bot API, InlineQueryResult)."""
    content = card.as_content()
    posted = ("parse_mode", "link_preview_options")
    text = {"message_text": content["text"], **{name: content[name] for name in posted}}
    line = w.say("sharing", "{when}. {where}", when=short_when(w, meeting), where=where(w, meeting))
    keys = {"reply_markup": content["reply_markup"]} if "reply_markup" in content else {}
    return {
        "type": "article",
        "id": f"m{meeting.id}",
        "title": lengths.cut(meeting.title or "–", TITLE),
        "description": lengths.cut(seen(line), ABOUT),
        "input_message_content": text,
        **keys,
    }


def nothing_found(w: Words) -> str:
    """Say that no meeting fits, on a button that leads to the private chat."""
    return w.plain("sharing", "No meeting fits. Open the bot")


def for_members(w: Words) -> str:
    """Ask a stranger in, on a button that leads to the private chat."""
    return w.plain("sharing", "Only members can share. Open the bot")


def share_button(w: Words, meeting: Meeting) -> Button:
    """Lead to the choice of a chat, where the meeting stands ready to be posted."""
    return Button(w.plain("sharing", "Share in a chat"), share=(meeting.title or "")[:QUERY])
