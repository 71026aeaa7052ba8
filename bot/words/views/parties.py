"""What people read about the colleagues they register and speak for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Part, Standing
from bot.rules import lengths
from bot.rules.party import Subject
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, Rows, rows
from bot.words.texts import Html, bold, lines, within

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


def ask_name(w: Words, meeting: Meeting, known: list[Person]) -> Message:
    """Ask whom to register; those registered before are a tap away."""
    token = Token("party", meeting.id, "same")
    again = [
        Button(lengths.cut(one.name or "–", LABEL), token.chosen(str(one.id)))
        for one in known[:MOST]
    ]
    back = Button(w.say("parties", "Nobody more"), str(Token("party", meeting.id, "stop")))
    return Message(
        lines(
            bold(w.say("parties", "Whom do you want to register?")),
            w.say("parties", "Write the first name and surname.")
            if not again
            else w.say("parties", "Choose below, or write the first name and surname."),
            w.say(
                "parties",
                "I save the name for the sake of the meeting. Please tell the person that you do"
                " this.",
            ),
        ),
        rows(*again, back),
    )


def same_name_labels(w: Words) -> dict[str, str]:
    """Name the answers to whether someone of that name is the one."""
    return {
        "same": w.plain("parties", "Yes, that is the one"),
        "stop": w.plain("parties", "Yes, then I do nothing"),
        "new": w.plain("parties", "No, someone else with that name"),
    }


def same_name(w: Words, meeting: Meeting, one: Person, stands: Standing | None) -> Message:
    """Ask whether someone of the same name in the same association is the one that is meant."""
    name, labels = one.name or "–", same_name_labels(w)
    token = Token("party", meeting.id, "same")
    another = Button(labels["new"], str(Token("party", meeting.id, "new")))
    if stands is None:
        asked = w.say(
            "parties",
            "I know {name} from your association. Is that who you mean?",
            name=bold(name),
        )
        return Message(asked, rows(Button(labels["same"], token.chosen(str(one.id))), another))
    said = w.say(
        "parties",
        "{name} from your association has answered already: {standing}. Is that who you mean?",
        name=bold(name),
        standing=standing(w, stands),
    )
    stop = Button(labels["stop"], str(Token("party", meeting.id, "stop")))
    return Message(said, rows(stop, another))


def ask_way(w: Words, meeting: Meeting, name: str, known: Person | None) -> Message:
    """Ask how a colleague takes part in a hybrid meeting, before a seat is given."""
    token, row = Token("party", meeting.id, "way"), known.id if known else 0
    return Message(
        bold(w.say("registration", "How does {name} take part?", name=name)),
        rows(
            (
                Button(w.say("registration", "On site"), token.chosen(f"{row}-room")),
                Button(w.say("registration", "Online"), token.chosen(f"{row}-online")),
            )
        ),
    )


def closed(w: Words, meeting: Meeting, closed_at: datetime, contact: str) -> Message:
    """Say that nobody more can be registered, and whom to ask."""
    return Message(
        lines(
            w.say(
                "registration",
                "Registration for {title} closed {moment}.",
                title=bold(meeting.title or ""),
                moment=w.moment(closed_at),
            ),
            w.say("registration", "Questions? Contact {contact}.", contact=contact),
        )
    )


def going(w: Words, meeting: Meeting, about: Subject, question: Message | None) -> Message:
    """Say that a colleague has a seat, and ask the first question about her."""
    said = w.say(
        "parties",
        "{name} is registered for {title}.",
        name=bold(about.name),
        title=bold(meeting.title or ""),
    )
    if question is None:
        return Message(said, _more(w, meeting))
    return Message(lines(said, "", question.text), question.rows)


def waiting(w: Words, meeting: Meeting, about: Subject, number: int) -> Message:
    """Say that a colleague stands in line."""
    return Message(
        lines(
            w.say(
                "parties",
                "Just now {title} is full, but {name} is number {number} on the reserve list.",
                title=bold(meeting.title or ""),
                name=bold(about.name),
                number=number,
            ),
            w.say("parties", "If a seat becomes free I write to you here."),
        ),
        _more(w, meeting),
    )


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


def asked_herself(w: Words, meeting: Meeting, about: Subject) -> Message:
    """Say that a colleague who is here herself is registered, and answers her own questions."""
    return Message(
        lines(
            w.say(
                "parties",
                "{name} is registered for {title}.",
                name=bold(about.name),
                title=bold(meeting.title or ""),
            ),
            w.say(
                "parties", "I have told {name}, who answers for food and needs.", name=about.name
            ),
        ),
        _more(w, meeting),
    )


def registered_by(w: Words, meeting: Meeting, by: str, question: Message | None) -> Message:
    """Tell someone that a colleague has registered her."""
    said = w.say(
        "parties",
        "{by} has registered you for {title}.",
        by=by,
        title=bold(meeting.title or ""),
    )
    mine = Button(w.say("meeting", "Show my registration"), str(Token("come", meeting.id, "mine")))
    if question is None:
        return Message(said, rows(mine))
    return Message(lines(said, "", question.text), (*question.rows, (mine,)))


def given_up_by(w: Words, meeting: Meeting, by: str) -> Message:
    """Tell someone that a colleague has given up the place she had been registered for."""
    again = Button(w.say("registration", "Register again"), str(Token("come", meeting.id, "yes")))
    return Message(
        w.say(
            "parties",
            "{by} has cancelled your place at {title}.",
            by=by,
            title=bold(meeting.title or ""),
        ),
        rows(again),
    )


def _more(w: Words, meeting: Meeting) -> Rows:
    return rows(add_button(w, meeting), list_button(w, meeting))


def add_button(w: Words, meeting: Meeting) -> Button:
    """Lead to registering a colleague."""
    return Button(w.say("parties", "Register a colleague"), str(Token("party", meeting.id, "add")))


def list_button(w: Words, meeting: Meeting) -> Button:
    """Lead to the colleagues one has registered."""
    token = Token("party", meeting.id, "list")
    return Button(w.say("parties", "Colleagues I have registered"), str(token))


@dataclass(frozen=True, slots=True)
class Guest:
    """A colleague as the one who registered her sees her."""

    about: Subject
    standing: Standing
    number: int = 0
    """In line, when she waits."""
    part: Part | None = None
    can_rename: bool = True


def listing(w: Words, meeting: Meeting, guests: list[Guest], *, may_add: bool) -> Message:
    """List the colleagues one has registered, a button for each."""
    listed = [fellow(w, Fellow(one.about.name, one.standing, one.part)) for one in guests]
    heading = w.say("parties", "You have registered for {title}:", title=bold(meeting.title or ""))
    nobody = w.say(
        "parties", "You have registered no colleague for {title}.", title=bold(meeting.title or "")
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
        lines(_how(w, meeting, guest), _in_part(w, guest)),
        rows(
            add_button(w, meeting) if may_change else None,
            change if may_change and goes else None,
            rename if guest.can_rename else None,
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
            w.say("parties", "These places are taken in yours:"),
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


def ask_rename(w: Words, about: Subject) -> Message:
    """Ask what a colleague is called."""
    return Message(
        bold(w.say("parties", "What is {name} called? Write the whole name.", name=about.name))
    )


def renamed(w: Words, name: str) -> Message:
    """Confirm a colleague's new name."""
    return Message(w.say("parties", "Good, now {name} stands on the list.", name=name))


def removed(w: Words, meeting: Meeting, about: Subject, *, seat: bool) -> Message:
    """Confirm that a colleague's place is given up."""
    gone = w.say(
        "parties",
        "{name} is no longer registered for {title}.",
        name=about.name,
        title=bold(meeting.title or ""),
    )
    return Message(
        lines(gone, w.say("parties", "Someone else can have the seat.") if seat else None),
        _more(w, meeting),
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
            w.say("registration", "Thank you for telling me. Someone else can have the seat."),
        )
    )
