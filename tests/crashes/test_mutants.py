"""The replay finds a bot that is broken; without this it would prove nothing."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import pytest

from tests.crashes import mutants, plays
from tests.crashes.building import in_a_town
from tests.crashes.endings import Look, Said, same_chat
from tests.crashes.fate import Fate
from tests.crashes.mortal import MortalTown
from tests.crashes.mutants import Break
from tests.crashes.sweep import Deaths, every, named, sweep
from tests.town import Town

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the matrix forks its process")

BROKEN = [
    (mutants.marks_sent_before_sending, every),
    (mutants.finds_nothing_again, every),
    (mutants.posts_to_groups_again, named("after sendMessage arrived")),
    (mutants.confirms_before_keeping, every),
    (mutants.forgets_what_it_has_kept, named("after a commit")),
    (mutants.notes_and_acts_apart, named(mutants.UNDUE)),
    (mutants.acts_and_tells_apart, named(mutants.UNDUE)),
    (mutants.knows_no_keys, named(mutants.UNDUE)),
]


@pytest.mark.parametrize(("harm", "at"), BROKEN, ids=[harm.__name__ for harm, _ in BROKEN])
def test_a_broken_bot_is_found_out_a1_a2_a3_a4_a5_a6(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    harm: Break,
    at: Callable[[Sequence[str]], Collection[int]],
) -> None:
    """Each mutant plays the story well as long as it lives, and is caught by some death."""
    harm(monkeypatch)

    matrix = sweep(
        "one seat", in_a_town(plays.one_seat), tmp_path, Deaths(at, stop_at_failure=True)
    )

    print(f"{harm.__name__}: {matrix.failed[:1]}")  # noqa: T201  (pytest shows it with -s)
    assert matrix.failed


def test_a6_keys_make_up_for_a_cursor_that_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even with the cursor in another commit nobody is invited twice, since keys are unique."""
    mutants.keeps_the_cursor_apart(monkeypatch)
    steps = [False]

    def at_the_wrong_commit(_step: int) -> bool:
        is_there = town.fate.steps[-1].endswith(mutants.UNDUE) and not steps[0]
        steps[0] |= is_there
        return is_there

    town = _town(tmp_path, Fate(at_the_wrong_commit))
    _invites(town)

    assert steps[0]
    assert 1 == _most_copies(town)
    town.puts_out()


def _town(folder: Path, fate: Fate) -> MortalTown:
    (folder / "first life").mkdir()
    return MortalTown(folder / "first life", fate, looks=False)


def _invites(town: Town) -> None:
    town.member("Sara Lind")
    town.announces(town.organiser())


def _most_copies(town: Town) -> int:
    """How often the same words of the bot stand in the same chat, where that is most."""
    said = Counter(
        (change.chat_id, change.message.text)
        for change in town.telegram.changes.all
        if change.kind == "message" and change.message and change.message.from_bot
    )
    return max(said.values())


def _four_deaths(tmp_path: Path) -> int:
    """Die each time a message has just arrived, four times; give the most copies there are."""
    deaths = [0]

    def just_arrived(_step: int) -> bool:
        is_one = town.fate.steps[-1] == "after sendMessage arrived" and deaths[0] < 4
        deaths[0] += is_one
        return is_one

    town = _town(tmp_path, Fate(just_arrived))
    _invites(town)
    copies = _most_copies(town)
    town.puts_out()
    assert deaths[0] == 4
    return copies


def test_a1_there_is_never_a_third_copy(tmp_path: Path) -> None:
    """However often the process dies on a message, two copies is the most anyone gets."""
    assert 2 == _four_deaths(tmp_path)


def test_a1_attempts_that_are_not_counted_are_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bot that forgets its attempts sends a third copy, and the test above would see it."""
    mutants.counts_no_attempts(monkeypatch)

    assert 2 < _four_deaths(tmp_path)


def test_the_comparison_sees_what_is_missing_twofold_or_wrong() -> None:
    """A lost message, a foreign one and an extra one are told apart."""
    looks = [Look(text, (), "") for text in ("ett", "två", "tre")]
    look = [Said(by_bot=True, first=one, last=one) for one in looks]

    assert same_chat(look, look).fault == ""
    assert same_chat(look, [look[0], look[0], *look[1:]]).extra == 1
    assert same_chat(look, look[:2]).fault.startswith("lost")
    assert same_chat(look, [look[0], look[2]]).fault.startswith("unexpected")
