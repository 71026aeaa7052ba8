"""A disk that cannot keep what it is given, put between a process and its real one.

The process must be born with it, so a C compiler is needed; SQLite flushes with these two calls.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

_SOURCE = """
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static int fails(void) { return access(getenv("DISK_FAILS"), F_OK) == 0; }

#define FLUSH(name) int name(int file) { \\
    (void)file; if (!fails()) return 0; errno = EIO; return -1; }
FLUSH(fsync)
FLUSH(fdatasync)
"""


class FailingDisk:
    """Flushes as it should until it is told to fail."""

    def __init__(self, folder: Path) -> None:
        """Build it; leaves the test out where that cannot be done."""
        compiler = shutil.which("cc")
        if compiler is None or not Path("/proc/self/maps").exists():
            pytest.skip("a disk that fails is built with a C compiler, on Linux")
        source = folder / "disk.c"
        source.write_text(_SOURCE, "ascii")
        self.sign = str(folder / "fails")
        """For the variable DISK_FAILS of the process."""
        self.library = str(folder / "disk.so")
        """For the variable LD_PRELOAD."""
        command = [compiler, "-shared", "-fPIC", "-o", self.library, str(source)]
        subprocess.run(command, check=True)

    def fails(self) -> None:
        """Fail from now on."""
        Path(self.sign).touch()

    def works(self) -> None:
        """Say yes again, as a system does that has forgotten."""
        Path(self.sign).unlink()
