"""Puts into an organiser's words whom a message is for, counts them and names them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.deeds import audiences, homes, minuting, writing
from bot.records.broadcast import Broadcast
from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.rules import lengths, moments, red_days, selection
from bot.rules.reach import Why
from bot.rules.selection import Selection
from bot.store import attendance, choices, meetings, organisations, profiles
from bot.store.profiles import Condition
from bot.turn import Turn
from bot.words.texts import LANGUAGES, Html
from bot.words.views import audiences as views
from bot.words.views import messaging, unreached
from bot.words.views import minutes as minute_views
from bot.words.views.audiences import Chosen, Facet
from bot.words.views.messaging import Aim
from bot.words.views.unreached import Missed

NAMED, SHOWN_MISSED = 30, 40
"""Names beside the number, and people listed for each reason."""
FACETS: tuple[Facet, ...] = (
    "kinds",
    "municipalities",
    "groups",
    "languages",
    "organisations",
    "answered",
)


def aim(turn: Turn, told: Broadcast, meeting: Meeting) -> Aim:
    """Say whom a draft goes to and when."""
    having = audiences.reached(turn, told, meeting)
    count = profiles.count(turn.session, *having)
    leaves = writing.leaves_at(turn, meeting, told)
    there = leaves.astimezone(turn.house.zone)
    return Aim(
        count=count,
        names=[one.name or "–" for one in profiles.some(turn.session, 0, NAMED, having)],
        missed=profiles.count(turn.session, *audiences.meant(turn, told, meeting)) - count,
        homes=homes.count(turn, told),
        chosen=described(turn, told, meeting),
        leaves=leaves,
        is_timed=leaves - turn.now > moments.PUT_OFF,
        is_red=red_days.is_red(there.date()),
    )


def begins(turn: Turn, told: Broadcast) -> str:
    """Say which message it is: how it begins, or what it was where she wrote nothing."""
    version = minuting.of(turn, told)
    if version is not None:
        return minute_views.version(turn.words, version)
    return glimpse(told.text) or views.invitation(turn.words)


def glimpse(text: str) -> str:
    """Give as much of a text as it is known by in a list."""
    return lengths.cut(" ".join(text.split()), messaging.GLIMPSE)


def names(turn: Turn, listed: list[Person]) -> list[str]:
    """Write each person with her association, as an organiser knows her."""
    places = organisations.names(turn.session, listed)
    return [
        f"{one.name} ({places[one.id]})" if one.id in places else one.name or "–" for one in listed
    ]


def described(turn: Turn, told: Broadcast, meeting: Meeting) -> Html:
    """Say in a few words whom a draft's selection means."""
    picked = selection.from_facts(told.audience)
    present = last_meeting(turn, told, meeting) if picked.present_only else None
    return views.described(turn.words, chosen(turn, picked), present)


def last_meeting(turn: Turn, told: Broadcast, meeting: Meeting) -> str | None:
    """Name the meeting whose attendance a draft can choose by; None when none was ever noted."""
    number = audiences.circle(turn, told, meeting).present_at
    number = number or attendance.last(turn.session, meeting)
    found = meetings.get(turn.session, number) if number else None
    return (found.title or "–") if found else None


def chosen(turn: Turn, picked: Selection) -> list[Chosen]:
    """Name what has been chosen, by kind of choice."""
    listed = [
        Chosen(
            facet,
            [label for value, label in values(turn, facet, picked) if _has(picked, facet, value)],
        )
        for facet in FACETS
        if getattr(picked, facet)
    ]
    return [one for one in listed if one.labels]


def _has(picked: Selection, facet: str, value: str | int) -> bool:
    return value in getattr(picked, facet)


def values(turn: Turn, facet: Facet, picked: Selection) -> list[tuple[str | int, str]]:
    """List the values of one kind of choice with their names; of associations those chosen."""
    session = turn.session
    match facet:
        case "kinds":
            return [(one, one) for one in choices.kinds(session)]
        case "municipalities":
            return [(one, one) for one in choices.municipalities(session)]
        case "groups":
            return list(choices.groups(session, picked.groups))
        case "languages":
            return [(one, one) for one in _languages(turn)]
        case "organisations":
            return list(choices.organisation_names(session, picked.organisations))
        case _:
            return list(views.answered_labels(turn.words).items())


def _languages(turn: Turn) -> list[str]:
    """The languages that the register and the bot know."""
    known = {one.casefold(): one for one in LANGUAGES.values()}
    known |= {one.casefold(): one for one in choices.languages(turn.session)}
    return [known[key] for key in sorted(known)]


def offered(turn: Turn, *, is_new: bool) -> list[Facet]:
    """Give the kinds of choices there is something to choose among."""
    has: dict[Facet, bool] = {
        "kinds": bool(choices.kinds(turn.session)),
        "municipalities": bool(choices.municipalities(turn.session)),
        "groups": bool(choices.groups(turn.session)),
        "languages": True,
        "organisations": True,
        # Nobody has answered what nobody has been invited to.
        "answered": not is_new,
    }
    return [facet for facet in FACETS if has[facet]]


def missed(turn: Turn, told: Broadcast, meeting: Meeting) -> list[Missed]:
    """List by reason whom a draft does not reach, with how they can be reached."""
    return [*by_reason(turn, left_out(turn, told, meeting)), *homes.missed(turn, told)]


def by_reason(turn: Turn, left: Sequence[tuple[Why, list[Condition]]]) -> list[Missed]:
    """Count by reason, and list the first with how they can be reached."""
    found = []
    for why, having in left:
        count = profiles.count(turn.session, *having)
        if count:
            listed = profiles.some(turn.session, 0, SHOWN_MISSED, having)
            # One who wants to hear less of a meeting is not written to in another way.
            reached = () if why in {Why.MUTED, Why.ENOUGH} else mails(turn, listed)
            found.append(Missed(why, count, addresses(turn, listed), reached))
    return found


def left_out(turn: Turn, told: Broadcast, meeting: Meeting) -> list[tuple[Why, list[Condition]]]:
    """Say by reason who is meant and gets nothing; of what has left, who was not written to."""
    unwritten = ~profiles.is_written_to(told.id)
    listed = audiences.missing(turn, told, meeting)
    return [(why, [*having, unwritten]) for why, having in listed]


def addresses(turn: Turn, listed: list[Person]) -> list[str]:
    """Write each person with how she is reached."""
    written = []
    for name, one in zip(names(turn, listed), listed, strict=True):
        phone, email = reach(turn, one)
        written.append(unreached.address(turn.words, name, phone, email))
    return written


def mails(turn: Turn, listed: list[Person]) -> tuple[str, ...]:
    """Give the e-mail addresses that people are reached at."""
    return tuple(email for _, email in (reach(turn, one) for one in listed) if email)


def reach(turn: Turn, person: Person) -> tuple[str, str]:
    """Give the telephone number and address of a person, or else of her association."""
    if person.phone or person.email:
        return person.phone, person.email
    home = organisations.get(turn.session, person.organisation_id)
    return (home.phone, home.email) if home else ("", "")
