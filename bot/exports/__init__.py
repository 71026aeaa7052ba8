"""Facts become files: calendars and the like. No sessions, no Telegram."""
