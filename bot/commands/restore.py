"""`samklang restore`."""

from bot.restoring import restore as command

__all__ = ["command"]
