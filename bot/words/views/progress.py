"""What an organiser reads while what she sent goes out, and what it came to."""

from __future__ import annotations

from datetime import datetime

from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.rules.progress import Progress
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, Rows, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import meeting as cards
from bot.words.views import minutes, reporting


def under_way(w: Words, meeting: Meeting, sent: Broadcast, progress: Progress) -> Message:
    """Show how far what has begun to leave has come, or where it ended."""
    title, buttons = bold(meeting.title or ""), _buttons(w, meeting, sent)
    if sent.status == BroadcastStatus.PAUSED:
        return Message(_counted(w, _paused(w, sent, title), sent, progress), buttons)
    if sent.status == BroadcastStatus.TAKEN_BACK:
        return Message(_counted(w, _halted(w, sent, title), sent, progress), buttons)
    if progress.left or sent.status == BroadcastStatus.GOING:
        return Message(_counted(w, _on_its_way(w, sent, title), sent, progress), buttons)
    ways = rows((_way(w, meeting, sent), reporting.button(w, sent)))
    return Message(_done(w, sent, title, progress), ways)


def _way(w: Words, meeting: Meeting, sent: Broadcast) -> Button:
    """Lead back to where it was sent from."""
    if sent.kind == BroadcastKind.MINUTES:
        return minutes.button(w, meeting)
    return cards.desk_button(w, meeting)


def _paused(w: Words, sent: Broadcast, title: Html) -> Html:
    if sent.kind == BroadcastKind.MESSAGE:
        return w.say("sending", "The message about {title} is paused.", title=title)
    if sent.kind == BroadcastKind.MINUTES:
        return w.say("sending", "The minutes from {title} are paused.", title=title)
    return w.say("sending", "The invitation to {title} is paused.", title=title)


def _halted(w: Words, sent: Broadcast, title: Html) -> Html:
    if sent.kind == BroadcastKind.MESSAGE:
        return w.say("sending", "The message about {title} was stopped on its way.", title=title)
    if sent.kind == BroadcastKind.MINUTES:
        return w.say("sending", "The minutes from {title} were stopped on their way.", title=title)
    return w.say("sending", "The invitation to {title} was stopped on its way.", title=title)


def _on_its_way(w: Words, sent: Broadcast, title: Html) -> Html:
    if sent.kind == BroadcastKind.MESSAGE:
        return w.say("sending", "The message about {title} is on its way.", title=title)
    if sent.kind == BroadcastKind.MINUTES:
        return w.say("sending", "The minutes from {title} are on their way.", title=title)
    return w.say("sending", "The invitation to {title} is on its way.", title=title)


def _counted(w: Words, said: Html, sent: Broadcast, progress: Progress) -> Html:
    return lines(said, _so_far(w, sent, progress), missed(w, progress))


def _so_far(w: Words, sent: Broadcast, progress: Progress) -> Html:
    total = max(sent.count, progress.total)
    return w.many(
        "sending", "Sent to {sent} of {n}.", "Sent to {sent} of {n}.", total, sent=progress.sent
    )


def _done(w: Words, sent: Broadcast, title: Html, progress: Progress) -> Html:
    if not progress.total:
        return _gone_out(w, sent, title)
    return lines(_arrived(w, sent, title, progress.sent), missed(w, progress))


def _arrived(w: Words, sent: Broadcast, title: Html, n: int) -> Html:
    if sent.kind == BroadcastKind.MESSAGE:
        return w.many(
            "desk",
            "The message about {title} has been sent to {n} person.",
            "The message about {title} has been sent to {n} people.",
            n,
            title=title,
        )
    if sent.kind == BroadcastKind.MINUTES:
        return w.many(
            "sending",
            "The minutes from {title} have been sent to {n} person.",
            "The minutes from {title} have been sent to {n} people.",
            n,
            title=title,
        )
    return w.many(
        "desk",
        "The invitation to {title} has been sent to {n} person.",
        "The invitation to {title} has been sent to {n} people.",
        n,
        title=title,
    )


