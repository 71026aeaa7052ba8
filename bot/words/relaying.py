"""What someone reads who passes a message on to a person without Telegram."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.records.person import Person
from bot.rules import lengths
from bot.words.calendar import Words
from bot.words.message import Message
from bot.words.texts import Html, lines, quoted, seen, within

TEXT, CAPTION = 4_096, 1_024
"""UTF-16 units of a message, and of one with a file (Bot API)."""
NAMES_ROOM = 1_500
"""UTF-16 units of the list of those that a text is for."""


def pass_on(w: Words, person: Person, message: Message) -> Message:
    """Hand over a text that is ready to be sent on; its buttons would not work elsewhere."""
    text = lines(
        w.say(
            "relaying",
            "{name} is not on Telegram. Please pass this on:",
            name=person.name or "–",
        ),
        reach(w, person),
        "",
        quoted(Html(message.text)),
    )
    return Message(text, file=message.file, document=message.document)


def reach(w: Words, person: Person) -> Html | None:
    """Say how someone without Telegram is reached; None when nobody has told."""
    if person.phone and person.email:
        return w.say(
            "relaying",
            "Phone: {phone}. E-mail: {email}.",
            phone=person.phone,
            email=person.email,
        )
    if person.phone:
        return w.say("relaying", "Phone: {phone}.", phone=person.phone)
    return w.say("relaying", "E-mail: {email}.", email=person.email) if person.email else None


def also(w: Words, message: Message, names: Sequence[str]) -> Message:
    """Add whom the reader should tell too; with more names than there is room for, how many."""
    for line in (
        w.say("relaying", "This also concerns {names}. Please pass it on.", names=w.listed(names)),
        w.many(
            "relaying",
            "This also concerns {n} person you have registered. Please tell them.",
            "This also concerns {n} people you have registered. Please tell them.",
            len(names),
        ),
    ):
        longer = replace(message, text=lines(Html(message.text), "", line))
        if _fits(longer):
            return longer
    return message


def pass_on_to_many(w: Words, named: Sequence[Person], message: Message) -> tuple[Message, ...]:
    """Hand over a text for several, with how each is reached; in two parts when it is long."""
    top = lines(
        w.many(
            "relaying",
            "{n} person is not on Telegram. Please pass this on to:",
            "{n} people are not on Telegram. Please pass this on to:",
            len(named),
        ),
        *within(NAMES_ROOM, [_with_address(w, one) for one in named]),
    )
    whole = Message(
        lines(top, "", quoted(Html(message.text))), file=message.file, document=message.document
    )
    if _fits(whole):
        return (whole,)
    return Message(top), Message(message.text, file=message.file, document=message.document)


def _with_address(w: Words, person: Person) -> Html:
    reached = ", ".join(one for one in (person.phone, person.email) if one)
    if not reached:
        return w.say("relaying", "{name} (nobody has told how)", name=person.name or "–")
    return w.say("relaying", "{name}: {reached}", name=person.name or "–", reached=reached)


def _fits(message: Message) -> bool:
    has_file = bool(message.file or message.document)
    return lengths.units(seen(message.text)) <= (CAPTION if has_file else TEXT)
