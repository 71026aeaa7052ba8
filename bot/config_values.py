"""What one setting accepts: its kind, its shape and its limits.

Knows values; never which setting takes them.
"""

import re
from datetime import time
from enum import StrEnum, auto
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from annotated_types import Interval
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr

from bot import languages
from bot.secrecy import TOKEN


class Kind(StrEnum):
    """What sort of value a setting takes; stands beside the type where that says too little."""

    SECTION = auto()
    WHOLE = auto()
    NUMBER = auto()
    YES_NO = auto()
    TEXT = auto()
    CHOICE = auto()
    LANGUAGE = auto()
    CLOCK = auto()
    ZONE = auto()
    TOKEN = auto()
    SECRET = auto()
    ADDRESS = auto()
    DATABASE = auto()
    LISTEN = auto()


_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
_LISTEN = re.compile(r"[^\s:]+:\d{1,5}")
_DATABASES = ("sqlite:///", "postgresql://", "postgresql+psycopg://")


def _token(given: SecretStr) -> SecretStr:
    return _shaped(TOKEN, given)


def _webhook_secret(given: SecretStr) -> SecretStr:
    return _shaped(_WEBHOOK_SECRET, given)


def _shaped(pattern: re.Pattern[str], given: SecretStr) -> SecretStr:
    """Refuse another shape than this; an empty secret is one not given."""
    if given and not pattern.fullmatch(given.get_secret_value()):
        raise ValueError
    return given


def _listen(given: str) -> str:
    if not _LISTEN.fullmatch(given):
        raise ValueError
    return given


def _address(given: str) -> str:
    parts = urlsplit(given)
    if given and not (parts.scheme in {"http", "https"} and parts.hostname):
        raise ValueError
    return given.rstrip("/")


def _database(given: str) -> str:
    if not given.startswith(_DATABASES):
        raise ValueError
    return given


def _zone(given: str) -> str:
    """Refuse a zone that tzdata lacks; ZoneInfo has several ways to say so."""
    try:
        return ZoneInfo(given).key
    except (OSError, KeyError, ValueError) as error:
        raise ValueError from error


def _language(given: str) -> str:
    """Refuse a language that has no folder."""
    if given not in languages.tags():
        raise ValueError
    return given


def _clock(given: object) -> object:
    """Read 20:00 and 20.00; a bare number would be taken for seconds and is refused."""
    if isinstance(given, time):
        return given
    found = _CLOCK.fullmatch(given.strip()) if isinstance(given, str) else None
    if not found:
        raise ValueError
    return time(int(found[1]), int(found[2]))


def _names(given: object) -> object:
    """Let a list of TOML stand for words with commas between, as the environment has them."""
    if isinstance(given, list) and all(isinstance(one, str) for one in given):
        return ", ".join(given)
    return given


Token = Annotated[SecretStr, AfterValidator(_token), Kind.TOKEN]
WebhookSecret = Annotated[SecretStr, AfterValidator(_webhook_secret), Kind.SECRET]
Address = Annotated[str, AfterValidator(_address), Kind.ADDRESS]
Listen = Annotated[str, AfterValidator(_listen), Kind.LISTEN]
DatabaseAddress = Annotated[str, AfterValidator(_database), Kind.DATABASE, Field(repr=False)]
"""May hold a password, so it is not in `repr`."""
Language = Annotated[str, AfterValidator(_language), Kind.LANGUAGE]
Zone = Annotated[str, AfterValidator(_zone), Kind.ZONE]
Clock = Annotated[time, BeforeValidator(_clock), Kind.CLOCK]
Names = Annotated[str, BeforeValidator(_names)]
"""Words with commas between."""
Days = Annotated[int, Interval(ge=0, le=3650)]
NearDays = Annotated[int, Interval(ge=0, le=60)]
Hours = Annotated[int, Interval(ge=0, le=168)]
Rate = Annotated[float, Interval(ge=0.1, le=1000)]
