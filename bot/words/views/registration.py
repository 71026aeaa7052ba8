"""What people read while they register, change their minds and leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.records.meeting import Form, Meeting
from bot.records.need import NeedKind
from bot.records.registration import Part
from bot.rules.party import Subject, oneself
from bot.rules.registration import Asked
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, File, Message, columns, rows
from bot.words.texts import Html, bold, lines, within
from bot.words.views import calendar as calendar_views
from bot.words.views import codes, noted, occasions, parties
from bot.words.views import meeting as cards
from bot.words.views.parties import ROOM, Fellow


@dataclass(frozen=True, slots=True)
class Answers:
    """What a confirmation tells of a person's answers; never the sensitive words themselves."""

    attends: str | None
    noted: frozenset[NeedKind]
    nothing: frozenset[NeedKind]
    part: Part | None = None
    fellows: tuple[Fellow, ...] = ()
    """Others of her association, by name and standing."""
    has_guests: bool = False
    """She has registered colleagues."""
    is_reminded: bool = True
    """The reminder on the day before is still to come."""
    book_before: datetime | None = None
    """Until when an interpreter can be asked for, while that is ahead."""


def going(w: Words, meeting: Meeting, question: Message) -> Message:
    """Say that the seat is hers, and ask the first question."""
    text = lines(
        w.say(
            "registration",
            "How nice that you want to come! You are registered for {title}.",
            title=bold(meeting.title or ""),
        ),
        w.say("registration", "The seat is yours already. I only have a short question or two."),
        "",
        Html(question.text),
    )
    return Message(text, question.rows)


def ask(w: Words, asked: Asked, about: Subject) -> Message:
    """Ask how she takes part, or in what capacity."""
    return parties.ask_part(w, about) if asked == "part" else _ask_attends(w, about)


def _ask_attends(w: Words, about: Subject) -> Message:
    token = about.asked("attends")
    buttons = [Button(name, token.chosen(one)) for one, name in attends_labels(w).items()]
    own = w.say("registration", "How do you want to take part?")
    other = w.say("registration", "How does {name} take part?", name=about.name)
    return Message(bold(other if about.name else own), rows(tuple(buttons)))


def attends_labels(w: Words) -> dict[str, str]:
    """Name the ways to take part in a hybrid meeting."""
    return {
        "room": w.plain("registration", "On site"),
        "online": w.plain("registration", "Online"),
    }


def confirmation(
    w: Words, meeting: Meeting, answers: Answers, contact: str, change_until: datetime | None
) -> Message:
    """Confirm so that the message stands alone: when, where, answers, last day, contact."""
    text = lines(
        w.say("registration", "You are registered for {title}.", title=bold(meeting.title or "")),
        "",
        cards.facts(w, meeting),
        join_line(w, meeting, answers.attends),
        *_answer_lines(w, answers),
        *parties.fellows(w, answers.fellows),
        "",
        *_last_days(w, answers, change_until),
        _please_cancel(w, is_reminded=answers.is_reminded),
        w.say("registration", "Questions? Contact {contact}.", contact=contact),
    )
    return Message(text, _own_buttons(w, meeting, answers, may_change=change_until is not None))


def _last_days(w: Words, answers: Answers, change_until: datetime | None) -> list[Html]:
    """Say until when she may change her answers and ask for what must be booked."""
    said = []
    if change_until:
        until = w.moment(change_until)
        said.append(
            w.say("registration", "You can change your answers until {moment}.", moment=until)
        )
    if answers.book_before:
        by = w.moment(answers.book_before)
        said.append(w.say("registration", "Interpreter: please tell me by {moment}.", moment=by))
    return said


def _please_cancel(w: Words, *, is_reminded: bool) -> Html:
    if is_reminded:
        return w.say(
            "registration",
            "I will remind you the day before. If you cannot come, please cancel as soon as you"
            " can, so that someone else gets the seat.",
        )
    return w.say(
        "registration",
        "If you cannot come, please cancel as soon as you can, so that someone else gets the seat.",
    )


def join_line(w: Words, meeting: Meeting, attends: str | None) -> Html | None:
    """Give the link to those who take part online."""
    if not meeting.join_url or not (attends == "online" or meeting.form == Form.ONLINE):
        return None
    return w.say("registration", "Link: {link}", link=meeting.join_url)


def _answer_lines(w: Words, answers: Answers) -> list[Html]:
    said = {
        "room": w.say("registration", "You take part: on site"),
        "online": w.say("registration", "You take part: online"),
    }
    written = [said[answers.attends]] if answers.attends in said else []
    if answers.part is not None:
        part = parties.part_labels(w)[answers.part].lower()
        written.append(w.say("registration", "You take part as: {part}", part=part))
    if NeedKind.FOOD in answers.noted:
        written.append(w.say("registration", "Your food: I have noted your answer"))
    elif NeedKind.FOOD in answers.nothing:
        written.append(w.say("registration", "Your food: nothing special"))
    if NeedKind.ACCESS in answers.noted:
        written.append(
            w.say("registration", "Your needs: I have noted your answer and told the organiser")
        )
    elif NeedKind.ACCESS in answers.nothing:
        written.append(w.say("registration", "Your needs: nothing special"))
    return written


