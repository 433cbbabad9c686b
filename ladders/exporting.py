"""A version back as a ladder file: what went in comes out, nothing more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ladders.exchange import LadderFile
from ladders.exchange.wording import Entry
from ladders.exchange.write import plain
from ladders.models import Beyond, Edge, Expectation, Stage, StageText, Step, StepLine, Version, VersionSkill
from ladders.way_rows import way_in_of, ways_in
from skills.models import DescriptorText, Scale, StatementText

Plain = dict[str, Any]


def file_of(version: Version) -> LadderFile:
    """The version as a checked file."""
    return LadderFile.model_validate(plain_file(version))


def whole_file_of(version: Version) -> LadderFile:
    """The version with what it takes from a library, too: the skills in the wording that it shows, and the scale."""
    file = plain_file(version)
    if version.uses:
        file["skills"] = [skill_of(row) for row in skill_rows(version)]
        file["scale"] = levels_of(version.scale) if version.scale else []
    return LadderFile.model_validate(file)


def plain_file(version: Version) -> Plain:
    """The version as plain data in the shape of the file; what is empty is left out."""
    own = [row for row in skill_rows(version) if row.edition.skill.library_id == version.ladder.library_id]
    expects = expects_of(version)
    words = filled(
        {
            "format": "ladder/1",
            "id": version.ladder.slug,
            "title": version.title,
            "category": version.craft,
            "version": version.label,
            "status": version.status,
            "language": version.language,
            "license": version.license,
            "source": version.source,
            "summary": version.summary,
            "uses": version.uses,
            "scale": scale_of(version),
            "needs": version.needs,
            "assess": version.assess,
            "phases": [filled({**part(row), "roles": row.roles}) for row in version.phase_rows.all()],
            "tracks": [part(row) for row in version.track_rows.all()],
            "stages": [stage_of(row) for row in stages(version)],
            "beyond": [beyond_of(row) for row in version.beyond_rows.prefetch_related("starts__stage")],
            "categories": [
                {**part(row), **({} if row.rated else {"rated": False})}
                for row in version.category_rows.filter(listed=True)
            ],
            "skills": [skill_of(row) for row in own],
            "expects": {**expects, **version.extras.get("expects", {})},
            "x-steps": steps_of(version),
            "x-ways-in": [way_in_of(row) for row in ways_in(version)],
        }
    )
    return {**words, **version.extras.get("file", {})}


def filled(values: Plain) -> Plain:
    """Without the keys that have no value. False and 0 are values."""
    return {key: value for key, value in values.items() if value is False or value == 0 or value}


def part(row: Any) -> Plain:
    """Id, title, text and the keepers' own keys of a phase, track, stage, category or way beyond."""
    return {**filled({"id": row.slug, "title": row.title, "text": row.text}), **row.extras}


def scale_of(version: Version) -> list[Plain]:
    """The scale, unless it is the one of the library that the version uses."""
    if version.scale is None or version.scale.library_id != version.ladder.library_id:
        return []
    return levels_of(version.scale)


def levels_of(scale: Scale) -> list[Plain]:
    return [
        filled({"level": row.level, "name": row.name, "text": row.text, "points": row.points, "partial": row.partial})
        | row.extras
        for row in scale.levels.all()
    ]


def stages(version: Version) -> Iterable[Stage]:
    return version.stage_rows.select_related("phase", "track").prefetch_related(
        "stagedoes_rows",
        "successmeasure_rows",
        "stagetry_rows",
        "stagefact_rows",
        "stagerole_rows",
        "edges__to",
        "expectations__skill__edition__skill",
    )


