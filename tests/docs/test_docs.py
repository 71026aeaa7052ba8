"""The documents say only what is so: links lead somewhere, commands and settings exist."""

from __future__ import annotations

import re
import shlex
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from typer.testing import CliRunner

from bot.__main__ import _app as samklang
from bot.config import Settings
from bot.words.catalogues import written
from handlers import routes

ROOT = Path(__file__).parents[2]
PAGES = tuple(sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]))
NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")
BOTFATHERS = ("newbot", "revoke", "setinline", "setinlinefeedback")
"""Commands to write to @BotFather, who makes bots."""
LARGEST_PICTURE = 200_000
MOST_PICTURES = 32


@pytest.fixture(params=PAGES, ids=NAMES)
def page(request: pytest.FixtureRequest) -> Path:
    """Give each page in turn."""
    return Path(request.param)


@cache
def text(page: Path) -> str:
    """Read a page."""
    return page.read_text("utf-8")


def prose(page: Path) -> str:
    """Read a page without its blocks of code."""
    return FENCE.sub("", text(page))


def blocks(page: Path, language: str) -> list[str]:
    """Give a page's blocks of code in a language."""
    return [body for kind, body in FENCE.findall(text(page)) if kind == language]


def anchor(heading: str) -> str:
    """Name a heading as its link does."""
    kept = [c for c in heading.lower() if c in " -_" or unicodedata.category(c)[0] in "LN"]
    return "".join(kept).strip().replace(" ", "-")


def anchors(page: Path) -> set[str]:
    """Name every heading of a page."""
    return {anchor(found) for found in re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)}


def links(page: Path) -> list[str]:
    """Give every address a page leads to."""
    return [first or second for first, second in LINK.findall(prose(page))]


def documented_commands(page: Path) -> list[list[str]]:
    """Give every call of samklang that a page shows, split as a shell would."""
    shown = [line for body in blocks(page, "sh") for line in body.splitlines()]
    shown += re.findall(r"^ExecStart=(.+)$", "\n".join(blocks(page, "ini")), re.MULTILINE)
    shown += re.findall(r"`([^`\n]+)`", prose(page))
    calls = [shlex.split(line) for line in shown if re.match(r"(\S*/)?samklang ", line)]
    return [call[1:] for call in calls]


@cache
def usage(command: str) -> str:
    """Ask a command what it can do; empty when there is none of that name."""
    asked = CliRunner().invoke(samklang, [command, "--help"], env={"COLUMNS": "200"})
    return asked.output if asked.exit_code == 0 else ""


def test_every_link_leads_somewhere(page: Path) -> None:
    """A file that is linked to exists, and so does the heading."""
    lost = []
    for link in links(page):
        file, _, heading = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        if link.startswith("https://"):
            continue
        if not target.exists() or (heading and heading not in anchors(target)):
            lost.append(link)

    assert lost == []


def test_the_readme_is_read_in_a_few_minutes() -> None:
    """It has fewer than 500 words."""
    assert len(text(ROOT / "README.md").split()) < 500


def test_every_command_exists(page: Path) -> None:
    """What the pages tell people to run can be run, with the options they name."""
    unknown = []
    for command, *rest in documented_commands(page):
        options = [word for word in rest if word.startswith("--")]
        if not all(option in usage(command) for option in options) or not usage(command):
            unknown.append([command, *rest])

    assert unknown == []


def test_every_target_exists(page: Path) -> None:
    """A make target that is named is in the Makefile."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = re.findall(r"^(?:sudo )?make (\w+)", "\n".join(blocks(page, "sh")), re.MULTILINE)
    named += re.findall(r"`(?:sudo )?make (\w+)`", prose(page))

    assert [] == [name for name in named if f"\n{name}:" not in makefile]


def test_every_chat_command_exists(page: Path) -> None:
    """A command to write in the chat is one the bot answers, or BotFather's own."""
    known = {**routes.ANYONE, **routes.KNOWN, **routes.MEMBERS, **dict.fromkeys(BOTFATHERS)}
    named = re.findall(r"`/(\w+)`", prose(page))

    assert [] == [name for name in named if name not in known]


def test_every_command_of_the_house_is_in_the_documents() -> None:
    """Whoever runs the bot finds every command somewhere."""
    told = {call[0] for page in PAGES for call in documented_commands(page)}
    offered = {file.stem.rstrip("_") for file in ROOT.glob("bot/commands/[a-z]*.py")}

    assert offered - told == set()


def test_every_setting_exists(page: Path) -> None:
    """Settings in the text, and whole examples, are such as the bot accepts."""
    for section, names in re.findall(r"^\| `\[(\w+)\] ([^|]+)\|", prose(page), re.MULTILINE):
        fields = Settings.model_fields[section].annotation.model_fields  # type: ignore[union-attr]
        known = {field.alias or name for name, field in fields.items()}
        assert set(re.findall(r"\w+", names.replace("`och`", "").replace(" och ", " "))) <= known
    for example in blocks(page, "toml"):
        Settings.model_validate(tomllib.loads(example))


