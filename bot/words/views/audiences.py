"""What an organiser reads who chooses whom a message goes to: one card, edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.records.broadcast import Broadcast
from bot.records.meeting import Meeting
from bot.rules import lengths
from bot.rules.selection import Answered
from bot.words.calendar import Words
from bot.words.message import Button, Message, columns, rows
from bot.words.texts import Html, bold, lines, within
from bot.words.views.messaging import Aim, letter, names_row, whom, whom_token

PAGE, FOUND, NAMES = 8, 24, 40
"""Choices on a page, associations that a search shows, and names on a page."""
LABEL, TITLE, NAME_ROOM, ROOM = 40, 32, 80, 3_000
"""UTF-16 units of a button, of a title on one, of a name, and of all names."""


Facet = Literal["kinds", "municipalities", "groups", "languages", "organisations", "answered"]
"""A kind of choice, named as the selection names it."""


def facet_labels(w: Words) -> dict[Facet, str]:
    """Name the kinds of choices there are."""
    return {
        "kinds": w.plain("audience", "Kind of association"),
        "municipalities": w.plain("audience", "Municipality"),
        "groups": w.plain("audience", "Theme group"),
        "languages": w.plain("audience", "Language"),
        "organisations": w.plain("audience", "Associations by name"),
        "answered": w.plain("audience", "What they answered"),
    }


def answered_labels(w: Words) -> dict[Answered, str]:
    """Name the answers one can have given to the meeting."""
    return {
        Answered.GOING: w.plain("audience", "registered"),
        Answered.WAITING: w.plain("audience", "on the reserve list"),
        Answered.DECLINED: w.plain("audience", "said no"),
        Answered.SILENT: w.plain("audience", "have not answered"),
    }


@dataclass(frozen=True, slots=True)
class Chosen:
    """What has been chosen of one kind: its name and the labels."""

    facet: Facet
    labels: list[str]


def described(w: Words, chosen: Sequence[Chosen], present: str | None) -> Html:
    """Say in a few words whom a selection means; `present` is the meeting they were at."""
    parts = [desk_list(w, one.labels) for one in chosen if one.labels]
    if present is not None:
        at = lengths.cut(present, NAME_ROOM)
        parts.append(w.say("audience", "present at {title}", title=at))
    return Html(" · ".join(parts)) if parts else w.say("audience", "everyone in the network")


def desk_list(w: Words, labels: Sequence[str]) -> Html:
    """List a few labels, and count the rest."""
    short = [lengths.cut(one, LABEL) for one in labels]
    if len(short) <= FEW:
        return w.listed(short)
    left = len(short) - FEW
    names = Html(", ".join(w.listed([one]) for one in short[:FEW]))
    return w.many("desk", "{names} and {n} more", "{names} and {n} more", left, names=names)


FEW = 4
"""Labels of one kind that are written out."""


@dataclass(frozen=True, slots=True)
class Facets:
    """Which kinds of choices there are, with how many are chosen; and the last noted meeting."""

    offered: list[Facet]
    chosen: list[Chosen]
    last_meeting: str | None
    present_only: bool

    def count(self, facet: Facet) -> int:
        """How many are chosen of one kind."""
        return sum(len(one.labels) for one in self.chosen if one.facet == facet)


def card(w: Words, meeting: Meeting, told: Broadcast, facets: Facets, aim: Aim) -> Message:
    """Show whom it goes to by what has been chosen, and let her choose more or less."""
    text = lines(
        bold(w.say("audience", "Who should get it?")),
        w.say("audience", "About {title}", title=meeting.title or ""),
        "",
        w.say("audience", "You have chosen: {chosen}.", chosen=bold(aim.chosen)),
        *whom(w, aim),
        "",
        w.say(
            "audience",
            "Within one kind of choice, any match will do. If you choose from several kinds, "
            "all must match.",
        ),
    )
    labels = facet_labels(w)
    buttons = [
        Button(_counted(w, labels[one], facets.count(one)), whom_token(told, one))
        for one in dict.fromkeys(facets.offered)
    ]
    present = None
    if facets.last_meeting is not None:
        at = w.plain(
            "audience", "Present at {title}", title=lengths.cut(facets.last_meeting, TITLE)
        )
        present = Button(_ticked(w, at, is_chosen=facets.present_only), whom_token(told, "present"))
    has_chosen = bool(facets.chosen) or facets.present_only
    everyone = Button(w.say("audience", "Everyone again"), whom_token(told, "all"))
    return Message(
        text,
        rows(
            *columns(buttons, 2),
            present,
            everyone if has_chosen else None,
            names_row(w, told, aim),
            Button(w.say("audience", "Done"), letter(told, "card"), style="primary"),
        ),
    )


def _ticked(w: Words, label: str, *, is_chosen: bool) -> str:
    """Say of what is chosen that it is; the name comes first, for those who listen."""
    return w.plain("audience", "{choice} ✓ chosen", choice=label) if is_chosen else label


def _counted(w: Words, label: str, n: int) -> str:
    return w.plain("audience", "{label} ({n})", label=label, n=n) if n else label


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: what its button carries, its name, and whether it is chosen."""

    key: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page of choices of one kind."""

    facet: Facet
    choices: list[Choice]
    number: int
    is_more: bool


def choose(w: Words, told: Broadcast, page: Page, aim: Aim) -> Message:
    """Show choices of one kind, to be tapped on and off."""
    labels = facet_labels(w)
    by_name = page.facet == "organisations"
    text = lines(
        bold(labels[page.facet]),
        w.say("audience", "Write a part of a name to find more.") if by_name else None,
        "",
        w.say("audience", "You have chosen: {chosen}.", chosen=bold(aim.chosen)),
        *whom(w, aim),
    )
    offered = [
        Button(
            _ticked(w, lengths.cut(one.label, LABEL), is_chosen=one.is_chosen),
            whom_token(told, page.facet, f"{page.number}.{one.key}"),
        )
        for one in page.choices[:FOUND]
    ]
    turning = turned(w, told, page.facet, page.number, is_more=page.is_more)
    back = Button(w.say("audience", "Done"), whom_token(told, "show"), style="primary")
    return Message(text, rows(*offered, turning, back))


def turned(
    w: Words, told: Broadcast, ask: str, number: int, *, is_more: bool
) -> tuple[Button, ...]:
    """Lead to the page before and the page after."""
    before = Button(w.say("audience", "Previous"), whom_token(told, ask, str(number - 1)))
    after = Button(w.say("audience", "More"), whom_token(told, ask, str(number + 1)))
    return tuple(one for one, is_there in ((before, number > 0), (after, is_more)) if is_there)


def not_found(w: Words, told: Broadcast, words: str) -> Message:
    """Say that no association has such a name."""
    said = w.say(
        "audience",
        "I find no association called {words}. Write another part of the name.",
        words=lengths.cut(words, LABEL),
    )
    return Message(said, rows(Button(w.say("message", "Back"), whom_token(told, "organisations"))))


def names(w: Words, told: Broadcast, listed: Sequence[str], number: int, total: int) -> Message:
    """Show a page of the names it goes to."""
    short = [lengths.cut(one, NAME_ROOM) for one in listed]
    first = number * NAMES
    text = lines(
        bold(w.many("desk", "It goes to {n} person:", "It goes to {n} people:", total)),
        *within(ROOM, short),
    )
    turning = turned(w, told, "names", number, is_more=first + len(short) < total)
    back = Button(w.say("message", "Back"), whom_token(told, "show"))
    return Message(text, rows(turning, back))


def not_yours(w: Words) -> str:
    """Explain in a toast that this has been sent, stopped or dropped since."""
    return w.plain("audience", "This button is old: it has been sent, stopped or dropped since.")


def invitation(w: Words) -> str:
    """Name an invitation in a list of messages."""
    return w.plain("audience", "The invitation")
