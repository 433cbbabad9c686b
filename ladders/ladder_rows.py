"""The parts of a ladder file as rows of one version: stages and their ways, expectations, texts, steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ladders import skill_rows, way_rows
from ladders.exchange.schema import LadderFile
from ladders.exchange.schema import Stage as StagePart
from ladders.exchange.write import plain
from ladders.models import (
    Beyond,
    BeyondStart,
    Category,
    Edge,
    Expectation,
    Phase,
    Stage,
    StageDoes,
    StageFact,
    StageRole,
    StageStatement,
    StageText,
    Step,
    StepLine,
    SuccessMeasure,
    Track,
    Version,
    VersionSkill,
)
from safeguards.ids import new_pid
from skills.models import Edition


def fill(version: Version, file: LadderFile, before: Version | None, taken: Mapping[str, VersionSkill]) -> None:
    """Writes everything of a new version. `taken` are the library's skills that the ladder uses, by id."""
    phases = Phase._default_manager.bulk_create(
        Phase(**part_columns(version, position, part), roles=plain(part.roles))
        for position, part in enumerate(file.phases)
    )
    tracks = Track._default_manager.bulk_create(
        Track(**part_columns(version, position, part)) for position, part in enumerate(file.tracks)
    )
    stages = write_stages(version, file, before, {row.slug: row for row in phases}, {row.slug: row for row in tracks})
    write_ways(file, stages)
    write_lines(file, stages)
    way_rows.write_tries(file, stages)
    write_beyond(version, file, stages)
    skills = write_skills(version, file, taken)
    write_expectations(file, stages, skills)
    write_stage_texts(file, stages, skills)
    write_steps(file, stages)
    way_rows.write_ways_in(version, file, stages, skills)


def part_columns(version: Version, position: int, part: Any) -> dict[str, Any]:
    """The columns that every part of a version has."""
    return {
        "version": version,
        "position": position,
        "slug": part.id,
        "title": part.title,
        "text": part.text,
        "extras": plain(part.extra),
    }


def write_stages(
    version: Version,
    file: LadderFile,
    before: Version | None,
    phases: Mapping[str, Phase],
    tracks: Mapping[str, Track],
) -> dict[str, Stage]:
    """Stages by id. A stage that was there in any earlier version keeps its public id, so its address stays."""
    earlier = Stage._default_manager.filter(version__ladder=version.ladder_id).order_by("version__number")
    known = dict(earlier.values_list("slug", "pid")) if before else {}
    rows = [
        Stage(
            **part_columns(version, position, part) | {"extras": plain(part.extra) | marks_in_words(file, part)},
            pid=known.get(part.id) or new_pid(),
            phase=phases.get(part.phase),
            track=tracks.get(part.track),
            rank=part.rank,
            needs=None if part.needs is None else plain(part.needs),
            next_given=part.next is not None,
        )
        for position, part in enumerate(file.stages)
    ]
    return {row.slug: row for row in Stage._default_manager.bulk_create(rows)}


def marks_in_words(file: LadderFile, part: StagePart) -> dict[str, Any]:
    """Must-haves and weights that the rows of the expectations cannot carry.

    A ladder of texts has no such rows. They forget the order of must-haves, and that a weight of 1 was written down.
    """
    marks: dict[str, Any] = {}
    texts = not file.expects.rows
    if texts or list(part.must) != [skill.id for skill in file.skills if skill.id in part.must]:
        marks["x-must"] = plain(part.must)
    if texts or 1 in part.weights.values():
        marks["x-weights"] = plain(part.weights)
    return {key: value for key, value in marks.items() if value}


def write_ways(file: LadderFile, stages: Mapping[str, Stage]) -> None:
    """Edges to the next stages, with the default filled in, and sideways moves."""
    ways = [(slug, Edge.Kind.NEXT, targets) for slug, targets in file.leads_on().items()]
    ways += [(part.id, Edge.Kind.MOVE, part.moves) for part in file.stages]
    Edge._default_manager.bulk_create(
        Edge(stage=stages[slug], to=stages[target], kind=kind, position=position)
        for slug, kind, targets in ways
        for position, target in enumerate(targets)
    )


def write_lines(file: LadderFile, stages: Mapping[str, Stage]) -> None:
    """What each stage does, how its success is judged, other titles, facts."""
    StageDoes._default_manager.bulk_create(
        StageDoes(stage=stages[part.id], position=position, text=text)
        for part in file.stages
        for position, text in enumerate(part.does)
    )
    SuccessMeasure._default_manager.bulk_create(
        SuccessMeasure(stage=stages[part.id], position=position, text=text)
        for part in file.stages
        for position, text in enumerate(part.success)
    )
    StageRole._default_manager.bulk_create(
        StageRole(
            stage=stages[part.id],
            position=position,
            title=role.title,
            text=role.text,
            focus=plain(role.focus),
            extras=plain(role.extra),
        )
        for part in file.stages
        for position, role in enumerate(part.roles)
    )
    StageFact._default_manager.bulk_create(row for part in file.stages for row in fact_rows(part, stages[part.id]))


