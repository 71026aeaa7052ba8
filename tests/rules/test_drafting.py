"""What is asked next while a meeting is composed, and which facts cannot both be true."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.records.meeting import Form, Meeting
from bot.rules import drafting
from tests.rules.facts import AUTUMN, SPRING, STOCKHOLM, at, draft

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


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        (None, {}),
        (None, FILLED),
        (None, {"day": date(2026, 11, 2)}),
        (("day", "in_the_past"), FILLED | {"day": date(2026, 11, 1)}),
        (("day", "in_the_past"), {"day": date(2026, 11, 2), "start": time(9)}),
        (None, {"day": date(2026, 11, 2), "start": time(9, 1)}),
        (("start", "no_such_time"), {"day": SPRING, "start": time(2, 30)}),
        (("end", "no_such_time"), {"day": SPRING, "start": time(1), "end": time(2, 15)}),
        (None, {"day": SPRING, "start": time(3)}),
        (("end", "end_before_start"), FILLED | {"end": time(9)}),
        (("end", "end_before_start"), FILLED | {"end": time(10)}),
        (("closes_on", "after_the_meeting"), FILLED | {"closes_on": date(2026, 12, 6)}),
        (None, FILLED | {"closes_on": date(2026, 12, 5)}),
        (("closes_on", "deadline_passed"), FILLED | {"closes_on": date(2026, 11, 1)}),
        (None, FILLED | {"closes_on": date(2026, 11, 2)}),
        (None, {"closes_on": date(2026, 11, 1)}),
    ],
)
def test_facts_that_cannot_both_be_true_are_found_d2(
    expected: tuple[str, str] | None, facts: dict[str, object]
) -> None:
    """The first fact that cannot be, and why."""
    assert expected == drafting.clash(draft(**facts), NOW, STOCKHOLM)


def test_a_doubled_hour_is_no_clash_d3() -> None:
    """It exists, and is taken for its first pass."""
    given = draft(day=AUTUMN, start=time(2, 30))

    assert drafting.clash(given, at("2026-10-01 09:00"), STOCKHOLM) is None


def test_a_full_card_fits_in_one_message() -> None:
    """The texts of a meeting together leave room for labels in 4,096 units."""
    texts = [one for one in drafting.QUESTIONS if one.kind == "text"]

    assert sum(one.limit for one in texts) <= 3_300
