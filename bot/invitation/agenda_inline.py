"""A programme in running text: 'Program: 10.00 Upprop 10.15 Val', or 'Kl 12 lunch. Kl 13 val.'.

Cuts one line into points. Must not judge lists, which stand on lines of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.invitation.agenda_lines import AgendaLine, line_taken_apart
from bot.invitation.label_words import Kind
from bot.invitation.manuscript import Line, Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.invitation.labels import Label
    from bot.invitation.manuscript import Manuscript

AFTER_LABEL = re.compile(
    r"(?<![\w.:-])\d{1,2}[.:]\d\d(?:[ ]?-[ ]?\d{1,2}[.:]\d\d)?(?=[ ])(?! ?(?:-|kr))"
)
OPENS_SENTENCE = re.compile(
    r"(?<!\w)kl(?:ockan)?\.?[ ]?\d{1,2}(?:[.:]\d\d)?"
    r"(?:[ ]?-[ ]?\d{1,2}(?:[.:]\d\d)?)?(?=,?[ ][^\W\d_])",
    re.IGNORECASE,
)
BREATH = re.compile(r"[.;!?][ ]")
SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.;!](?=[ ])")
FEWEST = 3
LONGEST = 3000
"""Characters of a line that are looked through."""


def find(
    manuscript: Manuscript, labels: list[Label], left_out: Callable[[int], bool]
) -> tuple[AgendaLine, ...]:
    """Give the points of a programme told on one line, after its label or by sentences."""
    return _after_label(manuscript, labels) or _by_sentences(manuscript, left_out)


def _after_label(manuscript: Manuscript, labels: list[Label]) -> tuple[AgendaLine, ...]:
    for label in labels:
        if Kind.AGENDA not in label.kinds or label.value >= label.end:
            continue
        hours = AFTER_LABEL.finditer(manuscript.text, label.value, label.end)
        starts = [hour.start() for hour in hours]
        if len(starts) >= FEWEST:
            ends = [*starts[1:], label.end]
            pairs = zip(starts, ends, strict=True)
            return tuple(_piece(manuscript, label.line, *pair) for pair in pairs)
    return ()


def _by_sentences(
    manuscript: Manuscript, left_out: Callable[[int], bool]
) -> tuple[AgendaLine, ...]:
    """Take sentences that each begin with an hour; what follows in the same breath is left out."""
    for number, line in enumerate(manuscript.lines):
        stop = min(line.end, line.body + LONGEST)
        hours = [] if left_out(number) else list(_opening_hours(manuscript, line.body, stop))
        if len(hours) >= FEWEST:
            return tuple(
                _piece(manuscript, number, hour.start(), _sentence_end(manuscript, hour, stop))
                for hour in hours
            )
    return ()


def _opening_hours(manuscript: Manuscript, start: int, stop: int) -> Iterator[re.Match[str]]:
    for hour in OPENS_SENTENCE.finditer(manuscript.text, start, stop):
        if hour.start() == start or BREATH.search(manuscript.text, hour.start() - 2, hour.start()):
            yield hour


def _sentence_end(manuscript: Manuscript, hour: re.Match[str], stop: int) -> int:
    end = SENTENCE_END.search(manuscript.text, hour.end(), stop)
    return end.start() if end else stop


def _piece(manuscript: Manuscript, number: int, start: int, end: int) -> AgendaLine:
    end = start + len(manuscript.text[start:end].rstrip(" ,;"))
    line = Line(start, end, start, 0, Mark.NONE, "", after_blank=False)
    return line_taken_apart(manuscript, number, line, loose=True)
