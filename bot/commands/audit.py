"""`samklang audit`."""

from bot.reading_log import audit as command

__all__ = ["command"]
