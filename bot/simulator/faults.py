"""What is to go wrong on purpose, by method and name. Knows no method's content."""

from __future__ import annotations

from dataclasses import dataclass

NAMES = frozenset(
    {
        "lost_reply",
        "refused_connection",
        "flood",
        "forbidden",
        "server_error",
        "slow",
        "connection_cut",
        "bad_json",
        "duplicate",
        "reordered",
    }
)


class ConnectionFault(Exception):  # noqa: N818 - it is the fault itself, not an error of ours
    """The caller gets no answer over this connection."""


class RefusedConnection(ConnectionFault):
    """Nothing reached the server."""


class ConnectionCut(ConnectionFault):
    """The line broke after the request was sent; nothing was done."""


class LostReply(ConnectionFault):
    """The deed was done, the answer never comes."""


@dataclass
class Fault:
    """One thing to go wrong a number of times; `seconds` belongs to flood and slow."""

    method: str
    name: str
    seconds: float
    times: int
    chat: int | None

    def hits(self, method: str, chat: int | None) -> bool:
        """Whether a call of this method to this chat goes wrong."""
        if self.method == "*":
            return method != "getUpdates" and self.chat in {None, chat}
        return self.method == method and self.chat in {None, chat}


class Faults:
    """The faults still to come."""

    def __init__(self) -> None:
        """Start with nothing to go wrong."""
        self._waiting: list[Fault] = []
        self.were_asked_for = False
        """Whether anything was ever asked to go wrong."""

    def add(self, method: str, kind: str, *, times: int = 1, chat: int | None = None) -> None:
        """Let the next `times` calls of `method` go wrong; "*" is any but getUpdates.

        Kinds: lost_reply, refused_connection, flood:35, forbidden, server_error, slow:5,
        connection_cut, bad_json; for the pretended method "webhook" also duplicate and reordered.
        Raises ValueError for any other.
        """
        name, _, seconds = kind.partition(":")
        if name not in NAMES:
            raise ValueError(f"no fault is called {kind!r}")
        self.were_asked_for = True
        self._waiting.append(Fault(method, name, float(seconds or 1), times, chat))

    def clear(self) -> None:
        """Let nothing more go wrong."""
        self._waiting.clear()

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def take(self, method: str, chat: int | None = None) -> Fault | None:
        """Return the fault that hits this call, and count it; None if the call is spared."""
        for fault in self._waiting:
            if not fault.hits(method, chat):
                continue
            fault.times -= 1
            if fault.times <= 0:
                self._waiting.remove(fault)
            return fault
        return None
