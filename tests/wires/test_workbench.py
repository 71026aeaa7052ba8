"""Files are made when they leave, and the one who waits for one hears when it cannot be made."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.town import Town


def test_b6_a_file_that_cannot_be_made_is_told_at_once(tmp_path: Path) -> None:
    """What goes wrong where files are made holds nobody up, and the next attempt works."""
    with closing(Town(tmp_path)) as town:
        karin, sara = town.organiser(), town.member("Sara Lind")
        meeting = town.announces(karin)
        sara.taps("Anmäl mig")

        with pytest.MonkeyPatch.context() as machine:
            machine.setitem(sys.modules, "typst", None)
            town.presses(karin, f"lists:{meeting.id}:badges")
        karin.sees("Jag lyckades inte göra filen")
        town.presses(karin, f"lists:{meeting.id}:badges")

        assert karin.last.document is not None
        assert karin.last.document.content.startswith(b"%PDF")
