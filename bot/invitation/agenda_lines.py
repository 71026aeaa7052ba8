"""What one line of a programme is made of: its hour, its words, whether it is a break.

Knows one line at a time; which lines are the programme is judged elsewhere.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.invitation.manuscript import SMOOTH, Mark

if TYPE_CHECKING:
    from bot.invitation.manuscript import Line, Manuscript

POINT = r"\d{1,2}[.:][0-5oO][0-9oO]"
ABOUT = r"(?:ca\.?|cirka|omkring|runt)"
HOUR = re.compile(
    rf"(?:(?:{ABOUT}[ ])?(?P<cue>kl(?:o|ockan)?\.?)[ ]{{0,2}})?(?:{ABOUT}[ ]?)?"
    rf"(?P<first>{POINT}|\d{{1,2}}(?=[ ]?[ap]m\b)|\d{{1,2}}(?![\w.:/)]))(?:[ ]?(?P<half>[ap])m\b)?"
    rf"(?:[ ]{{0,2}}(?:-|till)[ ]{{0,2}}(?:kl\.?[ ]?)?(?:{ABOUT}[ ]?)?(?P<last>{POINT}|"
    rf"\d{{1,2}}(?![\w.:/)]))?(?:[ ]?(?P<later>[ap])m\b)?)?"
    r"(?:[ ]{0,2}\((?:ca|cirka)\.?\))?(?![\d/])(?P<gap>[ ]{0,12}(?:[|:;,>]|"
    r"-{1,2}(?=\D))?[ ]{0,12})",
    re.IGNORECASE,
)
HOUR_LAST = re.compile(
    rf"(?P<gap>[ ]{{0,3}}[,(-]?[ ]{{0,3}})\b(?P<cue>kl(?:o|ockan)?\.?[ ]{{0,2}})?(?P<first>{POINT})"
    rf"(?:[ ]?-[ ]?(?:{POINT}|\d{{1,2}}))?\)?\.?$",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"\b(?:senast|slutar?|till|från|före|efter|ca|cirka|omkring|mellan|börjar|startar)[ ]?$",
    re.IGNORECASE,
)
"""What makes an hour part of the sentence: 'Mötet slutar senast kl. 19.30'."""
DATE_AFTER = re.compile(r"(?:/|[ ]?(?:januari|februari|mars|april|maj|juni|juli|augusti|"
                        r"september|oktober|november|december)\b)", re.IGNORECASE)  # fmt: skip
BREAK_STEM = (
    r"(?:kort |liten |gemensam |enkel |avslutande |inledande |för)?"
    r"(?:\w{0,14}(?:fika|lunch|paus|rast|kaffe|smörgås|"
    r"frukost|middag|måltid|buffé|mingel)"
    r"(?:paus|rast|stund|en|an|et|bord|buffé|smörgås|macka|wrap)?|bensträckare|förtäring|mat|soppa|"
    r"vickning|mackor|tilltugg|kaka|break|coffee|tea|refreshments|dinner|tauko|\w{0,8}tauko|"
    r"kahvi(?:t|a)?|teetä|pullaa?|lounas(?:ta)?|"
    r"ruoka(?:ilu)?|pause|leg stretcher)"
)
BREAK = re.compile(
    rf"(?:(?:vi )?(?:paus|bryter|tar|drop-?in|dryck|registrering|samling|incheckning|ankomst|"
    rf"mingel|ät(?:er)?)\b(?: en| för| och| med|/|,)*[ ]?)?"
    rf"{BREAK_STEM}\b|(?:paus|rast|break|tauko|drop-?in|registrering och|coffee|mingel)\b|"
    rf"(?:vi )?(?:äter|fikar|bryter för)\b",
    re.IGNORECASE,
)
NO_BREAK = re.compile(
    r"\w*(?:lunch|frukost|kaffe|fika|mat|middags)(?:föreläsning|seminari|samtal|möte|konsert|"
    r"program|kultur|lag|laget|"
    r"frågor|kommitt)|(?:mat|kaffe|fika) (?:som|i kultur|ur|åt)|(?:mingel|paus)(?:musik|"
    r"underhåll)|drop-?in.{0,20}(?:dans|sång)",
    re.IGNORECASE,
)
LONGEST_BREAK = 14
NOON = 12


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line of a programme, taken apart; offsets are smoothed."""

    number: int
    line: Line
    start: int
    time: dt.time | None
    last: dt.time | None
    words: str

    @property
    def is_timed(self) -> bool:
        """Whether the line begins with an hour."""
        return self.time is not None

    @property
    def is_marked(self) -> bool:
        """Whether the line is an item of a list."""
        return self.line.mark is not Mark.NONE


def taken_apart(manuscript: Manuscript, number: int, *, loose: bool) -> AgendaLine:
    """Split a line into hour and words; `loose` also takes 'kl 18' and '18-19' for hours."""
    return line_taken_apart(manuscript, number, manuscript.lines[number], loose=loose)


def line_taken_apart(manuscript: Manuscript, number: int, line: Line, *, loose: bool) -> AgendaLine:
    """Split one line, or a piece of one, into hour and words."""
    start = line.start + line.indent if line.mark == Mark.UNDER else line.body
    found = HOUR.match(manuscript.text, start, line.end)
    if not found or not _is_hour(found, manuscript.text, loose=loose):
        return AgendaLine(number, line, line.body, None, None, manuscript.words_of(line).strip())
    words = manuscript.kept[found.end() : line.end].strip()
    first, last = _time(found["first"], found["half"]), _time(found["last"], found["later"])
    return AgendaLine(number, line, found.end(), first, last, words)


def _is_hour(found: re.Match[str], text: str, *, loose: bool) -> bool:
    if _time(found["first"]) is None or DATE_AFTER.match(text, found.end("first")):
        return False
    if "." in found["first"] or ":" in found["first"] or found["half"]:
        return True
    partner = found["last"] is not None and int(found["first"]) >= 6  # noqa: PLR2004
    return loose and bool(found["cue"] or partner)


def _time(point: str | None, half: str | None = None) -> dt.time | None:
    """Read '17.30', or '5.30' and the half of the day it is in."""
    if not point:
        return None
    number, _, minute = point.lower().replace("o", "0").replace(".", ":").partition(":")
    hour = int(number)
    if half and hour <= NOON:
        hour = hour % NOON + (NOON if half.lower() == "p" else 0)
    return dt.time(hour, int(minute or 0)) if hour < 2 * NOON else None


def hour_last(words: str) -> tuple[str, dt.time | None]:
    """Part 'Välkomna, kl. 18.00' into words and hour; what a sentence says of an hour stays."""
    found = HOUR_LAST.search(words.translate(SMOOTH))
    hour = _time(found["first"]) if found else None
    if found is None or hour is None or not found.start():
        return words, None
    told = TOLD.search(words[: found.start()])
    return words if told else words[: found.start()], hour


def is_break(title: str) -> bool:
    """Tell pauses and meals from points about food or over lunch."""
    if len(title.split()) > LONGEST_BREAK or NO_BREAK.match(title):
        return False
    return bool(BREAK.match(title.strip(" *-")))
