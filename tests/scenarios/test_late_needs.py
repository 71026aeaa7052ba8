"""What is needed too late to book, and what a colleague needs: asked, told, decided."""

from __future__ import annotations

from datetime import date

from bot.records.need import NeedKind
from bot.rules.needs import Wish
from tests.town import Town, tells
from tests.town_doings import AFTER_THE_LAST_DAY, told

TOO_LATE_TO_BOOK = date(2026, 11, 16)


def test_an_interpreter_too_late_is_asked_for_at_once(town: Town) -> None:
    """She hears plainly that it may be too late, her answer is kept, and she gets a word back."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin, food="")
    town.arrives(TOO_LATE_TO_BOOK, "10:00")
    sara.taps("Anmäl mig")
    sara.sees("Tolk behövde bokas senast lördag 14 november kl. 23.59", "Berätta ändå")
    tells(sara, "Teckenspråkstolk")
    sara.sees("det kan vara för sent", "Jag har sparat ditt svar och frågat arrangörerna")
    karin.sees("teckenspråkstolk", "Mötet är om 19 dagar", "Går det att boka ändå?")
    assert [Wish(("sign",))] == told(town, NeedKind.ACCESS)

    karin.taps("Det ordnar sig")

    sara.sees("Arrangören kan ordna det som behövs")
    karin.sees("Jag har berättat för Sara Lind att det ordnar sig")


def test_what_cannot_be_booked_is_said_so(town: Town) -> None:
    """Her answer stays, and the two of them are led together."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin, food="", needs_on=date(2026, 11, 3))
    town.arrives(date(2026, 11, 4), "10:00")
    sara.taps("Anmäl mig")
    tells(sara, "Skrivtolk", "Hörslinga")

    karin.taps("Det går inte att boka")

    sara.sees("Tyvärr hinner arrangören inte boka", "Hör av dig till arrangören", "Karin Ek")
    assert [Wish(("loop", "text"))] == told(town, NeedKind.ACCESS)


def test_a_loop_is_never_too_late(town: Town) -> None:
    """What is in the hall already needs no booking."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin, food="")
    town.arrives(TOO_LATE_TO_BOOK, "10:00")
    sara.taps("Anmäl mig")

    tells(sara, "Hörslinga")

    karin.sees("hörslinga")
    karin.sees_no_button("Det ordnar sig")


def test_a_capacity_is_changed_late_by_leave(town: Town) -> None:
    """Who votes at an annual meeting is not changed on the day without the organiser knowing."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin, food="", asks_part=True)
    sara.taps("Anmäl mig")
    sara.taps("Nej tack")
    sara.writes("vet inte")
    sara.sees("Välj en av knapparna")
    sara.writes("åhörare")
    town.arrives(AFTER_THE_LAST_DAY, "10:00")
    sara.taps("Ändra mina svar")
    sara.taps("Rollen")
    sara.taps("Ombud")
    karin.sees("Sara Lind ber att få ändra ett svar", "Deltar som: Ombud")

    karin.taps("Gör ändringen")
    town.presses(sara, "come:1:mine")

    sara.sees("ombud")


def test_a_colleagues_needs_rest_on_her_yes(town: Town) -> None:
    """Who brings a colleague says that she has leave to tell; each eats what is hers."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")
    sara.taps("Jag äter allt")
    sara.taps("Nej tack")
    town.presses(sara, f"party:{meeting.id}:add")
    sara.writes("Ahmed Ali")
    sara.sees("Är det något Ahmed Ali inte äter?", "bara om Ahmed Ali har sagt ja till det")
    sara.sees_no_button("Ja, samma som förra gången", message=sara.last)
    sara.taps("Ja, jag får berätta")
    sara.taps("Veganskt")

    sara.taps("Klart")
    sara.taps("Nej tack")

    sara.sees("Ahmed Ali är anmäld")
    assert [Wish(("vegan",))] == told(town, NeedKind.FOOD)
    history = town.telegram.history(sara.place)
    assert not any(b.text == "Spara till nästa gång" for m in history for b in m.buttons)


def test_a_late_change_for_a_colleague_is_answered_to_who_asked(town: Town) -> None:
    """The organiser sees whose answer it is; the one who speaks for her hears back."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")
    sara.taps("Jag äter allt")
    sara.taps("Nej tack")
    town.presses(sara, f"party:{meeting.id}:add")
    sara.writes("Ahmed Ali")
    sara.taps("Äter allt")
    sara.taps("Nej tack")
    town.arrives(AFTER_THE_LAST_DAY, "10:00")
    town.presses(sara, "ours:2:change")
    sara.taps("Mat")
    sara.taps("Ja, jag får berätta")
    sara.taps("Glutenfritt")
    sara.taps("Klart")
    karin.sees("Ahmed Ali ber att få ändra ett svar", "Mat: glutenfritt")

    karin.taps("Gör ändringen")

    sara.sees("Det gäller Ahmed Ali", "Arrangören har ändrat ditt svar")
    assert [Wish(("gluten",))] == told(town, NeedKind.FOOD)
