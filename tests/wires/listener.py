"""One who hears what the intake hands over, at a post office of a test's own."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.event import listen
from sqlmodel import Session, col, select

from bot.events import Answer, Event, Tapped, Typed
from bot.records.incoming import Incoming, IncomingStatus
from bot.wires.intake import Intake
from tests.wires.post import Post


class Listener:
    """Hears what the intake hands over; `fails` on texts and taps that contain a word."""

    def __init__(self, post: Post) -> None:
        """Listen at this post office."""
        self.post = post
        self.heard: list[str] = []
        self.mishaps: list[tuple[Event | None, str]] = []
        self.poison = "gift"
        self.begins()

    def begins(self) -> None:
        """Start a new intake, as after a restart."""
        self.intake = Intake(
            self.post.bot, self.post.store, self.post.clock, self.handles, self._mishap
        )

    def handles(self, session: Session, event: Event, _: datetime) -> Answer | None:
        """Hear what someone wrote or tapped, once it is kept; a tap is thanked for."""
        words = event.text if isinstance(event, Typed) else getattr(event, "token", "")
        if self.poison in words:
            raise RuntimeError(words)
        listen(session, "after_commit", lambda _: self.heard.append(words), once=True)
        return Answer("Tack!") if isinstance(event, Tapped) else None

    def _mishap(self, _: Session, event: Event | None, __: datetime, code: str) -> None:
        self.mishaps.append((event, code))

    def works(self) -> None:
        """Fetch and handle until nothing comes."""
        while self.post.run(self.intake.poll_once(0)) + self.post.run(self.intake.handle_waiting()):
            pass

    def rows(self, status: IncomingStatus) -> list[Incoming]:
        """The inbox's rows of one status."""
        with self.post.store.reading() as session:
            return list(session.exec(select(Incoming).where(col(Incoming.status) == status)))
