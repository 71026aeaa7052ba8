"""Reads a language's sentences and leaves out those that would break. Knows files and Babel.

A language whose catalogue cannot be read is not spoken; of one that can, each wrong sentence falls
back by itself, and what was wrong is told.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

from bot import languages
from bot.languages import Cause, Fault
from bot.words import sentences
from bot.words.sentences import Sentences

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

TAG = re.compile("<[^>]*>")
ONE_AND_MANY = "nplurals=2; plural=(n != 1);"
PLURAL = re.compile(r'^"Plural-Forms:.*"$\n', re.MULTILINE)
HEADER = re.compile(r'^msgid ""\nmsgstr ""\n', re.MULTILINE)
RULE = re.compile(r"nplurals *= *([1-6]) *; *plural *=([^;]+);?")


@dataclass(frozen=True, slots=True)
class Book:
    """The sentences of one language, and what is wrong with them."""

    sentences: Sentences = field(default_factory=Sentences)
    is_read: bool = True
    faults: tuple[Fault, ...] = ()


def book(tag: str) -> Book:
    """Read a language's own catalogue; a sentence it lacks is not looked for elsewhere."""
    return _book(languages.FOLDER, tag)


@cache
def _book(folder: Path, tag: str) -> Book:
    file = folder / tag / "LC_MESSAGES" / "bot.po"
    try:
        content = file.read_bytes()
    except OSError as error:
        return Book(is_read=False, faults=(Fault(tag, Cause.BAD_CATALOGUE, str(error)),))
    mark = _mark(tag, content)
    facts = sentences.kept(file, mark)
    if facts is not None:
        return _opened(tag, facts)
    read = _read(tag, content)
    if read.is_read:
        sentences.keep(file, mark, _closed(read))
    return read


def _mark(tag: str, content: bytes) -> str:
    """Sum up all that a reading depends on: the catalogue, the plural rule and this very code."""
    rule = languages.language(tag).plural.encode()
    return sha256(b"\0".join((content, rule, Path(__file__).read_bytes()))).hexdigest()


def _closed(read: Book) -> sentences.Facts:
    faults = [[fault.cause, fault.detail, fault.count] for fault in read.faults]
    return {**read.sentences.as_facts(), "faults": faults}


def _opened(tag: str, facts: Any) -> Book:  # noqa: ANN401 - as JSON gives it
    faults = [Fault(tag, Cause(cause), detail, n) for cause, detail, n in facts["faults"]]
    said = Sentences(facts["plural"], facts["one"], facts["many"])
    return Book(said, faults=tuple(faults))


def _read(tag: str, content: bytes) -> Book:
    # Slow to fetch, and not needed where a reading is kept.
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    said = languages.language(tag).plural
    rule = said if not said or is_rule(said) else ONE_AND_MANY
    faults = [] if rule == said else [Fault(tag, Cause.BAD_PLURAL, said)]
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        rule, wrong = _rule(tag, text, rule)
        read = read_po(BytesIO(_with_rule(text, rule).encode()), locale=tag, abort_invalid=True)
    except PoFileError as error:
        wrong = Fault(tag, Cause.BAD_CATALOGUE, str(error.lineno))
    except UnicodeDecodeError as error:
        wrong = Fault(tag, Cause.BAD_CATALOGUE, str(error))
    else:
        faults += [wrong] if wrong else []
        return _checked(tag, read, faults)
    return Book(is_read=False, faults=(*faults, wrong))


def _rule(tag: str, text: str, rule: str) -> tuple[str, Fault | None]:
    """Take the rule of language.toml, else the catalogue's own, else one form for one."""
    if rule:
        return rule, None
    found = re.search(r'^"Plural-Forms:(.*?)(\\n)?"$', text, re.MULTILINE)
    own = found[1].strip() if found else ""
    if is_rule(own):
        return own, None
    return ONE_AND_MANY, Fault(tag, Cause.BAD_PLURAL, own) if own else None


