"""How a workbook's words stand in one text: which sheet they are from, and boxes that are merged.

Knows the marks only. Must not know spreadsheets or what the words say.
"""

from __future__ import annotations

SHEET_END = "\x1c"
"""Stands after the words of a sheet, with its name until the end of the line."""
DITTO = "〃"
"""Stands in a box that is merged with the one above it."""


def of_open_sheet(text: str) -> str:
    """Give the words of the sheet that was open, and each merged box once."""
    return text.partition(SHEET_END)[0].replace(DITTO, "")
