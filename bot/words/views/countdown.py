"""How long it is until a meeting, in whole sentences."""

from __future__ import annotations

from typing import assert_never

from bot.rules.countdown import Ahead, Countdown, Ended, Tomorrow, UnderWay
from bot.words.calendar import Words
from bot.words.texts import Html


def countdown(w: Words, left: Countdown) -> Html:
    """Say how long is left, as it is when it is drawn."""
    match left:
        case Ahead(unit=unit, n=n):
            return _ahead(w, unit, n)
        case Tomorrow():
            return w.say("countdown", "The meeting is tomorrow.")
        case UnderWay():
            return w.say("countdown", "The meeting is under way.")
        case Ended():
            return w.say("countdown", "The meeting has been.")
        case _:
            assert_never(left)


def _ahead(w: Words, unit: str, n: int) -> Html:
    count = _number(w, n)
    if unit == "minutes":
        return w.many(
            "countdown",
            "The meeting begins in {count} minute.",
            "The meeting begins in {count} minutes.",
            n,
            count=count,
        )
    if unit == "hours":
        return w.many(
            "countdown",
            "The meeting begins in {count} hour.",
            "The meeting begins in {count} hours.",
            n,
            count=count,
        )
    return w.many(
        "countdown",
        "The meeting is in {count} day.",
        "The meeting is in {count} days.",
        n,
        count=count,
    )


def _number(w: Words, n: int) -> Html:
    """Write a number up to twelve in letters, in the form that the sentences above need."""
    letters = (
        w.say("countdown number", "one"),
        w.say("countdown number", "two"),
        w.say("countdown number", "three"),
        w.say("countdown number", "four"),
        w.say("countdown number", "five"),
        w.say("countdown number", "six"),
        w.say("countdown number", "seven"),
        w.say("countdown number", "eight"),
        w.say("countdown number", "nine"),
        w.say("countdown number", "ten"),
        w.say("countdown number", "eleven"),
        w.say("countdown number", "twelve"),
    )
    return letters[n - 1] if 1 <= n <= len(letters) else Html(str(n))
