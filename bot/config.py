"""config.toml and the environment become frozen settings, or a problem with one clear cause.

Knows TOML, files and the shape of settings; never how a problem is worded.
"""

import tomllib
from collections.abc import Mapping
from datetime import time
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from annotated_types import Interval
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import BaseSettings, EnvSettingsSource, SettingsConfigDict, SettingsError

from bot.config_problem import (
    BETWEEN,
    PREFIX,
    Cause,
    ConfigProblem,
    Place,
    place_of,
    problem_in,
    toml_line,
    variable_of,
)
from bot.config_values import (
    Address,
    Clock,
    DatabaseAddress,
    Days,
    Hours,
    Language,
    Listen,
    Names,
    NearDays,
    Rate,
    Token,
    WebhookSecret,
    Zone,
)
from bot.secrecy import TOKEN

STANDARD_FILE = Path("config.toml")
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Section(BaseModel):
    """A part of the settings: never changed, and nothing in it is unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    @field_validator("*", mode="before")
    @classmethod
    def _a_yes_is_no_number(cls, given: object, info: ValidationInfo) -> object:
        """Refuse `true` where a number belongs; Python would take it for 1."""
        kind = cls.model_fields[str(info.field_name)].annotation
        if isinstance(given, bool) and kind is not bool:
            raise ValueError
        return given


class Telegram(Section):
    """How we reach Telegram, and how it reaches us."""

    token: Token = SecretStr("")
    token_file: str = ""
    """Read by `load`, which puts what it holds in `token`."""
    base_url: Address = "https://api.telegram.org/bot"
    local_server: bool = False
    """Allow plain HTTP, but only to this machine."""
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: Address = ""
    webhook_listen: Listen = "127.0.0.1:8080"
    webhook_secret: WebhookSecret = SecretStr("")


class Database(Section):
    """Where rows are kept."""

    url: DatabaseAddress = "sqlite:///samklang.db"
    key_file: str = "samklang.keys"
    """Opens the sealed columns; kept apart from the database and its backups."""


class Network(Section):
    """Whose bot this is."""

    name: str = ""
    controller: str = ""
    contact: str = ""
    language: Language = "sv"
    timezone: Zone = "Europe/Stockholm"
    kind: Literal["förening", "myndighet"] = "förening"
    kinds: Names = (
        "kommun, centrumbildning, ideell kultur, studieförbund, professionella, nationell minoritet"
    )
    """The kinds of association that the register offers; more may be written there."""
    gallring: str = ""
    """The decision that lets a public body erase; without it nothing of theirs is erased."""


class Delivery(Section):
    """How fast messages leave."""

    per_second: Rate = 25.0
    per_chat_per_second: Rate = 1.0
    group_per_minute: Rate = 18.0


class Quiet(Section):
    """The hours when nothing unasked is sent, in the network's time zone."""

    begins: Annotated[Clock, Field(alias="from")] = time(20)
    ends: Annotated[Clock, Field(alias="to")] = time(8)


class Retention(Section):
    """How many days each kind of row is kept."""

    needs_days: Days = 7
    usual_days: Days = 365
    """What people keep for next time and do not use is erased after this many days."""
    conversations_days: Days = 30
    updates_days: Days = 7
    registrations_days: Days = 365
    delivery_days: Days = 90
    audit_days: Days = 365


class Meeting(Section):
    """What holds for a meeting until its organiser decides otherwise."""

    undo_seconds: Annotated[int, Interval(ge=0, le=600)] = 60
    offer_hours: Hours = 24
    no_promotion_hours: Hours = 3
    nudge_days: NearDays = 2
    agenda_days: NearDays = 7
    reminder_hour: Annotated[int, Interval(ge=0, le=23)] = 17
    needs_days_before: Annotated[int, Interval(ge=0, le=180)] = 21
    """Interpreters are asked for at least this many days before, unless the organiser says else."""
    smallest_plate: Annotated[int, Interval(ge=1, le=20)] = 1
    """Kinds of plates of which there are fewer are told to the kitchen together, as others."""


class Settings(Section):
    """Everything the person who runs the bot decides; made by hand it hears no environment."""

    telegram: Telegram = Telegram()
    database: Database = Database()
    network: Network = Network()
    delivery: Delivery = Delivery()
    quiet: Quiet = Quiet()
    retention: Retention = Retention()
    meeting: Meeting = Meeting()


