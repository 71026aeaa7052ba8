"""A read invitation fills a draft: what is sure is written, what is in doubt is kept to ask."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.invitation import invitation as found
from bot.invitation.invitation import Certainty, Finding, Invitation, Item, Occasion, Reason
from bot.records.meeting import Form, Meeting
from bot.rules import drafting, lengths, reading
from tests.rules.facts import draft

TEXT = "Välkomna till dialogträff lördag 5 december kl. 10–14 i Storsjöteatern eller på torget."


def filled(text: str = TEXT, **findings: object) -> Meeting:
    """Fill an empty draft from what was found."""
    given = draft()
    reading.fill(given, Invitation(**findings), text)  # type: ignore[arg-type] # by name
    return given


def sure(value: object) -> Finding[object]:
    """Give a value that the text says outright."""
    return found.found(value, None)


def test_what_is_sure_is_written() -> None:
    """Found or inferred, each fact lands in its own place."""
    given = filled(
        title=sure("Dialogträff"),
        organisers=sure(("Region Norr", "Kören")),
        day=found.inferred(date(2026, 12, 5), None, Reason.YEAR_INFERRED),
        start=sure(time(10)),
        end=sure(time(14)),
        doors=sure(time(9, 30)),
        place=sure("Storsjöteatern,\nRådhusgatan 48"),
        deadline=sure(date(2026, 11, 27)),
        seats=sure(40),
        food=sure("soppa"),
        contact_name=sure("Karin Ek"),
        contact_phone=sure("070-174 06 05"),
    )

    assert ("Dialogträff", "Region Norr · Kören", TEXT) == (given.title, given.hosts, given.source)
    assert (date(2026, 12, 5), time(10), time(14)) == (given.day, given.start, given.end)
    assert ("09.30", "Storsjöteatern, Rådhusgatan 48") == (given.doors, given.place)
    assert (date(2026, 11, 27), 40, "soppa") == (given.closes_on, given.seats, given.food)
    assert "Karin Ek, 070-174 06 05" == given.contact
    assert {} == given.doubts
    assert drafting.next_question(given) is None


def test_what_the_text_is_silent_about_is_asked_or_let_be() -> None:
    """Title, day and place are asked for; food and moderator were answered by silence."""
    given = filled("")

    assert (None, None, None, None) == (given.title, given.day, given.form, given.closes_on)
    assert ("", "", "", "", "") == (
        given.food,
        given.moderator,
        given.hosts,
        given.contact,
        given.about,
    )
    assert ["end"] == given.waived


def test_what_is_in_doubt_is_not_written_but_kept_to_ask() -> None:
    """The question quotes the organiser's own words and offers the readings."""
    at = (TEXT.index("lördag"), TEXT.index(" kl."))
    days = (date(2026, 12, 5), date(2027, 12, 5))
    given = filled(
        day=found.doubtful(days, at, Reason.TWO_CANDIDATES),
        start=Finding(time(7), Certainty.DOUBT, None, (time(7), time(19))),
        end=found.doubtful((), None, Reason.NO_SUCH_TIME),
    )

    assert (None, None, None) == (given.day, given.start, given.end)
    assert {
        "day": {
            "reason": "two_candidates",
            "options": ["2026-12-05", "2027-12-05"],
            "quote": "lördag 5 december",
        },
        "start": {"reason": "", "options": ["07:00:00", "19:00:00"], "quote": ""},
        "end": {"reason": "no_such_time", "options": [], "quote": ""},
    } == given.doubts
    assert [] == given.waived


def test_the_rarer_facts_are_taken_where_the_text_says_them() -> None:
    """Limits and the last day for interpreters are written; a doubt about one is let be."""
    given = filled(
        limit_per_association=sure(2),
        online_seats=sure(0),
        needs_deadline=found.doubtful((date(2026, 1, 1),), None, Reason.IN_THE_PAST),
    )

    assert (2, None, None) == (given.per_party, given.online_seats, given.needs_on)
    assert {} == given.doubts
    assert date(2026, 11, 14) == filled(needs_deadline=sure(date(2026, 11, 14))).needs_on


