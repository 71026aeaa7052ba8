"""One tap for the seat, and the questions after it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.records.meeting import Form
from tests.town import Town, tells


def test_one_tap_is_a_seat(town: Town) -> None:
    """Sara has her seat at once; the questions only enrich it."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = town.gathers(karin, sara)
    town.announces(karin, seats=2)

    sara.taps("Anmäl mig")
    sara.sees("Du är anmäld till Dialogträff om kulturplanen", "Platsen är redan din")
    town.moves(seconds=5)

    group.sees("1 anmäld, 1 plats kvar")


def test_what_is_written_is_as_good_as_a_tap_f1(town: Town) -> None:
    """Märta answers the invitation in words, also her yes; with two meetings she is asked which."""
    karin, marta = town.organiser(), town.member("Märta Dahl")
    town.announces(karin)
    marta.writes("Ja, jag kommer gärna!")
    marta.sees("Du är anmäld till Dialogträff om kulturplanen", "Är det något du inte äter?")
    marta.writes("ja")
    marta.sees("Vilken mat?")
    marta.writes("/avbryt")
    town.announces(karin, title="Kulturfika")
    marta.writes("Jag kan tyvärr inte komma.")
    marta.sees("Vilket möte gäller det?")
    marta.taps("Kulturfika")

    marta.sees("Kulturfika")
    marta.writes("Jag lämnar återbud")
    marta.sees("Du har lämnat återbud till Dialogträff om kulturplanen")


def test_the_confirmation_stands_alone(town: Town) -> None:
    """Weekday, date, clock, place, answers, last day to change, contact and three buttons."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    sara.taps("Anmäl mig")
    tells(sara, "Vegetariskt")
    sara.taps("Nej tack")

    sara.sees(
        "lördag 5 december 2026 kl. 10.00–14.00",
        "Teaterverkstaden, Bangårdsgatan 5, Östersund",
        "Din mat: jag har noterat ditt svar",
        "Dina behov: inget särskilt",
        "ändra dina svar till och med fredag 27 november kl. 23.59",
        "Karin Ek, 070-174 06 05",
    )
    for label in ("Lägg i kalendern", "Ändra mina svar", "Lämna återbud"):
        sara.sees_button(label)


def test_a_broken_off_registration_still_is_one(town: Town) -> None:
    """One who stops after the first tap comes, and can answer a week later."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    sara.taps("Anmäl mig")
    sara.writes("/avbryt")
    sara.sees("Då lämnar vi det")
    town.restarts()
    town.moves(days=7)

    tells(sara, "Veganskt")
    sara.sees("Behöver du något för att kunna vara med?")
    sara.taps("Nej tack")

    sara.sees("Du är anmäld till Dialogträff om kulturplanen")


def test_a_written_answer_that_is_a_label_counts_as_it_f1(town: Town) -> None:
    """A written "vegetariskt" is the same dish as the button in the kitchen's list."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")
    tells(sara, "Vegetariskt")
    ahmed.taps("Anmäl mig")
    ahmed.taps("Ja, spara mitt svar")
    ahmed.writes("vegetariskt")
    ahmed.sees("Behöver du något")

    town.presses(karin, f"meet:{meeting.id}:desk")

    karin.sees("2 vegetariskt")


@pytest.mark.parametrize("words", ["nej", "Inget", "nej tack", "Jag äter allt"])
def test_a_written_no_is_no_special_food_f1(town: Town, words: str) -> None:
    """One who writes "nej" to the kitchen has no special food."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")

    sara.writes(words)
    sara.taps("Nej tack")
    sara.sees("Din mat: inget särskilt")
    town.presses(karin, f"meet:{meeting.id}:desk")

    karin.sees("1 utan särskilda önskemål")


