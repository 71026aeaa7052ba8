"""What an organiser reads before, while and after an invitation goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.records.broadcast import Broadcast, BroadcastStatus
from bot.records.meeting import Meeting
from bot.rules import moments
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import meeting as cards
from bot.words.views import messaging, tally
from bot.words.views.messaging import Aim


@dataclass(frozen=True, slots=True)
class Round:
    """Where an invitation goes beside those it is for: groups by title; and a warning."""

    groups: list[str]
    warns: Html | None
    is_narrowed: bool
    """Only some are chosen, and so it is not shown in the groups."""


def about_to_send(w: Words, meeting: Meeting, told: Broadcast, aim: Aim, given: Round) -> Message:
    """Show the number and the names before the dangerous button."""
    n = aim.count
    in_groups = w.say("desk", "It is also shown in {groups}.", groups=tally.named(w, given.groups))
    narrowed = w.say("sending", "You have chosen: {chosen}.", chosen=bold(aim.chosen))
    text = lines(
        w.say("desk", "Above you see the invitation exactly as members see it."),
        "",
        narrowed if given.is_narrowed else None,
        w.many("desk", "It goes to {n} person:", "It goes to {n} people:", n) if n else None,
        messaging.named(w, aim) if n else None,
        _nobody(w, given) if not n else None,
        in_groups if given.groups else None,
        w.say("sending", "It is not shown in the groups, because you have chosen some.")
        if given.is_narrowed
        else None,
        unreachable(w, aim.missed),
        *messaging.empty_homes(w, aim),
        w.say("sending", "It goes out {moment}.", moment=bold(w.moment(aim.leaves)))
        if aim.is_timed
        else None,
        given.warns,
    )
    return Message(text, _send_buttons(w, meeting, told, aim, given))


def _nobody(w: Words, given: Round) -> Html:
    if given.is_narrowed:
        return w.say("message", "I can reach nobody who matches your choice.")
    return w.say("desk", "I cannot reach anyone yet. Send out the link from /lank first.")


def _send_buttons(
    w: Words, meeting: Meeting, told: Broadcast, aim: Aim, given: Round
) -> tuple[tuple[Button, ...], ...]:
    token = Token("meet", meeting.id, "send")
    label = w.plain_many("desk", "Send to {n}", "Send to {n}", aim.count)
    if aim.is_timed:
        label = w.plain_many("message", "Schedule for {n}", "Schedule for {n}", aim.count)
    send = Button(label, token.chosen(str(aim.count)), style="success")
    only_group = Button(w.say("desk", "Show in the group"), token.chosen("0"), style="success")
    choose = Button(w.say("message", "Choose who"), messaging.whom_token(told, "show"))
    when = Button(w.say("message", "Choose when"), messaging.letter(told, "when"))
    tried = Token("meet", meeting.id, "preview", "test")
    test = Button(w.say("message", "Try on myself"), str(tried))
    back = Button(w.say("desk", "Change something"), str(Token("meet", meeting.id, "review")))
    return rows(
        send if aim.count else only_group if given.groups else None,
        (choose, when),
        messaging.names_row(w, told, aim),
        (test, back),
    )


def unreachable(w: Words, n: int) -> Html | None:
    """Say how many must be reached in another way."""
    if not n:
        return None
    return w.many(
        "desk",
        "I cannot reach {n} person, who needs a letter or a call.",
        "I cannot reach {n} people, who need a letter or a call.",
        n,
    )


def red_day(w: Words, day: Html) -> Html:
    """Warn, without stopping, that a day is a holiday."""
    return w.say("desk", "Note that {day} is a public holiday or the eve of one.", day=day)


def too_late_to_stop(w: Words) -> str:
    """Explain in an alert that an invitation has left."""
    return w.plain("desk", "It is already on its way. You can change or cancel the meeting.")


def sending(w: Words, meeting: Meeting, sent: Broadcast) -> Message:
    """Show an invitation that nobody has seen: it can still be stopped, or it was."""
    title = bold(meeting.title or "")
    if sent.status == BroadcastStatus.WAITING:
        token = Token("meet", meeting.id, "undo", str(sent.id))
        stop = Button(w.say("desk", "Stop"), str(token), style="danger")
        return Message(_when_it_goes(w, title, sent), rows(stop))
    said = w.say("desk", "Stopped. Nobody has seen the invitation to {title}.", title=title)
    show = Button(w.say("desk", "Show the details"), str(Token("meet", meeting.id, "review")))
    return Message(said, rows(show))


def stopped_more(w: Words, meeting: Meeting) -> Message:
    """Confirm that a further invitation was stopped; the meeting stands."""
    title = bold(meeting.title or "")
    said = w.say("sending", "Stopped. Nobody more is invited to {title}.", title=title)
    return Message(said, rows(cards.desk_button(w, meeting)))


def _when_it_goes(w: Words, title: Html, sent: Broadcast) -> Html:
    """Say how long there is to stop it: in minutes, or until when if it waits for the morning."""
    wait = sent.starts_at - sent.created_at
    if wait > moments.PUT_OFF:
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
        -(-wait // timedelta(minutes=1)),
        title=title,
    )
