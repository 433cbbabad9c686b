"""A checked file as a chart, without the database: what a draft would look like if it were published now.

The same chart that `ladders.published.load` gives for the version that `ladders.importing.take_in` makes of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ladders import chart
from ladders.exchange import schema, wording
from ladders.exchange.schema import LadderFile
from ladders.exchange.ways_in import WayIn
from ladders.exchange.write import plain
from ladders.identity import digest, stand_in, statement_key
from ladders.needs import All
from ladders.rungs import marked, text_expects


@dataclass(frozen=True, slots=True)
class Identities:
    """What the database knows a ladder's parts by; what is missing here gets a stand-in, the same each time.

    `ladder` and `version` are public ids. `stages` and `ways` have those of the stages and the ways in, `skills` the
    primary key and public id of the ladder's own skills, by slug.
    """

    ladder: str = ""
    version: str = ""
    stages: Mapping[str, str] = field(default_factory=dict)
    ways: Mapping[str, str] = field(default_factory=dict)
    skills: Mapping[str, tuple[int, str]] = field(default_factory=dict)


def chart_of_file(
    file: LadderFile, known: Identities | None = None, *, library: chart.Chart | None = None
) -> chart.Chart:
    """The file as a chart; `library` is the chart of the library that it uses.

    A skill that neither the file nor the library has is left out, with all that is expected of it.
    Stand-ins for primary keys are negative.
    """
    ids = known or Identities()
    stages = stages_of(file, ids)
    skills = (*taken_over(file, library), *skills_of(file, ids))
    scale = scale_of(file) or (library.scale if library else ())
    return chart.Chart(
        version=ids.version or stand_in("version", file.id),
        ladder=ids.ladder or stand_in("ladder", file.id),
        slug=file.id,
        title=file.title,
        label=file.version,
        summary=file.summary,
        language=file.language or "en",
        assess=file.assess,
        needs=file.needs.needs if file.needs else All(),
        scale=scale,
        phases=tuple(chart.Phase(part.id, part.title, part.text) for part in file.phases),
        tracks=tuple(chart.Track(part.id, part.title, part.text) for part in file.tracks),
        categories=categories_of(file, skills),
        stages=stages,
        skills=skills,
        ways_in=tuple(way_in(part, file, ids) for part in file.ways_in),
        beyond=tuple(
            chart.Beyond(part.id, part.title, part.text, part.from_, part.focus, part.tries) for part in file.beyond
        ),
        expects=expectations_of(file, skills) if scale else marked(text_expects(stages, skills), marks_of(file)),
        steps={(part.from_, part.to): chart.Step(part.stop, part.start, part.keep) for part in file.steps},
        words=digest(plain(file)),
    )


def scale_of(file: LadderFile) -> tuple[chart.Level, ...]:
    """The levels of the file, the lowest first."""
    levels = (chart.Level(part.level, part.name, part.text, part.points) for part in file.scale)
    return tuple(sorted(levels, key=lambda level: level.number))


def stages_of(file: LadderFile, ids: Identities) -> tuple[chart.Stage, ...]:
    onward = file.leads_on()
    return tuple(
        chart.Stage(
            slug=part.id,
            pid=ids.stages.get(part.id) or stand_in("stage", file.id, part.id),
            title=part.title,
            phase=part.phase,
            track=part.track,
            rank=part.rank,
            text=part.text,
            does=part.does,
            success=part.success,
            facts=tuple(chart.Fact(fact.label, fact.value) for fact in part.facts),
            roles=tuple(chart.Role(role.title, role.text, role.focus) for role in part.roles),
            next=onward[part.id],
            moves=part.moves,
            needs=part.needs.needs if part.needs else None,
            tries=part.tries,
        )
        for part in file.stages
    )


def way_in(part: WayIn, file: LadderFile, ids: Identities) -> chart.WayIn:
    return chart.WayIn(
        slug=part.id,
        pid=ids.ways.get(part.id) or stand_in("way in", file.id, part.id),
        title=part.title,
        text=part.text,
        to=part.to,
        brings=tuple(chart.Brought(one.skill, one.level, one.text) for one in part.brings),
        lacks=tuple(chart.Lack(one.text, one.skill, one.tries) for one in part.lacks),
    )


def taken_over(file: LadderFile, library: chart.Chart | None) -> tuple[chart.Skill, ...]:
    """The skills of the library that the file expects something of and does not word itself."""
    wanted = file.expects.rows.keys() - {skill.id for skill in file.skills}
    return tuple(replace(skill, at={}) for skill in library.skills if skill.slug in wanted) if library else ()


def skills_of(file: LadderFile, ids: Identities) -> tuple[chart.Skill, ...]:
    return tuple(skill_of(part, file, ids, -place) for place, part in enumerate(file.skills, 1))


def skill_of(part: schema.Skill, file: LadderFile, ids: Identities, spare: int) -> chart.Skill:
    """The skill in the file's words; `spare` is its primary key as long as it has none."""
    pk, pid = ids.skills.get(part.id) or (spare, stand_in("skill", file.id, part.id))
    return chart.Skill(
        pk=pk,
        pid=pid,
        slug=part.id,
        title=part.title,
        category=part.category,
        text=part.text,
        core=part.core,
        rated=part.rated,
        levels={level: descriptor(words) for level, words in sorted(part.levels.rows.items())},
        at={stage.id: descriptor(part.at.rows[stage.id]) for stage in file.stages if stage.id in part.at.rows},
    )


def descriptor(words: wording.Descriptor) -> chart.Descriptor:
    return chart.Descriptor(
        text=words.text,
        name=words.name,
        examples=words.examples,
        statements=tuple(
            chart.Statement(
                key=statement_key(sign, place),
                text=sign.text,
                examples=sign.examples,
                links=tuple(link.value for link in sign.links),
                proof=sign.proof,
            )
            for place, sign in enumerate(words.signs)
        ),
    )


def categories_of(file: LadderFile, skills: tuple[chart.Skill, ...]) -> tuple[chart.Category, ...]:
    """The categories that the file lists, then those that only skills name."""
    listed = {part.id: chart.Category(part.id, part.title, part.text, part.rated) for part in file.categories}
    named = (skill.category for skill in skills if skill.category)
    return tuple(listed.get(name) or chart.Category(name, name) for name in dict.fromkeys((*listed, *named)))


def expectations_of(file: LadderFile, skills: tuple[chart.Skill, ...]) -> dict[str, dict[str, chart.Expectation]]:
    """What is expected, by stage and skill; level 0 says that nothing is, so it is left out."""
    expects: dict[str, dict[str, chart.Expectation]] = {}
    for stage in file.stages:
        for skill in skills:
            row = file.expects.rows.get(skill.slug)
            cell = row.rows.get(stage.id) if row else None
            if cell and cell.level:
                expects.setdefault(stage.id, {})[skill.slug] = chart.Expectation(
                    level=cell.level,
                    required=cell.required,
                    must=skill.slug in stage.must,
                    weight=stage.weights.get(skill.slug, 1),
                )
    return expects


def marks_of(file: LadderFile) -> dict[str, tuple[tuple[str, ...], Mapping[str, int]]]:
    """Must-haves and weights of each stage of a ladder of texts; none where the file has a table of levels."""
    return {part.id: ((), {}) if file.expects.rows else (part.must, part.weights) for part in file.stages}
