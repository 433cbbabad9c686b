"""docs/settings.md against the code: the same variables, with the same defaults."""

from __future__ import annotations

import ast
import re

import pytest

from careerpath import environment
from tests.docs.pages import PAGES, ROOT, Page, page, rows

SETTINGS = page("docs/settings.md")
DEFAULT = {"text": "", "flag": "no", "words": ""}


def told() -> dict[str, str]:
    """Variable → default, as the page says."""
    return {cells[0].strip("`"): cells[1].strip("`–") for cells in rows(SETTINGS.text)}


def read_by_the_code() -> dict[str, str | None]:
    """Variable → default, as `careerpath.environment` is asked for it; None where the default is computed."""
    found: dict[str, str | None] = {}
    for name in ("careerpath/settings.py", "careerpath/environment.py"):
        for node in ast.walk(ast.parse((ROOT / name).read_text())):
            if (
                isinstance(node, ast.Call)
                and (kind := ast.unparse(node.func).removeprefix("environment.")) in DEFAULT
            ):
                variable, *more = [*node.args, *(word.value for word in node.keywords)]
                if isinstance(variable, ast.Constant) and isinstance(variable.value, str):
                    found[f"CAREERPATH_{variable.value}"] = default_of(kind, more)
    return found


def default_of(kind: str, given: list[ast.expr]) -> str | None:
    if not given:
        return DEFAULT[kind]
    value = given[0].value if isinstance(given[0], ast.Constant) else None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else None


def test_the_page_names_every_variable_and_no_other() -> None:
    assert told().keys() == {*read_by_the_code(), "DATABASE_URL"}


def test_the_defaults_are_those_of_the_code() -> None:
    computed = {"CAREERPATH_SECRET_KEY"}  # empty means: make one
    expected = {
        name: given for name, given in read_by_the_code().items() if given is not None and name not in computed
    }
    assert {name: told()[name] for name in expected} == expected


@pytest.mark.parametrize("doc", PAGES, ids=str)
def test_no_other_page_names_a_variable_that_is_not_there(doc: Page) -> None:
    assert set(re.findall(r"CAREERPATH_[A-Z_]*[A-Z]", doc.text)) - told().keys() == set()


def test_variables_are_read_in_one_place_only() -> None:
    """Other modules ask the settings, so that the page can be complete."""
    elsewhere = {
        path.relative_to(ROOT).as_posix()
        for room in ROOT.iterdir()
        if (room / "__init__.py").is_file() and room.name not in {"tests", "tools"}
        for path in room.rglob("*.py")
        if re.search(r"os\.(?:environ|getenv)", path.read_text())
    }
    assert elsewhere == {"careerpath/environment.py", "careerpath/settings.py", "careerpath/wsgi.py"}


@pytest.mark.parametrize(
    ("written", "meant"), [("yes", True), ("1", True), ("ON", True), ("no", False), ("off", False)]
)
def test_switches_read_as_the_page_says(monkeypatch: pytest.MonkeyPatch, written: str, meant: bool) -> None:
    monkeypatch.setenv("CAREERPATH_HTTPS", written)
    assert environment.flag("HTTPS", default=not meant) is meant


def test_any_other_word_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERPATH_HTTPS", "perhaps")
    with pytest.raises(ValueError, match="CAREERPATH_HTTPS: write yes or no, not 'perhaps'"):
        environment.flag("HTTPS")
