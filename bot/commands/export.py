"""`samklang export`."""

from bot.handing_over import export as command

__all__ = ["command"]
