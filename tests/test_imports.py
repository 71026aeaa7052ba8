"""Who may know whom: the table of ARCHITECTURE.md, and what is banned outside its own room."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TREES = {
    file.relative_to(ROOT).as_posix(): ast.parse(file.read_text("utf-8"))
    for folder in ("bot", "handlers")
    for file in ROOT.glob(f"{folder}/**/*.py")
}
# From the ground up. A room knows the rooms on the lines before its own, never one beside it.
RANKS = (
    {"clock", "secrecy", "token", "events", "languages"},
    {"records", "config", "invitation", "simulator"},
    {"rules"},
    {"exports"},
    {"words", "store"},
    {"house"},
    {"turn"},
    {"deeds"},
    {"handlers"},
    {"wires"},
    {"command line"},
)
AT_HOME = {
    "telegram": ("bot/wires/", "bot/simulator/contract.py", "bot/simulator/limits.py"),
    "aiogram": ("bot/simulator/contract.py",),
    "apscheduler": ("bot/wires/clockwork.py",),
    "httpx": ("bot/wires/", "bot/simulator/"),
    "starlette": ("bot/wires/", "bot/simulator/"),
    "pickle": (),
}
NOW = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}
NOW |= {"time.monotonic", "time.perf_counter"}


def room(path: str) -> str:
    """The room a file or module of ours is in; the files beside the rooms are the command line."""
    first, _, rest = path.removesuffix(".py").replace("/", ".").partition(".")
    inner = rest.partition(".")[0].removesuffix("_values").removesuffix("_problem")
    if first != "bot":
        return first
    return inner if any(inner in rooms for rooms in RANKS) else "command line"


def rank(of: str) -> int:
    """How high up a room is."""
    return next(rank for rank, rooms in enumerate(RANKS) if of in rooms)


def imported(tree: ast.Module) -> set[str]:
    """Every module imported, wherever in the file."""
    plain = [n.names for n in ast.walk(tree) if isinstance(n, ast.Import)]
    inner = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    return {alias.name for names in plain for alias in names} | {
        f"{node.module}.{alias.name}" for node in inner for alias in node.names
    }


def spoken(tree: ast.Module) -> set[str]:
    """Every name and dotted name spoken of."""
    names = (n for n in ast.walk(tree) if isinstance(n, ast.Name | ast.Attribute))
    return {ast.unparse(name) for name in names}


def test_imports_run_downwards() -> None:
    """A room knows only rooms below it, and a handler no other handler."""
    upwards = [
        f"{file} imports {module}"
        for file, tree in TREES.items()
        for module in imported(tree)
        if module.startswith(("bot.", "handlers."))
        and rank(room(module)) >= rank(room(file))
        and (room(module) != room(file) or (room(file) == "handlers" and "routes" not in file))
    ]

    assert upwards == []


@pytest.mark.parametrize("library", AT_HOME)
def test_a_library_is_known_in_its_own_room_only(library: str) -> None:
    """Telegram is at the rim, and so is everything else from outside."""
    knowing = [
        f for f, tree in TREES.items() if library in {m.split(".")[0] for m in imported(tree)}
    ]

    assert [] == [file for file in knowing if not file.startswith(AT_HOME[library])]


def test_there_is_one_clock_and_one_way_to_write() -> None:
    """Everyone else is handed an hour and a session."""
    words = {file: spoken(tree) for file, tree in TREES.items()}

    assert [file for file in words if words[file] & NOW] == ["bot/clock.py"]
    assert [f for f in words if any(word.endswith(".commit") for word in words[f])] == [
        "bot/store/engine.py"
    ]


def test_rules_are_values_in_and_values_out() -> None:
    """A rule knows no session, waits for nothing and speaks no language."""
    rules = {file: tree for file, tree in TREES.items() if room(file) == "rules"}
    waiting = (ast.Await, ast.AsyncFunctionDef)
    outside = {"sqlalchemy", "asyncio", "babel", "gettext", "time", "logging"}

    assert [] == [f for f, tree in rules.items() if "Session" in spoken(tree)]
    assert [] == [f for f, tree in rules.items() if outside & imported(tree)]
    assert [] == [f for f in rules if any(isinstance(n, waiting) for n in ast.walk(rules[f]))]