def _own_buttons(
    w: Words, meeting: Meeting, answers: Answers, *, may_change: bool
) -> tuple[tuple[Button, ...], ...]:
    calendar = Token("come", meeting.id, "calendar")
    change = Token("come", meeting.id, "change")
    short = [
        Button(w.say("registration", "Add to calendar"), str(calendar)),
        codes.button(w, meeting) if _is_in_the_room(meeting, answers) else None,
        Button(w.say("registration", "Change my answers"), str(change)),
        parties.add_button(w, meeting) if may_change else None,
        parties.list_button(w, meeting) if answers.has_guests else None,
        send_button(w, meeting),
    ]
    return rows(
        *columns([one for one in short if one], 2),
        noted.withdraw_button(w, oneself(meeting.id)) if answers.noted else None,
        occasions.others_button(w, meeting) if meeting.picks_one else None,
        cancel_button(w, meeting),
    )


def _is_in_the_room(meeting: Meeting, answers: Answers) -> bool:
    return meeting.form != Form.ONLINE and answers.attends != "online"


def send_button(w: Words, meeting: Meeting) -> Button:
    """Lead to sending a colleague in one's place."""
    return Button(
        w.say("registration", "Send someone else"), str(Token("hand", meeting.id, "make"))
    )


def cancel_button(w: Words, meeting: Meeting) -> Button:
    """Lead out as easily as in."""
    token = Token("come", meeting.id, "cancel")
    return Button(w.say("registration", "Cancel my place"), str(token), style="danger")


def what_to_change(w: Words, meeting: Meeting, attends: str | None, about: Subject) -> Message:
    """Ask which answer to change."""
    token = about.asked("again")
    hybrid = meeting.form == Form.HYBRID
    food = bool(meeting.food) and meeting.form != Form.ONLINE and attends != "online"
    return Message(
        w.say("registration", "Which answer do you want to change?"),
        rows(
            Button(w.say("registration", "On site or online"), token.chosen("attends"))
            if hybrid
            else None,
            Button(w.say("registration", "Food"), token.chosen("food")) if food else None,
            Button(w.say("registration", "Needs"), token.chosen("access"))
            if about.name
            else Button(w.say("registration", "What I need"), token.chosen("access")),
            Button(w.say("registration", "The capacity"), token.chosen("part"))
            if meeting.asks_part
            else None,
            Button(w.say("registration", "Nothing, leave it as it is"), token.chosen("keep")),
        ),
    )


def calendar(w: Words, file: File) -> Message:
    """Send the calendar file."""
    return Message(
        w.say(
            "registration",
            "Open the file to put the meeting in your calendar. If something changes, I will "
            "send a new one that updates it.",
        ),
        file=file,
    )


def which_way(w: Words, meeting: Meeting) -> Message:
    """Ask how she takes part, because each way has seats of its own."""
    token = Token("come", meeting.id, "yes")
    buttons = [Button(name, token.chosen(one)) for one, name in attends_labels(w).items()]
    asked = w.say(
        "registration", "How do you want to take part in {title}?", title=meeting.title or ""
    )
    return Message(bold(asked), rows(tuple(buttons)))


def asked_in_private(w: Words) -> str:
    """Show in a toast, in a group, that a question waits in the private chat."""
    return w.plain("registration", "I have asked you something in a private chat.")


def cancelled(w: Words, meeting: Meeting, guests: tuple[str, ...] = ()) -> Message:
    """Confirm that the place is given up; those registered with her keep theirs."""
    again = Button(w.say("registration", "Register again"), str(Token("come", meeting.id, "yes")))
    return Message(
        lines(
            w.say(
                "registration",
                "You have cancelled your place at {title}.",
                title=bold(meeting.title or ""),
            ),
            w.say(
                "registration",
                "Thank you for letting me know. Now someone else can have the seat. We hope to "
                "see you another time!",
            ),
            w.say(
                "registration",
                "{names} still have their places.",
                names=w.listed(within(ROOM, guests)),
            )
            if guests
            else None,
        ),
        rows(
            again,
            calendar_views.take_out_button(w, meeting),
            parties.list_button(w, meeting) if guests else None,
        ),
    )


def declined(w: Words, meeting: Meeting, *, may_send: bool) -> Message:
    """Thank for a no, and offer to send someone else."""
    again = Button(
        w.say("registration", "I can come after all"), str(Token("come", meeting.id, "yes"))
    )
    return Message(
        w.say(
            "registration",
            "Thank you for answering. A pity that you cannot come to {title}. We hope to see "
            "you another time!",
            title=bold(meeting.title or ""),
        ),
        rows(send_button(w, meeting) if may_send else None, again),
    )
