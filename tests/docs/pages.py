"""The Markdown pages of the project, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """One page: its path from the root, and its text."""

    name: str
    text: str

    def __str__(self) -> str:
        return self.name

    def blocks(self, language: str = "") -> list[str]:
        """The code blocks in one language; "" for those that name none."""
        return [code for named, code in FENCE.findall(self.text) if named == language]

    @property
    def prose(self) -> str:
        """The text without its code blocks."""
        return FENCE.sub("", self.text)

    @property
    def spans(self) -> list[str]:
        """What stands between backticks in a line."""
        return SPAN.findall(self.prose)

    @property
    def code(self) -> str:
        """Everything that is written as code, one piece a line."""
        return "\n".join([*self.spans, *(code for _, code in FENCE.findall(self.text))])

    @property
    def links(self) -> list[str]:
        """Where links and pictures lead."""
        return LINK.findall(self.prose)

    @property
    def sections(self) -> dict[str, str]:
        """Heading → the text below it, down to the next heading."""
        parts = HEADING.split(self.prose)
        return dict(zip(parts[2::3], parts[3::3], strict=True))

    @property
    def anchors(self) -> set[str]:
        """What a link can point to on the page."""
        return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in self.sections}


def rows(text: str) -> list[list[str]]:
    """The cells of the tables in a text, without heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    heads = {i for i, line in enumerate(lines) if set(line) <= set("|- ")}
    kept = [line for i, line in enumerate(lines) if i not in heads and i + 1 not in heads]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in kept]


@cache
def page(name: str) -> Page:
    """A page by its path from the root."""
    return Page(name, (ROOT / name).read_text())


PAGES = [
    page(path.relative_to(ROOT).as_posix()) for path in sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md")])
]
