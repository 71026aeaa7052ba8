"""Three last days: for registering, for changing one's answers, and for what must be booked."""

from __future__ import annotations

from datetime import date, time

from sqlmodel import select

from bot.records.late_request import LateRequest, Verdict
from bot.records.meeting import Form
from bot.records.need import NeedKind
from bot.rules.needs import Wish
from bot.simulator.cast import Player
from bot.store import needs
from tests.town import Town, tells

AFTER_THE_LAST_DAY = date(2026, 11, 28)
TOO_LATE_TO_BOOK = date(2026, 11, 16)


def _told(town: Town, kind: NeedKind) -> list[Wish]:
    with town.store.reading() as session:
        return [wish for _, wish in needs.wishes(session, town.keys, 1, kind)]


def _requests(town: Town) -> list[LateRequest]:
    with town.store.reading() as session:
        return list(session.exec(select(LateRequest)))


def _asks_for_another_dish(town: Town, sara: Player) -> None:
    """Let Sara, a vegetarian, ask for vegan food when the kitchen has its numbers."""
    sara.taps("Anmäl mig")
    tells(sara, "Vegetariskt")
    sara.taps("Nej tack")
    town.arrives(AFTER_THE_LAST_DAY, "10:00")
    sara.taps("Ändra mina svar")
    sara.sees(
        "Svaren kunde ändras till och med fredag 27 november kl. 23.59",
        "Du kan fortfarande be om en ändring",
        "Återbud kan du alltid lämna",
    )
    sara.taps("Mat")
    sara.taps("Veganskt")
    sara.taps("Klart")


def test_each_last_day_stands_with_weekday_date_and_clock(town: Town) -> None:
    """Until when she changes her answers herself, and asks for an interpreter."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser(), changes_on=date(2026, 12, 1), changes_clock=time(12))
    sara.taps("Anmäl mig")
    sara.taps("Jag äter allt")
    sara.sees("Tolk behöver bokas, så säg till senast lördag 14 november kl. 23.59")
    sara.taps("Nej tack")

    sara.sees("Du kan ändra dina svar till och med tisdag 1 december kl. 12.00")
    sara.sees("Tolk: säg till senast lördag 14 november kl. 23.59")


def test_changes_have_a_last_day_of_their_own(town: Town) -> None:
    """Registration may close before it, also by hand; until then she needs nobody's leave."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, changes_on=date(2026, 12, 1))
    sara.taps("Anmäl mig")
    tells(sara, "Vegetariskt")
    sara.taps("Nej tack")
    town.presses(karin, f"meet:{meeting.id}:close")
    town.arrives(date(2026, 12, 1), "23:59")
    sara.taps("Ändra mina svar")
    sara.taps("Mat")
    sara.taps("Veganskt")

    sara.taps("Klart")

    assert [Wish(("vegan",))] == _told(town, NeedKind.FOOD)
    assert [] == _requests(town)


def test_a_late_change_is_put_to_the_organiser(town: Town) -> None:
    """She hears what holds until then, and then that it is done; the dish is not named to her."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _asks_for_another_dish(town, sara)
    sara.sees("Jag har frågat arrangören om din ändring", "Ditt förra svar gäller så länge")
    karin.sees("Sara Lind ber att få ändra ett svar", "Mat: veganskt")
    assert [Wish(("vegetarian",))] == _told(town, NeedKind.FOOD)

    karin.taps("Gör ändringen")

    karin.sees("Ändringen är gjord, och Sara Lind har fått veta det")
    sara.sees("Arrangören har ändrat ditt svar")
    assert [Wish(("vegan",))] == _told(town, NeedKind.FOOD)
    assert [None] == [one.sealed for one in _requests(town)]
    assert not any("egansk" in m.text for m in town.telegram.history(sara.place))


def test_a_late_change_may_be_refused(town: Town) -> None:
    """The earlier answer stands, and she hears whom to talk to."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _asks_for_another_dish(town, sara)

    karin.taps("Säg nej")

    sara.sees("Tyvärr gick det inte att ändra ditt svar", "Ditt förra svar gäller", "Karin Ek")
    karin.sees("Jag har berättat för Sara Lind att det förra svaret gäller")
    assert [Wish(("vegetarian",))] == _told(town, NeedKind.FOOD)


