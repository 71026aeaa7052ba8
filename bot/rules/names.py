"""What can stand on a list as someone's name."""

from __future__ import annotations

import re
import unicodedata

LONGEST, LONGEST_IN_FILE = 100, 60
"""Characters, and those that go into the name of a file."""


_BEFORE_A_NAME = re.compile(
    r"(?:(?:hej|hello|hi|hei|moi)\b[ ,!.]*)?"
    r"(?:jag heter|mitt namn är|my name is|(?:minun )?nimeni on)[ :]+",
    re.IGNORECASE,
)
_A_SENTENCE = re.compile(
    r"(?:jag|vi) (?:vill|ska|skulle|kan|har)\b|i (?:want|would|will)\b|(?:minä )?halua",
    re.IGNORECASE,
)
"""How people begin who answer with a sentence where a name was asked for."""


def cleaned(given: str) -> str:
    """Write a name on one line, with single spaces, without "my name is" before it."""
    line = " ".join(given.split())
    return line[lead.end() :] if (lead := _BEFORE_A_NAME.match(line)) else line


def is_good(name: str) -> bool:
    """Whether a cleaned name can stand on a list: it has a letter, and is no whole sentence."""
    if not any(letter.isalpha() for letter in name) or len(name) > LONGEST:
        return False
    return _A_SENTENCE.match(name) is None


def fault(name: str) -> str:
    """Say what is wrong with a cleaned name that cannot stand on a list."""
    return "long" if len(name) > LONGEST else "empty"


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
