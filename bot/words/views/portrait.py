"""The card of a meeting for one person: the facts, how long is left, her standing, the agenda."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from urllib.parse import quote

from bot.records.agenda import AgendaItem
from bot.records.meeting import Form, Meeting
from bot.records.registration import Standing
from bot.rules import lengths
from bot.rules.countdown import Countdown, Ended
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, Rows, Venue, columns, rows
from bot.words.texts import Html, bold, folded, lines, seen
from bot.words.views import meeting as meeting_views
from bot.words.views import occasions
from bot.words.views.certificates import own_button
from bot.words.views.countdown import countdown
from bot.words.views.occasions import Occasion
from bot.words.views.sharing import share_button

AGENDA_ROOM = 900
"""UTF-16 units of an agenda that the card folds in; a longer one has a button."""
MAP = "https://www.openstreetmap.org/search?query="
PLACE = 200
"""Characters of an address that a map is asked for."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What one person may see of a meeting besides its facts."""

    mine: Standing | None
    points: list[AgendaItem]
    left: Countdown | None
    is_over: bool
    can_share: bool = False
    """Whether its card can be shared into any chat."""
    change_until: datetime | None = None
    """Until when she changes her answers herself, while that is ahead."""
    book_before: datetime | None = None
    """Until when an interpreter can be asked for, while that is ahead."""
    was_there: bool = False
    """She was noted as present."""
    has_closed: bool = False
    """Nobody registers any more, although the meeting lies ahead."""
    others: tuple[Occasion, ...] = ()
    """The other occasions of its series that lie ahead."""


def portrait(w: Words, meeting: Meeting, sight: Sight) -> Message:
    """Show a meeting as one person sees it now."""
    # With other occasions there is no room for an agenda, and it has a button instead.
    agenda = None if sight.others else _agenda(w, sight.points)
    others = list(sight.others)
    text = lines(
        meeting_views.told(w, meeting),
        "",
        _closing(w, meeting, sight),
        w.say("meeting", "Change your answers no later than {moment}.", moment=w.moment(last))
        if (last := sight.change_until)
        else None,
        w.say("registration", "Interpreter: please tell me by {moment}.", moment=w.moment(booked))
        if (booked := sight.book_before)
        else None,
        "" if sight.left else None,
        countdown(w, sight.left) if sight.left else None,
        *_standing(w, sight),
        "" if others else None,
        *occasions.listed(w, others, meeting.place),
        "" if agenda else None,
        bold(w.say("meeting", "Agenda")) if agenda else None,
        agenda,
    )
    is_longer = bool(sight.points) and agenda is None
    return Message(text, _ways(w, meeting, sight, has_agenda=is_longer))


def _closing(w: Words, meeting: Meeting, sight: Sight) -> Html | None:
    """Say until when one registers, while one can; nothing once the meeting has begun."""
    if sight.is_over:
        return None
    if sight.has_closed:
        return w.say("meeting", "Registration is closed.")
    return meeting_views.deadline(w, meeting)


def _agenda(w: Words, points: list[AgendaItem]) -> Html | None:
    """Fold the agenda in; None when there is none, or when it is too long."""
    written = "\n".join(meeting_views.agenda_lines(w, points)).strip()
    fits = 0 < lengths.units(seen(written)) <= AGENDA_ROOM
    return folded(Html(written)) if fits else None


def _standing(w: Words, sight: Sight) -> list[Html]:
    said = {
        None: None,
        Standing.GOING: w.say("meeting", "You are registered."),
        Standing.WAITING: w.say("meeting", "You are on the reserve list."),
        Standing.OFFERED: w.say("meeting", "A seat is waiting for your answer."),
        Standing.CANCELLED: w.say("meeting", "You no longer have a seat."),
        Standing.DECLINED: w.say("meeting", "You have answered that you cannot come."),
        Standing.LAPSED: w.say("meeting", "The time to take the seat you were offered is over."),
    }[sight.mine]
    return [] if said is None or isinstance(sight.left, Ended) else [Html(""), bold(said)]


def _ways(w: Words, meeting: Meeting, sight: Sight, *, has_agenda: bool) -> Rows:
    agenda = meeting_views.agenda_button(w, meeting) if has_agenda else None
    if isinstance(sight.left, Ended):
        return rows(agenda, own_button(w, meeting) if sight.was_there else None)
    return (
        *rows(*_answers(w, meeting, sight)),
        *_elsewhere(w, meeting, sight),
        *_beside(w, meeting, sight, agenda),
    )


def _elsewhere(w: Words, meeting: Meeting, sight: Sight) -> Rows:
    """Lead to the other occasions; she who has a place where one is chosen moves."""
    has_place = meeting.picks_one and sight.mine in occasions.HERS
    moves_from = meeting.id if has_place else None
    return columns(occasions.buttons(w, list(sight.others), moves_from=moves_from), 2)


