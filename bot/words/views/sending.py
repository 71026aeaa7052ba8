"""What an organiser reads before, while and after an invitation goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.records.broadcast import Broadcast, BroadcastStatus
from bot.records.meeting import Meeting
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import desk


@dataclass(frozen=True, slots=True)
class Audience:
    """Who a message goes to: names in order, groups by title, and how many cannot be reached."""

    names: list[str]
    groups: list[str]
    unreachable: int


def about_to_send(w: Words, meeting: Meeting, audience: Audience, *, warns: Html | None) -> Message:
    """Show the number and the names before the dangerous button."""
    n = len(audience.names)
    text = lines(
        w.say("desk", "Above you see the invitation exactly as members see it."),
        "",
        w.many("desk", "It goes to {n} person:", "It goes to {n} people:", n) if n else None,
        desk.named(w, audience.names) if n else None,
        w.say("desk", "Nobody can be reached yet. Send out the link from /lank first.")
        if not n
        else None,
        w.say("desk", "It is also shown in {groups}.", groups=desk.named(w, audience.groups))
        if audience.groups
        else None,
        unreachable(w, audience.unreachable),
        warns,
    )
    return Message(text, _send_buttons(w, meeting, audience))


def _send_buttons(w: Words, meeting: Meeting, audience: Audience) -> tuple[tuple[Button, ...], ...]:
    n = len(audience.names)
    send = Button(
        w.plain_many("desk", "Send to {n}", "Send to {n}", n),
        str(Token("meet", meeting.id, "send")),
        style="success",
    )
    only_group = Button(
        w.say("desk", "Show in the group"), str(Token("meet", meeting.id, "send")), style="success"
    )
    back = Button(w.say("desk", "Change something"), str(Token("meet", meeting.id, "review")))
    return rows(send if n else only_group if audience.groups else None, back)


def unreachable(w: Words, n: int) -> Html | None:
    """Say how many must be reached in another way."""
    if not n:
        return None
    return w.many(
        "desk",
        "{n} person cannot be reached by me and needs a letter or a call.",
        "{n} people cannot be reached by me and need a letter or a call.",
        n,
    )


def red_day(w: Words, day: Html) -> Html:
    """Warn, without stopping, that a day is a holiday."""
    return w.say("desk", "Note that {day} is a public holiday or an eve.", day=day)


def too_late_to_stop(w: Words) -> str:
    """Explain in an alert that an invitation has left."""
    return w.plain("desk", "It is already on its way. You can change or cancel the meeting.")


def sending(w: Words, meeting: Meeting, sent: Broadcast) -> Message:
    """Show an invitation that nobody has seen: it can still be stopped, or it was."""
    title = bold(meeting.title or "")
    if sent.status == BroadcastStatus.WAITING:
        stop = Button(w.say("desk", "Stop"), str(Token("meet", meeting.id, "undo")), style="danger")
        return Message(_when_it_goes(w, title, sent), rows(stop))
    said = w.say("desk", "Stopped. Nobody has seen the invitation to {title}.", title=title)
    show = Button(w.say("desk", "Show the card"), str(Token("meet", meeting.id, "review")))
    return Message(said, rows(show))


def _when_it_goes(w: Words, title: Html, sent: Broadcast) -> Html:
    """Say how long there is to stop it: in minutes, or until when if it waits for the morning."""
    wait = sent.starts_at - sent.created_at
    if wait > SHORT_WAIT:
        return w.say(
            "desk",
            "The invitation to {title} goes out {moment}. You can still stop it.",
            title=title,
            moment=w.moment(sent.starts_at),
        )
    return w.many(
        "desk",
        "The invitation to {title} goes out within {n} minute. You can still stop it.",
        "The invitation to {title} goes out within {n} minutes. You can still stop it.",
        -(-wait // MINUTE),
        title=title,
    )


MINUTE, SHORT_WAIT = timedelta(minutes=1), timedelta(minutes=10)
