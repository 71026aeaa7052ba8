"""Sets papers in a process of its own, under the name of the library that sets them.

The library keeps threads, and a process that is split leaves them behind: in the child it would
wait for them for ever.
"""

from __future__ import annotations

import json
import subprocess
import sys

_COMPILES = (
    "import json, sys, typst; inputs = json.loads(sys.argv[1]);"
    " sys.stdout.buffer.write(typst.compile(sys.stdin.buffer.read(), sys_inputs=inputs))"
)


def compile(template: bytes, *, sys_inputs: dict[str, str]) -> bytes:  # noqa: A001 - the library's
    """Set a paper; the same bytes as the library's own."""
    command = [sys.executable, "-c", _COMPILES, json.dumps(sys_inputs)]
    return subprocess.run(command, input=template, stdout=subprocess.PIPE, check=True).stdout
