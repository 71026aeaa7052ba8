"""What an organiser reads while she writes a meeting's minutes and sends them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.records.broadcast import Broadcast
from bot.records.meeting import Meeting
from bot.records.minutes import Minutes, MinutesKind, MinutesStatus
from bot.rules import lengths
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, Rows, rows
from bot.words.texts import Html, bold, folded, lines
from bot.words.views import reporting

GLIMPSE, TITLE, NAME = 900, 128, 120
"""UTF-16 units of a text's beginning, of a title and of a name."""


def button(w: Words, meeting: Meeting) -> Button:
    """Lead to a meeting's minutes."""
    return Button(w.plain("minutes", "Minutes"), _token(meeting, "desk"))


def _token(meeting: Meeting, ask: str, choice: str | None = None) -> str:
    """Write the token of a step with a meeting's minutes."""
    return str(Token("notes", meeting.id, ask, choice))


@dataclass(frozen=True, slots=True)
class Desk:
    """How it stands: the version worked on, how many have said something, who was there."""

    version: Minutes | None
    is_written: bool
    comments: int
    attendance: bool
    """Who was there can still be put in."""
    sent: Broadcast | None = None
    """What was sent last and has begun to leave."""


def overview(w: Words, meeting: Meeting, on: Desk) -> Message:
    """Show how it stands with a meeting's minutes, and what can be done."""
    one = on.version
    if one is None:
        said = w.say(
            "minutes",
            "Nothing is written from {title} yet. Write here in the chat, or send a file.",
            title=_title(meeting),
        )
        return Message(said, rows(_write(w, meeting), _number_row(w, meeting), _back(w, meeting)))
    text = lines(
        bold(w.say("minutes", "Minutes from {title}", title=_cut(meeting))),
        _kind(w, one),
        _state(w, one),
        number(w, meeting),
        w.say("minutes", "New in this version: {changes}", changes=one.changes)
        if one.changes
        else None,
        w.say("minutes", "File: {name}", name=lengths.cut(one.file_name, NAME))
        if one.file_id
        else None,
        w.say("minutes", "Comments so far: {n}", n=on.comments) if on.comments else None,
        folded(lengths.cut(one.text, GLIMPSE)) if one.text else None,
    )
    return Message(text, _steps(w, meeting, on, one))


def version(w: Words, one: Minutes) -> str:
    """Name a version among other things that were sent."""
    return w.plain("minutes", "Minutes, version {n}", n=one.version)


def _kind(w: Words, one: Minutes) -> Html:
    return {
        MinutesKind.NOTES: w.say("minutes", "Kind: notes"),
        MinutesKind.PROTOCOL: w.say("minutes", "Kind: formal minutes"),
    }[MinutesKind(one.kind)]


def _state(w: Words, one: Minutes) -> Html:
    n = one.version
    if one.status == MinutesStatus.PUBLISHED and one.published_at:
        when = w.moment(one.published_at)
        return w.say("minutes", "Version {n}, published {when}.", n=n, when=when)
    if one.status == MinutesStatus.OUT and one.comments_until:
        when = w.moment(one.comments_until)
        return w.say("minutes", "Version {n}, open for comments until {when}.", n=n, when=when)
    return w.say("minutes", "Version {n}, a draft that only organisers see.", n=n)


def number(w: Words, meeting: Meeting) -> Html | None:
    """Write the diary number, where there is one."""
    if not meeting.diary:
        return None
    return w.say("minutes", "Diary number: {number}", number=meeting.diary)


def _steps(w: Words, meeting: Meeting, on: Desk, one: Minutes) -> Rows:
    def step(label: str, ask: str, style: str = "") -> Button:
        return Button(label, _token(meeting, ask), style="success" if style else "")

    comments = step(w.plain("minutes", "Read the comments"), "comments") if on.comments else None
    publish = step(w.plain("minutes", "Publish"), "publish", "yes")
    whole = step(w.plain("minutes", "Read all of it"), "whole") if on.is_written else None
    report = reporting.button(w, on.sent) if on.sent else None
    if one.status != MinutesStatus.DRAFT:
        return rows(
            publish if one.status == MinutesStatus.OUT else None,
            step(w.plain("minutes", "New version"), "new"),
            comments,
            whole,
            report,
            _number_row(w, meeting),
            _back(w, meeting),
        )
    other = {
        MinutesKind.NOTES: (w.plain("minutes", "Make it formal minutes"), "protocol"),
        MinutesKind.PROTOCOL: (w.plain("minutes", "Make it notes"), "notes"),
    }[MinutesKind(one.kind)]
    send = step(w.plain("minutes", "Send for comments"), "until", "yes")
    return rows(
        (send, publish) if on.is_written else None,
        (
            step(w.plain("minutes", "Write more"), "write"),
            step(w.plain("minutes", "Start again"), "empty"),
        ),
        step(w.plain("minutes", "Put in who was there"), "who") if on.attendance else None,
        comments,
        whole,
        report,
        Button(other[0], _token(meeting, "kind", other[1])),
        step(w.plain("minutes", "Say what has changed"), "changes") if one.version > 1 else None,
        _number_row(w, meeting),
        step(w.plain("minutes", "Throw the draft away"), "drop"),
        _back(w, meeting),
    )


