"""The last day to ask for what must be booked is found apart from the last day to register."""

from __future__ import annotations

from datetime import date

import pytest

from bot.invitation.reader import read

INVITATION = """Dialogmöte om kulturen

När: lördag 5 december 2026 kl. 10.00–14.00
Plats: Gamla Teatern, Östersund
Anmälan: senast 27 november 2026.
"""


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        (date(2026, 11, 14), "Teckenspråkstolk beställs senast 14 november."),
        (date(2026, 11, 14), "Behöver du tolk? Säg till senast den 14 november."),
        (date(2026, 11, 14), "Tolk beställs senast tre veckor före mötet."),
        (date(2026, 12, 4), "Skrivtolk beställs senast dagen före."),
        (None, "Motioner lämnas senast den 14 november."),
        (None, "Tolkning finns."),
        (None, "Vi ses tre veckor före jul."),
    ],
)
def test_what_must_be_booked_has_a_day_of_its_own(expected: date | None, said: str) -> None:
    """A day, or counted from the meeting; the last day to register stays what it was."""
    found = read(INVITATION + said, date(2026, 11, 2))

    assert expected == found.needs_deadline.value
    assert date(2026, 11, 27) == found.deadline.value
