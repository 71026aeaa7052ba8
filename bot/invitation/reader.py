"""Read a whole invitation: scan for candidates, then judge which is what.

Only connects the scan and the judges; each rule lives with its noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.invitation.invitation import Invitation

if TYPE_CHECKING:
    from datetime import date


def read(text: str, today: date) -> Invitation:  # noqa: ARG001 - filled in the next change
    """Read any text as an invitation; never raises, and what is silent is marked absent."""
    return Invitation()