def _number_row(w: Words, meeting: Meeting) -> Button:
    return Button(w.plain("minutes", "Diary number"), _token(meeting, "diary"))


def _write(w: Words, meeting: Meeting) -> Button:
    return Button(w.plain("minutes", "Write minutes"), _token(meeting, "write"), style="success")


def _back(w: Words, meeting: Meeting) -> Button:
    way = Token("meet", meeting.id, "desk").chosen("back")
    return Button(w.plain("minutes", "Back to the meeting"), way)


def _cut(meeting: Meeting) -> str:
    return lengths.cut(meeting.title or "–", TITLE)


def _title(meeting: Meeting) -> Html:
    return bold(_cut(meeting))


def done_button(w: Words, meeting: Meeting) -> Button:
    """Lead from writing back to how it stands."""
    return Button(w.plain("minutes", "Done"), _token(meeting, "desk"), style="success")


def ask_text(w: Words, meeting: Meeting) -> Message:
    """Ask for what was said at the meeting."""
    said = w.say(
        "minutes",
        "Write what was said at {title}, in as many messages as you like, or send a file."
        " Press Done when you are ready. Nobody sees it before you send it.",
        title=_title(meeting),
    )
    return Message(said, rows(done_button(w, meeting)))


def added(w: Words, meeting: Meeting) -> Message:
    """Confirm that a text is put last."""
    said = w.say("minutes", "I have put it last. Write more, or press Done.")
    return Message(said, rows(done_button(w, meeting)))


def too_long(w: Words, meeting: Meeting) -> Message:
    """Explain why a text is not taken."""
    said = w.say("minutes", "It would be too long to read in a chat. Send it as a file instead.")
    return Message(said, rows(done_button(w, meeting)))


def got_file(w: Words, meeting: Meeting, name: str) -> Message:
    """Confirm that a file is kept."""
    said = w.say(
        "minutes",
        "I send {name} as it is. You can still write a text that goes with it.",
        name=lengths.cut(name, NAME),
    )
    return Message(said, rows(done_button(w, meeting)))


def got_large_file(w: Words, meeting: Meeting, name: str) -> Message:
    """Confirm a file that can be sent on and not kept for the archive."""
    said = w.say(
        "minutes",
        "I send {name} as it is. It is larger than 20 MB, so I cannot put it among the papers for"
        " the archive: save it there yourself. You can still write a text that goes with it.",
        name=lengths.cut(name, NAME),
    )
    return Message(said, rows(done_button(w, meeting)))


def _home(w: Words, meeting: Meeting) -> Button:
    return Button(w.plain("minutes", "Back"), _token(meeting, "desk"))


def ask_changes(w: Words, meeting: Meeting) -> Message:
    """Ask what is new in a version."""
    said = w.say("minutes", "What has changed since the version before? Write it in a sentence.")
    return Message(said, rows(_home(w, meeting)))


def ask_number(w: Words, meeting: Meeting) -> Message:
    """Ask for a diary number."""
    said = w.say("minutes", "Write the diary number, such as KN 2027/123. Write a dash for none.")
    return Message(lines(number(w, meeting), said), rows(_home(w, meeting)))


def shorter(w: Words) -> Message:
    """Ask for fewer words."""
    return Message(w.say("minutes", "That is too long. Write it shorter."))


@dataclass(frozen=True, slots=True)
class Said:
    """A comment: who made it, about which version, and the words."""

    name: str
    version: int
    text: str


def comments(w: Words, meeting: Meeting, listed: Sequence[Said]) -> Message:
    """Show what people want changed, with their names."""
    written = [
        w.say(
            "minutes",
            "{name} (version {n}): {text}",
            name=bold(lengths.cut(one.name, NAME)),
            n=one.version,
            text=one.text,
        )
        for one in listed
    ]
    heading = bold(w.say("minutes", "Comments on the minutes from {title}", title=_cut(meeting)))
    return Message(lines(heading, "", *written), rows(_home(w, meeting)))


def remarks(w: Words, meeting: Meeting, one: Minutes, n: int) -> Message:
    """Tell an organiser how many comments there are, and until when there can be more."""
    said = w.many(
        "minutes",
        "{n} comment has come on the minutes from {title}.",
        "{n} comments have come on the minutes from {title}.",
        n,
        title=_title(meeting),
    )
    until = (
        w.say("minutes", "They can comment until {when}.", when=bold(w.moment(one.comments_until)))
        if one.comments_until
        else None
    )
    read = Button(w.plain("minutes", "Read the comments"), _token(meeting, "comments"))
    return Message(lines(said, until), rows(read), is_silent=True)


def stale(w: Words) -> str:
    """Tell a late tap that it has gone on since."""
    return w.plain("minutes", "It has been sent already. Here is how it stands.")


def too_late(w: Words) -> str:
    """Explain in an alert that it has left."""
    return w.plain("minutes", "It is already on its way. Make a new version if something is wrong.")


def not_yet(w: Words) -> str:
    """Explain that a meeting has to be held first."""
    return w.plain("minutes", "You can write minutes when the meeting has begun.")


def published_quietly(w: Words) -> str:
    """Confirm in a toast that it can be read, and that nobody was written to."""
    return w.plain("minutes", "Published. It can be read under /moten.")
