"""Figure 6: how soon `samklang run` answers on an existing database, and how large it is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.contender import TOKEN
from benchmarks.rig import AS_INSTALLED, ROOT, Server, middle

_LONGEST = 90.0
_SETTINGS = """
[telegram]
token = "{token}"
base_url = "{url}/bot"
local_server = true
[database]
url = "sqlite:///{folder}/bench.db"
key_file = "{folder}/bench.keys"
[network]
name = "Kulturnätet"
controller = "Region Storsjön"
contact = "kultur@region.example"
"""


@dataclass(frozen=True, slots=True)
class Line:
    """Seconds until it asks for updates, seconds of processor for that, and MB then."""

    seconds: float
    cpu: float
    memory: float
    runs: int


def measure(server: Server, times: int) -> Line:
    """Start the bot so many times on the same database; the first time only makes it."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "config.toml"
        words = _SETTINGS.format(token=TOKEN, url=server.url, folder=folder)
        file.write_text(words, "utf-8")
        file.chmod(0o600)
        starts = [_start(server, file) for _ in range(times + 1)][1:]
    seconds, cpu, memory = zip(*starts, strict=True)
    return Line(middle([*seconds]), middle([*cpu]), middle([*memory]), times)


def _start(server: Server, file: Path) -> tuple[float, float, float]:
    server.ask("new", is_limited=False)
    command = [sys.executable, "-m", "bot", "run", "--config", str(file)]
    began = time.monotonic()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, cwd=ROOT, env=AS_INSTALLED
    ) as process:
        try:
            ready = _ready(server, began)
            time.sleep(0.3)
            return ready - began, _cpu(process.pid), _memory(process.pid)
        finally:
            process.send_signal(signal.SIGTERM)


def _ready(server: Server, began: float) -> float:
    while time.monotonic() - began < _LONGEST:
        polled = float(str(server.ask("report")["polled_at"]))
        if polled:
            return polled
        time.sleep(0.05)
    raise RuntimeError("samklang run asked for no updates")


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024
