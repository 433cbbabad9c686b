"""What the pages of versions show: the difference, what it means for the reader, the ladder as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString

from ladders.changes import Changes, Tally, Where, tally
from ladders.changes.stage_view import for_stage
from ladders.changes_page import Part, Row, parts, rows
from ladders.chart import Chart, Skill, Stage
from ladders.ladder_page import MOST_CELLS
from ladders.models import Version
from ladders.pictures.matrix import matrix
from ladders.reading import Place
from ladders.releases import Release, difference, whole_file
from ladders.rule import rule
from ladders.skill_page import SkillLevel, skill_levels, stage_texts
from ladders.version_words import own_sentence


@dataclass(frozen=True, slots=True)
class Own:
    """What a version means at a stage of the reader: a sentence, and the rows that ask more, less, that read anew, or
    that change something else.
    """

    said: SafeString
    more: tuple[Row, ...]
    less: tuple[Row, ...]
    reworded: tuple[Row, ...]
    other: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """What changed since an earlier version, and what of it concerns the reader."""

    tally: Tally
    language: str
    parts: tuple[Part, ...]
    own: tuple[Own, ...]


def notes(release: Release, base: Release, place: Place | None) -> Notes:
    """The release notes of a version against an earlier one; `place` is the reader's on this ladder, if any."""
    found = difference(base.version, release.version)
    return Notes(
        tally=tally(found),
        language=found.language,
        parts=parts(found, link_to(release.version)),
        own=tuple(own(found, base.version, release.version, place)) if place else (),
    )


def link_to(version: Version) -> Callable[[Where], str | None]:
    """Leads from a stage or a skill to its words in a version."""
    file = whole_file(version.pid)
    there = {("stages", stage.id) for stage in file.stages} | {("skills", skill.id) for skill in file.skills}
    page = reverse("version_read", args=[version.ladder.pid, version.pid])
    return lambda where: f"{page}#{'-'.join(where)}" if where in there else None


def own(found: Changes, base: Version, now: Version, place: Place) -> Iterator[Own]:
    """For the stage where the reader is, then for the one they aim for."""
    before, after = whole_file(base.pid), whole_file(now.pid)
    for slug, stage, aimed in ((place.path.stage, place.stage, False), (place.path.aim, place.aim, True)):
        told = for_stage(found, before, after, slug)
        if told:
            yield Own(
                said=own_sentence(told, stage.title if stage else "", aimed=aimed).html(found.language),
                more=rows(told.more, found.language),
                less=rows(told.less, found.language),
                reworded=rows(told.reworded, found.language),
                other=rows(told.other, found.language),
            )


@dataclass(frozen=True, slots=True)
class SkillRead:
    """A skill with its words at every level (on a ladder of texts, every stage), and those for single stages."""

    skill: Skill
    levels: tuple[SkillLevel, ...]
    texts: tuple[SkillLevel, ...]


def stages_read(chart: Chart) -> tuple[tuple[Stage, str], ...]:
    """The stages, each with the rule by which it is met."""
    return tuple((stage, rule(stage.needs or chart.needs)) for stage in chart.stages)


def skills_read(chart: Chart) -> tuple[SkillRead, ...]:
    """The skills in the order of the ladder's table."""
    return tuple(
        SkillRead(skill, skill_levels(chart, skill), stage_texts(chart, skill))
        for _, group in chart.grouped()
        for skill in group
    )


def table_read(chart: Chart) -> SafeString | None:
    """The body of the table of expectations, leading to the words further down the page.

    None where no stage names an expectation, or where the table would be beyond reading.
    """
    if not any(chart.expects.values()) or len(chart.stages) * len(chart.skills) > MOST_CELLS:
        return None
    return matrix(chart, lambda skill: f"#skills-{skill.slug}")
