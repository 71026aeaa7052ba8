"""Holds calls against lengths and counts. Is handed its numbers; knows where they apply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.simulator.json_value import Json
from bot.simulator.request import Ask


@dataclass(frozen=True, slots=True)
class Limits:
    """Numbers our refusals do not hold; `lengths` are characters by method and parameter."""

    lengths: Mapping[tuple[str, str], tuple[int, int]]
    placeholder: int
    buttons_in_a_row: int
    marks: int

    def broken(self, ask: Ask) -> Iterator[str]:
        """Name each limit a call breaks; raises Refused if its keyboard cannot be read."""
        for (method, name), (least, most) in self.lengths.items():
            length = len(ask.text(name))
            if method == ask.method and name in ask.params and not least <= length <= most:
                yield f"{method}: {name} is {length} characters, {least} to {most} are allowed"
        if ask.text("reply_markup"):
            yield from self._keyboard(ask)

    def too_many_marks(self, result: Json) -> Iterator[str]:
        """Complain of a message with more entities than Telegram shows."""
        marks = result.get("entities") if isinstance(result, Mapping) else None
        if isinstance(marks, list) and len(marks) > self.marks:
            yield f"a message has {len(marks)} entities, Telegram shows {self.marks}"

    def _keyboard(self, ask: Ask) -> Iterator[str]:
        markup = ask.object("reply_markup")
        words = markup.get("input_field_placeholder")
        most = self.placeholder
        if isinstance(words, str) and not 1 <= len(words) <= most:
            yield f"{ask.method}: a placeholder is {len(words)} characters, 1 to {most} are allowed"
        rows = markup.get("inline_keyboard")
        widest = self.buttons_in_a_row
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, list) and len(row) > widest:
                yield f"{ask.method}: {len(row)} buttons in a row, {widest} are allowed"
