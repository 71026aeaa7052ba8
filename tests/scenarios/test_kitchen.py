"""The kitchen and the venue hear numbers, and after that only what has changed."""

from __future__ import annotations

import io
from datetime import date, time

from pypdf import PdfReader
from sqlmodel import select

from bot.records.agenda import AgendaItem
from bot.records.kitchen_report import KitchenReport
from bot.records.meeting import Meeting
from bot.simulator.cast import Player
from tests.town import Town, tells


def _eats(town: Town, name: str, meeting: Meeting, *foods: str, needs: str = "") -> Player:
    """Let someone register who eats this and needs that."""
    player = town.member(name)
    town.presses(player, f"come:{meeting.id}:yes")
    tells(player, *foods) if foods else player.taps("Jag äter allt")
    tells(player, needs) if needs else player.taps("Nej tack")
    return player


def _opens(town: Town, karin: Player, meeting: Meeting) -> None:
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.taps("Köket och lokalen")


def test_the_kitchen_gets_numbers_and_no_names(town: Town) -> None:
    """Each combination once, and nobody is named."""
    karin = town.organiser()
    meeting = town.announces(karin)
    _eats(town, "Sara Lind", meeting, "Veganskt", "Glutenfritt", needs="Hörslinga")
    _eats(town, "Nils Berg", meeting)
    _opens(town, karin, meeting)
    karin.sees("Alla som äter: 2", "Veganskt, glutenfritt: 1", "Utan särskilda önskemål: 1")

    karin.taps("Text att skicka vidare")

    karin.sees("Veganskt, glutenfritt: 1", "Ordna med lokalen senast", "Hörslinga: 1")
    assert "Sara" not in karin.last.text
    assert not karin.last.keyboard


def test_needs_are_sorted_by_who_must_act(town: Town) -> None:
    """An interpreter takes three weeks, the hearing loop one."""
    karin = town.organiser()
    meeting = town.announces(karin)
    _eats(town, "Sara Lind", meeting, needs="Teckenspråkstolk")
    _eats(town, "Nils Berg", meeting, needs="Hörslinga")

    _opens(town, karin, meeting)

    karin.sees("Boka tolk senast lördag 14 november", "Ordna med lokalen senast lördag 28 november")


def test_the_page_for_the_kitchen_holds_the_same_for_each_meal(town: Town) -> None:
    """A PDF with numbers, and no names; the agenda says when they eat."""
    karin = town.organiser()
    meeting = town.announces(karin, food="lunch och fika")
    _eats(town, "Sara Lind", meeting, "Vegetariskt")
    _eats(town, "Nils Berg", meeting)
    with town.store.transaction() as session:
        for place, (title, at) in enumerate(
            (("Välkommen", time(10)), ("Lunch", time(12)), ("Fika", None))
        ):
            point = {"meeting_id": meeting.id, "position": place, "title": title, "at": at}
            session.add(AgendaItem.model_validate(point))
    _opens(town, karin, meeting)
    karin.sees("Lunch, kl. 12.00: 2", "Fika: 2", "Vid varje måltid", "Vegetariskt: 1")

    karin.taps("Som PDF")

    assert karin.last.document is not None
    page = PdfReader(io.BytesIO(karin.last.document.content)).pages[0].extract_text()
    assert "Lunch, kl.\xa012.00" in page
    assert page.index("Vid varje måltid") < page.index("Vegetariskt")
    assert "Sara" not in page


def test_after_it_was_sent_only_the_changes_are_told(town: Town) -> None:
    """One more vegetarian and one fewer who eats anything; asked again there is nothing new."""
    karin = town.organiser()
    meeting = town.announces(karin)
    nils = _eats(town, "Nils Berg", meeting)
    _opens(town, karin, meeting)
    karin.taps("Text att skicka vidare")

    _eats(town, "Sara Lind", meeting, "Vegetariskt")
    town.presses(nils, f"come:{meeting.id}:cancel:yes")
    _opens(town, karin, meeting)
    karin.taps("Visa ändringar sedan sist")

    karin.sees("Ändrat antal", "1 fler vegetariskt, 1 färre utan önskemål")
    karin.forges(f"cook:{meeting.id}:changes")
    karin.sees_toast("Inget har ändrats sedan köket fick siffrorna")


def test_whoever_sent_it_is_told_by_day_and_once_a_day(town: Town) -> None:
    """Many changes are one word to her, and the next comes the day after at the earliest."""
    karin, eva = town.organiser(), town.organiser("Eva Holm")
    meeting = town.announces(karin)
    _opens(town, karin, meeting)
    karin.forges(f"cook:{meeting.id}:text")
    town.arrives(date(2026, 11, 2), "22:00")
    for name in ("Sara Lind", "Nils Berg"):
        _eats(town, name, meeting, "Vegetariskt")
    karin.looks_away()

    town.arrives(date(2026, 11, 3), "09:30")
    karin.sees("Siffrorna till köket för Dialogträff om kulturplanen", "2 fler vegetariskt")
    _eats(town, "Maja Ek", meeting, "Vegetariskt")
    karin.looks_away()
    town.arrives(date(2026, 11, 3), "18:00")
    told = [m.text for m in town.telegram.history(karin.place) if "Siffrorna till köket" in m.text]
    assert len(told) == 1
    town.arrives(date(2026, 11, 4), "12:00")

    karin.sees("3 fler vegetariskt")
    assert not [m for m in town.telegram.history(eva.place) if "Siffrorna till köket" in m.text]


def test_numbers_go_when_what_people_ate_goes(town: Town) -> None:
    """A week after the meeting nothing is left of what was eaten."""
    karin = town.organiser()
    meeting = town.announces(karin)
    _eats(town, "Sara Lind", meeting, "Vegetariskt")
    karin.forges(f"cook:{meeting.id}:text")

    town.arrives(date(2026, 12, 14), "12:00")

    with town.store.reading() as session:
        assert session.exec(select(KitchenReport)).all() == []


def test_a_member_sees_no_kitchen(town: Town) -> None:
    """Numbers are for those who run the meeting."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())

    sara.forges(f"cook:{meeting.id}:show")

    sara.sees_toast("Det kan bara arrangörer göra")
