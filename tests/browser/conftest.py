"""A browser for the tests that need one, and a window that notices what goes wrong in it."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

import pytest

from tests.browser.hall import Hall
from tests.browser.hands import PATIENCE
from tests.browser.theatre import Theatre

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

    Window: TypeAlias = Callable[..., Page]

_HERE = Path(__file__).parent
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
_WIDE: ViewportSize = {"width": 1400, "height": 900}


def _missing() -> str:
    if importlib.util.find_spec("playwright") is None:
        return "playwright"
    return "" if shutil.which("chromium") else "chromium"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without a browser let one test stand for all of them, skipped with one clear line."""
    ours = [item for item in items if _HERE in item.path.parents]
    if not ours or not _missing() or os.environ.get("SAMKLANG_REQUIRE_BROWSER") == "1":
        return
    first, *rest = ours
    why = f"{len(ours)} browser tests left out: {_missing()} is not installed"
    first.add_marker(pytest.mark.skip(reason=why))
    items[:] = [item for item in items if item not in rest]
    config.hook.pytest_deselected(items=rest)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium once, for this folder: while its driver runs, no other loop may."""
    assert not _missing(), f"{_missing()} is not installed, and the browser tests are required"
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it may not be installed

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=_ARGUMENTS
        )
        yield opened
        opened.close()


@pytest.fixture
def hall() -> Iterator[Hall]:
    """Open a hall without people."""
    place = Hall()
    yield place
    place.close()


@pytest.fixture(scope="package")
def wide(browser: Browser) -> Iterator[BrowserContext]:
    """Open a wide screen for all tests that want nothing special; the page remembers nothing."""
    context = browser.new_context(viewport=_WIDE, locale="sv-SE")
    yield context
    context.close()


@pytest.fixture
def window(browser: Browser, wide: BrowserContext, hall: Hall) -> Iterator[Window]:
    """Open windows to the hall; at the end none may have complained or called the outer world."""
    trouble: list[str] = []
    pages = []

    def opened(**options: Any) -> Page:  # noqa: ANN401 - Playwright's own options
        context = browser.new_context(locale="sv-SE", **options) if options else wide
        page = context.new_page()
        pages.append(page)
        page.set_default_timeout(5000)
        _watch(page, trouble)
        page.goto(hall.url)
        page.locator(".chip").first.wait_for()
        return page

    yield opened
    for page in pages:
        page.close()
    assert trouble == []


@pytest.fixture
def demonstration(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """Give the demonstration's page in a wide window."""
    theatre = Theatre(tmp_path)
    page = browser.new_page(viewport={"width": 1700, "height": 1000}, locale="sv-SE")
    page.set_default_timeout(PATIENCE)
    page.goto(theatre.url)
    yield page
    page.close()
    theatre.close()


def _watch(page: Page, trouble: list[str]) -> None:
    page.on("console", lambda message: _hear(message.type, message.text, trouble))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("dialog", lambda dialog: trouble.append(f"dialog: {dialog.message}"))
    page.on("request", lambda request: _follow(request.url, trouble))


def _hear(kind: str, text: str, trouble: list[str]) -> None:
    if kind in {"error", "warning"}:
        trouble.append(text)


def _follow(url: str, trouble: list[str]) -> None:
    if urlsplit(url).hostname != "127.0.0.1":
        trouble.append(f"asked for {url}")
