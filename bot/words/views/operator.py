"""What the person who runs the bot reads when a setting is wrong. Plain text, not HTML.

Knows problems; never how they were found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import unescape

from bot.config_problem import Cause, ConfigProblem, Wanted
from bot.config_values import Kind
from bot.words.texts import Html, Texts


def problem(texts: Texts, found: ConfigProblem) -> str:
    """Say where it is, what is wrong and what would be right."""
    sentence, place = _CAUSES[found.cause](texts, found), found.place
    if place.variable:
        sentence = texts.say(
            "operator",
            "Environment variable {name}: {sentence}",
            name=place.variable,
            sentence=sentence,
        )
    elif place.line:
        sentence = texts.say(
            "operator",
            "{file}, line {line}: {sentence}",
            file=place.file,
            line=place.line,
            sentence=sentence,
        )
    return unescape(sentence)


def _unknown_section(t: Texts, p: ConfigProblem) -> Html:
    section, _, key = p.nearest.partition(".")
    if key:
        return t.say(
            "operator", "{name} belongs under [{section}].", name=p.setting, section=section
        )
    if section:
        return t.say(
            "operator",
            "There is no section [{name}]. Did you mean [{nearest}]?",
            name=p.setting,
            nearest=section,
        )
    return t.say(
        "operator",
        "There is no section [{name}]. The sections are {allowed}.",
        name=p.setting,
        allowed=", ".join(p.allowed),
    )


def _unknown_key(t: Texts, p: ConfigProblem) -> Html:
    section, _, key = p.setting.partition(".")
    other, _, belongs = p.nearest.partition(".")
    if belongs:
        return t.say(
            "operator",
            "{name} does not belong under [{section}] but under [{other}].",
            name=key,
            section=section,
            other=other,
        )
    if p.nearest:
        return t.say(
            "operator",
            "There is no setting {name} under [{section}]. Did you mean {nearest}?",
            name=key,
            section=section,
            nearest=p.nearest,
        )
    return t.say(
        "operator",
        "There is no setting {name} under [{section}]. You can set {allowed}.",
        name=key,
        section=section,
        allowed=", ".join(p.allowed),
    )


def _wrong_value(t: Texts, p: ConfigProblem) -> Html:
    wanted = p.wanted or Wanted(Kind.TEXT)
    facts = {
        "setting": p.setting,
        "value": p.value,
        "least": f"{wanted.least:g}" if wanted.least is not None else "",
        "most": f"{wanted.most:g}" if wanted.most is not None else "",
        "choices": ", ".join(f'"{choice}"' for choice in wanted.choices),
    }
    return _KINDS[wanted.kind](t, facts)


def _missing_value(t: Texts, p: ConfigProblem) -> Html:
    if p.setting == "telegram.token":
        return t.say(
            "operator",
            "The bot has no token. Run samklang init, or set SAMKLANG_TELEGRAM__TOKEN.",
        )
    if p.setting.startswith("telegram.webhook"):
        return t.say("operator", '{setting} must be set when mode is "webhook".', setting=p.setting)
    return t.say(
        "operator", "{setting} is empty. The bot cannot run without it.", setting=p.setting
    )


_CAUSES: Mapping[Cause, Callable[[Texts, ConfigProblem], Html]] = {
    Cause.NO_FILE: lambda t, p: t.say(
        "operator",
        "There is no file {file}. Make one with samklang init, or name another with --config.",
        file=p.place.file,
    ),
    Cause.UNREADABLE: lambda t, p: t.say(
        "operator",
        "{file} cannot be read. Check that it is a file and that you may read it.",
        file=p.place.file,
    ),
    Cause.NOT_UTF8: lambda t, _: t.say(
        "operator", "The file is not saved as UTF-8. Save it again with that encoding."
    ),
    Cause.BAD_TOML: lambda t, _: t.say(
        "operator",
        "This cannot be read as TOML. Put text in quotation marks, and set each name only once.",
    ),
    Cause.BAD_VARIABLE: lambda t, _: t.say(
        "operator",
        "A whole section cannot be set at once. Set one thing at a time, for example"
        " SAMKLANG_TELEGRAM__TOKEN.",
    ),
    Cause.UNKNOWN_SECTION: _unknown_section,
    Cause.UNKNOWN_KEY: _unknown_key,
    Cause.WRONG_VALUE: _wrong_value,
    Cause.MISSING_VALUE: _missing_value,
    Cause.TWO_TOKENS: lambda t, _: t.say(
        "operator", "Both token and token_file are set. Keep one of them."
    ),
    Cause.NO_TOKEN_FILE: lambda t, _: t.say(
        "operator", "The file that token_file points to cannot be read."
    ),
    Cause.BAD_TOKEN_FILE: lambda t, _: t.say(
        "operator", "The file that token_file points to must hold the token and nothing else."
    ),
    Cause.OPEN_ADDRESS: lambda t, _: t.say(
        "operator",
        "base_url must begin with https://, or anyone on the way can read the token."
        " For a server on this computer, also set local_server = true.",
    ),
}

_KINDS: Mapping[Kind, Callable[[Texts, Mapping[str, object]], Html]] = {
    Kind.LANGUAGE: lambda t, f: t.say(
        "operator",
        "{setting} must be a language with a folder in locales, {choices}, but is {value}.",
        **f,
    ),
    Kind.SECTION: lambda t, f: t.say(
        "operator", "{setting} is a section. Write [{setting}] on a line of its own.", **f
    ),
    Kind.WHOLE: lambda t, f: t.say(
        "operator",
        "{setting} must be a whole number from {least} to {most}, but is {value}.",
        **f,
    ),
    Kind.NUMBER: lambda t, f: t.say(
        "operator", "{setting} must be a number from {least} to {most}, but is {value}.", **f
    ),
    Kind.YES_NO: lambda t, f: t.say(
        "operator", "{setting} must be true or false, but is {value}.", **f
    ),
    Kind.TEXT: lambda t, f: t.say(
        "operator", "{setting} must be text in quotation marks, but is {value}.", **f
    ),
    Kind.CHOICE: lambda t, f: t.say(
        "operator", "{setting} must be one of {choices}, but is {value}.", **f
    ),
    Kind.CLOCK: lambda t, f: t.say(
        "operator", '{setting} must be a time such as "20:00", but is {value}.', **f
    ),
    Kind.ZONE: lambda t, f: t.say(
        "operator",
        '{setting} must be a time zone such as "Europe/Stockholm", but is {value}.',
        **f,
    ),
    Kind.TOKEN: lambda t, f: t.say(
        "operator",
        "{setting} does not look like a token. Copy all that @BotFather gave you:"
        " digits, a colon and a long row of characters.",
        **f,
    ),
    Kind.SECRET: lambda t, f: t.say(
        "operator", "{setting} must be 16 to 256 characters out of A-Z, a-z, 0-9, _ and -.", **f
    ),
    Kind.ADDRESS: lambda t, f: t.say(
        "operator", "{setting} must be an address that begins with https://, but is {value}.", **f
    ),
    Kind.DATABASE: lambda t, f: t.say(
        "operator", "{setting} must begin with sqlite:/// or postgresql://.", **f
    ),
    Kind.LISTEN: lambda t, f: t.say(
        "operator",
        '{setting} must be an address and a port such as "127.0.0.1:8080", but is {value}.',
        **f,
    ),
}
