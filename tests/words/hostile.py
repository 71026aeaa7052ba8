"""Makes whatever a view asks for, by its type: as evil as people can make it, or quite tame."""

from __future__ import annotations

import dataclasses
import itertools
import types
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from enum import Enum
from math import ceil
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from bot.config import Network, Settings
from bot.records.absence import Absence
from bot.records.agenda import AgendaItem
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.evaluation import Evaluation
from bot.records.late_request import LateRequest
from bot.records.meeting import Form, Meeting, Status
from bot.records.minutes import Minutes, MinutesKind, MinutesStatus
from bot.records.organisation import Alias, Organisation
from bot.records.person import Person
from bot.records.plan_step import PlanStep
from bot.records.registration import Registration, Standing
from bot.records.theme_group import ThemeGroup
from bot.rules import lengths, needs
from bot.rules.drafting import QUESTIONS
from bot.rules.needs import Wish
from bot.rules.party import Subject
from bot.token import Token
from bot.words.texts import Html, shown
from tests.words.limits import EVIL, FEW, LIMITS, NOON, PLAIN, ROW, WORDS

TAME = "Karin "
MOST = 4_000
ENOUGH = 40
"""Calls of one view."""
LONG = 80
"""Things in a list that is longer than any message holds."""
STATUSES = (Status.DRAFT, Status.CANCELLED, Status.ANNOUNCED)


