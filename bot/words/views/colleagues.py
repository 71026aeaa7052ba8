"""What is asked and told when a colleague is registered, renamed or taken off again."""

from __future__ import annotations

from datetime import datetime

from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Standing
from bot.rules import lengths
from bot.rules.party import Subject
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, Rows, rows
from bot.words.texts import bold, lines
from bot.words.views import late, parties


def ask_name(w: Words, meeting: Meeting, known: list[Person]) -> Message:
    """Ask whom to register; those registered before are a tap away."""
    token = Token("party", meeting.id, "same")
    again = [
        Button(lengths.cut(one.name or "–", parties.LABEL), token.chosen(str(one.id)))
        for one in known[: parties.MOST]
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
        "stop": w.plain("parties", "Yes, then all is done"),
        "new": w.plain("parties", "No, another with that name"),
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
        standing=parties.standing(w, stands),
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
            late.when_closed(w, meeting, closed_at),
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
                "{title} is full for now, but {name} is number {number} on the reserve list.",
                title=bold(meeting.title or ""),
                name=bold(about.name),
                number=number,
            ),
            w.say("parties", "If a seat becomes free, I will write to you here."),
        ),
        _more(w, meeting),
    )


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
    return rows(parties.add_button(w, meeting), parties.list_button(w, meeting))


def ask_rename(w: Words, about: Subject) -> Message:
    """Ask what a colleague is called."""
    return Message(
        bold(
            w.say(
                "parties",
                "What should it say instead of {name}? Write the whole name.",
                name=about.name,
            )
        )
    )


def renamed(w: Words, name: str) -> Message:
    """Confirm a colleague's new name."""
    return Message(w.say("parties", "Good, now {name} is on the list.", name=name))


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
