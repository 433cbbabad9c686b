"""What the page of one stage shows: its expectations in words, how the job changes, and the stages around it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ladders.chart import Beyond, Category, Chart, Descriptor, Expectation, Skill, Stage, Step
from ladders.pictures.map_plan import leaves_from
from ladders.rows import is_must
from ladders.rungs import described, level_title, wording


@dataclass(frozen=True, slots=True)
class Wording:
    """An expectation of a stage: the skill, and what it looks like in words.

    `level` is the level as people say it, "4 Leading" or "(1) welcome"; empty on a text ladder. `more` are the words
    of the ladder for the skill, None where it has none; `general` is what the scale says then.
    """

    skill: Skill
    must: bool
    level: str
    more: Descriptor | None
    general: str


def wordings(chart: Chart, stage: Stage) -> list[tuple[Category | None, list[Wording]]]:
    """The expectations of a stage by category, in the ladder's order."""
    expects = chart.expects.get(stage.slug, {})
    skills = tuple(skill for skill in chart.skills if skill.slug in expects)
    return [
        (category, [wording_of(chart, stage, skill, expects[skill.slug]) for skill in group])
        for category, group in chart.grouped(skills)
    ]


def wording_of(chart: Chart, stage: Stage, skill: Skill, expected: Expectation) -> Wording:
    """One expectation of a stage in words."""
    found = described(chart, skill, expected.level, stage.slug)
    more = found if found and found.plain else None
    return Wording(
        skill=skill,
        must=is_must(skill, expected),
        level=level_said(chart, skill, expected, stage),
        more=more,
        general="" if more else wording(chart, skill, expected.level, stage.slug),
    )


def level_said(chart: Chart, skill: Skill, expected: Expectation, stage: Stage) -> str:
    """The level a stage expects, as people say it: "4 Leading", "(1) welcome". Empty on a text ladder."""
    if chart.is_text:
        return ""
    if not expected.required:
        return _("(%(level)d) welcome") % {"level": expected.level}
    own = skill.levels.get(expected.level)
    name = own.name if own and own.name else level_title(chart, expected.level, stage.slug)
    return f"{expected.level} {name}"


def tally(chart: Chart, stage: Stage) -> str:
    """How much a stage expects, in words; empty where it names nothing."""
    expects = chart.expects.get(stage.slug, {}).values()
    required = sum(expected.required for expected in expects)
    parts = []
    if required:
        parts.append(ngettext("%(n)d skill is required.", "%(n)d skills are required.", required) % {"n": required})
    if welcome := len(expects) - required:
        said = ngettext("%(n)d is welcome and blocks nothing.", "%(n)d are welcome and block nothing.", welcome)
        parts.append(said % {"n": welcome})
    return " ".join(parts)


def arrivals(chart: Chart, stage: Stage) -> list[Stage]:
    """The stages that lead on to this one."""
    return [other for other in chart.stages if stage.slug in other.next]


@dataclass(frozen=True, slots=True)
class Change:
    """How the job changes on the way from `start`; `words` is None where the ladder does not say."""

    start: Stage
    words: Step | None


def change_into(chart: Chart, stage: Stage, here: Stage | None) -> Change | None:
    """The step that leads to a stage: from `here`, where the person is, or else from a stage before.

    A step that the ladder puts into words goes first. None for a first stage, seen from nowhere or from itself.
    """
    starts = [here] if here and here.slug != stage.slug else []
    starts += arrivals(chart, stage)
    told = [start for start in starts if (start.slug, stage.slug) in chart.steps]
    start = next(iter(told or starts), None)
    return Change(start, chart.steps.get((start.slug, stage.slug))) if start else None


@dataclass(frozen=True, slots=True)
class Around:
    """The stages around one: those that lead to it, those it leads on to, sideways moves, places beyond."""

    before: tuple[Stage, ...]
    after: tuple[Stage, ...]
    moves: tuple[Stage, ...]
    beyond: tuple[Beyond, ...]


def around(chart: Chart, stage: Stage) -> Around:
    """What can come before a stage and after it; a move counts in both directions."""
    return Around(
        before=tuple(arrivals(chart, stage)),
        after=tuple(chart.stage[slug] for slug in stage.next),
        moves=tuple(one for one in chart.stages if one.slug in stage.moves or stage.slug in one.moves),
        beyond=tuple(place for place in chart.beyond if stage in leaves_from(chart, place)),
    )


def focus(chart: Chart, stage: Stage) -> list[tuple[str, str, list[Skill]]]:
    """The titles held at a stage: title, text, and the skills it leans on."""
    return [
        (role.title, role.text, [chart.skill[slug] for slug in role.focus if slug in chart.skill])
        for role in stage.roles
    ]
