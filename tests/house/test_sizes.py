"""Nothing grows without somebody noticing: fences around files, functions, views and templates."""

from __future__ import annotations

import inspect

from tests.authz.urls import patterns
from tests.house.source import APPS, ROOT, functions, lines, python_files, templates, where

FILE, FUNCTION, VIEW, TEMPLATE, PARTIAL = 300, 40, 20, 120, 40


def test_files() -> None:
    assert [f"{where(path)}: {lines(path)}" for path in python_files() if lines(path) > FILE] == []


def test_functions() -> None:
    long = [
        f"{where(path, node.lineno)} {node.name}: {size}"
        for path in python_files()
        for node in functions(path)
        if (size := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION
    ]
    assert long == []


def test_views() -> None:
    """The function behind each address, without its decorators."""
    long = []
    for pattern in patterns():
        view = inspect.unwrap(pattern.callback)
        if view.__module__.split(".")[0] in APPS:
            source = inspect.getsource(view)
            size = len(source[source.index("def ") :].splitlines())
            long += [f"{pattern.name}: {size}"] if size > VIEW else []
    assert long == []


def test_templates() -> None:
    fences = {path: PARTIAL if path.name.startswith("_") else TEMPLATE for path in templates()}
    assert [f"{where(path)}: {lines(path)}" for path, fence in fences.items() if lines(path) > fence] == []


def test_stylesheets_and_scripts() -> None:
    own = [path for kind in ("css", "js") for path in (ROOT / "static" / kind).rglob(f"*.{kind}")]
    assert [f"{where(path)}: {lines(path)}" for path in own if lines(path) > FILE] == []
    assert own
