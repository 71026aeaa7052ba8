"""What an organiser reads of who is wanted at a meeting, beside who comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.exports.pictures import Bars
from bot.records.aim import AimKind
from bot.records.meeting import Meeting
from bot.rules import lengths
from bot.rules.composition import Held
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import PNG, Button, File, Message, columns, rows
from bot.words.texts import Html, bold, lines, seen, within
from bot.words.views import lists

PAGE = 16
"""Choices on one screen."""
NUMBERS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 15)
"""How many can be wished for."""
NAMED = 12
"""Associations named beside their number."""
LABEL, ROOM, IN_CAPTION, IN_PICTURE = 34, 2_400, 700, 12
"""Characters of a name on a button, units for the wishes in a text and a caption, drawn bars."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish by name, and how far it is fulfilled."""

    held: Held
    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be wished for; `key` stands for it on a button."""

    key: str
    name: str
    count: int
    """How many are wished for; 0 is none."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The associations that would fill the gaps and have not answered."""

    count: int
    names: list[str]


def button(w: Words, meeting: Meeting) -> Button:
    """Lead to who is missing."""
    return Button(w.say("missing", "Who is missing?"), str(_token(meeting, "show")))


def _token(meeting: Meeting, ask: str) -> Token:
    return Token("lack", meeting.id, ask)


def aim_labels(w: Words) -> dict[AimKind, str]:
    """Name what a wish can be about."""
    return {
        AimKind.KIND: w.plain("missing", "Kinds of associations"),
        AimKind.MUNICIPALITY: w.plain("missing", "Municipalities"),
        AimKind.THEME_GROUP: w.plain("missing", "Theme groups"),
        AimKind.LANGUAGE: w.plain("missing", "Languages"),
    }


def overview(w: Words, meeting: Meeting, wishes: Sequence[Wish], gap: Gap) -> Message:
    """Show whom one wishes for beside those who come, the gaps first."""
    title, change = bold(meeting.title or "–"), w.say("missing", "Choose who is wanted")
    choose = Button(change, str(_token(meeting, "choose")))
    if not wishes:
        asked = w.say(
            "missing",
            "Say who should be represented, and I show who is missing while there is time.",
        )
        return Message(lines(title, asked), rows(choose, lists.back(w, meeting)))
    invite = Button(
        w.plain_many("missing", "Invite just them ({n})", "Invite just them ({n})", gap.count),
        str(_token(meeting, "invite")),
    )
    picture = Button(w.say("state", "Show as a picture"), str(_token(meeting, "picture")))
    text = lines(title, _verdict(w, wishes), "", *within(ROOM, _listed(w, wishes)), _silent(w, gap))
    return Message(
        text, rows(invite if gap.count else None, choose, picture, lists.back(w, meeting))
    )


def _verdict(w: Words, wishes: Sequence[Wish]) -> Html:
    """Name those nobody comes from, in one line."""
    nobody = [lengths.cut(one.name, LABEL) for one in wishes if not one.held.there]
    if nobody:
        return bold(w.say("missing", "Missing altogether: {names}.", names=w.listed(nobody[:8])))
    if any(one.held.lacking for one in wishes):
        return bold(w.say("missing", "Some are still too few."))
    return bold(w.say("missing", "Everyone who is wanted is represented."))


def _listed(w: Words, wishes: Sequence[Wish]) -> list[Html]:
    written: list[Html] = []
    for one in wishes:
        said = w.say(
            "missing",
            "{name}: {there} of at least {wanted}",
            name=lengths.cut(one.name, LABEL * 2),
            there=one.held.there,
            wanted=one.held.wanted.count,
        )
        written.append(bold(said) if one.held.lacking else said)
    return written


def _silent(w: Words, gap: Gap) -> Html | None:
    if not gap.count:
        return None
    said = w.many(
        "missing",
        "{n} association that would fill a gap has not answered: {names}",
        "{n} associations that would fill the gaps have not answered: {names}",
        gap.count,
        names=w.listed([lengths.cut(one, LABEL * 2) for one in gap.names[:NAMED]]),
    )
    return Html(f"\n{said}")


