"""`samklang doctor`."""

from bot.doctor import doctor as command

__all__ = ["command"]
