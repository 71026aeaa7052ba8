"""What an organiser reads while she makes a series of a meeting and looks after it."""

from __future__ import annotations

from bot.records.meeting import Meeting, Status
from bot.rules import lengths, red_days
from bot.rules.series import MOST, Every, Plan, ordinal, written
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, columns, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import copying, occasions
from bot.words.views.occasions import Occasion

COUNTS = (3, 4, 6, 8, 10, 12)
"""Numbers of occasions that have a button."""


def begin(w: Words, meeting: Meeting) -> Message:
    """Ask how often."""
    text = lines(
        bold(w.say("series", "How often is {title} held?", title=meeting.title or "–")),
        w.say(
            "series",
            "Each occasion becomes a meeting of its own, with its own registration. Nothing is"
            " made before you have seen the days, and nothing is sent.",
        ),
    )
    labels = every_labels(w, meeting)
    choices = [
        Button(label, str(Token("series", meeting.id, str(every))))
        for every, label in labels.items()
    ]
    own = Button(w.plain("series", "My own days"), str(Token("series", meeting.id, "days")))
    return Message(text, rows(*choices, own, copying.back_button(w, meeting)))


def every_labels(w: Words, meeting: Meeting) -> dict[Every, str]:
    """Name the ways to repeat a meeting; monthly is on the same weekday."""
    given = {
        Every.WEEK: w.plain("series", "Every week"),
        Every.FORTNIGHT: w.plain("series", "Every other week"),
    }
    return given if meeting.day is None else given | {Every.MONTH: _monthly(w, meeting)}


def _monthly(w: Words, meeting: Meeting) -> str:
    days = (
        w.plain("series", "Mondays"),
        w.plain("series", "Tuesdays"),
        w.plain("series", "Wednesdays"),
        w.plain("series", "Thursdays"),
        w.plain("series", "Fridays"),
        w.plain("series", "Saturdays"),
        w.plain("series", "Sundays"),
    )
    if meeting.day is None:
        return w.plain("series", "Every month")
    day = days[meeting.day.weekday()]
    said = {
        1: w.plain("series", "Monthly: first {day}", day=day),
        2: w.plain("series", "Monthly: second {day}", day=day),
        3: w.plain("series", "Monthly: third {day}", day=day),
        4: w.plain("series", "Monthly: fourth {day}", day=day),
    }
    return said.get(ordinal(meeting.day), w.plain("series", "Monthly: last {day}", day=day))


def ask_count(w: Words, meeting: Meeting, every: Every, *, is_unclear: bool = False) -> Message:
    """Ask how many times, or until which day."""
    unclear = w.say(
        "series", "I need a number from 2 to {most}, or a day after the first one.", most=MOST
    )
    text = lines(
        unclear if is_unclear else None,
        bold(w.say("series", "How many times in all?")),
        w.say("series", "Choose a number, or write a last day, for instance “to 1 June”."),
    )
    token = Token("series", meeting.id, str(every))
    numbers = [Button(str(count), token.chosen(str(count))) for count in COUNTS]
    return Message(text, (*columns(numbers, 3), (copying.back_button(w, meeting),)))


def ask_days(w: Words, meeting: Meeting, unclear: str | None = None) -> Message:
    """Ask for days of her own choice."""
    said = (
        w.say(
            "series",
            "I find no coming day in “{text}”. Write for instance 3 March.",
            text=lengths.cut(unclear, 60),
        )
        if unclear
        else None
    )
    text = lines(
        said,
        bold(w.say("series", "Which other days?")),
        w.say("series", "Write them with commas between: 3 March, 12 March, 9 April."),
    )
    return Message(text, rows(copying.back_button(w, meeting)))


