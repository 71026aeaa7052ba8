"""What a person's sticker, photo or voice note looks like to the bot. Knows nothing of chats."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.simulator.json_value import Json
from bot.simulator.messages import Document
from bot.simulator.people import User

_SQUARE = 512
_MIME = {
    "sticker": ("sticker.webp", "image/webp"),
    "voice": ("voice.ogg", "audio/ogg"),
    "photo": ("photo.jpg", "image/jpeg"),
    "video": ("video.mp4", "video/mp4"),
    "document": ("file.bin", "application/octet-stream"),
}


def named(kind: str, file_name: str) -> tuple[str, str]:
    """Return the file name and MIME type a client gives to this kind of file."""
    name, mime = _MIME[kind]
    return file_name or name, mime


def carries_file(kind: str) -> bool:
    """Whether this kind of message is a file."""
    return kind in _MIME


def content(kind: str, sender: User, document: Document | None, text: str) -> dict[str, Json]:
    """Return the Bot API fields of a message of this kind; KeyError for an unknown kind."""
    if document is not None:
        return {kind: _FILES[kind](_file(document), document)}
    return {kind: _PLAIN[kind](sender, text)}


def _file(document: Document) -> dict[str, Json]:
    whole = document.as_json()
    return {key: whole[key] for key in ("file_id", "file_unique_id", "file_size")}


def _sticker(file: Mapping[str, Json], _: Document) -> Json:
    shape = {"width": _SQUARE, "height": _SQUARE, "is_animated": False, "is_video": False}
    return {**file, **shape, "type": "regular", "emoji": "👍"}


def _voice(file: Mapping[str, Json], document: Document) -> Json:
    return {**file, "duration": 3, "mime_type": document.mime}


def _photo(file: Mapping[str, Json], _: Document) -> Json:
    return [{**file, "width": _SQUARE, "height": _SQUARE}]


def _video(file: Mapping[str, Json], document: Document) -> Json:
    shape = {"width": _SQUARE, "height": _SQUARE, "duration": 3}
    return {**file, **shape, "mime_type": document.mime, "file_name": document.name}


def _document(_: Mapping[str, Json], document: Document) -> Json:
    return document.as_json()


def _contact(sender: User, text: str) -> Json:
    return {
        "phone_number": text or "+46701740605",
        "first_name": sender.first_name,
        "user_id": sender.id,
    }


def _poll(_: User, text: str) -> Json:
    options: Json = [
        {"persistent_id": str(number), "text": option, "voter_count": 0}
        for number, option in enumerate(("Ja", "Nej"))
    ]
    return {
        "id": "1",
        "question": text or "Fika?",
        "options": options,
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }


_FILES: dict[str, Callable[[Mapping[str, Json], Document], Json]] = {
    "sticker": _sticker,
    "voice": _voice,
    "photo": _photo,
    "video": _video,
    "document": _document,
}
_PLAIN: dict[str, Callable[[User, str], Json]] = {
    "contact": _contact,
    "location": lambda _sender, _text: {"latitude": 60.6749, "longitude": 17.1413},
    "dice": lambda _sender, _text: {"emoji": "🎲", "value": 4},
    "poll": _poll,
}
