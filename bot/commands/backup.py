"""`samklang backup`."""

from bot.backing_up import back_up as command

__all__ = ["command"]
