"""Methods do what the Bot API says, and their results are what the library expects."""

from __future__ import annotations

import asyncio
import json

import pytest

from bot.simulator import sharing
from bot.simulator.json_value import Json, JsonObject
from tests.simulator.desk import Desk


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendDocument", {}, "there is no document in the request"),
        ("sendDocument", {"document": "nope"}, "wrong file identifier/HTTP URL specified"),
        ("sendVenue", {}, "title and address of the venue must be non-empty"),
        ("sendVenue", {"title": "x", "address": "y"}, "latitude is empty or no number"),
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("editMessageText", {"text": "x", "inline_message_id": "1"}, "MESSAGE_ID_INVALID"),
        (
            "setWebhook",
            {"url": "https://x.se", "secret_token": "ö"},
            "secret token contains unallowed characters",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": "b"}] * 101},
            "too many commands specified",
        ),
        (
            "setMyCommands",
            {"scope": {"type": "moon"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
        ("sendPhoto", {"photo": "nope"}, "wrong file identifier/HTTP URL specified"),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
        ("getFile", {"file_id": "nope"}, "invalid file_id"),
        ("getChatMember", {"user_id": 5}, "user not found"),
        (
            "getChatAdministrators",
            {},
            "there are no administrators in the private chat",
        ),
        ("leaveChat", {}, "chat member status can't be changed in private chats"),
        ("unpinChatMessage", {}, "message to unpin not found"),
        (
            "setWebhook",
            {"url": "http://example.org"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "anmäl", "description": "x"}]},
            "BOT_COMMAND_INVALID",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "ny", "description": ""}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        ("setMyName", {"name": "x" * 65}, "name is too long"),
        ("setMyName", {"name": "x", "language_code": "swe"}, "invalid language code specified"),
    ],
)
def test_nonsense_is_refused(method: str, params: JsonObject, words: str) -> None:
    """A call that means nothing is refused, not guessed at."""
    desk = Desk(contract=False)

    assert desk.refusal(method, chat_id=desk.karin.id, **params) == f"Bad Request: {words}"


def test_a_silent_message_is_marked() -> None:
    """A message without sound says so."""
    desk = Desk()

    desk.result("sendMessage", chat_id=desk.karin.id, text="sch", disable_notification=True)

    assert desk.world.history(desk.karin)[-1].silent


def test_a_reply_shows_what_it_answers() -> None:
    """A reply holds its target; a missing target may be forgiven."""
    desk = Desk()
    question = desk.world.writes(desk.karin, desk.karin, "När?")

    answer = desk.says(desk.karin, "Lördag", reply_parameters={"message_id": question.id})
    loose = desk.says(
        desk.karin,
        "Lördag",
        reply_parameters={"message_id": 99, "allow_sending_without_reply": True},
    )

    assert answer.reply_to is question
    assert loose.reply_to is None


def test_a_keyboard_in_place_of_ones_own_stays_until_removed() -> None:
    """Reply keys belong to the chat; forcing a reply or inline keys leave them."""
    desk = Desk()
    keys: Json = {"keyboard": [[{"text": "Ja"}, {"text": "Nej"}]]}
    desk.says(desk.karin, "Kommer du?", reply_markup=keys)
    desk.says(desk.karin, "Svara", reply_markup={"force_reply": True})
    shown = [key.text for row in desk.world.chat(desk.karin).reply_keyboard for key in row]

    desk.says(desk.karin, "Tack", reply_markup={"remove_keyboard": True})

    assert shown == ["Ja", "Nej"]
    assert desk.world.chat(desk.karin).reply_keyboard == ()


def test_a_person_can_be_named_in_a_text() -> None:
    """A link to a person becomes a mention that carries the person."""
    desk = Desk()

    sent = desk.result(
        "sendMessage",
        chat_id=desk.group.id,
        text=f'<a href="tg://user?id={desk.sara.id}">Sara</a> kommer',
        parse_mode="HTML",
    )

    assert isinstance(sent, dict)
    assert sent["entities"] == [
        {"type": "text_mention", "offset": 0, "length": 4, "user": desk.sara.as_json()}
    ]
    stranger = desk.result(
        "sendMessage",
        chat_id=desk.group.id,
        text='<a href="tg://user?id=5">Nn</a>',
        parse_mode="HTML",
    )
    assert isinstance(stranger, dict)
    assert "entities" not in stranger


def test_an_edit_without_keyboard_takes_it_away() -> None:
    """Buttons not sent again with an edit are gone; a keyboard can also be changed alone."""
    desk = Desk()
    keys: Json = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}
    card = desk.says(desk.karin, "Kommer du?", reply_markup=keys)
    where: JsonObject = {"chat_id": desk.karin.id, "message_id": card.id}

    desk.result("editMessageText", text="Du kommer", **where)
    bare = desk.world.history(desk.karin)[-1]
    desk.result("editMessageReplyMarkup", reply_markup=keys, **where)
    again = desk.world.history(desk.karin)[-1]

    assert (bare.text, bare.keyboard) == ("Du kommer", ())
    assert again.buttons[0].text == "Ja"
    assert again.edited_at == desk.clock.now()


