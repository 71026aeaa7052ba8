"""What an organiser reads: who it goes to, who comes, what waits for an answer."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.broadcast import Broadcast, BroadcastStatus
from bot.records.late_request import LateRequest, Verdict
from bot.records.meeting import Meeting
from bot.rules import lengths
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines, within
from bot.words.views import meeting as cards
from bot.words.views import registration

NAMES = 60
"""Names shown before the rest is only counted."""
NAMES_ROOM, SHORT_ROOM = 1_000, 450
"""UTF-16 units for a long list of names and for a short list, out of a message's 4,096."""
LINE_ROOM = 120


@dataclass(frozen=True, slots=True)
class Audience:
    """Who a message goes to: names in order, groups by title, and how many cannot be reached."""

    names: list[str]
    groups: list[str]
    unreachable: int


def about_to_send(w: Words, meeting: Meeting, audience: Audience, *, warns: Html | None) -> Message:
    """Show the number and the names before the dangerous button."""
    n = len(audience.names)
    text = lines(
        w.say("desk", "Above you see the invitation exactly as members see it."),
        "",
        w.many("desk", "It goes to {n} person:", "It goes to {n} people:", n) if n else None,
        named(w, audience.names) if n else None,
        w.say("desk", "Nobody can be reached yet. Send out the link from /lank first.")
        if not n
        else None,
        w.say("desk", "It is also shown in {groups}.", groups=named(w, audience.groups))
        if audience.groups
        else None,
        unreachable(w, audience.unreachable),
        warns,
    )
    return Message(text, _send_buttons(w, meeting, audience))


def _send_buttons(w: Words, meeting: Meeting, audience: Audience) -> tuple[tuple[Button, ...], ...]:
    n = len(audience.names)
    send = Button(
        w.plain_many("desk", "Send to {n}", "Send to {n}", n),
        str(Token("meet", meeting.id, "send")),
        style="success",
    )
    only_group = Button(
        w.say("desk", "Show in the group"), str(Token("meet", meeting.id, "send")), style="success"
    )
    back = Button(w.say("desk", "Change something"), str(Token("meet", meeting.id, "review")))
    return rows(send if n else only_group if audience.groups else None, back)


def named(w: Words, names: list[str], room: int = NAMES_ROOM) -> Html:
    """List names, and count those there is no room for."""
    fitting = within(room, names[:NAMES])
    if len(fitting) == len(names) and fitting[-1:] != ["…"]:
        return w.listed(names)
    kept = fitting[:-1] if fitting[-1] == "…" else fitting
    return w.many(
        "desk",
        "{names} and {n} more",
        "{names} and {n} more",
        len(names) - len(kept),
        names=Html(", ".join(kept)),
    )


def unreachable(w: Words, n: int) -> Html | None:
    """Say how many must be reached in another way."""
    if not n:
        return None
    return w.many(
        "desk",
        "{n} person cannot be reached by me and needs a letter or a call.",
        "{n} people cannot be reached by me and need a letter or a call.",
        n,
    )


def red_day(w: Words, day: Html) -> Html:
    """Warn, without stopping, that a day is a holiday."""
    return w.say("desk", "Note that {day} is a public holiday or an eve.", day=day)


def too_late_to_stop(w: Words) -> str:
    """Explain in an alert that an invitation has left."""
    return w.plain("desk", "It is already on its way. You can change or cancel the meeting.")


def sending(w: Words, meeting: Meeting, sent: Broadcast) -> Message:
    """Keep the organiser's receipt true: still to be stopped, under way, done, taken back."""
    title = bold(meeting.title or "")
    if sent.status == BroadcastStatus.WAITING:
        stop = Button(w.say("desk", "Stop"), str(Token("meet", meeting.id, "undo")), style="danger")
        said = w.say(
            "desk",
            "The invitation to {title} goes out {moment}. You can still stop it.",
            title=title,
            moment=w.exact_moment(sent.starts_at),
        )
        return Message(said, rows(stop))
    if sent.status == BroadcastStatus.TAKEN_BACK:
        said = w.say("desk", "Stopped. Nobody has seen the invitation to {title}.", title=title)
        show = Button(w.say("desk", "Show the card"), str(Token("meet", meeting.id, "review")))
        return Message(said, rows(show))
    said = w.many(
        "desk",
        "The invitation to {title} is sent to {n} person.",
        "The invitation to {title} is sent to {n} people.",
        sent.count,
        title=title,
    )
    return Message(said, rows(_desk_button(w, meeting)))


def _desk_button(w: Words, meeting: Meeting) -> Button:
    return Button(w.say("desk", "See who is coming"), str(Token("meet", meeting.id, "desk")))


@dataclass(frozen=True, slots=True)
class Tally:
    """How it stands with a meeting, as numbers and the organiser's names."""

    going: list[str]
    waiting: list[str]
    declined: int
    silent: int
    kitchen: list[tuple[str, int]]
    without_answer: int
    """Coming people who have not said what they eat."""
    to_book: list[tuple[str, str]]
    """A person's name and what must be booked."""


def standing(w: Words, meeting: Meeting, tally: Tally, *, is_open: bool) -> Message:
    """Show the organiser how it stands."""
    return Message(
        lines(
            bold(meeting.title or ""), cards.facts(w, meeting), "", *tally_lines(w, meeting, tally)
        ),
        desk_buttons(w, meeting, is_open=is_open),
    )


