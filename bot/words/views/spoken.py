"""What people write in the place of a button: its label, a yes, a no. Knows words, no questions."""

from __future__ import annotations

from collections.abc import Mapping

from bot.records.meeting import Meeting
from bot.rules import lengths
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows

LABEL = 40
"""Longest name on a button."""


def chosen(labels: Mapping[str, str], text: str) -> str | None:
    """Find the choice whose label someone has written; None when it is none of them."""
    wanted = _bare(text)
    return next((choice for choice, label in labels.items() if _bare(label) == wanted), None)


def is_no(w: Words, text: str) -> bool:
    """Whether someone has only written a no, or that there is nothing."""
    return _is_among(w.plain("spoken", "no, nothing, none, no thanks, no thank you"), text)


def is_yes(w: Words, text: str) -> bool:
    """Whether someone has only written a yes."""
    return _is_among(w.plain("spoken", "yes, yes please, yes thank you, ok"), text)


def wish(w: Words, text: str) -> str | None:
    """Read "I am coming" or "I cannot come", written unasked, as the button's `yes` or `no`."""
    coming = w.plain(
        "spoken",
        "register me, sign me up, I am coming, I'm coming, I will come, yes I am coming, "
        "yes I'm coming, yes I will come, I want to come, I would like to come, I'd love to come",
    )
    staying = w.plain(
        "spoken",
        "I cannot come, I can't come, cannot come, can't come, I am not coming, I'm not coming, "
        "cancel my place, sorry I cannot come, sorry I can't come",
    )
    if _is_among(coming, text) or is_yes(w, text):
        return "yes"
    return "no" if _is_among(staying, text) else None


def which(w: Words, possible: list[Meeting], *, comes: bool) -> Message:
    """Ask which meeting she means who has written that she comes, or that she does not."""
    buttons = [
        Button(
            lengths.cut(one.title or w.plain("meeting", "Meeting without a name"), LABEL),
            str(Token("come", one.id, "yes" if comes else "no")),
        )
        for one in possible
    ]
    return Message(w.say("spoken", "Which meeting do you mean?"), rows(*buttons))


def _is_among(said: str, text: str) -> bool:
    return _bare(text) in {_bare(word) for word in said.split(",")}


def _bare(text: str) -> str:
    return " ".join(text.replace(",", " ").split()).strip(" .!").casefold()
