"""Templates hold no logic of their own, nothing inline, and no word that cannot be translated."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.house.source import ROOT, templates, where

# Texts that are the same in every language.
NAMES = {"Careerpath"}
# Formulas and file names are not translated.
AS_THEY_ARE = {"code", "kbd", "pre", "script"}
SPOKEN = {"alt", "aria-label", "aria-description", "placeholder", "title", "label"}
# Safe HTML comes from functions that escape (pictures, prose); a template never says so itself.
SAFE = {
    "templates/careerpath/layout/help_and_errors.html": "help texts stand in the code; some are lists in HTML",
    "templates/demo/demo_start.html": "a comment of our own, at which the page is cut into the pieces it is sent in",
}


def bare(source: str) -> str:
    """A template without everything that is translated, computed or commented."""
    gone = (
        r"\{#.*?#\}",
        r"\{% *comment.*?endcomment *%\}",
        r"\{% *blocktranslate.*?endblocktranslate *%\}",
        r"\{%.*?%\}",
        r"\{\{.*?\}\}",
    )
    for pattern in gone:
        source = re.sub(pattern, "", source, flags=re.DOTALL)
    return source


class Words(HTMLParser):
    """Collects the words that stand in a page as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.found += [f"{name}={value}" for name, value in attrs if name in SPOKEN and has_letters(value or "")]

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if not AS_THEY_ARE & set(self.open) and has_letters(data):
            self.found.append(data.strip())


def has_letters(text: str) -> bool:
    for name in NAMES:
        text = text.replace(name, "")
    return any(letter.isalpha() for letter in text)


def shown_to_people(path: Path) -> bool:
    """The style guide is for people who work on the project, in English."""
    return "styleguide" not in str(path.relative_to(ROOT))


def ids(path: Path) -> str:
    return where(path)


@pytest.mark.parametrize("path", [path for path in templates() if shown_to_people(path)], ids=ids)
def test_every_word_can_be_translated(path: Path) -> None:
    words = Words()
    words.feed(bare(path.read_text()))
    assert words.found == []


@pytest.mark.parametrize("path", templates(), ids=ids)
def test_nothing_is_inline(path: Path) -> None:
    source = path.read_text()
    for pattern in (
        r"\sstyle=",
        r"<style\b",
        r"<script\b(?![^>]*\bsrc=)",
        r"\son[a-z]+=",
        r"javascript:",
        r"data:text",
    ):
        assert re.findall(pattern, source, re.IGNORECASE) == [], pattern


def test_nothing_else_is_declared_safe() -> None:
    declared = re.compile(r"\|\s*safe(?:seq)?\b|autoescape\s+off")
    assert {where(path) for path in templates() if declared.search(path.read_text())} == set(SAFE)


@pytest.mark.parametrize("path", templates(), ids=ids)
def test_rights_are_decided_elsewhere(path: Path) -> None:
    """A template shows what it is given; it does not ask who may."""
    found = re.findall(r"perms\.|\bis_superuser|\bis_staff|user\.holds|has_perm", path.read_text())
    assert found == []


@pytest.mark.parametrize("path", templates(), ids=ids)
def test_every_form_that_posts_has_its_token(path: Path) -> None:
    forms = re.findall(r"<form\b[^>]*method=\"post\".*?</form>", path.read_text(), re.DOTALL | re.IGNORECASE)
    assert [form[:60] for form in forms if "csrf_token" not in form and "{% crispy" not in form] == []


def test_there_is_something_to_read() -> None:
    assert len(templates()) > 60
    words = Words()
    words.feed(bare('<p title="{% translate "a" %}">Hello {{ name }} <code>o</code></p><img alt="a dog">'))
    assert words.found == ["Hello", "alt=a dog"]
