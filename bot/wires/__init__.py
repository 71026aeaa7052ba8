"""Where the house meets the world: the library, timers, the web. Decides nothing."""

import os
import sys

# The library then gives every length of time as a timedelta, and does not warn of the change.
os.environ.setdefault("PTB_TIMEDELTA", "1")

# httpx has a command line of its own, which is slow to fetch and which nobody here uses; it does
# without when that cannot be imported (Python's import system: None in sys.modules).
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # the stubs know no None
