"""`samklang import`."""

from bot.register_import import bring_in as command

__all__ = ["command"]