def test_a_change_is_asked_for_anew(town: Town) -> None:
    """A refusal is not the last word: another wish is another question."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _asks_for_another_dish(town, sara)
    karin.taps("Säg nej")
    sara.taps("Ändra mina svar")
    sara.taps("Mat")
    sara.taps("Laktosfritt")
    sara.taps("Klart")
    karin.sees("Mat: laktosfritt")

    karin.taps("Gör ändringen")

    assert [Wish(("lactose",))] == _told(town, NeedKind.FOOD)
    assert [Verdict.GRANTED] == [one.verdict for one in _requests(town)]


def test_it_is_never_too_late_to_take_back_j3(town: Town) -> None:
    """What was told goes at once, and the organiser hears that the numbers are others."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _asks_for_another_dish(town, sara)

    sara.taps("Ta bort mat och behov")

    sara.sees("Jag har tagit bort det")
    karin.sees("Siffrorna till köket", "har ändrats efter sista dagen")
    assert [] == _told(town, NeedKind.FOOD)
    assert [] == _requests(town)


def test_how_she_takes_part_is_changed_late_by_leave(town: Town) -> None:
    """The way to take part is asked for like an answer about food."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin, form=Form.HYBRID, join_url="https://mote.example/d")
    sara.taps("Anmäl mig på plats")
    tells(sara, "Vegetariskt")
    sara.taps("Nej tack")
    town.arrives(AFTER_THE_LAST_DAY, "10:00")
    sara.taps("Ändra mina svar")
    sara.taps("På plats eller digitalt")
    sara.taps("Digitalt")
    karin.sees("Sara Lind ber att få ändra ett svar", "Deltar: Digitalt")

    karin.taps("Gör ändringen")
    town.presses(sara, "come:1:mine")

    sara.sees("Du deltar: digitalt")
    assert [] == _told(town, NeedKind.FOOD)


def test_a_late_cancellation_is_taken_and_told(town: Town) -> None:
    """Nobody has to ask to stay at home; the organiser hears it the same day."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    sara.taps("Anmäl mig")
    sara.taps("Jag äter allt")
    sara.taps("Nej tack")
    town.arrives(AFTER_THE_LAST_DAY, "10:00")

    sara.taps("Lämna återbud")

    sara.sees("Du har lämnat återbud")
    karin.sees("Sara Lind har lämnat återbud", "efter sista dagen för ändringar")


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
    assert [Wish(("sign",))] == _told(town, NeedKind.ACCESS)

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
    assert [Wish(("loop", "text"))] == _told(town, NeedKind.ACCESS)


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


def test_an_old_question_about_a_change_is_answered_with_how_it_stands(town: Town) -> None:
    """Taken back, begun or past: the organiser's late tap changes nothing and says so."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _asks_for_another_dish(town, sara)
    asked = karin.last
    sara.taps("Lämna återbud")

    karin.taps("Gör ändringen", message=asked)

    karin.sees_toast("Det finns inte kvar")


def test_an_organiser_in_another_tab_decides_once_f2(town: Town) -> None:
    """A second answer to the same question only shows the first."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _asks_for_another_dish(town, sara)
    asked = karin.last
    karin.taps("Gör ändringen")

    karin.forges(f"desk:{_requests(town)[0].id}:refuse", message=asked)

    assert "Ändringen är gjord" in town.telegram.newest(asked).text
    assert [Wish(("vegan",))] == _told(town, NeedKind.FOOD)


def test_the_meetings_card_shows_what_is_still_in_time(town: Town) -> None:
    """In /moten: each last day that is still ahead."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin, changes_on=date(2026, 12, 1))
    sara.writes("/moten")
    sara.taps("Dialogträff om kulturplanen")
    sara.sees(
        "Anmäl dig senast fredag 27 november",
        "Ändra dina svar senast tisdag 1 december kl. 23.59",
        "Tolk: säg till senast lördag 14 november kl. 23.59",
    )
    town.arrives(date(2026, 12, 2), "09:00")

    sara.writes("/moten")
    sara.taps("Dialogträff om kulturplanen")

    assert "Ändra dina svar" not in sara.last.text
    assert "Tolk" not in sara.last.text


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
    assert [Wish(("vegan",))] == _told(town, NeedKind.FOOD)
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
    assert [Wish(("gluten",))] == _told(town, NeedKind.FOOD)
