"""An invented language is chosen in the chat, and everything else goes on when one is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.records.admission import AdmissionKind
from tests.town import Town
from tests.words.tongues import Shelf, sentence

FACTS = 'name = "kastanjska"\nmonths = {}\nweekdays = {}\n'.format(
    [f"månad{n}" for n in range(1, 13)], [f"dag{n}" for n in range(1, 8)]
)


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Our languages in a folder of the test's own."""
    return Shelf(tmp_path, monkeypatch)


def test_a_new_language_is_chosen_and_spoken(shelf: Shelf, town: Town) -> None:
    """Its name stands among the choices; what it lacks is said in Swedish."""
    shelf.adds("qaa", sentence("meeting", "Register", "Mi ven"), FACTS)
    karin, sara = town.organiser(), town.member("Sara Lind")
    sara.writes("/sprak")
    sara.taps("kastanjska")

    town.announces(karin)

    sara.sees("dag6 5 månad12 2026 kl. 10.00–14.00", "Mat: kaffe")
    sara.taps("Mi ven")
    sara.sees("Du är anmäld")


def test_who_joins_is_offered_every_language(shelf: Shelf, town: Town) -> None:
    """Three in a row at the most, so that their names can be read on a telephone."""
    for tag in ("qaa", "qab", "qac"):
        shelf.adds(tag, facts=f'name = "språket {tag}"\n')
    anna = town.stranger("Anna Åkerström")

    anna.starts(town.link(AdmissionKind.MEMBER))

    anna.sees_button("språket qac")
    assert all(len(row) <= 3 for row in anna.last.keyboard)


def test_a_language_that_is_taken_away_becomes_swedish(shelf: Shelf, town: Town) -> None:
    """Whoever had chosen it can still read and choose."""
    shelf.adds("qaa", sentence("meeting", "Register", "Mi ven"), FACTS)
    karin, sara = town.organiser(), town.member("Sara Lind")
    sara.writes("/sprak")
    sara.taps("kastanjska")
    shelf.takes_away("qaa")

    town.announces(karin)

    sara.sees("lördag 5 december 2026")
    sara.taps("Anmäl mig")
    sara.writes("/sprak")
    sara.sees_no_button("kastanjska")
