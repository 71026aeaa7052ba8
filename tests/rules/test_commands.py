"""People write commands in many ways."""

from __future__ import annotations

import pytest

from bot.rules import commands


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("ny", "Dialogmöte"), "/ny Dialogmöte"),
        (("ny", "rad två"), "/ny\nrad två"),
        (("moten", ""), "/Möten"),
        (("ny", "i kväll"), "/ny@samklang_bot i kväll"),
        ((None, "/ny@another_bot i kväll"), "/ny@another_bot i kväll"),
        ((None, "hej"), "hej"),
        ((None, "/"), "/"),
    ],
)
def test_a_command_is_heard_however_it_is_spelt(
    expected: tuple[str | None, str], text: str
) -> None:
    """Swedish letters, a bot's name and a line break are all understood."""
    assert expected == commands.read(text, "samklang_bot")