def is_rule(rule: str) -> bool:
    """Whether gettext understands a plural rule."""
    shaped = RULE.fullmatch(rule.strip())
    if shaped is None:
        return False
    try:
        form = gettext.c2py(shaped[2])
        return all(0 <= form(n) < int(shaped[1]) for n in range(200))
    except (ValueError, ZeroDivisionError, RecursionError):
        return False


def _with_rule(text: str, rule: str) -> str:
    """Let the catalogue's header say the rule, so that its plurals are counted by it."""
    bare = PLURAL.sub("", text)
    return HEADER.sub(lambda found: f'{found[0]}"Plural-Forms: {rule}\\n"\n', bare, count=1)


def _checked(tag: str, read: Catalog, faults: list[Fault]) -> Book:
    unsound = [message for message in read if message.id and not is_sound(message)]
    for message in unsound:
        read.delete(message.id, message.context)
    halved = [
        message
        for message in read
        if message.id and any(forms := written(message)) and not all(forms)
    ]
    told = ((Cause.WRONG_SENTENCES, unsound), (Cause.MISSING_PLURALS, halved))
    faults += [
        Fault(tag, cause, sources(those[0])[0], len(those)) for cause, those in told if those
    ]
    return Book(compiled(read), faults=tuple(faults))


def compiled(catalogue: Catalog) -> Sentences:
    """Compile the sentences that are translated; what is empty or guessed is left out."""
    one: dict[str, dict[str, str]] = {}
    many: dict[str, dict[str, list[str]]] = {}
    for message in catalogue:
        forms = written(message)
        if not message.id or message.fuzzy or not forms or not all(forms):
            continue
        source = sources(message)[0]
        if isinstance(message.id, str):
            one.setdefault(message.context or "", {})[source] = forms[0]
        else:
            many.setdefault(message.context or "", {})[source] = list(forms)
    return Sentences(catalogue.plural_expr, one, many)


def is_sound(message: Message) -> bool:
    """Whether a translation holds only values and markup of its source, so that it can be said."""
    values = {name for text in sources(message) for name in fields(text) or ()}
    return all(
        not text
        or ((named := fields(text)) is not None and named <= values and _marked(message, text))
        for text in written(message)
    )


def _marked(message: Message, text: str) -> bool:
    source = sources(message)[0]
    same = sorted(TAG.findall(text)) == sorted(TAG.findall(source))
    return same and ("<" in TAG.sub("", text)) <= ("<" in TAG.sub("", source))


def fields(text: str) -> frozenset[str] | None:
    """Name the values a sentence is filled with; None when it cannot be filled."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    if any(spec or conversion for _, _, spec, conversion in parts):
        return None
    return frozenset(name for _, name, _, _ in parts if name is not None)


def sources(message: Message) -> tuple[str, ...]:
    """Give a sentence's English, singular and plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def written(message: Message) -> tuple[str, ...]:
    """Give a sentence's translation in all its forms; a form that is not written is empty."""
    whole: str | Iterable[str | None] = message.string or ""
    return (whole,) if isinstance(whole, str) else tuple(form or "" for form in whole)


def is_spoken(tag: str) -> bool:
    """Whether there is a language by this tag, and its sentences could be read."""
    return tag in languages.tags() and book(tag).is_read


def missing(tag: str) -> int:
    """Count the sentences that are said in another language's words."""
    return len(book(languages.FIRST).sentences.keys - book(tag).sentences.keys)


def examined() -> dict[str, tuple[Fault, ...]]:
    """Look at every folder in locales: its tag, and what is wrong with it."""
    standing = {tag: faults(tag) for tag in languages.tags()}
    return standing | {fault.tag: (fault,) for fault in languages.misplaced()}


def faults(tag: str) -> tuple[Fault, ...]:
    """Tell everything that is wrong with a language, the gravest first."""
    return (
        *book(tag).faults,
        *languages.language(tag).faults,
        *languages.circular(tag),
        *_lacking(tag),
    )


def _lacking(tag: str) -> tuple[Fault, ...]:
    count = missing(tag) if is_spoken(tag) else 0
    if not count or tag == languages.FIRST:
        return ()
    return (Fault(tag, Cause.MISSING_SENTENCES, languages.chain(tag)[1], count),)