class _Environment(BaseSettings, Settings):
    """The same settings as the environment names them: SAMKLANG_TELEGRAM__TOKEN."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter=BETWEEN, env_ignore_empty=True
    )


def load(path: Path | None = None) -> Settings | ConfigProblem:
    """Read the file, let the environment go before it, and check every setting.

    Without a path it reads config.toml in the working folder; if there is none, a token in the
    environment is enough. Never raises for what a person may have written.
    """
    file = path or STANDARD_FILE
    given = _given(file, needed=path is not None or not variable_of("telegram.token"))
    if isinstance(given, ConfigProblem):
        return given
    text, facts = given
    try:
        settings = Settings.model_validate(_merged(facts, EnvSettingsSource(_Environment)()))
    except ValidationError as error:
        return problem_in(error, Settings, file, text)
    except SettingsError:
        return ConfigProblem(Cause.BAD_VARIABLE, Place(variable=_whole_section_variable()))
    return _contradiction(settings, file, text) or _with_token(settings, file, text)


def lacking(settings: Settings, path: Path | None = None) -> ConfigProblem | None:
    """Name the first setting that the bot cannot run without and that is still empty."""
    needed = {
        "telegram.token": settings.telegram.token.get_secret_value(),
        "network.name": settings.network.name,
        "network.controller": settings.network.controller,
        "network.contact": settings.network.contact,
    }
    empty = next((name for name, value in needed.items() if not value.strip()), None)
    if empty is None:
        return None
    return ConfigProblem(Cause.MISSING_VALUE, Place(path or STANDARD_FILE), empty)


def exposed(path: Path, settings: Settings) -> bool:
    """Tell whether others on the machine can read a file that holds a secret."""
    secret = settings.telegram.token.get_secret_value() and not settings.telegram.token_file
    try:
        return bool(secret) and bool(path.stat().st_mode & 0o077)
    except OSError:
        return False


def _given(file: Path, *, needed: bool) -> tuple[str, dict[str, object]] | ConfigProblem:
    """Take the file's text and facts; a file that is not needed may be absent."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
        return text, tomllib.loads(text)
    except FileNotFoundError:
        return ConfigProblem(Cause.NO_FILE, Place(file)) if needed else ("", {})
    except OSError:
        return ConfigProblem(Cause.UNREADABLE, Place(file))
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return ConfigProblem(Cause.NOT_UTF8, Place(file, line))
    except tomllib.TOMLDecodeError as error:
        return ConfigProblem(Cause.BAD_TOML, Place(file, toml_line(error, text)))


def _merged(facts: Mapping[str, object], heard: Mapping[str, object]) -> dict[str, object]:
    """Lay the environment over the file, one setting at a time."""
    merged = dict(facts)
    for section, keys in heard.items():
        under = merged.get(section)
        if isinstance(under, dict) and isinstance(keys, dict):
            merged[section] = under | keys
        else:
            merged[section] = keys
    return merged


def _whole_section_variable() -> str:
    """Name the variable that tries to give a whole section at once."""
    return next((found for name in Settings.model_fields if (found := variable_of(name))), PREFIX)


def _contradiction(settings: Settings, file: Path, text: str) -> ConfigProblem | None:
    """Find settings that are right one by one but not together."""
    telegram = settings.telegram
    where = urlsplit(telegram.base_url)
    if where.scheme == "http" and not (telegram.local_server and where.hostname in _LOOPBACK):
        setting = "telegram.base_url"
        return ConfigProblem(Cause.OPEN_ADDRESS, place_of(setting, file, text), setting)
    absent = _absent_for_webhook(telegram) if telegram.mode == "webhook" else ""
    if not absent:
        return None
    return ConfigProblem(Cause.MISSING_VALUE, place_of(absent, file, text), absent)


def _absent_for_webhook(telegram: Telegram) -> str:
    """Without its secret a webhook would take anyone's word."""
    if not telegram.webhook_url:
        return "telegram.webhook_url"
    return "" if telegram.webhook_secret else "telegram.webhook_secret"


def _with_token(settings: Settings, file: Path, text: str) -> Settings | ConfigProblem:
    """Fetch the token from its own file, named from the folder of the settings."""
    telegram = settings.telegram
    if not telegram.token_file:
        return settings
    token = _token_in(file.parent / telegram.token_file)
    cause = Cause.TWO_TOKENS if telegram.token else token
    if isinstance(cause, Cause):
        setting = "telegram.token_file"
        return ConfigProblem(cause, place_of(setting, file, text), setting)
    held = telegram.model_copy(update={"token": SecretStr(token)})
    return settings.model_copy(update={"telegram": held})


def _token_in(file: Path) -> str | Cause:
    try:
        token = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return Cause.NO_TOKEN_FILE
    return token if TOKEN.fullmatch(token) else Cause.BAD_TOKEN_FILE
