"""What an organiser passes on to the kitchen and the venue: numbers, never names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.exports.papers import Section, Sections
from bot.records.meeting import Meeting
from bot.records.need import NeedKind
from bot.rules import lengths
from bot.rules.kitchen import Actor, Change, Meal, Task
from bot.rules.needs import Plate, Wish
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import PDF, Button, File, Message, rows
from bot.words.texts import Html, bold, lines, seen, within
from bot.words.views import lists, needs
from bot.words.views import meeting as cards

LINE, ROOM, SHORT = 120, 1_200, 500
"""Characters of a plate; units of the plates and of the needs, out of a message's 4,096."""


@dataclass(frozen=True, slots=True)
class Kitchen:
    """What is eaten and needed, and how that differs from what the kitchen was told last."""

    eaters: int | None
    """All who eat; None when no food is served."""
    meals: tuple[Meal, ...]
    """What is served when, as far as the agenda tells."""
    plates: tuple[Plate, ...]
    ordinary: int
    """How many of them eat without special requests."""
    tasks: tuple[Task, ...]
    told_at: datetime | None
    changes: tuple[Change, ...]


def button(w: Words, meeting: Meeting) -> Button:
    """Lead to the kitchen and the venue."""
    return Button(w.say("kitchen", "Kitchen and venue"), _token(meeting, "show"))


def _token(meeting: Meeting, ask: str) -> str:
    return str(Token("cook", meeting.id, ask))


def overview(w: Words, meeting: Meeting, told: Kitchen) -> Message:
    """Show the numbers, who must act on what, and what has changed since the kitchen was told."""
    has_something = told.eaters is not None or bool(told.tasks)
    passing = (
        Button(w.say("kitchen", "As text to pass on"), _token(meeting, "text")),
        Button(w.say("kitchen", "As PDF"), _token(meeting, "pdf")),
    )
    changes = Button(w.say("kitchen", "Show changes since last"), _token(meeting, "changes"))
    nothing = w.say("kitchen", "Nobody has asked for anything yet, and no food is served.")
    text = lines(
        bold(w.say("kitchen", "Kitchen and venue")),
        meeting.title or "–",
        *_food(w, meeting, told),
        *_tasks(w, told.tasks),
        *([] if has_something else ["", nothing]),
        *_since(w, told),
    )
    return Message(
        text,
        rows(
            changes if told.changes else None,
            passing if has_something else None,
            lists.back(w, meeting),
        ),
    )


def _food(w: Words, meeting: Meeting, told: Kitchen) -> list[Html]:
    if told.eaters is None:
        return []
    food = w.say("meeting", "Food: {food}", food=lengths.cut(meeting.food or "–", LINE * 2))
    written = [Html(""), bold(food), *_counted(w, SHORT, _meals(w, told))]
    if len(told.meals) > 1:
        written += [Html(""), bold(_each_meal(w))]
    return [*written, *_counted(w, ROOM, _plates(w, told))]


def _counted(w: Words, room: int, listed: list[tuple[str, int]]) -> list[Html]:
    named = [w.say("desk", "{answer}: {n}", answer=label, n=count) for label, count in listed]
    return within(room, named)


def _meals(w: Words, told: Kitchen) -> list[tuple[str, int]]:
    """Say how many eat: at each meal the agenda names, else in all."""
    eaters = told.eaters or 0
    named = [(_meal(w, one), eaters) for one in told.meals]
    return named or [(w.plain("kitchen", "All who eat"), eaters)]


def _meal(w: Words, one: Meal) -> str:
    what = lengths.cut(one.what[:1].upper() + one.what[1:], LINE)
    if one.at is None:
        return what
    return w.plain("kitchen", "{meal}, {clock}", meal=what, clock=seen(w.clock(one.at)))


def _each_meal(w: Words) -> str:
    return w.plain("kitchen", "At each meal")


def _plates(w: Words, told: Kitchen) -> list[tuple[str, int]]:
    """Name every plate with its number, the special ones first."""
    listed = [(_plate(w, one.wish), one.count) for one in told.plates]
    return [*listed, (w.plain("kitchen", "Without special requests"), told.ordinary)]


def _plate(w: Words, wish: Wish) -> str:
    if wish.is_nothing:
        return w.plain("kitchen", "Other requests")
    named = needs.plainly(w, NeedKind.FOOD, wish)
    return lengths.cut(named[:1].upper() + named[1:], LINE)


def _tasks(w: Words, tasks: Sequence[Task]) -> list[Html]:
    written: list[Html] = []
    for one in {task.actor: task for task in tasks}.values():
        asked = [w.say("desk", "{answer}: {n}", answer=label, n=n) for label, n in _asked(w, one)]
        written += [Html(""), bold(who(w, one)), *within(SHORT, asked)]
    return written


def who(w: Words, task: Task) -> str:
    """Say who must act, and by when."""
    if task.by is None:
        return actor_labels(w)[task.actor]
    return w.plain(
        "kitchen", "{who} by {day}", who=actor_labels(w)[task.actor], day=seen(w.day(task.by))
    )


def actor_labels(w: Words) -> dict[Actor, str]:
    """Name who must act."""
    return {
        Actor.INTERPRETERS: w.plain("kitchen", "Book interpreters"),
        Actor.VENUE: w.plain("kitchen", "Ask the venue"),
        Actor.ORGANISER: w.plain("kitchen", "See to it yourself"),
    }


