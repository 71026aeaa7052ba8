"""Gives those who speak for people without Telegram a text that is ready to be passed on."""

from __future__ import annotations

from collections.abc import Iterable

from bot.deeds import audiences, changing, looks, readers
from bot.deeds.readers import Reader
from bot.records.broadcast import Broadcast, BroadcastKind
from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Registration
from bot.rules import audience, authority, changes
from bot.rules.own_hours import Telling
from bot.store import heard, people, spoken_for
from bot.turn import Turn, When
from bot.words import relaying
from bot.words.message import Message

Guest = tuple[Person, Registration | None]


def after(turn: Turn, told: Broadcast, meeting: Meeting) -> None:
    """Write one text to each who should pass the message on, once all others are written to.

    A member who reads the message herself finds her colleagues' names in it.
    """
    kind = BroadcastKind(told.kind)
    lists: dict[int, list[Guest]] = {}
    guests = spoken_for.everyone(turn.session, meeting.id)
    listening = audiences.listening(turn, told, meeting, [person for person, _ in guests])
    concerned = {one.id for one in listening}
    for person, mine in guests:
        is_concerned = person.id in concerned
        if not is_concerned or not audience.is_told_through_another(kind, person, mine):
            continue
        if changing.is_told_before(turn, told, person) or _is_nothing(told, meeting, mine):
            continue
        for reader in _who_passes_on(turn, told, person, mine):
            lists.setdefault(reader.id, []).append((person, mine))
    for number, guests in lists.items():
        passer = people.get(turn.session, number)
        if passer is not None:
            _write(turn, told, meeting, passer, guests)


def _is_nothing(told: Broadcast, meeting: Meeting, mine: Registration | None) -> bool:
    """Whether a change does not matter to how she takes part."""
    is_change = told.kind == BroadcastKind.CHANGE
    return is_change and not changes.hers(meeting, told.facts, mine)


def _who_passes_on(
    turn: Turn, told: Broadcast, person: Person, mine: Registration | None
) -> Iterable[Person]:
    """Choose the member who speaks for her, else the organiser who sent it, else all of them."""
    speaker = people.get(turn.session, spoken_for.speaker_of(person, mine) or 0)
    by_a_member = speaker is not None and not authority.is_organiser(speaker)
    if by_a_member and told.kind == BroadcastKind.INVITATION:
        return []
    if speaker is not None and by_a_member and audience.is_reachable(speaker):
        heard_in = [told, *changing.earlier(turn, told)]
        knows = any(heard.has(turn.session, f"{one.key}:{speaker.id}") for one in heard_in)
        return [] if knows else [speaker]
    organisers = [one for one in people.organisers(turn.session) if _can_read(one)]
    sender = [one for one in organisers if one.id == told.created_by]
    return sender or organisers


def _can_read(organiser: Person) -> bool:
    return organiser.telegram_id is not None and organiser.unreachable_since is None


def _write(
    turn: Turn, told: Broadcast, meeting: Meeting, reader: Person, guests: list[Guest]
) -> None:
    """Write each text once, above it the names of those it is for."""
    texts: dict[Message, list[Person]] = {}
    for person, mine in guests:
        along = tuple(readers.along(turn, told, [person]).get(person.id, ()))
        is_change = told.kind == BroadcastKind.CHANGE
        old = changes.hers(meeting, told.facts, mine) if is_change else None
        reads = Reader(person, mine, Telling(turn.now, None), along=along, old=old)
        drawn = looks.look(turn, told, meeting, reads)
        texts.setdefault(drawn, []).append(person)
    number = 0
    for drawn, named in texts.items():
        for message in relaying.pass_on_to_many(turn.words_for(reader), named, drawn):
            number += 1
            key = f"{told.key}:on:{reader.id}:{number}"
            turn.tell(reader, message, meeting, when=When(turn.now, told.stale_after, key))
