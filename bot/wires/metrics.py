"""What a watching Prometheus may read: ages and lengths, nothing of anyone.

Knows the text format (prometheus.io, "Exposition formats").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.store import lengths
from bot.store.engine import Store
from bot.wires.supervisor import Heartbeat

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def page(store: Store, heartbeat: Heartbeat) -> str:
    """Write the page; raises StoreTroubleError when nothing can be counted."""
    with store.reading() as session:
        inbox, outbox = lengths.inbox(session), lengths.outbox(session)
    lines = [
        *_gauge("heartbeat_age_seconds", "Seconds since a part worked.", "part", heartbeat.ages()),
        *_gauge("inbox_updates", "Updates not handled.", "status", inbox),
        *_gauge("outbox_messages", "Messages not sent.", "status", outbox),
    ]
    return "\n".join(lines) + "\n"


def _gauge(name: str, said: str, label: str, values: Mapping[str, float]) -> Iterator[str]:
    yield f"# HELP samklang_{name} {said}"
    yield f"# TYPE samklang_{name} gauge"
    for which, value in values.items():
        yield f'samklang_{name}{{{label}="{which}"}} {value:g}'
