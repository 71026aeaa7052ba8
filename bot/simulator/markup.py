"""HTML to text and entities, as the server reads it. Knows markup only.

Follows tdlib's reader (td/telegram/MessageEntity.cpp): lenient about attributes, strict about
nesting, byte offsets in refusals, UTF-16 offsets in entities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.simulator.entities import Entity, found_in, utf16_length
from bot.simulator.refusals import bad, unparsable

_PLAIN = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
_KNOWN = frozenset(_PLAIN) | {"a", "code", "pre", "blockquote", "tg-time", "tg-emoji"}
_PIECE = re.compile(r"<(?P<tag>/?[^\s>]*)|&(?P<ref>#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);?|[^<&]+|&")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ATTRIBUTE = re.compile(
    r"""\s*(?P<name>[^\s=>/"']+)(?:\s*=\s*(?:"(?P<double>[^"]*)(?:"|$)|'(?P<single>[^']*)(?:'|$)"""
    r"""|(?P<token>[A-Za-z0-9.-]*)(?=[\s>])))?"""
)
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
_LAST_CODE_POINT = 0x10FFFF
_FIXED_WIDTH = frozenset({"code", "pre"})
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})


@dataclass(frozen=True, slots=True)
class Marked:
    """A text as people see it, with its marks."""

    text: str
    entities: tuple[Entity, ...] = ()


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end."""

    name: str
    attributes: dict[str, str]
    offset: int
    piece: int


@dataclass(slots=True)
class _Reader:
    """Reads one HTML text from left to right."""

    html: str
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    open: list[_Open] = field(default_factory=list)
    marks: list[Entity] = field(default_factory=list)

    def read(self) -> Marked:
        place = 0
        while place < len(self.html):
            match = _PIECE.match(self.html, place)
            assert match is not None, "every character begins a piece"  # noqa: S101 - a proof
            place = self._piece(match)
        if self.open:
            name = self.open[-1].name
            raise unparsable(f'Can\'t find end tag corresponding to start tag "{name}"')
        return Marked("".join(self.pieces), tuple(self.marks))

    def _piece(self, match: re.Match[str]) -> int:
        tag = match["tag"]
        if tag is None:
            self._say(_character(match) if match["ref"] else match[0])
            return match.end()
        if tag.startswith("/"):
            return self._end(tag[1:], match)
        return self._begin(tag.lower(), match)

    def _say(self, text: str) -> None:
        self.pieces.append(text)
        self.length += utf16_length(text)

    def _byte(self, place: int) -> int:
        return len(self.html[:place].encode())

    def _begin(self, name: str, match: re.Match[str]) -> int:
        at = match.start()
        if match.end() >= len(self.html):
            raise unparsable(f"Unclosed start tag at byte offset {self._byte(at)}")
        if name not in _KNOWN:
            byte = self._byte(at)
            raise unparsable(f'Unsupported start tag "{name}" at byte offset {byte}')
        attributes, end = self._attributes(name, match)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            byte = self._byte(at)
            raise unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {byte}')
        self.open.append(_Open(name, attributes, self.length, len(self.pieces)))
        return end

    def _attributes(self, name: str, tag: re.Match[str]) -> tuple[dict[str, str], int]:
        found: dict[str, str] = {}
        place = tag.end()
        byte = self._byte(tag.start())
        while True:
            while place < len(self.html) and self.html[place].isspace():
                place += 1
            if self.html[place : place + 1] == ">":
                return found, place + 1
            match = _ATTRIBUTE.match(self.html, place)
            if place >= len(self.html) or (match and match.end() >= len(self.html)):
                raise unparsable(f'Unclosed start tag "{name}" at byte offset {byte}')
            if match is None:
                raise unparsable(f'Empty attribute name in the tag "{name}" at byte offset {byte}')
            place = match.end()
            value = match["double"] or match["single"] or (match["token"] or "").lower()
            found[match["name"]] = _PIECE.sub(_unescaped, value)

    def _end(self, name: str, match: re.Match[str]) -> int:
        byte = self._byte(match.start())
        if not self.open:
            raise unparsable(f"Unexpected end tag at byte offset {byte}")
        end = self.html.find(">", match.end())
        if end < 0 or self.html[match.end() : end].strip():
            raise unparsable(f"Unclosed end tag at byte offset {byte}")
        begun = self.open.pop()
        if name and name.lower() != begun.name:
            raise unparsable(
                f'Unmatched end tag at byte offset {byte}, expected "</{begun.name}>",'
                f' found "</{name}>"'
            )
        if self.length > begun.offset:
            self._mark(begun)
        return end + 1

    def _mark(self, tag: _Open) -> None:
        words = "".join(self.pieces[tag.piece :])
        mark = _entity(tag, self.length - tag.offset, words)
        if mark is None:
            return
        if self.marks and _is_language(self.marks[-1], mark):
            language = self.marks.pop().language or mark.language
            mark = Entity("pre", mark.offset, mark.length, language=language)
        self.marks.append(mark)


def _is_language(inner: Entity, outer: Entity) -> bool:
    same = (inner.offset, inner.length) == (outer.offset, outer.length)
    return same and {inner.type, outer.type} == {"code", "pre"}


def _entity(tag: _Open, length: int, words: str) -> Entity | None:
    if tag.name in _PLAIN:
        return Entity(_PLAIN[tag.name], tag.offset, length)
    if tag.name == "blockquote":
        folded = "expandable" in tag.attributes
        return Entity("expandable_blockquote" if folded else "blockquote", tag.offset, length)
    if tag.name == "a":
        return _link(tag, length, tag.attributes.get("href") or words)
    if tag.name == "tg-time":
        return _moment(tag, length)
    if tag.name == "tg-emoji":
        return None
    language = tag.attributes.get("class", "").removeprefix("language-")
    return Entity(tag.name, tag.offset, length, language=language)


def _link(tag: _Open, length: int, url: str) -> Entity | None:
    if url.startswith("tg://user?id=") and url[13:].isdigit():
        return Entity("text_mention", tag.offset, length, user_id=int(url[13:]))
    address = url if "://" in url or url.startswith("mailto:") else f"http://{url}"
    if "." not in address and not address.startswith("tg://"):
        return None
    if re.fullmatch(r"https?://[^/]+", address):
        address += "/"
    return Entity("text_link", tag.offset, length, url=address)


def _moment(tag: _Open, length: int) -> Entity:
    when = tag.attributes.get("unix", "")
    shape = tag.attributes.get("format", "")
    if not when.isdigit() or not _TIME_FORMAT.fullmatch(shape):
        raise unparsable("invalid date-time entity")
    return Entity("date_time", tag.offset, length, unix_time=int(when), format=shape)


def _character(match: re.Match[str]) -> str:
    name = match["ref"]
    if not name.startswith("#"):
        return _NAMED.get(name, match[0])
    code = int("0" + name[1:], 16) if name[1] in "xX" else int(name[1:])
    return chr(code) if 0 < code <= _LAST_CODE_POINT else match[0]


def _unescaped(match: re.Match[str]) -> str:
    return _character(match) if match["ref"] else match[0]


def read_html(html: str) -> Marked:
    """Return what people see of an HTML text; raises Refused in Telegram's words."""
    return tidy(_Reader(html).read())


