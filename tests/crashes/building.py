"""Builds the towns of a story that may be played many times, and keeps them to be judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from tests.crashes.endings import Ending, ending
from tests.crashes.fate import Fate
from tests.crashes.mortal import MortalTown

_REST = 90
"""Seconds that a story is given at its end, for what was to come in a moment."""


class Builder:
    """Builds mortal towns under one fate, wherever a story wants them built."""

    def __init__(self, folder: Path, fate: Fate, *, looks: bool, seed: int | None = None) -> None:
        """Build in a new folder; without `looks` people act but assert nothing.

        With a `seed` the towns' Telegram is unfair.
        """
        self.fate, self.towns = fate, list[MortalTown]()
        self._folder, self._looks, self._seed = folder, looks, seed
        folder.mkdir()

    def __call__(
        self,
        folder: Path | None = None,
        *,
        flood_limits: bool = False,
        **sections: Mapping[str, object],
    ) -> MortalTown:
        """Build a town as `Town` would be built; the story's own folder is not used."""
        del folder
        place = self._folder / str(len(self.towns))
        place.mkdir()
        town = MortalTown(
            place,
            self.fate,
            looks=self._looks,
            flood_limits=flood_limits,
            seed=self._seed,
            **sections,
        )
        self.towns.append(town)
        return town

    def endings(self) -> list[Ending]:
        """Let what is on its way arrive, and read how it ended in each town."""
        for town in self.towns:
            town.moves(seconds=_REST)
        return [ending(town.store, town.telegram) for town in self.towns]

    def ends(self) -> None:
        """Put the lights out everywhere."""
        for town in self.towns:
            town.puts_out()
        self.fate.is_over = True

    def clears(self) -> None:
        """Remove what later lives have left on disk."""
        for town in self.towns:
            town.clears()


Play: TypeAlias = Callable[[Builder], None]
"""A story; it may be played any number of times, each time in towns that it has built for it."""


def in_a_town(story: Callable[[MortalTown], None]) -> Play:
    """Make a play of a story that needs one town."""
    return lambda build: story(build())
