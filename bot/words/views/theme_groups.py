"""What people read of theme groups: what each has held and said, and whose a meeting is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.records.meeting import Meeting
from bot.records.minutes import Minutes
from bot.records.theme_group import ThemeGroup
from bot.rules import lengths
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines, within
from bot.words.views import listing, register
from bot.words.views.meeting import when

NAME, ROOM = 120, 800
"""UTF-16 units of a group's name, and of the names of its associations together."""
MOST = 8
"""Buttons on a page; more cannot be read."""
PAST = "list:0:past:1"
"""Leads to all that has been held."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of what a group has held, from 1, with the published minutes by meeting."""

    held: list[Meeting]
    minutes: dict[int, Minutes]
    page: int
    pages: int


def archive(w: Words, group: ThemeGroup, leaf: Leaf, inside: Sequence[str] | None) -> Message:
    """Show what a theme group has held; `inside` are its associations, for an organiser."""
    heading = w.say("group", "Theme group: {name}", name=lengths.cut(group.name, NAME))
    text = lines(
        bold(heading),
        w.say("group", "The group is removed. What it has held is still here.")
        if group.ended_at
        else None,
        *_inside(w, inside),
        "",
        *_held(w, leaf),
    )
    past = Button(w.plain("group", "All that has been held"), PAST)
    turning = _turning(w, Token("group", group.id, "show"), leaf.page, leaf.pages)
    home = () if inside is None else (register.back(w),)
    ways = () if inside is None or group.ended_at else _ways(w, group)
    read = _buttons(w, leaf, inside is not None)
    return Message(text, rows(*read, turning, *ways, (past, *home)))


def _ways(w: Words, group: ThemeGroup) -> tuple[Button | tuple[Button, ...], ...]:
    """Lead an organiser to what can be changed."""
    return (
        Button(w.plain("group", "Who is in it"), str(Token("group", group.id, "who"))),
        (
            Button(w.plain("group", "Rename"), str(Token("group", group.id, "rename"))),
            Button(w.plain("group", "Remove"), str(Token("group", group.id, "remove"))),
        ),
    )


def _inside(w: Words, inside: Sequence[str] | None) -> list[Html]:
    if inside is None:
        return []
    n = len(inside)
    counted = w.many("group", "{n} association is in it:", "{n} associations are in it:", n)
    return [counted, *within(ROOM, list(inside))] if n else [w.say("group", "Nobody is in it yet.")]


def _held(w: Words, leaf: Leaf) -> list[Html]:
    if not leaf.held:
        return [w.say("group", "It has held no meeting that you can read about here.")]
    heading = w.say("group", "Has held")
    if leaf.pages > 1:
        heading = w.say(
            "group", "Has held, page {page} of {pages}", page=leaf.page, pages=leaf.pages
        )
    how = [w.say("group", "Tap a meeting to read its minutes.")] if leaf.minutes else []
    return [bold(heading), *(_row(w, one, leaf.minutes.get(one.id)) for one in leaf.held), *how]


def _row(w: Words, meeting: Meeting, one: Minutes | None) -> Html:
    title, held = lengths.cut(meeting.title or "–", listing.ROW), when(w, meeting)
    if one is None or one.published_at is None:
        return w.say("group", "• {title}, {when}. No minutes published.", title=title, when=held)
    day = w.full_day(w.local(one.published_at).date())
    return w.say(
        "group", "• {title}, {when}. Minutes published {day}.", title=title, when=held, day=day
    )


def _buttons(w: Words, leaf: Leaf, is_organiser: bool) -> list[Button]:  # noqa: FBT001 (who asks, not how)
    """Lead to the minutes where there are any, else to how the meeting went or what it was."""
    named = zip(listing.labels(w, leaf.held), leaf.held, strict=True)
    return [Button(label, _way(leaf, one, is_organiser)) for label, one in named]


def _way(leaf: Leaf, meeting: Meeting, is_organiser: bool) -> str:  # noqa: FBT001 (who asks, not how)
    one = leaf.minutes.get(meeting.id)
    if one is not None:
        return str(Token("said", one.id, "read"))
    what, ask = ("meet", "desk") if is_organiser else ("come", "card")
    return str(Token(what, meeting.id, ask))


def _turning(w: Words, token: Token, page: int, pages: int) -> tuple[Button, ...]:
    before = Button(w.plain("meeting", "Previous page"), token.chosen(str(page - 1)))
    after = Button(w.plain("meeting", "Next page"), token.chosen(str(page + 1)))
    return (*([before] if page > 1 else []), *([after] if page < pages else []))


@dataclass(frozen=True, slots=True)
class Names:
    """A page of theme groups, from 1."""

    groups: list[ThemeGroup]
    page: int
    pages: int


