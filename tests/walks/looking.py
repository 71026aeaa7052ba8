"""What is demanded of anything the bot shows: limits, language, no markup left over."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bot.rules import lengths
from bot.simulator.markup import read_html
from bot.token import LIMIT, parse
from tests.walks.foreign import is_english

TEXT, CAPTION, LABEL, TOAST, BUTTONS, IN_A_ROW, MARKS = 4_096, 1_024, 64, 200, 100, 8, 100
"""Units of a text, a caption, a label and a toast, and counts (Bot API)."""
OTHER_LANGUAGES = {"English", "suomi"}

Content = Mapping[str, object]


def faults(content: Content, *, is_swedish: bool = True) -> list[str]:
    """Name what is wrong with a message; empty when all is well."""
    return list(_faults(json.dumps(content, sort_keys=True, default=str), is_swedish=is_swedish))


@lru_cache(maxsize=50_000)
def _faults(written: str, *, is_swedish: bool) -> tuple[str, ...]:
    content = json.loads(written)
    return (*_text_faults(content, is_swedish), *_key_faults(content, is_swedish))


def shown(content: Content) -> str:
    """What a message says, without its marks."""
    written = str(content.get("text", content.get("caption", "")))
    return read_html(written).text if written else ""


def _text_faults(content: Content, is_swedish: bool) -> Iterator[str]:  # noqa: FBT001
    written = str(content.get("text", content.get("caption", "")))
    marked = read_html(written) if written else None
    most = CAPTION if "caption" in content else TEXT
    if marked is None:
        return
    if not 0 < lengths.units(marked.text) <= most:
        yield f"a text of {lengths.units(marked.text)} units: {marked.text[:60]!r}"
    if len(marked.entities) > MARKS:
        yield f"{len(marked.entities)} marks"
    if is_swedish:
        yield from (f"English: {line!r}" for line in marked.text.splitlines() if is_english(line))


def keys(content: Content) -> list[list[Mapping[str, object]]]:
    """The buttons of a message, row by row."""
    markup = content.get("reply_markup")
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    return rows if isinstance(rows, list) else []


def tokens(content: Content) -> list[str]:
    """What the buttons carry, but for those that would change the language of the walk."""
    every = [key for row in keys(content) for key in row]
    return [
        str(key["callback_data"])
        for key in every
        if "callback_data" in key and key["text"] not in OTHER_LANGUAGES
    ]


def _key_faults(content: Content, is_swedish: bool) -> Iterator[str]:  # noqa: FBT001
    rows = keys(content)
    if sum(map(len, rows)) > BUTTONS or any(len(row) > IN_A_ROW for row in rows):
        yield "too many buttons"
    for key in (key for row in rows for key in row):
        label, token = str(key["text"]), key.get("callback_data")
        if not 0 < lengths.units(label.strip()) <= LABEL:
            yield f"a label of {lengths.units(label)} units: {label!r}"
        if token is not None and (parse(str(token)) is None or len(str(token).encode()) > LIMIT):
            yield f"a token that cannot be read: {token!r}"
        if is_swedish and label not in OTHER_LANGUAGES and is_english(label):
            yield f"an English label: {label!r}"


def toast_faults(text: str) -> list[str]:
    """Name what is wrong with the words that a tap is answered with."""
    long = [f"a toast of {lengths.units(text)} units"] if lengths.units(text) > TOAST else []
    return long + [f"English: {line!r}" for line in text.splitlines() if is_english(line)]
