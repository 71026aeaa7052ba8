"""What an organiser sees at the door: names to tap, a count, and those who come unannounced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.rules import lengths
from bot.rules.attendance import Attender
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, columns, rows
from bot.words.texts import Html, bold, lines

PAGE = 20
"""Names on a page, two in a row."""
MOST = 8
"""Names of each kind that a search shows."""
LABEL = 40
"""UTF-16 units of a name on a button beside a few words."""


@dataclass(frozen=True, slots=True)
class Room:
    """How many are there, out of how many who said that they would come."""

    present: int
    coming: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the list, from 1."""

    listed: Sequence[Attender]
    page: int
    pages: int


def card(w: Words, meeting: Meeting, room: Room, leaf: Leaf) -> Message:
    """Show the list with a button for each name."""
    text = lines(
        bold(meeting.title or "–"),
        count(w, room),
        "",
        w.say("door", "Tap a name when the person is here, and once more if you were mistaken.")
        if leaf.listed
        else w.say("door", "Nobody has registered."),
        w.say(
            "door",
            "To find someone, or to let in someone who has not registered: write the first letters"
            " of the name.",
        ),
    )
    return Message(
        text, rows(*_names(w, meeting, leaf), _leafing(w, meeting, leaf), _back(w, meeting))
    )


def count(w: Words, room: Room) -> Html:
    """Say how many are there."""
    return w.say("door", "{n} of {all} are here.", n=room.present, all=room.coming)


def _names(w: Words, meeting: Meeting, leaf: Leaf) -> tuple[tuple[Button, ...], ...]:
    shared = Counter(one.name for one in leaf.listed)
    return columns(
        [_name(w, meeting, one, leaf.page, is_alone=shared[one.name] == 1) for one in leaf.listed],
        2,
    )


def _name(w: Words, meeting: Meeting, one: Attender, page: int, *, is_alone: bool) -> Button:
    """Name someone; a tap says what she is to be, so that two who tap never undo each other."""
    name = one.name if is_alone or not one.home else f"{one.name} ({one.home})"
    cut = lengths.cut(name, LABEL)
    wanted = Token("here", meeting.id, "no" if one.mine.attended else "yes")
    token = wanted.chosen(f"{one.mine.id}-{page}")
    if one.mine.attended:
        return Button(w.plain("door", "{name}: here", name=cut), token, style="success")
    return Button(cut, token)


def _leafing(w: Words, meeting: Meeting, leaf: Leaf) -> tuple[Button, ...]:
    token = Token("here", meeting.id, "all")
    before = Button(w.plain("meeting", "Previous page"), token.chosen(str(leaf.page - 1)))
    after = Button(w.plain("meeting", "Next page"), token.chosen(str(leaf.page + 1)))
    return (*([before] if leaf.page > 1 else []), *([after] if leaf.page < leaf.pages else []))


def _back(w: Words, meeting: Meeting) -> Button:
    return Button(w.say("lists", "Back"), str(Token("lists", meeting.id, "menu")))


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for some letters: people on the list, and others whom the bot knows."""

    letters: str
    listed: Sequence[Attender]
    known: Sequence[tuple[Person, str]]
    """Someone who is not on the list, and the name of her association, or ""."""


def found(w: Words, meeting: Meeting, room: Room, given: Found) -> Message:
    """Show whom a search found, and offer to write down someone new."""
    some = Leaf(given.listed[:MOST], 0, 0)
    text = lines(
        bold(meeting.title or "–"),
        count(w, room),
        "",
        w.say("door", "On the list, for {letters}:", letters=given.letters)
        if given.listed
        else w.say("door", "I find nobody on the list for {letters}.", letters=given.letters),
        w.say(
            "door",
            "Someone who has not registered gets a place with one tap, and is noted as here.",
        ),
    )
    return Message(
        text,
        rows(
            *_names(w, meeting, some),
            *(_known(w, meeting, person, home) for person, home in given.known[:MOST]),
            _new(w, meeting, given.letters),
            Button(w.say("door", "The whole list"), str(Token("here", meeting.id, "all"))),
        ),
    )


def _known(w: Words, meeting: Meeting, person: Person, home: str) -> Button:
    name = f"{person.name or '–'} ({home})" if home else person.name or "–"
    label = w.plain("door", "Let in {name}", name=lengths.cut(name, LABEL))
    return Button(label, Token("here", meeting.id, "known").chosen(str(person.id)))


def _new(w: Words, meeting: Meeting, name: str) -> Button:
    label = w.plain("door", "Write down {name}", name=lengths.cut(name, LABEL))
    return Button(label, Token("here", meeting.id, "new").chosen(mark(name)))


def mark(name: str) -> str:
    """Tell one name from another, in a few letters."""
    return f"{crc32(name.encode()):x}"


def is_here(w: Words, name: str) -> str:
    """Confirm in a toast that someone is noted as there."""
    return w.plain("door", "{name} is here.", name=lengths.cut(name, LABEL))


def is_not_here(w: Words, name: str) -> str:
    """Confirm in a toast that someone is not noted as there any more."""
    return w.plain("door", "{name} is no longer noted as here.", name=lengths.cut(name, LABEL))


def too_early(w: Words) -> str:
    """Say in an alert when it can be noted who is there."""
    return w.plain("door", "You can check people in from the morning of the day of the meeting.")
