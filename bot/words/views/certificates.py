"""A certificate that someone took part: what stands in it, and how it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.exports.papers import Certificate
from bot.records.meeting import Form, Meeting
from bot.rules import lengths, names
from bot.rules.attendance import Attender
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import PDF, Button, File, Message, rows
from bot.words.texts import bold, lines, seen
from bot.words.views import lists
from bot.words.views import meeting as cards

PAGE = 20
"""Names on a page."""
LABEL = 60
"""UTF-16 units of a name on a button."""


def own_button(w: Words, meeting: Meeting) -> Button:
    """Lead someone who was there to her certificate."""
    label = w.say("certificates", "Get a certificate")
    return Button(label, str(Token("proof", meeting.id, "own")))


@dataclass(frozen=True, slots=True)
class Network:
    """Who stands for a certificate: the network, and the body that runs it."""

    name: str
    controller: str


def certificate(
    w: Words, meeting: Meeting, one: Attender, network: Network, today: date
) -> Certificate:
    """Word a certificate; nothing of what anyone ate or needed stands in it."""
    part = w.plain("certificates", "took part in {title}.", title=meeting.title or "–")
    when = w.plain("certificates", "When: {when}", when=seen(cards.when(w, meeting)))
    hosts = meeting.hosts.split(cards.HOSTS) if meeting.hosts else []
    body = [part, when, _where(w, meeting, one)]
    if one.home:
        body.insert(0, w.plain("certificates", "from {home}", home=one.home))
    if hosts:
        named = seen(w.listed(hosts))
        body.append(w.plain("certificates", "Hosts: {hosts}", hosts=named))
    title = w.plain("certificates", "Certificate of attendance")
    return Certificate(
        head=lists.head(w, meeting, title, network.name),
        heading=title,
        name=one.name,
        body=tuple(body),
        place_and_day=w.plain("certificates", "Issued {day}", day=seen(w.full_day(today))),
        signed_by=network.controller or network.name,
    )


def _where(w: Words, meeting: Meeting, one: Attender) -> str:
    is_online = meeting.form == Form.ONLINE or one.mine.attends == "online"
    place = w.plain("certificates", "online") if is_online else meeting.place or "–"
    return w.plain("certificates", "Where: {place}", place=place)


def own(w: Words, meeting: Meeting, content: Certificate) -> Message:
    """Send someone her own certificate."""
    said = w.say(
        "certificates",
        "Here is your certificate for {title}. The organiser can sign it if that is needed.",
        title=bold(meeting.title or "–"),
    )
    return Message(said, file=_file(w, meeting, content))


def for_another(w: Words, meeting: Meeting, name: str, content: Certificate) -> Message:
    """Send an organiser someone's certificate."""
    said = lines(
        bold(meeting.title or "–"),
        w.say("certificates", "Certificate for {name}, ready to sign.", name=name),
    )
    return Message(said, file=_file(w, meeting, content))


def _file(w: Words, meeting: Meeting, content: Certificate) -> File:
    called = f"{w.plain('certificates', 'certificate')} {names.in_file_name(content.name)}"
    dated = f"{called} {meeting.day}.pdf" if meeting.day else f"{called}.pdf"
    return File(dated, PDF, content)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of those who were there, from 1."""

    listed: Sequence[Attender]
    page: int
    pages: int


def choose(w: Words, meeting: Meeting, leaf: Leaf) -> Message:
    """Ask whose certificate; only those noted as present can have one."""
    token = Token("proof", meeting.id, "list")
    named = [
        Button(
            lengths.cut(f"{one.name} ({one.home})" if one.home else one.name, LABEL),
            Token("proof", meeting.id, "one").chosen(str(one.mine.id)),
        )
        for one in leaf.listed
    ]
    before = Button(w.plain("meeting", "Previous page"), token.chosen(str(leaf.page - 1)))
    after = Button(w.plain("meeting", "Next page"), token.chosen(str(leaf.page + 1)))
    turning = (*([before] if leaf.page > 1 else []), *([after] if leaf.page < leaf.pages else []))
    text = lines(
        bold(w.say("certificates", "Whose certificate do you want?")),
        w.say(
            "certificates",
            "Here are those who are noted as present. They find their own under /moten, Past.",
        ),
    )
    back = Button(w.say("lists", "Back"), str(Token("lists", meeting.id, "menu")))
    return Message(text, rows(*named, turning, back))
