"""What people read while they register, change their minds and leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.records.meeting import Form, Meeting
from bot.records.need import NeedKind
from bot.rules.party import Subject, oneself
from bot.rules.registration import Asked
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, File, Message, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import meeting as cards

CONSENT = "2026-11"
"""The version of the text that a person agrees to when she answers about food or needs."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a confirmation tells of a person's answers; never the sensitive words themselves."""

    attends: str | None
    noted: frozenset[NeedKind]
    nothing: frozenset[NeedKind]


def going(w: Words, meeting: Meeting, asked: Asked, days: int) -> Message:
    """Say that the seat is hers, and ask the first question."""
    question = ask(w, meeting, asked, days, oneself(meeting.id))
    text = lines(
        w.say(
            "registration",
            "How nice that you want to come! You are registered for {title}.",
            title=bold(meeting.title or ""),
        ),
        w.say("registration", "The seat is yours already. I only have a short question or two."),
        "",
        question.text,
    )
    return Message(text, question.rows)


def ask(w: Words, meeting: Meeting, asked: Asked, days: int, about: Subject) -> Message:
    """Ask one question, buttons first; about a colleague it is asked by her name."""
    if asked == "attends":
        return _ask_attends(w, about)
    if asked == "food":
        return _ask_food(w, meeting, days, about)
    return _ask_access(w, days, about)


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


FOODS = ("all", "vegetarian", "vegan", "gluten", "lactose", "nuts")


def food_label(w: Words, choice: str) -> str:
    """Name a choice of food; free text is its own name."""
    return food_labels(w).get(choice, choice)


def food_labels(w: Words) -> dict[str, str]:
    """Name every choice of food."""
    return {
        "all": w.plain("registration", "I eat everything"),
        "vegetarian": w.plain("registration", "Vegetarian"),
        "vegan": w.plain("registration", "Vegan"),
        "gluten": w.plain("registration", "Gluten-free"),
        "lactose": w.plain("registration", "Lactose-free"),
        "nuts": w.plain("registration", "No nuts"),
    }


def _ask_food(w: Words, meeting: Meeting, days: int, about: Subject) -> Message:
    token = about.asked("food")
    own = w.say("registration", "Is there anything you do not eat?")
    other = w.say("registration", "Is there anything {name} does not eat?", name=about.name)
    first, *others = [Button(food_label(w, one), token.chosen(one)) for one in FOODS]
    text = lines(
        w.say("registration", "Food at the meeting: {food}", food=meeting.food or ""),
        bold(other if about.name else own),
        "",
        _voluntary(w, days),
    )
    free = Button(w.say("registration", "Something else"), token.chosen("other"))
    return Message(text, rows(first, *_pairs([*others, free])))


NEEDS = ("none", "loop", "sign", "text", "wheelchair", "companion")


def need_label(w: Words, choice: str) -> str:
    """Name a need; free text is its own name."""
    return need_labels(w).get(choice, choice)


def need_labels(w: Words) -> dict[str, str]:
    """Name every need that has a button."""
    return {
        "none": w.plain("registration", "No, thank you"),
        "loop": w.plain("registration", "Hearing loop"),
        "sign": w.plain("registration", "Sign interpreter"),
        "text": w.plain("registration", "Speech-to-text"),
        "wheelchair": w.plain("registration", "Wheelchair place"),
        "companion": w.plain("registration", "Companion"),
    }


def _ask_access(w: Words, days: int, about: Subject) -> Message:
    token = about.asked("access")
    own = w.say("registration", "Do you need anything in order to take part?")
    other = w.say(
        "registration", "Does {name} need anything in order to take part?", name=about.name
    )
    first, *others = [Button(need_label(w, one), token.chosen(one)) for one in NEEDS]
    text = lines(
        bold(other if about.name else own),
        "",
        _told_by_name(w, days),
    )
    free = Button(w.say("registration", "Something else"), token.chosen("other"))
    return Message(text, rows(first, *_pairs([*others, free])))


def _pairs(buttons: list[Button]) -> list[tuple[Button, ...]]:
    return [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]


def _voluntary(w: Words, days: int) -> Html:
    return w.many(
        "registration",
        "You choose whether to answer. If you do, you agree that I save the answer for the"
        " organiser. The kitchen only gets numbers, and I remove it {n} day after the meeting.",
        "You choose whether to answer. If you do, you agree that I save the answer for the"
        " organiser. The kitchen only gets numbers, and I remove it {n} days after the meeting.",
        days,
    )


