"""Leaves word in the database that we are alive, for `doctor` and for whoever starts next.

Knows how old each part's last deed is; never what the parts do.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.clock import Clock, boot
from bot.records.pulse import Pulse
from bot.store import pulses, soundness
from bot.store.engine import Store, StoreTroubleError
from bot.store.soundness import DatabaseGoneError

_log = logging.getLogger("samklang.heart")

BEAT = 20.0
"""Seconds between two signs of life."""
_STILL = 10.0
"""Seconds the loop may stand still before we say so; nobody is answered meanwhile."""
FORGOTTEN = timedelta(hours=24)
"""So long Telegram keeps what people write (Bot API, getUpdates)."""
EARS = "ears"
"""The part that hears people; how long it was deaf is what counts after an absence."""


class Heart:
    """Beats every twenty seconds; `ages` tells how long ago each part worked, in seconds."""

    def __init__(self, store: Store, clock: Clock, ages: Callable[[], Mapping[str, float]]) -> None:
        """Begin without having beaten; `clock` must be one that nobody moves."""
        self._store, self._clock, self._ages = store, clock, ages
        self._file = soundness.identity(store)
        self.longest_still = 0.0
        """Seconds the loop has stood still at most."""

    async def run(self) -> None:
        """Beat until cancelled; a database in trouble only makes the signs of life older."""
        while True:
            self.beat()
            before = self._clock.mono()
            await self._clock.sleep(BEAT)
            self._note_standstill(self._clock.mono() - before - BEAT)

    def beat(self) -> None:
        """Leave word of when each part last worked, and of having been deaf for too long.

        Raises DatabaseGoneError when the database's file is not the one we opened.
        """
        if soundness.identity(self._store) != self._file:
            raise DatabaseGoneError
        try:
            with self._store.transaction() as session:
                fresh = [self._pulse(name, age) for name, age in self._ages().items()]
                heard = next((one for one in fresh if one.name == EARS), None)
                before = pulses.last(session).get(EARS)
                if before and heard and heard.beat_at - before.beat_at >= FORGOTTEN:
                    pulses.note_absence(session, before.beat_at, heard.beat_at)
                    _log.warning("nobody listened from %s to %s", before.beat_at, heard.beat_at)
                pulses.keep(session, fresh)
        except StoreTroubleError as trouble:
            _log.warning("no sign of life can be left: %s", trouble)

    def _pulse(self, name: str, age: float) -> Pulse:
        beat_at = self._clock.now() - timedelta(seconds=age)
        return Pulse(name=name, beat_at=beat_at, mono=self._clock.mono() - age, boot=boot())

    def _note_standstill(self, seconds: float) -> None:
        if seconds > _STILL:
            self.longest_still = max(self.longest_still, seconds)
            _log.error("the loop stood still for %.0f seconds; nobody was answered", seconds)
