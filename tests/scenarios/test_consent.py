"""Nothing is kept before her yes, and a yes can be taken back."""

from __future__ import annotations

from datetime import date, datetime

from bot.records.need import NeedKind
from bot.rules.needs import Wish
from bot.words.views.needs import CONSENT
from tests.town import Town, tells
from tests.town_doings import asked_food, in_sight, kept_needs, told


def test_nothing_is_stored_before_her_yes(town: Town) -> None:
    """The question says why, who sees it, when it goes and that it is voluntary."""
    sara = asked_food(town)

    sara.sees(
        "Du väljer själv om du vill svara",
        "för att du ska få mat som passar dig",
        "Arrangörerna ser svaret, köket ser bara antal",
        "raderar det 7 dagar efter mötet",
        "ta bort det när du vill",
    )
    assert [] == kept_needs(town)


def test_her_yes_is_kept_with_the_texts_version_and_the_hour(town: Town) -> None:
    """What she agreed to and when can be shown, and nothing is kept for one who eats everything."""
    sara, ahmed = asked_food(town), town.member("Ahmed Ali")
    town.arrives(date(2026, 11, 3), "10:00")
    tells(sara, "Vegetariskt")
    town.presses(ahmed, "come:1:yes")
    ahmed.taps("Jag äter allt")

    with_need, without = kept_needs(town)
    assert (CONSENT, town.at(date(2026, 11, 3), "10:00")) == (
        with_need.consent,
        datetime.fromisoformat(str(with_need.consented_at)),
    )
    assert ("", None, None) == (without.consent, without.consented_at, without.sealed)


def test_her_choices_do_not_stay_in_the_chat(town: Town) -> None:
    """After Done nothing in her chat tells what she chose, and no confirmation repeats it."""
    sara = asked_food(town)
    tells(sara, "Veganskt")
    tells(sara, "Skrivtolk")

    sara.sees("Din mat: jag har noterat ditt svar", "berättat för arrangören")
    said = in_sight(town, sara)
    assert "✓" not in said
    assert "eganskt" not in said
    assert "krivtolk" not in said


def test_what_is_written_before_her_yes_is_not_stored_f1(town: Town) -> None:
    """It is deleted from the chat, she is told so, and the same question stands again."""
    sara = asked_food(town)

    sara.writes("jag tål inte jordgubbar")

    sara.sees("Jag har inte sparat det du skrev", "Är det något du inte äter?")
    assert "jordgubbar" not in in_sight(town, sara)
    assert [] == kept_needs(town)


def test_an_answer_is_changed_without_being_shown(town: Town) -> None:
    """The choices begin empty, and what she had stands if she leaves it."""
    sara = asked_food(town)
    tells(sara, "Veganskt")
    sara.taps("Nej tack")
    sara.taps("Ändra mina svar")
    sara.taps("Mat")
    sara.sees("Det du väljer nu ersätter hela det förra svaret")
    assert "✓" not in in_sight(town, sara)
    sara.taps("Glutenfritt")

    sara.taps("Behåll mitt förra svar")

    sara.sees("Du är anmäld till")
    assert [Wish(("vegan",))] == told(town, NeedKind.FOOD)


def test_an_answer_is_changed_to_nothing_special(town: Town) -> None:
    """One who eats everything again says so with a button, and her yes is not kept either."""
    sara = asked_food(town)
    tells(sara, "Veganskt")
    sara.taps("Nej tack")
    sara.taps("Ändra mina svar")
    sara.taps("Mat")

    sara.taps("Inget särskilt")

    sara.sees("Din mat: inget särskilt")
    assert {("", None)} == {(one.consent, one.sealed) for one in kept_needs(town)}


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
        (one.sealed, one.draft, one.consent, one.consented_at) for one in kept_needs(town)
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
    assert [] == told(town, NeedKind.ACCESS)


def test_a_stranger_to_the_meeting_withdraws_nothing_g1(town: Town) -> None:
    """A forged button of someone who never registered shows the meeting as it stands."""
    sara, nils = asked_food(town), town.member("Nils Berg")
    tells(sara, "Veganskt")

    town.presses(nils, "come:1:withdraw")

    nils.sees("Dialogträff om kulturplanen", "Anmäl dig senast")
    assert [Wish(("vegan",))] == told(town, NeedKind.FOOD)
