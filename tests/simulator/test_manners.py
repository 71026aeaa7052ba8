"""Bad manners are found after any story."""

from __future__ import annotations

from bot.simulator.json_value import Json
from bot.simulator.manners import complaints
from tests.simulator.desk import Desk

_KEYS: Json = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}


def test_good_manners_raise_no_complaint() -> None:
    """An answered tap, clean words and a noon message are as they should be."""
    desk = Desk()
    card = desk.says(desk.karin, "Kommer du?", reply_markup=_KEYS)
    desk.world.taps(desk.karin, card, card.buttons[0])
    desk.result("answerCallbackQuery", callback_query_id="1")

    assert complaints(desk.world) == []


def test_bad_manners_are_named() -> None:
    """A tap in vain, a refused call and words that show their markup."""
    desk = Desk()
    card = desk.says(desk.karin, "Hej %(name)s &amp; <b>alla</b>", reply_markup=_KEYS)
    desk.world.taps(desk.karin, card, card.buttons[0])
    desk.refusal("sendMessage", chat_id=desk.nils.id, text="Hej")

    assert complaints(desk.world) == [
        "the tap 'ja' of Karin was never answered",
        "sendMessage was refused: Forbidden: bot can't initiate conversation with a user",
        f"{desk.karin.id}/2 shows '%(name)s'",
    ]


def test_nobody_is_woken() -> None:
    """A sound at night is a complaint, unless it is silent or answers the one who is awake."""
    desk = Desk()
    desk.clock.advance(11 * 3600)

    desk.says(desk.karin, "Sov gott", disable_notification=True)
    desk.world.writes(desk.karin, desk.karin, "Hej")
    desk.says(desk.karin, "Hej!")
    desk.clock.advance(600)
    desk.says(desk.karin, "Påminnelse")

    assert complaints(desk.world) == ["Karin was woken tis 24 nov 23.10: 'Påminnelse'"]
