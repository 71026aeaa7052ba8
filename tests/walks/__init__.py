"""Walks through the bot: by chance, and every button in every state by everyone."""
