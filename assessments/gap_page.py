"""The gap page in words: the headline, the marks of honesty, the sums under the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from assessments.cells import Rails, movers
from assessments.figures import table_foot, table_head, table_rows
from assessments.outlook import Outlook
from ladders.chart import Chart, Stage
from ladders.gaps import Gap
from ladders.needs import Miss, Points, Share
from ladders.pictures.radar import Axis, radar
from ladders.pictures.rail import rail_key
from ladders.pictures.readiness import scalebar
from ladders.pictures.spark import Trend, trend_lines
from ladders.readiness import Ground
from ladders.reading import Place
from ladders.rows import Row
from ladders.rule import rule
from ladders.rungs import level_title, top

Mark = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Act:
    """The one thing to do next."""

    title: str
    url: str


def gap_context(place: Place, target: Stage, outlook: Outlook) -> dict[str, Any]:
    """All that the template of one gap page shows, prepared."""
    chart, gap = place.chart, outlook.gap
    rails = Rails(chart, outlook)
    return {
        "outlook": outlook,
        "place": place,
        "target": target,
        "own_stage": place.stage is target,
        "headline": headline(outlook),
        "bar": scalebar(gap.met, gap.grow, gap.unknown),
        "said": said(chart, outlook),
        "primary": primary(gap),
        "marks": listed(marks(outlook)),
        "key": rail_key(
            welcome=any(row.welcome for row in gap.rows), ghosts=any(row.by_manager is not None for row in gap.rows)
        ),
        "groups": rails.groups(),
        "movers": movers(outlook),
        "head": table_head(outlook),
        "table": table_rows(outlook),
        "foot": table_foot(outlook),
        "elsewhere": elsewhere(way_to(place, target)),
        "strengths": items(strength(chart, row, target) for row in gap.strengths),
        "less": items(less(row, place) for row in gap.less),
        "radar": radar(axes(outlook), high=top(chart)),
        "trend": trend_lines(lines(outlook)) if outlook.trend.days else "",
    }


def headline(outlook: Outlook) -> SafeString:
    """ "14 of 20 expectations met", or points where the rule counts points."""
    gap, verdict = outlook.gap, outlook.verdict
    if isinstance(gap.needs, Points):
        text = _("<b>{have} of {need}</b> points")
        return format_html(text, have=verdict.have, need=verdict.need)
    if not gap.expected:
        return format_html("{}", _("Nothing is expected at this stage"))
    return format_html(_("<b>{met} of {all}</b> expectations met"), met=gap.met, all=gap.expected)


def said(chart: Chart, outlook: Outlook) -> SafeString:
    """The must-haves that are open, by name, and what the ladder's rule says about the stage."""
    parts = [format_html("{}", rule_said(outlook))] if rule_said(outlook) else []
    still = outlook.gap.musts.open
    if still:
        names = format_html_join(", ", '<a href="#{}">{}</a>', ((row.skill.slug, row.skill.title) for row in still))
        text = ngettext("One must-have is open: {names}.", "{n} must-haves are open: {names}.", len(still))
        parts.append(format_html(text, n=len(still), names=names))
    elif outlook.gap.musts.total:
        parts.append(format_html("{}", _("No must-have is open.")))
    return format_html_join(" ", "{}", ((part,) for part in parts))


def rule_said(outlook: Outlook) -> str:
    """Whether the stage is met, by the rule of the ladder."""
    verdict, needs = outlook.verdict, outlook.gap.needs
    if verdict.met is None:
        return _("What is not rated yet can decide whether the stage is met.")
    met = _("The stage is met") if verdict.met else _("The stage is not met yet")
    if isinstance(needs, Share):
        asks = _("it asks for %(percent)d %% of the expectations") % {"percent": needs.percent}
    elif isinstance(needs, Points):
        asks = _("it asks for %(points)d points") % {"points": needs.points}
    elif isinstance(needs, Miss):
        return f"{met}. {rule(needs)}"
    else:
        return "" if not verdict.met else f"{met}."
    return f"{met}: {asks}."


def primary(gap: Gap) -> Act | None:
    """The one button: evidence for the step that matters most, or rating what is unknown."""
    step = next_step(gap)
    if step:
        url = reverse("evidence_new") + f"?skill={step.skill.pid}"
        return Act(_("Note what shows %(skill)s") % {"skill": step.skill.title}, url)
    if gap.unknown:
        return Act(_("Rate what is unknown"), reverse("assessment_home"))
    return None


def next_step(gap: Gap) -> Row | None:
    """The step that matters most: an open must-have, then what would move the figure most."""
    return next((row for row in gap.moves if row.must), next(iter(gap.moves), None))


