"""Any day and any hour, in any of the styles of invitations, is read back as it was meant."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.invitation import reader
from tests.invitation import styles
from tests.invitation.styles import TODAY

SOON = st.dates(TODAY + timedelta(days=8), TODAY + timedelta(days=360))
MONTHS = {styles.DAYS["den 13 februari"](date(2027, month, 1))[6:] for month in range(1, 13)}
QUARTERS = st.integers(8 * 4, 21 * 4)


def as_time(quarters: int) -> time:
    """Give the hour so many quarters after midnight."""
    return time(quarters // 4, quarters % 4 * 15)


@pytest.mark.parametrize("style", styles.DAYS)
@settings(max_examples=25, deadline=None)
@given(day=SOON)
def test_a_labelled_day_is_read_back(style: str, day: date) -> None:
    """Whatever the style, the day of the meeting is the day that was written."""
    text = f"Dialogträff om kulturplanen\n\nDatum: {styles.DAYS[style](day)}\nTid: kl. 18.00\n"

    read = reader.read(text, TODAY)

    assert (day, False) == (read.day.value, read.day.is_doubt), text


@pytest.mark.parametrize("style", styles.DAYS)
@settings(max_examples=15, deadline=None)
@given(day=SOON)
def test_a_day_in_a_sentence_is_read_back(style: str, day: date) -> None:
    """A sentence serves as well as a label."""
    text = f"Välkommen till årsmöte {styles.DAYS[style](day)} kl. 18.30 i Folkets hus."

    read = reader.read(text, TODAY)

    assert (day, time(18, 30)) == (read.day.value, read.start.value), text


@pytest.mark.parametrize("style", [style for style in styles.DAYS if "vecka" not in style])
@settings(max_examples=15, deadline=None)
@given(day=SOON, ahead=st.integers(1, 7))
def test_a_last_day_is_read_back(style: str, day: date, ahead: int) -> None:
    """The last day to register never becomes the day of the meeting."""
    last = day - timedelta(days=ahead)
    text = (
        f"Nätverksträff för körer\nNär: {styles.DAYS['lördag 13 februari 2027'](day)} kl 18\n"
        f"Anmäl dig senast {styles.DAYS[style](last)} till kor@norr.example.\n"
    )

    read = reader.read(text, TODAY)

    assert (day, last) == (read.day.value, read.deadline.value), text


@pytest.mark.parametrize("style", styles.SPANS)
@settings(max_examples=20, deadline=None)
@given(begins=QUARTERS, lasts=st.integers(2, 8))
def test_hours_are_read_back(style: str, begins: int, lasts: int) -> None:
    """Start and end stay together, whichever dash stands between."""
    start, end = as_time(begins), as_time(begins + lasts)
    text = (
        f"Samråd\n\nTid: torsdag 4 mars 2027, {styles.SPANS[style](start, end)}\nPlats: Ekens hus\n"
    )

    read = reader.read(text, TODAY)

    assert (start, end) == (read.start.value, read.end.value), text


@pytest.mark.parametrize("style", styles.NEAR)
def test_a_day_just_ahead_is_counted_from_today(style: str) -> None:
    """'På lördag' is the coming Saturday, 'i morgon' the day after today."""
    day = TODAY + timedelta(days=1)
    text = f"Hej! Vi ses {styles.NEAR[style](day)} kl 18.30 i Folkets hus för ett planeringsmöte."

    assert day == reader.read(text, TODAY).day.value


@settings(max_examples=60, deadline=None)
@given(day=SOON, at=st.integers(0, 30), letter=st.sampled_from("abdegikmnorstu"))
def test_one_wrong_letter_in_a_month_does_no_harm(day: date, at: int, letter: str) -> None:
    """A misspelt month is read or asked about, and never another month's day in silence."""
    month = styles.DAYS["den 13 februari"](day).split()[-1]
    place = at % len(month)
    misspelt = f"{month[:place]}{letter}{month[place + 1 :]}"
    assume(misspelt not in MONTHS)
    written = f"den {day.day} {misspelt}"

    read = reader.read(f"Årsmöte\nDatum: {written}\nTid: kl 18.00", TODAY)

    assert read.day.is_doubt or read.day.value in (day, None), written
