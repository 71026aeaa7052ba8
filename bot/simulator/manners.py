"""What no bot may do to people, whatever it is for. Knows the world after a story was played."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.simulator.messages import Message
from bot.simulator.stage import Stage
from bot.simulator.transcript import swedish_hour

_HERE = ZoneInfo("Europe/Stockholm")
_LEFTOVER = re.compile(
    r"</?(?:a|b|i|u|s|code|pre|blockquote)\b|&(?:amp|lt|gt|quot);|%\(\w+\)s|\{\w*\}"
)
_IN_CONVERSATION = timedelta(minutes=2)
_REFUSED = 400
_HARMLESS = ("message is not modified", "MESSAGE_ID_INVALID")
"""Two quick taps on one button change the message once, and a person may delete her own card."""


def complaints(stage: Stage, *, quiet_from: time = time(20), quiet_to: time = time(8)) -> list[str]:
    """Name each tap left unanswered, call refused, markup left over, and sound at night.

    A sound is no disturbance within two minutes of the person's own deed.
    """
    return [
        *_unanswered(stage),
        *_refused(stage),
        *_leftovers(stage),
        *_night_sounds(stage, quiet_from, quiet_to),
    ]


def _unanswered(stage: Stage) -> Iterator[str]:
    for query in stage.queries.values():
        if not query.answers:
            yield f"the tap {query.data!r} of {query.user.name} was never answered"


def _refused(stage: Stage) -> Iterator[str]:
    for call in stage.log:
        why = str(call.answer.get("description"))
        if call.status >= _REFUSED and not any(harmless in why for harmless in _HARMLESS):
            yield f"{call.method} was refused: {why}"


def _leftovers(stage: Stage) -> Iterator[str]:
    for message in _sounds_and_sights(stage):
        labels = [button.text for button in message.buttons]
        for text in (message.text, *labels):
            found = _LEFTOVER.search(text)
            if found:
                yield f"{message.chat.id}/{message.id} shows {found[0]!r}"


def _night_sounds(stage: Stage, quiet_from: time, quiet_to: time) -> Iterator[str]:
    deeds: dict[int, datetime] = {}
    for change in stage.changes.all:
        message = change.message
        if change.kind == "tap" or (change.kind == "message" and message and not message.from_bot):
            deeds[change.user_id or 0] = change.at
        elif change.kind == "message" and message and _rings(message):
            hour = change.at.astimezone(_HERE).time()
            talking = change.at - deeds.get(message.chat.id, change.at - timedelta(1))
            if (hour >= quiet_from or hour < quiet_to) and talking > _IN_CONVERSATION:
                who = message.chat.person(message.chat.id).name
                yield f"{who} was woken {swedish_hour(change.at)}: {message.text[:40]!r}"


def _rings(message: Message) -> bool:
    return message.from_bot and message.chat.is_private and not message.silent


def _sounds_and_sights(stage: Stage) -> Iterator[Message]:
    for change in stage.changes.all:
        if change.kind in {"message", "edited"} and change.message and change.message.from_bot:
            yield change.message
