"""People tap what they see, and a failing story prints its chat."""

from __future__ import annotations

import pytest

from bot.simulator.cast import Cast
from bot.simulator.json_value import Json, JsonObject
from bot.simulator.request import UploadedFile
from tests.simulator.desk import Desk

_CARD = (
    "<b>Dialogmöte</b>\nLördag\N{NO-BREAK SPACE}5 december"
    "\n<blockquote expandable>Dagordning\n1. Fika\n2. Samtal</blockquote>"
)
_KEYS: Json = {
    "inline_keyboard": [
        [
            {"text": "✓ Anmäl mig", "callback_data": "yes"},
            {"text": "Kan inte", "callback_data": "no"},
        ],
        [{"text": "Karta", "url": "https://example.org/karta"}],
    ]
}


class Host:
    """A bot of a few lines: a card for Start, a toast and an edit for a tap, a file on demand."""

    def __init__(self, desk: Desk) -> None:
        """Serve one world."""
        self.desk = desk

    def settles(self) -> None:
        """Answer everything that waits."""
        for update in self.desk.updates():
            self._answer(update)

    def _answer(self, update: JsonObject) -> None:
        query, message = update.get("callback_query"), update.get("message")
        if isinstance(query, dict):
            self._on_tap(query)
        elif isinstance(message, dict) and "text" in message:
            self._on_text(message)

    def _on_tap(self, query: dict[str, Json]) -> None:
        card = query["message"]
        assert isinstance(card, dict)
        assert isinstance(card["chat"], dict)
        self.desk.asks(
            "answerCallbackQuery",
            callback_query_id=query["id"],
            text="Tack!",
            show_alert=query["data"] == "no",
        )
        self.desk.asks(
            "editMessageText",
            chat_id=card["chat"]["id"],
            message_id=card["message_id"],
            text=f"Du svarade {query['data']}",
        )

    def _on_text(self, message: dict[str, Json]) -> None:
        assert isinstance(message["chat"], dict)
        chat = message["chat"]["id"]
        if message["text"] == "kalender":
            file = UploadedFile("möte.ics", "text/calendar", b"BEGIN:VCALENDAR" * 100)
            self.desk.uploads("sendDocument", file, chat_id=chat, disable_notification=True)
        elif message["text"] != "tyst":
            self.desk.says(
                self.desk.world.chats[int(str(chat))], _CARD, parse_mode="HTML", reply_markup=_KEYS
            )


@pytest.fixture
def cast() -> Cast:
    """People who meet the small bot."""
    desk = Desk()
    return Cast(desk.world, Host(desk).settles)


def test_a_person_taps_what_she_sees(cast: Cast) -> None:
    """Labels are found without the signs in front, blanks are all alike, toasts are seen."""
    anna = cast.person("Anna Berg")

    anna.starts("https://t.me/samklang_bot?start=m1")
    anna.sees("Dialogmöte", "Lördag 5 december")
    anna.sees("2. Samtal")
    anna.sees_nothing()
    anna.taps("Anmäl mig")
    anna.sees_toast("Tack!")
    anna.sees("Du svarade yes")
    anna.sees_no_button("Anmäl mig")

    assert anna.last.text == "Du svarade yes"
    assert cast.person("Anna Berg") is anna


def test_what_was_seen_before_is_not_seen_again(cast: Cast) -> None:
    """Only what came since the last deed counts, or something old would pass for an answer."""
    anna = cast.person("Anna")
    anna.starts()
    anna.writes("tyst")

    anna.sees_nothing()
    with pytest.raises(AssertionError, match="does not see 'Dialogmöte'"):
        anna.sees("Dialogmöte")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("taps", r"Anna finds no button \[Nej\]"),
        ("sees_button", r"no button \[Nej\] among \['✓ Anmäl mig', 'Kan inte', 'Karta'\]"),
        ("sees", "does not see 'Nej'"),
        ("sees_toast", "no toast 'Nej'"),
        ("document", "no file ends with Nej"),
    ],
)
def test_a_failing_story_prints_the_chat(cast: Cast, words: str, why: str) -> None:
    """Every failure says what was missing and shows all that was said."""
    anna = cast.person("Anna")
    anna.starts()

    with pytest.raises(AssertionError, match=why) as failed:
        getattr(anna, words)("Nej")

    assert "── Anna (privat) · tis 24 nov 12.00 ──" in str(failed.value)


def test_what_should_not_be_there_fails_too(cast: Cast) -> None:
    """A button or a message too many is as wrong as one too few."""
    anna = cast.person("Anna")
    anna.starts()

    with pytest.raises(AssertionError, match="there is a button"):
        anna.sees_no_button("Karta")
    with pytest.raises(AssertionError, match="expected nothing new"):
        anna.sees_nothing()


