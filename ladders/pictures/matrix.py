"""The body of the table of what each stage expects: a row for every skill, a cell for every stage."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ladders.chart import Chart, Expectation, Skill
from ladders.pictures.cells import NOTHING, level_cell
from ladders.rows import is_must
from ladders.rungs import top

DIRECTION = 'dir="auto"'


def matrix(chart: Chart, skill_href: Callable[[Skill], str]) -> SafeString:
    """One `<tbody>` for each category. It says nothing about a person, so it is the same for everybody.

    The cell of a text ladder only says that the skill is described at the stage.
    """
    groups = chart.grouped()
    other = _("Other skills") if len(groups) > 1 else ""
    bodies = []
    for category, skills in groups:
        title = category.title if category else other
        wide = len(chart.stages) + 1
        head = f'<tr class="group"><th scope="rowgroup" colspan="{wide}" {DIRECTION}>{escape(title)}</th></tr>'
        rows = "".join(_row(chart, skill, skill_href(skill)) for skill in skills)
        bodies.append(f'<tbody lang="{chart.language}">{head if title else ""}{rows}</tbody>')
    return mark_safe("".join(bodies))


def _row(chart: Chart, skill: Skill, href: str) -> str:
    link = f'<th scope="row" {DIRECTION}><a href="{escape(href)}">{escape(skill.title)}</a></th>'
    high = top(chart)
    cells = (_cell(chart, skill, chart.expects.get(stage.slug, {}).get(skill.slug), high) for stage in chart.stages)
    return f"<tr>{link}{''.join(cells)}</tr>"


def _cell(chart: Chart, skill: Skill, expected: Expectation | None, high: int) -> str:
    if expected is None:
        return f"<td>{NOTHING}</td>"
    if chart.is_text:
        return f'<td><span aria-hidden="true">●</span><span class="vh">{escape(_("described"))}</span></td>'
    if is_must(skill, expected):
        return f'<td class="vital">{level_cell(expected, high)}<span class="vh">{escape(_("must-have"))}</span></td>'
    return f"<td>{level_cell(expected, high)}</td>"
