"""What an organiser reads who writes to those a meeting concerns, and what they read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting
from bot.rules import lengths
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, Rows, rows
from bot.words.texts import Html, bold, lines, within
from bot.words.views import meeting as cards
from bot.words.views import tally

GLIMPSE, LISTED, NAME_ROOM = 40, 10, 60
"""UTF-16 units of a message's beginning in a list, how many a list shows, units of a name."""


def message(w: Words, meeting: Meeting, text: str, sender: str | None) -> Message:
    """Say what an organiser wrote, as it was typed, with whose words they are."""
    said = (
        w.say("message", "{name} writes about {title}, {when}:", name=sender, **_about(w, meeting))
        if sender
        else w.say("message", "About {title}, {when}:", **_about(w, meeting))
    )
    show = Button(w.say("message", "Show the meeting"), str(Token("come", meeting.id, "show")))
    return Message(lines(said, "", text), rows(show))


def _about(w: Words, meeting: Meeting) -> dict[str, Html]:
    return {"title": bold(meeting.title or ""), "when": cards.short_when(w, meeting)}


@dataclass(frozen=True, slots=True)
class Listed:
    """A message in the list: how it begins, when it leaves or left, and what shows it."""

    begins: str
    at: datetime
    token: str
    is_sent: bool


def menu(w: Words, meeting: Meeting, listed: list[Listed]) -> Message:
    """Show what has been written about a meeting and what waits, and begin something new."""
    ahead = [_line(w, one) for one in listed if not one.is_sent]
    sent = [_line(w, one) for one in listed if one.is_sent]
    text = lines(
        bold(w.say("message", "Messages about {title}", title=meeting.title or "")),
        *_part(w.say("message", "Waiting:"), ahead),
        *_part(w.say("message", "Sent:"), sent),
    )
    row = meeting.id
    write = Button(w.say("message", "Write to participants"), str(Token("meet", row, "write")))
    more = Button(w.say("message", "Invite more"), str(Token("meet", row, "widen")))
    shown = [Button(_label(w, one), one.token) for one in listed]
    return Message(text, rows((write, more), *shown, cards.desk_button(w, meeting)))


def _part(title: Html, written: list[Html]) -> list[Html]:
    return [Html(""), title, *written] if written else []


def _line(w: Words, one: Listed) -> Html:
    return w.say("message", "{moment}: {text}", moment=w.moment(one.at), text=one.begins)


def _label(w: Words, one: Listed) -> str:
    text = lengths.cut(one.begins, GLIMPSE)
    if one.is_sent:
        return w.plain("message", "Report: {text}", text=text)
    return w.plain("message", "Waits: {text}", text=text)


def ask_text(w: Words, meeting: Meeting) -> Message:
    """Ask for what is to be said."""
    said = w.say(
        "message",
        "What do you want to say about {title}? Write or paste it here."
        " Nothing is sent before you have seen it and pressed the button.",
        title=bold(meeting.title or ""),
    )
    back = Button(w.say("message", "Back"), str(Token("meet", meeting.id, "letters")))
    return Message(said, rows(back))


def too_long(w: Words, meeting: Meeting) -> Message:
    """Explain why a text is not taken."""
    said = w.say("message", "That is longer than I can send. Shorten it, and write it again.")
    back = Button(w.say("message", "Back"), str(Token("meet", meeting.id, "letters")))
    return Message(said, rows(back))


@dataclass(frozen=True, slots=True)
class Aim:
    """Whom a message goes to: how many, the first names, how many get nothing, and when."""

    count: int
    names: list[str]
    missed: int
    homes: int
    """Associations it is for and that nobody has come in from."""
    chosen: Html
    """Whom the organiser has chosen, in words."""
    leaves: datetime
    is_timed: bool
    """An hour was chosen, or the night puts it off."""
    is_red: bool


def about_to_send(w: Words, meeting: Meeting, told: Broadcast, aim: Aim) -> Message:
    """Show whom it goes to and when, before the dangerous button."""
    seen = (
        w.say("message", "Above you see the message exactly as they see it.")
        if told.kind == BroadcastKind.MESSAGE
        else w.say("message", "Those who already have the invitation do not get it again.")
    )
    text = lines(
        bold(w.say("message", "To: {chosen}", chosen=aim.chosen)),
        seen,
        "",
        *whom(w, aim),
        *_when(w, aim),
    )
    return Message(text, _send_buttons(w, meeting, told, aim))


def whom(w: Words, aim: Aim) -> list[Html]:
    """Write the number and the names, and how many cannot be reached."""
    goes = w.many("desk", "It goes to {n} person:", "It goes to {n} people:", aim.count)
    nobody = w.say("message", "I can reach nobody who matches your choice.")
    written = [goes, named(w, aim)] if aim.count else [nobody]
    missed = w.many(
        "message",
        "{n} more should know but is not reached by me.",
        "{n} more should know but are not reached by me.",
        aim.missed,
    )
    return [*written, *([missed] if aim.missed else []), *empty_homes(w, aim)]


