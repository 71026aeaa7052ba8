"""`samklang parse`: reads invitations from files and shows what the bot would make of them.

Knows files and the terminal; what the words mean is decided by the reader.
"""

import asyncio
import json
import sys
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Annotated, ClassVar
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.panel import Panel
from rich.progress import track
from rich.table import Table
from rich.text import Text

from bot.clock import SystemClock
from bot.invitation import as_json, extraction, file_words, reader, sheet_marks
from bot.invitation.extraction import Unreadable
from bot.invitation.invitation import Certainty, Invitation
from bot.records.meeting import Meeting
from bot.rules import drafting, reading
from bot.words.calendar import Words
from bot.words.texts import FIRST
from bot.words.views import parsing as views
from bot.words.views import questions, reviewing

STOCKHOLM = ZoneInfo("Europe/Stockholm")
STDIN = "-"
UNDERLINED = {
    Certainty.FOUND: "underline",
    Certainty.INFERRED: "underline",
    Certainty.DOUBT: "underline bold yellow",
}


def parse(
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE|-]...")] = None,
    today: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD")] = None,
    as_plain_json: Annotated[bool, typer.Option("--json")] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Read invitations and show what the bot finds; a file that cannot be read ends with 1."""
    words = Words(FIRST, STOCKHOLM)
    day = _day(words, today)
    names = files or [STDIN]
    texts = [(name, _text(name)) for name in _shown(names, words)]
    if as_plain_json:
        _print_json(texts, day)
    elif len(texts) == 1:
        _print_card(words, *texts[0], day)
    else:
        _print_table(words, texts, day)
    if any(isinstance(text, Unreadable) for _, text in texts):
        raise typer.Exit(1)


def _day(words: Words, given: str | None) -> date:
    if given is None:
        return SystemClock().now().astimezone(STOCKHOLM).date()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise typer.BadParameter(views.not_a_day(words, given)) from None


def _shown(names: list[str], words: Words) -> Iterator[str]:
    """Go through the files behind a progress bar when they are many."""
    if len(names) == 1:
        return iter(names)
    console = Console(stderr=True)
    return iter(track(names, views.working(words), console=console, transient=True))


def _text(name: str) -> str | Unreadable:
    if name == STDIN:
        return file_words.plain(sys.stdin.buffer.read())
    try:
        content = Path(name).read_bytes()
    except OSError:
        return Unreadable(extraction.Why.DAMAGED)
    if Path(name).suffix.lower() in {".txt", ""}:
        return file_words.plain(content)
    text = asyncio.run(extraction.text_of(name, content))
    return text if isinstance(text, Unreadable) else sheet_marks.of_open_sheet(text)


def _print_json(texts: list[tuple[str, str | Unreadable]], day: date) -> None:
    """Print one object for one text, else one line of JSON for each file."""
    for name, text in texts:
        plain = _as_json(text, day)
        if len(texts) > 1:
            plain = {"file": name, **plain}
        typer.echo(json.dumps(plain, ensure_ascii=False, indent=None if len(texts) > 1 else 1))


def _as_json(text: str | Unreadable, day: date) -> dict[str, as_json.Plain]:
    if isinstance(text, Unreadable):
        return {"unreadable": text.why.value}
    return as_json.plain(reader.read(text, day))


def _print_card(words: Words, name: str, text: str | Unreadable, day: date) -> None:
    """Show the review card as the chat does, and the text with the words used underlined."""
    console = Console(highlight=False)
    if isinstance(text, Unreadable):
        Console(stderr=True).print(views.unreadable(words, name))
        return
    read = reader.read(text, day)
    console.print(Panel(_card(words, read, text), expand=False))
    console.print(Panel(underlined(text, read), title=views.source(words), title_align="left"))


def _card(words: Words, read: Invitation, text: str) -> Text:
    now = SystemClock().now()
    meeting = Meeting(id=1, secret="", created_by=0, created_at=now)
    reading.fill(meeting, read, text)
    agenda = reading.points(read, meeting.id)
    return from_html(reviewing.review(words, meeting, agenda, drafting.left(meeting)).text)


def underlined(text: str, read: Invitation) -> Text:
    """Give the text with every word a finding stands on underlined, doubts in yellow."""
    marked = Text(text)
    for _, finding in read.findings:
        if finding.span and finding.certainty in UNDERLINED:
            marked.stylize(UNDERLINED[finding.certainty], *finding.span)
    return marked


class _Styled(HTMLParser):
    """Turns the few tags of a message into terminal styles."""

    STYLES: ClassVar = {"b": "bold", "i": "italic", "u": "underline", "s": "strike", "code": "cyan"}

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = Text()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a style."""
        del attrs
        self._open.append(self.STYLES.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        """End the latest style."""
        del tag
        if self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Add words in the styles that are open."""
        self.text.append(data, style=" ".join(filter(None, self._open)))


def from_html(message: str) -> Text:
    """Give a message as the terminal shows it."""
    parser = _Styled()
    parser.feed(message)
    parser.close()
    return parser.text


def _print_table(words: Words, texts: list[tuple[str, str | Unreadable]], day: date) -> None:
    table = Table(*views.columns(words))
    for name, text in texts:
        if isinstance(text, Unreadable):
            table.add_row(Path(name).name, views.unreadable(words, Path(name).name))
        else:
            table.add_row(Path(name).name, *_row(words, reader.read(text, day)))
    Console(highlight=False).print(table)


def _row(words: Words, read: Invitation) -> Iterator[str]:
    yield read.title.value or "–"
    yield words.full_day(read.day.value) if read.day.value else "–"
    yield words.span(read.start.value, read.end.value) if read.start.value else "–"
    yield read.place.value or "–"
    yield words.full_day(read.deadline.value) if read.deadline.value else "–"
    yield ", ".join(_label(words, name) for name, _ in read.doubts)


def _label(words: Words, field: str) -> str:
    """Name a field as the chat names it."""
    names = {"deadline": "closes_on", "contact_email": "contact", "contact_phone": "contact"}
    name = names.get(field, field)
    return questions.label(words, name) if name in drafting.BY_NAME else field
