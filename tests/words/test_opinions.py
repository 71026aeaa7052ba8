"""What is told of the answers afterwards shows nobody: text and picture say the same."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.records.meeting import Meeting
from bot.words.calendar import Words
from bot.words.views import opinions
from bot.words.views.opinions import Opinions

W = Words("sv", ZoneInfo("Europe/Stockholm"))
NOW = datetime(2026, 11, 2, tzinfo=UTC)
MEETING = Meeting(id=1, title="Träff", secret="s", created_by=1, created_at=NOW)


def test_the_picture_holds_both_questions_and_the_text_says_the_same() -> None:
    """Each question stands above its answers, and what nobody said is told as well."""
    given = Opinions(5, {"great": 4, "poor": 1}, {"yes": 5}, [])

    drawn = opinions.drawing(W, MEETING, given)
    text = opinions.picture(W, MEETING, given).text

    asked = ((0, "Hur var mötet för dig?"), (4, "Fick du säga det du ville?"))
    assert asked == drawn.headings
    assert ["4", "0", "0", "1", "5", "0", "0"] == [words for *_, words in drawn.rows]
    assert all(f"{label}: {n}" in text for label, n, _, _ in drawn.rows)
    assert all(question in text for _, question in drawn.headings)
    assert drawn.subtitle in text


def test_a_question_that_few_went_on_to_is_not_shown_yet() -> None:
    """Five said how it was, but only four whether they were heard: that waits for the fifth."""
    given = Opinions(5, {"great": 5}, {"yes": 3, "no": 1}, [])

    text = opinions.picture(W, MEETING, given).text

    assert "Mycket bra: 5" in text
    assert "Ja: 3" not in text
    assert ((0, "Hur var mötet för dig?"),) == opinions.drawing(W, MEETING, given).headings
