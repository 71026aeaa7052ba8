"""Why a message does not reach someone it is meant for. Words only."""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    """What stands between a person and a message, the weightiest first."""

    NO_TELEGRAM = "no_telegram"
    NOBODY_IN = "nobody_in"
    """An association that nobody has come in from."""
    UNREACHABLE = "unreachable"
    """Has blocked the bot or left Telegram."""
    STOPPED = "stopped"
    """Has asked to hear nothing."""
    MUTED = "muted"
    """Wants to hear less of this meeting, and takes no part in it."""
    ENOUGH = "enough"
    """Takes no part and has been told as often about this meeting as anyone may be."""
