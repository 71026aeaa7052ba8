"""The sentences of one language as they are looked up, and how they are kept between starts.

Reading a catalogue takes a tenth of a second, so what was read is kept beside it, as Python keeps
its modules: in `__pycache__`, where that can be written. It is believed only as long as its mark
is that of the catalogue.
"""

from __future__ import annotations

import gettext
import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

Facts = dict[str, object]


class Sentences(gettext.NullTranslations):
    """Sentences by context and English source; one that is not there is asked of the fallback."""

    def __init__(
        self,
        plural: str = "n != 1",
        one: Mapping[str, Mapping[str, str]] | None = None,
        many: Mapping[str, Mapping[str, list[str]]] | None = None,
    ) -> None:
        """Take sentences by context and source; those that count by the source of one.

        `plural` is an expression in `n`, as a catalogue's header has it. Raises ValueError for one
        that gettext does not understand.
        """
        super().__init__()
        self._rule, self._one, self._many = plural, one or {}, many or {}
        self._form = gettext.c2py(plural)

    def pgettext(self, context: str, message: str) -> str:
        """Say a sentence."""
        if said := self._one.get(context, {}).get(message):
            return said
        return self._counted(context, message, 1) or super().pgettext(context, message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Say a sentence in the form that a number takes."""
        said = self._counted(context, msgid1, n)
        return said or super().npgettext(context, msgid1, msgid2, n)

    def _counted(self, context: str, source: str, n: int) -> str:
        forms = self._many.get(context, {}).get(source, ())
        form = self._form(n)
        return forms[form] if form < len(forms) else ""

    @property
    def keys(self) -> frozenset[tuple[str, str]]:
        """Context and English source of each."""
        held = (*self._one.items(), *self._many.items())
        return frozenset((context, source) for context, inside in held for source in inside)

    def as_facts(self) -> Facts:
        """Give them in a form that JSON can hold: what `Sentences` takes."""
        return {"plural": self._rule, "one": self._one, "many": self._many}


def kept(source: Path, mark: str) -> Facts | None:
    """Give what was kept for a catalogue that bore this mark; None when it has to be read anew."""
    with suppress(OSError, ValueError):
        facts = json.loads(_place(source).read_bytes())
        if isinstance(facts, dict) and facts.get("mark") == mark:
            return facts
    return None


def keep(source: Path, mark: str, facts: Mapping[str, object]) -> None:
    """Keep what was read of a catalogue, if it can be; no one reads half of it meanwhile."""
    if sys.dont_write_bytecode:
        return
    place = _place(source)
    beside = place.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps({**facts, "mark": mark}, ensure_ascii=False), "utf-8")
        beside.replace(place)


def _place(source: Path) -> Path:
    return Path(cache_from_source(str(source))).with_suffix(".json")
