"""A message in an organiser's own words: seen, tried, sent, put off, stopped, planned."""

from __future__ import annotations

from datetime import date

from tests.town import Town
from tests.town_messages import TEXT, coming, writes


def test_it_is_seen_as_they_see_it_and_goes_to_those_who_come(town: Town) -> None:
    """Those registered are suggested; what was typed is shown as typed."""
    karin = town.organiser()
    meeting, (sara, ahmed) = coming(town, karin, "Sara Lind", "Ahmed Ali")

    writes(town, karin, meeting)
    karin.sees("Karin Ek skriver om Dialogträff om kulturplanen, lördag 5 december", TEXT)
    karin.sees("Till: anmälda", "Den går till 2 personer:", "Ahmed Ali och Sara Lind")
    karin.taps("Skicka till 2")
    karin.sees("skickas måndag 2 november kl. 09.02. Till dess kan du stoppa det.")
    town.moves(seconds=61)

    sara.sees(TEXT)
    ahmed.sees(TEXT)
    karin.sees("Meddelandet om Dialogträff om kulturplanen är skickat till 2 personer.")


def test_she_can_try_it_on_herself(town: Town) -> None:
    """Nobody else gets it."""
    karin = town.organiser()
    meeting, (sara,) = coming(town, karin, "Sara Lind")
    writes(town, karin, meeting)
    karin.looks_away()

    karin.taps("Prova på mig själv")
    karin.sees_toast("Nu har du fått det själv")
    karin.sees(TEXT)
    town.moves(minutes=5)

    sara.sees_nothing()


def test_within_the_minute_it_can_be_stopped_and_taken_up_again(town: Town) -> None:
    """What was stopped is not lost: she goes on writing."""
    karin = town.organiser()
    meeting, (sara,) = coming(town, karin, "Sara Lind")
    writes(town, karin, meeting)
    karin.taps("Skicka till 1")
    town.moves(seconds=30)

    karin.taps("Stoppa")
    karin.sees("Stoppat. Ingen har sett meddelandet")
    town.moves(minutes=5)
    sara.sees_nothing()
    karin.taps("Fortsätt skriva")
    karin.taps("Ändra texten")
    karin.writes("Ta med inneskor.")
    karin.taps("Skicka till 1")
    town.moves(seconds=61)

    sara.sees("Ta med inneskor.")


def test_after_the_minute_it_is_on_its_way(town: Town) -> None:
    """An old button says so, and changes nothing."""
    karin = town.organiser()
    meeting, (sara,) = coming(town, karin, "Sara Lind")
    writes(town, karin, meeting)
    karin.taps("Skicka till 1")
    card = karin.last
    town.moves(seconds=61)

    karin.forges("letter:2:undo", message=card)

    karin.sees_toast("Det är redan på väg")
    sara.sees(TEXT)


def test_an_hour_can_be_written_and_is_shown_until_then(town: Town) -> None:
    """Like people say it; what waits is on the list and can be stopped there."""
    karin = town.organiser()
    meeting, (sara,) = coming(town, karin, "Sara Lind")
    writes(town, karin, meeting, "Ses i hallen")
    karin.taps("Välj tid")
    karin.writes("hur som helst")
    karin.sees("Jag förstod inte när.")
    karin.writes("i dag kl. 8")
    karin.sees("Den tiden har passerat.")
    karin.writes("torsdag kl. 9")
    karin.sees("Det skickas torsdag 5 november kl. 09.00.")
    karin.taps("Planera utskick till 1")

    town.presses(karin, f"meet:{meeting.id}:letters")
    karin.sees("Väntar på att skickas:", "torsdag 5 november kl. 09.00: Ses i hallen")
    karin.taps("Väntar: Ses i hallen")
    karin.sees("skickas torsdag 5 november kl. 09.00. Till dess kan du stoppa det.")
    town.arrives(date(2026, 11, 5), "09:01")

    sara.sees("Ses i hallen")


def test_an_hour_at_night_is_refused_and_a_red_day_is_pointed_out(town: Town) -> None:
    """She is told why, and writes another hour."""
    karin = town.organiser()
    meeting, (sara,) = coming(town, karin, "Sara Lind")
    writes(town, karin, meeting)
    karin.taps("Välj tid")

    karin.writes("söndag kl. 23")
    karin.sees("Från kl. 20.00 till 08.00 skickar jag inget, för då vilar många.")
    karin.writes("söndag kl. 15")

    karin.sees("Det skickas söndag 8 november kl. 15.00.", "Det är en röd dag")
    sara.sees_nothing()


