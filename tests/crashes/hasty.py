"""People who act by what is there to tap, and look at nothing: for runs that are compared later."""

from __future__ import annotations

from bot.simulator.cast import Cast, GroupView, Player
from bot.simulator.messages import Message
from bot.simulator.watcher import Watcher


class _Hasty(Watcher):
    """Looks for nothing, and leaves it to others to compare what was said."""

    def sees(self, *texts: str) -> None:
        """Look away."""
        del texts
        self.looks_away()

    def sees_nothing(self) -> None:
        """Look away."""

    def sees_button(self, label: str, *, message: Message | None = None) -> None:
        """Look away."""

    def sees_no_button(self, label: str, *, message: Message | None = None) -> None:
        """Look away."""


class _HastyPlayer(_Hasty, Player):
    """Acts by what is there to tap."""

    def sees_toast(self, text: str) -> None:
        """Look away: a toast is a courtesy that dies with its process."""


class _HastyGroup(_Hasty, GroupView):
    """Is read by nobody."""


class HastyCast(Cast):
    """People who only act."""

    def person(self, name: str, *, language: str = "sv") -> Player:
        """Return the person called this."""
        if name not in self._players:
            first, _, last = name.partition(" ")
            user = self.world.add_user(first, last, language=language)
            self._players[name] = _HastyPlayer(self, user)
        return self._players[name]

    def gathers(self, title: str, *people: Player, admin: bool = True) -> GroupView:
        """Let people make a group and bring the bot into it."""
        made = super().gathers(title, *people, admin=admin)
        self._groups[-1] = _HastyGroup(self.world, made.place)
        return self._groups[-1]