def test_the_transcript_reads_like_the_chat(cast: Cast) -> None:
    """Sound, folding, buttons, taps, answers, edits, files and hours stand in one text."""
    anna = cast.person("Anna")
    anna.starts()
    anna.taps("Kan inte")
    anna.writes("kalender")
    anna.sends("sticker")
    anna.edits_last("tyst")
    anna.blocks()

    assert anna.document(".ics").startswith(b"BEGIN:VCALENDAR")
    assert anna.chat() == "\n".join(  # noqa: FLY002 - one line of the chat a line
        [
            "── Anna (privat) · tis 24 nov 12.00 ──",
            "[1] Anna: /start",
            "[2] bot 🔔  Dialogmöte",
            "      Lördag\N{NO-BREAK SPACE}5 december",
            "      ▸ Dagordning (hopfälld, 3 rader)",
            "      [✓ Anmäl mig] [Kan inte]  [Karta]",
            "Anna trycker [Kan inte]",
            "      ⤷ ruta: Tack!",
            "[2] ändrad: Du svarade no",
            "[3] Anna: kalender",
            "[4] bot 🔕  📎 möte.ics (1,5 kB)",
            "[5] Anna: (klistermärke)",
            "[3] ändrad: tyst",
            "Anna blockerar boten",
        ]
    )


def test_everything_else_has_its_line() -> None:
    """Places, pins, comings and goings, links and deletions are told too."""
    desk = Desk()
    world = desk.world
    card = desk.says(desk.group, "Kort", reply_markup=_KEYS)
    where: JsonObject = {"chat_id": desk.group.id, "message_id": card.id}
    world.taps(desk.sara, card, card.buttons[2])
    desk.result("pinChatMessage", **where)
    desk.result("deleteMessage", **where)
    desk.result(
        "sendVenue",
        chat_id=desk.group.id,
        latitude=60.6,
        longitude=17.1,
        title="Gevaliasalen",
        address="Norra Slottsgatan 1",
    )
    world.sends(desk.sara, desk.group, "document", file=b"x" * 812, file_name="plan.pdf")
    world.removes_bot(desk.karin, desk.group)
    world.blocks(desk.sara)
    world.unblocks(desk.sara)

    told = Cast(world, lambda: None).transcript().splitlines()
    assert told[-12:] == [
        "Sara trycker [Karta]",
        "── Sara (privat) · tis 24 nov 12.00 ──",
        "Sara öppnade: https://example.org/karta",
        "── Kulturnätet · tis 24 nov 12.00 ──",
        "— Samklang fäste [2]",
        "[2] borttaget",
        "[4] bot 🔔  📍 Gevaliasalen, Norra Slottsgatan 1",
        "[5] Sara: 📎 plan.pdf (812 byte)",
        "— boten är inte kvar",
        "── Sara (privat) · tis 24 nov 12.00 ──",
        "Sara blockerar boten",
        "Sara avblockerar boten",
    ]


def test_reply_keys_are_tapped_like_buttons() -> None:
    """A key in the place of the keyboard writes its label; people can also come back."""
    desk = Desk()
    cast = Cast(desk.world, lambda: None)
    anna = cast.person("Anna")
    anna.starts()
    desk.says(anna.user, "Kommer du?", reply_markup={"keyboard": [[{"text": "Ja"}]]})

    anna.taps("Ja")
    anna.blocks()
    anna.unblocks()

    assert desk.world.history(anna.user)[-1].text == "Ja"
    with pytest.raises(AssertionError, match="there is no group"):
        anna.taps("Ja", in_group=True)


def test_a_group_is_read_as_it_stands(cast: Cast) -> None:
    """In the group the card is seen as it is now, and people tap it there."""
    anna, per = cast.person("Anna"), cast.person("Per")
    group = cast.gathers("Kulturnätet", anna, per)
    per.writes("/mote", in_group=True)
    group.sees("Dialogmöte")

    per.taps("Anmäl mig", in_group=True)

    group.sees("Du svarade yes")
    per.sees_toast("Tack!")
    anna.sees_nothing()
    with pytest.raises(AssertionError, match="the group does not see 'Dialogmöte'"):
        group.sees("Dialogmöte")


def test_old_and_forged_buttons_can_be_tapped(cast: Cast) -> None:
    """A client may keep an old keyboard, and a forger may send anything."""
    anna = cast.person("Anna")
    anna.starts()
    card = anna.last
    anna.taps("Anmäl mig")

    anna.taps("Kan inte", message=card)
    anna.sees("Du svarade no")
    anna.forges("reg:0:hack")
    anna.sees("Du svarade reg:0:hack")


def test_a_breach_fails_the_story() -> None:
    """A call that breaks the contract is loud even if nobody looks for it."""
    cast = Cast(Desk().world, lambda: None)
    anna = cast.person("Anna")
    cast.world.breaches.append("method sendDice is not in the simulator")

    with pytest.raises(AssertionError, match="sendDice is not in the simulator"):
        anna.starts()
