"""What people read whose meeting has changed: one occasion, or several at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.records.meeting import Meeting
from bot.rules import lengths
from bot.rules.changes import as_it_was
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, File, Message, columns, rows
from bot.words.texts import Html, bold, lines, seen
from bot.words.views import meeting as cards
from bot.words.views import registration, waiting
from bot.words.views.occasions import day_of

TITLE_ROOM, PLACE_ROOM = 120, 120
"""UTF-16 units of each beside a file, where a message has 1,024 in all (Bot API, caption)."""
ROOM, MOST_BUTTONS = 2_800, 8
"""UTF-16 units of all that has changed, and occasions that have a button."""
TIME = frozenset({"day", "start", "end"})


def changed(
    w: Words, meeting: Meeting, then: Meeting, names: frozenset[str], file: File | None
) -> Message:
    """Tell what is new and what was before, only what matters to people.

    Someone on the reserve list has no entry in her calendar yet, and gets no file.
    """
    title = lengths.cut(meeting.title or "", TITLE_ROOM)
    text = lines(
        w.say("notices", "Something has changed for {title}.", title=bold(title)),
        "",
        _new_time(w, meeting, then) if names & {"day", "start", "end"} else _same_time(w, meeting),
        _new_place(w, meeting, then) if names & {"place", "form"} else None,
        _new_link(w, meeting) if "join_url" in names else None,
        "",
        w.say("notices", "Your registration still stands.")
        if file
        else w.say("notices", "You keep your place on the reserve list."),
        w.say("notices", "Open the file to update your calendar.") if file else None,
    )
    fine = Button(w.say("notices", "That is fine"), str(Token("come", meeting.id, "fine")))
    leave = registration.cancel_button(w, meeting) if file else waiting.leave_button(w, meeting)
    return Message(text, rows((fine, leave)), file=file)


def _new_link(w: Words, meeting: Meeting) -> Html:
    """Write the new link."""
    return bold(w.say("notices", "New link: {link}", link=meeting.join_url or "–"))


def _new_time(w: Words, meeting: Meeting, then: Meeting) -> Html:
    """Write when it is, and when it was."""
    return lines(
        bold(w.say("notices", "New time: {when}", when=cards.when(w, meeting))),
        w.say("notices", "Before: {before}", before=cards.when(w, then)),
    )


def _same_time(w: Words, meeting: Meeting) -> Html:
    return w.say("notices", "The time is the same: {when}", when=cards.when(w, meeting))


def _new_place(w: Words, meeting: Meeting, then: Meeting) -> Html:
    """Write where it is, and where it was."""
    return lines(
        bold(w.say("notices", "New place: {place}", place=_short_where(w, meeting))),
        w.say("notices", "Before: {before}", before=_short_where(w, then)),
    )


def _short_where(w: Words, meeting: Meeting) -> Html:
    place = lengths.cut(meeting.place or "–", PLACE_ROOM)
    return cards.where(w, as_it_was(meeting, {"place": place}))


@dataclass(frozen=True, slots=True)
class Changed:
    """One occasion: as it is, as it was, what differs, and whether she is on its reserve list."""

    meeting: Meeting
    then: Meeting
    names: frozenset[str]
    waits: bool = False


def several(w: Words, changed: Sequence[Changed], file: File | None) -> Message:
    """Tell what is new and what was before of several occasions, in one message.

    The file holds those she comes to.
    """
    first = changed[0].meeting
    title = bold(lengths.cut(first.title or "", TITLE_ROOM))
    n = len(changed)
    text = lines(
        w.many(
            "notices",
            "{n} occasion of {title} has changed.",
            "{n} occasions of {title} have changed.",
            n,
            title=title,
        ),
        "",
        *_told(w, changed),
        w.say("notices", "Your registrations still stand.")
        if file
        else w.say("notices", "You keep your places on the reserve lists."),
        w.say("notices", "Open the file to update your calendar.") if file else None,
    )
    fine = Button(w.say("notices", "That is fine"), str(Token("come", first.id, "fine")))
    shown = [
        Button(
            w.plain("notices", "Show {day}", day=day_of(w, one.meeting)),
            str(Token("come", one.meeting.id, "mine")),
        )
        for one in changed[:MOST_BUTTONS]
    ]
    return Message(text, rows(fine, *columns(shown, 2)), file=file)


def _told(w: Words, changed: Sequence[Changed]) -> list[Html]:
    """Say once what is the same everywhere, else occasion by occasion."""
    said = {_place(w, one) for one in changed}
    is_same = len(said) == 1 and not any(one.names & TIME or one.waits for one in changed)
    if is_same:
        days = w.listed([cards.short_when(w, one.meeting) for one in changed])
        same = w.say("notices", "It concerns {days}. The times are the same.", days=days)
        return [*said, same, Html("")]
    return _within(w, [_one(w, one) for one in changed])


def _within(w: Words, parts: Sequence[Html]) -> list[Html]:
    """Keep the occasions there is room for, and count the rest."""
    kept, room = list[Html](), ROOM
    for part in parts:
        room -= lengths.units(seen(part)) + 2
        if room < 0:
            break
        kept += [part, Html("")]
    n = len(parts) - len(kept) // 2
    more = w.many(
        "notices",
        "{n} more occasion has changed. You see it under /moten.",
        "{n} more occasions have changed. You see them under /moten.",
        n,
    )
    return [*kept, *([more, Html("")] if n else [])]


def _one(w: Words, one: Changed) -> Html:
    has_moved = bool(one.names & TIME)
    return lines(
        _new_time(w, one.meeting, one.then)
        if has_moved
        else bold(cards.short_when(w, one.meeting)),
        _place(w, one) or None,
        w.say("notices", "You keep your place on the reserve list.") if one.waits else None,
    )


def _place(w: Words, one: Changed) -> Html:
    """Say where it is now and was before; empty when that has not changed."""
    has_moved = bool(one.names & {"place", "form"})
    return lines(
        _new_place(w, one.meeting, one.then) if has_moved else None,
        _new_link(w, one.meeting) if "join_url" in one.names else None,
    )
