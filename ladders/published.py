"""Published versions as charts: read from the database once, then kept in the process.

A published version never changes, so nothing here ever has to be thrown away; the number kept is bounded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from django.db.models import Prefetch

from ladders import chart, needs
from ladders.exchange.wording import addresses
from ladders.models import Edge, Expectation, Stage, StageText, Step, Version, VersionSkill, WayIn
from ladders.rungs import marked, text_expects
from ladders.way_rows import ways_in
from skills.models import DescriptorText, StatementText

KEPT = 64


@lru_cache(maxsize=KEPT)
def chart_of(version_pk: int) -> chart.Chart:
    """The chart of a published version, by primary key. Raises Version.DoesNotExist for a draft."""
    return load(Version.objects.published().select_related("ladder", "scale").get(pk=version_pk))


def load(version: Version) -> chart.Chart:
    """Reads a version, draft or published, with all its parts: about twenty queries, whatever its size."""
    stages = stages_of(version)
    skills = skills_of(version)
    texts = not version.scale
    return chart.Chart(
        version=version.pid,
        ladder=version.ladder.pid,
        slug=version.ladder.slug,
        title=version.title,
        label=version.label,
        summary=version.summary,
        language=version.language or "en",
        assess=version.assess or "levels",
        needs=needs.read(version.needs),
        scale=scale_of(version),
        phases=tuple(chart.Phase(p.slug, p.title, p.text) for p in version.phase_rows.all()),
        tracks=tuple(chart.Track(t.slug, t.title, t.text) for t in version.track_rows.all()),
        categories=tuple(chart.Category(c.slug, c.title, c.text, c.rated) for c in version.category_rows.all()),
        stages=stages,
        skills=skills,
        ways_in=tuple(map(way_in_of, ways_in(version))),
        beyond=tuple(
            chart.Beyond(
                slug=b.slug,
                title=b.title,
                text=b.text,
                start=tuple(start.stage.slug for start in b.starts.all()),
                focus=tuple(b.focus),
                tries=tuple(b.tries),
            )
            for b in version.beyond_rows.prefetch_related("starts__stage")
        ),
        expects=marked(text_expects(stages, skills), marks_of(version)) if texts else expectations_of(version),
        steps=steps_of(version),
    )


def scale_of(version: Version) -> tuple[chart.Level, ...]:
    if version.scale is None:
        return ()
    return tuple(chart.Level(row.level, row.name, row.text, row.points) for row in version.scale.levels.all())


def stages_of(version: Version) -> tuple[chart.Stage, ...]:
    rows = version.stage_rows.select_related("phase", "track").prefetch_related(
        "stagedoes_rows",
        "successmeasure_rows",
        "stagetry_rows",
        "stagefact_rows",
        "stagerole_rows",
        Prefetch("edges", Edge._default_manager.select_related("to")),
    )
    return tuple(stage_of(row) for row in rows)


def stage_of(row: Stage) -> chart.Stage:
    ways: Mapping[str, list[str]] = defaultdict(list)
    for edge in row.edges.all():
        ways[edge.kind].append(edge.to.slug)
    return chart.Stage(
        slug=row.slug,
        pid=row.pid,
        title=row.title,
        phase=row.phase.slug if row.phase else "",
        track=row.track.slug if row.track else "",
        rank=row.rank,
        text=row.text,
        does=tuple(line.text for line in row.stagedoes_rows.all()),
        success=tuple(line.text for line in row.successmeasure_rows.all()),
        facts=tuple(chart.Fact(fact.label, str(fact.value)) for fact in row.stagefact_rows.all()),
        roles=tuple(chart.Role(r.title, r.text, tuple(r.focus)) for r in row.stagerole_rows.all()),
        next=tuple(ways[Edge.Kind.NEXT]),
        moves=tuple(ways[Edge.Kind.MOVE]),
        needs=None if row.needs is None else needs.read(row.needs),
        tries=tuple(line.text for line in row.stagetry_rows.all()),
    )


def way_in_of(row: WayIn) -> chart.WayIn:
    return chart.WayIn(
        slug=row.slug,
        pid=row.pid,
        title=row.title,
        text=row.text,
        to=tuple(entry.stage.slug for entry in row.entries.all()),
        brings=tuple(chart.Brought(one.skill.edition.skill.slug, one.level, one.text) for one in row.brings.all()),
        lacks=tuple(
            chart.Lack(one.text, one.skill.edition.skill.slug if one.skill else "", tuple(one.tries))
            for one in row.lacks.all()
        ),
    )


def skills_of(version: Version) -> tuple[chart.Skill, ...]:
    stage_texts: Mapping[int, dict[str, chart.Descriptor]] = defaultdict(dict)
    for text in (
        StageText._default_manager.filter(stage__version=version)
        .select_related("stage")
        .prefetch_related("statements")
        .order_by("stage__position")
    ):
        stage_texts[text.skill_id][text.stage.slug] = descriptor(text, text.statements.all())
    rows = version.skills.select_related("edition__skill", "category").prefetch_related(
        "edition__anchors__statements"
    )
    return tuple(skill_of(row, stage_texts.get(row.pk, {})) for row in rows)


def skill_of(row: VersionSkill, at: Mapping[str, chart.Descriptor]) -> chart.Skill:
    edition = row.edition
    return chart.Skill(
        pk=edition.skill.pk,
        pid=edition.skill.pid,
        slug=edition.skill.slug,
        title=edition.title,
        category=row.category.slug if row.category else "",
        text=edition.text,
        core=edition.core,
        rated=edition.rated,
        levels={anchor.level: descriptor(anchor, anchor.statements.all()) for anchor in edition.anchors.all()},
        at=at,
    )


def descriptor(row: DescriptorText, statements: Iterable[StatementText]) -> chart.Descriptor:
    return chart.Descriptor(
        text=row.text,
        name=row.name,
        examples=tuple(row.examples),
        statements=tuple(
            chart.Statement(s.key, s.text, tuple(s.examples), addresses(s.links), s.proof) for s in statements
        ),
    )


def expectations_of(version: Version) -> dict[str, dict[str, chart.Expectation]]:
    """What is expected, by stage and skill; level 0 says that nothing is, so it is left out."""
    expects: dict[str, dict[str, chart.Expectation]] = defaultdict(dict)
    rows = (
        Expectation._default_manager.filter(stage__version=version, level__gt=0)
        .order_by("stage__position", "skill__position")
        .values_list("stage__slug", "skill__edition__skill__slug", "level", "required", "must", "weight")
    )
    for stage, skill, level, required, must, weight in rows:
        expects[stage][skill] = chart.Expectation(level, required, must, weight)
    return dict(expects)


def marks_of(version: Version) -> dict[str, tuple[list[str], dict[str, int]]]:
    """Must-haves and weights of each stage of a ladder of texts."""
    return {
        slug: (extras.get("x-must", []), extras.get("x-weights", {}))
        for slug, extras in version.stage_rows.values_list("slug", "extras")
    }


def steps_of(version: Version) -> dict[tuple[str, str], chart.Step]:
    steps = (
        Step._default_manager.filter(start__version=version).select_related("start", "goal").prefetch_related("lines")
    )
    return {
        (step.start.slug, step.goal.slug): chart.Step(
            **{
                kind: tuple(line.text for line in step.lines.all() if line.kind == kind)
                for kind in ("stop", "start", "keep")
            }
        )
        for step in steps
    }
