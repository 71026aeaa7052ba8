"""Who speaks for whom at a meeting. Knows rows and tokens; never the database or Telegram."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.person import Person
from bot.records.registration import Registration
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