def test_every_word_in_the_environment_is_a_setting(page: Path) -> None:
    """SAMKLANG_SECTION__NAME names a section and a name."""
    for section, name in re.findall(r"SAMKLANG_([A-Z]+)__([A-Z_]+)", text(page)):
        kept = getattr(Settings(), section.lower())
        assert hasattr(kept, name.lower())


def test_every_file_that_is_named_exists() -> None:
    """ARCHITECTURE.md names no file that has moved."""
    named = re.findall(r"`((?:[a-z_]+/)+[a-z_]*(?:\.\w+)?)`", prose(ROOT / "ARCHITECTURE.md"))
    places = ("", "bot", "handlers")

    assert named
    assert [] == [one for one in named if not any((ROOT / at / one).exists() for at in places)]


def test_every_room_is_on_the_map() -> None:
    """ARCHITECTURE.md names everything directly in bot/, and nothing that is not there."""
    tree = blocks(ROOT / "ARCHITECTURE.md", "text")[0]
    mapped = set(re.findall(r"^  (\w+(?:/|\.py))", tree, re.MULTILINE))
    mapped |= set(re.findall(r"config_\w+\.py", tree))
    there = {f"{one.name}/" for one in (ROOT / "bot").iterdir() if (one / "__init__.py").exists()}
    there |= {one.name for one in (ROOT / "bot").glob("*.py")} - {"__init__.py"}

    assert mapped == there


def test_pictures_are_few_small_and_shown() -> None:
    """A picture exists because a page shows it, and opens on a slow line."""
    pictures = {file.resolve(): file.stat().st_size for file in ROOT.glob("docs/bilder/*")}
    shown = {(page.parent / link).resolve() for page in PAGES for link in links(page)}

    assert [] == [file.name for file in pictures if file not in shown]
    assert len(pictures) <= MOST_PICTURES
    assert max(pictures.values()) <= LARGEST_PICTURE


def test_pictures_are_described(page: Path) -> None:
    """Whoever cannot see a picture can read what it shows."""
    assert [] == re.findall(r"!\[\]\(|<img (?![^>]*alt=\"[^\"]{10,}\")[^>]*>", text(page))


def test_pages_name_no_machine_of_ours(page: Path) -> None:
    """No page holds a path from a developer's machine or the host of a package index."""
    assert [] == re.findall(r"/(?:home|root|work|Users|tmp)/\S*|pypi\.\S+|index-url", text(page))


NOT_OURS = {"Innehåll", "Starta"}
"""Bold words that no button of ours says: a heading, and Telegram's own button."""


@cache
def labels() -> frozenset[str]:
    """Give all the bot says in Swedish, and without the number or name at either end."""
    with (ROOT / "locales/sv/LC_MESSAGES/bot.po").open("rb") as file:
        said = [form for one in read_po(file, locale="sv") if one.id for form in written(one)]
    ends = r"^\{\w+\} | \(?\{\w+\}\)?$"
    return frozenset(said) | {re.sub(ends, "", form) for form in said}


def test_buttons_in_the_handbook_have_their_labels() -> None:
    """What stands in bold is written on a button, unless it is the opening of a paragraph."""
    bold = set(re.findall(r"\*\*([^*]+)\*\*", prose(ROOT / "docs/handbok.md"))) - NOT_OURS
    tapped = {one.replace("(svenska)", "({language})") for one in bold if one[-1] not in ".:?!"}

    assert len(tapped) > 60
    assert [] == sorted(tapped - labels())


def test_the_handbook_tells_the_habits_as_they_are() -> None:
    """Days and hours in the handbook are those that hold when nobody has chosen others."""
    meeting, quiet, kept = Settings().meeting, Settings().quiet, Settings().retention
    told = {
        "inom en minut": meeting.undo_seconds == 60,
        "ett dygn på sig": meeting.offer_hours == 24,
        "De sista tre timmarna": meeting.no_promotion_hours == 3,
        "två dagar före sista anmälningsdagen, klockan 10": meeting.nudge_days == 2,
        "en vecka före mötet, klockan 10": meeting.agenda_days == 7,
        "dagen före mötet, klockan 17": meeting.reminder_hour == 17,
        "mellan klockan 20 och 8": (quiet.begins.hour, quiet.ends.hour) == (20, 8),
        "raderar dem sju dagar efter mötet": kept.needs_days == 7,
        "Efter ett år raderas anmälningarna": kept.registrations_days == 365,
    }
    handbook = text(ROOT / "docs/handbok.md")

    assert [] == [words for words in told if words not in handbook]
    assert [] == [words for words, holds in told.items() if not holds]
