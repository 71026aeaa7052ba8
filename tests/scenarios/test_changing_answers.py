"""One who has registered changes her answers, gives her seat up, or takes it back."""

from __future__ import annotations

from datetime import date

from bot.records.meeting import Form
from tests.town import Town, tells


def test_answers_can_be_changed(town: Town) -> None:
    """The new answer takes the place of the old one, for the kitchen too."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")
    tells(sara, "Vegetariskt")
    sara.taps("Nej tack")

    sara.taps("Ändra mina svar")
    sara.taps("Mat")
    sara.sees("Det du väljer nu ersätter hela det förra svaret")
    sara.taps("Veganskt")
    sara.taps("Klart")
    sara.sees("Du är anmäld till")
    town.presses(karin, f"meet:{meeting.id}:desk")

    karin.sees("1 veganskt")
    assert "vegetariskt" not in karin.last.text


def test_nothing_needs_to_be_changed_after_all(town: Town) -> None:
    """One can look at the choices and leave them."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    sara.taps("Anmäl mig")
    sara.taps("Jag äter allt")
    sara.taps("Nej tack")
    sara.taps("Ändra mina svar")

    sara.taps("Inget, låt det vara som det är")

    sara.sees("Du är anmäld till", "Din mat: inget särskilt")


def test_leaving_is_as_easy_as_coming(town: Town) -> None:
    """One tap gives the seat back, and one takes it again."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = town.gathers(karin, sara)
    town.announces(karin, seats=2)
    sara.taps("Anmäl mig")
    sara.taps("Jag äter allt")
    sara.taps("Nej tack")

    sara.taps("Lämna återbud")
    sara.sees("Du har lämnat återbud")
    town.moves(seconds=5)
    group.sees("0 anmälda, 2 platser kvar")
    sara.taps("Anmäl mig igen")

    sara.sees("Du är anmäld till")


def test_answers_go_with_the_seat(town: Town) -> None:
    """One who leaves and comes back is asked again; the old answer is gone."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    sara.taps("Anmäl mig")
    tells(sara, "Vegetariskt")
    sara.taps("Nej tack")
    sara.taps("Lämna återbud")

    sara.taps("Anmäl mig igen")

    sara.sees("Är det något du inte äter?")


def test_a_no_is_thanked_and_can_be_taken_back(town: Town) -> None:
    """One who cannot come is left in peace, with a way back."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())

    sara.taps("Kan inte komma")
    sara.sees("Tack för ditt svar. Synd att")
    town.arrives(date(2026, 11, 27), "12:00")
    sara.sees_nothing()
    sara.taps("Jag kan komma ändå")

    sara.sees("Du är anmäld till")


def test_one_who_turns_to_online_eats_nothing(town: Town) -> None:
    """The kitchen's numbers only hold those who are in the room."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(karin, form=Form.HYBRID)
    for player in (sara, ahmed):
        player.taps("Anmäl mig på plats")
        tells(player, "Vegetariskt")
        player.taps("Nej tack")
    sara.taps("Ändra mina svar")
    sara.taps("På plats eller digitalt")
    sara.taps("Digitalt")

    town.presses(karin, f"meet:{meeting.id}:desk")

    karin.sees("1 vegetariskt")
