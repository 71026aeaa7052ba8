"""What people eat and need: their yes first, several choices, and a way to take it all back."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from sqlmodel import select

from bot.records.need import Need, NeedKind
from bot.rules.needs import Wish
from bot.simulator.cast import Player
from bot.store import needs
from bot.words.views.needs import CONSENT
from tests.town import Town, tells


def _asked_food(town: Town, name: str = "Sara Lind") -> Player:
    player = town.member(name)
    town.announces(town.organiser())
    player.taps("Anmäl mig")
    return player


def _kept(town: Town) -> list[Need]:
    with town.store.reading() as session:
        return list(session.exec(select(Need)))


def _told(town: Town, kind: NeedKind) -> list[Wish]:
    with town.store.reading() as session:
        return [wish for _, wish in needs.wishes(session, town.keys, 1, kind)]


def _said(town: Town, player: Player) -> str:
    """Everything that stands in a chat now, buttons too."""
    history = town.telegram.history(player.place)
    return "\n".join(part for m in history for part in (m.text, *(b.text for b in m.buttons)))


def test_nothing_is_stored_before_her_yes(town: Town) -> None:
    """The question says why, who sees it, when it goes and that it is voluntary."""
    sara = _asked_food(town)

    sara.sees(
        "Du väljer själv om du vill svara",
        "för att du ska få mat som passar dig",
        "Arrangörerna ser svaret, köket ser bara antal",
        "raderar det 7 dagar efter mötet",
        "ta bort det när du vill",
    )
    assert [] == _kept(town)


def test_her_yes_is_kept_with_the_texts_version_and_the_hour(town: Town) -> None:
    """What she agreed to and when can be shown, and nothing is kept for one who eats everything."""
    sara, ahmed = _asked_food(town), town.member("Ahmed Ali")
    town.arrives(date(2026, 11, 3), "10:00")
    tells(sara, "Vegetariskt")
    town.presses(ahmed, "come:1:yes")
    ahmed.taps("Jag äter allt")

    with_need, without = _kept(town)
    assert (CONSENT, town.at(date(2026, 11, 3), "10:00")) == (
        with_need.consent,
        datetime.fromisoformat(str(with_need.consented_at)),
    )
    assert ("", None, None) == (without.consent, without.consented_at, without.sealed)


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


def test_her_choices_do_not_stay_in_the_chat(town: Town) -> None:
    """After Done nothing in her chat tells what she chose, and no confirmation repeats it."""
    sara = _asked_food(town)
    tells(sara, "Veganskt")
    tells(sara, "Skrivtolk")

    sara.sees("Din mat: jag har noterat ditt svar", "berättat för arrangören")
    said = _said(town, sara)
    assert "✓" not in said
    assert "eganskt" not in said
    assert "krivtolk" not in said


def test_choices_survive_a_restart_and_two_telephones_f2(town: Town) -> None:
    """What is ticked is a row: an old keyboard on another telephone adds to it."""
    sara = _asked_food(town)
    sara.taps("Ja, spara mitt svar")
    asked = sara.last
    sara.taps("Veganskt")
    town.restarts()

    sara.taps("Glutenfritt", message=asked)
    sara.sees_button("Veganskt ✓ valt")
    sara.taps("Klart")

    assert [Wish(("vegan", "gluten"))] == _told(town, NeedKind.FOOD)


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
    sara = _asked_food(town)
    sara.taps("Ja, spara mitt svar")

    sara.taps("Klart")

    sara.sees_toast("Välj något först")
    assert [] == _told(town, NeedKind.FOOD)


def test_one_who_changes_her_mind_is_asked_again(town: Town) -> None:
    """Before Done she can go back, and nothing is left of what she ticked."""
    sara = _asked_food(town)
    sara.taps("Ja, spara mitt svar")
    sara.taps("Veganskt")

    sara.taps("Jag ångrar mig")

    sara.sees("Är det något du inte äter?")
    assert [] == _kept(town)


def test_nobody_has_to_say_what_she_eats(town: Town) -> None:
    """Skipping costs nothing: the seat is hers."""
    sara = _asked_food(town)

    sara.taps("Hoppa över")
    sara.taps("Nej tack")

    sara.sees("Du är anmäld till")


def test_what_is_written_before_her_yes_is_not_stored_f1(town: Town) -> None:
    """It is deleted from the chat, she is told so, and the same question stands again."""
    sara = _asked_food(town)

    sara.writes("jag tål inte jordgubbar")

    sara.sees("Jag har inte sparat det du skrev", "Är det något du inte äter?")
    assert "jordgubbar" not in _said(town, sara)
    assert [] == _kept(town)


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
    sara = _asked_food(town)
    sara.taps("Ja, spara mitt svar")

    sara.writes(written)

    sara.sees("Behöver du något för att kunna vara med?")
    assert [expected] == _told(town, NeedKind.FOOD)


@pytest.mark.parametrize("written", ["Ja, spara mitt svar", "klart"])
def test_a_written_label_is_as_good_as_its_button_f1(town: Town, written: str) -> None:
    """Also those that lead on instead of telling something."""
    sara = _asked_food(town)
    if written == "klart":
        sara.taps("Ja, spara mitt svar")
        sara.taps("Veganskt")

    sara.writes(written)

    sara.sees("Vilken mat?" if written != "klart" else "Behöver du något för att kunna vara med?")


def test_own_words_go_with_what_is_ticked(town: Town) -> None:
    """Her message and her ticks are cleared from the chat; she hears where copies may remain."""
    sara = _asked_food(town)
    sara.taps("Ja, spara mitt svar")
    sara.taps("Glutenfritt")
    sara.taps("Något annat")
    sara.sees("kopior kan finnas kvar hos Telegram och i din telefon")
    sara.taps("Tillbaka")
    sara.taps("Laktosfritt")

    sara.writes("inga jordgubbar")

    sara.sees("Kopior kan finnas kvar hos Telegram, i din telefon och i dess säkerhetskopior")
    assert [Wish(("gluten", "lactose"), "inga jordgubbar")] == _told(town, NeedKind.FOOD)
    assert "jordgubbar" not in _said(town, sara)
    assert "✓" not in _said(town, sara)


def test_a_button_from_before_this_text_is_answered_kindly_f2(town: Town) -> None:
    """An old keyboard whose choices would be stored without a yes leads to the question."""
    sara = _asked_food(town)

    sara.forges("come:1:food:vegan")

    sara.sees_toast("Den knappen är gammal")
    sara.sees("Är det något du inte äter?")
    assert [] == _kept(town)


def test_no_button_of_another_question_is_taken_f2(town: Town) -> None:
    """A choice that is none of this question's only shows the choices again."""
    sara = _asked_food(town)
    sara.taps("Ja, spara mitt svar")

    sara.forges("come:1:food:sign")

    sara.sees_toast("Den knappen är gammal")
    assert [] == _told(town, NeedKind.FOOD)


