"""What people read about who runs the network and its meetings."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.admission import AdmissionKind
from bot.records.meeting import Meeting
from bot.records.person import Role
from bot.rules import lengths
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import meeting as cards


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone who helps to run something."""

    id: int
    name: str
    role: Role


def _title(meeting: Meeting) -> str:
    return lengths.cut(meeting.title or "–", TITLE)


def _label(words: str) -> str:
    return lengths.cut(words, LABEL)


TITLE, LABEL = 200, 64
"""UTF-16 units of a title in the middle of a sentence, and of a button."""


def role_name(w: Words, role: Role) -> Html:
    """Name a role."""
    return {
        Role.MEMBER: w.say("roles", "member"),
        Role.ORGANISER: w.say("roles", "organiser"),
        Role.ADMIN: w.say("roles", "network admin"),
        Role.OWNER: w.say("roles", "owner"),
    }[role]


def team(w: Words, listed: list[Colleague], *, may_appoint: bool) -> Message:
    """List those who run the network."""
    written = [
        w.say("roles", "{name}: {role}", name=one.name, role=role_name(w, one.role))
        for one in listed
    ]
    text = lines(bold(w.say("roles", "Those who run the network")), "", *written[:MOST])
    if not may_appoint:
        return Message(text)
    return Message(
        text,
        rows(
            *(Button(_label(one.name), str(Token("role", one.id, "one"))) for one in listed[:MOST]),
            Button(
                w.say("roles", "Invite an organiser"), str(Token("role", 0, "invite", "organiser"))
            ),
            Button(
                w.say("roles", "Invite a network admin"), str(Token("role", 0, "invite", "admin"))
            ),
            Button(w.say("roles", "Show what has been done"), str(Token("log", 0, "page", "0"))),
        ),
    )


MOST = 40
"""People who are listed by name."""


def link(w: Words, kind: AdmissionKind, address: str, meeting: Meeting | None) -> Message:
    """Hand over a link to a role."""
    if meeting is not None:
        heading = w.say(
            "roles",
            "Link for someone who will help you to run {title}",
            title=_title(meeting),
        )
    elif kind == AdmissionKind.ADMIN:
        heading = w.say("roles", "Link for one more network admin")
    else:
        heading = w.say("roles", "Link for one more organiser")
    return Message(
        lines(
            bold(heading),
            address,
            w.say(
                "roles",
                "It works once, and for 24 hours. Send it straight to that person. When the "
                "link has been opened, I ask someone who may decide.",
            ),
        )
    )


def has_asked(w: Words) -> Message:
    """Tell the one who opened a link that somebody is asked."""
    return Message(
        w.say(
            "roles",
            "Thank you! I have asked those who run the network to say yes. I will write to you "
            "when they have answered.",
        )
    )


def asks_for_role(
    w: Words, row: int, kind: AdmissionKind, name: str, meeting: Meeting | None
) -> Message:
    """Ask someone who may appoint."""
    if meeting is not None:
        text = w.say(
            "roles",
            "{name} has opened the link and wants to help to run {title}. Is it the right person?",
            name=bold(name),
            title=_title(meeting),
        )
    elif kind == AdmissionKind.ADMIN:
        text = w.say(
            "roles",
            "{name} has opened the link and wants to become a network admin. Is it the right"
            " person?",
            name=bold(name),
        )
    else:
        text = w.say(
            "roles",
            "{name} has opened the link and wants to become an organiser. Is it the right person?",
            name=bold(name),
        )
    yes = Button(w.say("roles", "Yes, let in"), str(Token("role", row, "grant")), style="success")
    return Message(text, rows(yes, Button(w.say("roles", "No"), str(Token("role", row, "refuse")))))


def answered(w: Words, name: str, *, granted: bool) -> Message:
    """Show the one who decided what she said."""
    if granted:
        return Message(w.say("roles", "{name} is let in.", name=name))
    return Message(w.say("roles", "{name} is not let in.", name=name))


def refused(w: Words) -> Message:
    """Tell the one who asked that it was a no."""
    return Message(
        w.say(
            "roles",
            "Those who run the network said no this time. You are still a member, as before.",
        )
    )