def _asked(w: Words, task: Task) -> list[tuple[str, int]]:
    named = needs.labels(w, NeedKind.ACCESS)
    other = w.plain("kitchen", "In their own words, see who is coming")
    return [(named.get(choice, choice) if choice else other, n) for choice, n in task.needs]


def _since(w: Words, told: Kitchen) -> list[Html]:
    """Say when the kitchen was told, and what has changed since."""
    if told.told_at is None:
        return []
    at = w.say("kitchen", "The kitchen was told {moment}.", moment=w.moment(told.told_at))
    if not told.changes:
        return [Html(""), at, w.say("kitchen", "Nothing has changed since.")]
    return [Html(""), at, _more_or_less(w, told.changes)]


def _more_or_less(w: Words, changes: Sequence[Change]) -> Html:
    """Write "2 fler vegetariska, 1 färre utan önskemål" in one line."""
    return Html(", ".join(within(SHORT, [_change(w, one) for one in changes])))


def _change(w: Words, one: Change) -> Html:
    what = _plate(w, one.wish).lower() if one.wish else w.plain("kitchen", "without requests")
    if one.by > 0:
        return w.say("kitchen", "{n} more: {what}", n=one.by, what=what)
    return w.say("kitchen", "{n} fewer: {what}", n=-one.by, what=what)


def to_pass_on(w: Words, meeting: Meeting, told: Kitchen, contact: str) -> Message:
    """Give a message that can be forwarded as it stands: numbers, and needs that concern others."""
    return Message(
        lines(
            bold(meeting.title or "–"),
            w.say("meeting", "When: {when}", when=cards.when(w, meeting)),
            w.say("meeting", "Where: {where}", where=cards.where(w, meeting)),
            *_food(w, meeting, told),
            *_tasks(w, theirs(told.tasks)),
            "",
            _questions(w, contact),
        )
    )


def theirs(tasks: Sequence[Task]) -> list[Task]:
    """Leave out what the organiser sees to herself, and interpreters, whom the venue never sees."""
    return [one for one in tasks if one.actor == Actor.VENUE]


def _questions(w: Words, contact: str) -> Html:
    return w.say("kitchen", "Questions: {contact}", contact=lengths.cut(contact, LINE * 2))


def changes_to_pass_on(w: Words, meeting: Meeting, told: Kitchen, contact: str) -> Message:
    """Give only what has changed since the kitchen was told, to be forwarded."""
    return Message(
        lines(
            bold(w.say("kitchen", "Changed numbers")),
            meeting.title or "–",
            w.say("meeting", "When: {when}", when=cards.when(w, meeting)),
            "",
            _more_or_less(w, told.changes),
            *_food(w, meeting, told),
            "",
            _questions(w, contact),
        )
    )


def paper(w: Words, meeting: Meeting, told: Kitchen, contact: str, network: str) -> Sections:
    """Make the page for the kitchen and the venue."""
    places = tuple(
        Section(who(w, one), rows=_printed(_asked(w, one))) for one in theirs(told.tasks)
    )
    asked = Section("", lines=(seen(_questions(w, contact)),))
    head = lists.head(w, meeting, w.plain("kitchen", "Kitchen and venue"), network)
    return Sections(head, (*_menu(w, meeting, told), *places, asked))


def _menu(w: Words, meeting: Meeting, told: Kitchen) -> tuple[Section, ...]:
    """Set what is served and what each needs; meals apart, where there are several."""
    if told.eaters is None:
        return ()
    food = seen(w.say("meeting", "Food: {food}", food=meeting.food or "–"))
    meals, dishes = _printed(_meals(w, told)), _printed(_plates(w, told))
    if len(told.meals) > 1:
        return Section(food, rows=meals), Section(_each_meal(w), rows=dishes)
    return (Section(food, rows=(*meals, *dishes)),)


def _printed(listed: list[tuple[str, int]]) -> tuple[tuple[str, str], ...]:
    return tuple((label, str(n)) for label, n in listed)


def printed(w: Words, meeting: Meeting, content: Sections) -> Message:
    """Send the page."""
    said = w.say("kitchen", "Numbers without names, ready to print or to send on.")
    name = w.plain("kitchen", "kitchen")
    dated = f"{name}-{meeting.day}.pdf" if meeting.day else f"{name}.pdf"
    return Message(lines(bold(meeting.title or "–"), said), file=File(dated, PDF, content))


def followed(w: Words) -> str:
    """Say in a toast that the numbers are followed from now on."""
    return w.plain("kitchen", "Noted as sent. I will tell you if the numbers change.")


def nothing_new(w: Words) -> str:
    """Say in a toast that nothing has changed."""
    return w.plain("kitchen", "Nothing has changed since the kitchen was told.")


def has_changed(w: Words, meeting: Meeting, changes: Sequence[Change]) -> Message:
    """Tell the one who told the kitchen that its numbers are no longer true."""
    said = w.say(
        "kitchen",
        "The numbers for the kitchen at {title}, {when}, have changed since you sent them.",
        title=bold(meeting.title or "–"),
        when=cards.short_when(w, meeting),
    )
    back = w.say("kitchen", "They are back to what the kitchen was told.")
    what = _more_or_less(w, changes) if changes else back
    show = Button(w.say("kitchen", "Show changes since last"), _token(meeting, "changes"))
    over = Button(w.say("kitchen", "Kitchen and venue"), _token(meeting, "show"))
    return Message(lines(said, what), rows(show if changes else over))
