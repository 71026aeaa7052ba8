"""What most meetings do without: reached under "Fler val", tapped or written, asked of nobody."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.records.meeting import Form, Meeting
from bot.store import meetings
from tests.town import Town


def _row(town: Town, meeting: Meeting) -> Meeting:
    with town.store.transaction() as session:
        found = meetings.get(session, meeting.id)
        assert found is not None
        session.expunge(found)
        return found


@pytest.mark.parametrize(
    ("button", "answer", "shown"),
    [
        ("Per förening", "högst två", "Per förening: 2"),
        ("Per förening", "Ingen gräns", "Per förening: inte bestämt"),
        ("Digitala platser", "50", "Digitala platser: 50"),
        ("Fråga om roll", "Ja", "Fråga om roll: Ja"),
        ("Fråga om roll", "nej", "Fråga om roll: Nej"),
        ("Anmälan stänger", "12.00", "Anmälan stänger: kl. 12.00"),
        ("Ändra senast", "dagen före", "Ändra senast: fredag 4 december 2026"),
        ("Boka hjälp senast", "tre veckor före", "Boka hjälp senast: lördag 14 november 2026"),
        ("Dörrarna öppnar", "kaffe från 9.30", "Dörrarna öppnar: kaffe från 9.30"),
        ("Dörrarna öppnar", "9.30", "Dörrarna öppnar: kl. 09.30"),
        ("Text på finska", "Tervetuloa!", "Text på finska: Tervetuloa!"),
        ("Text på engelska", "Welcome!", "Text på engelska: Welcome!"),
    ],
)
def test_a_rarer_fact_is_decided_by_looking_for_it(
    town: Town, button: str, answer: str, shown: str
) -> None:
    """It stands on the card of choices at once, and no other question comes."""
    karin = town.organiser()
    meeting = town.drafts(karin, form=Form.HYBRID, join_url="https://mote.example/x")
    town.presses(karin, f"meet:{meeting.id}:review")

    karin.taps("Fler val")
    karin.taps(button)
    karin.writes(answer)

    karin.sees("Fler val", shown)


def test_the_hour_of_a_day_is_there_when_the_day_is(town: Town) -> None:
    """An hour without a day means nothing; a new day forgets the hour."""
    karin = town.organiser()
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:choices")
    karin.sees_no_button("Klockslag för ändring")

    karin.taps("Ändra senast")
    karin.taps("Dagen före")
    karin.taps("Klockslag för ändring")
    karin.writes("12")

    karin.sees("Klockslag för ändring: kl. 12.00")
    assert (date(2026, 12, 4), time(12)) == (
        _row(town, meeting).changes_on,
        _row(town, meeting).changes_clock,
    )


def test_a_decided_choice_stands_on_the_checked_card(town: Town) -> None:
    """What nobody has decided is not shown there."""
    karin = town.organiser()
    meeting = town.drafts(karin, per_party=2, texts={"fi": "Tervetuloa!"})

    town.presses(karin, f"meet:{meeting.id}:review")

    karin.sees("Per förening: 2", "Text på finska: Tervetuloa!")
    assert "Fråga om roll" not in karin.last.text


def test_a_finnish_reader_gets_the_finnish_text(town: Town) -> None:
    """The others read the usual text, with nothing missing; so does the card in a group."""
    karin, sara, aino = town.organiser(), town.member("Sara Lind"), town.member("Aino Salo")
    aino.writes("/sprak")
    aino.taps("suomi")
    meeting = town.drafts(karin, about="Vi talar om planen.", texts={"fi": "Puhumme ohjelmasta."})

    town.presses(karin, f"meet:{meeting.id}:send")
    town.moves(seconds=61)

    sara.sees("Vi talar om planen.", "Anmäl dig senast")
    aino.sees("Puhumme ohjelmasta.", "Viimeinen ilmoittautumispäivä on")


def test_a_text_is_added_after_the_invitation_has_gone_out(town: Town) -> None:
    """The reminder holds it; a change nobody needs to hear of is told to nobody."""
    karin, aino = town.organiser(), town.member("Aino Salo")
    aino.writes("/sprak")
    aino.taps("suomi")
    meeting = town.announces(karin, about="Vi talar om planen.")
    aino.taps("Ilmoittaudu")
    town.presses(karin, f"meet:{meeting.id}:choices")
    karin.taps("Text på finska")
    karin.writes("Puhumme ohjelmasta.")
    town.arrives(date(2026, 12, 4), "17:01")

    aino.sees("Nähdään pian", "Puhumme ohjelmasta.")


def test_which_of_two_equal_hours_is_asked_d3(town: Town) -> None:
    """Half past two comes twice on the last Sunday of October."""
    karin = town.organiser()
    karin.writes("/ny")
    karin.taps("Jag har ingen text, fråga mig")
    karin.writes("Nattmangling")
    karin.writes("31 oktober 2027")
    karin.writes("02.30")
    karin.sees("sommartid eller normaltid")
    karin.taps("kl. 02.30 normaltid")

    karin.sees("När slutar det?")
    karin.taps("Visa uppgifterna")
    karin.sees("kl. 02.30 normaltid")


def test_a_day_moved_to_the_night_of_two_hours_asks_which_d3(town: Town) -> None:
    """The day is taken, and then the start is asked about."""
    karin = town.organiser()
    meeting = town.announces(karin, start=time(2, 30), end=time(4))
    town.presses(karin, f"meet:{meeting.id}:change:day")
    karin.writes("31 oktober 2027")

    karin.sees("visar klockan två gånger")
    karin.taps("kl. 02.30 sommartid")

    assert 120 == _row(town, meeting).start_offset


def test_a_skipped_hour_is_refused_with_two_others_d2(town: Town) -> None:
    """At two the clock is three on the last Sunday of March."""
    karin = town.organiser()
    karin.writes("/ny")
    karin.taps("Jag har ingen text, fråga mig")
    karin.writes("Nattmangling")
    karin.writes("28 mars 2027")
    karin.writes("02.30")

    karin.sees("Det klockslaget finns inte den dagen")
    karin.sees_button("kl. 01.30")
    karin.sees_button("kl. 03.30")
