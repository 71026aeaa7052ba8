"""What is asked next while a meeting is composed, and which facts cannot both be true."""

from __future__ import annotations

from datetime import date, time, timedelta, timezone

import pytest

from bot.records.meeting import Form, Meeting
from bot.rules import drafting
from tests.rules.facts import AUTUMN, at, draft

NOW = at("2026-11-02 09:00")
DOUBT: dict[str, object] = {"reason": "two_candidates", "options": [], "quote": "7–8 mars"}
FILLED: dict[str, object] = {
    "title": "Dialogträff",
    "day": date(2026, 12, 5),
    "start": time(10),
    "end": time(14),
    "form": Form.ROOM,
    "place": "Storsjöteatern",
    "join_url": "",
    "closes_on": date(2026, 11, 27),
    "seats": 20,
    "food": "soppa",
    "accessibility": "",
    "waived": ["agenda"],
}


def asked(meeting: Meeting) -> str | None:
    """Name what is asked next."""
    question = drafting.next_question(meeting)
    return question.name if question else None


def without(*names: str) -> dict[str, object]:
    """Give all facts but these."""
    return FILLED | dict.fromkeys(names)


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        ("title", {}),
        ("day", {"title": "Dialogträff"}),
        ("start", without("start", "end", "form")),
        ("end", without("end", "closes_on")),
        ("form", without("form", "place")),
        ("place", without("place", "seats")),
        ("closes_on", without("closes_on", "seats")),
        ("seats", without("seats", "food")),
        ("food", without("food", "accessibility")),
        ("accessibility", without("accessibility")),
        ("agenda", FILLED | {"waived": []}),
        (None, FILLED),
        # Answered with nothing is answered.
        (None, without("end", "seats") | {"waived": ["end", "seats", "agenda"]}),
        (None, FILLED | {"food": ""}),
        # Only what means something for this form of meeting.
        ("join_url", FILLED | {"form": Form.ONLINE, "join_url": None}),
        ("join_url", FILLED | {"form": Form.HYBRID, "join_url": None}),
        (None, without("place", "food") | {"form": Form.ONLINE}),
        (None, without("join_url")),
        ("place", without("place") | {"form": Form.HYBRID}),
        # After a paste, silence on the lesser facts is an answer.
        (None, without("end", "food", "accessibility") | {"source": "…", "waived": []}),
        ("seats", without("seats") | {"source": "…"}),
        # What is in doubt comes first.
        ("closes_on", without("title") | {"doubts": {"closes_on": DOUBT}}),
        ("day", FILLED | {"doubts": {"closes_on": DOUBT, "day": DOUBT}}),
        ("moderator", FILLED | {"doubts": {"moderator": DOUBT}}),
        # A doubt about what no longer matters is nobody's question.
        (None, FILLED | {"form": Form.ONLINE, "doubts": {"place": DOUBT}}),
    ],
)
def test_the_draft_is_the_state_of_the_conversation(
    expected: str | None, facts: dict[str, object]
) -> None:
    """Doubts first, then the first fact that matters and is not answered."""
    assert expected == asked(draft(**facts))


@pytest.mark.parametrize("start", ["", "Pasted"])
@pytest.mark.parametrize("form", Form)
def test_every_conversation_comes_to_an_end(start: str, form: Form) -> None:
    """Answering what is asked, or waiving it, leads to a full card."""
    given = draft(source=start or None, doubts={"title": DOUBT, "hosts": DOUBT})
    order: list[str] = []
    while question := drafting.next_question(given):
        order.append(question.name)
        if question.is_needed:
            drafting.fill(given, question.name, form if question.name == "form" else "svar")
        else:
            drafting.waive(given, question.name)

    assert order[:2] == ["title", "hosts"]
    assert len(order) == len(set(order))
    assert not given.doubts


def test_what_is_left_is_what_would_be_asked() -> None:
    """The card counts the questions ahead, and the draft is as it was."""
    given = draft(**without("place", "seats", "food"), doubts={"day": DOUBT})

    assert ["day", "place", "seats", "food"] == drafting.left(given)
    assert ({"day": DOUBT}, FILLED.get("waived", [])) == (given.doubts, given.waived)


@pytest.mark.parametrize(
    ("name", "value", "waived"),
    [("food", "", []), ("seats", None, ["seats"]), ("end", None, ["end"])],
)
def test_nothing_is_an_answer(name: str, value: object, waived: list[str]) -> None:
    """A text becomes empty, the rest is noted as waived; the doubt goes, and twice is as once."""
    given = draft(seats=5, end=time(14), food="soppa", doubts={name: DOUBT})

    drafting.waive(given, name)
    drafting.waive(given, name)

    assert value == getattr(given, name)
    assert waived == given.waived
    assert not given.doubts


