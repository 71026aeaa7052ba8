"""Pictures of the files the bot gives: a paper as it is printed, a sheet as it is seen."""

from __future__ import annotations

import html
import io
import subprocess
from collections.abc import Iterator
from datetime import date, datetime

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image, ImageOps
from playwright.sync_api import Browser

SHARPNESS = 70
"""Dots an inch: an A4 page is read on a telephone, and weighs little."""
EDGE = "#b5b5b5"
"""Shows where the paper ends."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
STYLE = """
body { margin: 0; font: 13px/1.35 "DejaVu Sans", sans-serif; color: #222; }
#book { display: inline-block; border: 1px solid #bbb; }
table { border-collapse: collapse; }
th { background: #eee; color: #555; font-weight: normal; padding: 3px 10px; }
td { padding: 3px 10px; white-space: nowrap; }
th, td { border: 1px solid #d5d5d5; text-align: left; }
td.head { font-weight: bold; }
td.head::after { content: " ▾"; color: #777; }
p { margin: 0; padding: 5px 8px; background: #eee; }
p span { padding: 3px 14px; margin-right: 4px; }
p span.open { background: #fff; font-weight: bold; }
"""


def paper(pdf: bytes) -> bytes:
    """Draw the first page of a PDF; raises FileNotFoundError without poppler's pdftoppm."""
    program = ("pdftoppm", "-png", "-r", str(SHARPNESS), "-f", "1", "-l", "1", "-singlefile")
    drawn = subprocess.run([*program, "-"], input=pdf, capture_output=True, check=True)  # noqa: S603
    page = ImageOps.expand(Image.open(io.BytesIO(drawn.stdout)).convert("RGB"), 1, EDGE)
    whole = io.BytesIO()
    page.save(whole, "PNG")
    return whole.getvalue()


def sheet(browser: Browser, xlsx: bytes) -> bytes:
    """Draw the first sheet of a spreadsheet as a program for spreadsheets shows it."""
    book = load_workbook(io.BytesIO(xlsx))
    page = browser.new_page(viewport={"width": 1400, "height": 700})
    tabs = "".join(
        f'<span class="{"" if place else "open"}">{html.escape(name)}</span>'
        for place, name in enumerate(book.sheetnames)
    )
    rows = "".join(_rows(book.worksheets[0]))
    page.set_content(
        f'<style>{STYLE}</style><div id="book"><table>{rows}</table><p>{tabs}</p></div>'
    )
    taken: bytes = page.locator("#book").screenshot()
    page.close()
    return taken


def _rows(first: Worksheet) -> Iterator[str]:
    letters = "".join(f"<th>{LETTERS[place]}</th>" for place in range(first.max_column))
    yield f"<tr><th></th>{letters}</tr>"
    for number, row in enumerate(first.iter_rows(values_only=True), 1):
        kind = ' class="head"' if number == 1 else ""
        boxes = "".join(f"<td{kind}>{html.escape(_shown(value))}</td>" for value in row)
        yield f"<tr><th>{number}</th>{boxes}</tr>"


def _shown(value: object) -> str:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return value.isoformat() if isinstance(value, date) else str(value or "")
