"""The simulator keeps Telegram's manners."""