def stage_of(row: Stage) -> Plain:
    ways = [(edge.kind, edge.to.slug) for edge in row.edges.all()]
    marked = sorted(row.expectations.all(), key=lambda expectation: expectation.skill.position)
    stage = {
        **part(row),
        "phase": row.phase.slug if row.phase else "",
        "track": row.track.slug if row.track else "",
        "rank": row.rank,
        "moves": [to for kind, to in ways if kind == Edge.Kind.MOVE],
        "needs": row.needs,
        "facts": facts_of(row),
        "roles": [
            filled({"title": role.title, "text": role.text, "focus": role.focus}) | role.extras
            for role in row.stagerole_rows.all()
        ],
        "does": [line.text for line in row.stagedoes_rows.all()],
        "success": [line.text for line in row.successmeasure_rows.all()],
        "x-try": [line.text for line in row.stagetry_rows.all()],
        "x-must": [expectation.skill.edition.skill.slug for expectation in marked if expectation.must],
        "x-weights": {e.skill.edition.skill.slug: e.weight for e in marked if e.weight != 1},
    }
    # An empty list says that the way ends here, so it may not be left out.
    following = {"next": [to for kind, to in ways if kind == Edge.Kind.NEXT]} if row.next_given else {}
    return {**filled(stage), **row.extras, **following}


def facts_of(row: Stage) -> Any:
    return plain(
        tuple(
            Entry.model_construct(label=fact.label, value=fact.value, form=fact.form, extra=fact.extras)
            for fact in row.stagefact_rows.all()
        )
    )


def beyond_of(row: Beyond) -> Plain:
    starts = {"from": [start.stage.slug for start in row.starts.all()]}
    return {**part(row), **starts, **filled({"x-focus": row.focus, "x-try": row.tries})}


def skill_rows(version: Version) -> Iterable[VersionSkill]:
    return version.skills.select_related("edition__skill", "category").prefetch_related(
        "edition__anchors__statements", "texts__stage", "texts__statements"
    )


def skill_of(row: VersionSkill) -> Plain:
    edition = row.edition
    levels = {anchor.level: descriptor(anchor, anchor.statements.all()) for anchor in edition.anchors.all()}
    texts = sorted(row.texts.all(), key=lambda text: text.stage.position)
    words = filled(
        {
            "id": edition.skill.slug,
            "title": edition.title,
            "category": row.category.slug if row.category else "",
            "text": edition.text,
            **({"core": True} if edition.core else {}),
            **({} if edition.rated else {"rated": False}),
            "ref": edition.ref,
            "also": edition.also,
            "measures": edition.measures,
            "links": edition.links,
            "levels": {**levels, **edition.extras.get("levels", {})},
            "at": {**{text.stage.slug: stage_text(text) for text in texts}, **row.extras.get("at", {})},
        }
    )
    return {**words, **edition.extras.get("skill", {})}


def stage_text(row: StageText) -> Any:
    return descriptor(row, row.statements.all())


def descriptor(row: DescriptorText, statements: Iterable[StatementText]) -> Any:
    """In the shortest form the format has: a text, a list of statements, or a mapping."""
    words = filled(
        {
            "name": row.name,
            "text": row.text,
            "signs": [statement(sign) for sign in statements],
            "examples": row.examples,
        }
    )
    words |= row.extras
    return next(iter(words.values())) if words.keys() in ({"text"}, {"signs"}) else words


def statement(row: StatementText) -> Any:
    words = filled(
        {
            "text": row.text,
            "id": row.key if row.keyed else "",
            "examples": row.examples,
            "links": row.links,
            "proof": row.proof,
        }
    )
    words |= row.extras
    return row.text if words.keys() == {"text"} else words


def expects_of(version: Version) -> dict[str, Plain]:
    """Skill id → stage id → level, `(2)` where it is only welcome; in the order of skills and stages."""
    rows = (
        Expectation._default_manager.filter(stage__version=version)
        .order_by("skill__position", "stage__position")
        .values_list("skill__edition__skill__slug", "stage__slug", "level", "required", "skill__extras")
    )
    found: dict[str, Plain] = {}
    extras: Plain = {}
    for skill, stage, level, required, more in rows:
        found.setdefault(skill, {})[stage] = level if required else f"({level})"
        extras[skill] = more.get("expects", {})
    return {skill: {**cells, **extras[skill]} for skill, cells in found.items()}


def steps_of(version: Version) -> list[Plain]:
    steps = Step._default_manager.filter(start__version=version).select_related("start", "goal")
    return [
        {"from": step.start.slug, "to": step.goal.slug}
        | filled(
            {kind: [line.text for line in step.lines.all() if line.kind == kind] for kind in StepLine.Kind.values}
        )
        | step.extras
        for step in steps.prefetch_related("lines")
    ]
