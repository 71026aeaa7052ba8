"""The checked meeting as an organiser sees it: every fact, and a button for each."""

from __future__ import annotations

from datetime import date, time

from bot.records.agenda import AgendaItem
from bot.records.meeting import Form, Meeting, Status
from bot.records.theme_group import ThemeGroup
from bot.rules import drafting, lengths, times
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, Rows, columns, rows
from bot.words.texts import Html, bold, folded, lines, seen, within
from bot.words.views import agenda as agenda_views
from bot.words.views import copying, questions, theme_groups
from bot.words.views import drafting as answers
from bot.words.views import meeting as cards


def review(
    w: Words,
    meeting: Meeting,
    agenda: list[AgendaItem],
    left: list[str],
    group: ThemeGroup | None = None,
) -> Message:
    """Show the checked meeting: every fact, what is open marked, a button for each."""
    text = lines(
        bold(w.say("drafting", "This is how the meeting looks")),
        "",
        *(_fact(w, meeting, name) for name in _shown(meeting)),
        theme_groups.of_meeting(w, group) if group else None,
    )
    room = CARD_ROOM - lengths.units(seen(text)) - lengths.units(seen(_what_is_left(w, left)))
    warned = within(room, agenda_views.warnings(w, meeting, agenda))
    end = lines(Html(), *warned, _what_is_left(w, left))
    room -= lengths.units(seen(lines(*warned)))
    rare = within(room, [_fact(w, meeting, name) for name in chosen(meeting)])
    points = _agenda(w, agenda, room - lengths.units(seen(lines(*rare))))
    return Message(lines(text, *rare, points, "", end), _review_buttons(w, meeting, left))


CARD_ROOM = 3_900
"""UTF-16 units of a checked card with its agenda, out of a message's 4,096 (Bot API)."""


def choices(
    w: Words,
    meeting: Meeting,
    languages: list[str],
    group: ThemeGroup | None = None,
    *,
    has_groups: bool = False,
) -> Message:
    """Show what most meetings do without: each with how it stands, and a button.

    Whose meeting it is is among them where there are theme groups.
    """
    names = [name for name in drafting.RARE if drafting.is_relevant(meeting, name)]
    names += [f"{drafting.TEXT_IN}{language}" for language in languages]
    text = lines(
        bold(w.say("drafting", "More choices")),
        w.say("drafting", "Most meetings do without these. Tap what you want to decide."),
        "",
        *(_fact(w, meeting, name) for name in names),
        theme_groups.of_meeting(w, group) if has_groups else None,
    )
    buttons = _change_buttons(w, meeting, names)
    buttons += [theme_groups.choose_button(w, meeting)] if has_groups else []
    back = Button(w.say("drafting", "Show the details"), str(Token("meet", meeting.id, "review")))
    return Message(text, (*columns(buttons, 2), (back,)))


def chosen(meeting: Meeting) -> list[str]:
    """Name what has been decided beside what every meeting has, the texts last."""
    names = [name for name in drafting.RARE if drafting.is_relevant(meeting, name)]
    texts = [f"{drafting.TEXT_IN}{language}" for language in meeting.texts]
    return [name for name in (*names, *texts) if drafting.value(meeting, name)]


def _change_buttons(w: Words, meeting: Meeting, names: list[str]) -> list[Button]:
    return [
        Button(questions.label(w, name), str(Token("meet", meeting.id, "change", name)))
        for name in names
    ]


def _shown(meeting: Meeting) -> list[str]:
    always = [
        "title",
        "day",
        "start",
        "end",
        "form",
        "place",
        "closes_on",
        "seats",
        "food",
        "accessibility",
    ]
    extra = ["join_url", "contact", "hosts", "moderator", "about"]
    relevant = [name for name in always if drafting.is_relevant(meeting, name)]
    return relevant + [name for name in extra if getattr(meeting, name)]


def _fact(w: Words, meeting: Meeting, name: str) -> Html:
    label, value = questions.label(w, name), fact_value(w, meeting, name)
    if name in meeting.doubts:
        return w.say("drafting", "{label}: {value} (unsure ⚠️)", label=label, value=value)
    return w.say("drafting", "{label}: {value}", label=label, value=value)


