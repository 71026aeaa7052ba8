"""Files and places stand in a chat like texts, within Telegram's measures."""

from __future__ import annotations

import pytest

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