def test_it_can_go_to_others_than_those_who_come(town: Town) -> None:
    """Those who have not answered, on the same card."""
    karin = town.organiser()
    meeting, (sara,) = coming(town, karin, "Sara Lind")
    writes(town, karin, meeting)
    karin.taps("Välj vilka")
    karin.taps("Vad de har svarat (1)")
    karin.taps("anmälda ✓ valt")
    karin.taps("har inte svarat")
    karin.sees("Du har valt: har inte svarat.", "Den går till 1 person:", "Tyst Person")
    karin.taps("Klart")
    karin.taps("Klart")
    karin.taps("Skicka till 1")
    town.moves(seconds=61)

    sara.sees_nothing()


def test_one_who_takes_no_part_hears_at_most_three_things(town: Town) -> None:
    """After that an organiser's message does not reach her, and the organiser is told why."""
    karin = town.organiser()
    meeting, _ = coming(town, karin, "Sara Lind")
    for n in range(2):
        writes(town, karin, meeting, f"Nummer {n}")
        karin.taps("Välj vilka")
        karin.taps("Alla igen")
        karin.taps("Klart")
        karin.taps("Skicka till 2")
        town.moves(seconds=61)
    writes(town, karin, meeting, "Nummer tre")
    karin.taps("Välj vilka")
    karin.taps("Alla igen")
    karin.sees("Den går till 1 person:", "Sara Lind", "1 person till borde få veta")

    karin.taps("Nås inte: 4")

    karin.sees("Har redan fått tre meddelanden om mötet: 1", "Tyst Person")


def test_one_without_telegram_is_reached_through_the_one_who_speaks_for_her(town: Town) -> None:
    """The organiser gets the text with the name it is for."""
    karin = town.organiser()
    meeting, (sara,) = coming(town, karin, "Sara Lind")
    town.has_no_telegram("Elsa Svensson", karin, phone="070-1 22 33")
    writes(town, karin, meeting, "Ses snart!")
    karin.taps("Välj vilka")
    karin.taps("Alla igen")
    karin.taps("Klart")
    karin.taps("Skicka till 2")
    town.moves(seconds=61)

    sara.sees("Ses snart!")
    karin.sees("1 person har inte Telegram", "Elsa Svensson: 070-1 22 33", "Ses snart!")


def test_a_long_text_that_comes_in_two_pieces_is_one_message(town: Town) -> None:
    """Telegram cuts what is pasted; it is put together, and leaves in as many parts as it needs."""
    karin = town.organiser()
    meeting, (sara,) = coming(town, karin, "Sara Lind")
    writes(town, karin, meeting, "Början. " + "Ord och åter ord. " * 220)
    karin.writes("Slutet. " * 50)
    karin.taps("Skicka till 1")
    town.moves(seconds=61)

    sara.sees("Början.", "Slutet.")


def test_too_long_a_text_is_not_taken(town: Town) -> None:
    """She is asked to shorten it."""
    karin = town.organiser()
    meeting, _ = coming(town, karin, "Sara Lind")
    writes(town, karin, meeting, "Ord och åter ord. " * 200)
    for _ in range(3):
        karin.writes("Ord och åter ord. " * 200)

    karin.sees("Det är längre än jag kan skicka.")


def test_with_nobody_to_write_to_there_is_no_button(town: Town) -> None:
    """She sees that nobody fits, and can choose others."""
    karin = town.organiser()
    meeting, _ = coming(town, karin, "Sara Lind")
    writes(town, karin, meeting)
    karin.taps("Välj vilka")
    karin.taps("Vad de har svarat (1)")
    karin.taps("anmälda ✓ valt")
    karin.taps("på reservlistan")
    karin.taps("Klart")
    karin.taps("Klart")

    karin.sees("Jag når ingen som stämmer med ditt val.")
    karin.sees_no_button("Skicka till 0")


def test_a_message_can_be_sent_after_the_meeting(town: Town) -> None:
    """By day, also when the meeting is over."""
    karin = town.organiser()
    meeting, (sara,) = coming(town, karin, "Sara Lind")
    town.arrives(date(2026, 12, 7), "22:00")
    sara.looks_away()
    writes(town, karin, meeting, "Tack för i lördags!")
    karin.sees("Det skickas tisdag 8 december kl. 08.00.")
    karin.taps("Planera utskick till 1")
    town.arrives(date(2026, 12, 8), "07:59")
    sara.sees_nothing()
    town.arrives(date(2026, 12, 8), "08:01")

    sara.sees("Tack för i lördags!")


def test_a_member_cannot_write_to_others(town: Town) -> None:
    """Forged buttons are refused where the effect would be."""
    karin = town.organiser()
    meeting, (sara,) = coming(town, karin, "Sara Lind")
    writes(town, karin, meeting)
    sara.looks_away()

    for token in (f"meet:{meeting.id}:write", "letter:2:send:1", "whom:2:names", "report:1:show"):
        town.presses(sara, token)
    town.moves(minutes=5)

    assert TEXT not in "".join(one.text for one in town.telegram.history(sara.place))
