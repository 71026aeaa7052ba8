"""Whom an organiser means."""

from __future__ import annotations

import json

import pytest

from bot.records.registration import Standing
from bot.rules import selection
from bot.rules.selection import Answered, Profile, Selection

FROSO = Profile(
    organisations=frozenset({7}),
    kinds=frozenset({"ideell kultur"}),
    municipalities=frozenset({"Östersund"}),
    groups=frozenset({3}),
    languages=frozenset({"suomi"}),
    answered=Answered.GOING,
    was_present=True,
)


def test_nothing_chosen_is_everyone() -> None:
    """Also those without an association."""
    assert Selection().is_everyone
    assert Selection().covers(Profile())
    assert Selection().covers(FROSO)


@pytest.mark.parametrize(
    ("group", "chosen"),
    [
        (None, Selection()),
        (3, Selection(groups=frozenset({3}))),
        (None, Selection(groups=frozenset({3, 4}))),
        (None, Selection(groups=frozenset({3}), kinds=frozenset({"kommun"}))),
        (None, Selection(organisations=frozenset({3}))),
    ],
)
def test_one_group_alone_is_its_own_affair(group: int | None, chosen: Selection) -> None:
    """Whatever else is chosen makes it a choice of another kind."""
    assert group == chosen.only_group


@pytest.mark.parametrize(
    ("name", "fits", "other"),
    [
        ("organisations", 7, 8),
        ("kinds", "ideell kultur", "kommun"),
        ("municipalities", "Östersund", "Krokom"),
        ("groups", 3, 4),
        ("languages", "suomi", "meänkieli"),
        ("answered", "going", "silent"),
    ],
)
def test_of_one_kind_any_will_do_but_all_kinds_must_fit(
    name: str, fits: str | int, other: str | int
) -> None:
    """Two kinds of associations are both meant; a kind and a municipality must both be so."""
    right, wrong = Selection().toggled(name, fits), Selection().toggled(name, other)

    assert right.covers(FROSO)
    assert not wrong.covers(FROSO)
    assert right.toggled(name, other).covers(FROSO)
    assert right.toggled("kinds", "studieförbund").covers(FROSO) is (name == "kinds")


@pytest.mark.parametrize(
    ("meant", "chosen"),
    [
        (True, Selection()),
        (True, Selection(answered=frozenset({Answered.SILENT, Answered.GOING}))),
        (False, Selection(answered=frozenset({Answered.GOING}))),
        (False, Selection(present_only=True)),
    ],
)
def test_who_has_never_answered_is_meant_unless_an_answer_is_asked_for(
    meant: bool,  # noqa: FBT001 (a column of the table)
    chosen: Selection,
) -> None:
    """One who was at the last meeting has answered once, so presence leaves the silent out."""
    assert meant is chosen.means_the_silent


def test_those_who_were_at_the_last_meeting() -> None:
    """Only those who were noted as present."""
    chosen = Selection().toggled("present_only", "")

    assert chosen.covers(FROSO)
    assert not chosen.covers(Profile())
    assert chosen.toggled("present_only", "").is_everyone


def test_a_choice_is_taken_back_the_same_way() -> None:
    """A second tap undoes the first."""
    assert Selection().toggled("kinds", "kommun").toggled("kinds", "kommun").is_everyone


def test_there_are_only_choices_we_know_g1() -> None:
    """A forged button chooses nothing."""
    with pytest.raises(KeyError):
        Selection().toggled("secrets", "x")
    with pytest.raises(ValueError, match="x"):
        Selection().toggled("groups", "x")


def test_a_selection_is_kept_and_read_back() -> None:
    """In a row, as JSON."""
    chosen = Selection(
        organisations=frozenset({7, 9}),
        kinds=frozenset({"kommun"}),
        answered=frozenset({Answered.SILENT, Answered.WAITING}),
        present_only=True,
    )

    kept = json.loads(json.dumps(chosen.as_facts()))

    assert selection.from_facts(kept) == chosen
    assert Selection().as_facts() == {}


def test_what_is_unknown_in_a_row_is_left_out_f11() -> None:
    """An older version may have written otherwise."""
    facts: dict[str, object] = {"groups": ["x", 3], "answered": ["maybe", "going"], "kinds": "x"}

    chosen = selection.from_facts(facts)

    assert chosen == Selection(groups=frozenset({3}), answered=frozenset({Answered.GOING}))


@pytest.mark.parametrize(
    ("standing", "answer"),
    [
        (None, Answered.SILENT),
        (Standing.GOING, Answered.GOING),
        (Standing.WAITING, Answered.WAITING),
        (Standing.OFFERED, Answered.WAITING),
        (Standing.DECLINED, Answered.DECLINED),
        (Standing.CANCELLED, Answered.DECLINED),
        (Standing.LAPSED, Answered.SILENT),
    ],
)
def test_how_an_answer_counts(standing: Standing | None, answer: Answered) -> None:
    """Who gave a seat back has declined; an offer is not yet a yes, nor a no when it ran out."""
    assert selection.answered(standing) == answer
