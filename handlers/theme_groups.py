"""Shows what theme groups have held; an organiser begins and fills them, and gives them meetings.

Decides nothing.
"""

from __future__ import annotations

from bot.deeds import composing, entries, shelves
from bot.records.meeting import Meeting
from bot.records.organisation import Organisation
from bot.records.theme_group import ThemeGroup
from bot.rules import finding
from bot.rules import register as rules
from bot.rules.authority import Deed
from bot.rules.importing import Field
from bot.store import minutes, organisations
from bot.store import register as asked
from bot.store import theme_groups as store
from bot.token import Token
from bot.turn import Turn
from bot.words.views import group_members, mishaps
from bot.words.views import theme_groups as views
from bot.words.views.theme_groups import Leaf, Names

PAGE = 8
"""Meetings or groups on a page; more buttons cannot be read."""


def answer(turn: Turn, token: Token) -> None:
    """Show a group's archive or the list of groups to any member; change it for an organiser."""
    group = store.get(turn.session, token.row)
    if token.ask in {"begin", *STEPS} and not turn.may(Deed.KEEP_REGISTER):
        turn.toast(mishaps.not_allowed(turn.words))
    elif token.ask == "begin":
        _begin(turn, token)
    elif token.ask == "all" or token.row == 0:
        _every(turn, token.number)
    elif group is None:
        turn.toast(mishaps.gone(turn.words))
    elif token.ask in STEPS and group.ended_at is None:
        STEPS[token.ask](turn, group, token)
    else:
        _archive(turn, group, token.number)


def _archive(turn: Turn, group: ThemeGroup, wanted: int) -> None:
    held = [one for one in shelves.past(turn) if one.theme_group_id == group.id]
    page = finding.page(held, wanted, PAGE)
    found = minutes.published(turn.session, [one.id for one in page.items], turn.now)
    leaf = Leaf(page.items, found, page.number, page.of)
    keeps = turn.may(Deed.KEEP_REGISTER)
    inside = None
    if keeps:
        turn.me.expects = None
        inside = [one.name for one in store.associations(turn.session, group.id)]
    turn.show(views.archive(turn.words, group, leaf, inside))


def _every(turn: Turn, wanted: int) -> None:
    """List the groups: all of them to an organiser, those she finds something of to a member."""
    keeps = turn.may(Deed.KEEP_REGISTER)
    if keeps:
        known, turn.me.expects = store.everyone(turn.session), None
    else:
        has_held = {one.theme_group_id for one in shelves.past(turn)}
        known = [one for one in store.ever(turn.session) if one.id in has_held]
    turn.show(views.every(turn.words, _page(known, wanted), organiser=keeps))


def _page(known: list[ThemeGroup], wanted: int) -> Names:
    page = finding.page(known, wanted, PAGE)
    return Names(page.items, page.number, page.of)


def _begin(turn: Turn, token: Token) -> None:
    """Ask what a new group is called, or begin it; one that is there is shown instead."""
    if not token.is_typed:
        turn.ask(Token("group", 0, "begin"), views.ask_name(turn.words))
        return
    name = entries.take(turn, Field.GROUPS, token.choice or "")
    if name is None:
        return
    standing = store.named(turn.session, name)
    if standing is not None and standing.ended_at is None:
        turn.toast(views.already(turn.words))
        _archive(turn, standing, 1)
        return
    group = store.add(turn.session, name, turn.now)
    turn.note("began a theme group", detail=str(group.id))
    _members(turn, group, 1)


def _rename(turn: Turn, group: ThemeGroup, token: Token) -> None:
    """Ask what a group is to be called, or take the answer."""
    if not token.is_typed:
        turn.ask(Token("group", group.id, "rename"), views.ask_new_name(turn.words, group))
        return
    name = entries.take(turn, Field.GROUPS, token.choice or "")
    if name is None:
        return
    standing = store.named(turn.session, name)
    if standing is not None and standing.id != group.id:
        turn.say(views.taken(turn.words, group))
        return
    store.rename(turn.session, group, name)
    _changed(turn, group)
    _archive(turn, group, 1)


def _remove(turn: Turn, group: ThemeGroup, token: Token) -> None:
    """Remove a group after a yes; what it has held and whom it invited stand as they did."""
    if token.choice != "yes":
        turn.me.expects = None
        turn.show(views.sure_to_remove(turn.words, group))
        return
    group.ended_at = turn.now
    turn.session.add(group)
    turn.note("removed a theme group", detail=str(group.id))
    turn.show(views.removed(turn.words, group))


def _changed(turn: Turn, group: ThemeGroup) -> None:
    turn.note("changed a theme group", detail=str(group.id))


def _who(turn: Turn, group: ThemeGroup, token: Token) -> None:
    """Show who is in a group, or look for what was written; a whole name is put in at once."""
    if not token.is_typed:
        _members(turn, group, token.number)
        return
    turn.me.typed = " ".join((token.choice or "").split())[: rules.LIMITS[Field.NAME]]
    exact = organisations.named(turn.session, turn.me.typed)
    if exact is not None and exact.id not in _inside(turn, group):
        store.let_in(turn.session, group, exact.id)
        _changed(turn, group)
    _found(turn, group)


def _inside(turn: Turn, group: ThemeGroup) -> list[int]:
    return [one.id for one in store.associations(turn.session, group.id)]


def _members(turn: Turn, group: ThemeGroup, wanted: int) -> None:
    inside = store.associations(turn.session, group.id)
    page = finding.page(inside, wanted, group_members.PAGE)
    some = group_members.Some(page.items, len(inside), page.number, page.of)
    turn.ask(Token("group", group.id, "who"), group_members.inside(turn.words, group, some))


def _found(turn: Turn, group: ThemeGroup) -> None:
    words, most = turn.me.typed or "", group_members.PAGE
    found = asked.found(turn.session, words, 0, most + 1)
    inside = frozenset(_inside(turn, group))
    shown = group_members.found(turn.words, group, words, found, inside)
    turn.ask(Token("group", group.id, "who"), shown)


def _out(turn: Turn, group: ThemeGroup, token: Token) -> None:
    """Take an association out, and stay on the page where it stood."""
    standing = _inside(turn, group)
    place = standing.index(token.number) if token.number in standing else 0
    if token.number in standing:
        store.put_out(turn.session, group.id, token.number)
        _changed(turn, group)
    _members(turn, group, place // group_members.PAGE + 1)


def _pick(turn: Turn, group: ThemeGroup, token: Token) -> None:
    """Put one of those found in the group, or take it out."""
    one = turn.session.get(Organisation, token.number)
    if one is None:
        turn.toast(mishaps.gone(turn.words))
    elif one.id in _inside(turn, group):
        store.put_out(turn.session, group.id, one.id)
        _changed(turn, group)
    else:
        store.let_in(turn.session, group, one.id)
        _changed(turn, group)
    _found(turn, group)


STEPS = {"who": _who, "out": _out, "pick": _pick, "rename": _rename, "remove": _remove}
"""What an organiser does with a group that there is."""


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
    if row and (group is None or group.ended_at is not None):
        turn.toast(mishaps.stale(turn.words))
    else:
        meeting.theme_group_id = group.id if group else None
        turn.session.add(meeting)
        turn.note("changed", meeting, "theme_group")
        turn.toast(views.saved(turn.words))
    composing.choices(turn, meeting)
