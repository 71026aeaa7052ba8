"""What an organiser reads when a change or a cancellation may hold for several occasions."""

from __future__ import annotations

from collections.abc import Sequence

from bot.records.meeting import Meeting
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines, within
from bot.words.views import copying, desk, occasions, questions

ROOM = 1_200
"""UTF-16 units of days in one message."""


def ask_follow(w: Words, meeting: Meeting, name: str, shift: int, n: int) -> Message:
    """Ask whether what was changed holds for those that follow too."""
    text = w.many(
        "series",
        "{fact}: should the change apply to {n} later occasion too?",
        "{fact}: should the change apply to the {n} later occasions too?",
        n,
        fact=questions.label(w, name),
    )
    carried = f"{name}.{shift}" if shift else name
    follow = Button(
        w.plain("series", "This one and later ones"),
        str(Token("series", meeting.id, "follow", carried)),
    )
    only = Button(w.plain("series", "Only this one"), str(Token("series", meeting.id, "only")))
    return Message(text, rows(follow, only))


def only_here(w: Words, meeting: Meeting) -> Message:
    """Confirm that the others stay as they were."""
    return Message(
        w.say("series", "Only this occasion is changed."), rows(copying.series_button(w, meeting))
    )


def carried(
    w: Words, meeting: Meeting, changed: Sequence[Meeting], left_out: Sequence[Meeting]
) -> Message:
    """Confirm what follows, and name the days where the change cannot be."""
    text = lines(
        w.many(
            "series",
            "{n} later occasion is changed too. I will tell those who have registered.",
            "{n} later occasions are changed too. I will tell those who have registered.",
            len(changed),
        ),
        w.say("series", "The change does not fit these days, so make it there by itself:")
        if left_out
        else None,
        *within(ROOM, [_day(w, one) for one in left_out]),
    )
    return Message(text, rows(copying.series_button(w, meeting)))


def _day(w: Words, one: Meeting) -> Html:
    return w.say("series", "• {when}", when=occasions.when_of(w, one))


def ask_cancel(w: Words, meeting: Meeting, every: Sequence[Meeting], told: int) -> Message:
    """Ask before the rest of a series is cancelled for everyone."""
    token = Token("series", meeting.id, "cancel")
    text = lines(
        bold(w.say("series", "Do you want to cancel these?")),
        *within(ROOM, [_day(w, one) for one in every]),
        "",
        w.many(
            "desk",
            "I will tell {n} person straight away.",
            "I will tell {n} people straight away.",
            told,
        ),
        w.say("desk", "Write why in a sentence, or press a button."),
    )
    yes = Button(labels(w)["yes"], token.chosen("yes"), style="danger")
    return Message(text, rows(yes, Button(labels(w)["no"], token.chosen("no"))))


def labels(w: Words) -> dict[str, str]:
    """Name the two ways on from the question whether to cancel the rest."""
    return {
        "yes": w.plain("series", "Cancel without a reason"),
        "no": w.plain("series", "No, keep them"),
    }


def are_cancelled(
    w: Words, every: Sequence[Meeting], told: int, unreached: Sequence[str]
) -> Message:
    """Confirm that they are cancelled, and name those who must be told in another way."""
    said = w.many(
        "series",
        "{count} occasions are cancelled. I am telling {n} person.",
        "{count} occasions are cancelled. I am telling {n} people.",
        told,
        count=len(every),
    )
    return Message(lines(said, desk.to_call(w, list(unreached))))
