"""Lists the meetings, a page at a time. Decides nothing."""

from __future__ import annotations

from bot.deeds import shelves
from bot.records.meeting import Meeting
from bot.records.registration import Standing
from bot.rules import authority, finding
from bot.rules.finding import Standings, Tab
from bot.store import meetings, registrations, theme_groups
from bot.token import Token
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import listing as views
from bot.words.views import mishaps

PAGE = 8
"""Meetings on a page; more buttons cannot be read."""
MOST_DRAFTS = 5
"""Meetings begun that are shown beside those to come; /utkast shows them all."""


def coming(turn: Turn, _argument: str) -> None:
    """List coming meetings with one's own answers, and an organiser's drafts."""
    turn.say(_shelf(turn, Tab.COMING, 1))


def leaf(turn: Turn, token: Token) -> None:
    """Turn to another list or another page, in the same message."""
    if token.ask not in set(Tab):
        turn.toast(mishaps.stale(turn.words))
        return
    turn.show(_shelf(turn, Tab(token.ask), token.number or 1))


def _shelf(turn: Turn, tab: Tab, wanted: int) -> Message:
    answered = registrations.of_person(turn.session, turn.me.id)
    standings = {meeting.id: Standing(one.standing) for one, meeting in answered}
    own = [meeting for _, meeting in answered]
    found = _found(turn, tab, own, standings)
    page = finding.page(found, wanted, PAGE)
    groups = {one.id: one.name for one in theme_groups.ever(turn.session)}
    listed = [
        views.Listed(one, standings.get(one.id), groups.get(one.theme_group_id or 0, ""))
        for one in page.items
    ]
    drafts = _drafts(turn) if tab == Tab.COMING and page.number == 1 else []
    has_held = {one.theme_group_id for one in found} if tab == Tab.PAST else set()
    archives = tuple((row, name) for row, name in groups.items() if row in has_held)
    shelf = views.Shelf(tab, listed, page.number, page.of, drafts, archives)
    return views.listing(turn.words, shelf, organiser=authority.is_organiser(turn.me))


def _found(turn: Turn, tab: Tab, own: list[Meeting], standings: Standings) -> list[Meeting]:
    if tab == Tab.MINE:
        return finding.mine(own, standings, turn.now, turn.house.zone)
    return shelves.past(turn) if tab == Tab.PAST else shelves.coming(turn)


def _drafts(turn: Turn) -> list[Meeting]:
    if not authority.is_organiser(turn.me):
        return []
    begun = meetings.drafts(turn.session, turn.me.id)
    return [one for one in begun if one.title or one.day][:MOST_DRAFTS]
