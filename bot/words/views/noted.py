"""What people read once they have told what they eat and need: noted, kept, removed."""

from __future__ import annotations

from bot.rules.party import Subject
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import bold, lines


def words_noted(w: Words) -> Message:
    """Say that what she wrote is saved and deleted from the chat, and where copies may remain."""
    return Message(
        w.say(
            "needs",
            "Noted. I have deleted what you wrote here. Copies may remain with Telegram, in your"
            " phone and in its backups.",
        )
    )


def not_saved(w: Words, question: Message) -> Message:
    """Say that a written answer was not saved, because nobody has said yes to that."""
    said = w.say(
        "needs",
        "I have not saved what you wrote, and have deleted it here. First I need your yes."
        " Then you can choose or write it.",
    )
    return Message(lines(said, "", question.text), question.rows)


def thanks(w: Words, keep: str | None) -> Message:
    """Stand where the last question stood; `keep` is the token that keeps answers for next time."""
    done = w.say("needs", "Thank you, that was all I needed to know.")
    if keep is None:
        return Message(done)
    offer = w.say(
        "needs",
        "Would you like to skip choosing the same again next time? Then I will keep your "
        "answers about food and needs until you remove them, locked with a key of your own. "
        "Nobody sees them until you choose them for a meeting yourself. I erase them if you do "
        "not use them for a year.",
    )
    return Message(lines(done, "", offer), rows(Button(w.say("needs", "Keep for next time"), keep)))


def kept(w: Words, remove: str) -> Message:
    """Say that the answers are kept, and lead out as easily as in; `remove` is the token."""
    return Message(
        w.say(
            "needs",
            "I have kept your answers for next time. Then you can choose them with one tap.",
        ),
        rows(Button(w.say("needs", "Remove what I kept"), remove)),
    )


def no_longer_kept(w: Words) -> Message:
    """Say that nothing is kept for next time."""
    return Message(w.say("needs", "Removed. I keep no answers for next time."))


def withdrawn(w: Words, about: Subject, remove: str | None) -> Message:
    """Say that food and needs are removed, and that the place is left; `remove` is a token."""
    name = about.name
    gone = (
        w.say(
            "needs",
            "I have removed what I had saved about food and needs for {name}.",
            name=bold(name),
        )
        if name
        else w.say("needs", "I have removed what I had saved about your food and needs.")
    )
    return Message(
        lines(
            gone,
            w.say("needs", "The place is kept, and the organisers see the new numbers."),
            w.say("needs", "What you asked me to keep for next time is still there.")
            if remove
            else None,
        ),
        rows(
            Button(w.say("needs", "Change the answers"), str(about.asked("change"))),
            Button(w.say("needs", "Remove what I kept"), remove) if remove else None,
        ),
    )


def withdraw_button(w: Words, about: Subject) -> Button:
    """Lead to removing what was told about food and needs, with one tap."""
    label = w.say("needs", "Remove food and needs")
    return Button(label, str(about.asked("withdraw")))
