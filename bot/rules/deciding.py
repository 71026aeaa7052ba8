"""What a person has decided about the doubtful rows of a list. Knows findings, no register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from bot.rules.comparing import Finding, Standing, Verdict, differences
from bot.rules.importing import Entry, Field, folded


class Decision(StrEnum):
    """What can be said of a doubtful row."""

    SAME = "same"
    """It is the association it is like, or the earlier row."""
    NEW = "new"
    SKIP = "skip"


def choices(finding: Finding) -> tuple[Decision, ...]:
    """What can be decided about a doubtful row: one name twice is not two associations."""
    every = (Decision.SAME, Decision.NEW, Decision.SKIP)
    return every if finding.twin is None else (Decision.SAME, Decision.SKIP)


FOR_ALL = (Decision.NEW, Decision.SKIP)
"""What can be said of all doubtful rows at once; each is like another one, so never the same."""


def of_all(findings: Iterable[Finding], told: Decision) -> dict[int, Decision]:
    """Decide the same of every doubtful row; one that repeats a name says more of the earlier."""
    return {
        one.entry.row: told if told in choices(one) else Decision.SAME
        for one in findings
        if one.verdict == Verdict.DOUBTFUL
    }


def settled(findings: Iterable[Finding], decisions: Mapping[int, Decision]) -> list[Finding]:
    """Give what the list does as decided; a row of which nothing is said stays doubtful."""
    rows: dict[int, Finding] = {}
    for one in findings:
        told = decisions.get(one.entry.row) if one.verdict == Verdict.DOUBTFUL else None
        if told == Decision.SKIP:
            continue
        if told is None:
            rows[one.entry.row] = one
        elif one.twin is not None:
            _fold_in(rows, one.twin, one.entry)
        elif told == Decision.SAME and one.standing is not None:
            rows[one.entry.row] = _same(one.entry, one.standing)
        else:
            rows[one.entry.row] = Finding(one.entry, Verdict.NEW)
    return list(rows.values())


def _same(entry: Entry, standing: Standing) -> Finding:
    """Let the row change what stands; the name it is called by in the list is one of its names."""
    if folded(entry.name) not in standing.keys:
        aliases = (*entry.lists.get(Field.ALIASES, ()), entry.name)
        entry = replace(entry, lists={**entry.lists, Field.ALIASES: aliases})
    changes = differences(entry, standing)
    verdict = Verdict.CHANGED if changes else Verdict.SAME
    return Finding(entry, verdict, standing, changes)


def _fold_in(rows: dict[int, Finding], earlier: int, entry: Entry) -> None:
    """Let a row say more about the one of the same name before it, unless that is skipped."""
    standing = rows.get(earlier)
    if standing is None:
        return
    first = standing.entry
    lists = {
        kind: tuple(dict.fromkeys((*first.lists.get(kind, ()), *entry.lists.get(kind, ()))))
        for kind in {**first.lists, **entry.lists}
    }
    whole = replace(first, texts={**first.texts, **entry.texts}, lists=lists)
    if standing.verdict in {Verdict.CHANGED, Verdict.SAME} and standing.standing is not None:
        rows[earlier] = _same(whole, standing.standing)
    else:
        rows[earlier] = replace(standing, entry=whole)
