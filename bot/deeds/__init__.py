"""Deeds that several conversations do: seats, cards, plans, telling. Knows turns, never routes."""
