"""What a watching Prometheus may read: ages, lengths and counts, nothing of anyone.

Knows the text format (prometheus.io, "Exposition formats"). Written by hand: lengths and ages are
asked of the rows at each reading, which takes fewer lines than to feed them to a client library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.store import lengths
from bot.store.engine import Store
from bot.wires.supervisor import Heartbeat

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
OUTCOMES = ("delivered", "undelivered", "unformatted", "doubtful", "refused", "gone", "unreachable")


@dataclass(frozen=True, slots=True)
class Measures:
    """What this process knows besides the rows.

    Requests by how they ended, the share of the pace that refusals have left, and the longest time
    in seconds that the loop stood still.
    """

    requests: Mapping[str, int]
    pace: float
    longest_still: float


def page(store: Store, heartbeat: Heartbeat, measures: Callable[[], Measures]) -> str:
    """Write the page; raises StoreTroubleError when nothing can be counted."""
    with store.reading() as session:
        inbox, outbox = lengths.inbox(session), lengths.outbox(session)
        since = lengths.oldest(session)
    now, ours = heartbeat.now(), measures()
    waits = {
        which: max(0.0, (now - at).total_seconds()) if at else 0.0 for which, at in since.items()
    }
    requests = {name: ours.requests.get(name, 0) for name in OUTCOMES}
    lines = [
        *_gauge("heartbeat_age_seconds", "Seconds since a part worked.", "part", heartbeat.ages()),
        *_gauge("inbox_updates", "Updates not handled.", "status", inbox),
        *_gauge("outbox_messages", "Messages not sent.", "status", outbox),
        *_gauge("oldest_waiting_seconds", "How long the first in line waits.", "queue", waits),
        *_measured(
            "requests_total",
            "counter",
            "Requests, by how they ended.",
            {f'{{outcome="{name}"}}': n for name, n in requests.items()},
        ),
        *_measured("pace_ratio", "gauge", "Share of the full pace.", {"": ours.pace}),
        *_measured(
            "loop_still_seconds",
            "gauge",
            "Longest time the loop stood still.",
            {"": ours.longest_still},
        ),
    ]
    return "\n".join(lines) + "\n"


def _gauge(name: str, said: str, label: str, values: Mapping[str, float]) -> Iterator[str]:
    labelled = {f'{{{label}="{which}"}}': value for which, value in values.items()}
    yield from _measured(name, "gauge", said, labelled)


def _measured(name: str, kind: str, said: str, values: Mapping[str, float]) -> Iterator[str]:
    yield f"# HELP samklang_{name} {said}"
    yield f"# TYPE samklang_{name} {kind}"
    for labels, value in values.items():
        yield f"samklang_{name}{labels} {value:g}"
