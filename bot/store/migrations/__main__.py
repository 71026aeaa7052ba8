"""Writes the next step from what the records say. For developers.

`python -m bot.store.migrations "what changes"` adds a step, to be read and formatted before it is
kept. Until the first release `--anew` instead writes the first step again.
"""

from __future__ import annotations

import sys

from bot.store import schema

if __name__ == "__main__":
    if sys.argv[1:] == ["--anew"]:
        for path in schema.STEPS.glob("versions/0*.py"):
            path.unlink()
        schema.write_step("the first tables")
    else:
        schema.write_step(" ".join(sys.argv[1:]))
