"""What someone reads who passes a message on to a person without Telegram."""

from __future__ import annotations

from bot.records.person import Person
from bot.words.calendar import Words
from bot.words.message import Message
from bot.words.texts import Html, lines, quoted


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
    return Message(text, file=message.file)


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
