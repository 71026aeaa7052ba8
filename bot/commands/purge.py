"""`samklang purge`."""

from bot.clearing_out import purge as command

__all__ = ["command"]
