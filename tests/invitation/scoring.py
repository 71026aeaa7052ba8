"""How well a reading agrees with the right answer of the project's own invitations.

Strict on days, hours and addresses, lenient on words. Must not know how the reader works.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.invitation import as_json, reader

CORPUS = Path(__file__).parent / "corpus"
WRITTEN_FIRST = range(1, 16)
"""Written before any rule existed; no rule may be tuned to these."""
WRITTEN_LATER = range(16, 31)
WRITTEN_BLIND = range(31, 85)
"""Written without a look at the reader; what it misread in them became rules afterwards."""
EVERY = range(1, 85)

EXACT = ("date", "start", "end", "deadline", "contact_email", "online")
WORDS = ("title", "place", "food", "accessibility", "moderator")
ALL_FIELDS = (*EXACT, "contact_phone", *WORDS, "agenda", "links")
ALIKE = 0.6


@dataclass(frozen=True)
class Score:
    """How much of what is stated was read, and how much of what was read is stated."""

    told: float = 0.0
    read: float = 0.0
    right: float = 0.0
    right_of_read: float = 0.0
    wrong: tuple[str, ...] = ()

    def __add__(self, other: Score) -> Score:
        """Add the counts of two invitations."""
        return Score(
            self.told + other.told,
            self.read + other.read,
            self.right + other.right,
            self.right_of_read + other.right_of_read,
            self.wrong + other.wrong,
        )

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision, from 0 to 1."""
        recall = self.right / self.told if self.told else 1.0
        precision = self.right_of_read / self.read if self.read else 1.0
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def text_of(number: int) -> str:
    """Give the words of one invitation."""
    return (CORPUS / f"{number:02d}.txt").read_text(encoding="utf-8")


def answer_of(number: int) -> dict[str, object]:
    """Give the right answer of one invitation."""
    answer: dict[str, object] = json.loads((CORPUS / f"{number:02d}.json").read_text("utf-8"))
    return answer


def reading_of(number: int) -> dict[str, object]:
    """Read one invitation as on its day."""
    today = date.fromisoformat(str(answer_of(number)["today"]))
    return dict(as_json.plain(reader.read(text_of(number), today)))


def score(numbers: range) -> Score:
    """Score several invitations together."""
    total = Score()
    for number in numbers:
        total = total + score_one(number)
    return total


def score_one(number: int) -> Score:
    """Score one invitation field by field."""
    answer, reading = answer_of(number), reading_of(number)
    total = Score()
    for field in ALL_FIELDS:
        total = total + _score_field(f"{number:02d}", field, answer, reading)
    return total


def _score_field(
    name: str, field: str, answer: dict[str, object], reading: dict[str, object]
) -> Score:
    wanted, got = answer[field] or None, reading[field] or None
    accepted = answer["accept"]
    also = accepted.get(field, []) if isinstance(accepted, dict) else []
    share = max(_agreement(field, one, got) for one in (wanted, *also))
    told, said = wanted is not None, got is not None
    wrong = () if share == 1.0 else (f"{name} {field}: want {wanted!r} got {got!r}",)
    return Score(told, said, share if told and said else 0.0, share if said else 0.0, wrong)


def _agreement(field: str, wanted: object, got: object) -> float:
    if not wanted or not got:
        return float(not wanted and not got)
    if field == "agenda":
        return _agenda(_titles(wanted), _titles(got))
    if field == "links":
        return float({_link(one) for one in _list(wanted)} == {_link(one) for one in _list(got)})
    if field == "contact_phone":
        return float(_digits(wanted) == _digits(got))
    if field in EXACT:
        return float(str(wanted).casefold() == str(got).casefold())
    return float(_overlap(str(wanted), str(got)) >= ALIKE or _holds(str(wanted), str(got)))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _link(value: object) -> str:
    return re.sub(r"^(https?://)?(www\.)?", "", str(value).casefold()).rstrip("/")


def _digits(value: object) -> str:
    return re.sub(r"\D", "", re.sub(r"^\+46|^0046", "0", str(value)))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _overlap(one: str, other: str) -> float:
    """Give the share of words two texts have in common."""
    mine, theirs = _words(one), _words(other)
    common = sum(min(mine.count(word), theirs.count(word)) for word in set(mine))
    return 2 * common / (len(mine) + len(theirs)) if mine or theirs else 1.0


def _holds(wanted: str, got: str) -> bool:
    """Whether a somewhat longer reading holds the right words."""
    longer = len(_words(got)) <= 2 * len(_words(wanted)) + 4
    return longer and set(_words(wanted)) <= set(_words(got))


def _titles(items: object, depth: int = 0) -> list[tuple[int, str, object, bool]]:
    """Flatten an agenda to depth, words with speaker, hour and whether it is a break."""
    flat: list[tuple[int, str, object, bool]] = []
    for item in _list(items):
        assert isinstance(item, dict)
        words = f"{item['title']} {item.get('speaker') or ''}"
        flat.append((depth, words, item.get("time"), bool(item.get("is_break"))))
        flat.extend(_titles(item.get("children"), depth + 1))
    return flat


def _agenda(
    wanted: list[tuple[int, str, object, bool]], got: list[tuple[int, str, object, bool]]
) -> float:
    """Give F1 over points; a point counts when words, hour, depth and break all agree."""
    left = list(got)
    right = 0
    for point in wanted:
        match = next((one for one in left if _same_point(point, one)), None)
        if match:
            left.remove(match)
            right += 1
    return 2 * right / (len(wanted) + len(got))


def _same_point(one: tuple[int, str, object, bool], other: tuple[int, str, object, bool]) -> bool:
    return one[0] == other[0] and one[2:] == other[2:] and _overlap(one[1], other[1]) >= ALIKE