def plan(w: Words, meeting: Meeting, laid: Plan) -> Message:
    """Show every day before anything is made; each can be left out or taken back."""
    n = len(laid.chosen)
    text = lines(
        bold(w.say("series", "{title}: these days", title=meeting.title or "–")),
        *(_planned(w, laid, place) for place in range(len(laid.days))),
        "",
        w.say("series", "Tap a day to leave it out or take it back."),
    )
    token = Token("series", meeting.id, "plan")
    taps = [
        Button(_toggle(w, laid, place), token.chosen(written(laid.toggled(place))))
        for place in range(1, len(laid.days))
    ]
    make = Button(
        w.plain_many("series", "Make {n} occasion", "Make {n} occasions", n),
        str(Token("series", meeting.id, "make", written(laid))),
        style="success",
    )
    other = Button(w.plain("series", "Another rhythm"), str(Token("series", meeting.id, "begin")))
    return Message(text, (*columns(taps, 2), *rows(make if n > 1 else None, other)))


def _planned(w: Words, laid: Plan, place: int) -> Html:
    day = laid.days[place]
    written_day = w.full_day(day)
    if laid.has(place):
        if day in red_days.free_days(day.year):
            return w.say("series", "• {day} (a public holiday or the eve of one)", day=written_day)
        return w.say("series", "• {day}", day=written_day)
    if day in red_days.free_days(day.year):
        return w.say(
            "series", "– {day}: left out, a public holiday or the eve of one", day=written_day
        )
    return w.say("series", "– {day}: left out", day=written_day)


def _toggle(w: Words, laid: Plan, place: int) -> str:
    day = w.day(laid.days[place])
    if laid.has(place):
        return w.plain("series", "Leave out {day}", day=day)
    return w.plain("series", "Include {day}", day=day)


def overview(w: Words, meeting: Meeting, listed: list[Occasion]) -> Message:
    """Show every occasion of a series, and lead to each."""
    is_choice = meeting.picks_one
    text = lines(
        bold(w.say("series", "{title}: the series", title=meeting.title or "–")),
        w.say("series", "People choose one of the occasions.")
        if is_choice
        else w.say("series", "People register for each occasion by itself."),
        "",
        *(occasions.state(w, one) for one in listed),
        "",
        w.say("series", "Occasions not yet announced go out in one message with all the days.")
        if _drafts(listed)
        else None,
    )
    ways = [_way(w, one.meeting) for one in listed if one.meeting.status != Status.CANCELLED]
    return Message(text, (*columns(ways, 2), *_deeds(w, meeting, listed)))


def _drafts(listed: list[Occasion]) -> list[Meeting]:
    return [one.meeting for one in listed if one.meeting.status == Status.DRAFT]


def _way(w: Words, one: Meeting) -> Button:
    ask = "review" if one.status == Status.DRAFT else "desk"
    return Button(occasions.day_of(w, one), str(Token("meet", one.id, ask)))


def _deeds(w: Words, meeting: Meeting, listed: list[Occasion]) -> tuple[tuple[Button, ...], ...]:
    row, drafts = meeting.id, _drafts(listed)
    invite = Button(
        w.plain("series", "See the invitation"),
        str(Token("meet", drafts[0].id if drafts else row, "preview")),
        style="success",
    )
    kind = (
        Button(w.plain("series", "Let people come to all"), str(Token("series", row, "all")))
        if meeting.picks_one
        else Button(w.plain("series", "Let people choose one"), str(Token("series", row, "one")))
    )
    more = Button(w.plain("series", "More days"), str(Token("series", row, "days")))
    cancel = Button(
        w.plain("series", "Cancel from here on"),
        str(Token("series", row, "cancel")),
        style="danger",
    )
    can_cancel = any(one.meeting.status == Status.ANNOUNCED for one in listed)
    return rows(
        invite if drafts else None,
        (more, kind),
        cancel if can_cancel else None,
        copying.back_button(w, meeting),
    )


def needs_day(w: Words) -> str:
    """Explain in a toast why no series can be made yet."""
    return w.plain("series", "First I need what is missing about this meeting.")
