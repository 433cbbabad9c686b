"""What repeats on a page for every skill, prepared as HTML: in a template it would cost more than all the rest."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from assessments.figures import number
from assessments.outlook import Outlook
from assessments.sheet import Sheet
from ladders.chart import Chart
from ladders.compare import Cell, Compared, Comparison
from ladders.gaps import Section
from ladders.pictures.rail import rail, rail_axis
from ladders.pictures.spark import quarters_small
from ladders.questions import Question
from ladders.rows import Row, State
from ladders.rungs import level_title, level_titles, top
from ladders.standing import Basis

MOVERS = 4


def skill_pattern(chart: Chart) -> str:
    """The address of a skill with braces for its id: the skills of a ladder differ in nothing else."""
    if not chart.skills:
        return ""
    first = chart.skills[0].pid
    return reverse("skill_show", args=[chart.ladder, first]).replace(first, "{}")


@cache
def rail_words(_language: str | None) -> dict[str, str]:
    """The words of a rail in the language of the request, looked up once."""
    return {
        "needs": _("needs %(need)s, <b>now %(now)s</b>"),
        "blank": _("needs %(need)s, <b>not rated</b>"),
        "welcome": escape(_("welcome %(need)s, now %(now)s")),
        "welcome_blank": escape(_("welcome %(need)s, not rated")),
        "not_yet": _("not yet"),
        "level": _("Level %(level)s"),
        "add": escape(_("Add evidence")),
        "count": escape(_("%(met)d of %(all)d")),
        "must": f' <span class="must">{escape(_("must-have"))}</span>',
    }


class Rails:
    """Builds the rails of one gap page; holds what they share."""

    def __init__(self, chart: Chart, outlook: Outlook) -> None:
        self.chart, self.outlook = chart, outlook
        self.titles = level_titles(chart, outlook.gap.stage.slug)
        self.high = top(chart)
        self.labels = outlook.quarters.labels
        self.evidence_url, self.assess_url = escape(reverse("evidence_new")), escape(reverse("assessment_home"))
        self.skill_url = escape(skill_pattern(chart))
        # The numbers over the rails; a text ladder has stages instead, which the rows name.
        self.axis = rail_axis([level.number for level in chart.scale])
        self.words = rail_words(get_language())

    def groups(self) -> SafeString:
        """The categories in reading order, without skills that the stage expects nothing of."""
        return mark_safe("".join(self.group(section) for section in self.outlook.sections))

    def group(self, section: Section) -> str:
        """One category: its title, how many of its expectations are met, and its rails."""
        rows = "".join(self.row(row) for row in section.rows if row.need is not None)
        if not rows:
            return ""
        title = escape(section.category.title if section.category else _("Other skills"))
        count = self.words["count"] % {"met": section.met, "all": section.expected}
        return (
            f'<section><header class="rail-head"><h3>{title} <small class="soft">{count}</small></h3>'
            f"{self.axis}</header><ul>{rows}</ul></section>"
        )

    def row(self, row: Row) -> str:
        picture = rail(
            row.need,
            row.now,
            high=self.high,
            required=row.required,
            ghost_self=row.by_self if row.basis is Basis.AGREED and row.by_self != row.now else None,
            ghost_manager=row.by_manager if row.basis is Basis.AGREED and row.by_manager != row.now else None,
        )
        return (
            f'<li class="rail-row" id="{escape(row.skill.slug)}">'
            f'<h4><a href="{self.skill_url.format(row.skill.pid)}">{escape(row.skill.title)}</a>'
            f"{self.words['must'] if row.must else ''}</h4>"
            f'{picture}<p class="says">{self.says(row)}</p>{self.next(row)}</li>'
        )

    def says(self, row: Row) -> str:
        """ "needs 4, now 3" in the words of the scale, or in the names of stages on a text ladder."""
        said = (
            ("needs" if row.required else "welcome")
            if row.now is not None
            else ("blank" if row.required else "welcome_blank")
        )
        return self.words[said] % {"need": self.level(row.need), "now": self.level(row.now)}

    def level(self, number: int | None) -> str:
        if number is None or self.chart.scale:
            return str(number)
        title = self.titles.get(number) or level_title(self.chart, number, self.outlook.gap.stage.slug)
        return escape(title or self.words["not_yet"])

    def next(self, row: Row) -> str:
        """Under a skill that is to grow: what the next level looks like, and what shows the skill so far."""
        if row.state is State.UNKNOWN:
            said = _("Not rated yet. It counts as unknown, not as a gap.")
            link = f'<a href="{self.assess_url}">{escape(_("Rate it"))}</a>'
            return f'<div class="next"><p>{escape(said)}</p>{link}</div>'
        if row.state is not State.GROW or row.ahead is None:
            return ""
        name = self.words["level"] % {"level": row.ahead.level} if self.chart.scale else row.ahead.name
        count = sum(row.evidence)
        counted = ngettext("%(n)d in 12 months", "%(n)d in 12 months", count) % {"n": count}
        url = f"{self.evidence_url}?skill={row.skill.pid}"
        return (
            f'<div class="next"><p>{escape(name)}: {escape(row.ahead.text)}</p>'
            f"<span>{quarters_small(row.evidence, self.labels)} {escape(counted)}</span>"
            f'<a href="{url}">{self.words["add"]}</a></div>'
        )


def movers(outlook: Outlook) -> SafeString:
    """What one step more would add, the most first, as list items."""
    step, must = escape(_("one step")), escape(_("must-have"))
    items = [
        f'<li><a href="#{escape(row.skill.slug)}">{escape(row.skill.title)}</a>, {step}'
        + (f": +{row.lift_percent} %" if row.lift_percent is not None else "")
        + (f" · {must}</li>" if row.must else "</li>")
        for row in outlook.gap.moves[:MOVERS]
    ]
    unknown = outlook.gap.unknown
    if items and unknown:
        text = ngettext("Rating the skill that is unknown", "Rating the %(n)d skills that are unknown", unknown)
        items.append(f"<li>{escape(text % {'n': unknown})}</li>")
    return mark_safe("".join(items))


def progress_rail(sheet: Sheet, current: Question) -> SafeString:
    """The list of skills beside the question: which are rated, and which one is asked now."""
    return mark_safe("".join(_progress(sheet, current)))


def _progress(sheet: Sheet, current: Question) -> Iterator[str]:
    pid, rated = sheet.assessment.pid, escape(_(", rated"))
    url = escape(reverse("rating_edit", args=[pid, current.skill.pid]).replace(current.skill.pid, "{}"))
    for category, skills in sheet.groups():
        yield f"<h2>{escape(category.title)}</h2>" if category else ""
        for skill, done in skills:
            here = ' aria-current="step"' if skill.pk == current.skill.pk else ""
            css, said = (' class="done"', f'<span class="vh">{rated}</span>') if done else ("", "")
            yield f'<a href="{url.format(skill.pid)}"{css}{here}><i></i><span>{escape(skill.title)}{said}</span></a>'


def compared(chart: Chart, comparison: Comparison) -> SafeString:
    """The body of the table that sets stages side by side: each skill, the level now, what each stage needs."""
    url = skill_pattern(chart)
    return mark_safe("".join(compared_row(row, url.format(row.skill.pid)) for row in comparison.rows))


def compared_row(row: Compared, url: str) -> str:
    cells = "".join(compared_cell(cell) for cell in row.cells)
    head = f'<th scope="row"><a href="{escape(url)}">{escape(row.skill.title)}</a></th>'
    return f"<tr>{head}<td>{number(row.now)}</td>{cells}</tr>"


def compared_cell(cell: Cell | None) -> str:
    """What a stage needs, and in words how the level now stands against it."""
    if cell is None:
        return "<td>–</td>"
    words = {
        State.MET: ("met", _("met")),
        State.BEYOND: ("beyond", _("beyond")),
        State.GROW: ("grow", _("to grow")),
        State.UNKNOWN: ("unknown", _("not rated")),
    }
    need = str(cell.need) if cell.required else f"({cell.need})"
    css, said = words.get(cell.state, ("", _("welcome")))
    must = f' <span class="must">{escape(_("must-have"))}</span>' if cell.must else ""
    return f'<td>{need} <span class="badge {css}">{escape(said)}</span>{must}</td>'
