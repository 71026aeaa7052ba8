"""Answers what could not be answered: our own mistakes, and messages Telegram would not take."""

from __future__ import annotations

from bot.records.outgoing import Outgoing
from bot.records.person import Role
from bot.store import groups, people
from bot.turn import Turn, When
from bot.words.views import asking
from bot.words.views import mishaps as views


def apologise(turn: Turn, code: str) -> None:
    """Tell the one who wrote that it went wrong here, and whoever runs the bot once."""
    if turn.sender is not None and turn.chat is not None and turn.chat.is_private:
        turn.say(views.broken(turn.words, code))
    for owner in people.organisers(turn.session):
        if owner.role == Role.OWNER and owner is not turn.person:
            turn.tell(owner, asking.quarantined(turn.words_for(owner), code), when=_decent(turn))


def not_delivered(turn: Turn, row: Outgoing, reason: str) -> None:
    """Show the organisers a group's post that may be missing or was refused.

    The one who waits for a file that could not be made hears it at once.
    """
    if reason == "unmade":
        _not_made(turn, row)
        return
    group = groups.by_chat(turn.session, row.chat_id)
    if group is None or reason not in {"uncertain", "refused", "unreachable"}:
        return
    for organiser in people.organisers(turn.session):
        words = turn.words_for(organiser)
        told = (
            asking.parked(words, group.title, row.id)
            if reason == "uncertain"
            else asking.not_delivered(words, group.title)
        )
        turn.tell(organiser, told, when=_decent(turn))


def _not_made(turn: Turn, row: Outgoing) -> None:
    person = people.get(turn.session, row.person_id or 0)
    if person is not None:
        turn.tell(person, views.not_made(turn.words_for(person)), when=When(turn.now))


def _decent(turn: Turn) -> When:
    """Let organisers sleep: nothing here cannot wait for the morning."""
    return When(turn.house.quiet.next_open(turn.now))
