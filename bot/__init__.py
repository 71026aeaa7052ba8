"""Samklang: a chat bot for networks of associations."""