def _beside(w: Words, meeting: Meeting, sight: Sight, agenda: Button | None) -> Rows:
    return rows(
        agenda,
        map_button(w, meeting),
        _who_button(w, meeting) if sight.mine == Standing.GOING else None,
        share_button(w, meeting) if sight.can_share and not sight.is_over else None,
    )


def _answers(w: Words, meeting: Meeting, sight: Sight) -> list[Button]:
    """Lead to what she can still answer."""
    if sight.mine in {Standing.GOING, Standing.WAITING, Standing.OFFERED}:
        label = w.say("meeting", "Show my registration")
        return [Button(label, str(Token("come", meeting.id, "mine")))]
    if sight.is_over:
        return []
    answers = [*meeting_views.register_buttons(w, meeting)]
    if sight.mine in {None, Standing.LAPSED}:
        no = str(Token("come", meeting.id, "no"))
        answers.append(Button(w.say("meeting", "Cannot come"), no))
    return answers


def map_button(w: Words, meeting: Meeting) -> Button | None:
    """Lead to the place: to its point if the organiser has given one, else to a search for it."""
    if meeting.form == Form.ONLINE or not meeting.place:
        return None
    label = w.plain("meeting", "Map")
    if is_on_map(meeting):
        return Button(label, str(Token("come", meeting.id, "map")))
    return Button(label, url=MAP + quote(meeting.place[:PLACE], safe=""))


def is_on_map(meeting: Meeting) -> bool:
    """Whether the organiser has said where the place is."""
    return meeting.latitude is not None and meeting.longitude is not None


def venue(w: Words, meeting: Meeting, point: tuple[float, float]) -> Message:
    """Show the place on the map, at a latitude and a longitude."""
    place = meeting.place or meeting.title or w.plain("meeting", "Meeting without a name")
    name, _, address = (part.strip() for part in place.partition(","))
    return Message("", venue=Venue(*point, name or place, address or place))


def _who_button(w: Words, meeting: Meeting) -> Button:
    return Button(w.plain("meeting", "Who is coming?"), str(Token("come", meeting.id, "names")))


NAMES_ROOM = 3_000
"""UTF-16 units of names in one message; the rest are counted."""


def who_comes(
    w: Words, meeting: Meeting, names: list[str], others: int, *, is_shown: bool
) -> Message:
    """Name those who chose to be named, count the rest, and let her choose for herself."""
    named = _that_fit([w.say("meeting", "• {title}", title=name) for name in names])
    more = others + len(names) - len(named)
    text = lines(
        bold(w.say("meeting", "Coming to {title}", title=meeting.title or "")),
        *named,
        _others(w, len(named), more),
        "",
        w.say("meeting", "Others who come see your name.")
        if is_shown
        else w.say("meeting", "Others who come do not see your name."),
    )
    show, hide = w.plain("meeting", "Show my name"), w.plain("meeting", "Hide my name")
    choice = Token("come", meeting.id, "seen")
    button = Button(hide, choice.chosen("no")) if is_shown else Button(show, choice.chosen("yes"))
    return Message(text, rows(button))


def _that_fit(named: list[Html]) -> list[Html]:
    used = accumulate(lengths.units(seen(line)) + 1 for line in named)
    return [line for line, units in zip(named, used, strict=True) if units <= NAMES_ROOM]


def _others(w: Words, named: int, more: int) -> Html | None:
    if not more:
        return None
    if named:
        return w.many("meeting", "And {n} more.", "And {n} more.", more)
    return w.many(
        "meeting",
        "{n} person is coming. Nobody has chosen to show a name.",
        "{n} people are coming. Nobody has chosen to show a name.",
        more,
    )


def ask_to_show(w: Words, meeting: Meeting) -> Message:
    """Ask once whether others may see her name; without an answer they may not."""
    choice = Token("come", meeting.id, "show_me")
    return Message(
        lines(
            bold(w.say("meeting", "May other participants see your name?")),
            w.say(
                "meeting",
                "Only those who are registered for the same meeting see it,"
                " and you can change your mind whenever you like.",
            ),
        ),
        rows(
            (
                Button(w.plain("meeting", "Yes, show my name"), choice.chosen("yes")),
                Button(w.plain("meeting", "No"), choice.chosen("no")),
            )
        ),
        is_silent=True,
    )


def name_choice(w: Words, *, is_shown: bool) -> Message:
    """Confirm what she chose."""
    if is_shown:
        return Message(w.say("meeting", "Others who come to the same meeting see your name now."))
    return Message(w.say("meeting", "Your name is not shown to other participants."))


def only_for_participants(w: Words) -> str:
    """Refuse to show names to one who does not come."""
    return w.plain("meeting", "Only those who come see who else is coming.")