def test_a_need_in_her_own_words_is_deleted_from_the_chat(town: Town) -> None:
    """What she writes about a need is removed where she wrote it and never repeated to her."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    sara.taps("Anmäl mig")
    sara.taps("Jag äter allt")
    sara.taps("Ja, spara mitt svar")
    sara.taps("Något annat")
    sara.sees("Vad behövs? Skriv kort.")

    sara.writes("jag har svår astma")

    sara.sees("jag har noterat ditt svar och berättat för arrangören")
    said = [one.text for one in town.telegram.history(sara.place)]
    assert not any("astma" in text for text in said)
    karin.sees("Sara Lind har berättat om ett behov", "jag har svår astma")


def test_hybrid_asks_how_and_gives_the_link_only_online(town: Town) -> None:
    """One who comes online gets the link and no question about food."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser(), form=Form.HYBRID, join_url="https://mote.example/dialog")
    sara.taps("Anmäl mig digitalt")
    sara.sees("Behöver du något")
    sara.taps("Nej tack")

    sara.sees("Du deltar: digitalt", "Länk: https://mote.example/dialog")


def test_hybrid_can_be_answered_in_writing_f1(town: Town) -> None:
    """A written "på plats" is an answer, something else is asked again."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser(), form=Form.HYBRID)
    sara.taps("Anmäl mig digitalt")
    sara.taps("Nej tack")
    sara.taps("Ändra mina svar")
    sara.taps("På plats eller digitalt")

    sara.writes("vet inte")
    sara.sees("Välj en av knapparna")
    sara.sees_button("Digitalt", message=sara.last)
    sara.writes("på plats")

    sara.sees("Är det något du inte äter?")


def test_no_food_no_question_about_food(town: Town) -> None:
    """Without food there is one question only."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser(), food="")

    sara.taps("Anmäl mig")

    sara.sees("Behöver du något för att kunna vara med?")


def test_the_calendar_file_fits_calendars(town: Town) -> None:
    """The file has an id that stays, a number that grows and the zone written out."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    sara.taps("Anmäl mig")
    sara.taps("Jag äter allt")
    sara.taps("Nej tack")

    sara.taps("Lägg i kalendern")

    file = sara.document(".ics").decode()
    for line in (
        "BEGIN:VTIMEZONE",
        "SEQUENCE:0",
        "UID:",
        "DTSTART;TZID=Europe/Stockholm:20261205T",
    ):
        assert line in file


def test_two_taps_are_one_registration_e3(town: Town) -> None:
    """A second tap on the same button only shows what stands."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, seats=5)
    card = sara.last
    sara.taps("Anmäl mig")
    sara.forges(f"come:{meeting.id}:yes", message=card)
    sara.sees_toast("Det har du redan svarat på")

    town.presses(karin, f"meet:{meeting.id}:desk")

    karin.sees("Kommer: 1 av 5")


def test_two_meetings_are_not_mixed_up_f10(town: Town) -> None:
    """A written answer belongs to the question that was asked last, the other one stays open."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin, title="Vårmötet", food="soppa")
    town.announces(karin, title="Höstmötet", food="")
    history = town.telegram.history(sara.place)
    spring, autumn = history[-2], history[-1]
    sara.taps("Anmäl mig", message=spring)
    asked = sara.last
    sara.taps("Anmäl mig", message=autumn)

    sara.writes("nej")
    sara.sees("Du är anmäld till Höstmötet")
    sara.taps("Jag äter allt", message=asked)
    sara.taps("Nej tack", message=town.telegram.newest(asked))

    sara.sees("Du är anmäld till Vårmötet")


def test_a_meeting_that_has_begun_takes_no_answers(town: Town) -> None:
    """A question left open is answered with what stands, once, and nobody is stuck."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    town.arrives(date(2026, 11, 20), "09:00")
    sara.taps("Anmäl mig")
    town.arrives(date(2026, 12, 5), "11:00")

    sara.writes("nötter")
    sara.sees("har redan börjat")
    sara.writes("hej")

    sara.sees("Det där förstod jag inte")


def test_the_organiser_hears_of_a_need_in_the_morning(town: Town) -> None:
    """A need told at midnight reaches the organiser at eight."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin, food="")
    town.arrives(date(2026, 11, 3), "23:30")
    sara.taps("Anmäl mig")

    tells(sara, "Teckenspråkstolk")
    karin.sees_nothing()
    town.arrives(date(2026, 11, 4), "08:01")

    karin.sees("Sara Lind har berättat om ett behov", "teckenspråkstolk")
