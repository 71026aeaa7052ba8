"""What is right and wrong with the machine and the settings the bot runs on.

Knows versions, sizes and hours as plain values; never where they were read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum, auto

from bot.config_problem import ConfigProblem
from bot.languages import Fault

OLDEST_PYTHON = (3, 11)
_LITTLE_ROOM = 200 * 1000**2  # bytes
_NO_ROOM = 20 * 1000**2  # bytes
_DRIFT = timedelta(seconds=30)
_SILENCE = timedelta(minutes=2)
_FOR_OTHERS = 0o077


class Grade(StrEnum):
    """How a finding should be taken; only `WRONG` keeps the bot from doing its work."""

    OK = auto()
    WARN = auto()
    WRONG = auto()


class Sign(StrEnum):
    """What was looked at, and what was seen."""

    PYTHON = auto()
    PYTHON_OLD = auto()
    LIBRARY = auto()
    LIBRARY_MISSING = auto()
    SQLITE = auto()
    ZONE_DATA = auto()
    LOCAL_HOUR = auto()
    SETTINGS = auto()
    SETTINGS_WRONG = auto()
    DATABASE = auto()
    DATABASE_NEW = auto()
    DATABASE_OLDER = auto()
    DATABASE_NEWER = auto()
    DATABASE_SHUT = auto()
    PRIVATE = auto()
    EXPOSED = auto()
    ROOM = auto()
    LITTLE_ROOM = auto()
    TOKEN = auto()
    TOKEN_REFUSED = auto()
    INLINE = auto()
    INLINE_OFF = auto()
    TELEGRAM_SILENT = auto()
    HOUR = auto()
    HOUR_WRONG = auto()
    HOUR_UNKNOWN = auto()
    PROXY = auto()
    PULSE = auto()
    PULSE_OLD = auto()
    PULSE_NONE = auto()
    LANGUAGE = auto()
    LANGUAGE_FAULT = auto()


@dataclass(frozen=True)
class Finding:
    """One thing looked at; `facts` are the values its sentence needs."""

    grade: Grade
    sign: Sign
    facts: Mapping[str, object] = field(default_factory=dict)
    problem: ConfigProblem | None = None
    """What is wrong with the settings, with `SETTINGS_WRONG`."""
    fault: Fault | None = None
    """What is wrong with a language, with `LANGUAGE_FAULT`."""


def python(version: tuple[int, int, int]) -> Finding:
    """Ask for the oldest Python that we are tested on, or a later one."""
    is_old = version[:2] < OLDEST_PYTHON
    grade, sign = (Grade.WRONG, Sign.PYTHON_OLD) if is_old else (Grade.OK, Sign.PYTHON)
    return Finding(grade, sign, {"version": _dotted(version)})


def library(name: str, version: str | None) -> Finding:
    """Ask that a library is there at all; the lock decides which version."""
    if version is None:
        return Finding(Grade.WRONG, Sign.LIBRARY_MISSING, {"name": name})
    return Finding(Grade.OK, Sign.LIBRARY, {"name": name, "version": version})


def sqlite(version: tuple[int, int, int]) -> Finding:
    """Tell the version; each that our Pythons come with will do."""
    return Finding(Grade.OK, Sign.SQLITE, {"version": _dotted(version)})


def settings(file: str, problem: ConfigProblem | None) -> Finding:
    """Ask that the settings can be read and hold what the bot cannot run without."""
    if problem:
        return Finding(Grade.WRONG, Sign.SETTINGS_WRONG, problem=problem)
    return Finding(Grade.OK, Sign.SETTINGS, {"file": file})


def language(name: str, faults: Iterable[Fault]) -> list[Finding]:
    """Ask that a language is whole; what is wrong with one keeps nobody from the others."""
    found = [Finding(Grade.WARN, Sign.LANGUAGE_FAULT, fault=fault) for fault in faults]
    return found or [Finding(Grade.OK, Sign.LANGUAGE, {"name": name})]


def database(standing: str | None, latest: str) -> Finding:
    """Compare the tables' version with ours; the bot brings older ones up to date itself."""
    facts = {"standing": standing or "", "latest": latest}
    if standing == latest:
        return Finding(Grade.OK, Sign.DATABASE, facts)
    if standing is None:
        return Finding(Grade.OK, Sign.DATABASE_NEW, facts)
    if standing < latest:
        return Finding(Grade.OK, Sign.DATABASE_OLDER, facts)
    return Finding(Grade.WRONG, Sign.DATABASE_NEWER, facts)


def rights(file: str, mode: int) -> Finding:
    """Ask that a file with secrets is for its owner only."""
    if mode & _FOR_OTHERS:
        return Finding(Grade.WRONG, Sign.EXPOSED, {"file": file})
    return Finding(Grade.OK, Sign.PRIVATE, {"file": file})


def room(free_bytes: int) -> Finding:
    """Ask for room on the disk: under 200 MB is little, under 20 MB too little."""
    facts = {"megabytes": free_bytes // 1000**2}
    if free_bytes >= _LITTLE_ROOM:
        return Finding(Grade.OK, Sign.ROOM, facts)
    grade = Grade.WARN if free_bytes >= _NO_ROOM else Grade.WRONG
    return Finding(grade, Sign.LITTLE_ROOM, facts)


def inline(*, is_on: bool) -> Finding:
    """Ask that BotFather lets people share cards; without it all else works."""
    return Finding(Grade.OK, Sign.INLINE) if is_on else Finding(Grade.WARN, Sign.INLINE_OFF)


def hour(now: datetime, theirs: datetime | None) -> Finding:
    """Compare our clock with Telegram's; half a minute is what the network may take."""
    if theirs is None:
        return Finding(Grade.WARN, Sign.HOUR_UNKNOWN)
    drift = abs(now - theirs)
    facts = {"seconds": round(drift.total_seconds())}
    if drift > _DRIFT:
        return Finding(Grade.WARN, Sign.HOUR_WRONG, facts)
    return Finding(Grade.OK, Sign.HOUR, facts)


def pulse(age: timedelta | None, moment: str) -> Finding:
    """Ask for a sign of life of the last two minutes; `moment` is when the last one was."""
    if age is None:
        return Finding(Grade.OK, Sign.PULSE_NONE)
    if age > _SILENCE:
        return Finding(Grade.WARN, Sign.PULSE_OLD, {"moment": moment})
    return Finding(Grade.OK, Sign.PULSE, {"seconds": round(age.total_seconds())})


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)
