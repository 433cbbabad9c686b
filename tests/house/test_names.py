"""One name in five places: the url, its view, its template and its test are called the same."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any

from tests.authz.urls import patterns
from tests.house.source import APPS, ROOT, python_files, templates

View = Callable[..., Any]
REFUSED = re.compile(r"(^|/)(utils|common|services|mixins|helpers|misc)(\.py|/|$)")


def views() -> Iterator[tuple[str, str, View]]:
    """Our own addresses: name, app, the function behind it."""
    for pattern in patterns():
        view = inspect.unwrap(pattern.callback)
        app = view.__module__.split(".")[0]
        if app in APPS:
            yield pattern.name or "", app, view


def renders(view: View) -> bool:
    """Whether a view leads to a page of its own; one that only redirects or answers in a word does not."""
    return "render" in inspect.getsource(view) or "_page(" in inspect.getsource(view)


def test_views_are_called_like_their_urls() -> None:
    assert [f"{name}: {view.__name__}" for name, _app, view in views() if view.__name__ != name] == []


def test_templates_are_called_like_their_urls() -> None:
    missing = [
        f"templates/{app}/{name}.html"
        for name, app, view in views()
        if renders(view) and not (ROOT / "templates" / app / f"{name}.html").is_file()
    ]
    assert missing == []


def test_no_page_is_an_orphan() -> None:
    """A whole page (no partial) is named by the code that renders it, or by the pages that extend it."""
    code = "".join(path.read_text() for app in APPS for path in python_files(app))
    code += "".join(re.findall(r"{% extends .*", "".join(path.read_text() for path in templates())))
    pages = [path for app in APPS for path in (ROOT / "templates" / app).glob("*.html") if path.name[0] != "_"]
    pages = [page for page in pages if page.name not in {"field.html", "uni_form.html", "whole_uni_form.html"}]
    pages = [page for page in pages if page.name != "errors.html"]  # the form pack names its own parts
    assert [str(page.relative_to(ROOT)) for page in pages if f"{page.parent.name}/{page.name}" not in code] == []


def test_every_url_has_its_test() -> None:
    missing = [
        f"tests/{app}/test_{name}.py"
        for name, app, _view in views()
        if not (ROOT / "tests" / app / f"test_{name}.py").is_file()
    ]
    assert missing == []


def test_no_room_for_odds_and_ends() -> None:
    assert [str(path) for path in python_files() if REFUSED.search(str(path.relative_to(ROOT)))] == []


def test_tests_stand_where_the_code_stands() -> None:
    beside = {"authz", "docs", "house", "journeys", "tools"}
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders - beside <= set(APPS)


def test_every_folder_with_tests_is_a_package() -> None:
    """Or two files of one name would shut each other out."""
    folders = {path.parent for path in python_files("tests")}
    assert [str(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []
