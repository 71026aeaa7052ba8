"""Finds English in what a Swedish reader is shown. Knows the catalogue, never who spoke."""

from __future__ import annotations

import re
from functools import cache

from babel.messages.pofile import read_po

from bot.languages import FOLDER

TAG = re.compile("<[^>]*>")
GAP = re.compile(r"\{\w*\}")
WORD = re.compile("[A-Za-z]{2,}")


@cache
def _lines() -> tuple[frozenset[str], re.Pattern[str]]:
    """Give the lines that stand in the source and read otherwise in Swedish: bare, and with gaps.

    A line of a single word may be a name, and proves nothing.
    """
    with (FOLDER / "sv" / "LC_MESSAGES" / "bot.po").open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    lines: set[str] = set()
    for message in messages:
        sources = (message.id,) if isinstance(message.id, str) else message.id
        forms = (message.string,) if isinstance(message.string, str) else message.string or ()
        told = "\n".join(forms)
        here = {line.strip() for source in sources for line in source.splitlines()}
        lines |= {line for line in here if line not in told}
    whole = {line for line in lines if len(WORD.findall(GAP.sub(" ", TAG.sub("", line)))) > 1}
    gaps = [re.sub(r"\\\{\w+\\\}", ".+", re.escape(line)) for line in sorted(whole) if "{" in line]
    return frozenset(line for line in whole if "{" not in line), re.compile("|".join(gaps))


@cache
def is_english(line: str) -> bool:
    """Whether a line is an English sentence of ours."""
    bare, gaps = _lines()
    return line.strip() in bare or gaps.fullmatch(line.strip()) is not None
