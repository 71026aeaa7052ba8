"""What the page shows of the world, as plain JSON. Knows how a chat looks; never HTML."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs, quote, urlsplit

from bot.simulator.chats import Chat
from bot.simulator.inquiry import Inquiry
from bot.simulator.json_value import Json, JsonObject
from bot.simulator.messages import Button, Document, Message
from bot.simulator.people import User
from bot.simulator.stage import Call
from bot.simulator.world import World

_PICTURES = ((b"\x89PNG", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"))
_SHOWN_FILES = frozenset({"document", "photo"})
_ABOUT = 90


def person(user: User, link: str | None) -> JsonObject:
    """Return a person, with the start parameter of the link that waits for them, if any."""
    return {
        "id": user.id,
        "name": user.name,
        "first": user.first_name,
        "startLink": None if link is None else parameter(link),
    }


def parameter(link: str) -> str:
    """Return the start parameter of a link; a bare parameter is its own."""
    return parse_qs(urlsplit(link).query).get("start", [""])[0] if "/" in link else link


def chat(world: World, place: Chat) -> JsonObject:
    """Return a chat with who is in it, who has what unread, and what its people can send."""
    inside = [world.users[one] for one in place.members if _is_inside(world, place, one)]
    return {
        "id": place.id,
        "private": place.is_private,
        "title": title(place),
        "members": [one.id for one in inside],
        "botIn": place.holds(world.bot),
        "started": place.started,
        "blocked": place.blocked,
        "moved": place.migrated_to is not None,
        "pinned": place.pinned,
        "unread": {str(one.id): world.unread(one, place) for one in inside},
        "commands": {str(one.id): _commands(world, place, one) for one in inside},
        "description": _description(world, place) if place.is_private else "",
        "readyKeys": [[_ready(key) for key in row] for row in place.reply_keyboard],
    }


def _commands(world: World, place: Chat, user: User) -> Json:
    return world.profile.menu(place.id, user.language, private=place.is_private)


def _description(world: World, place: Chat) -> str:
    words = world.profile.words
    language = place.person(place.id).language
    return words.get(("Description", language)) or words.get(("Description", "")) or ""


def title(place: Chat) -> str:
    """Return what a chat is called: by its person, or by its own name."""
    return place.person(place.id).name if place.is_private else place.title


def _is_inside(world: World, place: Chat, user_id: int) -> bool:
    user = world.users[user_id]
    return place.holds(user) and not user.is_bot


def message(said: Message) -> JsonObject:
    """Return a message as it stands."""
    return {
        "id": said.id,
        "from": {"id": said.sender.id, "name": said.sender.name, "bot": said.from_bot},
        "at": said.date.isoformat(),
        "kind": said.kind,
        "text": said.text,
        "entities": [entity.as_json() for entity in said.entities],
        "rows": [[_key(button) for button in row] for row in said.keyboard],
        "silent": said.silent,
        "via": said.via_bot.username if said.via_bot else None,
        "edited": said.edited_at is not None,
        "deleted": said.deleted,
        "replyTo": said.reply_to.id if said.reply_to else None,
        "file": _file(said),
        **_special(said),
    }


def offered(asked: Inquiry) -> JsonObject:
    """Return the cards that a question was answered with, and the button above them."""
    return {
        "query": asked.id,
        "chat": asked.chat.id,
        "as": asked.user.id,
        "cards": [
            {"name": one["id"], "title": one["title"], "about": one.get("description", "")}
            for one in asked.results
        ],
        "button": asked.button.get("text"),
    }


def _key(button: Button) -> JsonObject:
    kind = "url" if button.url else "copy" if button.copy_text else "callback"
    kind = "share" if button.share else kind
    return {
        "text": button.text,
        "kind": kind,
        "style": button.style,
        "url": button.url,
        "copy": button.copy_text,
        "share": button.share or None,
    }


def _ready(key: Button) -> JsonObject:
    return {"text": key.text, "contact": bool(key.raw.get("request_contact"))}


def _file(said: Message) -> Json:
    file = said.document
    if file is None or said.kind not in _SHOWN_FILES:
        return None
    return {
        "name": file.name,
        "size": file.size,
        "href": f"/page/file/{quote(file.file_id, safe='')}",
        "image": said.kind == "photo" and picture_type(file) is not None,
    }


def picture_type(file: Document) -> str | None:
    """Return the type of a picture a browser can safely show, judged by its first bytes."""
    content = file.content
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((mime for start, mime in _PICTURES if content.startswith(start)), None)


def _special(said: Message) -> JsonObject:
    """Return what only some kinds of message have."""
    content = said.content
    if said.kind == "service":
        return {"service": next(iter(content), ""), "names": _names(content)}
    return {"about": _about(content), "place": _place(content), "poll": _poll(content)}


def _names(content: Mapping[str, Json]) -> list[Json]:
    joined = content.get("new_chat_members")
    left = content.get("left_chat_member")
    everyone = [*(joined if isinstance(joined, list) else []), *([left] if left else [])]
    return [one["first_name"] for one in everyone if isinstance(one, dict)]


def _about(content: Mapping[str, Json]) -> str:
    for kind, word in (("sticker", "emoji"), ("dice", "emoji"), ("contact", "phone_number")):
        inner = content.get(kind)
        if isinstance(inner, dict):
            return str(inner.get(word, ""))
    return ""


def _place(content: Mapping[str, Json]) -> Json:
    venue = content.get("venue")
    if isinstance(venue, dict):
        point = venue.get("location")
        spot = point if isinstance(point, dict) else {}
        return {"title": venue.get("title"), "address": venue.get("address"), **spot}
    return content.get("location")


def _poll(content: Mapping[str, Json]) -> Json:
    poll = content.get("poll")
    if not isinstance(poll, dict):
        return None
    options = poll.get("options")
    texts = (
        [one.get("text") for one in options if isinstance(one, dict)]
        if isinstance(options, list)
        else []
    )
    return {"question": poll.get("question"), "options": texts}


def call(made: Call) -> JsonObject:
    """Return a line of the bot's calls: what, to whom and the refusal, never the whole content."""
    refusal = made.answer.get("description", "")
    about = made.params.get("text") or made.params.get("caption") or ""
    return {
        "at": made.at.isoformat(),
        "method": made.method,
        "about": about.replace("\n", " ")[:_ABOUT],
        "status": made.status,
        "answer": str(refusal),
    }
