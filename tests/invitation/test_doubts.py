"""What the reader asks about instead of guessing, and what it dares to infer."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.invitation import reader
from bot.invitation.invitation import Certainty, Finding, Reason

MONDAY = date(2027, 2, 1)


def day_of(words: str) -> Finding[date]:
    """Read the day of an annual meeting."""
    return reader.read(f"Årsmöte\nDatum: {words}\nTid: kl. 18.00", MONDAY).day


@pytest.mark.parametrize(
    ("words", "reason", "options"),
    [
        ("onsdag 4 mars", Reason.WEEKDAY_DISAGREES, (date(2027, 3, 4), date(2027, 3, 3))),
        ("onsdag 4 mars 2027", Reason.WEEKDAY_DISAGREES, (date(2027, 3, 4), date(2027, 3, 3))),
        ("31 juni", Reason.NO_SUCH_DATE, (date(2027, 6, 30), date(2027, 7, 1))),
        ("29 februari", Reason.NO_SUCH_DATE, (date(2027, 2, 28), date(2027, 3, 1))),
        ("4 mars 2026", Reason.IN_THE_PAST, (date(2026, 3, 4),)),
        ("nästa torsdag", Reason.TWO_CANDIDATES, (date(2027, 2, 11), date(2027, 2, 4))),
        ("den 5 aars", Reason.MISSPELT, (date(2027, 3, 5),)),
    ],
)
def test_a_day_that_cannot_be_is_asked_about(
    words: str, reason: Reason, options: tuple[date, ...]
) -> None:
    """The likeliest reading comes first among the buttons."""
    finding = day_of(words)

    assert (Certainty.DOUBT, reason, options) == (
        finding.certainty,
        finding.reason,
        finding.options,
    )


def test_a_week_without_a_weekday_gives_seven_buttons() -> None:
    """'V. 11' alone is any of its days."""
    finding = day_of("v. 11")

    assert (Reason.WEEK_WITHOUT_DAY, None, 7) == (
        finding.reason,
        finding.value,
        len(finding.options),
    )


def test_an_old_invitation_shows_the_day_its_weekday_fits() -> None:
    """On the tenth of January 'torsdag 7 januari' was the seventh just gone."""
    read = reader.read("Årsmöte\nDatum: torsdag 7 januari\nTid: 18.00", date(2027, 1, 10))

    assert (True, date(2027, 1, 7)) == (read.day.is_doubt, read.day.value)


def test_a_year_that_is_left_out_is_the_next_one() -> None:
    """A day without a year is the next such day, and said to be inferred."""
    finding = day_of("13 januari")

    assert (date(2028, 1, 13), Reason.YEAR_INFERRED) == (finding.value, finding.reason)


def test_a_day_of_the_month_alone_is_found_by_its_weekday() -> None:
    """'Lördagen den 13:e' is the next thirteenth that is a Saturday."""
    assert date(2027, 2, 13) == day_of("Lördagen den 13:e").value


def test_two_days_given_as_plainly_are_asked_about() -> None:
    """The heading and the label must agree."""
    read = reader.read(
        "Föreningsträff 10 mars\n\nDatum: 11 mars\nTid: kl. 18.00\nPlats: Folkets hus", MONDAY
    )

    assert (date(2027, 3, 11), date(2027, 3, 10)) == read.day.options


def test_a_last_day_after_the_meeting_is_asked_about() -> None:
    """Somebody wrote the wrong month."""
    read = reader.read("Årsmöte 4 mars 2027 kl 18. Anmäl dig senast 24 mars 2027.", MONDAY)

    assert Reason.AFTER_THE_MEETING is read.deadline.reason


def test_a_last_day_already_past_is_asked_about() -> None:
    """An invitation pasted late."""
    read = reader.read("Årsmöte 4 mars 2027 kl 18. Anmäl dig senast 20 januari.", MONDAY)

    assert (date(2027, 1, 20), Reason.IN_THE_PAST) == (read.deadline.value, read.deadline.reason)


def test_a_last_day_that_may_be_two_is_asked_about() -> None:
    """The week before may end seven days before the meeting, or on its Friday."""
    read = reader.read("Årsmöte torsdag 4 mars kl 18. Anmäl dig senast veckan före.", MONDAY)

    assert (date(2027, 2, 25), date(2027, 2, 26)) == read.deadline.options


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("före den 26 februari", date(2027, 2, 25)),
        ("innan 26 februari", date(2027, 2, 25)),
        ("senast en vecka före", date(2027, 2, 25)),
        ("senast 3 dagar innan", date(2027, 3, 1)),
        ("senast fem arbetsdagar före mötet", date(2027, 2, 25)),
        ("senast dagen innan", date(2027, 3, 3)),
        ("senast måndagen innan", date(2027, 3, 1)),
        ("till och med 26 februari", date(2027, 2, 26)),
        ("senast 26/2", date(2027, 2, 26)),
        ("till den 26 februari", date(2027, 2, 26)),
        ("senast i morgon", date(2027, 2, 2)),
        ("senast på fredag", date(2027, 2, 5)),
    ],
)
def test_a_last_day_may_be_counted(words: str, day: date) -> None:
    """From the meeting or from today."""
    read = reader.read(f"Årsmöte torsdag 4 mars kl 18. Anmäl dig {words}.", MONDAY)

    assert (date(2027, 3, 4), day, True) == (
        read.day.value,
        read.deadline.value,
        read.deadline.is_sure,
    )


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("OSA 26/2 till a@b.example", date(2027, 2, 26)),
        ("Sista anmälningsdag: 26 februari", date(2027, 2, 26)),
        ("Sista dag för anmälan är fredag den 26 februari.", date(2027, 2, 26)),
        ("Anmälan är öppen till och med 26 februari.", date(2027, 2, 26)),
        ("Please register by 26 February.", date(2027, 2, 26)),
        ("Ilmoittaudu viimeistään 26.2. osoitteeseen a@b.example", date(2027, 2, 26)),
        ("Ilmoittautuminen 26. helmikuuta mennessä.", date(2027, 2, 26)),
        ("Vi vill ha ditt svar senast 26 februari.", date(2027, 2, 26)),
    ],
)
def test_a_last_day_is_heard_however_it_is_said(words: str, day: date) -> None:
    """Organisers have many words for it."""
    read = reader.read(f"Möte torsdag 4 mars 2027 kl 18.\n{words}", MONDAY)

    assert (date(2027, 3, 4), day) == (read.day.value, read.deadline.value)


@pytest.mark.parametrize(
    "words",
    [
        "Motioner ska vara inne senast 15 februari.",
        "Nomineringar lämnas senast 15 februari till valberedningen.",
        "Boka hotell senast 15 februari.",
        "Behöver du tolk? Hör av dig senast 15 februari.",
        "Avanmälan görs senast 15 februari.",
        "Synpunkter på dagordningen lämnas senast 15 februari.",
    ],
)
def test_last_days_for_other_matters_are_kept_apart(words: str) -> None:
    """A motion's last day never closes the registration."""
    read = reader.read(f"Årsmöte torsdag 4 mars kl 18.\n\n{words}\n", MONDAY)
    others = read.other_deadlines.value or ()

    assert read.deadline.value is None
    assert [date(2027, 2, 15)] == [one.day.value for one in others]
    assert all(one.what in words for one in others)


