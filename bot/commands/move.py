"""`samklang move`."""

from bot.moving import move as command

__all__ = ["command"]
