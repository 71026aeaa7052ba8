"""What is written about the bot, held against the bot."""
