"""The reader against the project's invitations with right answers, some never tuned to."""

from __future__ import annotations

import pytest

from tests.invitation import scoring

NEVER_ANNOUNCED_WRONG = ("date", "start", "end", "deadline")


def test_invitations_written_before_the_rules_are_read_as_well_as_others() -> None:
    """Nothing is tuned to these fifteen, so they tell how strangers' invitations fare."""
    score = scoring.score(scoring.WRITTEN_FIRST)

    assert score.f1 >= 0.98, score.wrong


def test_invitations_the_rules_were_written_for_are_read_well() -> None:
    """What was once read stays read."""
    score = scoring.score(scoring.WRITTEN_LATER)

    assert score.f1 >= 0.98, score.wrong


def test_invitations_of_many_kinds_are_read_well() -> None:
    """Mails, flyers, tables, chats, letters and pages in Swedish, English, Finnish and Sámi."""
    score = scoring.score(scoring.WRITTEN_BLIND)

    assert score.f1 >= 0.975, score.wrong


@pytest.mark.parametrize("number", scoring.EVERY)
def test_day_hours_and_last_day_are_right_or_asked_about(number: int) -> None:
    """A wrong day is worse than a question."""
    answer, reading = scoring.answer_of(number), scoring.reading_of(number)
    doubts = reading["doubts"]
    assert isinstance(doubts, list)
    asked = {doubt["field"] for doubt in doubts}
    accepted = answer["accept"]
    assert isinstance(accepted, dict)

    wrong = [
        (field, answer[field], reading[field])
        for field in NEVER_ANNOUNCED_WRONG
        if field not in asked and reading[field] not in (answer[field], *accepted.get(field, []))
    ]

    assert wrong == []
