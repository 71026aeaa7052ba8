"""Inline mode: asked from any chat, posted by a person, tapped and edited without a chat."""

from __future__ import annotations

import json

import pytest

from bot.simulator import sharing
from bot.simulator.chats import Chat
from bot.simulator.inquiry import Inquiry
from bot.simulator.json_value import Json, JsonObject
from bot.simulator.messages import Message
from bot.simulator.stage import NotPossible
from bot.simulator.transcript import transcript
from tests.simulator.desk import Desk

KEYS: JsonObject = {"inline_keyboard": [[{"text": "Anmäl mig", "callback_data": "come:1:yes"}]]}


def card(**changes: Json) -> JsonObject:
    """Make an article with a button."""
    content: JsonObject = {"message_text": "<b>Dialogmöte</b> och fika", "parse_mode": "HTML"}
    usual: JsonObject = {"type": "article", "id": "m1", "title": "Dialogmöte"}
    return {**usual, "input_message_content": content, "reply_markup": KEYS, **changes}


def elsewhere(desk: Desk) -> Chat:
    """Make a group that the bot is not in."""
    return desk.world.add_group("Kören", [desk.sara, desk.nils])


def offered(desk: Desk, *results: JsonObject) -> Inquiry:
    """Let Sara ask in that group, and the bot answer."""
    asked = sharing.inquires(desk.world, desk.sara, "dialog", elsewhere(desk))
    desk.result("answerInlineQuery", inline_query_id=asked.id, results=list(results))
    return asked


def updates(desk: Desk, kind: str) -> list[JsonObject]:
    """Return what the bot has heard of a kind."""
    return [one[kind] for one in desk.world.updates.pending() if kind in one]  # type: ignore[misc]


def posted(desk: Desk) -> Message:
    """Let Sara post the card in the group."""
    return sharing.picks(desk.world, offered(desk, card()), "m1")


def test_the_bot_hears_what_was_asked_and_where() -> None:
    """Words, person and kind of chat; both libraries know the shape."""
    desk = Desk()
    offered(desk, card())

    (asked,) = updates(desk, "inline_query")
    assert ("dialog", "supergroup", "") == (asked["query"], asked["chat_type"], asked["offset"])
    assert desk.world.breaches == []


def test_a_card_is_the_persons_own_message() -> None:
    """It stands there by way of the bot, marked up, and with its buttons."""
    desk = Desk()
    message = posted(desk)

    assert ("Dialogmöte och fika", "bold") == (message.text, message.entities[0].type)
    assert desk.world.bot.id == message.as_json()["via_bot"]["id"]  # type: ignore[index,call-overload]
    assert "Sara genom boten: Dialogmöte och fika" in transcript(desk.world, message.chat)
    (chosen,) = updates(desk, "chosen_inline_result")
    assert ("m1", message.inline_id) == (chosen["result_id"], chosen["inline_message_id"])
    assert updates(desk, "message") == []
    assert desk.world.breaches == []


def test_a_tap_on_a_shared_card_names_no_chat() -> None:
    """All the bot learns is the message's own number."""
    desk = Desk()
    message = posted(desk)

    desk.world.taps(desk.nils, message, message.buttons[0])

    (tapped,) = updates(desk, "callback_query")
    assert message.inline_id == tapped["inline_message_id"]
    assert "message" not in tapped
    assert desk.world.breaches == []


def test_a_shared_card_is_edited_by_its_number() -> None:
    """The answer is only that it went well; the same look again is refused, and so is a guess."""
    desk = Desk()
    message = posted(desk)
    number = message.inline_id

    done = desk.result("editMessageText", inline_message_id=number, text="Fullt", reply_markup=KEYS)

    assert done is True
    assert "Fullt" == desk.world.newest(message).text
    again = desk.refusal(
        "editMessageText", inline_message_id=number, text="Fullt", reply_markup=KEYS
    )
    assert "message is not modified" in again
    guess = desk.refusal("editMessageText", inline_message_id="x", text="Fullt")
    assert "Bad Request: MESSAGE_ID_INVALID" == guess


def test_without_buttons_or_feedback_the_number_is_not_told() -> None:
    """A card without a keyboard has none; without /setinlinefeedback only a tap tells it."""
    desk = Desk()
    bare = {name: value for name, value in card().items() if name != "reply_markup"}
    message = sharing.picks(desk.world, offered(desk, bare), "m1")
    assert "" == message.inline_id
    assert "inline_message_id" not in updates(desk, "chosen_inline_result")[0]

    desk.world.inline_feedback = False
    posted(desk)

    assert 1 == len(updates(desk, "chosen_inline_result"))


