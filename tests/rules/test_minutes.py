"""Who may read minutes, until when they can be corrected, and how a new version begins."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.records.minutes import Minutes, MinutesStatus
from bot.rules import minutes
from tests.rules.facts import STOCKHOLM, at

NOW = at("2026-12-07 10:00")
DRAFT, OUT, PUBLISHED = MinutesStatus.DRAFT, MinutesStatus.OUT, MinutesStatus.PUBLISHED


def version(number: int = 1, **facts: object) -> Minutes:
    """Give a version with these facts."""
    own = {"id": number, "meeting_id": 7, "version": number, "created_at": NOW, "text": "Hej"}
    return Minutes.model_validate({**own, **facts})


OUT_NOW = version(1, status=OUT, comments_until=at("2026-12-14 23:59"))
FOR_ALL = version(2, status=PUBLISHED, published_at=NOW)


@pytest.mark.parametrize(
    ("expected", "versions", "takes_part"),
    [
        (None, [], True),
        (None, [version(status=DRAFT)], True),
        (OUT_NOW, [OUT_NOW], True),
        (None, [OUT_NOW], False),
        (FOR_ALL, [OUT_NOW, FOR_ALL], False),
        (FOR_ALL, [FOR_ALL, version(3, status=DRAFT)], True),
        (None, [version(status=PUBLISHED, published_at=at("2026-12-07 10:01"))], True),
        (None, [version(status=PUBLISHED)], True),
    ],
)
def test_what_is_out_is_for_those_who_were_there(
    expected: Minutes | None,
    versions: list[Minutes],
    takes_part: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    """What is published is for everyone, from the moment it leaves."""
    assert minutes.readable(versions, NOW, takes_part=takes_part) is expected


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        (True, {"status": OUT, "comments_until": NOW}),
        (False, {"status": OUT, "comments_until": at("2026-12-07 09:59")}),
        (False, {"status": OUT}),
        (False, {"status": PUBLISHED, "comments_until": at("2026-12-14 23:59")}),
    ],
)
def test_comments_are_taken_to_the_last_minute(
    expected: bool,  # noqa: FBT001 (a column of the table)
    facts: dict[str, Any],
) -> None:
    """And only while the minutes are out."""
    assert minutes.takes_comments(version(**facts), NOW) is expected


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        (date(2026, 12, 14), "2026-12-14"),
        (date(2026, 12, 18), "18 december"),
        (None, "i går"),
        (None, "2026-12-07"),
        (None, "2028-01-01"),
        (None, "snart"),
    ],
)
def test_a_last_day_lies_ahead(expected: date | None, written: str) -> None:
    """A day that has been, is today, or lies too far off is asked for again."""
    assert expected == minutes.last_day(written, date(2026, 12, 7))


def test_nobody_has_to_hurry_on_a_red_day() -> None:
    """A suggested day that is red becomes the next that is not."""
    assert [date(2026, 12, 21), date(2026, 12, 28)] == minutes.ready_days(date(2026, 12, 13))
    assert at("2026-12-21 23:59") == minutes.until(date(2026, 12, 21), STOCKHOLM)


def test_a_new_version_begins_with_the_old_words() -> None:
    """It is a draft again, and says nothing yet of what has changed."""
    begun = minutes.next_version(version(2, status=OUT, changes="Stavning", file_id="f"), 5, NOW)

    assert (3, "Hej", "f", "", DRAFT) == (
        begun.version,
        begun.text,
        begun.file_id,
        begun.changes,
        begun.status,
    )


def test_a_text_or_a_file_is_enough_and_words_are_kept_to_a_length() -> None:
    """Blanks are nothing."""
    assert minutes.is_written(version(text=" ", file_id="f"))
    assert not minutes.is_written(version(text=" "))
    assert minutes.fits("å" * 3, 3)
    assert minutes.LONGEST_COMMENT == len(minutes.kept("å" * 3_000))