def choose(w: Words, meeting: Meeting, offered: frozenset[AimKind]) -> Message:
    """Ask what the wish is about; only what the register knows of is offered."""
    back = Button(w.say("lists", "Back"), str(_token(meeting, "show")))
    if not offered:
        said = w.say(
            "missing",
            "The register does not yet say what kind of associations they are, or where they are.",
        )
        return Message(said, rows(back))
    labels = aim_labels(w)
    buttons = [Button(labels[one], str(_token(meeting, one))) for one in labels if one in offered]
    said = w.say("missing", "What should I count by?")
    return Message(lines(bold(meeting.title or "–"), said), (*columns(buttons, 2), (back,)))


def values(
    w: Words, meeting: Meeting, kind: AimKind, listed: Sequence[Choice], page: int
) -> Message:
    """Show a page of what can be wished for, with what is wished for now."""
    token = _token(meeting, kind)
    shown = listed[page * PAGE : (page + 1) * PAGE]
    buttons = [Button(_named(w, one), token.chosen(one.key)) for one in shown]
    before = Button(w.say("missing", "Previous"), token.chosen(f"p{page - 1}")) if page else None
    more = len(listed) > (page + 1) * PAGE
    after = Button(w.say("missing", "More"), token.chosen(f"p{page + 1}")) if more else None
    turning = tuple(one for one in (before, after) if one)
    done = Button(w.say("missing", "Done"), str(_token(meeting, "show")))
    back = Button(w.say("lists", "Back"), str(_token(meeting, "choose")))
    said = w.say("missing", "Whom do you want to reach? Tap to say how many associations.")
    text = lines(bold(aim_labels(w)[kind]), said)
    return Message(text, (*columns(buttons, 2), *rows(turning, (back, done))))


def _named(w: Words, one: Choice) -> str:
    name = lengths.cut(one.name, LABEL)
    if not one.count:
        return name
    return w.plain("missing", "{name}: at least {n}", name=name, n=one.count)


def how_many(w: Words, meeting: Meeting, kind: AimKind, one: Choice) -> Message:
    """Ask from how many associations someone should come."""
    token = _token(meeting, kind)
    buttons = [Button(str(n), token.chosen(f"{one.key}.{n}")) for n in NUMBERS]
    back = Button(w.say("lists", "Back"), str(token))
    said = w.say(
        "missing",
        "{name}: how many associations do you want at least? 0 takes the wish away.",
        name=bold(lengths.cut(one.name, LABEL * 2)),
    )
    return Message(said, (*columns(buttons, 5), (back,)))


def bars(w: Words, meeting: Meeting, wishes: Sequence[Wish]) -> Bars:
    """Give the facts of the picture, worded."""
    return Bars(
        lengths.cut(meeting.title or "–", 60),
        w.plain("missing", "Associations that come, and how many are wanted"),
        tuple(
            (
                lengths.cut(one.name, LABEL),
                there,
                wanted,
                w.plain("missing", "{there} of at least {wanted}", there=there, wanted=wanted),
            )
            for one in wishes[:IN_PICTURE]
            for there, wanted in [(one.held.there, one.held.wanted.count)]
        ),
    )


def picture(w: Words, meeting: Meeting, wishes: Sequence[Wish]) -> Message:
    """Send the picture with the same facts in words."""
    text = lines(
        bold(lengths.cut(meeting.title or "–", 100)), "", *within(IN_CAPTION, _listed(w, wishes))
    )
    file = File(w.plain("missing", "composition.png"), PNG, bars(w, meeting, wishes))
    return Message(text, file=file)


def gone(w: Words) -> str:
    """Say in an alert that there is nobody left to invite."""
    return w.plain("missing", "Everyone who would fill a gap has already answered.")


def closed(w: Words) -> str:
    """Say in an alert why nobody can be invited now."""
    return w.plain("missing", "Registration is closed. Open it first, and then invite.")


def please_come(w: Words, meeting: Meeting) -> str:
    """Suggest what to write to those who have the invitation already; she may change it."""
    if meeting.closes_on is None:
        return w.plain(
            "missing",
            "We miss you in the conversation, and hope that you want to come. "
            "Press Show the meeting and register.",
        )
    return w.plain(
        "missing",
        "We miss you in the conversation, and hope that you want to come. Press "
        "Show the meeting and register by {day}.",
        day=seen(w.day(meeting.closes_on)),
    )
