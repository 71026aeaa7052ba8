"""What an organiser reads about those who are registered by hand: a card, a list, what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.records.meeting import Meeting
from bot.records.organisation import Organisation
from bot.records.registration import Part, Standing
from bot.rules import lengths
from bot.rules.registration import Asked
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, Rows, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import parties
from bot.words.views.by_hand import LABEL, MOST, more
from bot.words.views.checking_in import mark

PAGE = 20
"""People on a page of those registered by hand."""


def list_button(w: Words, meeting: Meeting) -> Button:
    """Lead to everyone who is registered by hand."""
    return Button(
        w.say("by_hand", "Everyone registered by hand"),
        Token("entry", meeting.id, "list").chosen("1"),
    )


def ask_home(w: Words, token: Token, name: str) -> Message:
    """Ask which association someone comes from."""
    return Message(
        lines(
            bold(w.say("by_hand", "Which association does {name} come from?", name=name)),
            w.say("by_hand", "Write a few letters, and I search the register."),
        ),
        rows(Button(home_labels(w)["none"], token.chosen("none"))),
    )


def home_labels(w: Words) -> dict[str, str]:
    """Name the answer that is no association."""
    return {"none": w.plain("by_hand", "None, a private individual")}


def homes_found(w: Words, token: Token, words: str, listed: Sequence[Organisation]) -> Message:
    """Show the associations that fit, and offer to put a new one in the register."""
    found = [
        Button(lengths.cut(one.name, LABEL + 20), token.chosen(str(one.id)))
        for one in listed[:MOST]
    ]
    add = Button(
        w.plain("by_hand", "Add {name}", name=lengths.cut(words, LABEL)),
        token.chosen(f"add-{mark(words)}"),
    )
    said = (
        w.say("by_hand", "Is it one of these?")
        if found
        else w.say("by_hand", "I find no association for {words}.", words=words)
    )
    return Message(said, rows(*found, add, Button(home_labels(w)["none"], token.chosen("none"))))


def ask_address(w: Words, token: Token, name: str) -> Message:
    """Ask how someone without Telegram is reached."""
    return Message(
        lines(
            bold(w.say("by_hand", "How can {name} be reached?", name=name)),
            w.say(
                "by_hand",
                "Write a phone number or an e-mail address. I show it to you when there is"
                " something to pass on.",
            ),
        ),
        rows(Button(address_labels(w)["skip"], token.chosen("skip"))),
    )


def address_labels(w: Words) -> dict[str, str]:
    """Name the answer that is no address."""
    return {"skip": w.plain("by_hand", "I tell them myself")}


def bad_address(w: Words, question: Message) -> Message:
    """Say kindly that something is neither a number nor an address, and ask again."""
    said = w.say("by_hand", "I cannot read that as a phone number or an e-mail address.")
    return Message(lines(said, "", Html(question.text)), question.rows)


@dataclass(frozen=True, slots=True)
class Entry:
    """Someone registered by hand, as organisers may see her; never what she needs."""

    registration_id: int
    name: str
    home: str
    phone: str
    email: str
    standing: Standing
    part: Part | None
    is_exception: bool
    asked: Asked | None
    """The first question about her that has no answer."""
    has_code: bool
    """There is a door at which she can show a code."""


def card(w: Words, meeting: Meeting, one: Entry) -> Message:
    """Show someone registered by hand, with everything that can be changed."""
    labels = parties.part_labels(w)
    text = lines(
        bold(one.name),
        w.say("by_hand", "Association: {home}", home=one.home or "–"),
        w.say("by_hand", "Phone: {phone}", phone=one.phone) if one.phone else None,
        w.say("by_hand", "E-mail: {email}", email=one.email) if one.email else None,
        w.say("by_hand", "Registration: {standing}", standing=parties.standing(w, one.standing)),
        w.say("by_hand", "Takes part as: {part}", part=labels[one.part].lower())
        if one.part
        else None,
        w.say("by_hand", "Let in after the last day, or although it was full.")
        if one.is_exception
        else None,
    )
    return Message(text, _changes(w, meeting, one))


def _changes(w: Words, meeting: Meeting, one: Entry) -> Rows:
    row, goes = one.registration_id, one.standing == Standing.GOING
    answer = Token("ours", row, one.asked or "change")
    label = (
        w.say("by_hand", "Answer the questions")
        if one.asked
        else w.say("by_hand", "Change answers")
    )
    live = one.standing in {Standing.GOING, Standing.WAITING, Standing.OFFERED}
    return rows(
        Button(label, str(answer)) if goes else None,
        parties.code_button(w, row) if one.has_code else None,
        (
            Button(w.say("by_hand", "Name"), str(Token("guest", row, "name"))),
            Button(w.say("by_hand", "Association"), str(Token("guest", row, "home"))),
        ),
        Button(w.say("by_hand", "Phone or e-mail"), str(Token("guest", row, "address"))),
        Button(
            w.say("by_hand", "Remove from the meeting"),
            str(Token("guest", row, "remove")),
            style="danger",
        )
        if live
        else None,
        Button(w.say("lists", "Back"), Token("entry", meeting.id, "list").chosen("1")),
    )


def ask_remove(w: Words, meeting: Meeting, one: Entry) -> Message:
    """Ask before someone is taken off the list."""
    token = Token("guest", one.registration_id, "remove")
    said = w.say(
        "by_hand",
        "Shall I remove {name} from {title}? The seat goes on to the next in line, and the answers"
        " are erased.",
        name=bold(one.name),
        title=bold(meeting.title or "–"),
    )
    return Message(
        said,
        rows(
            Button(w.say("by_hand", "Yes, remove"), token.chosen("yes"), style="danger"),
            Button(w.say("by_hand", "No"), str(Token("guest", one.registration_id, "show"))),
        ),
    )


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of those registered by hand, from 1: a registration's row id and what is shown."""

    listed: Sequence[tuple[int, str]]
    page: int
    pages: int


def listing(w: Words, meeting: Meeting, leaf: Leaf) -> Message:
    """List everyone who is registered by hand, a button for each."""
    named = [
        Button(lengths.cut(name, LABEL + 20), str(Token("guest", row, "show")))
        for row, name in leaf.listed
    ]
    token = Token("entry", meeting.id, "list")
    before = Button(w.plain("meeting", "Previous page"), token.chosen(str(leaf.page - 1)))
    after = Button(w.plain("meeting", "Next page"), token.chosen(str(leaf.page + 1)))
    turning = (*([before] if leaf.page > 1 else []), *([after] if leaf.page < leaf.pages else []))
    said = (
        w.say("by_hand", "Registered by hand for {title}:", title=bold(meeting.title or "–"))
        if named
        else w.say(
            "by_hand", "Nobody is registered by hand for {title}.", title=bold(meeting.title or "–")
        )
    )
    return Message(said, rows(*named, turning, more(w, meeting)))
