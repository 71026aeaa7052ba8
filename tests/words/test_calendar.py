"""Days and clocks stand as people write them, in each language."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.calendar import Words
from bot.words.texts import LANGUAGES

STOCKHOLM = ZoneInfo("Europe/Stockholm")
SATURDAY = date(2027, 2, 13)
SV, EN, FI = (Words(language, STOCKHOLM) for language in ("sv", "en", "fi"))


def spaced(text: str) -> str:
    """Write no-break spaces as tildes, so that a table can show them."""
    return text.replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("expected", "w", "day"),
    [
        ("lördag 13~februari", SV, SATURDAY),
        ("Saturday 13~February", EN, SATURDAY),
        ("lauantai 13.~helmikuuta", FI, SATURDAY),
        ("sunnuntai 14.~helmikuuta", FI, date(2027, 2, 14)),
        ("maanantai 1.~maaliskuuta", FI, date(2027, 3, 1)),
        ("tisdag 29~februari", SV, date(2028, 2, 29)),
        ("torsdag 31~december", SV, date(2026, 12, 31)),
    ],
)
def test_a_day_has_its_weekday_in_small_letters_d12(expected: str, w: Words, day: date) -> None:
    """Swedish and Finnish write days and months small, and a day stays with its month."""
    assert expected == spaced(w.day(day))


@pytest.mark.parametrize(
    ("expected", "w"),
    [
        ("lördag 13~februari 2027 kl.~09.00–14.30", SV),
        ("Saturday 13~February 2027, 09:00–14:30", EN),
        ("lauantai 13.~helmikuuta 2027 klo~9.00–14.30", FI),
    ],
)
def test_a_card_says_year_and_both_hours(expected: str, w: Words) -> None:
    """An en dash without spaces stands between the hours."""
    assert expected == spaced(w.when(SATURDAY, time(9), time(14, 30)))


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        ("lördag 13~februari kl.~10.00", SV.short_when(SATURDAY, time(10), None)),
        ("Saturday 13~February, 10:00", EN.short_when(SATURDAY, time(10), None)),
        ("kl.~00.00", SV.clock(time(0))),
        ("klo~23.59", FI.clock(time(23, 59))),
        ("klo~9.05", FI.clock(time(9, 5))),
        ("09.05", SV.bare_clock(time(9, 5))),
        ("09:05", EN.bare_clock(time(9, 5))),
        ("kl.~10.00–12.00", SV.span(time(10), time(12))),
        ("kl.~10.00", SV.span(time(10), None)),
        ("lördag 13~februari 2027", SV.full_day(SATURDAY)),
    ],
)
def test_clocks_follow_the_language(expected: str, written: str) -> None:
    """A full stop in Swedish and Finnish, a colon in English."""
    assert expected == spaced(written)


@pytest.mark.parametrize(
    ("expected", "moment"),
    [
        ("söndag 25~oktober kl.~02.30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("söndag 25~oktober kl.~02.30", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        ("söndag 28~mars kl.~03.00", datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
        ("fredag 1~januari kl.~00.00", datetime(2026, 12, 31, 23, 0, tzinfo=UTC)),
        ("fredag 5~februari kl.~23.59", datetime(2027, 2, 5, 22, 59, 59, tzinfo=UTC)),
    ],
)
def test_moments_are_told_in_the_networks_own_time_d1(expected: str, moment: datetime) -> None:
    """Rows hold UTC, people read the wall."""
    assert expected == spaced(SV.moment(moment))


@pytest.mark.parametrize(
    ("expected", "today"),
    [
        ("i dag, lördag 13~februari", SATURDAY),
        ("i morgon, lördag 13~februari", date(2027, 2, 12)),
        ("lördag 13~februari", date(2027, 2, 11)),
        ("lördag 13~februari", date(2027, 2, 14)),
    ],
)
def test_a_near_day_is_named_and_dated(expected: str, today: date) -> None:
    """A reminder is read late, so the date stands there too."""
    assert expected == spaced(SV.near_day(SATURDAY, today))


@pytest.mark.parametrize(
    ("expected", "w", "names"),
    [
        ("", SV, []),
        ("Karin", SV, ["Karin"]),
        ("Karin och Bo", SV, ["Karin", "Bo"]),
        ("Karin, Bo och Åsa", SV, ["Karin", "Bo", "Åsa"]),
        ("Karin, Bo and Åsa", EN, ["Karin", "Bo", "Åsa"]),
        ("Karin, Bo ja Åsa", FI, ["Karin", "Bo", "Åsa"]),
        ("&lt;b&gt; &amp; {0} och {1}", SV, ["<b> & {0}", "{1}"]),
    ],
)
def test_a_list_reads_like_a_sentence_f6_f17(expected: str, w: Words, names: list[str]) -> None:
    """Each name is shown as it was typed."""
    assert expected == w.listed(names)


@given(day=st.dates(date(2026, 1, 1), date(2032, 12, 31)), clock=st.times())
def test_no_day_is_half_translated(day: date, clock: time) -> None:
    """No short, numbered or English name slips out in Swedish and Finnish."""
    for language in set(LANGUAGES) - {"en"}:
        written = Words(language, STOCKHOLM).when(day, clock, None)

        assert written == written.lower()
        assert not any(foreign in written for foreign in ("day", "M0", "M1"))
        assert f"{clock:%H.%M}".lstrip("0") in written
