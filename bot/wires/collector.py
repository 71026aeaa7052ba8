"""Python's collector of rings of garbage, told where to look. Knows nothing of the bot."""

from __future__ import annotations

import gc

_YOUNG = 5000
"""Objects made and not yet let go of before the collector looks at them."""


def look_only_at_what_is_new() -> None:
    """Spare Python's collector all that was there from the beginning.

    It would go through the libraries' third of a million objects now and then, and everything
    stood still for a quarter of a second; and look a hundred times a second for rings of garbage,
    which are few in what a turn leaves behind.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG, 20, 50)
