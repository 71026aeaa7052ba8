"""Colleagues written in odd ways, known from before or taken off: no button is dead."""

from __future__ import annotations

from datetime import date

import pytest

from bot.records.meeting import Form
from bot.records.registration import Standing
from bot.store import people
from tests.town import Town, comes
from tests.town_doings import brings, registered


def test_a_written_answer_is_as_good_as_a_button_f1(town: Town) -> None:
    """A label or a no is never taken for somebody's name."""
    sara = town.member("Sara Lind")
    town.member("Ahmed Ali")
    meeting = town.announces(town.organiser())
    comes(sara)

    sara.taps("Anmäl fler")
    sara.writes("nej")
    sara.sees("Du är anmäld")
    brings(sara, "Ahmed Ali")
    sara.writes("nej, en annan med samma namn")
    sara.sees("Ahmed Ali är anmäld", "Är det något Ahmed Ali inte äter?")

    with town.store.reading() as session:
        names = [person.name for _, person in people.registered(session, meeting.id)]
    assert ["Sara Lind", "Ahmed Ali"] == names


def test_the_way_a_colleague_takes_part_can_be_written_f1(town: Town) -> None:
    """Anything else than a label is asked about again."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser(), form=Form.HYBRID)
    sara.taps("Anmäl mig digitalt")
    sara.taps("Nej tack")

    brings(sara, "Ahmed Ali")
    sara.writes("kanske")
    sara.sees("Hur deltar Ahmed Ali?")
    sara.writes("digitalt")

    sara.sees("Ahmed Ali är anmäld")
    assert "online" == registered(town, meeting)["Ahmed Ali"].attends


@pytest.mark.parametrize("name", ["x" * 101, "\u200b \n", "<b>Ahmed</b> &lt;x"])
def test_a_hostile_name_is_refused_or_shown_as_typed_f4_f5_f6(town: Town, name: str) -> None:
    """Too long and empty names are asked for again; marks are only characters."""
    town.has_odd_writers = True
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    comes(sara)

    brings(sara, name)

    if name.startswith("<b>"):
        sara.sees("<b>Ahmed</b> &lt;x är anmäld")
    else:
        assert {"Sara Lind"} == set(registered(town, meeting))
        sara.writes("Ahmed Ali")
        sara.sees("Ahmed Ali är anmäld")


def test_one_known_from_before_is_a_tap_away(town: Town) -> None:
    """At the next meeting Ahmed stands under the question, and is not entered twice."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    first, second = town.announces(karin), town.announces(karin, title="Höstmöte")
    for meeting in (first, second):
        town.presses(sara, f"come:{meeting.id}:yes")
    town.presses(sara, f"party:{first.id}:add")
    sara.writes("Ahmed Ali")

    town.presses(sara, f"party:{second.id}:add")
    sara.taps("Ahmed Ali")

    sara.sees("Ahmed Ali är anmäld till Höstmöte")
    ids = {registered(town, meeting)["Ahmed Ali"].person_id for meeting in (first, second)}
    assert 1 == len(ids)


def test_nobody_is_registered_after_the_last_day(town: Town) -> None:
    """She is told whom to ask instead."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    comes(sara)
    town.arrives(date(2026, 11, 28), "09:00")

    town.presses(sara, f"party:{meeting.id}:add")

    sara.sees("Anmälan till Dialogträff om kulturplanen stängde", "Kontakta Karin Ek")


OLD = (
    "come:{m}:accept", "come:{m}:pass", "come:{m}:stay", "come:{m}:take", "come:{m}:drop",
    "come:{m}:switch:online", "come:{m}:line:online", "come:{m}:unline", "party:{m}:split",
    "party:{m}:some", "party:{m}:same:999", "party:{m}:new", "party:{m}:way:0-room",
    "party:{m}:stop", "party:{m}:nothing", "ours:999:show", "ours:{r}:skip",
    "hand:999:take", "twin:999:mine:same", "twin:{r}:mine:same",
)  # fmt: skip


def test_no_old_button_is_dead_or_does_anything_f2(town: Town) -> None:
    """Each answers, and everyone stands as before."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    comes(sara)
    brings(sara, "Ahmed Ali")
    before = registered(town, meeting)

    for token in OLD:
        said = sara.place.next_id
        sara.forges(token.format(m=meeting.id, r=before["Ahmed Ali"].id))
        assert sara.place.next_id > said or sara._toasts(), token  # noqa: SLF001 (either will do)

    after = registered(town, meeting)
    assert {name: one.standing for name, one in before.items()} == {
        name: one.standing for name, one in after.items()
    }


def test_old_buttons_of_a_colleague_taken_off_show_who_is_left(town: Town) -> None:
    """Her card is answered with the list."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    comes(sara)
    brings(sara, "Ahmed Ali")
    row = registered(town, meeting)["Ahmed Ali"].id
    town.presses(sara, f"ours:{row}:cancel")

    sara.forges(f"ours:{row}:name")

    sara.sees("Du har inte anmält någon annan")
    town.arrives(date(2026, 12, 5), "11:00")
    sara.forges(f"come:{meeting.id}:cancel:all")
    assert Standing.GOING == registered(town, meeting)["Sara Lind"].standing
