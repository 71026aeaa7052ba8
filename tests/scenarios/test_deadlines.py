"""Three last days: for registering, for changing one's answers, and for what must be booked."""

from __future__ import annotations

from datetime import date, time

from sqlmodel import select

from bot.records.late_request import LateRequest, Verdict
from bot.records.meeting import Form
from bot.records.need import NeedKind
from bot.rules.needs import Wish
from bot.simulator.cast import Player
from tests.town import Town, tells
from tests.town_doings import AFTER_THE_LAST_DAY, told


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

    assert [Wish(("vegan",))] == told(town, NeedKind.FOOD)
    assert [] == _requests(town)


def test_a_late_change_is_put_to_the_organiser(town: Town) -> None:
    """She hears what holds until then, and then that it is done; the dish is not named to her."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _asks_for_another_dish(town, sara)
    sara.sees("Jag har frågat arrangören om din ändring", "Ditt förra svar gäller så länge")
    karin.sees("Sara Lind ber att få ändra ett svar", "Mat: veganskt")
    assert [Wish(("vegetarian",))] == told(town, NeedKind.FOOD)

    karin.taps("Gör ändringen")

    karin.sees("Ändringen är gjord, och Sara Lind har fått veta det")
    sara.sees("Arrangören har ändrat ditt svar")
    assert [Wish(("vegan",))] == told(town, NeedKind.FOOD)
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
    assert [Wish(("vegetarian",))] == told(town, NeedKind.FOOD)


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

    assert [Wish(("lactose",))] == told(town, NeedKind.FOOD)
    assert [Verdict.GRANTED] == [one.verdict for one in _requests(town)]


def test_it_is_never_too_late_to_take_back_j3(town: Town) -> None:
    """What was told goes at once, and the organiser hears that the numbers are others."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _asks_for_another_dish(town, sara)

    sara.taps("Ta bort mat och behov")

    sara.sees("Jag har tagit bort det")
    karin.sees("Siffrorna till köket", "har ändrats efter sista dagen")
    assert [] == told(town, NeedKind.FOOD)
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
    assert [] == told(town, NeedKind.FOOD)


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
    assert [Wish(("vegan",))] == told(town, NeedKind.FOOD)


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
