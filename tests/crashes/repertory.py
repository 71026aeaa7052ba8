"""Every scenario of the suite as a play; a new one is found without being named anywhere.

What a scenario asserts is left out (as `python -O` leaves it out), since a run in which the
process dies is judged by comparing how it ends. What its people do is played.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from inspect import isgenerator
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType, FunctionType
from typing import TypeAlias

from hypothesis import is_hypothesis_test

from tests.crashes.building import Builder

SCENARIOS = Path(__file__).parents[1] / "scenarios"
LEFT_OUT = {
    "test_languages.py": "changes which languages there are, for the whole process",
    "test_no_trace.py": "reads the files beside the database, which are elsewhere in a replay",
    "test_restoring.py": "puts an older database back, so that no ending is the same",
    "test_packaging.py": "reads in transactions of its own, and so dies where the bot would not",
    "test_authority.py": "tries what is never kept",
}
"""Scenarios that cannot be replayed, with the reason."""
_EXAMPLES = 6
"""So many of what Hypothesis thinks of; the first are too simple to die in."""
_PLAYED = 2
Given: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario with one set of its parameters, by the names that pytest has for them."""

    file: str
    name: str
    number: int

    def __str__(self) -> str:
        return f"{self.file.removesuffix('.py')}:{self.name}-{self.number}"

    def __call__(self, build: Builder) -> None:
        """Play it in a module read anew, so that nothing is remembered from the time before."""
        module = _module(self.file)
        wishes = _Wishes(module, build)
        story = module[self.name]
        assert isinstance(story, FunctionType)
        given = _sets(self.file, story)[self.number]
        with wishes.stack:
            story = _inner(story)
            story(**given, **wishes.of(story, given))


class _Wishes:
    """Fulfils what a scenario asks for by name, as pytest does, with towns that are built for us.

    What it may ask for are the fixtures of its own file and of conftest.py, and `tmp_path`.
    """

    def __init__(self, module: dict[str, object], build: Builder | None = None) -> None:
        """Look in this module first; let every `Town` be built by `build`."""
        self.stack = ExitStack()
        self._made: dict[str, object] = {}
        self._places = [module, _module("conftest.py")]
        for place in self._places:
            if build is not None and "Town" in place:
                place["Town"] = build

    def of(self, story: Callable[..., object], given: Given) -> dict[str, object]:
        """Give all that is asked for and not given; raises LookupError."""
        return {name: self._once(name) for name in _asked(story) if name not in given}

    def _once(self, name: str) -> object:
        """Give the same thing to all who ask for it, as to a person and her town."""
        if name not in self._made:
            self._made[name] = self._fulfil(name)
        return self._made[name]

    def lacks(self, story: Callable[..., object], given: Given) -> Iterator[str]:
        """Name what is asked for in vain."""
        for name in _asked(story):
            if name not in given and name != "tmp_path":
                found = self._found(name)
                yield from [name] if found is None else self.lacks(found, {})

    def _fulfil(self, name: str) -> object:
        if name == "tmp_path":
            return Path(self.stack.enter_context(TemporaryDirectory()))
        found = self._found(name)
        if found is None:
            raise LookupError(name)
        made = found(**self.of(found, {}))
        return self.stack.enter_context(_until_the_end(made)) if isgenerator(made) else made

    def _found(self, name: str) -> Callable[..., object] | None:
        for place in self._places:
            if type(made := place.get(name)).__name__ == "FixtureFunctionDefinition":
                found: Callable[..., object] = inspect.unwrap(made)  # type: ignore[arg-type]  # pytest's own wrapper
                return found
        return None


@contextmanager
def _until_the_end(fixture: Iterator[object]) -> Iterator[object]:
    """Give what a fixture gives, and let it go on when the story is over."""
    yield next(fixture)
    next(fixture, None)


def _asked(story: Callable[..., object]) -> list[str]:
    return list(inspect.signature(story).parameters)


def scenarios() -> list[Scenario]:
    """Find all scenarios, in the order of their files."""
    return [
        Scenario(file.name, name, number)
        for file in _files()
        for name, story in _stories(_module(file.name))
        for number in range(len(_sets(file.name, story)))
    ]


def beyond_us() -> list[str]:
    """Name the scenarios that wish for something we cannot give; each lacks its replay."""
    return [
        f"{file.name}:{name} wishes for {wish}"
        for file in _files()
        for module in [_module(file.name)]
        for name, story in _stories(module)
        for wish in _Wishes(module).lacks(_inner(story), _sets(file.name, story)[0])
    ]


def _files() -> list[Path]:
    return [file for file in sorted(SCENARIOS.glob("test_*.py")) if file.name not in LEFT_OUT]


def _stories(module: Given) -> Iterator[tuple[str, FunctionType]]:
    for name, story in module.items():
        if name.startswith("test_") and isinstance(story, FunctionType):
            yield name, story


def _module(file: str) -> dict[str, object]:
    name = f"tests.scenarios.{file.removesuffix('.py')}"
    # A dataclass looks for its module among those that are imported.
    importlib.import_module(name)
    module: dict[str, object] = {"__name__": name}
    exec(_code(file), module)  # noqa: S102  (our own scenarios)
    return module


@cache
def _code(file: str) -> CodeType:
    path = SCENARIOS / file
    return compile(path.read_text(encoding="utf-8"), str(path), "exec", optimize=1)


_thoughts: dict[tuple[str, str], list[Given]] = {}
"""What Hypothesis thought of; another time it may think of something else."""


def _sets(file: str, story: FunctionType) -> list[Given]:
    """Every set of parameters that a scenario is played with, as pytest multiplies them."""
    if is_hypothesis_test(story):
        key = file, story.__name__
        if key not in _thoughts:
            _thoughts[key] = _thought_of(story)
        return _thoughts[key]
    marks = [mark for mark in getattr(story, "pytestmark", ()) if mark.name == "parametrize"]
    return [
        {name: value for chosen in combination for name, value in chosen.items()}
        for combination in product(*(list(_rows(*mark.args[:2])) for mark in marks))
    ]


def _rows(names: str | Sequence[str], values: Iterable[object]) -> Iterator[Given]:
    words = [word.strip() for word in names.split(",")] if isinstance(names, str) else names
    for value in values:
        row = getattr(value, "values", None) if type(value).__name__ == "ParameterSet" else value
        if row is value and len(words) == 1:
            row = [value]
        assert isinstance(row, Sequence)
        yield dict(zip(words, row, strict=True))


def _inner(story: FunctionType) -> FunctionType:
    """What Hypothesis calls with what it thinks of; any other story is itself."""
    if not is_hypothesis_test(story):
        return story
    inner = story.hypothesis.inner_test  # type: ignore[attr-defined]  # Hypothesis's own seam
    assert isinstance(inner, FunctionType)
    return inner


def _thought_of(story: FunctionType) -> list[Given]:
    """Let Hypothesis think, and keep the last that it comes up with."""
    seam = story.hypothesis  # type: ignore[attr-defined]  # documented for those who run tests
    inner, found = seam.inner_test, list[Given]()
    wishes = inspect.signature(story).parameters
    asked = [name for name in inspect.signature(inner).parameters if name not in wishes]

    def note(**given: object) -> None:
        found.append({name: given[name] for name in asked})

    seam.inner_test = note
    story(**dict.fromkeys(wishes))
    seam.inner_test = inner
    return found[:_EXAMPLES][-_PLAYED:]