def fact_value(w: Words, meeting: Meeting, name: str) -> str:
    """Write a fact as it stands, or that it is missing."""
    value = drafting.value(meeting, name)
    if value in {None, ""}:
        return _missing(w, meeting, name)
    if isinstance(value, date):
        return _day(w, meeting, name, value)
    if isinstance(value, time):
        return _clock(w, meeting, name, value)
    if name == "doors":
        return cards.opening(w, meeting)
    if drafting.language_of(name) is not None:
        return lengths.cut(" ".join(str(value).split()), GLIMPSE)
    return _said(w, name, value)


def _said(w: Words, name: str, value: object) -> str:
    if isinstance(value, bool):
        return answers.yes_no(w, is_so=value)
    return answers.form_name(w, Form(str(value))) if name == "form" else str(value)


def _day(w: Words, meeting: Meeting, name: str, day: date) -> str:
    if name == "closes_on" and meeting.closes_clock:
        return str(w.when(day, meeting.closes_clock, None))
    return str(w.full_day(day))


GLIMPSE = 100
"""UTF-16 units of a text in another language that the card shows."""


def _clock(w: Words, meeting: Meeting, name: str, clock: time) -> str:
    offset = getattr(meeting, drafting.OFFSET_OF[name]) if name in drafting.OFFSET_OF else None
    if meeting.day is None or offset is None or not times.is_doubled(meeting.day, clock, w.zone):
        return str(w.clock(clock))
    return answers.hour(w, meeting.day, clock, offset)


def _missing(w: Words, meeting: Meeting, name: str) -> str:
    if drafting.is_choice(name):
        return w.plain("drafting", "not decided")
    if name in meeting.doubts:
        return w.plain("drafting", "to be decided")
    answered = name in meeting.waived or drafting.value(meeting, name) == ""
    if name == "seats" and answered:
        return w.plain("drafting", "no limit")
    return "–" if answered else w.plain("drafting", "to be decided")


def _agenda(w: Words, agenda: list[AgendaItem], room: int) -> Html | None:
    """Write the points themselves, folded, as far as there is room beside the facts."""
    if not agenda:
        return None
    n = sum(not one.depth for one in agenda)
    heading = w.many("drafting", "Agenda: {n} point", "Agenda: {n} points", n)
    points = lines(*within(room - lengths.units(seen(heading)), cards.agenda_lines(w, agenda)))
    return Html(f"{heading}\n{folded(points)}")


def _what_is_left(w: Words, left: list[str]) -> Html:
    if not left:
        return w.say("drafting", "Is everything right? Tap what you want to change.")
    names = w.listed([questions.label(w, name).lower() for name in left])
    return w.say("drafting", "I still need to ask about: {names}.", names=names)


def _review_buttons(w: Words, meeting: Meeting, left: list[str]) -> Rows:
    row = meeting.id
    names = [name for name in CHANGEABLE if drafting.is_relevant(meeting, name)]
    more = Button(w.say("drafting", "More choices"), str(Token("meet", row, "choices")))
    pairs = columns([*_change_buttons(w, meeting, names), more], 2)
    if meeting.status != Status.DRAFT:
        done = Button(w.say("drafting", "Done"), str(Token("meet", row, "desk")))
        return rows(*pairs, done)
    on = Button(
        w.say("drafting", "Answer the question")
        if left
        else w.say("drafting", "See the invitation"),
        str(Token("meet", row, "ask" if left else "preview")),
        style="success",
    )
    away = Button(w.say("drafting", "Throw away"), str(Token("meet", row, "discard")))
    return rows(on, *pairs, (copying.series_button(w, meeting), away))


CHANGEABLE = (
    "title",
    "day",
    "start",
    "end",
    "form",
    "place",
    "join_url",
    "closes_on",
    "seats",
    "food",
    "accessibility",
    "contact",
    "agenda",
    "hosts",
    "moderator",
    "about",
)
