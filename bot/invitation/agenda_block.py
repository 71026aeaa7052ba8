"""Which lines of the text are the programme: those under a heading, or a run of hours or numbers.

Knows lines and labels; what the lines say is read elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import mean
from typing import TYPE_CHECKING

from bot.invitation import agenda_inline
from bot.invitation.agenda_lines import AgendaLine, is_break, taken_apart
from bot.invitation.label_words import Kind
from bot.invitation.manuscript import Mark

if TYPE_CHECKING:
    from bot.invitation.furniture import Furniture
    from bot.invitation.labels import Label
    from bot.invitation.manuscript import Manuscript

LEAD_IN = re.compile(
    r"(?:\bprogram\w*|\bpunkt(?:er)?\b|\bta(?:r)? (?:vi )?upp\b|\btar vi upp|\bprata om|"
    r"\bagenda|\bdagordning\w*|\bdiskutera\w*|"
    r"\b(?:samtala|prata|tala|diskutera|berätta|arbeta)\w*(?: \w+)? (?:om|kring|med)|"
    r"\bhandlar om|\bfrågor(?:na)?\b(?! till)|\bschema|\bhålltider|\binnehåll|\bhända|\bhänder|"
    r"\bgå igenom|\bgår vi igenom|"
    r"\bupplägg|\bberöra|\bdet blir\b|\bbjuds på|\bfår (?:du|ni|vi) (?:höra|veta|lära)|\bämnen|"
    r"\bteman|\bon the agenda|\bwe will|"
    r"\bdiscuss|\bkäsitel\w*|\bohjelma|\bkeskustel\w*|\bföredrag\w*|\bseminarier|\bmoment)"
)
NOT_LEAD_IN = re.compile(
    r"anmäl|uppge|ange\b|skriv|kontakt|behöver veta|ta med|kostnad|tid\b|datum|plats|delta|"
    r"hitta|mål|syfte|"
    r"välkomna|hälsar|arrangör|inbjud|målgrupp|tillfälle|dag(?:ar)? och|träffar|medlem|"
    r"samarbete|riktar|orter"
)
ENDING = frozenset(
    {
        Kind.REGISTER,
        Kind.DEADLINE,
        Kind.CONTACT,
        Kind.WHEN,
        Kind.PLACE,
        Kind.COST,
        Kind.OTHER_DEADLINE,
        Kind.AUDIENCE,
        Kind.ORGANISER,
        Kind.MODERATOR,
        Kind.ACCESS,
        Kind.ONLINE,
        Kind.LANGUAGE,
    }
)
"""Labels that are never a point of a programme."""
MOST_HEADINGS = 12
MOST_LINES = 200
"""Lines of a programme; longer ones are cut."""
LIST_FOLLOWS = re.compile(
    r"(?::|\b(?:om|kring|annat|är|att|bl\.? ?a\.?|bland annat))$"
    r"|\bföljande (?:punkter|frågor|ämnen|teman)\b.*\.$"
)
"""How a sentence ends that goes on in a list."""
PROSE = 110
SHORT = 70
FEWEST_TIMED = 3
FEWEST_NUMBERED = 4
FEWEST_BARE = 2
NAMES_PROGRAMME = re.compile(r"\b(?:program\w*|dagordning\w*|agenda\w*|hålltider\w*)\b.*:$")
BY_THE_WAY = re.compile(
    r"(?:välkom(?:men|na)|varmt välkom|med vänlig|vänliga hälsningar|hälsningar|varma hälsningar|"
    r"vi ses|anmäl|osa\b|o\.s\.a|moderator\b|medverkande\b|"
    r"terve(?:tuloa!|isin)|kind regards|best regards|frågor\?|har (?:du|ni) frågor|"
    r"samtalet leds|kontakt|vid frågor|för (?:frågor|mer)|"
    r"efter (?:mötet|årsmötet|programmet)|styrelsen$|the evening|konferensen|mötet (?:hålls|"
    r"leds|är|sänds)|motioner|handlingar|registration|please|"
    r"ilmoittau|tilaisuus|tervetuloa mukaan|vi bjuder|meddela|"
    r"förslag (?:på|skickas|lämnas|mejlas|tas|ska)\b)"
)


@dataclass(frozen=True, slots=True)
class Block:
    """The programme: its heading line, if any, and its lines."""

    heading: int | None
    lines: tuple[AgendaLine, ...]

    def holds(self, position: int) -> bool:
        """Whether a position of the text lies in the programme."""
        return bool(self.lines) and self.lines[0].line.start <= position < self.lines[-1].line.end


class Finder:
    """Finds the programme in one manuscript."""

    def __init__(self, manuscript: Manuscript, furniture: Furniture, labels: list[Label]) -> None:
        """Look up labels by line once."""
        self._manuscript = manuscript
        self._furniture = furniture
        self._labels = labels
        self._label = {label.line: label for label in reversed(labels)}

    def block(self) -> Block:
        """Give the longest programme under a heading, else the first run of hours or numbers."""
        headings = self._headings()
        blocks = [block for number in headings if (block := self._under(number)).lines]
        if blocks:
            return max(blocks, key=lambda block: len(block.lines))
        return self._in_a_line() or self._run()

    def _in_a_line(self) -> Block | None:
        """Take a programme written out in running text, if there is one."""
        told = agenda_inline.find(self._manuscript, self._labels, self._furniture.holds)
        return Block(told[0].number, told) if told else None

    def _headings(self) -> list[int]:
        lines = self._manuscript.lines
        return [number for number in range(len(lines)) if self._is_heading(number)][:MOST_HEADINGS]

    def _is_heading(self, number: int) -> bool:
        if self._furniture.holds(number):
            return False
        label = self._label.get(number)
        if label and Kind.AGENDA in label.kinds and Kind.CONTACT not in label.kinds:
            return (
                len(label.words) <= SHORT
                and not self._manuscript.text[label.value : label.end].strip()
            )
        return self._is_lead_in(number)

    def _is_lead_in(self, number: int) -> bool:
        """Tell 'Vi tar upp:' before a list from other sentences that end in a colon."""
        line = self._manuscript.lines[number]
        low = self._manuscript.low[line.body : line.end]
        if (
            not LIST_FOLLOWS.search(low)
            or line.mark is Mark.NUMBER
            or number + 1 >= len(self._manuscript.lines)
        ):
            return False
        said = re.split(r"[.!?] ", low)[-1]
        following = taken_apart(self._manuscript, number + 1, loose=True)
        listed = following.is_marked or following.is_timed or self._is_bare_list(number, low)
        return listed and bool(LEAD_IN.search(said)) and not NOT_LEAD_IN.search(said)

    def _is_bare_list(self, number: int, low: str) -> bool:
        """Whether 'Programmet är oförändrat:' stands above short lines that bear no marks."""
        below = self._manuscript.lines[number + 1 : number + 1 + FEWEST_BARE]
        return (
            NAMES_PROGRAMME.search(low) is not None
            and len(below) == FEWEST_BARE
            and not below[-1].after_blank
            and all(
                line.length <= PROSE and self._manuscript.text[line.end - 1] not in ".:,"
                for line in below
            )
        )

    def _under(self, heading: int) -> Block:
        lines: list[AgendaLine] = []
        stop = min(len(self._manuscript.lines), heading + MOST_LINES)
        for number in range(heading + 1, stop):
            line = taken_apart(self._manuscript, number, loose=True)
            if self._furniture.holds(number) and not (line.is_timed or line.is_marked):
                break
            if self._ends(line, lines):
                break
            lines.append(line)
        while lines and not self._is_item(lines[-1], lines):
            lines.pop()
        return Block(heading, tuple(lines) if self._is_programme(lines) else ())

    def _is_item(self, line: AgendaLine, lines: list[AgendaLine]) -> bool:
        return (
            line.is_marked
            or line.is_timed
            or not any(one.is_marked or one.is_timed for one in lines[:-1])
            or (not line.line.after_blank or is_break(line.words))
        )

    def _is_programme(self, lines: list[AgendaLine]) -> bool:
        if any(line.is_marked or line.is_timed for line in lines):
            return True
        lengths = [line.line.length for line in lines]
        return len(lines) >= FEWEST_BARE and max(lengths) <= PROSE and mean(lengths) <= SHORT

    def _ends(self, line: AgendaLine, earlier: list[AgendaLine]) -> bool:
        """Whether the programme is over before this line."""
        if line.is_timed:
            return False
        if self._is_ending_label(line, earlier):
            return True
        if line.is_marked:
            return bool(earlier) and _is_other_list(earlier)
        return self._ends_unmarked(line, earlier)

    def _is_ending_label(self, line: AgendaLine, earlier: list[AgendaLine]) -> bool:
        label = self._label.get(line.number)
        if (
            not label
            or not label.is_known
            or not label.kinds & ENDING
            or label.words == line.line.sign
        ):
            return bool(label and label.words == line.line.sign and earlier)
        if not line.is_marked:
            return bool(earlier) or label.value < label.end
        return line.line.mark is Mark.BULLET and bool(earlier) and not earlier[-1].is_marked

    def _ends_unmarked(self, line: AgendaLine, earlier: list[AgendaLine]) -> bool:
        low = line.words.lower()
        if not earlier:
            return line.line.length > PROSE
        listed = any(one.is_marked or one.is_timed for one in earlier)
        if BY_THE_WAY.match(low) and not (
            listed and self._comes_more(line) and not line.line.after_blank
        ):
            return True
        if not line.line.after_blank:
            return False
        if not listed:
            return not self._comes_more(line)
        return not is_break(line.words) and not self._comes_more(line)

    def _comes_more(self, line: AgendaLine) -> bool:
        """Whether items follow soon after a line that is none itself."""
        if line.line.length > PROSE * 2:
            return False
        for number in range(line.number + 1, min(line.number + 3, len(self._manuscript.lines))):
            after = taken_apart(self._manuscript, number, loose=False)
            label = self._label.get(number)
            if label and label.is_known and label.kinds & ENDING and not after.is_timed:
                return False
            if after.is_timed or (after.is_marked and not line.words.endswith(":")):
                return True
        return False

    def _run(self) -> Block:
        """Find a programme without a heading: hours, or a numbered list, in a row."""
        timed: list[AgendaLine] = []
        numbered: list[AgendaLine] = []
        for number in range(len(self._manuscript.lines)):
            line = taken_apart(self._manuscript, number, loose=True)
            if self._furniture.holds(number):
                continue
            if line.is_timed and self._label.get(number) is None and line.words:
                timed.append(line)
            elif line.line.mark in (Mark.NUMBER, Mark.LETTER) or (numbered and line.is_marked):
                numbered.append(line)
        return self._best_run(timed, numbered)

    def _best_run(self, timed: list[AgendaLine], numbered: list[AgendaLine]) -> Block:
        if len(timed) >= FEWEST_TIMED:
            return Block(None, self._between(timed))
        top = [line for line in numbered if line.line.mark is Mark.NUMBER]
        if len(top) >= FEWEST_NUMBERED and [line.line.sign for line in top[:2]] == ["1", "2"]:
            return Block(None, self._between(numbered))
        return Block(None, ())

    def _between(self, lines: list[AgendaLine]) -> tuple[AgendaLine, ...]:
        numbers = range(lines[0].number, lines[-1].number + 1)
        return tuple(
            taken_apart(self._manuscript, number, loose=True) for number in numbers[:MOST_LINES]
        )


def _is_other_list(earlier: list[AgendaLine]) -> bool:
    """Whether bullets after a heading of their own are another matter."""
    before = earlier[-1]
    is_heading = not before.is_marked and not before.is_timed and before.words.endswith(":")
    return is_heading and before.line.after_blank and any(one.is_timed for one in earlier)