class Maker:
    """Makes values of one temper; `evil` texts hold what a text could break."""

    def __init__(self, *, evil: bool) -> None:
        """Choose the temper."""
        self.seed = EVIL if evil else TAME

    def text(self, limit: int) -> str:
        """Write as much as `limit` characters hold, none of them a blank at the end."""
        return (self.seed * (limit // len(self.seed) + 1))[:limit].rstrip()

    def measured(self, limit: int) -> str:
        """Write as much as `limit` units hold, as answers are measured."""
        return lengths.cut(self.text(limit), limit)

    def calls(self, view: str, function: Callable[..., object]) -> list[dict[str, object]]:
        """Give the arguments of every call a view should stand."""
        hints = get_type_hints(function)
        hints.pop("return", None)
        first = next(iter(hints))
        if first in {"w", "t", "texts"}:
            hints.pop(first)
        given = [
            WORDS.get((view, name)) or tuple(self.made(kind, name)) for name, kind in hints.items()
        ]
        every = list(itertools.product(*given))
        # An odd step meets every value of every parameter.
        some = every[:: len(every) // ENOUGH | 1] if len(every) > ENOUGH else every
        return [dict(zip(hints, one, strict=True)) for one in some]

    def made(self, kind: Any, name: str) -> Sequence[object]:  # noqa: ANN401 - a type
        """Make values of a type that a parameter or field of this name may have."""
        if kind in PLAIN:
            return PLAIN[kind]
        if kind in self._exact:
            return self._exact[kind](self, name)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return list(kind)
        if dataclasses.is_dataclass(kind):
            return self._built(kind)
        return self._composed(kind, name)

    def _composed(self, kind: Any, name: str) -> Sequence[object]:  # noqa: ANN401 - a type
        origin, inner = get_origin(kind), get_args(kind)
        if origin is Literal:
            return inner
        if origin in {Union, types.UnionType}:
            return [one for part in inner for one in self.made(part, name)]
        if origin is frozenset:
            whole = frozenset(self.made(inner[0], name))
            return [whole, frozenset()]
        if origin is tuple and inner[-1] is not Ellipsis:
            return [tuple(self.made(part, "name")[0] for part in inner)]
        if origin is dict:
            return [dict.fromkeys(("great", "yes"), 3), {}]
        if origin in {list, tuple, Sequence}:
            return self._many(origin, inner[0], name)
        raise TypeError(f"nobody has said how to make {name}: {kind}")

    def _many(self, origin: Any, inner: Any, name: str) -> Sequence[object]:  # noqa: ANN401 - a type
        one = list(self.made(inner, "name"))
        is_few = inner is Organisation or name in FEW
        # An agenda is whole however long it is, so it need not be longer than three messages.
        whole = one * (1 if is_few else 6 if inner is AgendaItem else ceil(LONG / len(one)))
        if inner is Subject:
            # An offer is made to somebody.
            return [tuple(whole), tuple(whole[1:2])]
        if origin is tuple:
            return [self._CLOSING if name == "closing" else tuple(whole), ()]
        return [whole, one[:1], []]

    _CLOSING = ("d0", "d1", "d7", "d14")

    def _built(self, kind: Any) -> Sequence[object]:  # noqa: ANN401 - a type
        hints = get_type_hints(kind)
        given = {name: self.made(hint, name) for name, hint in hints.items()}
        most = max((len(values) for values in given.values()), default=1)
        return [
            kind(**{name: values[n % len(values)] for name, values in given.items()})
            for n in range(most)
        ]

    def _texts(self, name: str) -> list[object]:
        if name in {"options", "option", "choice"}:
            return [self.text(MOST), "room", ""]
        if name in {"names", "groups", "going", "waiting"}:
            return [self.text(200)]
        return [self.text(LIMITS.get(name, MOST))]

    def meetings(self, _name: str) -> list[Meeting]:
        """Make a full meeting of every form, a doubtful one, and one of which nothing is known."""
        facts: dict[str, object] = {
            one.name: self.measured(one.limit) for one in QUESTIONS if one.kind == "text"
        }
        own = {"id": ROW, "secret": "hemlig", "created_by": 1, "created_at": NOON}
        facts |= own | {"day": date(2027, 2, 13), "start": time(10), "end": time(14)}
        facts |= {"online_seats": 40, "per_party": 2, "asks_part": True}
        facts |= {"changes_on": date(2027, 2, 6), "needs_on": date(2027, 1, 23)}
        facts["texts"] = {"fi": self.measured(1000), "en": self.measured(1000), "qaa": "x"}
        facts |= {"closes_on": date(2027, 2, 5), "seats": 40, "reason": self.text(MOST)}
        facts["join_url"] = f"https://example.org/{'x' * 270}"
        doubt = {"reason": "x", "options": [self.text(MOST), "Torget"], "quote": self.text(120)}
        doubts = {one.name: doubt for one in QUESTIONS if one.kind == "text"}
        doubts["day"] = {**doubt, "options": ["2027-02-13", "2027-02-14"]}
        doubts["start"] = {**doubt, "options": ["10:00:00", "22:00:00"]}
        full = [
            Meeting.model_validate(facts | {"form": form, "status": status})
            for form, status in zip(Form, STATUSES, strict=True)
        ]
        unknown = {"day": None, "start": None}
        doubtful = Meeting.model_validate(facts | unknown | {"doubts": doubts})
        begun = {**own, "day": date(2027, 2, 13), "waived": ["seats"]}
        return [*full, doubtful, Meeting.model_validate(begun), Meeting.model_validate(own)]

    def organisations(self, _name: str) -> list[Organisation]:
        """Make a page of the register, all of it told."""
        told = {one: self.text(200) for one in ("kind", "municipality", "contact", "phone")}
        more = {"email": self.text(200), "languages": [self.text(40), "suomi"]}
        own = {"name": self.text(MOST), "key": "x", "created_at": NOON, **told, **more}
        return [Organisation.model_validate({"id": ROW + n, **own}) for n in range(8)]

    def aliases(self, _name: str) -> list[Alias]:
        """Make other names of an association."""
        return [
            Alias(id=ROW + n, organisation_id=ROW, name=self.text(100), key="x") for n in range(3)
        ]

    def theme_groups(self, _name: str) -> list[ThemeGroup]:
        """Make theme groups, the last one removed."""
        own = {"name": self.text(60), "key": "x", "created_at": NOON}
        ended = (None, None, NOON)
        return [
            ThemeGroup.model_validate({"id": ROW + n, "ended_at": at, **own})
            for n, at in enumerate(ended)
        ]

    def points(self, _name: str) -> list[AgendaItem]:
        """Make points, sub-points and breaks."""
        return [
            AgendaItem(
                meeting_id=ROW,
                position=n,
                depth=n % 2,
                title=self.text(300),
                speaker=self.text(200) if n else "",
                at=time(9 + n) if n < 2 else None,
                is_break=n == 3,
            )
            for n in range(4)
        ]

    def broadcasts(self, _name: str) -> list[Broadcast]:
        """Make a message to many at every stage."""
        kinds = (BroadcastKind.INVITATION, BroadcastKind.MESSAGE)
        return [
            Broadcast(
                id=ROW,
                key="x",
                meeting_id=ROW,
                kind=kind,
                status=status,
                count=1_000,
                starts_at=NOON,
                created_at=NOON,
            )
            for status in BroadcastStatus
            for kind in kinds
        ]

    def minutes(self, _name: str) -> list[Minutes]:
        """Make minutes of each status, of text or with a file."""
        said = {"text": self.text(MOST), "file_name": self.text(200), "changes": self.text(400)}
        own = {"id": ROW, "meeting_id": ROW, "created_at": NOON, "comments_until": NOON, **said}
        return [
            Minutes.model_validate(
                {**own, "version": n + 1, "kind": kind, "status": status, "file_id": "x" * n}
            )
            for n, (kind, status) in enumerate(
                zip([*MinutesKind, "notes"], MinutesStatus, strict=True)
            )
        ]

    def plan_steps(self, _name: str) -> list[PlanStep]:
        """Make a message of one's own in a plan."""
        own = {"id": ROW, "meeting_id": ROW, "occasion": "message", "created_at": NOON}
        return [PlanStep.model_validate({**own, "text": self.text(MOST)})]

    def networks(self, _name: str) -> list[Network]:
        """Make an association and an authority."""
        said = {one: self.text(200) for one in ("name", "controller", "contact", "gallring")}
        return [Network(kind=kind, **said) for kind in ("förening", "myndighet")]

    def settings(self, name: str) -> list[Settings]:
        """Make the settings of both."""
        return [Settings(network=network) for network in self.networks(name)]

    def evaluations(self, _name: str) -> list[Evaluation]:
        """Make answers half given and all given."""
        own = {"meeting_id": ROW, "person_id": ROW, "created_at": NOON}
        whole = {"overall": "great", "heard": "yes", "comment": ""}
        return [Evaluation.model_validate(own), Evaluation.model_validate({**own, **whole})]

    def absences(self, _name: str) -> list[Absence]:
        """Make a time when nobody listened."""
        return [Absence(id=ROW, since=NOON, until=NOON)]

    def requests(self, _name: str) -> list[LateRequest]:
        """Make a latecomer's question."""
        return [LateRequest(id=ROW, meeting_id=ROW, person_id=ROW, created_at=NOON)]

    def persons(self, _name: str) -> list[Person]:
        """Make a member with a long name, and someone entered by hand without one."""
        own = {"id": ROW, "created_at": NOON}
        named = {**own, "telegram_id": ROW, "name": self.text(100)}
        return [Person.model_validate(named), Person.model_validate(own)]

    def registrations(self, _name: str) -> list[Registration]:
        """Make an answer that stands in line."""
        own = {"id": ROW, "meeting_id": ROW, "person_id": ROW, "standing": Standing.WAITING}
        return [Registration.model_validate({**own, "created_at": NOON, "changed_at": NOON})]

    def wishes(self, _name: str) -> list[Wish]:
        """Make a wish of choices and words, choices alone, words alone, and nothing."""
        words = self.text(needs.LONGEST)
        return [Wish(("vegan", "sign"), words), Wish(("gluten", "loop")), Wish((), words), Wish()]

    def subjects(self, _name: str) -> list[Subject]:
        """Make oneself, and a colleague with a long name."""
        return [Subject(Token("ours", ROW), self.text(100)), Subject(Token("come", ROW))]

    _exact: Mapping[object, Callable[[Maker, str], Sequence[object]]]


Maker._exact = {  # noqa: SLF001 - the table needs the class it belongs to
    str: Maker._texts,  # noqa: SLF001 - the table needs the class it belongs to
    object: Maker._texts,  # noqa: SLF001 - the table needs the class it belongs to
    Html: lambda maker, name: [shown(one) for one in maker._texts(name)],  # noqa: SLF001
    Meeting: Maker.meetings,
    Organisation: Maker.organisations,
    Alias: Maker.aliases,
    ThemeGroup: Maker.theme_groups,
    AgendaItem: Maker.points,
    Broadcast: Maker.broadcasts,
    Minutes: Maker.minutes,
    PlanStep: Maker.plan_steps,
    Network: Maker.networks,
    Settings: Maker.settings,
    Evaluation: Maker.evaluations,
    LateRequest: Maker.requests,
    Absence: Maker.absences,
    Subject: Maker.subjects,
    Wish: Maker.wishes,
    Person: Maker.persons,
    Registration: Maker.registrations,
}
