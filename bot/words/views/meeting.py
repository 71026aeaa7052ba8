"""What people read about a meeting: the invitation, the card in a group, the agenda, the lists."""

from __future__ import annotations

from dataclasses import dataclass, replace
from string import ascii_lowercase

from bot.records.agenda import AgendaItem
from bot.records.meeting import Form, Meeting
from bot.rules import drafting, times
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, folded, lines, shown


@dataclass(frozen=True, slots=True)
class Counts:
    """How full a meeting is, as people may see it."""

    going: int
    waiting: int
    free: int | None


def when(w: Words, meeting: Meeting) -> Html:
    """Write day and clock; a fact that is still unknown is a dash."""
    if meeting.day is None:
        return Html("–")
    if meeting.start is None:
        return w.full_day(meeting.day)
    return w.when(meeting.day, meeting.start, meeting.end)


def where(w: Words, meeting: Meeting) -> Html:
    """Write the place, or that the meeting is online, or both."""
    if meeting.form == Form.ONLINE:
        return w.say("meeting", "online")
    if meeting.form == Form.HYBRID:
        return w.say("meeting", "{place}, or online", place=meeting.place or "–")
    return shown(meeting.place or "–")


def opening(w: Words, meeting: Meeting) -> str:
    """Write what is said of the doors; a clock alone as every other clock."""
    opens = times.opens_at(meeting) if times.is_only_clock(meeting) else None
    return w.clock(opens) if opens else meeting.doors or ""


def doors(w: Words, meeting: Meeting) -> Html | None:
    """Write when the doors open, if that is known."""
    said = opening(w, meeting)
    return w.say("meeting", "Doors open: {doors}", doors=said) if said else None


def facts(w: Words, meeting: Meeting) -> Html:
    """Write the label lines that every card shares."""
    return lines(w.say("meeting", "When: {when}", when=when(w, meeting)), besides_when(w, meeting))


def besides_when(w: Words, meeting: Meeting, *, is_one_place: bool = True) -> Html:
    """Write what is the same on every occasion; the place, if it is."""
    return lines(
        doors(w, meeting),
        w.say("meeting", "Where: {where}", where=where(w, meeting)) if is_one_place else None,
        _if(meeting.food, w.say("meeting", "Food: {food}", food=meeting.food or "")),
        _if(
            meeting.accessibility,
            w.say("meeting", "Accessibility: {access}", access=meeting.accessibility or ""),
        ),
        _if(
            meeting.moderator,
            w.say("meeting", "Moderator: {moderator}", moderator=meeting.moderator or ""),
        ),
        _per_party(w, meeting),
    )


def _per_party(w: Words, meeting: Meeting) -> Html | None:
    """Say how many may come from each association, so that nobody is surprised by a no."""
    most = meeting.per_party
    if most is None:
        return None
    return w.many(
        "meeting", "At most {n} person per association", "At most {n} people per association", most
    )


def _if(value: str | None, line: Html) -> Html | None:
    return line if value else None


def deadline(w: Words, meeting: Meeting) -> Html:
    """Say until when one can register, with the weekday; or that it was closed by hand."""
    if meeting.closed_at is not None:
        return w.say("meeting", "Registration is closed.")
    if meeting.closes_on is None:
        return Html("")
    return w.say("meeting", "Register no later than {day}.", day=last_day(w, meeting))


def last_day(w: Words, meeting: Meeting) -> Html:
    """Write the last day to register, with the hour if one was said."""
    if meeting.closes_on is None:
        return Html("–")
    if meeting.closes_clock is None:
        return w.day(meeting.closes_on)
    return w.short_when(meeting.closes_on, meeting.closes_clock, None)


HOSTS = " · "
"""What stands between hosts in a row, until it is written in someone's language."""


def card(w: Words, meeting: Meeting) -> Html:
    """Write the invitation's text, with the last day to register."""
    return lines(told(w, meeting), "", deadline(w, meeting))


def told(w: Words, meeting: Meeting) -> Html:
    """Write what is told of a meeting for as long as it is spoken of, the same in every chat."""
    hosts = meeting.hosts
    return lines(
        bold(meeting.title or "–"),
        w.say("meeting", "Hosts: {hosts}", hosts=w.listed(hosts.split(HOSTS))) if hosts else None,
        "",
        facts(w, meeting),
        "" if about(w, meeting) else None,
        about(w, meeting),
    )


def about(w: Words, meeting: Meeting) -> Html | None:
    """Say what it is about, in the organiser's text for the reader's language if there is one."""
    text = drafting.told_in(meeting, w.understood)
    return shown(text) if text else None


def invitation(w: Words, meeting: Meeting, *, has_agenda: bool) -> Message:
    """Invite a member."""
    no = Button(w.say("meeting", "Cannot come"), str(Token("come", meeting.id, "no")))
    agenda = agenda_button(w, meeting) if has_agenda else None
    return Message(card(w, meeting), rows(*register_buttons(w, meeting), no, agenda))


