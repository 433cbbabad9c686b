"""What the pages name exists, and what exists is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.urls import NoReverseMatch, get_resolver, resolve

from tests.docs.pages import PAGES, ROOT, Page, page

README, CONTRIBUTING, CHANGELOG = page("README.md"), page("CONTRIBUTING.md"), page("CHANGELOG.md")
MAKEFILE = (ROOT / "Makefile").read_text()
UNFINISHED = re.compile(
    r"\b(TODO|FIXME|TBD|XXX|coming soon|lorem|simply|obviously|seamless\w*|powerful|effortless\w*|blazing)\b",
    re.IGNORECASE,
)
FILE = re.compile(r"(?:[\w.-]+/)+[\w.*-]+\.(?:py|md|in|txt|yaml|html|css|js|pot|png)|[A-Z]+\.md|[\w-]+\.toml")
URL_NAME = re.compile(r"[a-z]+_(?:home|show|new|edit|list|delete|submit|discard|compare|choose|formula|start)")
MADE_BY_THE_READER = {"locale/de/LC_MESSAGES/django.po"}
each_page = pytest.mark.parametrize("doc", PAGES, ids=str)


def targets() -> dict[str, bool]:
    """Every target of the Makefile, and whether it says what it is for."""
    return {
        name: "##" in rest for name, rest in re.findall(r"^([a-z][a-z-]*):([^=\n]*)$", MAKEFILE, re.MULTILINE) if name
    }


def own_commands() -> set[str]:
    """The management commands of the project itself."""
    return {path.stem for path in ROOT.glob("*/management/commands/*.py") if path.stem != "__init__"}


def url_names() -> set[str]:
    """Every url name that can be reversed, with or without arguments."""
    return {name for name in get_resolver().reverse_dict if isinstance(name, str)}


def test_the_readme_is_short() -> None:
    assert len(README.text.splitlines()) < 100


@each_page
def test_make_targets_exist(doc: Page) -> None:
    named = re.findall(r"\bmake ((?:[A-Z]+=\S+ )*)([a-z-]+)", doc.code)
    assert {target for _, target in named} - targets().keys() == set()


def test_every_target_with_a_purpose_is_told_about() -> None:
    told = {target for doc in (README, CONTRIBUTING) for target in re.findall(r"\bmake ([a-z-]+)", doc.code)}
    assert {target for target, purpose in targets().items() if purpose} - told == set()


def test_the_targets_are_as_many_as_the_makefile_says() -> None:
    phony = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[0].split()
    assert targets().keys() == set(phony)


@each_page
def test_management_commands_exist(doc: Page) -> None:
    assert set(re.findall(r"manage\.py (\w+)", doc.code)) - get_commands().keys() == set()


def test_every_command_for_ladder_keepers_is_in_the_readme() -> None:
    keepers = {name for name in own_commands() if name.startswith("ladder_")}
    assert set(re.findall(r"manage\.py (ladder_\w+)", README.code)) == keepers


def test_every_command_is_run_by_make_or_told_about() -> None:
    words = "\n".join([MAKEFILE, *(doc.code for doc in PAGES)])
    assert {name for name in own_commands() if not re.search(rf"\b{name}\b", words)} == set()


@each_page
def test_url_names_exist(doc: Page) -> None:
    about = {name.partition("_")[0] for name in url_names()}
    named = {span for span in doc.spans if URL_NAME.fullmatch(span) and span.partition("_")[0] in about}
    assert named - url_names() == set()


@each_page
def test_addresses_lead_somewhere(doc: Page) -> None:
    for span in doc.spans:
        if re.fullmatch(r"/(?:[a-z]+/)+", span) and span != "/styleguide/":  # only there while debugging
            assert resolve(span).url_name in url_names()


def test_url_names_are_known_to_django() -> None:
    """The names above are found the way Django finds them."""
    assert {"home", "evidence_new", "gap_show"} <= url_names()
    with pytest.raises(NoReverseMatch):
        get_resolver().reverse("no_such_page")


@each_page
def test_files_exist(doc: Page) -> None:
    named = {
        name for span in doc.spans for name in FILE.findall(span) if "*" not in name and not span.startswith("/")
    }
    near = (ROOT / doc.name).parent
    missing = {
        name for name in named - MADE_BY_THE_READER if not (ROOT / name).exists() and not (near / name).exists()
    }
    assert missing == set()


@each_page
def test_links_and_pictures_lead_somewhere(doc: Page) -> None:
    for target in doc.links:
        path, _, anchor = target.partition("#")
        if path.startswith("https://"):
            continue
        found = (ROOT / doc.name).parent / path if path else ROOT / doc.name
        assert found.exists(), target
        if anchor:
            assert anchor in page(found.resolve().relative_to(ROOT).as_posix()).anchors, target


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = {README.name}, [README]
    while waiting:
        here = waiting.pop()
        for target in here.links:
            found = ((ROOT / here.name).parent / target.partition("#")[0]).resolve()
            name = found.relative_to(ROOT).as_posix() if found.is_relative_to(ROOT) else ""
            if name.endswith(".md") and name not in reached:
                reached.add(name)
                waiting.append(page(name))
    assert reached == {doc.name for doc in PAGES}


def test_pictures_are_pictures_and_not_large() -> None:
    pictures = {Path(ROOT / target) for target in README.links if target.endswith(".png")}
    assert len(pictures) >= 1
    for picture in pictures:
        data = picture.read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert len(data) < 500_000


@each_page
def test_nothing_is_left_unfinished_or_praised(doc: Page) -> None:
    assert UNFINISHED.findall(doc.text) == []
    assert re.findall(r"\w!(?:\s|$)", doc.prose) == []


def test_a_change_is_one_line() -> None:
    lines = CHANGELOG.text.splitlines()
    changes = [line for line in lines if line.startswith("- ")]
    assert [line for line in lines if line and line not in changes and not line.startswith("#")] == []
    assert [line for line in changes if not line.endswith(".") or len(line) > 120] == []
    assert re.fullmatch(r"## \d+\.\d+\.\d+ – (?:unreleased|\d{4}-\d\d-\d\d)", lines[2])


def test_the_newest_version_is_the_one_in_the_project_file() -> None:
    newest = re.findall(r"^## (\S+)", CHANGELOG.text, re.MULTILINE)[0]
    assert f'version = "{newest}"' in (ROOT / "pyproject.toml").read_text()


@pytest.mark.parametrize("name", ["run", "test", "check"])
def test_lock_files_name_hashes_and_no_server(name: str) -> None:
    lock = (ROOT / f"requirements/{name}.txt").read_text()
    assert "://" not in lock
    assert [
        line for line in lock.splitlines() if not re.match(r"\S+==\S+ |    --hash=sha256:[0-9a-f]{64}", line)
    ] == []


def test_every_package_that_is_wanted_argues_for_itself() -> None:
    wanted = {
        re.split(r"[~>=;\s]", line)[0] for line in (ROOT / "requirements/run.in").read_text().splitlines() if line
    }
    packages = page("docs/decisions.md").sections["Packages (2026-11-22)"]
    assert set(re.findall(r"\*\*([\w\[\]-]+)\*\*", packages)) == wanted


def test_the_licence_is_the_one_in_the_project_file() -> None:
    licence = (ROOT / "LICENSE").read_text()
    assert licence.split()[:2] == ["Apache", "License"]
    assert "Copyright 2026 The Careerpath contributors" in licence
    assert 'license = "Apache-2.0"' in (ROOT / "pyproject.toml").read_text()
