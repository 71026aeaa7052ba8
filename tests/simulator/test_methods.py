"""Methods do what the Bot API says, and their results are what the library expects."""

from __future__ import annotations

import asyncio
import json

import pytest

from bot.simulator.json_value import Json, JsonObject
from bot.simulator.request import UploadedFile
from tests.simulator.desk import Desk

_CALENDAR = UploadedFile("möte.ics", "text/calendar", b"BEGIN:VCALENDAR")


def test_a_document_arrives_whole() -> None:
    """A file keeps its Swedish name, its kind and its bytes; its id sends it again."""
    desk = Desk()

    sent = desk.uploads(
        "sendDocument", _CALENDAR, chat_id=desk.karin.id, caption="<b>Spara</b>", parse_mode="HTML"
    )
    assert isinstance(sent, dict)
    document = sent["document"]
    assert isinstance(document, dict)
    desk.result("sendDocument", chat_id=desk.sara.id, document=document["file_id"])
    message = desk.world.history(desk.sara)[-1]

    assert sent["caption"] == "Spara"
    assert message.document is not None
    assert (message.document.name, message.document.mime) == ("möte.ics", "text/calendar")
    assert message.document.content == _CALENDAR.content


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


@pytest.mark.parametrize(
    ("content", "caption", "words"),
    [
        (b"", "", "Bad Request: file must be non-empty"),
        (b"x", "x" * 1025, "Bad Request: message caption is too long"),
        (b"x" * (50 * 1024 * 1024 + 1), "", "Request Entity Too Large"),
    ],
)
def test_a_file_has_its_measure(content: bytes, caption: str, words: str) -> None:
    """A file holds something, at most 50 MB, and its caption at most 1024 characters."""
    desk = Desk()

    with pytest.raises(AssertionError, match=words):
        desk.uploads(
            "sendDocument", UploadedFile("x", "", content), chat_id=desk.karin.id, caption=caption
        )


def test_a_file_too_big_to_fetch_stays() -> None:
    """The bot fetches at most 20 MB of what people send."""
    desk = Desk()
    sent = desk.world.sends(desk.karin, desk.karin, "document", file=bytes(20 * 1024 * 1024 + 1))

    assert sent.document is not None
    refusal = desk.refusal("getFile", file_id=sent.document.file_id)
    assert refusal == "Bad Request: file is too big"


def test_a_photo_and_a_place_are_messages() -> None:
    """A picture and a venue stand in the chat like texts."""
    desk = Desk()

    desk.uploads("sendPhoto", UploadedFile("qr.png", "image/png", b"png"), chat_id=desk.karin.id)
    desk.result(
        "sendVenue",
        chat_id=desk.karin.id,
        latitude=60.67,
        longitude=17.14,
        title="Gevaliasalen",
        address="Norra Slottsgatan 1",
    )

    kinds = [message.kind for message in desk.world.history(desk.karin)[-2:]]
    assert kinds == ["photo", "venue"]


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


def test_a_photo_has_no_text_to_edit() -> None:
    """Only texts are edited as texts; a foreign message only an administrator deletes."""
    desk = Desk()
    photo = desk.uploads(
        "sendPhoto", UploadedFile("x.png", "image/png", b"png"), chat_id=desk.karin.id
    )
    theirs = desk.world.writes(desk.sara, desk.group, "Hej")

    assert isinstance(photo, dict)
    refusal = desk.refusal(
        "editMessageText", chat_id=desk.karin.id, message_id=photo["message_id"], text="x"
    )
    assert refusal == "Bad Request: there is no text in the message to edit"
    assert desk.result("deleteMessage", chat_id=desk.group.id, message_id=theirs.id) is True
    assert theirs not in desk.world.history(desk.group)


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


def test_commands_are_kept_by_scope_and_language() -> None:
    """A list is found again only under the scope and language it was set for."""
    desk = Desk()
    private: Json = {"type": "all_private_chats"}
    meetings: Json = [{"command": "moten", "description": "Visa möten"}]
    desk.result("setMyCommands", commands=meetings, scope=private, language_code="sv")

    here = desk.result("getMyCommands", scope=private, language_code="sv")
    elsewhere = desk.result("getMyCommands")
    menu = desk.world.profile.menu(desk.karin.id, "sv", private=True)
    desk.result("deleteMyCommands", scope=private, language_code="sv")

    assert here == meetings
    assert elsewhere == []
    assert menu == meetings
    assert desk.world.profile.menu(desk.karin.id, "sv", private=True) == []


@pytest.mark.parametrize(
    ("which", "name"),
    [
        ("Name", "name"),
        ("Description", "description"),
        ("ShortDescription", "short_description"),
    ],
)
def test_words_about_the_bot_are_kept_by_language(which: str, name: str) -> None:
    """A language without its own words gets those for all."""
    desk = Desk()

    desk.result(f"setMy{which}", **{name: "För alla"})
    desk.result(f"setMy{which}", **{name: "På svenska", "language_code": "sv"})

    assert desk.result(f"getMy{which}", language_code="sv") == {name: "På svenska"}
    assert desk.result(f"getMy{which}", language_code="fi") == {name: "För alla"}


def test_small_settings_are_taken() -> None:
    """Wishes for rights and the menu button are remembered."""
    desk = Desk()

    rights: Json = dict.fromkeys(
        (
            "is_anonymous",
            "can_manage_chat",
            "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members",
            "can_promote_members",
            "can_change_info",
            "can_invite_users",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories",
            "can_send_welcome_messages",
        ),
        False,
    )
    desk.result("setMyDefaultAdministratorRights", rights=rights)
    desk.result("setChatMenuButton", menu_button={"type": "commands"})
    desk.result("sendChatAction", chat_id=desk.karin.id, action="typing")

    assert desk.world.profile.rights == rights
    assert desk.world.profile.menu_buttons == {0: {"type": "commands"}}


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
    query = desk.world.inquires(desk.karin, "dialog")
    card: JsonObject = {
        "type": "article",
        "id": "m1",
        "title": "Dialogmöte",
        "input_message_content": {"message_text": "Välkommen"},
    }

    desk.result("answerInlineQuery", inline_query_id=query, results=[card])

    assert desk.world.inline_queries[query] == [card]
    refused = [
        desk.refusal("answerInlineQuery", inline_query_id=query, results=results)
        for results in ([card, card], [{**card, "id": "x" * 65}], [card] * 51)
    ]
    assert refused == [
        "Bad Request: RESULT_ID_DUPLICATE",
        "Bad Request: RESULT_ID_INVALID",
        "Bad Request: RESULTS_TOO_MUCH",
    ]
    assert "too old" in desk.refusal("answerInlineQuery", inline_query_id="x", results=[])


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