def desk_buttons(w: Words, meeting: Meeting, *, is_open: bool) -> tuple[tuple[Button, ...], ...]:
    """Lay out what an organiser can do with an announced meeting."""
    row = meeting.id
    gate = (
        Button(w.say("desk", "Close registration"), str(Token("meet", row, "close")))
        if is_open
        else Button(w.say("desk", "Open registration"), str(Token("meet", row, "open")))
    )
    return rows(
        Button(w.say("desk", "Change the meeting"), str(Token("meet", row, "review"))),
        gate,
        Button(
            w.say("desk", "Cancel the meeting"), str(Token("meet", row, "cancel")), style="danger"
        ),
    )


def tally_lines(w: Words, meeting: Meeting, tally: Tally) -> list[Html]:
    """Write counts, names, the kitchen's numbers and what must be booked."""
    n = len(tally.going)
    seats = meeting.seats
    coming = (
        w.say("desk", "Coming: {n} of {seats}", n=n, seats=seats)
        if seats is not None
        else w.say("desk", "Coming: {n}", n=n)
    )
    written = [bold(coming)]
    if tally.going:
        written.append(named(w, tally.going))
    if tally.waiting:
        waiting = w.say("desk", "Reserve list: {n}", n=len(tally.waiting))
        written += [bold(waiting), named(w, tally.waiting, SHORT_ROOM)]
    written.append(w.say("desk", "Cannot come: {n}", n=tally.declined))
    written.append(w.say("desk", "Not answered: {n}", n=tally.silent))
    return [*written, *_kitchen(w, tally), *_to_book(w, tally)]


def _kitchen(w: Words, tally: Tally) -> list[Html]:
    if not tally.kitchen and not tally.without_answer:
        return []
    counted = [
        w.say("desk", "{n} {food}", n=n, food=_short(registration.food_label(w, food).lower()))
        for food, n in tally.kitchen
    ]
    if tally.without_answer:
        counted.append(w.say("desk", "{n} without special requests", n=tally.without_answer))
    return [Html(""), bold(w.say("desk", "For the kitchen")), *within(SHORT_ROOM, counted)]


def _short(text: str) -> str:
    return lengths.cut(text, LINE_ROOM)


def _to_book(w: Words, tally: Tally) -> list[Html]:
    if not tally.to_book:
        return []
    booked = [
        w.say(
            "desk",
            "{name}: {need}",
            name=_short(name),
            need=_short(registration.need_label(w, need).lower()),
        )
        for name, need in tally.to_book
    ]
    return [Html(""), bold(w.say("desk", "To book or arrange")), *within(SHORT_ROOM, booked)]


def summary(w: Words, meeting: Meeting, tally: Tally) -> Message:
    """Tell the organiser how it stands when registration has closed."""
    when = w.say("meeting", "When: {when}", when=cards.when(w, meeting))
    heading = w.say("desk", "Registration for {title} has closed.", title=bold(meeting.title or ""))
    return Message(
        lines(heading, when, "", *tally_lines(w, meeting, tally)),
        desk_buttons(w, meeting, is_open=False),
    )


def need_to_book(w: Words, meeting: Meeting, name: str, need: str) -> Message:
    """Tell the organiser the same day about a need that must be booked."""
    return Message(
        lines(
            w.say(
                "desk",
                "{name} has told a need for {title}, {when}:",
                name=bold(name),
                title=meeting.title or "",
                when=cards.short_when(w, meeting),
            ),
            bold(registration.need_label(w, need)),
            w.say("desk", "Interpreters often need to be booked two to four weeks ahead.")
            if need in INTERPRETERS
            else None,
        )
    )


INTERPRETERS = frozenset({"sign", "text"})


def late_request(w: Words, meeting: Meeting, request: LateRequest, name: str) -> Message:
    """Ask the organiser whether a latecomer may come."""
    asked = w.say(
        "desk",
        "{name} wants to come to {title}, but registration is closed. Is there room?",
        name=bold(name),
        title=bold(meeting.title or ""),
    )
    return Message(
        asked,
        rows(
            (
                Button(
                    w.say("desk", "Let in"),
                    str(Token("desk", request.id, "grant")),
                    style="success",
                ),
                Button(w.say("desk", "Say no"), str(Token("desk", request.id, "refuse"))),
            )
        ),
    )


def late_answered(w: Words, name: str, verdict: Verdict) -> Message:
    """Note what the organiser answered."""
    if verdict == Verdict.GRANTED:
        return Message(w.say("desk", "{name} may come and knows it.", name=bold(name)))
    return Message(w.say("desk", "I have told {name} that there is no room.", name=bold(name)))


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
            w.many("desk", "I tell {n} person at once.", "I tell {n} people at once.", told),
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
    return Message(lines(said, _to_call(w, unreached)))


def change_told(w: Words, told: int, unreached: list[str]) -> Message:
    """Confirm who hears of a change, and name those who must be told in another way."""
    said = w.many(
        "desk",
        "The change is saved. I am telling {n} person who has registered.",
        "The change is saved. I am telling {n} people who have registered.",
        told,
    )
    return Message(lines(said, _to_call(w, unreached)))


def _to_call(w: Words, unreached: list[str]) -> Html | None:
    if not unreached:
        return None
    return w.say(
        "desk",
        "I cannot write to {names}. Please call them or write in another way.",
        names=named(w, unreached),
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


def group_linked(w: Words, title: str) -> Message:
    """Tell the organiser that the group will show cards."""
    return Message(
        w.say(
            "desk",
            "I am now in {group}. When you send an invitation I show it there"
            " too, with the number of registered but no names.",
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
            "One message could not be handled and is put aside. Code: {code}."
            " Everything else goes on.",
            code=code,
        )
    )
