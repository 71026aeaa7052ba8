"""What people do reaches the bot as the real server would tell it."""

from __future__ import annotations

import pytest
import telegram

from bot.simulator.changes import Change
from bot.simulator.json_value import Json
from bot.simulator.stage import NotPossible
from tests.simulator.desk import Desk

_KINDS = ["sticker", "voice", "photo", "document", "contact", "location", "video", "dice", "poll"]


def _message(update: Json) -> telegram.Message:
    assert isinstance(update, dict)
    read = telegram.Update.de_json(update, None)
    assert read.effective_message is not None
    return read.effective_message


def test_start_carries_the_links_parameter() -> None:
    """A deep link arrives as a command with its parameter, marked as a command."""
    desk = Desk()

    desk.world.starts(desk.nils, "inbjudan-7")

    message = _message(desk.updates()[0])
    assert message.text == "/start inbjudan-7"
    assert message.entities[0].type == "bot_command"


def test_a_swedish_letter_makes_no_command() -> None:
    """What looks like a command but goes on with å, ä or ö is only words."""
    desk = Desk()

    desk.world.writes(desk.karin, desk.karin, "/anmäl")

    assert _message(desk.updates()[0]).entities == ()


@pytest.mark.parametrize("kind", _KINDS)
def test_everything_a_person_sends_can_be_read(kind: str) -> None:
    """Each kind of message passes both libraries' reading."""
    desk = Desk()

    desk.world.sends(desk.karin, desk.karin, kind)

    message = _message(desk.updates()[0])
    assert getattr(message, kind)
    assert desk.world.breaches == []


def test_a_long_text_becomes_several_messages() -> None:
    """What is longer than a message holds is cut by the client, nothing is lost."""
    desk = Desk()

    last = desk.world.writes(desk.karin, desk.karin, "å" * 5000)

    assert [len(_message(update).text or "") for update in desk.updates()] == [4096, 904]
    assert last.id == 3


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_text_is_not_sent(text: str) -> None:
    """No client sends nothing."""
    desk = Desk()

    with pytest.raises(NotPossible):
        desk.world.writes(desk.karin, desk.karin, text)


def test_only_ones_own_words_can_be_changed() -> None:
    """Neither another's words nor a sticker can be edited, and only where one is."""
    desk = Desk()
    theirs = desk.world.writes(desk.sara, desk.group, "Hej")
    sticker = desk.world.sends(desk.karin, desk.group, "sticker")
    other = desk.world.add_group("Andra", [], admins=[desk.sara])

    for message in (theirs, sticker):
        with pytest.raises(NotPossible):
            desk.world.edits(desk.karin, message, "Hå")
    with pytest.raises(NotPossible):
        desk.world.writes(desk.karin, other, "Hej")


def test_a_full_name_and_address_are_shown() -> None:
    """Last name and username are part of who someone is."""
    desk = Desk()
    anna = desk.world.add_user("Anna", "Berg", username="annab")

    desk.world.starts(anna)

    message = _message(desk.updates()[0])
    assert message.chat.username == "annab"
    assert message.from_user is not None
    assert message.from_user.full_name == anna.name == "Anna Berg"


def test_an_edit_tells_the_new_words() -> None:
    """An edited message arrives as such, with the same number."""
    desk = Desk()
    first = desk.world.writes(desk.karin, desk.karin, "Hej")
    desk.updates()

    desk.world.edits(desk.karin, first, "Hejsan")

    update = desk.updates()[0]
    assert "edited_message" in update
    assert _message(update).message_id == first.id


def test_blocking_and_coming_back_are_told() -> None:
    """A block and its end reach the bot; pressing Start ends a block by itself."""
    desk = Desk()
    desk.world.blocks(desk.karin)
    desk.world.blocks(desk.karin)

    desk.world.starts(desk.karin)

    kinds = [sorted(set(update) - {"update_id"}) for update in desk.updates()]
    assert kinds == [["my_chat_member"], ["my_chat_member"], ["message"]]


def test_a_blocked_chat_takes_no_words() -> None:
    """No client lets a person write to a bot she has blocked."""
    desk = Desk()
    desk.world.blocks(desk.karin)

    with pytest.raises(NotPossible):
        desk.world.writes(desk.karin, desk.karin, "Hej")


def test_a_bot_outside_hears_nothing() -> None:
    """In a group without the bot people are among themselves."""
    desk = Desk()
    other = desk.world.add_group("Andra", [desk.karin], admins=[desk.sara])

    message = desk.world.writes(desk.karin, other, "/hjalp")
    desk.world.edits(desk.karin, message, "/start")

    assert desk.updates() == []


def test_privacy_mode_hides_small_talk() -> None:
    """Without admin rights the bot hears only commands and answers to itself."""
    desk = Desk()
    group = desk.world.add_group("Andra", [desk.sara], admins=[desk.karin])
    desk.world.adds_bot(desk.karin, group, admin=False)
    card = desk.says(group, "Välkomna")
    desk.updates()

    desk.world.writes(desk.sara, group, "Någon som har en projektor?")
    desk.world.writes(desk.sara, group, "/hjalp")
    desk.world.writes(desk.sara, group, "Tack!", reply_to=card)

    assert [_message(update).text for update in desk.updates()] == ["/hjalp", "Tack!"]


def test_a_link_to_the_bot_opens_its_chat() -> None:
    """A button with a link to the bot starts the chat; another link only opens."""
    desk = Desk()
    keys: Json = {
        "inline_keyboard": [
            [{"text": "Till boten", "url": "https://t.me/samklang_bot?start=m1"}],
            [{"text": "Planen", "url": "https://example.org/plan"}],
            [{"text": "Kopiera", "copy_text": {"text": "1234"}}],
        ]
    }
    card = desk.says(desk.group, "Dialogmöte", reply_markup=keys)

    for button in card.buttons:
        desk.world.taps(desk.nils, card, button)

    assert _message(desk.updates()[0]).text == "/start m1"
    assert desk.nils.notes == ["öppnade: https://example.org/plan", "kopierade: 1234"]


def test_unread_is_counted_until_one_looks() -> None:
    """What the bot says is unread until the person looks or acts."""
    desk = Desk()
    desk.says(desk.karin, "Ett")
    desk.says(desk.karin, "Två")

    before = desk.world.unread(desk.karin, desk.karin)
    desk.world.reads(desk.karin, desk.karin)

    assert before == 2
    assert desk.world.unread(desk.karin, desk.karin) == 0


def test_listeners_hear_until_they_leave() -> None:
    """Each change is told at once to whoever subscribed."""
    desk = Desk()
    heard: list[Change] = []
    leave = desk.world.subscribe(heard.append)

    desk.world.writes(desk.karin, desk.karin, "Hej")
    leave()
    leave()
    leave()
    desk.world.writes(desk.karin, desk.karin, "Hallå")

    assert [change.kind for change in heard] == ["message", "read"]
    assert heard[0].message is not None
    assert heard[0].message.text == "Hej"


def test_undelivered_updates_are_kept_a_day() -> None:
    """What nobody fetches within 24 hours is gone."""
    desk = Desk()
    desk.world.writes(desk.karin, desk.karin, "Gammalt")
    desk.clock.advance(24 * 3600 - 1)
    desk.world.writes(desk.karin, desk.karin, "Nytt")
    desk.clock.advance(2)

    assert [_message(update).text for update in desk.updates()] == ["Nytt"]
