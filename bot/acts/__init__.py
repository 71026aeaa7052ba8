"""What happens in the demonstration's story, one file for each act.

Written in Swedish: what people tap, write and see; nothing of how the bot works.
"""
