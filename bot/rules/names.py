"""What can stand on a list as someone's name."""

from __future__ import annotations

import re
import unicodedata

LONGEST, LONGEST_IN_FILE = 100, 60
"""Characters, and those that go into the name of a file."""


def cleaned(given: str) -> str:
    """Write a name on one line, with single spaces."""
    return " ".join(given.split())


def is_good(name: str) -> bool:
    """Whether a cleaned name can stand on a list."""
    return 0 < len(name) <= LONGEST


_LAST = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}
"""Letters of their own, which stand after z; { | and } do so in Unicode."""
_STROKED = {"đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "þ": "th", "œ": "oe"}
"""Letters, Sami ones among them, whose mark Unicode does not hold for an accent."""
_PLACES = str.maketrans(_LAST | _STROKED)


def in_order(name: str) -> str:
    """Give what names are sorted by: å, ä and ö stand last, and an accent makes no difference."""
    kept = unicodedata.normalize("NFC", name).casefold().translate(_PLACES)
    apart = unicodedata.normalize("NFD", kept)
    return "".join(one for one in apart if not unicodedata.combining(one))


def in_file_name(name: str) -> str:
    """Keep the letters of a name, because other marks mean something where files are kept."""
    words = " ".join(re.sub(r"[^\w ]+", " ", name).split())
    return words[:LONGEST_IN_FILE].strip() or "–"


def begins(text: str, letters: str) -> bool:
    """Whether some word of a text, or several in a row, begin with these letters."""
    wanted = in_order(" ".join(letters.split()))
    return bool(wanted) and f" {wanted}" in f" {in_order(text)}"
