"""What the terminal shows, and what it keeps to itself."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys

import pytest

from bot.terminal import Screen, bar

TOKEN = "7123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
_PATIENCE = 10.0  # seconds


def test_a_terminal_without_blocks_gets_no_code() -> None:
    """An old terminal shows question marks for letters it lacks, and no scrambled code."""
    program = (
        "from bot.terminal import Screen\n"
        "Screen().say('Välkommen')\n"
        "Screen().show_code('https://t.me/x')\n"
    )
    ended = subprocess.run(
        [sys.executable, "-"],
        input=program.encode(),
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )

    assert ended.stdout == b"V?lkommen\n"


def test_the_token_is_not_shown_when_it_is_pasted() -> None:
    """What is typed at the hidden question does not appear on the screen."""
    program = (
        "from bot.terminal import Screen\n"
        "screen = Screen()\n"
        "token = screen.ask_secret('Token:')\n"
        "print(screen.is_attended, len(token), screen.ask('Namn?', 'Kultur'))\n"
    )
    ours, theirs = pty.openpty()
    asked = subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    try:
        os.close(theirs)
        # The last space comes when the terminal has stopped showing what is typed.
        screen = _read_until(ours, "Token: ")
        os.write(ours, f"{TOKEN}\n".encode())
        screen += _read_until(ours, "Namn?")
        os.write(ours, b"\n")
        screen += _read_until(ours, f"True {len(TOKEN)} Kultur")
    finally:
        os.close(ours)
        asked.kill()
        asked.wait()

    assert TOKEN not in screen


def _read_until(terminal: int, text: str) -> str:
    """Read the screen until a text stands there."""
    seen = ""
    while text not in seen:
        ready, _, _ = select.select([terminal], [], [], _PATIENCE)
        assert ready, f"waited for {text!r}, saw {seen!r}"
        seen += os.read(terminal, 1024).decode()
    return seen


def test_nobody_sits_at_a_pipe() -> None:
    """A test runner is no person."""
    assert not Screen().is_attended


def test_a_bar_stands_on_a_screen_and_never_in_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is printed for a programme holds only what the programme asked for."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    for is_shown in (True, False):
        with bar("Samlar", is_shown=is_shown) as step:
            step(1, 2)
        printed = capsys.readouterr()
        assert ("Samlar" in printed.err) is is_shown
        assert not printed.out
