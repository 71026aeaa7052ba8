"""The words of a web page: one line a block, list items marked, menus and scripts left out.

Knows HTML. Must not know invitations.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

SPACED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "table", "blockquote"})
BLOCKS = SPACED | {
    "address", "article", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "form", "header", "hr", "main", "pre", "section", "tr",
}  # fmt: skip
SILENT = frozenset({"script", "style", "noscript", "template", "svg", "nav", "footer", "head"})
CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
TELLING = re.compile(r"anmäl|regist|zoom|teams|länk|formulär|ilmoitt|sign up", re.IGNORECASE)
ITEM = r"[ ]*(?:•|\d{1,3}\.) "
DEEPEST = 200


class _Words(HTMLParser):
    """Gathers words as the parser meets them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0
        self._lists: list[int | None] = []
        self._link = ""
        self._link_words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent += 1
        elif tag in ("ul", "ol") and len(self._lists) < DEEPEST:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "a":
            self._link, self._link_words = dict(attrs).get("href") or "", []
        self.pieces.append(self._opening(tag))

    def _opening(self, tag: str) -> str:
        """Give what stands before the words of a tag."""
        if tag == "li":
            return "\n" + self._mark()
        if tag in BLOCKS:
            return "\n\n" if tag in SPACED and not self._lists[1:] else "\n"
        return {"br": "\n", "td": "\t", "th": "\t"}.get(tag, "")

    def _mark(self) -> str:
        depth = "  " * max(0, len(self._lists) - 1)
        if not self._lists or self._lists[-1] is None:
            return f"{depth}• "
        self._lists[-1] += 1
        return f"{depth}{self._lists[-1]}. "

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "a":
            self._close_link()
        if tag in BLOCKS or tag == "li":
            self.pieces.append("\n\n" if tag in SPACED and not self._lists else "\n")

    def _close_link(self) -> None:
        """Write out where a link leads when its words do not say, and it is for registering."""
        words = "".join(self._link_words)
        if self._link.startswith("mailto:") and "@" not in words:
            self.pieces.append(f" {self._link.removeprefix('mailto:').partition('?')[0]}")
        elif self._link.startswith("http") and TELLING.search(words) and "://" not in words:
            self.pieces.append(f" {self._link}")
        self._link = ""

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        words = re.sub(r"\s+", " ", data)
        self._link_words.append(words)
        self.pieces.append(words)


def words(page: str) -> str:
    """Give the words of a page."""
    parser = _Words()
    parser.feed(page)
    parser.close()
    text = "\n".join(_neat(line) for line in "".join(parser.pieces).split("\n"))
    close = re.sub(rf"(^{ITEM}.*)\n\n+(?={ITEM})", r"\1\n", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", close).strip()


def _neat(line: str) -> str:
    """Keep the indentation of list items only."""
    marked = re.match(ITEM, line)
    bare = re.sub(r"[ ]+", " ", line[marked.end() :] if marked else line).strip(" ")
    return (marked[0] + bare if marked else bare.strip("\t")) if bare else ""


def decoded(content: bytes) -> str:
    """Decode a page by the character set it names, else as UTF-8, else as Windows letters."""
    named = CHARSET.search(content[:2048])
    for charset in (named[1].decode("ascii") if named else "utf-8", "utf-8", "cp1252"):
        try:
            return content.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("latin-1")