def test_an_answer_is_changed_without_being_shown(town: Town) -> None:
    """The choices begin empty, and what she had stands if she leaves it."""
    sara = _asked_food(town)
    tells(sara, "Veganskt")
    sara.taps("Nej tack")
    sara.taps("Ändra mina svar")
    sara.taps("Mat")
    sara.sees("Det du väljer nu ersätter hela det förra svaret")
    assert "✓" not in _said(town, sara)
    sara.taps("Glutenfritt")

    sara.taps("Behåll mitt förra svar")

    sara.sees("Du är anmäld till")
    assert [Wish(("vegan",))] == _told(town, NeedKind.FOOD)


def test_an_answer_is_changed_to_nothing_special(town: Town) -> None:
    """One who eats everything again says so with a button, and her yes is not kept either."""
    sara = _asked_food(town)
    tells(sara, "Veganskt")
    sara.taps("Nej tack")
    sara.taps("Ändra mina svar")
    sara.taps("Mat")

    sara.taps("Inget särskilt")

    sara.sees("Din mat: inget särskilt")
    assert {("", None)} == {(one.consent, one.sealed) for one in _kept(town)}


def test_consent_is_withdrawn_with_one_tap_j3(town: Town) -> None:
    """Gone at once; she still comes, the kitchen counts anew, and who books is told."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")
    tells(sara, "Veganskt")
    tells(sara, "Teckenspråkstolk")
    karin.sees("teckenspråkstolk", "Mötet är om 33 dagar")

    sara.taps("Ta bort mat och behov")

    sara.sees("Jag har tagit bort det jag hade sparat om din mat och dina behov", "Platsen är kvar")
    sara.sees("Du är anmäld till", "Din mat: inget särskilt", "Dina behov: inget särskilt")
    sara.sees_no_button("Ta bort mat och behov")
    karin.sees("Sara Lind har ändrat sitt svar", "Behövs inte längre: teckenspråkstolk")
    assert {(None, None, "", None)} == {
        (one.sealed, one.draft, one.consent, one.consented_at) for one in _kept(town)
    }
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.sees("Kommer: 1", "1 utan särskilda önskemål")
    sara.writes("/moten")
    sara.sees("du är anmäld")


def test_what_is_half_told_can_be_withdrawn_too_j3(town: Town) -> None:
    """Ticks without Done go as well, and nobody who knows nothing is told."""
    karin = town.organiser()
    sara = town.member("Sara Lind")
    town.announces(karin)
    sara.taps("Anmäl mig")
    tells(sara, "Veganskt")
    sara.taps("Ja, spara mitt svar")
    sara.taps("Hörslinga")
    karin.looks_away()

    town.presses(sara, "come:1:withdraw")

    sara.sees("Jag har tagit bort det")
    karin.sees_nothing()
    assert [] == _told(town, NeedKind.ACCESS)


def test_a_stranger_to_the_meeting_withdraws_nothing_g1(town: Town) -> None:
    """A forged button of someone who never registered shows the meeting as it stands."""
    sara, nils = _asked_food(town), town.member("Nils Berg")
    tells(sara, "Veganskt")

    town.presses(nils, "come:1:withdraw")

    nils.sees("Dialogträff om kulturplanen", "Anmäl dig senast")
    assert [Wish(("vegan",))] == _told(town, NeedKind.FOOD)


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
    sara = _asked_food(town)
    tells(sara, "Veganskt")
    tells(sara, "Rullstolsplats", "Ledsagare")

    assert [Wish(("vegan",))] == _told(town, NeedKind.FOOD)
    assert [Wish(("wheelchair", "companion"))] == _told(town, NeedKind.ACCESS)


def test_choosing_ends_when_the_meeting_begins_d7(town: Town) -> None:
    """Ticks under way are left where they are, and she hears how it stands."""
    town.announces(town.organiser(), start=time(10))
    sara = town.member("Sara Lind")
    town.presses(sara, "come:1:yes")
    sara.taps("Ja, spara mitt svar")
    town.arrives(date(2026, 12, 5), "10:01")

    sara.taps("Veganskt")

    sara.sees("har redan börjat")
