"""What the pages of the ways into a ladder show, and of the ways beyond it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ladders.chart import Beyond, Brought, Chart, Expectation, Lack, Skill, Stage, WayIn
from ladders.pictures.crosswalk import End, crosswalk
from ladders.pictures.map_plan import lanes, leaves_from
from ladders.pictures.rail import rail
from ladders.rungs import level_title, top
from ladders.stage_page import level_said


@dataclass(frozen=True, slots=True)
class Carried:
    """A skill that people bring along. `often` is the level they often start at, `asked` the one that the stage
    they enter at expects, both as people say them; empty where there is none. `rail` draws both.
    """

    skill: Skill
    text: str
    often: str
    asked: str
    rail: SafeString | None


@dataclass(frozen=True, slots=True)
class New:
    """What people have usually not done yet, with its skill, if it is about one, and what the stage expects of it."""

    skill: Skill | None
    text: str
    tries: tuple[str, ...]
    asked: str


@dataclass(frozen=True, slots=True)
class WayRow:
    """A way in as a row of the list, with the stages people enter at and the skills they bring and lack."""

    way: WayIn
    to: tuple[Stage, ...]
    brings: tuple[Skill, ...]
    lacks: tuple[Skill, ...]


@dataclass(frozen=True, slots=True)
class BeyondRow:
    """A place beyond the ladder: the stages people leave from, and the skills it leans on with the levels that
    these stages expect of them ("4", "4 to 5"; empty where they expect nothing).
    """

    place: Beyond
    start: tuple[Stage, ...]
    focus: tuple[tuple[Skill, str], ...]


def entries(chart: Chart, way: WayIn) -> tuple[Stage, ...]:
    """The stages that people usually enter at, in the order of the file."""
    return tuple(chart.stage[slug] for slug in way.to)


def carried(chart: Chart, way: WayIn, stage: Stage | None) -> tuple[Carried, ...]:
    """What people bring along, against what `stage` expects."""
    return tuple(_carried(chart, one, chart.skill[one.skill], stage) for one in way.brings)


def _carried(chart: Chart, one: Brought, skill: Skill, stage: Stage | None) -> Carried:
    wants = _wants(chart, skill, stage)
    drawn = None
    if one.level is not None and chart.scale:
        need, required = (wants.level, wants.required) if wants else (None, True)
        drawn = rail(need, one.level, high=top(chart), required=required)
    return Carried(skill, one.text, often(chart, skill, one.level), _asked(chart, skill, stage), drawn)


def often(chart: Chart, skill: Skill, level: int | None) -> str:
    """A level as people say it, "3 Owning"; empty without one."""
    if level is None:
        return ""
    own = skill.levels.get(level)
    name = own.name if own and own.name else level_title(chart, level, "")
    return f"{level} {name}".strip()


def _wants(chart: Chart, skill: Skill, stage: Stage | None) -> Expectation | None:
    return chart.expects.get(stage.slug, {}).get(skill.slug) if stage else None


def _asked(chart: Chart, skill: Skill, stage: Stage | None) -> str:
    wants = _wants(chart, skill, stage)
    return level_said(chart, skill, wants, stage) if wants and stage else ""


def new(chart: Chart, way: WayIn, stage: Stage | None) -> tuple[New, ...]:
    """What is usually missing, against what `stage` expects."""
    return tuple(_new(chart, lack, stage) for lack in way.lacks)


def _new(chart: Chart, lack: Lack, stage: Stage | None) -> New:
    skill = chart.skill.get(lack.skill)
    return New(skill, lack.text, lack.tries, _asked(chart, skill, stage) if skill else "")


def besides(chart: Chart, way: WayIn, stage: Stage | None) -> tuple[Skill, ...]:
    """What `stage` requires as well, of which the way says nothing."""
    told = {one.skill for one in way.brings} | {one.skill for one in way.lacks}
    wants = chart.expects.get(stage.slug, {}) if stage else {}
    return tuple(s for s in chart.skills if s.slug in wants and wants[s.slug].required and s.slug not in told)


def way_rows(chart: Chart) -> tuple[WayRow, ...]:
    """The ways into a ladder, in its order."""
    return tuple(
        WayRow(
            way=way,
            to=entries(chart, way),
            brings=tuple(chart.skill[one.skill] for one in way.brings),
            lacks=tuple(chart.skill[slug] for slug in dict.fromkeys(one.skill for one in way.lacks) if slug),
        )
        for way in chart.ways_in
    )


def ways_in_picture(chart: Chart) -> SafeString:
    """Lines from the jobs people come from to the stages they usually enter at."""
    used = {slug for way in chart.ways_in for slug in way.to}
    jobs = [
        End(way.slug, way.title, reverse("way_show", args=[chart.ladder, way.pid]), _leads(chart, way))
        for way in chart.ways_in
    ]
    pairs = ((way.slug, slug) for way in chart.ways_in for slug in way.to)
    return crosswalk(jobs, _stations(chart, used), pairs, out=False, label=_("Ways in"))


def _leads(chart: Chart, way: WayIn) -> str:
    titles = ", ".join(stage.title for stage in entries(chart, way))
    return _("%(job)s, often to %(stages)s") % {"job": way.title, "stages": titles} if titles else way.title


def _stations(chart: Chart, used: Iterable[str]) -> list[End]:
    """Stages (slugs) as stations, line by line; those that follow each other are joined."""
    there, found = set(used), []
    for lane in lanes(chart):
        before: Stage | None = None
        for stage in (one for one in lane.stages if one.slug in there):
            href = reverse("stage_show", args=[chart.ladder, stage.pid])
            joined = before is not None and stage.slug in before.next
            ahead = bool(stage.next) and not there.intersection(stage.next)
            found.append(End(stage.slug, stage.title, href, css=lane.css, joined=joined, ahead=ahead))
            before = stage
    return found


def beyond_rows(chart: Chart) -> tuple[BeyondRow, ...]:
    """The places beyond a ladder, in its order."""
    return tuple(_beyond(chart, place) for place in chart.beyond)


def _beyond(chart: Chart, place: Beyond) -> BeyondRow:
    start = leaves_from(chart, place)
    skills = [chart.skill[slug] for slug in place.focus if slug in chart.skill]
    return BeyondRow(place, start, tuple((skill, _range(chart, skill, start)) for skill in skills))


def _range(chart: Chart, skill: Skill, stages: tuple[Stage, ...]) -> str:
    found = [wants.level for stage in stages if (wants := _wants(chart, skill, stage)) and chart.scale]
    if not found:
        return ""
    low, high = min(found), max(found)
    return str(low) if low == high else _("%(low)d to %(high)d") % {"low": low, "high": high}


def beyond_picture(chart: Chart) -> SafeString:
    """Lines from the stages people leave from to the places beyond."""
    left = {place.slug: leaves_from(chart, place) for place in chart.beyond}
    places = [End(place.slug, place.title, f"#{place.slug}") for place in chart.beyond]
    pairs = ((slug, stage.slug) for slug, stages in left.items() for stage in stages)
    used = (stage.slug for stages in left.values() for stage in stages)
    return crosswalk(places, _stations(chart, used), pairs, out=True, label=_("Ways beyond"))
