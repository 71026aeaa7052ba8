"""Writes the next step: `python -m bot.store.migrations "what changes"`. For developers."""

from __future__ import annotations

import sys

from bot.store import schema

if __name__ == "__main__":
    schema.write_step(" ".join(sys.argv[1:]) or "the first tables")
