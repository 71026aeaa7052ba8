"""Who is let in by which link."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.records.admission import Admission, AdmissionKind
from bot.rules import admission
from tests.rules.facts import at

NOW = at("2026-11-02 09:00")


def link(*, uses: int | None = None, expires: datetime | None = None) -> Admission:
    """Give a link for members."""
    return Admission(
        secret_hash="x",
        kind=AdmissionKind.MEMBER,
        uses_left=uses,
        expires_at=expires,
        created_at=NOW,
    )


@pytest.mark.parametrize(
    ("good", "given"),
    [
        (True, link()),
        (True, link(uses=1)),
        (False, link(uses=0)),
        (True, link(expires=at("2026-11-02 09:00:01"))),
        (False, link(expires=NOW)),
        (False, link(uses=5, expires=at("2026-11-01 09:00"))),
        (False, None),
    ],
    ids=["open", "one left", "used up", "nearly over", "over", "long over", "unknown"],
)
def test_a_link_works_until_it_is_used_up_or_over_g4(
    good: bool,  # noqa: FBT001 - a table's column
    given: Admission | None,
) -> None:
    """Unknown, used and expired links are alike to whoever tries them."""
    assert good is admission.is_good(given, NOW)


def test_only_the_hash_of_a_secret_is_kept() -> None:
    """SHA-256, so that the table lets nobody in (the digest of "abc" is FIPS 180-2's example)."""
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    assert digest == admission.digest("abc")