def _gone_out(w: Words, sent: Broadcast, title: Html) -> Html:
    if sent.kind == BroadcastKind.MESSAGE:
        return w.say("sending", "The message about {title} has gone out.", title=title)
    if sent.kind == BroadcastKind.MINUTES:
        return w.say("sending", "The minutes from {title} have gone out.", title=title)
    return w.say("sending", "The invitation to {title} has gone out.", title=title)


def missed(w: Words, progress: Progress) -> Html | None:
    """Say who did not get it, by reason, and what can be done."""
    if not progress.lost + progress.uncertain:
        return None
    call = w.say("sending", "Those I cannot reach need a letter or a call.")
    return lines("", *_reasons(w, progress), call if progress.lost else None)


def _reasons(w: Words, progress: Progress) -> list[Html]:
    said = [
        (
            progress.blocked,
            w.many(
                "sending",
                "{n} person has blocked me.",
                "{n} people have blocked me.",
                progress.blocked,
            ),
        ),
        (
            progress.gone,
            w.many(
                "sending",
                "{n} person has left Telegram.",
                "{n} people have left Telegram.",
                progress.gone,
            ),
        ),
        (
            progress.unknown,
            w.many(
                "sending",
                "{n} person has never written to me, so I may not write first.",
                "{n} people have never written to me, so I may not write first.",
                progress.unknown,
            ),
        ),
        (
            progress.stale,
            w.many(
                "sending",
                "{n} message had become too old to be sent.",
                "{n} messages had become too old to be sent.",
                progress.stale,
            ),
        ),
        (
            progress.refused,
            w.many(
                "sending",
                "{n} message was refused by Telegram.",
                "{n} messages were refused by Telegram.",
                progress.refused,
            ),
        ),
        (
            progress.uncertain,
            w.many(
                "sending",
                "I do not know whether {n} person got it.",
                "I do not know whether {n} people got it.",
                progress.uncertain,
            ),
        ),
    ]
    return [text for n, text in said if n]


def _buttons(w: Words, meeting: Meeting, sent: Broadcast) -> Rows:
    def token(step: str) -> str:
        return str(Token("meet", meeting.id, step, str(sent.id)))

    pause = Button(w.say("sending", "Pause"), token("pause"))
    go_on = Button(w.say("sending", "Go on"), token("resume"), style="success")
    stop = Button(w.say("sending", "Cancel the rest"), token("halt"), style="danger")
    rest = Button(w.say("sending", "Send to the rest"), token("resume"))
    if sent.status == BroadcastStatus.PAUSED:
        return rows((go_on, stop))
    if sent.status == BroadcastStatus.TAKEN_BACK:
        may_go_on = meeting.status == Status.ANNOUNCED
        return rows(_way(w, meeting, sent), rest if may_go_on else None)
    return rows((pause, stop))


def nothing_left(w: Words) -> str:
    """Explain to a late tap that there is nothing left to pause or stop."""
    return w.plain("sending", "It has already gone out to everyone.")


def has_begun(w: Words) -> str:
    """Explain why an invitation cannot go on."""
    return w.plain("sending", "The meeting has begun, so the rest are not invited.")


def paused(w: Words) -> str:
    """Confirm a pause; what is on the wire cannot be called back."""
    return w.plain("sending", "Paused. What had already left may still arrive.")


def goes_on(w: Words, at: datetime | None) -> str:
    """Confirm that the rest are written to, at once or in the morning."""
    if at is None:
        return w.plain("sending", "It goes on.")
    return w.plain("sending", "It goes on {moment}.", moment=w.moment(at))


def halted(w: Words, sent: Broadcast) -> str:
    """Confirm that the rest are left alone."""
    if sent.kind != BroadcastKind.INVITATION:
        return w.plain("sending", "Stopped. The rest do not get it.")
    return w.plain("sending", "Stopped. The rest are not invited.")