@pytest.mark.parametrize(
    "words",
    [
        "Styrelsen beslutade den 25 januari 2027 om nya regler.",
        "Publicerad: 2027-01-20",
        "Kulturtinget hålls sedan den 8 oktober.",
        "Reglerna gäller från den 1 april.",
    ],
)
def test_days_of_history_do_not_disturb(words: str) -> None:
    """Other days of the text leave the meeting's day alone."""
    read = reader.read(f"Dialogmöte\n\nTid: torsdag 4 mars kl. 18–20\n\n{words}\n", MONDAY)

    assert (date(2027, 3, 4), False) == (read.day.value, read.day.is_doubt)


def test_an_hour_that_does_not_exist_is_asked_about() -> None:
    """The day has twenty-four hours."""
    assert Reason.NO_SUCH_TIME is reader.read("Årsmöte 4 mars kl. 25.00", MONDAY).start.reason


def test_an_end_before_the_start_is_asked_about() -> None:
    """Somebody swapped them, or meant the next day."""
    read = reader.read("Årsmöte 4 mars kl. 18.00–16.00 i Folkets hus", MONDAY)

    assert Reason.END_BEFORE_START is read.end.reason


@pytest.mark.parametrize(
    ("words", "start", "is_doubt"),
    [
        ("kl 7", time(19), True),
        ("kl 7 på morgonen", time(7), False),
        ("kl 7 på kvällen", time(19), False),
        ("halv sju", time(18, 30), False),
        ("kl 07", time(7), False),
        ("kl 7.30", time(7, 30), False),
    ],
)
def test_a_bare_seven_may_be_morning_or_evening(
    words: str,
    start: time,
    is_doubt: bool,  # noqa: FBT001 - a table's column
) -> None:
    """Unless something tells which half of the day is meant, ask."""
    read = reader.read(f"Vi ses torsdag 4 mars {words} för ett planeringsmöte.", MONDAY)

    assert (start, is_doubt) == (read.start.value, read.start.is_doubt)


def test_several_occasions_are_several_meetings() -> None:
    """Each keeps its own hour and room."""
    read = reader.read(
        "Dialogmöten om kulturplanen\n\n"
        "• Torsdag 4 mars kl. 18–20, Folkets hus i Alby\n"
        "• Tisdag 9 mars kl. 13–15, Biblioteket i Berga\n"
        "• Onsdag 17 mars kl. 18–20, digitalt via Teams\n",
        MONDAY,
    )

    assert [
        (date(2027, 3, 4), time(18), "Folkets hus i Alby"),
        (date(2027, 3, 9), time(13), "Biblioteket i Berga"),
        (date(2027, 3, 17), time(18), None),
    ] == [(one.day.value, one.start.value, one.place.value) for one in read.occasions]
    assert (date(2027, 3, 4), True) == (read.day.value, read.online.value)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("12–13 maj", date(2027, 5, 13)),
        ("12 och 13 maj", date(2027, 5, 13)),
        ("lördag–söndag 30–31 oktober", date(2027, 10, 31)),
        ("30 april–2 maj 2027", date(2027, 5, 2)),
    ],
)
def test_days_in_a_row_are_one_meeting(words: str, last: date) -> None:
    """A conference of two days is no pair of occasions."""
    read = reader.read(f"Kulturkonferens\nDatum: {words}\nPlats: Folkets hus", MONDAY)

    assert (last, ()) == (read.last_day.value, read.occasions)


def test_days_apart_are_several_meetings() -> None:
    """'4, 11 och 18 mars' are three evenings."""
    read = reader.read("Studiecirkel\nDatum: 4, 11 och 18 mars\nTid: 18–20", MONDAY)

    assert [4, 11, 18] == [one.day.value.day for one in read.occasions if one.day.value]
