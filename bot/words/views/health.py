"""What the person who runs the bot reads about the machine's health. Plain text, not HTML.

Knows findings; never how they were made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import unescape

from bot.rules.health import Finding, Grade, Sign
from bot.words.texts import Html, Texts
from bot.words.views import languages, operator

_MARKS = {Grade.OK: "✓", Grade.WARN: "!", Grade.WRONG: "✗"}


def finding(texts: Texts, found: Finding) -> str:
    """Say one finding on a line of its own, after its mark."""
    if found.problem:
        sentence = operator.problem(texts, found.problem)
    elif found.fault:
        sentence = languages.fault(texts, found.fault)
    else:
        sentence = unescape(_SIGNS[found.sign](texts, found.facts))
    return f"{_MARKS[found.grade]} {sentence}"


def verdict(texts: Texts, findings: Sequence[Finding]) -> str:
    """Sum the findings up, the worst first."""
    grades = [each.grade for each in findings]
    if wrong := grades.count(Grade.WRONG):
        said = texts.many(
            "health",
            "{n} thing is wrong and must be mended before the bot can run.",
            "{n} things are wrong and must be mended before the bot can run.",
            wrong,
        )
    elif warnings := grades.count(Grade.WARN):
        said = texts.many(
            "health",
            "The bot can run. {n} thing is worth looking at.",
            "The bot can run. {n} things are worth looking at.",
            warnings,
        )
    else:
        said = texts.say("health", "Everything is as it should be.")
    return unescape(said)


_SIGNS: Mapping[Sign, Callable[[Texts, Mapping[str, object]], Html]] = {
    Sign.PYTHON: lambda t, f: t.say("health", "Python {version}", **f),
    Sign.PYTHON_OLD: lambda t, f: t.say(
        "health", "Python {version} is too old. The bot needs 3.11 or later.", **f
    ),
    Sign.LIBRARY: lambda t, f: t.say("health", "{name} {version}", **f),
    Sign.LIBRARY_MISSING: lambda t, f: t.say(
        "health", "{name} is missing. Install again with make demo.", **f
    ),
    Sign.SQLITE: lambda t, f: t.say("health", "SQLite {version}, with a write-ahead log", **f),
    Sign.ZONE_DATA: lambda t, f: t.say("health", "Time zone data {version}", **f),
    Sign.LOCAL_HOUR: lambda t, f: t.say("health", "The time in {zone} is {clock}", **f),
    Sign.SETTINGS: lambda t, f: t.say("health", "The settings in {file} are right", **f),
    Sign.DATABASE: lambda t, f: t.say(
        "health", "The database answers and is up to date (version {standing})", **f
    ),
    Sign.DATABASE_NEW: lambda t, f: t.say(
        "health", "The database is empty. It is filled the first time the bot runs.", **f
    ),
    Sign.DATABASE_OLDER: lambda t, f: t.say(
        "health",
        "The database has version {standing}. The bot brings it up to {latest} the next time"
        " it runs.",
        **f,
    ),
    Sign.DATABASE_NEWER: lambda t, f: t.say(
        "health",
        "The database was made by a newer Samklang (version {standing}, this one knows {latest})."
        " Update Samklang.",
        **f,
    ),
    Sign.DATABASE_SHUT: lambda t, f: t.say("health", "The database does not answer: {reason}", **f),
    Sign.PRIVATE: lambda t, f: t.say("health", "Only you can read {file}", **f),
    Sign.EXPOSED: lambda t, f: t.say(
        "health", "Others on this computer can read {file}. Run: chmod 600 {file}", **f
    ),
    Sign.ROOM: lambda t, f: t.say("health", "{megabytes} MB free on the disk", **f),
    Sign.LITTLE_ROOM: lambda t, f: t.say(
        "health", "Only {megabytes} MB free on the disk. Make room before it is full.", **f
    ),
    Sign.TOKEN: lambda t, f: t.say("health", "The token opens @{username} ({name})", **f),
    Sign.TOKEN_REFUSED: lambda t, f: t.say(
        "health", "Telegram does not know the token. Get a new one from @BotFather.", **f
    ),
    Sign.INLINE: lambda t, f: t.say("health", "Meetings can be shared into other chats", **f),
    Sign.INLINE_OFF: lambda t, f: t.say(
        "health",
        "Meetings cannot be shared into other chats. Write /setinline to @BotFather and choose"
        " the bot, then /setinlinefeedback and 100 %.",
        **f,
    ),
    Sign.TELEGRAM_SILENT: lambda t, f: t.say("health", "Telegram does not answer: {reason}", **f),
    Sign.HOUR: lambda t, f: t.say("health", "The clock agrees with Telegram's", **f),
    Sign.HOUR_WRONG: lambda t, f: t.say(
        "health",
        "The clock is {seconds} seconds away from Telegram's. Turn on automatic time.",
        **f,
    ),
    Sign.HOUR_UNKNOWN: lambda t, f: t.say(
        "health", "The clock could not be compared with Telegram's", **f
    ),
    Sign.LANGUAGE: lambda t, f: t.say("health", "The language {name} is whole", **f),
    Sign.PULSE: lambda t, f: t.say(
        "health", "The bot shows signs of life: {seconds} seconds ago", **f
    ),
    Sign.PULSE_OLD: lambda t, f: t.say(
        "health",
        "The bot's last sign of life is from {moment}. If it should be running, look in its log"
        " and start it again.",
        **f,
    ),
    Sign.PULSE_NONE: lambda t, f: t.say("health", "The bot has not run on this database yet", **f),
    Sign.PROXY: lambda t, f: t.say("health", "Goes to Telegram through the proxy {proxy}", **f),
}
