"""What the person who runs the bot reads about a language's folder. Plain text, not HTML.

Knows faults; never how they were found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import unescape

from bot.languages import PATTERNS, Cause, Fault
from bot.words.texts import Texts


def fault(texts: Texts, found: Fault) -> str:
    """Say which folder, what is wrong there, and what people meet instead."""
    sentence = _CAUSES[found.cause](texts, found)
    return unescape(
        texts.say("health", "Language {tag}: {sentence}", tag=found.tag, sentence=sentence)
    )


def _wrong_value(t: Texts, found: Fault) -> str:
    section, _, name = found.detail.partition(".")
    if section == "patterns" and name in PATTERNS:
        needed, allowed = (" ".join(f"{{{one}}}" for one in sorted(o)) for o in PATTERNS[name])
        return t.say(
            "health",
            "{key} in language.toml must hold {needed} and may hold {allowed}. The fallback's is"
            " used.",
            key=found.detail,
            needed=needed or "–",
            allowed=allowed or "–",
        )
    return t.say(
        "health",
        "{key} in language.toml has a wrong value. The fallback's is used.",
        key=found.detail,
    )


_CAUSES: Mapping[Cause, Callable[[Texts, Fault], str]] = {
    Cause.FOLDER_NAME: lambda t, _: t.say(
        "health",
        "the folder's name is no language tag, such as sma or sv-FI. The folder is not read.",
    ),
    Cause.NO_CATALOGUE: lambda t, _: t.say(
        "health", "LC_MESSAGES/bot.po is missing. The folder is not read."
    ),
    Cause.BAD_FACTS: lambda t, f: t.say(
        "health", "language.toml cannot be read ({detail}). It is left out.", detail=f.detail
    ),
    Cause.UNKNOWN_KEY: lambda t, f: t.say(
        "health", "language.toml has no fact called {key}. It is left out.", key=f.detail
    ),
    Cause.WRONG_VALUE: _wrong_value,
    Cause.UNKNOWN_FALLBACK: lambda t, f: t.say(
        "health", "there is no language {other} to fall back to. Swedish is used.", other=f.detail
    ),
    Cause.CIRCULAR_FALLBACK: lambda t, f: t.say(
        "health", "the fallbacks go round: {way}. Swedish comes last.", way=f.detail
    ),
    Cause.BAD_CATALOGUE: lambda t, f: t.say(
        "health",
        "bot.po cannot be read ({detail}). The language is not offered.",
        detail=f.detail,
    ),
    Cause.BAD_PLURAL: lambda t, f: t.say(
        "health",
        "the plural rule “{rule}” cannot be used. One form for one and another for the rest is"
        " used.",
        rule=f.detail,
    ),
    Cause.WRONG_SENTENCES: lambda t, f: t.many(
        "health",
        "{n} sentence has wrong values in braces or wrong marks and is said in the fallback:"
        " “{first}”",
        "{n} sentences have wrong values in braces or wrong marks and are said in the fallback,"
        " the first is “{first}”",
        f.count,
        first=f.detail,
    ),
    Cause.MISSING_PLURALS: lambda t, f: t.many(
        "health",
        "{n} sentence lacks one of its plural forms and is said in the fallback: “{first}”",
        "{n} sentences lack one of their plural forms and are said in the fallback, the first is"
        " “{first}”",
        f.count,
        first=f.detail,
    ),
    Cause.MISSING_SENTENCES: lambda t, f: t.many(
        "health",
        "{n} sentence is not translated and is said in {other}.",
        "{n} sentences are not translated and are said in {other}.",
        f.count,
        other=f.detail,
    ),
}
