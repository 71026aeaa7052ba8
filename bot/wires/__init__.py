"""Where the house meets the world: the library, timers, the web. Decides nothing."""

import os

# The library then gives every length of time as a timedelta, and does not warn of the change.
os.environ.setdefault("PTB_TIMEDELTA", "1")
