"""Shows what each theme group has held, and lets an organiser say whose a meeting is."""

from __future__ import annotations

from bot.deeds import composing, shelves
from bot.records.meeting import Meeting
from bot.records.theme_group import ThemeGroup
from bot.rules import finding
from bot.rules.authority import Deed
from bot.store import minutes
from bot.store import theme_groups as store
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps
from bot.words.views import theme_groups as views
from bot.words.views.theme_groups import Leaf, Names

PAGE = 8
"""Meetings or groups on a page; more buttons cannot be read."""


def answer(turn: Turn, token: Token) -> None:
    """Show a group's archive or the list of groups, to any member."""
    group = store.get(turn.session, token.row) if token.row else None
    if token.ask == "all" or token.row == 0:
        _every(turn, token.number)
    elif group is None:
        turn.toast(mishaps.gone(turn.words))
    else:
        _archive(turn, group, token.number)


def _archive(turn: Turn, group: ThemeGroup, wanted: int) -> None:
    held = [one for one in shelves.past(turn) if one.theme_group_id == group.id]
    page = finding.page(held, wanted, PAGE)
    found = minutes.published(turn.session, [one.id for one in page.items], turn.now)
    leaf = Leaf(page.items, found, page.number, page.of)
    keeps = turn.may(Deed.KEEP_REGISTER)
    inside = store.associations(turn.session, group.id) if keeps else None
    turn.show(views.archive(turn.words, group, leaf, inside))


def _every(turn: Turn, wanted: int) -> None:
    """List the groups: all of them to an organiser, those she finds something of to a member."""
    keeps = turn.may(Deed.KEEP_REGISTER)
    known = store.everyone(turn.session)
    if not keeps:
        has_held = {one.theme_group_id for one in shelves.past(turn)}
        known = [one for one in known if one.id in has_held]
    turn.show(views.every(turn.words, _page(known, wanted), organiser=keeps))


def _page(known: list[ThemeGroup], wanted: int) -> Names:
    page = finding.page(known, wanted, PAGE)
    return Names(page.items, page.number, page.of)


def of_meeting(turn: Turn, token: Token) -> None:
    """Ask which theme group holds a meeting, or take the answer."""
    meeting = composing.opened(turn, token)
    if meeting is None:
        return
    if not turn.may(Deed.CHANGE, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
    elif token.ask == "set":
        _set(turn, meeting, token.number)
    else:
        standing = store.get(turn.session, meeting.theme_group_id or 0)
        listed = _page(store.everyone(turn.session), token.number)
        turn.show(views.choose(turn.words, meeting, listed, standing), about=meeting)


def _set(turn: Turn, meeting: Meeting, row: int) -> None:
    group = store.get(turn.session, row)
    if group is None and row:
        turn.toast(mishaps.stale(turn.words))
    else:
        meeting.theme_group_id = group.id if group else None
        turn.session.add(meeting)
        turn.note("changed", meeting, "theme_group")
        turn.toast(views.saved(turn.words))
    composing.choices(turn, meeting)
