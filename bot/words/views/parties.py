"""Who of an association come together: lists, places, and what is said to all of them at once."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.meeting import Meeting
from bot.records.registration import Part, Standing
from bot.rules import lengths
from bot.rules.party import Subject
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines, within
from bot.words.views import meeting as cards

LABEL = 40
"""UTF-16 units of a name that fit on a button beside a few words."""
ROOM = 900
"""UTF-16 units of a list of names beside everything else a confirmation says."""
MOST = 20
"""People who have a button each in one message."""


@dataclass(frozen=True, slots=True)
class Fellow:
    """Someone of the same association: the name and how she stands, never what she needs."""

    name: str
    standing: Standing
    part: Part | None = None


def fellows(w: Words, listed: tuple[Fellow, ...]) -> list[Html]:
    """List those of one's own association who have answered; nothing when there is none."""
    if not listed:
        return []
    heading = w.say("parties", "From your association:")
    return [Html(""), heading, *within(ROOM, [fellow(w, one) for one in listed])]


def fellow(w: Words, one: Fellow) -> Html:
    """Write a name, how she stands, and in what part."""
    stands = standing(w, one.standing)
    if one.part is None:
        return w.say("parties", "• {name}: {standing}", name=one.name, standing=stands)
    return w.say(
        "parties",
        "• {name}, {part}: {standing}",
        name=one.name,
        part=part_labels(w)[one.part].lower(),
        standing=stands,
    )


def standing(w: Words, how: Standing) -> Html:
    """Write in a word or two how someone stands."""
    said = {
        Standing.GOING: w.say("parties", "registered"),
        Standing.WAITING: w.say("parties", "on the reserve list"),
        Standing.OFFERED: w.say("parties", "has been offered a seat"),
        Standing.CANCELLED: w.say("parties", "has cancelled"),
        Standing.DECLINED: w.say("parties", "cannot come"),
        Standing.LAPSED: w.say("parties", "did not answer the offer of a seat"),
    }
    return said[how]


def part_labels(w: Words) -> dict[str, str]:
    """Name the capacities in which one takes part."""
    return {
        Part.DELEGATE: w.plain("parties", "Delegate"),
        Part.SUBSTITUTE: w.plain("parties", "Substitute"),
        Part.OBSERVER: w.plain("parties", "Observer"),
    }


def ask_part(w: Words, about: Subject) -> Message:
    """Ask in what capacity someone takes part."""
    token = about.asked("part")
    own = w.say("parties", "In what capacity do you take part?")
    other = w.say("parties", "In what capacity does {name} take part?", name=about.name)
    buttons = [Button(label, token.chosen(one)) for one, label in part_labels(w).items()]
    return Message(bold(other if about.name else own), rows(*buttons))


def have_seats(
    w: Words, meeting: Meeting, names: tuple[str, ...], questions: list[Button]
) -> Message:
    """Say that colleagues have seats now, with a way to what is asked about each."""
    said = w.many(
        "parties",
        "{names} has a seat at {title} now.",
        "{names} have seats at {title} now.",
        len(names),
        names=w.listed(within(ROOM, names)),
        title=bold(meeting.title or ""),
    )
    return Message(said, rows(*questions[:MOST], list_button(w, meeting)))


def answer_label(w: Words, about: Subject) -> str:
    """Name the way to the questions about a colleague."""
    return w.plain("parties", "Answer about {name}", name=lengths.cut(about.name, LABEL))


def add_button(w: Words, meeting: Meeting) -> Button:
    """Lead to registering a colleague."""
    return Button(w.say("parties", "Register someone else"), str(Token("party", meeting.id, "add")))


def list_button(w: Words, meeting: Meeting) -> Button:
    """Lead to the colleagues one has registered."""
    token = Token("party", meeting.id, "list")
    return Button(w.say("parties", "Those I have registered"), str(token))


def code_button(w: Words, registration_id: int) -> Button:
    """Lead to the code of someone without Telegram, to pass on."""
    return Button(w.say("codes", "Code for the door"), str(Token("code", registration_id, "for")))


@dataclass(frozen=True, slots=True)
class Guest:
    """A colleague as the one who registered her sees her."""

    about: Subject
    standing: Standing
    number: int = 0
    """In line, when she waits."""
    part: Part | None = None
    can_rename: bool = True
    has_code: bool = False
    """Her code for the door is passed on by the one who registered her."""


def listing(w: Words, meeting: Meeting, guests: list[Guest], *, may_add: bool) -> Message:
    """List the colleagues one has registered, a button for each."""
    listed = [fellow(w, Fellow(one.about.name, one.standing, one.part)) for one in guests]
    heading = w.say("parties", "You have registered for {title}:", title=bold(meeting.title or ""))
    nobody = w.say(
        "parties", "You have registered nobody else for {title}.", title=bold(meeting.title or "")
    )
    buttons = [
        Button(lengths.cut(one.about.name or "–", LABEL), str(one.about.asked("show")))
        for one in guests[:MOST]
    ]
    return Message(
        lines(heading if guests else nobody, *within(ROOM, listed)),
        rows(*buttons, add_button(w, meeting) if may_add else None),
    )


