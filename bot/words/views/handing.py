"""What people read when someone sends a colleague in her place."""

from __future__ import annotations

from datetime import datetime

from bot.records.meeting import Meeting
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, File, Message, rows
from bot.words.texts import bold, lines
from bot.words.views import meeting as cards


def made(w: Words, meeting: Meeting, ends: datetime, *, seat: bool) -> Message:
    """Say what to do with the link, how long it is good, and how to take it back."""
    own = w.say(
        "handing",
        "Send the next message to the person who is to have your place at {title}.",
        title=bold(meeting.title or ""),
    )
    invitation = w.say(
        "handing",
        "Send the next message to the person who is to be invited to {title} instead of you.",
        title=bold(meeting.title or ""),
    )
    return Message(
        lines(
            own if seat else invitation,
            w.say(
                "handing",
                "The link works once, until {moment}. Until it is used nothing changes for you.",
                moment=w.moment(ends),
            )
            if seat
            else w.say("handing", "The link works once, until {moment}.", moment=w.moment(ends)),
        ),
        rows(
            Button(w.say("handing", "Take the link back"), str(Token("hand", meeting.id, "back")))
        ),
    )


def to_forward(w: Words, meeting: Meeting, link: str, *, seat: bool) -> Message:
    """Write the message that is sent on to the colleague."""
    asked = (
        w.say(
            "handing",
            "Can you come to {title} instead of me? Open the link, and my place is yours.",
            title=bold(meeting.title or ""),
        )
        if seat
        else w.say(
            "handing",
            "Can you come to {title} instead of me? Open the link to register.",
            title=bold(meeting.title or ""),
        )
    )
    when = w.say("meeting", "When: {when}", when=cards.when(w, meeting))
    where = w.say("meeting", "Where: {where}", where=cards.where(w, meeting))
    return Message(lines(asked, when, where, link))


def taken_back(w: Words) -> Message:
    """Say that the link no longer works."""
    return Message(w.say("handing", "The link no longer works. Nothing has changed for you."))


def was_used(w: Words) -> Message:
    """Say that it is too late to take the link back."""
    return Message(w.say("handing", "There is no link of yours to take back."))


def nothing_to_give(w: Words, meeting: Meeting, contact: str) -> Message:
    """Say that nobody can be sent any more, and whom to ask."""
    return Message(
        lines(
            w.say(
                "handing",
                "Registration for {title} is closed, so I can invite nobody in your place.",
                title=bold(meeting.title or ""),
            ),
            w.say("registration", "Questions? Contact {contact}.", contact=contact),
        )
    )


def own_link(w: Words) -> Message:
    """Say to the giver that the link is for someone else."""
    return Message(
        w.say("handing", "This is your own link. Send it to the person who is to come instead.")
    )


def comes_already(w: Words, meeting: Meeting) -> Message:
    """Say to someone who has a seat that the link is for someone without."""
    return Message(
        w.say(
            "handing",
            "You already have a place at {title}. The link still works for someone else.",
            title=bold(meeting.title or ""),
        )
    )


def received(w: Words, meeting: Meeting, giver: str, question: Message | None) -> Message:
    """Say that the seat is hers now, and ask the first question."""
    said = lines(
        w.say(
            "handing",
            "{giver} has given you a place at {title}. You are registered.",
            giver=giver,
            title=bold(meeting.title or ""),
        ),
        w.say("meeting", "When: {when}", when=cards.when(w, meeting)),
        w.say("meeting", "Where: {where}", where=cards.where(w, meeting)),
    )
    mine = Button(w.say("meeting", "Show my registration"), str(Token("come", meeting.id, "mine")))
    if question is None:
        return Message(said, rows(mine))
    return Message(lines(said, "", question.text), question.rows)


def invited(w: Words, meeting: Meeting, giver: str) -> Message:
    """Say who sent the invitation on."""
    return Message(
        w.say(
            "handing",
            "{giver} cannot come to {title} and asks whether you can.",
            giver=giver,
            title=bold(meeting.title or ""),
        )
    )


def seat_is_taken(w: Words, meeting: Meeting, name: str, file: File) -> Message:
    """Tell the giver who has the seat; the file takes the meeting out of her calendar."""
    return Message(
        lines(
            w.say(
                "handing",
                "{name} has taken over your place at {title}. Thank you for sending someone.",
                name=name,
                title=bold(meeting.title or ""),
            ),
            w.say("handing", "I have removed your answers. Open the file to update your calendar."),
        ),
        file=file,
    )


def invitation_is_taken(w: Words, meeting: Meeting, name: str) -> Message:
    """Tell the giver who has the invitation."""
    return Message(
        w.say(
            "handing",
            "{name} has got your invitation to {title}. Thank you for sending it on.",
            name=name,
            title=bold(meeting.title or ""),
        )
    )
