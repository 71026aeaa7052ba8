"""A file that is yet to be made, as facts a row can hold. It is made where nobody waits.

Making one takes up to a second, and the first of its kind fetches a library besides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.exports import drawings, papers, tables
from bot.exports.papers import Code, Paper
from bot.exports.pictures import Bars, Curve
from bot.exports.tables import Plain, Workbook

Unmade = Bars | Curve | Code | Paper | Plain | Workbook


def written(unmade: Unmade) -> dict[str, object]:
    """Write a file's facts down so that `made` can read them."""
    match unmade:
        case Bars() | Curve():
            return {"kind": "picture", "facts": drawings.written(unmade)}
        case Code(address=address):
            return {"kind": "code", "facts": address}
        case Plain(table=table):
            return {"kind": "plain", "facts": tables.written(table)}
        case Workbook(sheets=sheets):
            return {"kind": "workbook", "facts": [tables.written(one) for one in sheets]}
        case _:
            return {"kind": "paper", "facts": papers.written(unmade)}


def made(kept: Mapping[str, Any]) -> bytes:
    """Make the file that `written` wrote down; the same facts give the same bytes.

    Not to be called inside a transaction. Raises what the libraries raise.
    """
    return _MAKERS[kept["kind"]](kept["facts"])


_MAKERS: Mapping[str, Callable[[Any], bytes]] = {
    "picture": drawings.drawn,
    "code": papers.code_picture,
    "plain": lambda facts: tables.as_csv(tables.read(facts)),
    "workbook": lambda facts: tables.as_xlsx(map(tables.read, facts)),
    "paper": papers.printed,
}