def read_plain(text: str, entities: tuple[Entity, ...] = ()) -> Marked:
    """Return what people see of a text without markup; raises Refused for marks outside it."""
    length = utf16_length(text)
    for mark in entities:
        if mark.offset >= length:
            raise bad(f"entity begins after the end of the text at UTF-16 offset {mark.offset}")
        if mark.end > length:
            raise bad(
                f"entity beginning at UTF-16 offset {mark.offset}"
                f" ends after the end of the text at UTF-16 offset {mark.end}"
            )
    return tidy(Marked(text, entities))


def tidy(marked: Marked) -> Marked:
    """Trim outer blanks, drop marks that cannot stand, add what Telegram finds by itself."""
    text = marked.text.replace("\r", "")
    cut = utf16_length(text) - utf16_length(text.lstrip())
    words = text.strip()
    kept = list(_standing(_trimmed(marked.entities, cut, utf16_length(words))))
    fixed = [mark for mark in kept if mark.type in {"code", "pre", "text_link", "text_mention"}]
    found = [
        mark
        for mark in found_in(words)
        if not any(mark.offset < old.end and old.offset < mark.end for old in fixed)
    ]
    return Marked(words, tuple(sorted(kept + found, key=lambda e: (e.offset, -e.length))))


def _trimmed(marks: tuple[Entity, ...], cut: int, length: int) -> Iterator[Entity]:
    for mark in marks:
        start, end = max(0, mark.offset - cut), min(length, mark.end - cut)
        if end > start:
            yield mark.moved(start, end - start)


def _standing(marks: Iterator[Entity]) -> Iterator[Entity]:
    """Nothing stands inside fixed-width text, quotes do not nest, the same mark not twice."""
    kept: list[Entity] = []
    for mark in sorted(marks, key=lambda e: (e.offset, -e.length, e.type not in _QUOTES)):
        around = [old for old in kept if old.offset <= mark.offset and mark.end <= old.end]
        if any(_shuts_out(old, mark) for old in around):
            continue
        kept.append(mark)
        yield mark


def _shuts_out(outer: Entity, inner: Entity) -> bool:
    if outer.type in _FIXED_WIDTH or outer.type == inner.type:
        return True
    return outer.type in _QUOTES and inner.type in _QUOTES
