"""What is wrong with the settings, and where: cause, file, line, and what would have been right.

Knows TOML text and validation errors; never how a problem is worded.
"""

import difflib
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from pathlib import Path
from typing import Literal, get_args, get_origin

from annotated_types import Interval
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from bot import languages
from bot.config_values import Kind

PREFIX = "SAMKLANG_"
BETWEEN = "__"


class Cause(StrEnum):
    """Why the settings cannot be used."""

    NO_FILE = auto()
    UNREADABLE = auto()
    NOT_UTF8 = auto()
    BAD_TOML = auto()
    BAD_VARIABLE = auto()
    UNKNOWN_SECTION = auto()
    UNKNOWN_KEY = auto()
    WRONG_VALUE = auto()
    MISSING_VALUE = auto()
    TWO_TOKENS = auto()
    NO_TOKEN_FILE = auto()
    BAD_TOKEN_FILE = auto()
    OPEN_ADDRESS = auto()


# What stands where a section belongs may be a token.
_UNTOLD = {Kind.TOKEN, Kind.SECRET, Kind.DATABASE, Kind.SECTION}
_BY_TYPE: Mapping[object, Kind] = {
    int: Kind.WHOLE,
    float: Kind.NUMBER,
    bool: Kind.YES_NO,
    str: Kind.TEXT,
}


@dataclass(frozen=True)
class Wanted:
    """What a setting accepts."""

    kind: Kind
    least: float | None = None
    most: float | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where the fault is: a file and perhaps its line, or else an environment variable."""

    file: Path | None = None
    line: int | None = None
    variable: str = ""


@dataclass(frozen=True)
class ConfigProblem:
    """One cause and its place; what is empty or None has nothing to say about this cause."""

    cause: Cause
    place: Place
    setting: str = ""
    """Section, or section and key with a dot between."""
    nearest: str = ""
    allowed: tuple[str, ...] = ()
    wanted: Wanted | None = None
    value: str = ""
    """As it is written; never for a secret."""


def problem_in(
    error: ValidationError, model: type[BaseModel], file: Path, text: str
) -> ConfigProblem:
    """Tell the wrong setting that stands first in the file."""
    found = [_problem(each, model, file, text) for each in error.errors(include_url=False)]
    return min(found, key=lambda problem: problem.place.line or 0)


def place_of(setting: str, file: Path, text: str) -> Place:
    """Find where a setting is given; the environment goes before the file."""
    if variable := variable_of(setting):
        return Place(variable=variable)
    return Place(file, line_of(text, setting))


def line_of(text: str, setting: str) -> int | None:
    """Find the line that gives a setting, or else its section; None if the text has neither."""
    lines = dict(reversed(list(_named_lines(text))))
    return lines.get(setting) or lines.get(setting.partition(".")[0])


def toml_line(error: tomllib.TOMLDecodeError, text: str) -> int:
    """Find the line that the parser stumbled on; it only says so in words."""
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else len(text.splitlines())


def variable_of(setting: str) -> str:
    """Name the environment variable that gives this setting, or "" if none does."""
    wanted = (PREFIX + setting.replace(".", BETWEEN)).upper()
    return next((name for name in os.environ if name.upper() == wanted), "")


def _problem(error: ErrorDetails, model: type[BaseModel], file: Path, text: str) -> ConfigProblem:
    names = [str(part) for part in error["loc"]][:2]
    setting = ".".join(names)
    place = place_of(setting, file, text)
    if error["type"] == "extra_forbidden":
        return _unknown(names, model, place)
    wanted = _wanted(_field(model, names))
    value = "" if wanted.kind in _UNTOLD else _as_written(error["input"])
    return ConfigProblem(Cause.WRONG_VALUE, place, setting, wanted=wanted, value=value)


def _unknown(names: list[str], model: type[BaseModel], place: Place) -> ConfigProblem:
    sections = {name: _keys(field) for name, field in model.model_fields.items()}
    is_key = len(names) > 1
    allowed = sections[names[0]] if is_key else tuple(sections)
    cause = Cause.UNKNOWN_KEY if is_key else Cause.UNKNOWN_SECTION
    nearest = _nearest(names[-1], allowed) or _elsewhere(names[-1], sections)
    return ConfigProblem(cause, place, ".".join(names), nearest, allowed)


def _nearest(name: str, allowed: tuple[str, ...]) -> str:
    return next(iter(difflib.get_close_matches(name.lower(), allowed, 1)), "")


def _elsewhere(name: str, sections: Mapping[str, tuple[str, ...]]) -> str:
    """A right key in the wrong section."""
    return next((f"{section}.{name}" for section, keys in sections.items() if name in keys), "")


def _keys(section: FieldInfo) -> tuple[str, ...]:
    fields = _fields(section)
    return tuple(field.alias or name for name, field in fields.items())


def _fields(section: FieldInfo) -> Mapping[str, FieldInfo]:
    kind = section.annotation
    return kind.model_fields if isinstance(kind, type) and issubclass(kind, BaseModel) else {}


def _field(model: type[BaseModel], names: list[str]) -> FieldInfo:
    section = model.model_fields[names[0]]
    if len(names) == 1:
        return section
    return next(f for n, f in _fields(section).items() if names[1] in (f.alias, n))


def _wanted(field: FieldInfo) -> Wanted:
    if _fields(field):
        return Wanted(Kind.SECTION)
    if get_origin(field.annotation) is Literal:
        return Wanted(Kind.CHOICE, choices=get_args(field.annotation))
    said = next((each for each in field.metadata if isinstance(each, Kind)), None)
    if said is Kind.LANGUAGE:
        return Wanted(said, choices=languages.tags())
    limits = next((each for each in field.metadata if isinstance(each, Interval)), Interval())
    return Wanted(said or _BY_TYPE[field.annotation], _number(limits.ge), _number(limits.le))


def _number(limit: object) -> float | None:
    return limit if isinstance(limit, int | float) else None


def _as_written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


_HEADER = re.compile(r"\s*\[+([^\]]+)\]")
_KEY = re.compile(r"\s*([^=#\[]+?)\s*=")


def _named_lines(text: str) -> list[tuple[str, int]]:
    """Every section and key with its line; good enough to point, the parser has the last word."""
    section, found = "", []
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            section = _bare(header[1])
            found.append((section, number))
        elif key := _KEY.match(line):
            found.append((f"{section}.{_bare(key[1])}".lstrip("."), number))
    return found


def _bare(name: str) -> str:
    return name.replace('"', "").replace("'", "").replace(" ", "")
