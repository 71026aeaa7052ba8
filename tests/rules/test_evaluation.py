"""Answers are shown when they hide who gave them."""

from __future__ import annotations

import pytest

from bot.rules import evaluation


@pytest.mark.parametrize(("answered", "shown"), [(0, False), (4, False), (5, True), (40, True)])
def test_answers_of_few_are_not_shown(answered: int, *, shown: bool) -> None:
    """Five hide one."""
    assert evaluation.may_be_shown(answered) is shown
