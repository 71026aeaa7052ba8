"""A settings file as a person may have written it, and what the bot says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import config
from bot.config_problem import ConfigProblem

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "7123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"


def refused(file: Path, text: str) -> ConfigProblem:
    """Write the file and demand that it is refused."""
    file.write_text(text, encoding="utf-8")
    found = config.load(file)
    assert isinstance(found, ConfigProblem), found
    return found


def accepted(file: Path, text: str) -> config.Settings:
    """Write the file and demand that it is taken."""
    file.write_text(text, encoding="utf-8")
    found = config.load(file)
    assert isinstance(found, config.Settings), found
    return found
