"""Which databases the tests run on, and what is not demanded of a busy machine."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import WeakSet

import hypothesis
import pytest

from bot.stage import Stage
from bot.store.engine import Store
from tests import databases
from tests.databases import Open
from tests.postgres.server import Server

# How long an example may take says more of who else uses the machine than of us.
hypothesis.settings.register_profile("samklang", deadline=None)
hypothesis.settings.load_profile("samklang")
SELDOM = (50_000, 20, 20)
"""How much is made before somebody looks for garbage in it, young, older and old."""
SHARE = 13
"""Every so many-th story is played on PostgreSQL too; --postgres plays them all there."""
LONG = {"tests.scenarios.test_story"}
"""Stories that take so long that --postgres must ask for them."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person ask for more than the usual share."""
    parser.addoption("--postgres", action="store_true", help="play every story on PostgreSQL")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Choose the stories that are played on PostgreSQL: a fixed share, or all of them."""
    if not metafunc.module.__name__.startswith("tests.scenarios."):
        return
    is_all = metafunc.config.getoption("--postgres")
    is_chosen = sum(metafunc.function.__name__.encode()) % SHARE == 0
    if is_all or (is_chosen and metafunc.module.__name__ not in LONG):
        metafunc.fixturenames.insert(0, "stage_database")
        kinds = ["postgres"] if is_all else ["sqlite", "postgres"]
        metafunc.parametrize("stage_database", kinds, indirect=True)


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and never in what was imported: it lives as long as we do."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


_left_out = pytest.StashKey[int]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs PostgreSQL where there is none, to say so once and not for each."""
    left_out = [item for item in items if databases.may_be_missing() and _needs_postgres(item)]
    if left_out:
        config.stash[_left_out] = len(left_out)
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def _needs_postgres(item: pytest.Item) -> bool:
    asked = item.callspec.params.values() if hasattr(item, "callspec") else ()
    return "tests/postgres/" in item.nodeid or any(
        "postgres" in str(one).split("-") for one in asked
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line that PostgreSQL was not tried."""
    if count := terminalreporter.config.stash.get(_left_out, 0):
        terminalreporter.write_line(f"{count} SKIPPED: {databases.NONE}", yellow=True)


@pytest.fixture
def stage_database(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let stages open a database of this kind."""
    if request.param == "postgres":
        databases.the_server()
        played: WeakSet[Stage] = WeakSet()

        def database(stage: Stage) -> Store:
            if stage not in played:
                databases.wipe()
                databases.furnish()
                played.add(stage)
            return databases.shared_postgres()

        monkeypatch.setattr(Stage, "database", database)


@pytest.fixture(scope="session", autouse=True)
def _one_server() -> Iterator[None]:
    """Stop the server after the last test, if any test asked for it."""
    yield
    databases.stop()


@pytest.fixture
def server() -> Server:
    """Give the PostgreSQL server, where there is one."""
    return databases.the_server()


@pytest.fixture(params=["sqlite", "postgres"])
def opens(request: pytest.FixtureRequest) -> Open:
    """Give what opens a database of either kind without rows; the test runs once on each."""
    if request.param == "sqlite":
        return databases.migrated
    databases.the_server()
    databases.wipe()
    return databases.postgres
