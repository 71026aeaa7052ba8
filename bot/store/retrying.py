"""Whole transactions, done anew when the database has undone them. Knows nothing of their rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import IntegrityError

from bot.store.trouble import StoreConflictError, is_race

T = TypeVar("T")
TIMES = 3


def again(deed: Callable[[], T]) -> T:
    """Do a deed that is one transaction; anew, at most three times in all, after a conflict.

    A conflict is a deadlock, a serialisation failure, a lost connection, or a key that another
    process wrote first. Nothing of it was kept, so the deed may simply be repeated.
    """
    for _ in range(TIMES - 1):
        try:
            return deed()
        except StoreConflictError:
            continue
        except IntegrityError as error:
            if not is_race(error):
                raise
    return deed()
