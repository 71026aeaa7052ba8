"""Who speaks for whom at a meeting. Knows rows and tokens; never the database or Telegram."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.token import Token


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose answers a question is about: one's own, or those of a colleague who is named."""

    base: Token
    name: str = ""
    """Empty for the one who is asked."""

    def asked(self, ask: str) -> Token:
        """Give the token of a question about this registration."""
        return Token(self.base.what, self.base.row, ask)


def oneself(meeting_id: int) -> Subject:
    """Give the one who is asked about her own part in a meeting."""
    return Subject(Token("come", meeting_id))


def colleague(mine: Registration, name: str) -> Subject:
    """Give a colleague whom the one who is asked speaks for."""
    return Subject(Token("ours", mine.id), name)


def speaker_id(mine: Registration, person: Person) -> int | None:
    """Say who answers for a registration: she herself, else the one who brought her."""
    if person.telegram_id is not None:
        return person.id
    return mine.registered_by or person.entered_by


def may_speak(who: Person, mine: Registration, person: Person) -> bool:
    """Whether someone may change a registration: her own, or that of one she brought."""
    return who.id in {person.id, mine.registered_by, person.entered_by}


def folded(name: str | None) -> str:
    """Fold a name so that spellings meet: case, accents written in two ways, and spaces."""
    return " ".join(unicodedata.normalize("NFC", name or "").casefold().split())


def may_be_double(hand: Person, other: Person) -> bool:
    """Whether someone entered by hand may be the one who has registered herself.

    The name is the same, one of them is on Telegram, and no two associations speak against it.
    """
    homes = {hand.organisation_id, other.organisation_id} - {None}
    one_is_here = hand.telegram_id is None and other.telegram_id is not None
    return one_is_here and len(homes) < 2 and folded(hand.name) == folded(other.name)  # noqa: PLR2004


RANK = {Standing.GOING: 3, Standing.OFFERED: 2, Standing.WAITING: 1}
"""Which of two places is worth keeping when both are one person's."""


def is_better(one: Registration, other: Registration) -> bool:
    """Whether a place is worth more than another; in line the one further ahead."""
    mine, theirs = (RANK.get(Standing(each.standing), 0) for each in (one, other))
    if mine == theirs == RANK[Standing.WAITING]:
        return one.line < other.line
    return mine > theirs