def marks(outlook: Outlook) -> Iterator[Mark]:
    """What is known and how well: must-haves, weighted share, coverage, basis, range, freshness."""
    gap = outlook.gap
    if gap.musts.total:
        yield _("Must-haves"), _("%(met)d of %(all)d met") % {"met": gap.musts.met, "all": gap.musts.total}
    if gap.expected:
        yield _("Weighted"), weighted(gap)
        text = _("%(rated)d of %(all)d rated") % {"rated": gap.coverage.rated, "all": gap.coverage.expected}
        yield _("Coverage"), text
    yield _("Basis"), basis(gap)
    if gap.range:
        mine, managers = gap.range.by_self, gap.range.by_manager
        text = _("%(managers)d met by your manager alone, %(mine)d by you alone")
        yield _("Range"), text % {"managers": managers.met, "mine": mine.met}
    yield _("Freshness"), freshness(gap)


def listed(found: Iterable[Mark]) -> SafeString:
    """The marks as terms and what is said of them."""
    return mark_safe("".join(f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>" for label, text in found))


def items(lines: Iterable[str]) -> SafeString:
    """Lines of text as list items."""
    return mark_safe("".join(f"<li>{escape(line)}</li>" for line in lines))


@dataclass(frozen=True, slots=True)
class Way:
    """What the links beside the gap depend on: ids and a title of the ladder, and the language."""

    ladder: str
    here: str
    there: str
    title: str
    language: str | None


@lru_cache(maxsize=1024)
def elsewhere(way: Way) -> SafeString:
    """Other views on the same stage, as list items; the same for everybody on this way."""
    links = [(reverse("gap_compare"), _("Compare up to three stages"))]
    if way.here:
        links.append((reverse("step_show", args=[way.ladder, way.here, way.there]), _("How the job changes")))
    read = _("Read about %(stage)s") % {"stage": way.title}
    links.append((reverse("stage_show", args=[way.ladder, way.there]), read))
    return format_html_join("", '<li><a href="{}">{}</a></li>', links)


def way_to(place: Place, target: Stage) -> Way:
    here = place.stage.pid if place.stage and place.stage is not target else ""
    return Way(place.chart.ladder, here, target.pid, target.title, get_language())


def weighted(gap: Gap) -> str:
    if gap.weighted is None:
        return _("no percentage: less than 60 % is rated")
    return _("%(percent)d %% of what is asked") % {"percent": gap.weighted}


@lru_cache(maxsize=512)
def long_day(day: date, _language: str | None) -> str:
    """A day in words, written once a language; few days occur."""
    return date_format(day, "j F Y")


def basis(gap: Gap) -> str:
    """Whose word the levels are, and from when."""
    grounds = gap.grounds
    if grounds.newest is None or grounds.oldest is None:
        return _("nothing rated")
    words = {
        Ground.AGREED: _("agreed"),
        Ground.SELF: _("your own rating only"),
        Ground.MANAGER: _("your manager's rating only"),
        Ground.MIXED: _("%(agreed)d agreed, %(mine)d your own, %(managers)d your manager's")
        % {"agreed": grounds.agreed, "mine": grounds.by_self, "managers": grounds.by_manager},
        Ground.NONE: _("nothing rated"),
    }
    newest, oldest = (long_day(day, get_language()) for day in (grounds.newest, grounds.oldest))
    span = newest if newest == oldest else _("%(oldest)s to %(newest)s") % {"oldest": oldest, "newest": newest}
    return f"{words[grounds.kind]}, {span}"


def freshness(gap: Gap) -> str:
    if gap.freshness.percent is None:
        return _("none: nothing is credited yet")
    text = _("evidence from the last 12 months behind %(fresh)d of %(met)d met, %(percent)d %% of the credit")
    return text % {"fresh": gap.freshness.met, "met": gap.met, "percent": gap.freshness.percent}


def strength(chart: Chart, row: Row, target: Stage) -> str:
    now = level_title(chart, row.now or 0, target.slug)
    if row.need is None:
        return _("%(skill)s: %(now)s, nothing is expected") % {"skill": row.skill.title, "now": now}
    need = level_title(chart, row.need, target.slug)
    return _("%(skill)s: %(now)s, %(need)s is expected") % {"skill": row.skill.title, "now": now, "need": need}


def less(row: Row, place: Place) -> str:
    """A skill that counts for less at the target than where the person is."""
    here = place.stage.title if place.stage else ""
    came, need = row.came or 0, row.need
    if need is None:
        return _("%(skill)s: not expected any more") % {"skill": row.skill.title}
    return _("%(skill)s: %(need)s, %(came)s as %(here)s") % {
        "skill": row.skill.title,
        "need": need,
        "came": came,
        "here": here,
    }


def axes(outlook: Outlook) -> list[Axis]:
    """One axis for each category: the mean level needed and, over the rated ones, the mean level now."""
    found: list[Axis] = []
    for section in outlook.sections:
        required = [row for row in section.rows if row.required and row.need is not None]
        rated = [row.now for row in required if row.now is not None]
        if required and section.category:
            need = sum(row.need or 0 for row in required) / len(required)
            found.append((section.category.title, need, sum(rated) / len(rated) if rated else None))
    return found


def lines(outlook: Outlook) -> list[Trend]:
    """The course over the last check-ins, one line for each category."""
    return [
        Trend(line.category.title if line.category else _("Other skills"), line.met, line.expected)
        for line in outlook.trend.lines
    ]
