"""Ladders for the tests of pages, and what a page says in words."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from ladders.chart import Chart
from ladders.importing import take_in
from ladders.published import chart_of
from tests.ladders.files import HEAD, ladder

NO_ID = "2" * 16


def load(text: str) -> Chart:
    """Publishes a ladder file and gives its chart."""
    return chart_of(take_in(ladder(text), by=None).version.pk)


def wide(size: int, name: str = "wide") -> Chart:
    """A ladder with `size` stages in a row and `size` skills, each expected everywhere."""
    stages = "".join(f"  - {{id: stage-{n}, title: Stage {n}}}\n" for n in range(size))
    skills = "".join(f"  - {{id: skill-{n}, title: Skill {n}, levels: {{1: Does {n}.}}}}\n" for n in range(size))
    row = ", ".join(f"stage-{n}: 1" for n in range(size))
    expects = "".join(f"  skill-{n}: {{{row}}}\n" for n in range(size))
    return load(
        f"format: ladder/1\nid: {name}\ntitle: {name.title()}\nscale: [{{level: 1, name: Able}}]\n"
        f"stages:\n{stages}skills:\n{skills}expects:\n{expects}"
    )


def said(html: str) -> str:
    """The words of some HTML in one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def page(response: Any) -> str:
    """The words of a page, without its head and its frame."""
    return said(main(response))


def main(response: Any) -> str:
    """The HTML of what is particular to a page."""
    html: str = response.content.decode()
    return html.split('id="main"')[1].split("</main>", maxsplit=1)[0]


def elements(response: Any, tag: str) -> list[str]:
    """The words of every element of one kind, in the order of the page."""
    return [said(found) for found in re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", main(response), re.DOTALL)]


def rows(response: Any, css: str) -> list[list[str]]:
    """The cells of the table with a class, row by row."""
    table = re.search(rf'<table class="[^"]*\b{css}\b.*?</table>', main(response), re.DOTALL)
    assert table
    lines = re.findall(r"<tr\b.*?</tr>", table[0], re.DOTALL)
    return [[said(cell) for cell in re.findall(r"<t[hd]\b.*?</t[hd]>", line, re.DOTALL)] for line in lines]


TEXTS = f"""{HEAD}stages: [{{id: one, title: One}}, {{id: two, title: Two}}]
skills:
  - id: users
    title: Users
    at: {{one: [Listens, Asks], two: {{text: Runs tests., examples: [A test with five people]}}}}
  - {{id: lead, title: Leading, at: {{two: Coaches.}}}}
"""
POINTS = f"""{HEAD}scale: [{{level: 1, name: Some, points: 1}}, {{level: 2, name: Much, points: 3}}]
stages: [{{id: one, title: One, needs: {{points: 0}}}}, {{id: two, title: Two, needs: {{points: 4}}}}]
skills: [{{id: a, title: Alpha, levels: {{1: Begins.}}}}, {{id: b, title: Beta, text: About beta.}}]
"""
