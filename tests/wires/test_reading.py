"""What people do becomes facts without tricks in them, and only people count as someone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from bot.events import ELSEWHERE, Membership, Moved, Sent, Tapped, Typed
from bot.wires.reading import clean, update_as_event

KARIN = {"id": 2**33 + 1, "is_bot": False, "first_name": "Karin", "language_code": "sv"}
PRIVATE = {"id": 2**33 + 1, "type": "private", "first_name": "Karin"}
GROUP = {"id": -1001234567890, "type": "supergroup", "title": "Kulturnätet"}
BASE = {"message_id": 7, "date": 1_790_000_000, "chat": PRIVATE, "from": KARIN}


def read(kind: str, body: Mapping[str, object]) -> object:
    """Read an update as it comes from Telegram."""
    return update_as_event(Update.de_json({"update_id": 1, kind: body}, None))


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Karin\u202e kciP", "Karin kciP"),
        ("Ka\u200brin\ufeff", "Karin"),
        ("rad\r\nrad", "rad\nrad"),
        ("a\x00b\ud800c", "abc"),
        ("a\u200db", "ab"),
        ("👩\u200d👧 hej", "👩\u200d👧 hej"),
        ("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"),
        ("Čáhci, Åsele & <b>", "Čáhci, Åsele & <b>"),
    ],
)
def test_f5_f7_text_is_cleaned_at_the_door(written: str, read_as: str) -> None:
    """Signs that deceive the eye or break a database never come further."""
    assert clean(written) == read_as


@given(st.text(st.characters(exclude_categories=())))
def test_f7_clean_text_can_always_be_kept(text: str) -> None:
    """Whatever comes, what is left is valid text, and cleaning it again changes nothing."""
    once = clean(text)

    assert once.encode().decode() == clean(once)
    assert "\x00" not in once


def test_typed_text_new_and_edited() -> None:
    """A text tells who, where and what; an edit says that it is one."""
    new = read("message", BASE | {"text": "/start x"})
    edit = read("edited_message", BASE | {"text": "nej", "edit_date": 1_790_000_009})

    assert isinstance(new, Typed)
    assert isinstance(edit, Typed)
    assert (new.text, new.sender.name, new.chat.is_private) == ("/start x", "Karin", True)
    assert (new.is_edit, edit.is_edit, new.sender.is_someone) == (False, True, True)


@pytest.mark.parametrize(
    "who",
    [
        {"from": {"id": 1087968824, "is_bot": True, "first_name": "Group"}, "sender_chat": GROUP},
        {"from": {"id": 136817688, "is_bot": True, "first_name": "Channel"}},
        {"from": {"id": 777000, "is_bot": False, "first_name": "Telegram"}},
        {"from": KARIN, "sender_chat": GROUP},
        {"from": {"id": 5, "is_bot": True, "first_name": "Bot"}},
        {"from": None},
    ],
)
def test_f14_only_a_person_is_someone(who: dict[str, object]) -> None:
    """Anonymous admins, channels, Telegram and bots have no seat and no role."""
    event = read("message", BASE | {"chat": GROUP, "text": "hej"} | who)

    assert isinstance(event, Typed)
    assert event.sender.is_someone is False


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("sticker", {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1,
                     "is_animated": False, "is_video": False, "type": "regular"}),
        ("voice", {"file_id": "a", "file_unique_id": "b", "duration": 1}),
        ("photo", [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]),
        ("contact", {"phone_number": "1", "first_name": "x"}),
        ("location", {"latitude": 1.0, "longitude": 1.0}),
        ("dice", {"emoji": "🎲", "value": 3}),
        ("document", {"file_id": "a", "file_unique_id": "b", "file_name": "x.pdf", "file_size": 9}),
    ],
)  # fmt: skip
def test_f3_what_is_not_text_is_sent(kind: str, content: object) -> None:
    """Anything else a person sends is named by its kind, with its file if there is one."""
    event = read("message", BASE | {kind: content})

    assert isinstance(event, Sent)
    assert event.kind == kind
    assert event.file_id == ("" if kind in {"contact", "location", "dice"} else "a")


def test_i1_a_moved_group_is_told_by_either_side() -> None:
    """Both service messages of a migration say the same."""
    old = BASE | {"chat": {"id": -5, "type": "group", "title": "x"}, "migrate_to_chat_id": -1009}
    new = BASE | {"chat": {"id": -1009, "type": "supergroup"}, "migrate_from_chat_id": -5}

    assert read("message", old) == read("message", new) == Moved(-5, -1009)


@pytest.mark.parametrize(("status", "is_member"), [("member", True), ("kicked", False)])
def test_a_block_and_its_end_are_told(status: str, *, is_member: bool) -> None:
    """Being blocked or let in again is a membership of the bot."""
    bot = {"id": 5, "is_bot": True, "first_name": "Samklang"}
    changed = {
        "chat": PRIVATE,
        "from": KARIN,
        "date": 1_790_000_000,
        "old_chat_member": {"user": bot, "status": "left"},
        "new_chat_member": {"user": bot, "status": status, "until_date": 0},
    }
    event = read("my_chat_member", changed)

    assert isinstance(event, Membership)
    assert event.is_member is is_member


def test_a_tap_in_a_private_chat_and_on_a_shared_card() -> None:
    """A tap carries its token; a card shared inline has no chat of ours."""
    query = {"id": "1", "from": KARIN, "chat_instance": "c", "data": "reg:42:yes"}
    here = read("callback_query", query | {"message": BASE | {"text": "x"}})
    there = read("callback_query", query | {"inline_message_id": "i"})

    assert isinstance(here, Tapped)
    assert isinstance(there, Tapped)
    assert (here.token, here.message_id) == ("reg:42:yes", 7)
    assert (there.chat, there.message_id, there.inline_id) == (ELSEWHERE, None, "i")


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("message", BASE | {"pinned_message": BASE | {"text": "x"}}),
        ("message", BASE | {"new_chat_title": "Nytt"}),
        ("channel_post", BASE | {"text": "x"}),
        ("edited_message", BASE | {"dice": {"emoji": "🎲", "value": 3}, "edit_date": 1}),
        ("something_new", {"x": 1}),
    ],
)
def test_what_we_have_no_use_for_is_nothing(kind: str, body: dict[str, object]) -> None:
    """Service messages and kinds we never asked for are no events."""
    assert read(kind, body) is None
