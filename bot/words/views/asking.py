"""What organisers are asked or told at once: needs to book, latecomers, groups, posts in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.records.late_request import LateKind, LateRequest, Verdict
from bot.records.meeting import Meeting
from bot.records.need import NeedKind
from bot.rules.kitchen import Actor, Task
from bot.rules.needs import Wish, must_be_booked, read
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import kitchen, needs, parties, registration
from bot.words.views import meeting as cards


@dataclass(frozen=True, slots=True)
class Booked:
    """What a person needs now, and what she told before."""

    now: Wish
    before: Wish


@dataclass(frozen=True, slots=True)
class Lead:
    """How long there is: days to the meeting, and the last day for what others must do."""

    days: int
    tasks: Sequence[Task]


def need_to_book(w: Words, meeting: Meeting, name: str, need: Booked, lead: Lead) -> Message:
    """Tell the organiser the same day about a need that must be booked, or is so no more."""
    return Message(
        lines(
            *_now(w, meeting, name, need.now),
            _no_more(w, need),
            _lead_time(w, lead.days) if must_be_booked(need.now) else None,
            *(kitchen.who(w, one) for one in lead.tasks[: len(Actor)]),
        )
    )


def _now(w: Words, meeting: Meeting, name: str, wish: Wish) -> list[Html]:
    """Say what she needs, or only that she has changed an answer."""
    about = {"title": meeting.title or "", "when": cards.short_when(w, meeting)}
    if wish.is_nothing:
        return [
            w.say(
                "desk",
                "{name} has changed an answer for {title}, {when}.",
                name=bold(name),
                **about,
            )
        ]
    said = w.say(
        "desk", "{name} has mentioned a need for {title}, {when}:", name=bold(name), **about
    )
    return [said, bold(needs.listed(w, NeedKind.ACCESS, wish))]


def _no_more(w: Words, need: Booked) -> Html | None:
    gone = _without(need.before, need.now)
    if gone.is_nothing:
        return None
    named = needs.listed(w, NeedKind.ACCESS, gone)
    return w.say("desk", "Not needed any more: {need}", need=named)


def _without(before: Wish, now: Wish) -> Wish:
    """Give what stood in a wish and does so no more."""
    chosen = tuple(one for one in before.chosen if one not in now.chosen)
    return Wish(chosen, "" if before.words == now.words else before.words)


def _lead_time(w: Words, days_left: int) -> Html:
    return w.many(
        "desk",
        "Interpreters often need to be booked two to four weeks ahead. The meeting is in {n} day.",
        "Interpreters often need to be booked two to four weeks ahead. The meeting is in {n} days.",
        days_left,
    )


def can_it_be_booked(w: Words, told: Message, request: LateRequest) -> Message:
    """Ask the organiser at once whether what was told too late can be booked all the same."""
    asked = w.say("desk", "The last day to ask for it is past. Can it be booked all the same?")
    yes, no = w.say("desk", "It will be arranged"), w.say("desk", "It cannot be booked")
    return Message(lines(Html(told.text), "", asked), rows(_answers(request, yes, no)))


def _answers(request: LateRequest, yes: str, no: str) -> tuple[Button, Button]:
    """Give the two buttons that answer a request."""
    grant, refuse = (str(Token("desk", request.id, ask)) for ask in ("grant", "refuse"))
    return Button(yes, grant, style="success"), Button(no, refuse)


def late_change(
    w: Words, meeting: Meeting, request: LateRequest, name: str, change: Html
) -> Message:
    """Ask the organiser whether an answer may be changed after the last day for changes."""
    return Message(
        lines(
            w.say(
                "desk",
                "{name} asks to change an answer for {title}, {when}, after the last day:",
                name=bold(name),
                title=bold(meeting.title or ""),
                when=cards.short_when(w, meeting),
            ),
            bold(change),
        ),
        rows(_answers(request, w.say("desk", "Make the change"), w.say("desk", "Say no"))),
    )


def changed_to(w: Words, about: str, answer: str) -> Html:
    """Write what an answer is to be changed to; `answer` is sealed as it is here."""
    if about == "attends":
        return w.say(
            "desk", "Takes part: {how}", how=registration.attends_labels(w).get(answer, answer)
        )
    if about == "part":
        how = parties.part_labels(w).get(answer, answer)
        return w.say("desk", "Takes part as: {how}", how=how)
    kind = NeedKind(about)
    wish = needs.listed(w, kind, read(answer))
    if kind == NeedKind.FOOD:
        return w.say("desk", "Food: {food}", food=wish)
    return w.say("desk", "Needs: {need}", need=wish)


def kitchen_changed(w: Words, meeting: Meeting) -> Message:
    """Tell the organiser, without a name, that the kitchen's numbers have changed late."""
    return Message(
        w.say(
            "desk",
            "The numbers for the kitchen at {title}, {when}, have changed after the last day.",
            title=bold(meeting.title or ""),
            when=cards.short_when(w, meeting),
        ),
        rows(
            cards.desk_button(w, meeting),
        ),
    )


