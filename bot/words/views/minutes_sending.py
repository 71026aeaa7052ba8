"""What an organiser reads while minutes leave: until when, to whom, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.records.broadcast import Broadcast, BroadcastStatus
from bot.records.meeting import Meeting
from bot.rules import lengths, moments
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines, seen
from bot.words.views import minutes, tally
from bot.words.views.unreached import Missed, Ways, by_reason

TITLE = 128


def _token(meeting: Meeting, ask: str, choice: str | None = None) -> str:
    return str(Token("notes", meeting.id, ask, choice))


def _title(meeting: Meeting) -> Html:
    return bold(lengths.cut(meeting.title or "–", TITLE))


def _home(w: Words, meeting: Meeting) -> Button:
    return Button(w.plain("minutes", "Back"), _token(meeting, "desk"))


def ask_until(w: Words, meeting: Meeting, days: Sequence[datetime]) -> Message:
    """Ask until when it can be corrected."""
    said = w.say("minutes", "Until when can people comment? Choose, or write a day.")
    chosen = [
        Button(seen(w.moment(at)), _token(meeting, "until", w.local(at).date().isoformat()))
        for at in days
    ]
    return Message(said, rows(*chosen, _home(w, meeting)))


def unclear_day(w: Words, meeting: Meeting, days: Sequence[datetime]) -> Message:
    """Ask again for a last day."""
    asked = ask_until(w, meeting, days)
    said = w.say("minutes", "I need a day that lies ahead, such as 12 March.")
    return Message(lines(said, asked.text), asked.rows)


@dataclass(frozen=True, slots=True)
class Aim:
    """Who would get it: names, how many are not reached, and until when it can be corrected."""

    names: list[str]
    missed: int
    to: Literal["present", "all", "invited"]
    until: datetime | None = None


def about_to_send(w: Words, meeting: Meeting, aim: Aim) -> Message:
    """Show whom it goes to before the dangerous button."""
    n, choice = len(aim.names), _choice(w, aim)
    ask = "out" if aim.until else "public"
    send = Button(
        w.plain_many("desk", "Send to {n}", "Send to {n}", n),
        _token(meeting, ask, choice),
        style="success",
    )
    quiet = Button(w.plain("minutes", "Publish without a message"), _token(meeting, ask, "none"))
    return Message(
        lines(*_comes_of_it(w, aim), "", *_whom(w, aim)),
        rows(
            send if n else None,
            _missed(w, meeting, aim),
            _other(w, meeting, aim),
            quiet if ask == "public" else None,
            _home(w, meeting),
        ),
    )


def _choice(w: Words, aim: Aim) -> str:
    """Write on a button whom it is for: until a day for comments, or for good to some."""
    return w.local(aim.until).date().isoformat() if aim.until else aim.to


def _missed(w: Words, meeting: Meeting, aim: Aim) -> Button | None:
    """Lead to the names of those it cannot reach."""
    if not aim.missed:
        return None
    label = w.plain("message", "Not reached: {n}", n=aim.missed)
    return Button(label, _token(meeting, "missing", _choice(w, aim)))


def missing(w: Words, meeting: Meeting, aim: Aim, listed: Sequence[Missed]) -> Message:
    """Name by reason those it cannot reach, and how they can be told."""
    choice, back = _choice(w, aim), "until" if aim.until else "publish"
    text, file, back_to = (
        Token("notes", meeting.id, ask, choice) for ask in ("words", "addresses", back)
    )
    return by_reason(w, listed, Ways(text, file, back_to))


def _comes_of_it(w: Words, aim: Aim) -> list[Html]:
    """Say what they will see, and until when it can be spoken of."""
    return [
        w.say("minutes", "Above you see what they get."),
        w.say("minutes", "They can comment until {when}.", when=bold(w.moment(aim.until)))
        if aim.until
        else w.say("minutes", "It can be read under /moten from then on, by all members."),
    ]


def _whom(w: Words, aim: Aim) -> list[Html]:
    """Name those it goes to, and count those it cannot reach."""
    n = len(aim.names)
    reached = [
        w.many("minutes", "They go to {n} person:", "They go to {n} people:", n),
        tally.named(w, aim.names),
    ]
    missed = w.many(
        "minutes",
        "{n} more cannot be reached by me.",
        "{n} more cannot be reached by me.",
        aim.missed,
    )
    nobody = [w.say("minutes", "There is nobody I can write to.")]
    return [*(reached if n else nobody), *([missed] if aim.missed else [])]


def _other(w: Words, meeting: Meeting, aim: Aim) -> Button | None:
    if aim.until or aim.to == "present":
        return None
    if aim.to == "all":
        label = w.plain("minutes", "Choose only those invited")
        return Button(label, _token(meeting, "publish", "invited"))
    return Button(w.plain("minutes", "Choose all members"), _token(meeting, "publish", "all"))


def receipt(w: Words, meeting: Meeting, told: Broadcast) -> Message:
    """Say when minutes leave, with the button that stops them; or that nobody has seen them."""
    title = _title(meeting)
    if told.status == BroadcastStatus.WAITING:
        stop = Button(
            w.plain("desk", "Stop"), _token(meeting, "undo", str(told.id)), style="danger"
        )
        return Message(_when(w, title, told), rows(stop))
    said = w.say("minutes", "Stopped. Nobody has seen the minutes from {title}.", title=title)
    return Message(said, rows(minutes.button(w, meeting)))


def _when(w: Words, title: Html, told: Broadcast) -> Html:
    wait = told.starts_at - told.created_at
    if wait > moments.PUT_OFF:
        return w.say(
            "minutes",
            "The minutes from {title} go out {moment}. You can still stop them.",
            title=title,
            moment=w.moment(told.starts_at),
        )
    return w.many(
        "minutes",
        "The minutes from {title} go out within {n} minute. You can still stop them.",
        "The minutes from {title} go out within {n} minutes. You can still stop them.",
        -(-wait // timedelta(minutes=1)),
        title=title,
    )
