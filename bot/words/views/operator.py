"""What the person who runs the bot reads in the terminal about settings and health.

Plain text, not HTML. Knows problems and findings; never how they were found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import unescape

from bot.config_problem import Cause, ConfigProblem, Wanted
from bot.config_values import Kind
from bot.rules.health import Finding, Grade, Sign
from bot.words.texts import Html, Texts

_MARKS = {Grade.OK: "✓", Grade.WARN: "!", Grade.WRONG: "✗"}


def problem(texts: Texts, found: ConfigProblem) -> str:
    """Say in one sentence where and what is wrong, and what would be right."""
    sentence = _CAUSES[found.cause](texts, found)
    place = found.place
    if place.variable:
        return _plain(
            texts.say(
                "operator",
                "Environment variable {name}: {sentence}",
                name=place.variable,
                sentence=sentence,
            )
        )
    if place.line:
        return _plain(
            texts.say(
                "operator",
                "{file}, line {line}: {sentence}",
                file=place.file,
                line=place.line,
                sentence=sentence,
            )
        )
    return _plain(sentence)


def finding(texts: Texts, found: Finding) -> str:
    """Say one finding on a line of its own, the mark first."""
    sentence = _SIGNS[found.sign](texts, found.facts)
    return f"{_MARKS[found.grade]} {_plain(sentence)}"