@pytest.mark.parametrize(
    ("expected", "findings"),
    [
        (None, {}),
        (Form.ROOM, {"place": sure("Torget")}),
        (Form.ROOM, {"place": found.doubtful(("Torget", "Teatern"), None, Reason.TWO_CANDIDATES)}),
        (Form.ONLINE, {"online": sure(value=True)}),
        (Form.HYBRID, {"online": sure(value=True), "place": sure("Torget")}),
        (Form.HYBRID, {"hybrid": sure(value=True)}),
        (None, {"online": found.doubtful((True,), None, Reason.TWO_CANDIDATES)}),
    ],
)
def test_the_form_follows_from_place_and_link(
    expected: Form | None, findings: dict[str, Finding[object]]
) -> None:
    """A place makes a room, a link makes it online, both make a hybrid."""
    assert expected == filled(TEXT, **findings).form


def test_what_is_read_is_no_longer_than_what_may_be_written() -> None:
    """Hosts, contact and the rest are cut to the same lengths as answers."""
    long = "Ö" * 1_000
    given = filled(
        title=sure(long),
        organisers=sure((long, long)),
        place=sure(long),
        contact_name=sure(long),
        contact_email=sure("karin@example.se"),
        moderator=sure("😀" * 200),
    )

    for name in ("title", "hosts", "place", "contact", "moderator"):
        assert lengths.units(getattr(given, name)) <= drafting.BY_NAME[name].limit
    assert given.title == "Ö" * 149 + "…"


def test_a_quote_is_a_quote_and_not_the_whole_text() -> None:
    """At most 120 characters of the organiser's own words."""
    given = filled("ja " * 300, title=found.doubtful((), (0, 900), Reason.NOT_UNDERSTOOD))

    assert 120 == len(str(given.doubts["title"]["quote"]))


def test_the_agenda_becomes_rows_in_order() -> None:
    """Sub-points stand right under their point."""
    agenda = (
        Item("Välkomna", time(10), "Ordföranden"),
        Item("Samtal", children=(Item("Förutsättningar"), Item("Tid"))),
        Item("Kaffe", time(12), is_break=True),
    )

    points = reading.points(Invitation(agenda=agenda), 7)

    assert [
        (0, 0, "Välkomna", time(10), "Ordföranden", False),
        (1, 0, "Samtal", None, "", False),
        (2, 1, "Förutsättningar", None, "", False),
        (3, 1, "Tid", None, "", False),
        (4, 0, "Kaffe", time(12), "", True),
    ] == [(p.position, p.depth, p.title, p.at, p.speaker, p.is_break) for p in points]
    assert {7} == {point.meeting_id for point in points}


def test_a_plain_list_becomes_a_point_on_each_line() -> None:
    """Blank lines are no points."""
    points = reading.plain_points(" Välkomna \n\n  Kaffe  och te\n" + "x" * 400, 7)

    assert ["Välkomna", "Kaffe och te", "x" * 300] == [point.title for point in points]
    assert [0, 1, 2] == [point.position for point in points]


def test_several_occasions_become_several_invitations() -> None:
    """Each has its own day, and what it is silent about is as in the whole text."""
    nowhere: Finding[str] = found.absent()
    first = Occasion(sure_day(5), found.found(time(10), None), Finding(), nowhere)
    second = Occasion(sure_day(12), Finding(), found.doubtful((), None, Reason.NO_SUCH_TIME), HALL)
    read = Invitation(
        start=found.found(time(18), None),
        end=found.found(time(20), None),
        place=found.found("Torget", None),
        occasions=(first, second),
    )

    one, two = reading.occasions(read)

    assert (date(2026, 12, 5), time(10), time(20), "Torget") == (
        one.day.value,
        one.start.value,
        one.end.value,
        one.place.value,
    )
    assert (date(2026, 12, 12), time(18), "Teatern") == (
        two.day.value,
        two.start.value,
        two.place.value,
    )
    assert two.end.is_doubt
    assert () == one.occasions == two.occasions


def test_a_single_occasion_is_the_invitation_itself() -> None:
    """There is nothing to divide."""
    read = Invitation()

    assert [read] == reading.occasions(read)


HALL = found.found("Teatern", None)


def sure_day(day: int) -> Finding[date]:
    """Give a day of December 2026."""
    return found.found(date(2026, 12, day), None)
