"""What a level number means on the way to a stage: its name and its words.

On a ladder with a scale a level is a step of the scale. On a text ladder there is no scale: level n is the stage
at depth n on the way to the stage in question, and level 0 lies before the first one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from ladders.chart import Chart, Descriptor, Expectation, Expects, Skill, Stage
from ladders.shape import depths, leads_back, reachable, way_to


def path_to(chart: Chart, stage: str) -> tuple[Stage, ...]:
    """The stages from the start of the ladder to `stage` (slug), both included, by the fewest steps."""
    return tuple(chart.stage[slug] for slug in way_to(chart.leads_on, stage))


def rungs(chart: Chart, target: str) -> dict[int, Stage]:
    """The stage at each depth on the way to `target` (slug) and beyond it, from depth 1.

    Up to the target every depth has a stage; beyond it, the first stage at that depth which can be reached.
    """
    back = leads_back(chart.leads_on)
    place = {target: chart.depth[target]}
    slug = target
    while chart.depth[slug] > 1:
        slug = next(before for before in back[slug] if chart.depth[before] == chart.depth[slug] - 1)
        place[slug] = chart.depth[slug]
    found = {depth: chart.stage[slug] for slug, depth in reversed(place.items())}
    for slug in sorted(reachable(chart.leads_on, target), key=chart.depth.__getitem__):
        found.setdefault(chart.depth[slug], chart.stage[slug])
    return found


def level_titles(chart: Chart, target: str) -> dict[int, str]:
    """What each level is called on the way to `target` (slug): names of the scale, or titles of stages."""
    if chart.scale:
        return {level.number: level.name for level in chart.scale}
    return {depth: stage.title for depth, stage in rungs(chart, target).items()}


def level_title(chart: Chart, number: int, target: str) -> str:
    """What level `number` is called on the way to `target` (slug).

    Empty where nothing names it, as level 0 of a text ladder or of a scale that starts at 1. A depth of a text
    ladder that lies on another way only is called after the first stage there.
    """
    title = level_titles(chart, target).get(number, "")
    if title or chart.scale:
        return title
    return next((stage.title for stage in chart.stages if chart.depth[stage.slug] == number), "")


def top(chart: Chart) -> int:
    """The highest level there is: of the scale, or the greatest depth of a text ladder; 0 on an empty one."""
    return max((level.number for level in chart.scale) if chart.scale else chart.depth.values(), default=0)


def middle(chart: Chart) -> int:
    """The middle of the levels, rounded up: 3 on a scale from 0 to 5."""
    return (top(chart) + 1) // 2


def worth(chart: Chart, level: int) -> int:
    """The points of a level; of the next one below where the scale leaves the level out; 0 if none has any."""
    return max(((step.number, step.points or 0) for step in chart.scale if step.number <= level), default=(0, 0))[1]


def described(chart: Chart, skill: Skill, level: int, stage: str) -> Descriptor | None:
    """How the ladder words `skill` at `level`, the level that `stage` (slug) expects; None where it says nothing.

    With a scale the level's own text, else the text for the stage; on a text ladder the text for the stage.
    """
    anchor = skill.levels.get(level) if chart.scale else None
    return anchor or skill.at.get(stage)


def wording(chart: Chart, skill: Skill, level: int, stage: str) -> str:
    """The words of `described` in one line, else what the scale says about the level; empty if nothing does."""
    found = described(chart, skill, level, stage)
    if found and found.plain:
        return found.plain
    return chart.level[level].text if level in chart.level else ""


def text_expects(stages: Iterable[Stage], skills: Iterable[Skill]) -> Mapping[str, Mapping[str, Expectation]]:
    """`Chart.expects` of a text ladder: a skill with a text at a stage is expected there, at the stage's depth."""
    deep = depths({stage.slug: stage.next for stage in stages})
    known = tuple(skills)
    return {
        slug: {skill.slug: Expectation(depth) for skill in known if slug in skill.at} for slug, depth in deep.items()
    }


def marked(
    expects: Expects, marks: Mapping[str, tuple[Collection[str], Mapping[str, int]]]
) -> dict[str, dict[str, Expectation]]:
    """The expectations of a text ladder with the must-haves and weights of each stage, by stage and skill."""
    return {
        slug: {
            skill: replace(expected, must=skill in musts, weight=weights.get(skill, 1))
            for skill, expected in expects.get(slug, {}).items()
        }
        for slug, (musts, weights) in marks.items()
    }