def every(w: Words, listed: Names, *, organiser: bool) -> Message:
    """List the theme groups, with a button for each."""
    said = (
        w.say("group", "Choose one to see what it has held.")
        if listed.groups
        else w.say("group", "There are no theme groups yet.")
    )
    what = w.say(
        "group",
        "Associations in a theme group can be invited on their own. Its meetings are kept together,"
        " with their minutes.",
    )
    chosen = [listing.group_button(w, one.id, one.name) for one in listed.groups[:MOST]]
    begin = Button(w.plain("group", "Begin a theme group"), str(Token("group", 0, "begin")))
    past = Button(w.plain("group", "All that has been held"), PAST)
    home = (register.back(w),) if organiser else ()
    turning = _turning(w, Token("group", 0, "all"), listed.page, listed.pages)
    told = lines(bold(w.say("group", "Theme groups")), said, what if organiser else None)
    return Message(told, rows(*chosen, turning, begin if organiser else None, (past, *home)))


def ask_name(w: Words) -> Message:
    """Ask what a new group is called."""
    return Message(w.say("group", "What is the theme group called?"), rows(_to_all(w)))


def ask_new_name(w: Words, group: ThemeGroup) -> Message:
    """Ask what a group is to be called from now on."""
    now = w.say("group", "Now: {name}", name=lengths.cut(group.name, NAME))
    asked = w.say("group", "What shall the theme group be called?")
    return Message(lines(asked, now), rows(_to_group(w, group)))


def already(w: Words) -> str:
    """Say in a toast that the group is there."""
    return w.plain("group", "That theme group is already there.")


def taken(w: Words, group: ThemeGroup) -> Message:
    """Say that a name is another group's, also one's that is removed."""
    said = w.say("group", "There is, or has been, another theme group by that name.")
    return Message(said, rows(_to_group(w, group)))


def sure_to_remove(w: Words, group: ThemeGroup) -> Message:
    """Ask once more before a group is removed."""
    return Message(
        w.say(
            "group",
            "Shall I remove the theme group {name}? It can no longer be chosen. Its meetings and"
            " their minutes stay, and so does every invitation that is sent.",
            name=bold(lengths.cut(group.name, NAME)),
        ),
        rows(
            Button(
                w.plain("group", "Yes, remove it"),
                Token("group", group.id, "remove").chosen("yes"),
                style="danger",
            ),
            _to_group(w, group),
        ),
    )


def removed(w: Words, group: ThemeGroup) -> Message:
    """Confirm that a group is removed, and say where its meetings are."""
    return Message(
        w.say(
            "group",
            "The theme group {name} is removed. What it has held stands under /moten.",
            name=lengths.cut(group.name, NAME),
        ),
        rows((_to_all(w), register.back(w))),
    )


def _to_all(w: Words) -> Button:
    return Button(w.plain("register", "Theme groups"), str(Token("group", 0, "all")))


def _to_group(w: Words, group: ThemeGroup) -> Button:
    return Button(w.plain("group", "Back"), str(Token("group", group.id, "show")))


def choose(w: Words, meeting: Meeting, listed: Names, standing: ThemeGroup | None) -> Message:
    """Ask whose meeting it is."""
    token = Token("theme", meeting.id, "set")
    asked = w.say(
        "group",
        "Which theme group holds {title}? Its meetings are kept together, with their minutes.",
        title=bold(lengths.cut(meeting.title or "–", NAME)),
    )
    now = w.say("group", "Now: {name}", name=lengths.cut(standing.name, NAME)) if standing else None
    buttons = [
        Button(lengths.cut(one.name, listing.BUTTON), token.chosen(str(one.id)))
        for one in listed.groups[:MOST]
    ]
    none = Button(w.plain("group", "No theme group"), token.chosen("0")) if standing else None
    turning = _turning(w, Token("theme", meeting.id, "ask"), listed.page, listed.pages)
    back = Button(w.plain("group", "Back"), str(Token("meet", meeting.id, "choices")))
    return Message(lines(asked, now), rows(*buttons, turning, none, back))


def choose_button(w: Words, meeting: Meeting) -> Button:
    """Lead to the choice of a theme group for a meeting."""
    return Button(w.plain("group", "Theme group"), str(Token("theme", meeting.id, "ask")))


def of_meeting(w: Words, group: ThemeGroup | None) -> Html:
    """Say whose meeting it is, among its other facts."""
    name = lengths.cut(group.name, NAME) if group else w.plain("drafting", "not decided")
    return w.say("group", "Theme group: {name}", name=name)


def saved(w: Words) -> str:
    """Confirm in a toast whose meeting it is."""
    return w.plain("group", "Saved.")
