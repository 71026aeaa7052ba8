"""What an organiser reads of those the bot does not reach: why, and how they can be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.exports.tables import Workbook
from bot.records.broadcast import Broadcast
from bot.records.organisation import Organisation
from bot.rules import lengths
from bot.rules.reach import Why
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import XLSX, Button, File, Message, rows
from bot.words.texts import Html, bold, fixed, lines, seen, shown, within

NAME_ROOM, ROOM = 80, 3_000
"""UTF-16 units of half a line about someone, and of all lines."""
COPIED, MOST_COPIES = 256, 4
"""Characters that a button can copy (Bot API, CopyTextButton), and how many buttons do so."""


def why_labels(w: Words) -> dict[Why, str]:
    """Say why someone is not reached."""
    return {
        Why.NO_TELEGRAM: w.plain("audience", "Not on Telegram"),
        Why.NOBODY_IN: w.plain("audience", "Associations that nobody has joined from"),
        Why.UNREACHABLE: w.plain("audience", "Have blocked me or left Telegram"),
        Why.STOPPED: w.plain("audience", "Have asked me to be silent"),
        Why.MUTED: w.plain("audience", "Want to hear less of this meeting"),
        Why.ENOUGH: w.plain("audience", "Have already been told three times"),
    }


@dataclass(frozen=True, slots=True)
class Missed:
    """Those not reached for one reason: how many, and the first of them with their addresses."""

    why: Why
    count: int
    listed: list[str]
    mails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the buttons lead: to the text alone, to all addresses, and back."""

    text: Token
    file: Token
    back: Token


def missing(w: Words, told: Broadcast, listed: Sequence[Missed]) -> Message:
    """List by reason whom what is being written does not reach."""
    text, file, back = (Token("whom", told.id, ask) for ask in ("text", "file", "show"))
    return by_reason(w, listed, Ways(text, file, back))


def by_reason(w: Words, listed: Sequence[Missed], ways: Ways) -> Message:
    """List by reason whom the bot does not reach, and how they can be reached."""
    labels = why_labels(w)
    text: list[Html] = [bold(w.say("audience", "I do not reach them"))]
    room = ROOM // max(1, len(listed))
    for one in listed:
        title = w.say("audience", "{why}: {n}", why=labels[one.why], n=one.count)
        short = [lengths.cut(line, NAME_ROOM * 2) for line in one.listed]
        kept = within(room, short)
        text += [Html(""), bold(title), *kept]
        is_cut = one.count > len(short) and kept[-1:] != [Html("…")]
        text += [Html("…")] if is_cut else []
    ready = Button(w.say("audience", "A text to pass on"), str(ways.text))
    file = Button(w.say("audience", "All addresses as a file"), str(ways.file))
    mails = [mail for one in listed for mail in one.mails]
    back = Button(w.say("message", "Back"), str(ways.back))
    return Message(lines(*text), rows((ready, file), *copy_buttons(w, mails), back))


def copy_buttons(w: Words, mails: Sequence[str]) -> list[Button]:
    """Put e-mail addresses on the clipboard, as many as a button holds; the file has them all."""
    parts = copying_parts(list(dict.fromkeys(mails)))[:MOST_COPIES]
    if len(parts) == 1:
        return [Button(w.plain("audience", "Copy the e-mail addresses"), copies=parts[0])]
    return [
        Button(w.plain("audience", "Copy e-mail addresses, part {n}", n=n), copies=part)
        for n, part in enumerate(parts, 1)
    ]


def copying_parts(mails: Sequence[str]) -> list[str]:
    """Join addresses as mail programs read them, each part as long as a button holds."""
    parts: list[str] = []
    for mail in mails:
        if len(mail) > COPIED:
            continue
        joined = f"{parts[-1]}; {mail}" if parts else mail
        if parts and len(joined) <= COPIED:
            parts[-1] = joined
        else:
            parts.append(mail)
    return parts


def address(w: Words, name: str, phone: str, email: str) -> str:
    """Write a name with how someone is reached."""
    reached = ", ".join(one for one in (phone, email) if one)
    if not reached:
        return w.plain("relaying", "{name} (nobody has told how)", name=name)
    return w.plain("relaying", "{name}: {reached}", name=name, reached=reached)


def home(w: Words, one: Organisation) -> str:
    """Write an association with whom to ask for there, and how it is reached."""
    name = f"{one.name} ({one.contact})" if one.contact else one.name
    return address(w, name, one.phone, one.email)


def words_alone(drawn: Message) -> Message:
    """Give the text alone, for a letter or an e-mail; a tap on it copies it."""
    return Message(fixed(shown(seen(drawn.text))), document=drawn.document)


def to_pass_on(w: Words, drawn: Message, link: str) -> Message:
    """Give the text alone with the way in; a tap on it copies it."""
    way = w.say("audience", "Register with the bot: {link}", link=link)
    return Message(fixed(lines(shown(seen(drawn.text)), "", way)))


def file(w: Words, content: Workbook) -> Message:
    """Send the addresses as a spreadsheet."""
    name = w.plain("audience", "addresses.xlsx")
    said = w.say("audience", "Those I do not reach, with the addresses I know.")
    return Message(said, file=File(name, XLSX, content))


def column_labels(w: Words) -> tuple[str, ...]:
    """Name the columns of the file."""
    return (
        w.plain("audience", "Name"),
        w.plain("audience", "Association"),
        w.plain("audience", "Why"),
        w.plain("audience", "Phone"),
        w.plain("audience", "E-mail"),
    )


def sheet_name(w: Words) -> str:
    """Name the sheet of the file."""
    return w.plain("audience", "Not reached")
