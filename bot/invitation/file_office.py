"""The words of Word and OpenDocument texts, with list items marked and numbered as they look.

Knows the two formats. Must not know invitations.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as Opened

LARGEST_INSIDE = 60 * 1024 * 1024
"""Bytes a file may swell to when unpacked."""
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


class BombError(ValueError):
    """The archive would swell beyond reason."""


def checked(content: bytes) -> zipfile.ZipFile:
    """Open an archive; raises BombError for one that would swell beyond reason."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    if sum(part.file_size for part in archive.infolist()) > LARGEST_INSIDE:
        raise BombError
    return archive


def docx(content: bytes) -> str:
    """Take the words of a Word text, tables row by row."""
    checked(content)
    document = Document(io.BytesIO(content))
    numbers: Counter[tuple[str, int]] = Counter()
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines.extend("\t".join(_cells(row)) for row in block.rows)
        else:
            lines.append(_paragraph(document, block, numbers))
    return "\n".join(lines)


def _cells(row: object) -> Iterator[str]:
    seen: list[object] = []
    for cell in row.cells:  # type: ignore[attr-defined]  # a row of python-docx, which is untyped
        if cell._tc not in seen:  # noqa: SLF001 - merged cells repeat the same element
            seen.append(cell._tc)  # noqa: SLF001
            yield " ".join(cell.text.split("\n"))


def _paragraph(document: Opened, paragraph: Paragraph, numbers: Counter[tuple[str, int]]) -> str:
    words = paragraph.text
    style = (paragraph.style.name or "") if paragraph.style else ""
    if style.startswith(("Heading", "Title", "Rubrik")):
        return f"\n{words}"
    mark = _list_mark(document, paragraph, style, numbers)
    return f"{mark}{words}" if words.strip() else ""


def _list_mark(
    document: Opened, paragraph: Paragraph, style: str, numbers: Counter[tuple[str, int]]
) -> str:
    """Write the bullet or number that Word draws before a list item."""
    placed = paragraph._p.xpath("w:pPr/w:numPr/w:numId/@w:val")  # noqa: SLF001 - no public way
    if not placed:
        return {"List Bullet": "• ", "List Number": _next(numbers, style, 0)}.get(style, "")
    depth = paragraph._p.xpath("w:pPr/w:numPr/w:ilvl/@w:val")  # noqa: SLF001 - no public way
    level = int(depth[0]) if depth else 0
    if _is_bullet(document, int(placed[0]), level):
        return "  " * level + "• "
    return "  " * level + _next(numbers, placed[0], level)


def _next(numbers: Counter[tuple[str, int]], name: str, level: int) -> str:
    if not name.startswith("List Number") and not name.isdigit():
        return ""
    numbers[name, level] += 1
    for deeper in range(level + 1, 9):
        numbers[name, deeper] = 0
    count = numbers[name, level]
    return f"{chr(96 + min(count, 26))}) " if level == 1 else f"{count}. "


def _is_bullet(document: Opened, number: int, level: int) -> bool:
    try:
        numbering = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return True
    found = numbering.xpath(
        f"//w:abstractNum[@w:abstractNumId=//w:num[@w:numId='{number}']/w:abstractNumId/@w:val]"
        f"/w:lvl[@w:ilvl='{level}']/w:numFmt/@w:val"
    )
    return not found or found[0] == "bullet"


def odt(content: bytes) -> str:
    """Take the words of an OpenDocument text."""
    archive = checked(content)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(archive.read("content.xml"), parser)
    ordered = {
        style.get(f"{STYLE}name")
        for style in root.iter(f"{TEXT}list-style")
        if style.find(f"{TEXT}list-level-style-number") is not None
    }
    body = next(root.iter("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"))
    return "\n".join(_blocks(body, ordered, 0, ordered_list=False))


def _blocks(
    parent: etree._Element, ordered: set[str | None], depth: int, *, ordered_list: bool
) -> Iterator[str]:
    for block in parent:
        if block.tag in (f"{TEXT}h", f"{TEXT}p"):
            yield _inline(block) if block.tag == f"{TEXT}p" else f"\n{_inline(block)}"
        elif block.tag == f"{TEXT}list":
            own = block.get(f"{TEXT}style-name") in ordered if depth == 0 else ordered_list
            yield from _items(block, ordered, depth, ordered_list=own)
        elif block.tag == f"{TABLE}table":
            yield from ("\t".join(map(_cell, row)) for row in block.iter(f"{TABLE}table-row"))
        elif block.tag == f"{TEXT}section":
            yield from _blocks(block, ordered, depth, ordered_list=ordered_list)


def _cell(cell: etree._Element) -> str:
    return " ".join(_inline(part).strip() for part in cell)


def _items(
    block: etree._Element, ordered: set[str | None], depth: int, *, ordered_list: bool
) -> Iterator[str]:
    for number, item in enumerate(block, 1):
        mark = f"{number}. " if ordered_list and depth == 0 else "• "
        for line in _blocks(item, ordered, depth + 1, ordered_list=ordered_list):
            yield ("  " * depth + mark + line) if mark and line.strip() else line
            mark = ""


def _inline(block: etree._Element) -> str:
    """Join the words of a paragraph with its tabs, spaces and line breaks."""
    pieces = [block.text or ""]
    for child in block:
        if child.tag == f"{TEXT}line-break":
            pieces.append("\n")
        elif child.tag == f"{TEXT}tab":
            pieces.append("\t")
        elif child.tag == f"{TEXT}s":
            pieces.append(" " * int(child.get(f"{TEXT}c") or 1))
        elif isinstance(child.tag, str):
            pieces.append(_inline(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
