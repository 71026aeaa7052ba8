"""A PostgreSQL of our own in a temporary folder, or one that SAMKLANG_POSTGRES_URL names.

Ours listens on a socket in that folder and on a free port of this machine, keeps nothing after the
tests, and does not wait for the disk.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

from sqlalchemy import URL, NullPool, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

NAMED = "SAMKLANG_POSTGRES_URL"
"""The variable that names a server to use instead of our own."""
_SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "listen_addresses": "127.0.0.1",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "log_min_messages": "panic",
    "deadlock_timeout": "100ms",
    "jit": "off",
    "autovacuum": "off",
}
_PATIENCE = 200
_AS_WE_WRITE = "ENCODING 'UTF8' LOCALE 'C.UTF-8'"


def binaries() -> Path | None:
    """The newest server's folder, where Debian puts it or where the path leads; None without."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_edition)
    found = shutil.which("initdb")
    return debian[-1].parent if debian else Path(found).parent if found else None


def _edition(initdb: Path) -> float:
    return float(initdb.parts[-3])


@dataclass
class Server:
    """A running server; `url` leads to its first database."""

    url: URL
    _numbers: count[int] = field(default_factory=lambda: count(1))
    _made: list[str] = field(default_factory=list)

    def database(self) -> URL:
        """Make an empty database and give its address."""
        url = self.url.set(database=f"samklang_{os.getpid()}_{next(self._numbers)}")
        self.does(f"CREATE DATABASE {url.database} TEMPLATE template0 {_AS_WE_WRITE}")
        self._made.append(str(url.database))
        return url

    def does(self, command: str) -> None:
        """Have a command done outside every transaction."""
        engine = create_engine(self.url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(command))

    def stop(self) -> None:
        """Remove the databases that were made, and leave a server that is not ours alone."""
        for name in self._made:
            self.does(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


class OwnServer(Server):
    """A server that may be killed and started again."""

    SETTINGS: ClassVar[Mapping[str, str]] = MappingProxyType(_SETTINGS)

    def __init__(self, programs: Path) -> None:
        """Make a cluster and start it; as root it runs as Debian's user `postgres`."""
        self._programs = programs
        self._folder = Path(tempfile.mkdtemp(prefix="samklang-pg-"))
        self._user = "postgres" if os.geteuid() == 0 else None
        if self._user:
            shutil.chown(self._folder, self._user)
        self.port = _free_port()
        self._makes_cluster()
        self.start()
        host = {"host": "127.0.0.1", "port": self.port}
        super().__init__(
            URL.create("postgresql+psycopg", "samklang", database="postgres", **host)  # type: ignore[arg-type]
        )

    def _makes_cluster(self) -> None:
        made = self._runs(
            ["initdb", "--username=samklang", "--auth=trust", "--no-sync"],
            ["--encoding=UTF8", "--locale=C.UTF-8"],
        )
        assert made.wait(60) == 0

    def start(self) -> None:
        """Start, and wait until it answers."""
        settings = [f"--{name}={value}" for name, value in self.SETTINGS.items()]
        self._process = self._runs(
            ["postgres", "-k", str(self._folder), f"--port={self.port}"], settings
        )
        _await_answer(self.port)

    def _runs(self, program: list[str], more: list[str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [
                str(self._programs / program[0]),
                "-D",
                str(self._folder / "data"),
                *program[1:],
                *more,
            ],
            user=self._user,
            group=self._user,
            extra_groups=[] if self._user else None,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def kill(self) -> None:
        """End it at once, as a crash would ("immediate shutdown" in its manual)."""
        self._process.send_signal(3)
        self._process.wait(10)

    def stop(self) -> None:
        """End it and leave nothing behind."""
        self.kill()
        shutil.rmtree(self._folder)


def _free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port: int = place.getsockname()[1]
        return port


def _await_answer(port: int) -> None:
    url = URL.create("postgresql+psycopg", "samklang", host="127.0.0.1", port=port)
    engine = create_engine(url.set(database="postgres"), poolclass=NullPool)
    for _ in range(_PATIENCE):
        try:
            engine.connect().close()
        except OperationalError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("PostgreSQL did not start")


def found() -> Server | None:
    """Give the server that is named, one of our own, or None when there is none to be had."""
    named = os.environ.get(NAMED)
    if named:
        return Server(make_url(named).set(drivername="postgresql+psycopg"))
    programs = binaries()
    return OwnServer(programs) if programs else None