def empty_homes(w: Words, aim: Aim) -> list[Html]:
    """Say from how many associations nobody gets it, because nobody has come in from there."""
    said = w.many(
        "message",
        "Nobody has joined from {n} association it is for.",
        "Nobody has joined from {n} associations it is for.",
        aim.homes,
    )
    return [said] if aim.homes else []


def named(w: Words, aim: Aim) -> Html:
    """List the first names there is room for, and count the rest."""
    fitting = within(tally.NAMES_ROOM, [lengths.cut(one, NAME_ROOM) for one in aim.names])
    kept = fitting[:-1] if fitting[-1:] == ["…"] else fitting
    left = aim.count - len(kept)
    if left <= 0:
        return w.listed(kept)
    names = Html(", ".join(kept))
    return w.many("desk", "{names} and {n} more", "{names} and {n} more", left, names=names)


def _when(w: Words, aim: Aim) -> list[Html]:
    if not aim.is_timed:
        return []
    goes = w.say("message", "It goes out {moment}.", moment=bold(w.moment(aim.leaves)))
    red = w.say("message", "That is a public holiday or the eve of one.")
    return [Html(""), goes, *([red] if aim.is_red else [])]


def _send_buttons(w: Words, meeting: Meeting, told: Broadcast, aim: Aim) -> Rows:
    label = (
        w.plain_many("message", "Schedule for {n}", "Schedule for {n}", aim.count)
        if aim.is_timed
        else w.plain_many("desk", "Send to {n}", "Send to {n}", aim.count)
    )
    send = Button(label, letter(told, "send", str(aim.count)), style="success")
    choose = Button(w.say("message", "Choose who"), whom_token(told, "show"))
    when = Button(w.say("message", "Choose when"), letter(told, "when"))
    test = Button(w.say("message", "Try on myself"), letter(told, "test"))
    text = Button(w.say("message", "Change the text"), letter(told, "text"))
    is_message = told.kind == BroadcastKind.MESSAGE
    return rows(
        send if aim.count else None,
        (choose, when),
        names_row(w, told, aim),
        (test, text) if is_message else test,
        Button(w.say("message", "Back"), str(Token("meet", meeting.id, "letters"))),
    )


def names_row(w: Words, told: Broadcast, aim: Aim) -> tuple[Button, ...]:
    """Lead to all the names, and to those who are not reached."""
    lost = aim.missed + aim.homes
    names = Button(w.say("message", "All names"), whom_token(told, "names"))
    missed = Button(w.plain("message", "Not reached: {n}", n=lost), whom_token(told, "missing"))
    return tuple(one for one, wanted in ((names, aim.count), (missed, lost)) if wanted)


def letter(told: Broadcast, ask: str, choice: str | None = None) -> str:
    """Write the token of a step with a message."""
    return str(Token("letter", told.id, ask, choice))


def whom_token(told: Broadcast, ask: str, choice: str | None = None) -> str:
    """Write the token of a step in choosing whom a message goes to."""
    return str(Token("whom", told.id, ask, choice))


def tested(w: Words) -> str:
    """Confirm in a toast that she has got it herself."""
    return w.plain("message", "It is above. Only you have got it.")


def changed_number(w: Words, n: int) -> str:
    """Explain in an alert why nothing was sent yet."""
    return w.plain_many(
        "message",
        "There is now {n} person. Look again, and press once more.",
        "There are now {n} people. Look again, and press once more.",
        n,
    )


def nobody(w: Words) -> str:
    """Explain in an alert that there is nobody to send to."""
    return w.plain("message", "I can reach nobody who matches your choice.")


def sending(w: Words, meeting: Meeting, told: Broadcast) -> Message:
    """Show a message that nobody has seen: it can still be stopped, or it was."""
    title = bold(meeting.title or "")
    if told.status == BroadcastStatus.WAITING:
        said = w.say(
            "message",
            "The message about {title} goes out {moment}. Until then you can stop it.",
            title=title,
            moment=w.moment(told.starts_at),
        )
        stop = Button(w.say("desk", "Stop"), letter(told, "undo"), style="danger")
        return Message(said, rows(stop))
    again = Button(w.say("message", "Go on writing"), letter(told, "again"))
    return Message(
        w.say("message", "Stopped. Nobody has seen the message about {title}.", title=title),
        rows(again, cards.desk_button(w, meeting)),
    )


def too_late(w: Words) -> str:
    """Explain in an alert that a message has left."""
    return w.plain("message", "It is already on its way.")
