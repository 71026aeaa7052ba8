"""The terminal as a place to talk: show a text, ask a question, show a code for the phone.

Knows the screen; never what is said on it.
"""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import segno
import typer
from rich.console import Console
from rich.progress import Progress

from bot.store.saving import Tell


class Terminal(Protocol):
    """Where a conversation with the person who runs the bot is held."""

    @property
    def is_attended(self) -> bool:
        """Whether somebody is there to answer."""
        ...

    def say(self, text: str) -> None:
        """Show a text."""
        ...

    def ask(self, question: str, standing: str = "") -> str:
        """Ask until there is an answer; just Enter means what stands."""
        ...

    def ask_secret(self, question: str) -> str:
        """Ask without showing the answer."""
        ...

    def show_code(self, link: str) -> None:
        """Show a link as a QR code, where the terminal can."""
        ...


class Screen:
    """The terminal that the command was started in."""

    @property
    def is_attended(self) -> bool:
        """Whether a person sits at both ends."""
        return sys.stdin.isatty() and sys.stdout.isatty()

    def say(self, text: str) -> None:
        """Show a text; letters that the terminal lacks become question marks."""
        coding = sys.stdout.encoding or "utf-8"
        typer.echo(text.encode(coding, "replace").decode(coding))

    def ask(self, question: str, standing: str = "") -> str:
        """Ask until there is an answer; just Enter means what stands."""
        return str(typer.prompt(question, default=standing or None, prompt_suffix=" "))

    def ask_secret(self, question: str) -> str:
        """Ask without showing the answer."""
        return str(typer.prompt(question, hide_input=True, prompt_suffix=" "))

    def show_code(self, link: str) -> None:
        """Show a link as a QR code, white on black whatever the terminal's own colours."""
        if not self._has_blocks():
            return
        drawn = io.StringIO()
        segno.make(link, error="l", micro=False).terminal(drawn, border=2, compact=True)
        for line in drawn.getvalue().splitlines():
            typer.secho(line, fg="bright_white", bg="black")

    def _has_blocks(self) -> bool:
        try:
            "█▀▄".encode(sys.stdout.encoding or "utf-8")
        except UnicodeEncodeError:
            return False
        return True


@contextmanager
def bar(label: str, *, is_shown: bool = True) -> Iterator[Tell]:
    """Show how far a long work has come while it lasts, beside what the command prints."""
    console = Console(stderr=True)
    with Progress(console=console, disable=not is_shown, transient=True) as progress:
        task = progress.add_task(label, total=None)
        yield lambda done, whole: progress.update(task, completed=done, total=whole)
