"""A Bot API of our own. Knows the Bot API as documented; never our bot."""