def test_pinning_tells_the_group_and_needs_the_right() -> None:
    """A pin leaves a service message; without admin rights it is refused."""
    desk = Desk()
    card = desk.says(desk.group, "Dialogmöte")
    where: JsonObject = {"chat_id": desk.group.id, "message_id": card.id}

    desk.result("pinChatMessage", **where)
    pinned = desk.group.pinned
    chat = desk.result("getChat", chat_id=desk.group.id)
    desk.result("unpinChatMessage", **where)
    desk.group.seat(desk.world.bot, "member")

    desk.group.seat(desk.world.bot, "administrator")
    desk.result("pinChatMessage", **where)
    again = desk.refusal("pinChatMessage", **where)
    desk.group.seat(desk.world.bot, "member")

    assert again == "Bad Request: CHAT_NOT_MODIFIED"
    assert pinned == card.id
    assert isinstance(chat, dict)
    assert "pinned_message" in chat
    assert desk.world.history(desk.group)[-1].kind == "service"
    assert "not enough rights" in desk.refusal("pinChatMessage", **where)


def test_chats_and_members_can_be_looked_at() -> None:
    """The bot learns who it is, where it is and who runs the place."""
    desk = Desk()

    me = desk.result("getMe")
    administrators = desk.result("getChatAdministrators", chat_id=desk.group.id)
    sara = desk.result("getChatMember", chat_id=desk.group.id, user_id=desk.sara.id)

    assert isinstance(me, dict)
    assert me["username"] == "samklang_bot"
    assert isinstance(administrators, list)
    assert len(administrators) == 2
    assert isinstance(sara, dict)
    assert sara["status"] == "member"


def test_a_private_chat_can_be_looked_at() -> None:
    """Also one that blocked the bot."""
    desk = Desk()
    desk.world.blocks(desk.karin)

    chat = desk.result("getChat", chat_id=desk.karin.id)

    assert isinstance(chat, dict)
    assert chat["first_name"] == "Karin"


def test_the_bot_can_leave() -> None:
    """Having left, the bot may not write; it is told of its own leaving."""
    desk = Desk()

    desk.result("leaveChat", chat_id=desk.group.id)

    refusal = desk.refusal("sendMessage", chat_id=desk.group.id, text="Hej då")
    assert refusal == "Forbidden: bot is not a member of the supergroup chat"
    assert "my_chat_member" in desk.updates()[-1]


def test_an_answer_may_lead_into_the_bots_chat() -> None:
    """A tap in the group can be answered with a link that opens the private chat."""
    desk = Desk()
    keys: Json = {"inline_keyboard": [[{"text": "Anmäl mig", "callback_data": "a"}]]}
    card = desk.says(desk.group, "Dialogmöte", reply_markup=keys)
    desk.world.taps(desk.nils, card, card.buttons[0])
    desk.result(
        "answerCallbackQuery", callback_query_id="1", url="https://t.me/samklang_bot?start=a1"
    )

    assert desk.nils.id in desk.world.chats
    assert desk.world.history(desk.nils)[-1].text == "/start a1"


def test_inline_results_are_kept_for_the_one_who_asked() -> None:
    """Cards are offered to a question that was asked, each with its own id."""
    desk = Desk()
    asked = sharing.inquires(desk.world, desk.karin, "dialog")
    card: JsonObject = {
        "type": "article",
        "id": "m1",
        "title": "Dialogmöte",
        "input_message_content": {"message_text": "Välkommen"},
    }

    refused = [
        desk.refusal("answerInlineQuery", inline_query_id=asked.id, results=results)
        for results in ([card, card], [{**card, "id": "x" * 65}], [card] * 51)
    ]
    assert refused == [
        "Bad Request: RESULT_ID_DUPLICATE",
        "Bad Request: RESULT_ID_INVALID",
        "Bad Request: RESULTS_TOO_MUCH",
    ]
    assert "too old" in desk.refusal("answerInlineQuery", inline_query_id="x", results=[])

    desk.result("answerInlineQuery", inline_query_id=asked.id, results=[card])

    assert asked.results == [card]
    assert "too old" in desk.refusal("answerInlineQuery", inline_query_id=asked.id, results=[])


def test_the_log_holds_every_call() -> None:
    """Each call stands in the log with what came back."""
    desk = Desk()
    desk.says(desk.karin, "Hej")
    desk.refusal("sendMessage", chat_id=1, text="Hej")

    log = [(call.seq, call.method, call.status) for call in desk.world.log]
    assert log == [(1, "sendMessage", 200), (2, "sendMessage", 400)]
    assert json.dumps(desk.world.log[0].answer)


def test_methods_answer_in_any_case() -> None:
    """Method names are read without regard to case, as the real server does."""
    desk = Desk(contract=False)

    status, _ = asyncio.run(desk.api.call(desk.world.token, "GETME", {}))

    assert status == 200
