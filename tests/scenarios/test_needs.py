"""What people eat and need: their yes first, several choices, and a way to take it all back."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.records.need import NeedKind
from bot.rules.needs import Wish
from tests.town import Town, tells
from tests.town_doings import asked_food, in_sight, kept_needs, told


def test_several_choices_are_marked_and_make_one_plate(town: Town) -> None:
    """A mark stands after the words of what is chosen; a second tap takes it back."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")
    sara.taps("Ja, spara mitt svar")
    for choice in ("Veganskt", "Glutenfritt", "Inga nötter (allergi)"):
        sara.taps(choice)
    sara.sees_button("Veganskt ✓ valt")
    sara.taps("Inga nötter (allergi) ✓ valt")
    sara.taps("Klart")
    sara.taps("Nej tack")
    town.presses(karin, f"meet:{meeting.id}:desk")

    karin.sees("1 veganskt, glutenfritt")


def test_choices_survive_a_restart_and_two_telephones_f2(town: Town) -> None:
    """What is ticked is a row: an old keyboard on another telephone adds to it."""
    sara = asked_food(town)
    sara.taps("Ja, spara mitt svar")
    asked = sara.last
    sara.taps("Veganskt")
    town.restarts()

    sara.taps("Glutenfritt", message=asked)
    sara.sees_button("Veganskt ✓ valt")
    sara.taps("Klart")

    assert [Wish(("vegan", "gluten"))] == told(town, NeedKind.FOOD)


def test_what_is_chosen_counts_although_she_forgets_done(town: Town) -> None:
    """It is better cooked than forgotten; the question still waits for her."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")
    sara.taps("Ja, spara mitt svar")
    sara.taps("Laktosfritt")
    sara.writes("/avbryt")
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.sees("1 laktosfritt")

    sara.taps("Klart")

    sara.sees("Behöver du något för att kunna vara med?")


def test_done_without_a_choice_asks_for_one(town: Town) -> None:
    """An empty answer is not taken for "everything"."""
    sara = asked_food(town)
    sara.taps("Ja, spara mitt svar")

    sara.taps("Klart")

    sara.sees_toast("Välj något först")
    assert [] == told(town, NeedKind.FOOD)


def test_one_who_changes_her_mind_is_asked_again(town: Town) -> None:
    """Before Done she can go back, and nothing is left of what she ticked."""
    sara = asked_food(town)
    sara.taps("Ja, spara mitt svar")
    sara.taps("Veganskt")

    sara.taps("Jag ångrar mig")

    sara.sees("Är det något du inte äter?")
    assert [] == kept_needs(town)


def test_nobody_has_to_say_what_she_eats(town: Town) -> None:
    """Skipping costs nothing: the seat is hers."""
    sara = asked_food(town)

    sara.taps("Hoppa över")
    sara.taps("Nej tack")

    sara.sees("Du är anmäld till")


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        (Wish(("vegan",)), "veganskt"),
        (Wish(("vegan", "gluten")), "Glutenfritt och veganskt."),
        (Wish(("lactose", "nuts")), "inga nötter (allergi), laktosfritt"),
        (Wish((), "vegan och inga jordgubbar"), "vegan och inga jordgubbar"),
    ],
)
def test_a_written_answer_is_read_as_its_buttons_f1(
    town: Town, expected: Wish, written: str
) -> None:
    """Labels are choices, anything else is kept in her own words; either way it is the answer."""
    sara = asked_food(town)
    sara.taps("Ja, spara mitt svar")

    sara.writes(written)

    sara.sees("Behöver du något för att kunna vara med?")
    assert [expected] == told(town, NeedKind.FOOD)


@pytest.mark.parametrize("written", ["Ja, spara mitt svar", "klart"])
def test_a_written_label_is_as_good_as_its_button_f1(town: Town, written: str) -> None:
    """Also those that lead on instead of telling something."""
    sara = asked_food(town)
    if written == "klart":
        sara.taps("Ja, spara mitt svar")
        sara.taps("Veganskt")

    sara.writes(written)

    sara.sees("Vilken mat?" if written != "klart" else "Behöver du något för att kunna vara med?")


def test_own_words_go_with_what_is_ticked(town: Town) -> None:
    """Her message and her ticks are cleared from the chat; she hears where copies may remain."""
    sara = asked_food(town)
    sara.taps("Ja, spara mitt svar")
    sara.taps("Glutenfritt")
    sara.taps("Något annat")
    sara.sees("kopior kan finnas kvar hos Telegram och i din telefon")
    sara.taps("Tillbaka")
    sara.taps("Laktosfritt")

    sara.writes("inga jordgubbar")

    sara.sees("Kopior kan finnas kvar hos Telegram, i din telefon och i dess säkerhetskopior")
    assert [Wish(("gluten", "lactose"), "inga jordgubbar")] == told(town, NeedKind.FOOD)
    assert "jordgubbar" not in in_sight(town, sara)
    assert "✓" not in in_sight(town, sara)


def test_a_button_from_before_this_text_is_answered_kindly_f2(town: Town) -> None:
    """An old keyboard whose choices would be stored without a yes leads to the question."""
    sara = asked_food(town)

    sara.forges("come:1:food:vegan")

    sara.sees_toast("Den knappen är gammal")
    sara.sees("Är det något du inte äter?")
    assert [] == kept_needs(town)


def test_no_button_of_another_question_is_taken_f2(town: Town) -> None:
    """A choice that is none of this question's only shows the choices again."""
    sara = asked_food(town)
    sara.taps("Ja, spara mitt svar")

    sara.forges("come:1:food:sign")

    sara.sees_toast("Den knappen är gammal")
    assert [] == told(town, NeedKind.FOOD)


