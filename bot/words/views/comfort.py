"""What an organiser reads when a meeting has moved and its word on accessibility stands."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import bold, lines, shown
from bot.words.views import meeting as cards


def ask(w: Words, meeting: Meeting) -> Message:
    """Ask whether what members read is true of the new place too."""
    labels = choice_labels(w)
    token = Token("meet", meeting.id, "holds")
    keep, change, drop = (
        Button(labels[choice], token.chosen(choice)) for choice in ("yes", "change", "drop")
    )
    text = lines(
        w.say("comfort", "This is what the members read about accessibility:"),
        shown(meeting.accessibility or "–"),
        "",
        bold(w.say("comfort", "Is it right for the new place?")),
    )
    return Message(text, rows(keep, (change, drop)))


def choice_labels(w: Words) -> dict[str, str]:
    """Name the choices, in the order of their buttons."""
    return {
        "yes": w.plain("comfort", "Yes, it is right"),
        "change": w.plain("comfort", "Change"),
        "drop": w.plain("comfort", "Remove"),
    }


def stands(w: Words, meeting: Meeting) -> Message:
    """Confirm that the word stays."""
    said = w.say("comfort", "Good. This stays as it is: {access}", access=meeting.accessibility)
    return Message(said, rows(cards.desk_button(w, meeting)))