def leads_now(w: Words, meeting: Meeting) -> Message:
    """Tell someone that she helps to run a meeting."""
    return Message(
        w.say(
            "roles",
            "You now help to run {title}. You can see who is coming, change the meeting and write"
            " to those who come.",
            title=bold(_title(meeting)),
        ),
        rows(cards.desk_button(w, meeting)),
    )


def role_changed(w: Words, role: Role) -> Message:
    """Tell someone that she has another role."""
    if role == Role.MEMBER:
        return Message(
            w.say("roles", "You no longer help to run the network. You are still a member.")
        )
    return Message(
        w.say(
            "roles",
            "Your role in the network is now: {role}. /hjalp shows what you can do.",
            role=role_name(w, role),
        )
    )


def colleague(w: Words, one: Colleague, *, may_give: bool) -> Message:
    """Show one person, and what her role can be changed to."""
    roles = {
        Role.ADMIN: w.say("roles", "Make network admin"),
        Role.ORGANISER: w.say("roles", "Make organiser"),
        Role.MEMBER: w.say("roles", "Take the role away"),
    }
    offered = [] if one.role == Role.OWNER else [role for role in roles if role != one.role]
    give = Button(w.say("roles", "Make owner"), str(Token("role", one.id, "make", Role.OWNER)))
    leave = Button(
        w.say("roles", "Stop being owner"), str(Token("role", one.id, "make", Role.ADMIN))
    )
    return Message(
        w.say("roles", "{name}: {role}", name=bold(one.name), role=role_name(w, one.role)),
        rows(
            *(Button(roles[role], str(Token("role", one.id, "make", role))) for role in offered),
            give if may_give and one.role != Role.OWNER else None,
            leave if may_give and one.role == Role.OWNER else None,
            Button(w.say("roles", "Back"), str(Token("role", 0, "show"))),
        ),
    )


def sure(w: Words, one: Colleague, role: Role) -> Message:
    """Ask once more before a role is changed."""
    if role == Role.OWNER:
        text = w.say(
            "roles",
            "An owner may do everything, also make others owners. Shall {name} become an owner?",
            name=bold(one.name),
        )
    elif role == Role.MEMBER:
        text = w.say(
            "roles", "Shall {name} no longer help to run the network?", name=bold(one.name)
        )
    else:
        text = w.say(
            "roles",
            "Shall {name} have the role {role}?",
            name=bold(one.name),
            role=role_name(w, role),
        )
    yes = Button(w.say("roles", "Yes"), str(Token("role", one.id, "sure", role)), style="danger")
    return Message(
        text, rows((yes, Button(w.say("roles", "No"), str(Token("role", one.id, "one")))))
    )


def last_owner(w: Words) -> Message:
    """Refuse to leave the network without an owner."""
    return Message(
        w.say(
            "roles",
            "The network needs an owner, and you are the last one. Make someone else owner first:"
            " /arrangorer",
        )
    )


def meeting_team(w: Words, meeting: Meeting, listed: list[Colleague]) -> Message:
    """List those who help to run one meeting."""
    names = [one.name for one in listed]
    who = (
        w.say("roles", "Besides those who run the network: {names}", names=w.listed(names))
        if names
        else w.say("roles", "So far only those who run the network help with this meeting.")
    )
    return Message(
        lines(bold(w.say("roles", "Share the work with {title}", title=_title(meeting))), who),
        rows(
            Button(
                w.say("roles", "Invite someone to help"), str(Token("lead", meeting.id, "invite"))
            ),
            *(
                Button(
                    _label(w.plain("roles", "Remove {name}", name=one.name)),
                    str(Token("lead", meeting.id, "drop", str(one.id))),
                )
                for one in listed[:MOST]
            ),
            Button(w.say("roles", "Back"), str(Token("meet", meeting.id, "desk"))),
        ),
    )


def helps_no_more(w: Words, meeting: Meeting) -> Message:
    """Tell someone that she no longer helps to run a meeting."""
    return Message(
        w.say("roles", "You no longer help to run {title}.", title=bold(_title(meeting)))
    )


def share_button(w: Words, meeting: Meeting) -> Button:
    """Lead to who helps to run a meeting."""
    return Button(w.say("roles", "Share the work"), str(Token("lead", meeting.id, "show")))
