"""What holds for the whole network: its settings, its keys, its habits and the bot's own name."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.records.meeting import Meeting
from bot.rules.quiet_hours import Quiet
from bot.rules.reminders import Habits
from bot.store.sealing import KeyRing
from bot.words.calendar import Words


@dataclass(frozen=True, slots=True)
class House:
    """Handed to every turn by the wiring."""

    settings: Settings
    keys: KeyRing
    username: str
    """The bot's @name without the @."""
    is_inline: bool = False
    """Whether BotFather lets people share its cards into any chat."""

    @property
    def zone(self) -> ZoneInfo:
        """The network's time zone."""
        return ZoneInfo(self.settings.network.timezone)

    @property
    def quiet(self) -> Quiet:
        """The network's quiet hours."""
        return Quiet(self.settings.quiet.begins, self.settings.quiet.ends, self.zone)

    @property
    def habits(self) -> Habits:
        """The network's settings for reminders."""
        chosen = self.settings.meeting
        return Habits(self.quiet, chosen.nudge_days, chosen.agenda_days, chosen.reminder_hour)

    def words(self, language: str | None = None) -> Words:
        """Give the words of a language; without one the network's own."""
        return Words(language or self.settings.network.language, self.zone)

    def link(self, parameter: str) -> str:
        """Make a deep link to the bot (Bot API, deep linking: 1-64 of A-Za-z0-9_-)."""
        return f"https://t.me/{self.username}?start={parameter}"

    def link_to(self, meeting: Meeting) -> str:
        """Make the deep link that leads straight to a meeting."""
        return self.link(f"m-{meeting.secret}")
