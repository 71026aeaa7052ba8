"""What people read when asked what they eat and need. What was stored is never repeated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.records.need import NeedKind
from bot.rules.needs import Wish
from bot.rules.party import Subject
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines

CONSENT = "2026-11-22"
"""The version of the text that a person agrees to before anything she eats or needs is stored."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One of the two questions, and what its text has to tell."""

    kind: NeedKind
    about: Subject
    title: str
    """The meeting's."""
    food: str
    days: int
    """Days after the meeting when the answer is erased."""
    book_before: datetime | None
    """Until when an interpreter can be booked; None where nobody is asked about it."""
    is_late: bool
    """That hour is past."""
    has_usual: bool
    """She has asked to have an answer kept from last time."""
    is_change: bool
    """She has answered before."""


def labels(w: Words, kind: NeedKind) -> dict[str, str]:
    """Name every choice that has a button."""
    return _foods(w) if kind == NeedKind.FOOD else _accesses(w)


def _foods(w: Words) -> dict[str, str]:
    return {
        "vegetarian": w.plain("needs", "Vegetarian"),
        "vegan": w.plain("needs", "Vegan"),
        "gluten": w.plain("needs", "Gluten-free"),
        "lactose": w.plain("needs", "Lactose-free"),
        "nuts": w.plain("needs", "No nuts (allergy)"),
    }


def _accesses(w: Words) -> dict[str, str]:
    return {
        "loop": w.plain("needs", "Hearing loop"),
        "sign": w.plain("needs", "Sign interpreter"),
        "text": w.plain("needs", "Speech-to-text"),
        "wheelchair": w.plain("needs", "Wheelchair place"),
        "companion": w.plain("needs", "Companion"),
    }


def listed(w: Words, kind: NeedKind, wish: Wish) -> Html:
    """Write a wish in a line, for those who cook and book."""
    named = labels(w, kind)
    words = [wish.words] if wish.words else []
    return w.listed([*(named.get(one, one).lower() for one in wish.chosen), *words])


def plainly(w: Words, kind: NeedKind, wish: Wish) -> str:
    """Write a wish in a line without marks, for lists and for a window."""
    named = labels(w, kind)
    parts = [*(named.get(one, one).lower() for one in wish.chosen), wish.words]
    return ", ".join(part for part in parts if part)


def last_time(w: Words, kind: NeedKind, wish: Wish) -> str:
    """Show in a window, which leaves nothing in the chat, what is kept from last time."""
    return w.plain("needs", "Last time: {wish}", wish=plainly(w, kind, wish))


def opening_labels(w: Words, asking: Asking) -> dict[str, str]:
    """Name the answers to the first question, before anything is told."""
    food = asking.kind == NeedKind.FOOD
    own = asking.about.name == ""
    everything = w.plain("needs", "I eat everything")
    theirs = w.plain("needs", "Eats everything")
    named = {"none": (everything if own else theirs) if food else w.plain("needs", "No, thank you")}
    named["agree"] = (
        w.plain("needs", "Yes, save my answer") if own else w.plain("needs", "Yes, I may tell you")
    )
    if asking.has_usual:
        named["same"] = w.plain("needs", "Yes, the same as last time")
        named["look"] = w.plain("needs", "Show what it was")
    if food:
        named["skip"] = w.plain("needs", "Skip")
    return named


def ask(w: Words, asking: Asking) -> Message:
    """Ask, and say why, who sees it, when it is erased and that it is voluntary."""
    token = asking.about.asked(str(asking.kind))
    text = lines(
        w.say("needs", "Food at {title}: {food}", title=asking.title, food=asking.food)
        if asking.kind == NeedKind.FOOD
        else w.say("needs", "It is about {title}.", title=asking.title),
        bold(_question(w, asking)),
        "",
        _why(w, asking),
        _booking(w, asking),
    )
    buttons = [Button(name, token.chosen(one)) for one, name in opening_labels(w, asking).items()]
    return Message(text, rows(*buttons))


def _question(w: Words, asking: Asking) -> Html:
    name = asking.about.name
    if asking.kind == NeedKind.FOOD:
        other = w.say("needs", "Is there anything {name} does not eat?", name=name)
        return other if name else w.say("needs", "Is there anything you do not eat?")
    other = w.say("needs", "Does {name} need anything in order to take part?", name=name)
    return other if name else w.say("needs", "Do you need anything in order to take part?")


