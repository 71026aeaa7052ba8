"""Who speaks for whom, and who may be the same person twice."""

from __future__ import annotations

import pytest

from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import party
from tests.rules.facts import answer, person

SARA, AHMED, KARIN = 20, 30, 40
HAND: dict[str, object] = {"id": AHMED, "telegram_id": None, "name": "Ahmed Ali"}
OWN: dict[str, object] = {"id": 50, "telegram_id": 2**33, "name": "Ahmed Ali"}


def test_a_question_about_oneself_and_one_about_a_colleague() -> None:
    """The token says whose answer it is, and the name how to ask."""
    hers = party.colleague(answer(id=5), "Ahmed Ali")

    assert "come:7:food" == str(party.oneself(7).asked("food"))
    assert "ours:5:food" == str(hers.asked("food"))
    assert ("", "Ahmed Ali") == (party.oneself(7).name, hers.name)


@pytest.mark.parametrize(
    ("expected", "who", "by"),
    [
        (50, person(**OWN), SARA),
        (SARA, person(**HAND, entered_by=KARIN), SARA),
        (KARIN, person(**HAND, entered_by=KARIN), None),
        (None, person(**HAND), None),
    ],
)
def test_whoever_has_a_telephone_speaks_for_herself(
    expected: int | None, who: Person, by: int | None
) -> None:
    """For the others the one who registered them does, else the one who entered them."""
    assert expected == party.speaker_id(answer(person_id=who.id, registered_by=by), who)


@pytest.mark.parametrize(
    ("expected", "who"), [(True, AHMED), (True, SARA), (True, KARIN), (False, 77)]
)
def test_only_those_who_brought_someone_may_speak_for_her(
    expected: bool,  # noqa: FBT001 - a table's column
    who: int,
) -> None:
    """She herself, who registered her and who entered her."""
    ahmed = person(**HAND, entered_by=KARIN)

    assert expected is party.may_speak(person(id=who), answer(registered_by=SARA), ahmed)


@pytest.mark.parametrize(
    ("expected", "hand", "other"),
    [
        (True, {}, {}),
        (True, {"name": "ahmed  ALI"}, {}),
        (True, {"organisation_id": None}, {}),
        (False, {"organisation_id": 8}, {}),
        (False, {"name": "Ahmed Alm"}, {}),
        (False, {"telegram_id": 7}, {}),
        (False, {}, {"telegram_id": None}),
    ],
)
def test_a_double_has_the_same_name_and_no_other_association_e13(
    expected: bool,  # noqa: FBT001 - a table's column
    hand: dict[str, object],
    other: dict[str, object],
) -> None:
    """One is entered by hand, the other has a telephone; spaces and capitals do not matter."""
    assert expected is party.may_be_double(person(**HAND | hand), person(**OWN | other))


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (True, answer(Standing.GOING), answer(Standing.WAITING)),
        (True, answer(Standing.OFFERED), answer(Standing.WAITING)),
        (True, answer(Standing.WAITING), answer(Standing.DECLINED)),
        (False, answer(Standing.GOING), answer(Standing.GOING)),
        (False, answer(Standing.WAITING), answer(Standing.GOING)),
        (True, answer(Standing.WAITING, line=2), answer(Standing.WAITING, line=3)),
        (False, answer(Standing.WAITING, line=3), answer(Standing.WAITING, line=2)),
    ],
)
def test_of_two_places_the_better_is_kept_e13(
    expected: bool,  # noqa: FBT001 - a table's column
    one: Registration,
    other: Registration,
) -> None:
    """A seat is worth more than an offer, an offer more than a place in line."""
    assert expected is party.is_better(one, other)
