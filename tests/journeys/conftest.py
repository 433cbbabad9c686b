"""A real browser against a running server. Any message on the console fails the test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from drafts.models import Draft
from drafts.opening import open_draft
from people.models import Person
from tests.factories import load_default_ladder
from tests.journeys.steps import keeper

# Playwright's own loop runs in this thread; Django would refuse to touch the database beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = os.environ.get("CAREERPATH_CHROMIUM") or "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]

Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/journeys/" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def contexts(chromium: Browser) -> Iterator[list[BrowserContext]]:
    """The contexts of one test, closed at its end, before the server stops."""
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        context.close()


@pytest.fixture
def open_page(live_server: Any, chromium: Browser, contexts: list[BrowserContext]) -> Iterator[Open]:
    """Opens a page in a browser of its own. `width`, `scripts`, `dark`; `expects` are console messages allowed."""
    said: list[str] = []
    allowed: list[str] = []

    def opened(*, width: int = 1280, scripts: bool = True, dark: bool = False, expects: tuple[str, ...] = ()) -> Page:
        allowed.extend(expects)
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 844},
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
        )
        contexts.append(context)
        context.on("console", lambda message: said.append(message.text))
        context.on("weberror", lambda error: said.append(str(error.error)))
        return context.new_page()

    yield opened
    assert [text for text in said if not any(part in text for part in allowed)] == []


@pytest.fixture
def ann(transactional_db: None) -> Person:
    """Somebody who keeps ladders."""
    return keeper("Ann Berg")


@pytest.fixture
def draft(ann: Person) -> Draft:
    """A draft of the default ladder, opened by Ann."""
    return open_draft(load_default_ladder().ladder, by=ann)
