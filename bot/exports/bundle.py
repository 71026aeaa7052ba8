"""Files in one archive, with a list of their checksums. Knows nothing of what they hold."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import BinaryIO

MANIFEST = "manifest.json"
_UNFIT = frozenset('<>:"/\\|?*')
_LONGEST, _ENDING = 100, 10
"""Characters of a file's name, and of what stands after its dot."""
EARLIEST = datetime(1980, 1, 1)  # noqa: DTZ001 - an archive knows no zone


def as_zip(
    files: Mapping[str, bytes],
    about: Mapping[str, object],
    made_at: datetime,
    dense: Collection[str] = (),
) -> bytes:
    """Pack files with a manifest: `about`, and of each file its size and SHA-256 (FIPS 180-4).

    The same files, facts and instant give the same bytes. Those named as `dense` are not
    compressed: a document is already, and trying once more takes a second for each 30 MB.
    """
    listed = [
        {"file": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in files.items()
    ]
    told = {**about, "made_at": made_at.isoformat(), "files": listed}
    manifest = json.dumps(told, ensure_ascii=False, indent=2).encode()
    return _packed({**files, MANIFEST: manifest}, made_at, dense)


def without_hours(archive: BinaryIO) -> bytes:
    """Pack an archive's files anew, with the earliest hour there is (APPNOTE.TXT, 4.4.6)."""
    with zipfile.ZipFile(archive) as packed:
        return _packed({name: packed.read(name) for name in packed.namelist()}, EARLIEST)


def inside(name: str) -> str:
    """Make a name that a stranger chose fit to be a file's name on any machine."""
    kept = "".join("_" if one in _UNFIT or not one.isprintable() else one for one in name)
    stem, dot, ending = kept.strip(" .").rpartition(".")
    return f"{stem[:_LONGEST]}{dot}{ending[:_ENDING]}" if stem else ending[:_LONGEST]


def _packed(files: Mapping[str, bytes], made_at: datetime, dense: Collection[str] = ()) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            stamp = made_at.timetuple()[:6]
            way = zipfile.ZIP_STORED if name in dense else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, stamp), content, way)
    return whole.getvalue()
