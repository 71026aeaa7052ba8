"""Methods that put something new into a chat."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.simulator.addressing import chat_of, open_chat
from bot.simulator.chats import Chat
from bot.simulator.json_value import Json
from bot.simulator.keyboards import Markup, read_markup
from bot.simulator.markup import Marked
from bot.simulator.messages import Document, Message
from bot.simulator.refusals import Refused, bad
from bot.simulator.request import Ask, UploadedFile
from bot.simulator.stage import Stage
from bot.simulator.wording import caption_of, text_of

_MOST_BYTES = 50 * 1024 * 1024
# Community knowledge; the server tells nobody which there are.
_EFFECTS = frozenset({"5046509860389126442", "5107584321108051014", "5104841245755180586"})
_ACTIONS = frozenset(
    {
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
        "upload_document", "choose_sticker", "find_location", "record_video_note",
        "upload_video_note",
    }
)  # fmt: skip


def send_message(stage: Stage, ask: Ask) -> Json:
    """Send a text."""
    marked = text_of(ask)
    return _send(stage, ask, "text", marked)


def send_document(stage: Stage, ask: Ask) -> Json:
    """Send a file as it is."""
    document = _file(stage, ask, "document")
    return _send(stage, ask, "document", caption_of(ask), document)


def send_photo(stage: Stage, ask: Ask) -> Json:
    """Send a picture; the server keeps one size."""
    document = _file(stage, ask, "photo")
    return _send(stage, ask, "photo", caption_of(ask), document)


def send_venue(stage: Stage, ask: Ask) -> Json:
    """Send a place with its name and address."""
    if not ask.text("title") or not ask.text("address"):
        raise bad("title and address of the venue must be non-empty")
    location: Json = {"latitude": ask.decimal("latitude"), "longitude": ask.decimal("longitude")}
    venue: Json = {"location": location, "title": ask.text("title"), "address": ask.text("address")}
    return _send(stage, ask, "venue", Marked(""), content={"location": location, "venue": venue})


def send_chat_action(stage: Stage, ask: Ask) -> Json:
    """Show that the bot is busy."""
    open_chat(stage, ask)
    if ask.text("action") not in _ACTIONS:
        raise bad("wrong parameter action in request")
    return True


def _send(  # noqa: PLR0913, PLR0917 - the parts every kind of message has
    stage: Stage,
    ask: Ask,
    kind: str,
    marked: Marked,
    document: Document | None = None,
    content: Mapping[str, Json] | None = None,
) -> Json:
    chat = open_chat(stage, ask)
    _refuse_extras(ask, chat)
    markup = read_markup(ask)
    _set_own_keyboard(chat, markup)
    message = Message(
        chat.next_id,
        chat,
        stage.bot,
        stage.clock.now(),
        kind,
        marked.text,
        marked.entities,
        markup.rows if markup.kind == "inline" else (),
        silent=ask.flag("disable_notification"),
        document=document,
        reply_to=_replied(stage, ask, chat),
        content=content if content is not None else _file_content(kind, document),
    )
    return stage.post(message).as_json()


def _refuse_extras(ask: Ask, chat: Chat) -> None:
    if ask.text("message_thread_id"):
        raise bad("message thread not found")
    effect = ask.text("message_effect_id")
    if effect and (effect not in _EFFECTS or not chat.is_private):
        raise bad("EFFECT_ID_INVALID")
    if ask.flag("allow_paid_broadcast"):
        raise bad("FLOODSKIP_NOT_ALLOWED")
    preview = str(ask.object("link_preview_options").get("url", ""))
    if preview and not re.match(r"https?://[^/]+\.", preview):
        raise bad("WEBPAGE_URL_INVALID")


def _set_own_keyboard(chat: Chat, markup: Markup) -> None:
    if markup.kind in {"reply", "remove"}:
        chat.reply_keyboard = markup.rows


def _replied(stage: Stage, ask: Ask, chat: Chat) -> Message | None:
    wanted = ask.object("reply_parameters")
    number = wanted.get("message_id", ask.number("reply_to_message_id"))
    if number is None:
        return None
    home = stage.chats.get(int(str(wanted.get("chat_id", chat.id))), chat)
    message = home.messages.get(int(str(number)))
    if message is not None and not message.deleted:
        return message
    if wanted.get("allow_sending_without_reply") or ask.flag("allow_sending_without_reply"):
        return None
    raise bad("message to be replied not found")


def _file_content(kind: str, document: Document | None) -> Mapping[str, Json]:
    if document is None:
        return {}
    if kind == "photo":
        size = {key: document.as_json()[key] for key in ("file_id", "file_unique_id", "file_size")}
        return {"photo": [{**size, "width": 1280, "height": 720}]}
    return {"document": document.as_json()}


def _file(stage: Stage, ask: Ask, name: str) -> Document:
    chat_of(stage, ask)
    sent = ask.text(name)
    upload = ask.files.get(sent.removeprefix("attach://") if sent else name)
    if upload is not None:
        return _stored(stage, upload)
    if not sent:
        raise bad(f"there is no {name} in the request")
    if sent not in stage.files:
        raise bad("wrong file identifier/HTTP URL specified")
    return stage.files[sent]


def _stored(stage: Stage, upload: UploadedFile) -> Document:
    if not upload.content:
        raise bad("file must be non-empty")
    if len(upload.content) > _MOST_BYTES:
        raise Refused(413, "Request Entity Too Large")
    file_id = f"file{len(stage.files) + 1}"
    document = Document(file_id, upload.name or "file", upload.mime, upload.content)
    stage.files[file_id] = document
    return document


METHODS = {
    "sendMessage": send_message,
    "sendDocument": send_document,
    "sendPhoto": send_photo,
    "sendVenue": send_venue,
    "sendChatAction": send_chat_action,
}