def settled(w: Words, meeting: Meeting, guest: Guest, *, may_change: bool) -> Message:
    """Show how it stands for a colleague, with everything that can be done about it."""
    about = guest.about
    goes = guest.standing == Standing.GOING
    change = Button(w.say("parties", "Change the answers"), str(about.asked("change")))
    rename = Button(w.say("parties", "Change the name"), str(about.asked("name")))
    cannot = w.plain("parties", "{name} cannot come", name=lengths.cut(about.name, LABEL))
    return Message(
        lines(_how(w, meeting, guest), _in_part(w, guest), *_to_tell(w, meeting, goes=goes)),
        rows(
            add_button(w, meeting) if may_change else None,
            change if may_change and goes else None,
            rename if guest.can_rename else None,
            code_button(w, about.base.row) if guest.has_code else None,
            Button(cannot, str(about.asked("cancel")), style="danger"),
        ),
    )


def _how(w: Words, meeting: Meeting, guest: Guest) -> Html:
    name, title = bold(guest.about.name), bold(meeting.title or "")
    if guest.standing == Standing.GOING:
        return w.say("parties", "{name} is registered for {title}.", name=name, title=title)
    if guest.standing == Standing.WAITING:
        return w.say(
            "parties",
            "{name} is number {number} on the reserve list for {title}.",
            name=name,
            number=guest.number,
            title=title,
        )
    return w.say("parties", "{name} has been offered a seat at {title}.", name=name, title=title)


def _to_tell(w: Words, meeting: Meeting, *, goes: bool) -> list[Html]:
    """Give what the one who registered her has to tell her: when and where."""
    if not goes:
        return []
    return [
        w.say("meeting", "When: {when}", when=cards.when(w, meeting)),
        w.say("meeting", "Where: {where}", where=cards.where(w, meeting)),
    ]


def _in_part(w: Words, guest: Guest) -> Html | None:
    if guest.part is None:
        return None
    return w.say("parties", "Takes part as: {part}", part=part_labels(w)[guest.part].lower())


def full(w: Words, meeting: Meeting, listed: tuple[Fellow, ...]) -> Message:
    """Say that an association has sent as many as it may, and who they are."""
    most = w.many(
        "parties",
        "Each association may send {n} person to {title}.",
        "Each association may send {n} people to {title}.",
        meeting.per_party or 0,
        title=bold(meeting.title or ""),
    )
    return Message(
        lines(
            most,
            w.say("parties", "These places are taken in your association:"),
            *within(ROOM, [fellow(w, one) for one in listed]),
            "",
            w.say("parties", "If one of them cannot come, that place is free for someone else."),
        ),
        rows(list_button(w, meeting)),
    )


def theirs_is_full(w: Words, meeting: Meeting) -> Message:
    """Say that a seat from another association cannot be taken."""
    return Message(
        w.many(
            "parties",
            "Each association may send {n} person to {title}, and yours has done so.",
            "Each association may send {n} people to {title}, and yours has done so.",
            meeting.per_party or 0,
            title=bold(meeting.title or ""),
        ),
        rows(list_button(w, meeting)),
    )


def inherited(w: Words, names: tuple[str, ...]) -> Message:
    """Tell an organiser whom she speaks for from now on."""
    return Message(
        w.say(
            "parties",
            "Someone who has left the network had registered {names}, who are not on Telegram."
            " You speak for them from now on.",
            names=w.listed(within(ROOM, names)),
        )
    )


def who_cancels(w: Words, meeting: Meeting, others: tuple[str, ...]) -> Message:
    """Ask who cannot come, when one has registered others too."""
    token = Token("come", meeting.id, "cancel")
    return Message(
        lines(
            bold(w.say("parties", "Who cannot come to {title}?", title=meeting.title or "")),
            w.say(
                "parties", "You have registered {names} too.", names=w.listed(within(ROOM, others))
            ),
        ),
        rows(
            Button(w.say("parties", "Only me"), token.chosen("me")),
            Button(w.say("parties", "All of us"), token.chosen("all"), style="danger"),
            Button(w.say("parties", "Let me choose"), str(Token("party", meeting.id, "list"))),
        ),
    )


def all_cancelled(w: Words, meeting: Meeting, others: tuple[str, ...]) -> Message:
    """Confirm that nobody of a party comes."""
    return Message(
        lines(
            w.say(
                "parties",
                "You have cancelled for yourself and for {names} at {title}.",
                names=w.listed(within(ROOM, others)),
                title=bold(meeting.title or ""),
            ),
            w.say(
                "registration",
                "Thank you for letting me know. Now someone else can have the seat. We hope to "
                "see you another time!",
            ),
        )
    )