def test_the_kitchen_gets_counts_and_no_names_j8(town: Town) -> None:
    """Plates, and for the one who bakes a sum of what stands on several of them."""
    karin = town.organiser()
    meeting = town.announces(karin)
    eaten = {"Sara Lind": ["Veganskt", "Glutenfritt"], "Ahmed Ali": ["Glutenfritt"]}
    for name, choices in eaten.items():
        player = town.member(name)
        town.presses(player, f"come:{meeting.id}:yes")
        tells(player, *choices)
        player.taps("Nej tack")

    town.presses(karin, f"meet:{meeting.id}:desk")

    kitchen = karin.last.text.partition("Till köket")[2]
    assert "1 glutenfritt" in kitchen
    assert "1 veganskt, glutenfritt" in kitchen
    assert "Sammanlagt 2 glutenfritt" in kitchen
    assert "Sara" not in kitchen


def test_an_interpreter_is_asked_for_by_name_the_same_day(town: Town) -> None:
    """With the days that are left; a later change tells only what is needed no more."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin, food="")
    sara.taps("Anmäl mig")
    sara.sees("Tolk behöver bokas, så säg till senast lördag 14 november kl. 23.59")
    tells(sara, "Hörslinga", "Skrivtolk")
    karin.sees("Sara Lind har berättat om ett behov", "hörslinga och skrivtolk", "om 33 dagar")
    karin.sees("Ordna med lokalen senast lördag 28 november")
    sara.taps("Ändra mina svar")
    sara.taps("Vad jag behöver")
    sara.taps("Hörslinga")

    sara.taps("Klart")

    karin.sees("hörslinga", "Behövs inte längre: skrivtolk")


def test_two_questions_do_not_get_mixed_f10(town: Town) -> None:
    """Food and needs, each with its own yes and its own row."""
    sara = asked_food(town)
    tells(sara, "Veganskt")
    tells(sara, "Rullstolsplats", "Ledsagare")

    assert [Wish(("vegan",))] == told(town, NeedKind.FOOD)
    assert [Wish(("wheelchair", "companion"))] == told(town, NeedKind.ACCESS)


def test_choosing_ends_when_the_meeting_begins_d7(town: Town) -> None:
    """Ticks under way are left where they are, and she hears how it stands."""
    town.announces(town.organiser(), start=time(10))
    sara = town.member("Sara Lind")
    town.presses(sara, "come:1:yes")
    sara.taps("Ja, spara mitt svar")
    town.arrives(date(2026, 12, 5), "10:01")

    sara.taps("Veganskt")

    sara.sees("har redan börjat")
