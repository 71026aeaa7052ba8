"""Takes what someone writes unasked for the button it means: that she comes, or cannot."""

from __future__ import annotations

from bot.deeds import shelves
from bot.records.registration import Standing
from bot.rules import finding
from bot.store import registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.views import spoken

MOST = 8
"""Meetings to choose among when nothing says which one is meant."""


def take(turn: Turn, text: str) -> bool:
    """Whether the text was such a wish; it is then done, or she is asked which meeting."""
    meant = spoken.wish(turn.words, text)
    if meant is None:
        return False
    answered = registrations.of_person(turn.session, turn.me.id)
    standings = {meeting.id: Standing(one.standing) for one, meeting in answered}
    possible = finding.meant(shelves.coming(turn), standings, comes=meant == "yes")
    if len(possible) == 1:
        turn.goes_on = Token("come", possible[0].id, meant)
    elif possible:
        turn.say(spoken.which(turn.words, possible[:MOST], comes=meant == "yes"))
    return bool(possible)
