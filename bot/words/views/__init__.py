"""Facts in, messages out: every sentence the bot says, one noun a file."""