def test_a_card_in_a_chat_of_the_bots_is_heard_there_too() -> None:
    """Privacy mode does not keep from a bot what was sent by way of it."""
    desk = Desk()
    asked = sharing.inquires(desk.world, desk.karin, "", desk.group)
    desk.result("answerInlineQuery", inline_query_id=asked.id, results=[card()])
    sharing.picks(desk.world, asked, "m1")

    (heard,) = updates(desk, "message")
    assert desk.world.bot.id == heard["via_bot"]["id"]  # type: ignore[index,call-overload]
    assert desk.world.breaches == []


def test_the_button_above_the_cards_leads_to_the_bot() -> None:
    """It starts the private chat with its parameter."""
    desk = Desk()
    asked = sharing.inquires(desk.world, desk.nils, "")
    button = {"text": "Kom in", "start_parameter": "inbjudan"}
    desk.result("answerInlineQuery", inline_query_id=asked.id, results=[], button=button)

    sharing.follows_button(desk.world, asked)

    assert "/start inbjudan" == desk.world.history(desk.nils)[-1].text


@pytest.mark.parametrize(
    ("reason", "result"),
    [
        ("ARTICLE_TITLE_EMPTY", card(title=" ")),
        ("message text is empty", card(input_message_content={"message_text": ""})),
        ("BUTTON_DATA_INVALID", card(reply_markup={"inline_keyboard": [
            [{"text": "Ja", "callback_data": "x" * 65}]]})),
    ],
)  # fmt: skip
def test_a_card_is_held_against_what_can_be_sent(reason: str, result: JsonObject) -> None:
    """What could not stand in a chat is refused before anyone can choose it."""
    desk = Desk()
    asked = sharing.inquires(desk.world, desk.sara, "")

    said = desk.refusal("answerInlineQuery", inline_query_id=asked.id, results=[result])

    assert f"Bad Request: {reason}" == said


def test_a_bad_way_in_is_refused() -> None:
    """A start parameter keeps to its letters."""
    desk = Desk()
    asked = sharing.inquires(desk.world, desk.sara, "")
    button = {"text": "Kom in", "start_parameter": "å"}

    said = desk.refusal("answerInlineQuery", inline_query_id=asked.id, results=[], button=button)

    assert "Bad Request: START_PARAM_INVALID" == said


def test_what_botfather_has_not_switched_on_cannot_be_used() -> None:
    """No client offers it, and getMe says so."""
    desk = Desk()
    desk.world.inline_mode = False

    with pytest.raises(NotPossible):
        sharing.inquires(desk.world, desk.sara, "")
    me = desk.result("getMe")
    assert json.loads(json.dumps(me))["supports_inline_queries"] is False


def test_nobody_posts_what_was_not_offered_or_where_they_are_not() -> None:
    """A card that is not there, and a chat one has left."""
    desk = Desk()
    asked = offered(desk, card())
    with pytest.raises(NotPossible):
        sharing.picks(desk.world, asked, "m2")
    asked.chat.seat(desk.sara, "left")

    with pytest.raises(NotPossible):
        sharing.picks(desk.world, asked, "m1")


def test_a_channel_speaks_with_its_own_voice() -> None:
    """Posts have no author; readers can tap but not write."""
    desk = Desk()
    channel = desk.world.add_group("Nyheter", [desk.sara], admins=[desk.karin], kind="channel")
    desk.world.adds_bot(desk.karin, channel)
    desk.world.updates.clear()
    desk.result("sendMessage", chat_id=channel.id, text="Dialogmöte", reply_markup=KEYS)
    post = desk.world.history(channel)[-1]

    desk.world.writes(desk.karin, channel, "Hej")
    desk.world.taps(desk.sara, post, post.buttons[0])

    assert "from" not in post.as_json()
    (heard,) = updates(desk, "channel_post")
    assert channel.id == heard["sender_chat"]["id"]  # type: ignore[index,call-overload]
    assert channel.id == updates(desk, "callback_query")[0]["message"]["chat"]["id"]  # type: ignore[index,call-overload]
    assert desk.world.breaches == []
    with pytest.raises(NotPossible):
        desk.world.writes(desk.sara, channel, "Hej")
    channel.seat(desk.world.bot, "left")
    assert "Forbidden: bot is not a member of the channel chat" == desk.refusal(
        "sendMessage", chat_id=channel.id, text="Hej"
    )


def test_shared_cards_are_within_the_pace_too() -> None:
    """Twenty edits a minute of one card, as in a group."""
    desk = Desk(flood_limits=True)
    number = posted(desk).inline_id

    for count in range(20):
        desk.clock.advance(0.1)
        desk.result("editMessageText", inline_message_id=number, text=f"{count} anmälda")

    said = desk.refusal("editMessageText", inline_message_id=number, text="20 anmälda")
    assert said.startswith("Too Many Requests")
