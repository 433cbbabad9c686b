"""A ladder version as one frozen value: what the pages, the gap rules and the pictures read.

A published version never changes, so it is loaded once (`ladders.published`) and kept in the process.
Nothing here knows the database. Slugs are the ids of the ladder file; `pid` is the public id used in urls.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ladders.needs import Needs
from ladders.shape import depths


@dataclass(frozen=True, slots=True)
class Level:
    """One step of the scale. In a text ladder there is no scale and no `Level`."""

    number: int
    name: str
    text: str = ""
    points: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One behaviour that can be ticked. `key` survives rewording."""

    key: str
    text: str
    examples: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Descriptor:
    """What a skill looks like at a level (anchor) or at a stage."""

    text: str = ""
    name: str = ""
    statements: tuple[Statement, ...] = ()
    examples: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """The text in one line: the text itself, or the statements one after the other."""
        return self.text or " · ".join(statement.text for statement in self.statements)


@dataclass(frozen=True, slots=True)
class Phase:
    slug: str
    title: str
    text: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Track:
    slug: str
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    slug: str
    title: str
    text: str = ""
    rated: bool = True


@dataclass(frozen=True, slots=True)
class Role:
    """Another title held at a stage, with the skills it leans on (skill slugs)."""

    title: str
    text: str = ""
    focus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage. `next` are the stages it leads on to, `moves` sideways steps (stage slugs).

    `tries` are low-risk ways to try its work before choosing it.
    """

    slug: str
    pid: str
    title: str
    phase: str = ""
    track: str = ""
    rank: str = ""
    text: str = ""
    does: tuple[str, ...] = ()
    success: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    roles: tuple[Role, ...] = ()
    next: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    needs: Needs | None = None
    tries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brought:
    """A skill (slug) that people bring along from another job, the level they often start at, and why."""

    skill: str
    level: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Lack:
    """What people from another job have usually not done yet; `tries` are ways to get near it.

    `skill` is a skill slug, or "" for something that belongs to no skill.
    """

    text: str
    skill: str = ""
    tries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WayIn:
    """Another job people come from; `to` are the stages they usually enter at (stage slugs)."""

    slug: str
    pid: str
    title: str
    text: str = ""
    to: tuple[str, ...] = ()
    brings: tuple[Brought, ...] = ()
    lacks: tuple[Lack, ...] = ()


@dataclass(frozen=True, slots=True)
class Beyond:
    """A place to go after the ladder.

    `start` are the stages people leave from, `focus` the skills it leans on (slugs), `tries` ways to try it first.
    """

    slug: str
    title: str
    text: str = ""
    start: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    tries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill as this version words it. `pk` is its lasting identity, the same in every version."""

    pk: int
    pid: str
    slug: str
    title: str
    category: str = ""
    text: str = ""
    core: bool = False
    rated: bool = True
    levels: Mapping[int, Descriptor] = field(default_factory=dict)
    at: Mapping[str, Descriptor] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a stage expects of a skill. `level` is 1 or more; `required` is False where it is only welcome."""

    level: int
    required: bool = True
    must: bool = False
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """How the job itself changes between two stages, in the words of the people who keep the ladder."""

    stop: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


Expects = Mapping[str, Mapping[str, Expectation]]
Group = tuple[Category | None, tuple[Skill, ...]]


@dataclass(frozen=True)
class Chart:
    """A whole ladder version.

    `expects[stage][skill]` is there only where something is expected (level 1 or more). In a text ladder
    (`scale` empty) it is derived: a skill with a text at a stage is expected there, at the stage's depth.
    """

    version: str
    ladder: str
    slug: str
    title: str
    label: str
    needs: Needs
    stages: tuple[Stage, ...]
    skills: tuple[Skill, ...]
    expects: Expects
    summary: str = ""
    language: str = "en"
    assess: str = "levels"
    scale: tuple[Level, ...] = ()
    phases: tuple[Phase, ...] = ()
    tracks: tuple[Track, ...] = ()
    categories: tuple[Category, ...] = ()
    ways_in: tuple[WayIn, ...] = ()
    beyond: tuple[Beyond, ...] = ()
    steps: Mapping[tuple[str, str], Step] = field(default_factory=dict)
    words: str = field(default="", compare=False)

    @property
    def key(self) -> str:
        """What tells this chart from every other in a cache: the version, and in which words it is (`words`).

        The words are those of the published version (""), of a translation, or of a file that is no version yet.
        """
        return f"{self.version} {self.words}"

    @property
    def is_text(self) -> bool:
        """True for a ladder of texts per stage, without a scale."""
        return not self.scale

    @cached_property
    def stage(self) -> Mapping[str, Stage]:
        """Stages by slug."""
        return {stage.slug: stage for stage in self.stages}

    @cached_property
    def stage_by_pid(self) -> Mapping[str, Stage]:
        """Stages by public id."""
        return {stage.pid: stage for stage in self.stages}

    @cached_property
    def skill(self) -> Mapping[str, Skill]:
        """Skills by slug."""
        return {skill.slug: skill for skill in self.skills}

    @cached_property
    def skill_by_pid(self) -> Mapping[str, Skill]:
        """Skills by public id."""
        return {skill.pid: skill for skill in self.skills}

    @cached_property
    def way_in_by_pid(self) -> Mapping[str, WayIn]:
        """Ways in by public id."""
        return {way.pid: way for way in self.ways_in}

    @cached_property
    def level(self) -> Mapping[int, Level]:
        """Scale levels by number."""
        return {level.number: level for level in self.scale}

    @cached_property
    def asked(self) -> frozenset[str]:
        """The skills people are asked about (slugs): rated themselves, in no category that is only shown."""
        shown = {category.slug for category in self.categories if not category.rated}
        return frozenset(s.slug for s in self.skills if s.rated and s.category not in shown)

    @cached_property
    def leads_on(self) -> Mapping[str, tuple[str, ...]]:
        """The stages each stage leads on to (slugs), as `ladders.shape` reads them."""
        return {stage.slug: stage.next for stage in self.stages}

    @cached_property
    def depth(self) -> Mapping[str, int]:
        """Each stage's place on its path, from 1: one more than the deepest stage that leads on to it."""
        return depths(self.leads_on)

    def grouped(self, skills: tuple[Skill, ...] | None = None) -> tuple[Group, ...]:
        """Skills (all, or those given) under their categories in the ladder's order; None: no category."""
        chosen = self.skills if skills is None else skills
        known = {category.slug: category for category in self.categories}
        groups: dict[str, list[Skill]] = {slug: [] for slug in known}
        for skill in chosen:
            groups.setdefault(skill.category, []).append(skill)
        return tuple((known.get(slug), tuple(rows)) for slug, rows in groups.items() if rows)