def register_buttons(w: Words, meeting: Meeting) -> tuple[Button, ...]:
    """Lead in; at a hybrid meeting each way has its own button, because it has its own seats."""
    token = Token("come", meeting.id, "yes")
    if meeting.form != Form.HYBRID:
        return (Button(w.say("meeting", "Register"), str(token), style="success"),)
    named = {
        "room": w.say("meeting", "Register on site"),
        "online": w.say("meeting", "Register online"),
    }
    return tuple(
        Button(label, token.chosen(side), style="success") for side, label in named.items()
    )


def agenda_button(w: Words, meeting: Meeting) -> Button:
    """Lead to the agenda."""
    return Button(w.say("meeting", "Show agenda"), str(Token("come", meeting.id, "agenda")))


def for_organiser(w: Words, meeting: Meeting, message: Message) -> Message:
    """Add an organiser's way to the desk under what members see."""
    return replace(message, rows=(*message.rows, (desk_button(w, meeting),)))


def desk_button(w: Words, meeting: Meeting) -> Button:
    """Lead an organiser to how it stands."""
    return Button(w.say("desk", "See who is coming"), str(Token("meet", meeting.id, "desk")))


def group_card(w: Words, meeting: Meeting, counts: Counts, *, is_open: bool, link: str) -> Message:
    """Show the meeting in a group: numbers, never names; of seats only while one can register."""
    if not is_open:
        going = bold(_going(w, counts))
        closed = w.say("meeting", "Registration is closed.")
        return Message(lines(told(w, meeting), "", going, closed))
    text = lines(card(w, meeting), "", bold(_count(w, counts)))
    more = Button(w.say("meeting", "Open in a private chat"), url=link)
    return Message(text, rows(*register_buttons(w, meeting), more))


def _going(w: Words, counts: Counts) -> Html:
    return w.many("meeting", "{n} registered", "{n} registered", counts.going)


def _count(w: Words, counts: Counts) -> Html:
    going = _going(w, counts)
    if counts.free is None:
        return going
    if counts.free == 0 and not counts.waiting:
        return w.say("meeting", "{going}. The meeting is full.", going=going)
    if counts.free == 0:
        return w.many(
            "meeting",
            "{going}. The meeting is full, {n} on the reserve list.",
            "{going}. The meeting is full, {n} on the reserve list.",
            counts.waiting,
            going=going,
        )
    return w.many(
        "meeting", "{going}, {n} seat left", "{going}, {n} seats left", counts.free, going=going
    )


def cancelled_card(w: Words, meeting: Meeting) -> Message:
    """Show in a group that a meeting is cancelled."""
    return Message(
        lines(
            bold(w.say("meeting", "Cancelled: {title}", title=meeting.title or "")),
            facts(w, meeting),
        )
    )


def agenda(w: Words, meeting: Meeting, points: list[AgendaItem]) -> Message:
    """Show the agenda, folded when it is long."""
    heading = bold(w.say("meeting", "Agenda, {when}", when=short_when(w, meeting)))
    text = lines(*agenda_lines(w, points))
    body = folded(text) if len(points) > FOLD_AFTER else text
    moderator = (
        w.say("meeting", "Moderator: {moderator}", moderator=meeting.moderator)
        if meeting.moderator
        else None
    )
    pdf = Button(w.plain("agenda", "Get as PDF"), str(Token("come", meeting.id, "paper")))
    text = lines(heading, bold(meeting.title or ""), "", body, "", moderator)
    return Message(text, rows(pdf) if points else ())


FOLD_AFTER = 6
"""Points of an agenda that are shown without folding."""


def no_agenda(w: Words) -> Message:
    """Say that the agenda is not ready."""
    return Message(
        w.say("meeting", "The agenda is not ready yet. I will send it to you as soon as it is.")
    )


def short_when(w: Words, meeting: Meeting) -> Html:
    """Write day and clock without the year."""
    if meeting.day is None or meeting.start is None:
        return when(w, meeting)
    return w.short_when(meeting.day, meeting.start, meeting.end)


def agenda_lines(w: Words, points: list[AgendaItem]) -> list[Html]:
    """Write numbered points, lettered sub-points, and breaks on lines of their own."""
    written: list[Html] = []
    number, letter = 0, 0
    for point in points:
        if point.is_break:
            written += [Html(""), _point(w, point), Html("")]
        elif point.depth:
            written.append(Html(f"   {ascii_lowercase[letter % 26]}) {_point(w, point)}"))
            letter += 1
        else:
            number, letter = number + 1, 0
            written.append(Html(f"{number}. {_point(w, point)}"))
    return written


def _point(w: Words, point: AgendaItem) -> Html:
    said = w.say("meeting", "{title} – {speaker}", title=point.title, speaker=point.speaker)
    text = said if point.speaker else shown(point.title)
    if point.at is None:
        return text
    return w.say("meeting", "{clock} {point}", clock=w.bare_clock(point.at), point=text)
