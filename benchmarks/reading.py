"""How fast the reader is: a usual invitation, and a megabyte made to be slow. In processor time.

`python -m benchmarks.reading`
"""

from __future__ import annotations

import statistics
import time
from datetime import date

import typer

from bot.invitation import reader
from tests.invitation import scoring
from tests.invitation.test_robustness import HOSTILE

TODAY = date(2027, 2, 1)
MEGABYTE = 1_000_000


def milliseconds(text: str, times: int) -> float:
    """Give the least processor time of so many readings."""
    taken = []
    for _ in range(times):
        began = time.process_time()
        reader.read(text, TODAY)
        taken.append(time.process_time() - began)
    return min(taken) * 1000


def main() -> None:
    """Measure and print."""
    reader.read(scoring.text_of(1), TODAY)
    usual = [milliseconds(scoring.text_of(number), 9) for number in scoring.EVERY]
    hostile = {
        name: milliseconds(seed * (MEGABYTE // len(seed)), 1) for name, seed in HOSTILE.items()
    }
    worst = max(hostile, key=lambda name: hostile[name])
    typer.echo(
        f"usual invitation: median {statistics.median(usual):.1f} ms, worst {max(usual):.1f} ms"
    )
    typer.echo(f"hostile megabyte: worst {hostile[worst]:.0f} ms ({worst}) of {len(hostile)} kinds")


if __name__ == "__main__":
    main()
