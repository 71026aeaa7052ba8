"""What is read about an association's own way in: its links, and the letter that carries one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.config import Network
from bot.exports.papers import Head, Letter
from bot.records.organisation import Organisation
from bot.rules import names
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import PDF, Button, File, Message, rows
from bot.words.texts import LANGUAGES, bold, lines, seen
from bot.words.views import association, register

MOST = 6
"""Languages that have a button."""


def door(
    w: Words, one: Organisation, n: int, until: datetime | None, tongues: Sequence[str]
) -> Message:
    """Show which links there are, and offer a new one as a letter; `tongues` are languages."""
    says = (
        w.many(
            "doors",
            "{n} link works, until {day}. I keep no copy of it, so I cannot show it again.",
            "{n} links work, the last until {day}. I keep no copy of them, so I cannot show them"
            " again.",
            n,
            day=w.full_day(w.local(until).date()),
        )
        if until is not None
        else w.say("doors", "There is no link to it yet.")
    )
    text = lines(
        bold(register.name_of(one)),
        says,
        "",
        w.say(
            "doors",
            "I will make a link and a letter to print, with a code to point a telephone at. "
            "Those who come in that way belong to the association from the start.",
        ),
    )
    return Message(text, rows(*_ways(w, one, tongues, has_links=until is not None)))


def _ways(w: Words, one: Organisation, tongues: Sequence[str], *, has_links: bool) -> list[Button]:
    token = Token("door", one.id, "new")
    letters = [
        Button(
            w.plain("doors", "New letter ({language})", language=LANGUAGES[tag]),
            token.chosen(tag),
        )
        for tag in tongues[:MOST]
    ]
    kept = [
        Button(w.plain("doors", "Extend by 90 days"), str(Token("door", one.id, "renew"))),
        Button(w.plain("doors", "Close all links"), str(Token("door", one.id, "close"))),
    ]
    back = association.back(w, one.id, "show")
    return [*letters, *(kept if has_links else []), back]


def sure_to_close(w: Words, one: Organisation) -> Message:
    """Ask once more before letters that are out in the world stop working."""
    yes = Token("door", one.id, "close").chosen("yes")
    return Message(
        w.say(
            "doors",
            "Then letters that you have already sent to {name} no longer work. Shall I close the"
            " links?",
            name=bold(register.name_of(one)),
        ),
        rows(
            Button(w.plain("doors", "Yes, close them"), yes, style="danger"),
            Button(w.plain("association", "Back"), str(Token("door", one.id, "show"))),
        ),
    )


def sent(w: Words, one: Organisation, link: str, until: datetime, content: Letter) -> Message:
    """Send the letter, with the link to copy."""
    name = w.plain("doors", "letter {association}.pdf", association=names.in_file_name(one.name))
    return Message(
        lines(
            w.say(
                "doors",
                "Here is the letter to {name}. It can be printed, or sent by post or e-mail.",
                name=bold(register.name_of(one)),
            ),
            link,
            w.say(
                "doors",
                "The link works until {day}, for as many as need it.",
                day=w.full_day(w.local(until).date()),
            ),
        ),
        file=File(name, PDF, content),
    )


def letter(w: Words, network: Network, name: str, link: str, until: datetime) -> Letter:
    """Word the letter that shows an association's people the way in."""
    day = seen(w.full_day(w.local(until).date()))
    head = Head(
        lang=w.language,
        title=w.plain("doors", "Welcome to {network}", network=network.name),
        lines=(name,),
        foot=network.controller,
        page=w.plain("doors", "Page"),
        of=w.plain("doors", "of"),
    )
    body = (
        w.plain(
            "doors",
            "Our bot in Telegram tells you about meetings. You register with one tap and are "
            "reminded in time.",
        ),
        w.plain("doors", "The letter is for everyone in {name}. Do pass it on.", name=name),
        w.plain(
            "doors",
            "You can take part without Telegram too: {contact}",
            contact=network.contact,
        ),
    )
    steps = (
        w.plain("doors", "Install Telegram on your telephone, if you do not have it."),
        w.plain("doors", "Open the camera and point it at the code."),
        w.plain("doors", "Tap the link, and then Start."),
        w.plain("doors", "Write your name. The link works until {day}.", day=day),
    )
    says = w.plain(
        "doors", "The code leads to the bot of {network} in Telegram.", network=network.name
    )
    return Letter(head, body, steps, link, says)
