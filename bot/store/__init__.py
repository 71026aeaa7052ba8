"""The rows on disk: transactions, inbox, outbox. Knows SQL, never Telegram or wording."""
