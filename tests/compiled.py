"""SQL that is compiled once for all the databases a test run opens.

SQLAlchemy keeps what it has compiled for each engine, and every town has an engine of its own:
without this, most of a short story's time is spent on compiling the same statements again.
"""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy.util import LRUCache

from bot.store.engine import Store

S = TypeVar("S", bound=Store)
_MOST = 2000
_compiled: LRUCache[object, object] = LRUCache(_MOST)
_first: list[Store] = []


def sharing(store: S) -> S:
    """Let a SQLite store use what others before it have compiled."""
    if not _first:
        # The first connection tells the dialect what the driver can do.
        store.engine.connect().close()
        _first.append(store)
    dialect = _first[0].engine.dialect
    for engine in (store.engine, store._readers):  # noqa: SLF001  (the seam is SQLAlchemy's)
        engine.dialect = dialect
    store.engine = store.engine.execution_options(compiled_cache=_compiled)
    store._readers = store._readers.execution_options(compiled_cache=_compiled)  # noqa: SLF001
    return store
