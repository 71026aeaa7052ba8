"""What people read when the bot has been away for longer than Telegram remembers."""

from __future__ import annotations

from bot.records.absence import Absence
from bot.words.calendar import Words
from bot.words.message import Message
from bot.words.texts import lines


def say_again(w: Words, gap: Absence) -> Message:
    """Ask someone in the middle of an answer to give it again."""
    return Message(
        w.say(
            "absence",
            "I was away from {since} to {until}. If you answered me meanwhile, please send it"
            " again.",
            since=w.moment(gap.since),
            until=w.moment(gap.until),
        )
    )


def was_away(w: Words, gap: Absence, n: int) -> Message:
    """Tell whoever runs the bot what may be lost, and who has been told."""
    return Message(
        lines(
            w.say(
                "absence",
                "I was away from {since} to {until}. Telegram keeps what people write for about"
                " a day, so some of it may be lost.",
                since=w.moment(gap.since),
                until=w.moment(gap.until),
            ),
            w.many(
                "absence",
                "{n} person was in the middle of an answer and has been asked to send it again.",
                "{n} people were in the middle of an answer and have been asked to send it again.",
                n,
            )
            if n
            else None,
        )
    )
