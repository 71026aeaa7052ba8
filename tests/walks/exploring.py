"""Finds every button the bot can show, by tapping each kind once, wherever that leads.

A new button joins by itself: what has never been tapped by a kind of person is tapped, and what
that shows is tapped in turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bot.simulator.cast import Player
from tests.walks.room import Reaction, Walk
from tests.walks.street import Street

DEPTH = 4
"""Taps from the first screen; what lies deeper is found by the random walks."""
TEXTS = (
    *("/moten", "/utkast", "/ny", "/minadata", "/radera", "/installningar", "/stopp", "/lank"),
    "/register",
)
Step = tuple[str, str]
"""Who, and a token or a text that begins with a slash."""
Way = tuple[Step, ...]


def kind(token: str) -> str:
    """Name a button without its row and without the numbers in its choice."""
    what, _, ask, *choice = token.split(":", 3)
    return ":".join([what, ask, *(re.sub(r"\d+", "#", one) for one in choice)])


@dataclass
class Exploring:
    """What has been found: a token for each kind of button and each part, with the way there."""

    street: Street
    parts: tuple[str, ...] = ()
    """Whose buttons are looked for; everyone's when none is named."""
    begins: Callable[[Walk], None] = lambda _walk: None
    """What is so from the beginning of each walk."""
    depth: int = DEPTH
    openings: tuple[str, ...] = TEXTS
    """What each begins with: a text, or a token that a message from the bot carries."""
    found: dict[tuple[str, str], Way] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    seen: list[tuple[Way, Reaction]] = field(default_factory=list)
    """Every way that was gone, and what its last step led to."""

    def all(self) -> list[str]:
        """Find a token of every kind."""
        openings = [(part, opening) for part in self._people() for opening in self.openings]
        with self.street.room.walk() as walk:
            self.begins(walk)
            reached = [((), self._in_sight(walk)), *self._aside(walk, (), openings)]
        while reached:
            reached = [one for way, sight in reached for one in self._beyond(way, sight)]
        return sorted(self.tokens.values())

    def _beyond(self, way: Way, sight: list[Step]) -> list[tuple[Way, list[Step]]]:
        """Go a way again, and on through the buttons in sight of which none has been tapped."""
        new = list(self._untried(way, sight))
        reached: list[tuple[Way, list[Step]]] = []
        if not new:
            return reached
        with self.street.room.walk() as walk:
            self.begins(walk)
            for part, deed in way:
                self._does(walk, part, deed)
            reached += self._aside(walk, way, new)
        return reached

    def _untried(self, way: Way, sight: list[Step]) -> Iterator[Step]:
        for part, token in sight:
            self.tokens.setdefault(kind(token), token)
            if (part, kind(token)) not in self.found and len(way) < self.depth:
                self.found[part, kind(token)] = way
                yield part, token

    def _aside(self, walk: Walk, way: Way, steps: list[Step]) -> list[tuple[Way, list[Step]]]:
        """Take each of these steps from here, and give where it leads with what is in sight."""
        reached: list[tuple[Way, list[Step]]] = []
        for part, deed in steps:
            with walk.aside():
                self.seen.append(((*way, (part, deed)), self._does(walk, part, deed)))
                reached.append(((*way, (part, deed)), self._in_sight(walk)))
        return reached

    def _people(self) -> dict[str, Player]:
        every = self.street.people
        return {part: every[part] for part in self.parts or every}

    def _does(self, walk: Walk, part: str, deed: str) -> Reaction:
        player = self.street.people[part]
        if deed.startswith("/"):
            return walk.writes(player, deed)
        return walk.taps(player, player.user.id, walk.numbers, deed)

    def _in_sight(self, walk: Walk) -> list[Step]:
        return [
            (part, token)
            for part, player in self._people().items()
            for tokens in walk.keyboards.get(player.user.id, {}).values()
            for token in tokens
        ]