def late_absence(w: Words, meeting: Meeting, name: str) -> Message:
    """Tell the organiser that someone gave her place up after the last day for changes."""
    return Message(
        w.say(
            "desk",
            "{name} has cancelled for {title}, {when}, after the last day for changes.",
            name=bold(name),
            title=bold(meeting.title or ""),
            when=cards.short_when(w, meeting),
        ),
        rows(
            cards.desk_button(w, meeting),
        ),
    )


def late_request(w: Words, meeting: Meeting, request: LateRequest, name: str) -> Message:
    """Ask the organiser whether a latecomer may come."""
    asked = w.say(
        "desk",
        "{name} wants to come to {title}, but registration is closed. Is there room?",
        name=bold(name),
        title=bold(meeting.title or ""),
    )
    answers = _answers(request, w.say("desk", "Let in"), w.say("desk", "Say no"))
    return Message(asked, rows(answers))


def late_answered(w: Words, name: str, kind: LateKind, verdict: Verdict) -> Message:
    """Note what the organiser answered."""
    yes = {
        LateKind.JOIN: w.say("desk", "{name} may come. I have passed it on.", name=bold(name)),
        LateKind.CHANGE: w.say(
            "desk", "The change is made, and I have told {name}.", name=bold(name)
        ),
        LateKind.BOOKING: w.say(
            "desk", "I have told {name} that it will be arranged.", name=bold(name)
        ),
    }
    no = {
        LateKind.JOIN: w.say("desk", "I have told {name} that there is no room.", name=bold(name)),
        LateKind.CHANGE: w.say(
            "desk", "I have told {name} that the earlier answer stands.", name=bold(name)
        ),
        LateKind.BOOKING: w.say(
            "desk", "I have told {name} that it cannot be booked in time.", name=bold(name)
        ),
    }
    return Message((yes if verdict == Verdict.GRANTED else no)[kind])


def group_linked(w: Words, title: str) -> Message:
    """Tell the organiser that the group will show cards."""
    return Message(
        w.say(
            "desk",
            "I am now in {group}. When you send an invitation, I will show it there too, with "
            "the number registered but no names.",
            group=bold(title),
        )
    )


def not_your_group(w: Words, title: str) -> Message:
    """Tell the owner that someone else put the bot in a group."""
    return Message(
        w.say(
            "desk",
            "Someone who is not an organiser added me to {group}. I have left it.",
            group=bold(title),
        )
    )


def parked(w: Words, group: str, row: int) -> Message:
    """Ask whether a post that may have failed should be sent again."""
    return Message(
        w.say(
            "desk",
            "I do not know whether the card in {group} arrived. Have a look, and let me"
            " send it again if it is missing.",
            group=bold(group),
        ),
        rows(Button(w.say("desk", "Send again"), str(Token("desk", row, "again")))),
    )


def not_delivered(w: Words, group: str) -> Message:
    """Tell the organiser that a group refuses messages."""
    return Message(
        w.say(
            "desk", "I could not post in {group}. Check that I may write there.", group=bold(group)
        )
    )


def quarantined(w: Words, code: str) -> Message:
    """Tell whoever runs the bot that one message could not be handled."""
    return Message(
        w.say(
            "desk",
            "I could not handle one message and have put it aside. Code: {code}. Everything "
            "else works as usual.",
            code=code,
        )
    )