def _told_by_name(w: Words, days: int) -> Html:
    """Say that the organisers see who needs it: nobody can book for a number."""
    return w.many(
        "registration",
        "You choose whether to answer. If you do, you agree that I save the answer and tell it to"
        " the organisers, with your name, so that they can arrange it. I remove it {n} day after"
        " the meeting.",
        "You choose whether to answer. If you do, you agree that I save the answer and tell it to"
        " the organisers, with your name, so that they can arrange it. I remove it {n} days after"
        " the meeting.",
        days,
    )


def ask_other(w: Words, kind: NeedKind, about: Subject) -> Message:
    """Ask for an answer in her own words, and warn that it passes through Telegram."""
    asked = {
        NeedKind.FOOD: w.say("registration", "What should the kitchen know? Write it briefly."),
        NeedKind.ACCESS: w.say("registration", "What is needed? Write it briefly.")
        if about.name
        else w.say("registration", "What do you need? Write it briefly."),
    }
    token = about.asked(str(kind))
    nothing = "all" if kind == NeedKind.FOOD else "none"
    return Message(
        lines(
            bold(asked[kind]),
            w.say(
                "registration",
                "I delete your message here when I have saved it, but Telegram may keep a copy.",
            ),
        ),
        rows(Button(w.say("registration", "Never mind"), token.chosen(nothing))),
    )


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
        "",
        w.say(
            "registration",
            "You can change your answers until {moment}.",
            moment=w.moment(change_until),
        )
        if change_until
        else None,
        w.say(
            "registration",
            "I remind you the day before. If you cannot come, please cancel as"
            " soon as you can, so that someone else gets the seat.",
        ),
        w.say("registration", "Questions? Contact {contact}.", contact=contact),
    )
    return Message(text, _own_buttons(w, meeting, may_change=change_until is not None))


def all_answered(w: Words) -> Message:
    """Stand where the last question stood, once it is answered."""
    return Message(w.say("registration", "Thank you, that was all I needed to know."))


def join_line(w: Words, meeting: Meeting, attends: str | None) -> Html | None:
    """Give the link to those who take part online."""
    if not meeting.join_url or not (attends == "online" or meeting.form == Form.ONLINE):
        return None
    return w.say("registration", "Link: {link}", link=meeting.join_url)


def _answer_lines(w: Words, answers: Answers) -> list[Html]:
    said = {
        "room": w.say("registration", "You come: on site"),
        "online": w.say("registration", "You come: online"),
    }
    written = [said[answers.attends]] if answers.attends in said else []
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


def _own_buttons(w: Words, meeting: Meeting, *, may_change: bool) -> tuple[tuple[Button, ...], ...]:
    calendar = Token("come", meeting.id, "calendar")
    change = Token("come", meeting.id, "change")
    return rows(
        Button(w.say("registration", "Add to calendar"), str(calendar)),
        Button(w.say("registration", "Change my answers"), str(change)) if may_change else None,
        cancel_button(w, meeting),
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
            Button(w.say("registration", "What I need"), token.chosen("access")),
            Button(w.say("registration", "Nothing, leave it as it is"), token.chosen("keep")),
        ),
    )


def calendar(w: Words, file: File) -> Message:
    """Send the calendar file."""
    return Message(
        w.say(
            "registration",
            "Open the file to put the meeting in your calendar. If something"
            " changes I send a new one that updates it.",
        ),
        file=file,
    )


def cancelled(w: Words, meeting: Meeting) -> Message:
    """Confirm that the place is given up."""
    again = Button(w.say("registration", "Register again"), str(Token("come", meeting.id, "yes")))
    return Message(
        lines(
            w.say(
                "registration",
                "You have cancelled your place at {title}.",
                title=bold(meeting.title or ""),
            ),
            w.say("registration", "Thank you for telling me. Someone else can have the seat."),
        ),
        rows(again),
    )


def declined(w: Words, meeting: Meeting) -> Message:
    """Thank for a no."""
    again = Button(
        w.say("registration", "I can come after all"), str(Token("come", meeting.id, "yes"))
    )
    return Message(
        w.say(
            "registration",
            "Thank you for telling me that you cannot come to {title}.",
            title=bold(meeting.title or ""),
        ),
        rows(again),
    )