def _why(w: Words, asking: Asking) -> Html:
    if asking.about.name:
        return _why_for_another(w, asking)
    if asking.kind == NeedKind.FOOD:
        return w.many(
            "needs",
            "You choose whether to answer. The answer may say something about your health or"
            " faith, so I only save it if you say yes. It is needed so that you get food that"
            " suits you. The organisers see it, the kitchen only sees numbers. I erase it {n} day"
            " after the meeting, and you can remove it whenever you want.",
            "You choose whether to answer. The answer may say something about your health or"
            " faith, so I only save it if you say yes. It is needed so that you get food that"
            " suits you. The organisers see it, the kitchen only sees numbers. I erase it {n} days"
            " after the meeting, and you can remove it whenever you want.",
            asking.days,
        )
    return w.many(
        "needs",
        "You choose whether to answer. The answer may say something about your health, so I only"
        " save it if you say yes. It is needed so that the organisers can arrange it, and they see"
        " it with your name. I erase it {n} day after the meeting, and you can remove it whenever"
        " you want.",
        "You choose whether to answer. The answer may say something about your health, so I only"
        " save it if you say yes. It is needed so that the organisers can arrange it, and they see"
        " it with your name. I erase it {n} days after the meeting, and you can remove it whenever"
        " you want.",
        asking.days,
    )


def _why_for_another(w: Words, asking: Asking) -> Html:
    return w.many(
        "needs",
        "It is voluntary. The answer may say something about health or faith, so I only save it"
        " if {name} has said yes to it. The organisers see it, the kitchen only sees numbers. I"
        " erase it {n} day after the meeting, and you can remove it whenever you want.",
        "It is voluntary. The answer may say something about health or faith, so I only save it"
        " if {name} has said yes to it. The organisers see it, the kitchen only sees numbers. I"
        " erase it {n} days after the meeting, and you can remove it whenever you want.",
        asking.days,
        name=asking.about.name,
    )


def _booking(w: Words, asking: Asking) -> Html | None:
    """Say until when an interpreter can be booked; kindly and plainly when it may be too late."""
    if asking.kind == NeedKind.FOOD or asking.book_before is None:
        return None
    if asking.is_late:
        return w.say(
            "needs",
            "Interpreters had to be booked by {moment}, so it may be too late. Tell me anyway, "
            "and I will ask the organisers straight away.",
            moment=w.moment(asking.book_before),
        )
    return w.say(
        "needs",
        "Interpreters have to be booked, so please tell me by {moment}.",
        moment=w.moment(asking.book_before),
    )


def choosing_labels(w: Words, asking: Asking) -> dict[str, str]:
    """Name what can be chosen, and the ways on."""
    return {
        **labels(w, asking.kind),
        "other": w.plain("needs", "Something else"),
        **({"none": w.plain("needs", "Nothing special")} if asking.is_change else {}),
        "done": w.plain("needs", "Done"),
        "keep": w.plain("needs", "Keep my earlier answer")
        if asking.is_change
        else w.plain("needs", "I changed my mind"),
    }


def choose(w: Words, asking: Asking, wish: Wish) -> Message:
    """Let her choose as many as she likes; what is chosen has a mark after its words."""
    named = choosing_labels(w, asking)
    on = {*wish.chosen, *(["other"] if wish.words else [])}
    other, done, keep = (_button(w, asking, named, one, on) for one in ("other", "done", "keep"))
    choices = [_button(w, asking, named, one, on) for one in labels(w, asking.kind)]
    asked = (
        w.say("needs", "Which food?")
        if asking.kind == NeedKind.FOOD
        else w.say("needs", "What is needed?")
    )
    text = lines(
        bold(asked),
        w.say("needs", "Choose everything that fits, and then press {done}.", done=named["done"]),
        w.say("needs", "What you choose now takes the place of all that was answered before.")
        if asking.is_change
        else None,
    )
    nothing = _button(w, asking, named, "none", on) if asking.is_change else None
    return Message(text, rows(*_pairs([*choices, other]), done, nothing, keep))


def _button(
    w: Words, asking: Asking, named: Mapping[str, str], choice: str, on: set[str]
) -> Button:
    token = asking.about.asked(str(asking.kind))
    label = _marked(w, named[choice]) if choice in on else named[choice]
    return Button(label, token.chosen(choice), style="success" if choice == "done" else "")


def _marked(w: Words, choice: str) -> str:
    # A mark alone says nothing to someone who listens.
    return w.plain("needs", "{choice} ✓ chosen", choice=choice)


def _pairs(buttons: list[Button]) -> list[tuple[Button, ...]]:
    return [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]


def ask_words(w: Words, kind: NeedKind, about: Subject) -> Message:
    """Ask for an answer in her own words, and warn that copies of it may remain."""
    asked = {
        NeedKind.FOOD: w.say("needs", "What should the kitchen know? Write it briefly."),
        NeedKind.ACCESS: w.say("needs", "What is needed? Write it briefly."),
    }
    back = Button(w.say("needs", "Back"), about.asked(str(kind)).chosen("back"))
    return Message(
        lines(
            bold(asked[kind]),
            w.say(
                "needs",
                "I delete your message here when I have saved it, but copies may remain with"
                " Telegram and in your phone.",
            ),
        ),
        rows(back),
    )


def choose_something(w: Words) -> str:
    """Ask, in a window, for a choice before Done."""
    return w.plain("needs", "Choose something first, or go back with the button under it.")
