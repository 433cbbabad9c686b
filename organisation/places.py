"""The fixed cuts: which groups there are, and in which of them somebody is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ladders.chart import Chart
from organisation.counting import Named


@dataclass(frozen=True, slots=True)
class Ladders:
    """The ladders in use, by primary key, in the order of their titles; each has one chart."""

    charts: Mapping[int, Chart]

    def title(self, ladder: int) -> str:
        """What a ladder is called; with its id if another one is called the same."""
        if ladder not in self.charts:
            return ""
        chart, titles = self.charts[ladder], Counter(chart.title for chart in self.charts.values())
        return chart.title if titles[chart.title] == 1 else f"{chart.title} ({chart.slug})"

    def phase(self, ladder: int, chart: Chart, stage: str) -> str:
        """The phase of a stage (id), or its track on a ladder without phases; "" for none."""
        if stage not in chart.stage:
            return ""
        titles = {part.slug: part.title for part in chart.phases or chart.tracks}
        found = chart.stage[stage]
        return self._named(ladder, titles.get(found.phase if chart.phases else found.track, ""))

    def _named(self, ladder: int, title: str) -> str:
        return f"{self.title(ladder)}: {title}" if title and len(self.charts) > 1 else title

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(self.title(ladder) for ladder in self.charts)

    @property
    def phases(self) -> tuple[str, ...]:
        """Of one ladder after the other, in the order of the ladder."""
        return tuple(
            dict.fromkeys(
                self._named(ladder, part.title)
                for ladder, chart in self.charts.items()
                for part in chart.phases or chart.tracks
            )
        )

    @property
    def skills(self) -> tuple[Named, ...]:
        """What some stage requires and people are asked about, each once, in the order of the ladders."""
        found: dict[str, Named] = {}
        for chart in self.charts.values():
            required = {slug for wanted in chart.expects.values() for slug, one in wanted.items() if one.required}
            for category, skills in chart.grouped():
                for skill in skills:
                    if skill.slug in required & chart.asked:
                        name = category.title if category else ""
                        found.setdefault(skill.pid, Named(skill.pid, skill.title, name))
        return tuple(found.values())


def answers(chart: Chart, stage: str, levels: Mapping[str, int | None]) -> dict[str, str]:
    """What an agreed result says about each skill (its key) that the stage (id) requires: `met`, `one` level below or
    `more`. `levels`: skill primary key as text → level; without one nothing is said.
    """
    found = {}
    for slug, wanted in chart.expects.get(stage, {}).items():
        level = levels.get(str(chart.skill[slug].pk))
        if wanted.required and slug in chart.asked and level is not None:
            below = wanted.level - level
            found[chart.skill[slug].pid] = "met" if below <= 0 else "one" if below == 1 else "more"
    return found


def heads(managers: Mapping[int, int]) -> dict[int, int]:
    """Person → the head of the team they are in. Heads are those right below the top who lead somebody; where there
    is only one of them, those below that one, and so on. Whoever is above all heads, or beside them, is in no team.

    `managers`: person → manager.
    """
    reports: defaultdict[int, list[int]] = defaultdict(list)
    for person, manager in managers.items():
        reports[manager].append(person)
    tops = [manager for manager in reports if manager not in managers]
    found = [one for top in tops for one in reports[top] if one in reports]
    while len(found) == 1 and any(one in reports for one in reports[found[0]]):
        found = [one for one in reports[found[0]] if one in reports]
    return {member: head for head in found for member in team(head, reports)}


def team(head: int, reports: Mapping[int, list[int]]) -> list[int]:
    """The head and everybody below; a line never closes to a circle."""
    members = [head]
    for member in members:
        members.extend(reports.get(member, ()))
    return members


def team_names(heads: Mapping[int, tuple[str, str]]) -> dict[int, str]:
    """What the teams are called, by their heads (person → name and job title): the title, and the name as well where
    two have the same title or one has none.
    """
    titles = Counter(title.strip() for _name, title in heads.values())
    return {
        head: title.strip() if title.strip() and titles[title.strip()] == 1 else _with_name(name, title.strip())
        for head, (name, title) in heads.items()
    }


def _with_name(name: str, title: str) -> str:
    return f"{title} ({name})" if title else name
