"""Printed papers: facts that are already worded become pages. Knows no rows and no language."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

_TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top of every paper, and the words at its foot.

    `lang` is the text's language (BCP 47): readers aloud and hyphenation go by it. `page` is the
    word for page, `of` the word between its number and how many they are.
    """

    lang: str
    title: str
    lines: tuple[str, ...]
    foot: str
    page: str
    of: str


@dataclass(frozen=True, slots=True)
class SignIn:
    """A list to sign at the door; `empty` lines are left for those who come unannounced."""

    head: Head
    columns: tuple[str, str, str]
    rows: tuple[tuple[str, str], ...]
    empty: int = 8


@dataclass(frozen=True, slots=True)
class Badges:
    """Name badges, eight to a page (90 x 60 mm): a name, an association, and what is small."""

    lang: str
    title: str
    badges: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that someone took part: one page, with a line to sign on."""

    head: Head
    heading: str
    name: str
    body: tuple[str, ...]
    place_and_day: str
    signed_by: str


@dataclass(frozen=True, slots=True)
class Letter:
    """An association's way in, to be printed and sent: words, and a code to point a phone at."""

    head: Head
    body: tuple[str, ...]
    steps: tuple[str, ...]
    address: str
    code_says: str
    """What the code holds, for those who do not see it."""


@dataclass(frozen=True, slots=True)
class Sections:
    """Headings with lists under them: the kitchen's numbers, an agenda, a delivery report."""

    head: Head
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a few lines of text, and rows of two: what, and how many or when."""

    heading: str
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A picture that a phone reads an address from; no paper, but something on one."""

    address: str


Paper = SignIn | Badges | Certificate | Letter | Sections

_NAMES: Mapping[type[object], str] = {
    SignIn: "sign_in",
    Badges: "badges",
    Certificate: "certificate",
    Letter: "letter",
    Sections: "sections",
}


def written(paper: Paper) -> dict[str, object]:
    """Write a paper down so that `printed` can read it."""
    return {"paper": _NAMES[type(paper)], "facts": asdict(paper)}


def printed(kept: Mapping[str, Any]) -> bytes:
    """Set the paper that `written` wrote down as a tagged A4 document, in PDF.

    What people wrote is data there, never markup. Raises what the typesetter raises.
    """
    import typst  # noqa: PLC0415 - takes a while, and few messages need it

    name, facts = kept["paper"], kept["facts"]
    if name == _NAMES[Letter]:
        facts = {**facts, "code": code(facts["address"])}
    return bytes(typst.compile(_template(name), sys_inputs={"facts": json.dumps(facts)}))


def code(address: str) -> str:
    """Draw an address as a QR code, in SVG; a quarter may be lost (ISO/IEC 18004, level Q)."""
    import segno  # noqa: PLC0415 - five megabytes that few messages need

    drawn = io.BytesIO()
    segno.make(address, error="q", micro=False).save(drawn, kind="svg", border=4, scale=4)
    return drawn.getvalue().decode()


def code_picture(address: str) -> bytes:
    """Draw an address as a QR code, in PNG, large enough to be read from a phone (level M)."""
    import segno  # noqa: PLC0415 - five megabytes that few messages need

    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="png", border=4, scale=12)
    return drawn.getvalue()


@cache
def _template(name: str) -> bytes:
    shared = (_TEMPLATES / "paper.typ").read_bytes()
    return shared + b"\n" + (_TEMPLATES / f"{name}.typ").read_bytes()