def fact_rows(part: StagePart, stage: Stage) -> list[StageFact]:
    return [
        StageFact(
            stage=stage,
            position=position,
            label=fact.label,
            value=fact.value,
            form=fact.form,
            extras=plain(fact.extra),
        )
        for position, fact in enumerate(part.facts)
    ]


def write_beyond(version: Version, file: LadderFile, stages: Mapping[str, Stage]) -> None:
    for position, part in enumerate(file.beyond):
        row = Beyond._default_manager.create(
            **part_columns(version, position, part), focus=plain(part.focus), tries=plain(part.tries)
        )
        BeyondStart._default_manager.bulk_create(
            BeyondStart(beyond=row, stage=stages[slug], position=place) for place, slug in enumerate(part.from_)
        )


def write_categories(version: Version, file: LadderFile, names: list[str]) -> dict[str, Category]:
    """The categories the file lists, then those that only skills name, by id or name."""
    rows = [
        Category(**part_columns(version, position, part), rated=part.rated)
        for position, part in enumerate(file.categories)
    ]
    listed = {row.slug for row in rows}
    loose = dict.fromkeys(name for name in names if name and name not in listed)
    rows += [
        Category(version=version, position=len(listed) + position, slug=name, title=name, listed=False)
        for position, name in enumerate(loose)
    ]
    return {row.slug: row for row in Category._default_manager.bulk_create(rows)}


def write_skills(version: Version, file: LadderFile, taken: Mapping[str, VersionSkill]) -> dict[str, VersionSkill]:
    """The skills of the version by id: those of the library it uses first, then its own."""
    editions = skill_rows.editions_of(file, version.ladder.library)
    wanted: list[tuple[str, Edition, str]] = [
        (slug, row.edition, row.category.slug if row.category else "") for slug, row in taken.items()
    ]
    wanted += [(part.id, editions[part.id], part.category) for part in file.skills]
    categories = write_categories(version, file, [category for _slug, _edition, category in wanted])
    extras = {part.id: plain(part.at.extra) for part in file.skills}
    rows = [
        VersionSkill(
            version=version,
            edition=edition,
            category=categories.get(category),
            position=position,
            extras={"at": extras.get(slug, {}), "expects": expects_extra(file, slug)},
        )
        for position, (slug, edition, category) in enumerate(wanted)
    ]
    VersionSkill._default_manager.bulk_create(rows)
    return {slug: row for (slug, _edition, _category), row in zip(wanted, rows, strict=True)}


def expects_extra(file: LadderFile, slug: str) -> Any:
    row = file.expects.rows.get(slug)
    return plain(row.extra) if row else {}


def write_expectations(file: LadderFile, stages: Mapping[str, Stage], skills: Mapping[str, VersionSkill]) -> None:
    marked = {part.id: (set(part.must), part.weights) for part in file.stages}
    Expectation._default_manager.bulk_create(
        Expectation(
            stage_id=stages[stage].pk,  # a large ladder has tens of thousands of these
            skill_id=skills[skill].pk,
            level=cell.level,
            required=cell.required,
            must=skill in marked[stage][0],
            weight=marked[stage][1].get(skill, 1),
        )
        for skill, row in file.expects.rows.items()
        for stage, cell in row.rows.items()
    )


def write_stage_texts(file: LadderFile, stages: Mapping[str, Stage], skills: Mapping[str, VersionSkill]) -> None:
    """What skills look like at stages."""
    rows = [
        (
            StageText(stage=stages[stage], skill=skills[part.id], **skill_rows.descriptor_columns(words)),
            words,
        )
        for part in file.skills
        for stage, words in part.at.rows.items()
    ]
    StageText._default_manager.bulk_create(text for text, _words in rows)
    StageStatement._default_manager.bulk_create(
        StageStatement(stage_text=text, **columns)
        for text, words in rows
        for columns in skill_rows.statement_columns(words)
    )


def write_steps(file: LadderFile, stages: Mapping[str, Stage]) -> None:
    rows = [
        Step(start=stages[part.from_], goal=stages[part.to], position=position, extras=plain(part.extra))
        for position, part in enumerate(file.steps)
    ]
    Step._default_manager.bulk_create(rows)
    StepLine._default_manager.bulk_create(
        StepLine(step=step, kind=kind, position=position, text=text)
        for part, step in zip(file.steps, rows, strict=True)
        for kind in StepLine.Kind
        for position, text in enumerate(getattr(part, kind.value))
    )
