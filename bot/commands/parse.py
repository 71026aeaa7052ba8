"""`samklang parse`."""

from bot.parsing import parse as command

__all__ = ["command"]
