"""What an invitation says, and how sure we are of each word of it.

Plain values only. Must not know how they were read, our records, or any language of ours.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from datetime import date, time

T = TypeVar("T")

Span = tuple[int, int]
"""Start and end offsets into the text exactly as it was given to the reader."""

Language = Literal["sv", "en", "fi"]


class Certainty(StrEnum):
    """How a value was come by."""

    FOUND = "found"
    """The text says it."""
    INFERRED = "inferred"
    """The text says part of it and the rest follows: a year, an end taken from the programme."""
    DOUBT = "doubt"
    """The text says it badly or twice. Ask; the value, if any, is only the likeliest reading."""
    ABSENT = "absent"
    """The text is silent."""


class Reason(StrEnum):
    """Why a value is inferred or in doubt; a view turns it into a sentence or a question."""

    YEAR_INFERRED = "year_inferred"
    END_INFERRED = "end_inferred"
    START_INFERRED = "start_inferred"
    COUNTED = "counted"
    """Reckoned from another day: 'a week before', 'on Thursday', 'week 11'."""
    MISSPELT = "misspelt"
    """One letter was wrong or missing in a month or a weekday."""
    TWO_CANDIDATES = "two_candidates"
    WEEKDAY_DISAGREES = "weekday_disagrees"
    IN_THE_PAST = "in_the_past"
    NO_SUCH_DATE = "no_such_date"
    NO_SUCH_TIME = "no_such_time"
    WEEK_WITHOUT_DAY = "week_without_day"
    AFTER_THE_MEETING = "after_the_meeting"
    END_BEFORE_START = "end_before_start"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True)
class Finding(Generic[T]):
    """One value, where its words stand in the text, and how far it can be trusted."""

    value: T | None = None
    certainty: Certainty = Certainty.ABSENT
    span: Span | None = None
    options: tuple[T, ...] = ()
    reason: Reason | None = None

    @property
    def is_sure(self) -> bool:
        """Whether the value may be announced without asking."""
        return self.certainty in (Certainty.FOUND, Certainty.INFERRED)

    @property
    def is_doubt(self) -> bool:
        """Whether the organiser must be asked."""
        return self.certainty is Certainty.DOUBT

    @property
    def sure(self) -> T | None:
        """The value if it may be announced, else None."""
        return self.value if self.is_sure else None


def found(value: T, span: Span | None) -> Finding[T]:
    """State what the text says outright."""
    return Finding(value, Certainty.FOUND, span)


def inferred(value: T, span: Span | None, reason: Reason) -> Finding[T]:
    """State what follows from the text without standing there in full."""
    return Finding(value, Certainty.INFERRED, span, (), reason)


def doubtful(options: tuple[T, ...], span: Span | None, reason: Reason) -> Finding[T]:
    """State that the organiser must choose; the likeliest option, if any, comes first."""
    value = options[0] if options else None
    return Finding(value, Certainty.DOUBT, span, options, reason)


def absent() -> Finding[T]:
    """State that the text is silent."""
    return Finding()


@dataclass(frozen=True, slots=True)
class Item:
    """One point of the agenda, with the points below it."""

    title: str
    time: time | None = None
    speaker: str | None = None
    children: tuple[Item, ...] = ()
    is_break: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class OtherDeadline:
    """A last day for something else than registering: motions, nominations, hotel, interpreter."""

    what: str
    day: Finding[date]


@dataclass(frozen=True, slots=True)
class Occasion:
    """One of several days the same invitation offers."""

    day: Finding[date]
    start: Finding[time]
    end: Finding[time]
    place: Finding[str]


@dataclass(frozen=True, slots=True)
class Invitation:
    """A whole invitation as read. `occasions` is empty unless there are two or more."""

    title: Finding[str] = Finding()
    organisers: Finding[tuple[str, ...]] = Finding()
    day: Finding[date] = Finding()
    last_day: Finding[date] = Finding()
    start: Finding[time] = Finding()
    end: Finding[time] = Finding()
    doors: Finding[time] = Finding()
    place: Finding[str] = Finding()
    online: Finding[bool] = Finding()
    hybrid: Finding[bool] = Finding()
    join_url: Finding[str] = Finding()
    deadline: Finding[date] = Finding()
    deadline_time: Finding[time] = Finding()
    other_deadlines: Finding[tuple[OtherDeadline, ...]] = Finding()
    contact_name: Finding[str] = Finding()
    contact_email: Finding[str] = Finding()
    contact_phone: Finding[str] = Finding()
    contact_link: Finding[str] = Finding()
    cost: Finding[str] = Finding()
    food: Finding[str] = Finding()
    accessibility: Finding[str] = Finding()
    asks_needs: Finding[bool] = Finding()
    moderator: Finding[str] = Finding()
    speakers: Finding[tuple[str, ...]] = Finding()
    audience: Finding[str] = Finding()
    limit_per_association: Finding[int] = Finding()
    seats: Finding[int] = Finding()
    online_seats: Finding[int] = Finding()
    needs_deadline: Finding[date] = Finding()
    """The last day to ask for what must be booked, such as an interpreter."""
    agenda: tuple[Item, ...] = ()
    links: tuple[str, ...] = ()
    language: Language = "sv"
    occasions: tuple[Occasion, ...] = ()

    @property
    def findings(self) -> tuple[tuple[str, Finding[object]], ...]:
        """Every field that is a finding, by its name, in the order of this class."""
        pairs = ((field.name, getattr(self, field.name)) for field in fields(self))
        return tuple((name, value) for name, value in pairs if isinstance(value, Finding))

    @property
    def doubts(self) -> tuple[tuple[str, Finding[object]], ...]:
        """The fields the organiser must be asked about, by name."""
        return tuple(pair for pair in self.findings if pair[1].is_doubt)
