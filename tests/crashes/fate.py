"""When a pretended process dies. Knows steps and their number, nothing of what the bot does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol


class Died(BaseException):
    """The process is no more; nothing of it runs again."""


class Mortal(Protocol):
    """What a fate watches over."""

    def keeps(self) -> None:
        """Copy the files as they lie, for the next life."""
        ...

    def outside(self) -> object:
        """Tell what a new process would meet that is not in the database."""
        ...


class Fate:
    """Counts the steps of one life after another, and ends a life where it is asked to.

    A step is a point between which nothing outside the process changes: just after a commit that
    wrote something, just before a request reaches Telegram, and just after it was done there but
    before the answer is read. Points with nothing between them are one step, since what comes
    after a death at either is the same. `ends` is asked at each with its number, from 1 and up.
    """

    def __init__(self, ends: Callable[[int], bool] = lambda _: False) -> None:
        """Live for ever, or until `ends` says so."""
        self.ends = ends
        self.steps: list[str] = []
        self.ended_at: list[str] = []
        self._is_dead = False
        self.is_over = False
        """Set at the end, when nothing may do anything."""
        self._watched: Mortal | None = None
        self._seen: object = None

    @contextmanager
    def watching(self, whom: Mortal) -> Iterator[None]:
        """Count what happens inside; outside it is the story's own hand that writes."""
        self._watched = whom
        try:
            yield
        finally:
            self._watched = None

    def keep(self) -> None:
        """Keep the files of the one who is watched."""
        if self._watched:
            self._watched.keeps()

    def step(self, what: str) -> None:
        """Pass a step, or die at it; the dead pass none."""
        self.lives()
        if self._watched is None:
            return
        self._seen = self._watched.outside()
        self.steps.append(what)
        if self.ends(len(self.steps)):
            self._is_dead = True
            self.ended_at.append(what)
            raise Died

    def step_if_new(self, what: str) -> None:
        """Pass a step, unless all is as it was at the one before."""
        self.lives()
        if self._watched is not None and self._watched.outside() != self._seen:
            self.step(what)

    def lives(self) -> None:
        """Let nothing be done by the dead."""
        if self._is_dead or self.is_over:
            raise Died

    def rises(self) -> None:
        """Begin another life."""
        self._is_dead = False
