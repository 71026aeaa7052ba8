"""What the bot writes unasked: the nudge, the agenda, the reminder, changes, the thanks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bot.records.agenda import AgendaItem
from bot.records.evaluation import Evaluation
from bot.records.meeting import Form, Meeting
from bot.rules import lengths
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, File, Message, rows
from bot.words.texts import Html, bold, folded, lines
from bot.words.views import codes, registration
from bot.words.views import meeting as cards


def nudge(w: Words, meeting: Meeting, today: date) -> Message:
    """Tell one who has not answered that the last day is near."""
    token = Token("come", meeting.id, "")
    last = w.near_day(meeting.closes_on or today, today, meeting.closes_clock)
    return Message(
        lines(
            w.say(
                "notices",
                "The last day to register for {title} is {day}.",
                title=bold(meeting.title or ""),
                day=last,
            ),
            w.say(
                "notices",
                "The meeting is {when}. Have you not decided yet?",
                when=cards.short_when(w, meeting),
            ),
        ),
        rows(
            *cards.register_buttons(w, meeting),
            Button(w.say("meeting", "Cannot come"), str(Token(token.what, meeting.id, "no"))),
            mute_button(w, meeting),
        ),
    )


def agenda(w: Words, meeting: Meeting, points: list[AgendaItem], today: date) -> Message:
    """Send the agenda ahead of the meeting."""
    shown = cards.agenda(w, meeting, points)
    text = lines(
        _soon(w, (meeting.day - today).days if meeting.day else 0),
        w.say("meeting", "Where: {where}", where=cards.where(w, meeting)),
        "",
        shown.text,
    )
    return Message(text, (*shown.rows, *rows(*_ways_out(w, meeting), mute_button(w, meeting))))


def _ways_out(w: Words, meeting: Meeting) -> tuple[Button, Button, Button]:
    """Let her change her mind in every message about a meeting she comes to."""
    change = Token("come", meeting.id, "change")
    return (
        Button(w.say("registration", "Change my answers"), str(change)),
        registration.send_button(w, meeting),
        registration.cancel_button(w, meeting),
    )


def mute_button(w: Words, meeting: Meeting) -> Button:
    """Offer silence about one meeting."""
    token = Token("own", meeting.id, "mute")
    return Button(w.say("notices", "Stop reminding me"), token.chosen("on"))


def _soon(w: Words, days: int) -> Html:
    if days == WEEK:
        return w.say("notices", "We meet in a week, and here is the agenda.")
    return w.many(
        "notices",
        "We meet in {n} day, and here is the agenda.",
        "We meet in {n} days, and here is the agenda.",
        days,
    )


WEEK = 7


@dataclass(frozen=True, slots=True)
class Reminding:
    """What a reminder needs beside the meeting: how she takes part, whom to ask, the day."""

    attends: str | None
    contact: str
    today: date
    has_agenda: bool


def reminder(w: Words, meeting: Meeting, to: Reminding) -> Message:
    """Remind of the meeting the day before, so that the message stands alone."""
    near = w.near_day(meeting.day or to.today, to.today)
    start = w.span(meeting.start or time(0), meeting.end)
    online = to.attends == "online" or meeting.form == Form.ONLINE
    about = cards.about(w, meeting)
    return Message(
        lines(
            w.say("notices", "See you {day}, {clock}!", day=near, clock=start),
            bold(meeting.title or ""),
            registration.join_line(w, meeting, to.attends)
            if online
            else w.say("notices", "Where: {place}", place=meeting.place or "–"),
            None if online else cards.doors(w, meeting),
            folded(about) if about else None,
            w.say("notices", "Do you need help to find your way? {contact}", contact=to.contact),
        ),
        rows(
            None if online else codes.button(w, meeting),
            cards.agenda_button(w, meeting) if to.has_agenda else None,
            *_ways_out(w, meeting),
            mute_button(w, meeting),
        ),
    )


REASON_ROOM = 440
"""UTF-16 units beside a file, where a message has 1,024 in all (Bot API, caption)."""


@dataclass(frozen=True, slots=True)
class Ended:
    """What a cancellation says beside the meeting: whom to ask, what else will not be held.

    `in_file` is how many of them the calendar file takes away.
    """

    contact: str
    also: tuple[Meeting, ...] = ()
    in_file: int = 1


def cancelled(w: Words, meeting: Meeting, ended: Ended, *, file: File | None) -> Message:
    """Tell that a meeting will not be held, nor the other occasions of its series."""
    return Message(
        lines(
            w.say(
                "notices",
                "{title}, {when}, is unfortunately <b>cancelled</b>.",
                title=bold(meeting.title or ""),
                when=cards.short_when(w, meeting),
            ),
            _also(w, ended.also),
            lengths.cut(meeting.reason, REASON_ROOM - ALSO_ROOM * bool(ended.also)) or None,
            w.say(
                "notices",
                "You do not need to do anything. Questions? Contact {contact}.",
                contact=ended.contact,
            ),
            _out_of_calendar(w, ended.in_file) if file else None,
        ),
        file=file,
    )


def _out_of_calendar(w: Words, n: int) -> Html:
    if n > 1:
        return w.say("notices", "Open the file to remove them from your calendar.")
    return w.say("notices", "Open the file to remove the meeting from your calendar.")


ALSO_ROOM = 200
"""UTF-16 units of the other days, in any language."""
FEW = 4
"""Other days that a notice names; of more it says how many and which is the last."""


def _also(w: Words, also: tuple[Meeting, ...]) -> Html | None:
    days = [cards.short_when(w, one) for one in also]
    if not days:
        return None
    if len(days) <= FEW:
        return w.say("notices", "Also cancelled: {days}.", days=w.listed(days))
    return w.say(
        "notices", "Also cancelled: {n} occasions, the last {day}.", n=len(days), day=days[-1]
    )


def thanks(w: Words, meeting: Meeting) -> Message:
    """Thank the participants and ask the first of three questions."""
    question = evaluation(w, meeting, "overall")
    said = w.say("notices", "Thank you for coming to {title}!", title=bold(meeting.title or ""))
    return Message(lines(said, "", question.text), question.rows)


def evaluation(w: Words, meeting: Meeting, asked: str) -> Message:
    """Ask one of the three questions about how it was."""
    token = Token("after", meeting.id, asked)
    texts = {
        "overall": lines(
            bold(w.say("notices", "How was the meeting for you?")),
            w.say("notices", "Three short questions. The answers are only shown added up."),
        ),
        "heard": bold(w.say("notices", "Did you get to say what you wanted?")),
        "comment": lines(
            bold(w.say("notices", "What should we think about next time? Who was missing?")),
            w.say("notices", "Write freely, or skip."),
        ),
    }
    answers = evaluation_labels(w, asked)
    buttons = [Button(label, token.chosen(choice)) for choice, label in answers.items()]
    pairs = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    return Message(texts[asked], rows(*pairs))


def evaluation_labels(w: Words, asked: str) -> dict[str, str]:
    """Name the answers that one of the three questions has buttons for."""
    if asked == "overall":
        return {
            "great": w.plain("notices", "Very good"),
            "good": w.plain("notices", "Good"),
            "fair": w.plain("notices", "So-so"),
            "poor": w.plain("notices", "Not good"),
        }
    if asked == "heard":
        return {
            "yes": w.plain("notices", "Yes"),
            "partly": w.plain("notices", "Partly"),
            "no": w.plain("notices", "No"),
        }
    return {"-": w.plain("notices", "Skip")}


def overall_labels(w: Words) -> dict[str, str]:
    """Name the answers to how it was, the best first."""
    return {
        "great": w.plain("notices", "Very good"),
        "good": w.plain("notices", "Good"),
        "fair": w.plain("notices", "So-so"),
        "poor": w.plain("notices", "Not good"),
    }


def heard_labels(w: Words) -> dict[str, str]:
    """Name the answers to whether one got to speak."""
    return {
        "yes": w.plain("notices", "Yes"),
        "partly": w.plain("notices", "Partly"),
        "no": w.plain("notices", "No"),
    }


def next_evaluation(given: Evaluation) -> str | None:
    """Name the first question not yet answered."""
    return next(
        (name for name in ("overall", "heard", "comment") if getattr(given, name) is None), None
    )


def evaluated(w: Words) -> Message:
    """Thank for the answers."""
    return Message(
        w.say("notices", "Thank you for your answers! They help us plan the next meeting.")
    )
