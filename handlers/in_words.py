"""Takes what someone writes unasked for the button it means: a yes, a no, a fact to change."""

from __future__ import annotations

from bot.deeds import shelves
from bot.records.registration import Standing
from bot.rules import drafting, finding
from bot.store import meetings, registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps, questions, spoken

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


def correct(turn: Turn, text: str) -> None:
    """Take "Seats: 40" for a fact of the draft begun last; else say what can be written."""
    begun = [one for one in meetings.drafts(turn.session, turn.me.id) if one.title or one.day]
    draft = begun[0] if begun else None
    labels = {name: questions.label(turn.words, name) for name in drafting.BY_NAME}
    head, colon, said = text.partition(":")
    name = spoken.chosen(labels, head)
    if draft is not None and colon and said.strip() and name is not None:
        turn.goes_on = Token("meet", draft.id, name).typed(said.strip())
    else:
        turn.say(mishaps.paste_hint(turn.words, draft))
