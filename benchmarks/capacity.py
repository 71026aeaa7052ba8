"""What the ground itself bears: the bench's own server, and one commit on this disk."""

from __future__ import annotations

import http.client
import sqlite3
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from benchmarks.rig import Server, middle

_CALLS = 3000
_LINES = 4
_COMMITS = 40


def server(server: Server) -> float:
    """Messages a second that the server takes from a few plain lines, without limits."""
    server.ask("new", is_limited=False)
    lines = [threading.Thread(target=_talk, args=(server.url,)) for _ in range(_LINES)]
    began = time.monotonic()
    for line in lines:
        line.start()
    for line in lines:
        line.join()
    return _CALLS * _LINES / (time.monotonic() - began)


def _talk(url: str) -> None:
    line = http.client.HTTPConnection(urlsplit(url).netloc)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    for number in range(_CALLS):
        line.request("POST", "/bot/sendMessage", f"chat_id={number + 1}&text=hej", form)
        line.getresponse().read()
    line.close()


def commit(journal: str) -> float:
    """Milliseconds that one small commit takes, with every byte on the disk."""
    with TemporaryDirectory() as folder:
        file = sqlite3.connect(Path(folder) / "bench.db", isolation_level=None)
        file.execute(f"PRAGMA journal_mode = {journal}")
        file.execute("PRAGMA synchronous = FULL")
        file.execute("CREATE TABLE said (id INTEGER PRIMARY KEY, words TEXT)")
        took = [_commit(file) for _ in range(_COMMITS)]
        file.close()
    return 1000 * middle(took)


def _commit(file: sqlite3.Connection) -> float:
    began = time.monotonic()
    file.execute("BEGIN IMMEDIATE")
    file.execute("INSERT INTO said (words) VALUES (?)", ("hej" * 100,))
    file.execute("COMMIT")
    return time.monotonic() - began
