"""The organiser's desk: how it stands with a meeting, what can be done with it, and what was."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import (
    by_hand,
    copying,
    kitchen,
    lists,
    missing,
    opinions,
    roles,
    state,
)
from bot.words.views import meeting as cards
from bot.words.views import tally as tallies
from bot.words.views.tally import Tally


def held(w: Words, meeting: Meeting, tally: Tally, given: opinions.Opinions) -> Message:
    """Show the organiser how a meeting that has been held went."""
    when = w.say("meeting", "When: {when}", when=cards.when(w, meeting))
    written = [*tallies.afterwards(w, tally), *opinions.added_up(w, given)]
    text = lines(bold(meeting.title or ""), when, "", *written)
    letters = Button(w.say("message", "Send"), str(Token("meet", meeting.id, "letters")))
    minutes = Button(w.plain("minutes", "Minutes"), str(Token("notes", meeting.id, "desk")))
    return Message(
        text,
        rows(
            _check_in(w, meeting, tally),
            minutes,
            (lists.button(w, meeting), letters),
            copying.button(w, meeting),
            *opinions.buttons(w, meeting, given),
        ),
    )


def standing(w: Words, meeting: Meeting, tally: Tally, *, is_open: bool) -> Message:
    """Show the organiser how it stands."""
    left = state.days_left(w, meeting, tally.today, is_open=is_open)
    return Message(
        lines(
            bold(meeting.title or ""),
            cards.facts(w, meeting),
            left,
            "",
            *tallies.added_up(w, meeting, tally),
        ),
        rows(_check_in(w, meeting, tally)) + desk_buttons(w, meeting, is_open=is_open),
    )


def _check_in(w: Words, meeting: Meeting, tally: Tally) -> Button | None:
    """On the day itself, what she needs at the door comes first."""
    return lists.check_in_button(w, meeting) if meeting.day == tally.today else None


def stands_below(w: Words, meeting: Meeting) -> Message:
    """Stand where the card stood, when it has moved down in the chat."""
    return Message(
        w.say("desk", "The latest on {title} is shown further down.", title=meeting.title or "–")
    )


def desk_buttons(w: Words, meeting: Meeting, *, is_open: bool) -> tuple[tuple[Button, ...], ...]:
    """Lay out what an organiser can do with an announced meeting."""
    row = meeting.id
    gate = (
        Button(w.say("desk", "Close registration"), str(Token("meet", row, "close")))
        if is_open
        else Button(w.say("desk", "Open registration"), str(Token("meet", row, "open")))
    )
    menu = (
        Button(w.say("desk", "Change the meeting"), str(Token("meet", row, "review"))),
        gate,
        lists.button(w, meeting),
        by_hand.button(w, meeting),
        Button(w.say("message", "Send"), str(Token("meet", row, "letters"))),
        Button(w.plain("plan", "Plan"), str(Token("plan", row, "show"))),
        Button(w.plain("agenda", "Agenda"), str(Token("points", row, "show"))),
        roles.share_button(w, meeting),
        missing.button(w, meeting),
        kitchen.button(w, meeting),
        state.picture_button(w, meeting),
        copying.more_button(w, meeting),
    )
    pairs = [menu[place : place + 2] for place in range(0, len(menu), 2)]
    cancel = Button(
        w.say("desk", "Cancel the meeting"), str(Token("meet", row, "cancel")), style="danger"
    )
    return rows(*pairs, cancel)


def summary(w: Words, meeting: Meeting, tally: Tally) -> Message:
    """Tell the organiser how it stands when registration has closed."""
    when = w.say("meeting", "When: {when}", when=cards.when(w, meeting))
    heading = w.say("desk", "Registration for {title} has closed.", title=bold(meeting.title or ""))
    return Message(
        lines(heading, when, "", *tallies.added_up(w, meeting, tally)),
        desk_buttons(w, meeting, is_open=False),
    )


def closed_by_hand(w: Words) -> str:
    """Show in a toast that registration is closed."""
    return w.plain("desk", "Registration is now closed.")


def opened_by_hand(w: Words) -> str:
    """Show in a toast that registration is open."""
    return w.plain("desk", "Registration is now open.")


def cannot_open(w: Words) -> str:
    """Explain in an alert why registration cannot be opened."""
    return w.plain("desk", "The last day to register has passed. Change the last day first.")


def ask_cancel(w: Words, meeting: Meeting, told: int) -> Message:
    """Ask before a meeting is cancelled for everyone."""
    token = Token("meet", meeting.id, "cancel")
    return Message(
        lines(
            w.say("desk", "Do you want to cancel {title}?", title=bold(meeting.title or "")),
            w.many(
                "desk",
                "I will tell {n} person straight away.",
                "I will tell {n} people straight away.",
                told,
            ),
            w.say("desk", "Write why in a sentence, or press a button."),
        ),
        rows(
            Button(cancel_labels(w)["yes"], token.chosen("yes"), style="danger"),
            Button(cancel_labels(w)["no"], token.chosen("no")),
        ),
    )


def cancel_labels(w: Words) -> dict[str, str]:
    """Name the two ways on from the question whether to cancel."""
    return {
        "yes": w.plain("desk", "Cancel without a reason"),
        "no": w.plain("desk", "No, keep the meeting"),
    }


def is_cancelled(w: Words, meeting: Meeting, told: int, unreached: list[str]) -> Message:
    """Confirm that a meeting is cancelled, and name those who must be told in another way."""
    said = w.many(
        "desk",
        "{title} is cancelled. I am telling {n} person.",
        "{title} is cancelled. I am telling {n} people.",
        told,
        title=bold(meeting.title or ""),
    )
    return Message(lines(said, to_call(w, unreached)))


def change_told(w: Words, meeting: Meeting, told: int, unreached: list[str]) -> Message:
    """Confirm who hears of a change, and name those who must be told in another way."""
    said = w.many(
        "desk",
        "The change is saved. I am telling {n} person who has registered.",
        "The change is saved. I am telling {n} people who have registered.",
        told,
    )
    return Message(lines(said, to_call(w, unreached)), rows(cards.desk_button(w, meeting)))


def to_call(w: Words, unreached: list[str]) -> Html | None:
    """Name those who must be told in another way; None when there is nobody."""
    if not unreached:
        return None
    return w.say(
        "desk",
        "I cannot write to {names}. Please call them or write in another way.",
        names=tallies.named(w, unreached),
    )


def change_saved(w: Words) -> str:
    """Show in a toast that a change nobody needs to hear of is saved."""
    return w.plain("desk", "Saved. The cards are updated.")


def fewer_seats(w: Words, going: int) -> Message:
    """Warn that more people are coming than there are seats."""
    return Message(
        w.many(
            "desk",
            "Saved. {n} person is already coming, more than there are seats. Nobody is thrown out.",
            "Saved. {n} people are already coming, more than there are seats."
            " Nobody is thrown out.",
            going,
        )
    )
