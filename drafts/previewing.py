"""A draft as people would read it once it is published, from a stage and with an aim of one's choice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.utils.safestring import SafeString, mark_safe

from drafts.desk import desk_kept
from drafts.differing import Difference, whole
from drafts.models import Draft
from ladders.changes.stage_view import for_stage
from ladders.changes_page import rows
from ladders.chart import Chart, Stage
from ladders.exchange import LadderFile
from ladders.filed import Identities, chart_of_file
from ladders.models import Ladder, Version
from ladders.pictures.career_map import Marks, career_map, map_key, map_rows
from ladders.questions import Form, questions
from ladders.rule import rule
from ladders.stage_page import around, tally, wordings
from ladders.step import step
from ladders.step_page import step_groups
from ladders.version_page import Own
from ladders.version_words import own_sentence
from ladders.views.places import Map, map_row

KEPT = 16


@lru_cache(maxsize=KEPT)
def chart_kept(draft: int, revision: int) -> Chart | None:
    """A revision of a draft as a chart; kept in the process, for it never changes."""
    desk = desk_kept(draft, revision)
    file = whole(desk)
    if file is None or file.is_library:
        return None
    return chart_of_file(file, identities(Draft.objects.select_related("ladder__library").get(pk=draft).ladder, file))


def identities(ladder: Ladder, file: LadderFile) -> Identities:
    """What a ladder's parts are known by in its published versions; three queries."""
    versions = Version.objects.published().filter(ladder=ladder).order_by("number")
    stages = versions.values_list("stage_rows__slug", "stage_rows__pid")
    ways = versions.values_list("wayin_rows__slug", "wayin_rows__pid")
    library = Version.objects.published().filter(ladder__slug=file.uses, library=True) if file.uses else versions
    skills = "skills__edition__skill__"
    known = (library | versions).values_list(f"{skills}slug", f"{skills}pk", f"{skills}pid")
    return Identities(
        ladder=ladder.pid,
        stages=dict(stages),
        ways=dict(ways),
        skills={slug: (pk, pid) for slug, pk, pid in known if slug},
    )


@dataclass(frozen=True, slots=True)
class Somebody:
    """Whose eyes to look with: a stage, and an aim or None."""

    stage: Stage
    aim: Stage | None

    @property
    def query(self) -> str:
        chosen = {"stage": self.stage.pid, **({"aim": self.aim.pid} if self.aim else {})}
        return f"?{urlencode(chosen)}"


def first_changed(found: Difference | None, chart: Chart) -> Stage:
    """The first stage for which the draft changes something; the first of all where it changes nothing."""
    if found:
        told = ((stage, for_stage(found.changes, found.old, found.new, stage.slug)) for stage in chart.stages)
        return next((stage for stage, one in told if one and one.status), chart.stages[0])
    return chart.stages[0]


def preview(found: Difference | None, chart: Chart, who: Somebody) -> dict[str, Any]:
    """Everything the page shows: the map, the stage in words, the step, the questions, and what is different."""
    aim = who.aim.slug if who.aim else None
    between = step(chart, who.stage.slug, aim) if aim else None
    return {
        "chart": chart,
        "who": who,
        "map": map_for(chart, who),
        "groups": wordings(chart, who.stage),
        "rule": rule(who.stage.needs or chart.needs),
        "tally": tally(chart, who.stage),
        "around": around(chart, who.stage),
        "step": between,
        "step_groups": step_groups(chart, between) if between else (),
        "questions": questions(chart, who.stage.slug, aim, Form.FULL),
        "notes": {"own": tuple(differs(found, who)), "language": chart.language} if found else None,
    }


def map_for(chart: Chart, who: Somebody) -> Map:
    """The map with the marks of somebody; a stage leads to the preview from there."""
    marks = Marks(who.stage.slug, who.aim.slug if who.aim else "")

    def link(stage: Stage) -> str:
        return Somebody(stage, who.aim if who.aim is not stage else None).query

    listed = map_rows(chart, marks)
    table = mark_safe("".join(map_row(chart, row, link(row.stage)) for row in listed))
    return Map(career_map(chart, marks, link), map_key(chart), listed, SafeString(table))


def differs(found: Difference, who: Somebody) -> Iterator[Own]:
    """What is different for somebody, at their stage and at their aim."""
    for stage, aimed in ((who.stage, False), *([(who.aim, True)] if who.aim else [])):
        told = for_stage(found.changes, found.old, found.new, stage.slug)
        if told:
            language = found.changes.language
            yield Own(
                said=own_sentence(told, aimed=aimed).html(language),
                more=rows(told.more, language),
                less=rows(told.less, language),
                reworded=rows(told.reworded, language),
                other=rows(told.other, language),
            )