def test_an_agenda_can_be_waived_although_its_points_have_rows_of_their_own() -> None:
    """The draft only notes that it has been answered."""
    given = draft()

    drafting.waive(given, "agenda")

    assert ["agenda"] == given.waived
    assert not drafting.is_known(given, "agenda")


def test_an_answer_undoes_nothing() -> None:
    """Who said "no limit" and then a number has a number."""
    given = draft(doubts={"seats": DOUBT, "day": DOUBT})
    drafting.waive(given, "seats")

    drafting.fill(given, "seats", 30)

    assert 30 == given.seats
    assert [] == given.waived
    assert {"day": DOUBT} == given.doubts


@pytest.mark.parametrize("name", [*drafting.RARE, "text_fi"])
def test_a_rare_fact_is_asked_of_nobody(name: str) -> None:
    """It is there for those who look for it."""
    assert drafting.is_choice(name)
    assert drafting.question(name) is not None
    assert name not in {*drafting.WHEN_PASTED, *drafting.WHEN_COMPOSED}


@pytest.mark.parametrize("name", ["", "text_", "text_f", "text_FI", "text_fi:x", "titel", "id"])
def test_what_is_no_fact_has_no_question(name: str) -> None:
    """A token that we never wrote leads nowhere."""
    assert drafting.question(name) is None
    assert not drafting.is_choice(name)


@pytest.mark.parametrize(
    ("is_relevant", "name", "facts"),
    [
        (True, "online_seats", {"form": Form.HYBRID}),
        (False, "online_seats", {"form": Form.ROOM}),
        (True, "closes_clock", {"closes_on": date(2026, 11, 27)}),
        (False, "closes_clock", {}),
        (False, "changes_clock", {"closes_on": date(2026, 11, 27)}),
        (True, "changes_clock", {"changes_on": date(2026, 11, 27)}),
        (True, "per_party", {}),
    ],
)
def test_a_rare_fact_matters_where_it_means_something(
    is_relevant: bool,  # noqa: FBT001 - a table
    name: str,
    facts: dict[str, object],
) -> None:
    """Online seats where one can be online, an hour where there is a day."""
    assert is_relevant == drafting.is_relevant(draft(**facts), name)


def test_a_day_chosen_anew_means_the_whole_of_it() -> None:
    """Its hour is forgotten, whether there is a new day or none."""
    given = draft(closes_on=date(2026, 11, 27), closes_clock=time(12))
    given.changes_on, given.changes_clock = date(2026, 11, 28), time(12)

    drafting.fill(given, "closes_on", date(2026, 11, 26))
    drafting.waive(given, "changes_on")

    kept = [getattr(given, name) for name in ("closes_clock", "changes_on", "changes_clock")]
    assert [None, None, None] == kept


@pytest.mark.parametrize(
    ("point", "given"),
    [((None, None), "Teaterverkstaden"), ((63.18, 14.64), "Gamla Teatern")],
)
def test_the_point_on_the_map_goes_with_its_place(
    point: tuple[float | None, float | None], given: str
) -> None:
    """Another place has none yet; the same one, written again, keeps it."""
    one = draft(place="Gamla Teatern", latitude=63.18, longitude=14.64)

    drafting.fill(one, "place", given)

    assert point == (one.latitude, one.longitude)


def test_an_hour_shown_twice_keeps_which_it_is_d3() -> None:
    """A clock with an offset is written as clock and offset; one without has none."""
    given = draft(day=AUTUMN)
    east = timezone(timedelta(hours=1))

    drafting.fill(given, "start", time(2, 30, tzinfo=east))
    drafting.fill(given, "end", time(14))

    assert (time(2, 30), 60) == (given.start, given.start_offset)
    assert (time(14), None) == (given.end, given.end_offset)


def test_a_text_in_another_language_is_one_fact_of_many() -> None:
    """It is read where that language is, and else the usual text stands."""
    given = draft(about="Om planen.")
    drafting.fill(given, "text_fi", "Suunnitelmasta.")
    drafting.fill(given, "text_en", "About the plan.")
    drafting.waive(given, "text_en")

    assert {"fi": "Suunnitelmasta."} == given.texts
    assert "Suunnitelmasta." == drafting.value(given, "text_fi")
    assert drafting.value(given, "text_en") is None
    assert "Suunnitelmasta." == drafting.told_in(given, ["fit", "fi"])
    assert "Om planen." == drafting.told_in(given, ["en"])
    assert "" == drafting.told_in(draft(), ["sv"])


def test_a_full_card_fits_in_one_message() -> None:
    """The texts of a meeting together leave room for labels in 4,096 units."""
    texts = [one for one in drafting.QUESTIONS if one.kind == "text"]

    assert sum(one.limit for one in texts) <= 3_300
