"""The bot was away for longer than Telegram remembers."""

from __future__ import annotations

from datetime import date

from bot.simulator.watcher import button_called
from tests.town import Town


def goes_away(town: Town, hours: float) -> None:
    """Let the process be dead for so long, and start again."""
    town.app.heart.beat()
    town.clock.advance(hours * 3600)
    town.restarts()
    town.app.heart.beat()


def test_those_in_the_middle_of_an_answer_are_asked_once_to_say_it_again_c8(town: Town) -> None:
    """Sara had a question open; Ahmed had not; Karin runs the bot."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    town.announces(karin)
    sara.taps("Anmäl mig")
    with town.store.reading() as session:
        assert town.row(session, sara).expects
    for one in (karin, sara, ahmed):
        one.looks_away()

    goes_away(town, 30)
    town.moves(minutes=5)

    sara.sees("Jag var borta från måndag 2 november", "Skicka igen om du svarade")
    karin.sees("Jag var borta från måndag 2 november", "1 person höll på att svara")
    ahmed.sees_nothing()
    for one in (karin, sara):
        one.looks_away()
    town.restarts()
    town.moves(hours=1)
    karin.sees_nothing()
    sara.sees_nothing()


def test_nobody_is_woken_to_be_told_c8(town: Town) -> None:
    """Back at night, the bot says so in the morning."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    sara.taps("Anmäl mig")
    for one in (karin, sara):
        one.looks_away()

    goes_away(town, 38)
    town.moves(minutes=5)
    sara.sees_nothing()
    karin.sees_nothing()
    town.arrives(date(2026, 11, 4), "08:05")

    sara.sees("Skicka igen om du svarade")


def test_what_telegram_had_kept_is_not_asked_for_again_c8(town: Town) -> None:
    """Sara's answer waited at Telegram, so she has answered."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    sara.taps("Anmäl mig")
    town.app.heart.beat()
    town.clock.advance(30 * 3600)
    button = button_called(town.telegram.history(sara.place), "Jag äter allt")
    assert button is not None
    town.telegram.taps(sara.user, *button)
    sara.looks_away()
    town.restarts()
    town.app.heart.beat()
    town.moves(minutes=5)

    said = [m.text for m in town.telegram.history(sara.place) if m.from_bot]
    assert not any("Jag var borta" in one for one in said)


def test_an_old_question_is_let_lie_c8(town: Town) -> None:
    """Who was asked a week before the bot went away has left the question."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    sara.taps("Anmäl mig")
    town.moves(days=7)
    sara.looks_away()

    goes_away(town, 30)
    town.moves(minutes=5)

    sara.sees_nothing()


def test_a_question_about_a_cancelled_meeting_is_let_lie_c8(town: Town) -> None:
    """Nobody is asked to answer about a meeting that will not be held."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")
    town.presses(karin, f"meet:{meeting.id}:cancel:yes")
    with town.store.transaction() as session:
        row = town.row(session, sara)
        row.expects, row.asked_at = f"come:{meeting.id}:food", town.clock.now()
    sara.looks_away()

    goes_away(town, 30)
    town.moves(minutes=5)

    sara.sees_nothing()
