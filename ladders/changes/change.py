"""What the difference between two versions of a ladder is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from ladders.changes.said import Said
from ladders.changes.words import Runs

# Where a change stands: kind, id, then the field and what is inside it, as ("stages", "pm", "does") or
# ("expects", "user-research", "pm").
Where = tuple[str, ...]


class Weight(IntEnum):
    """How much a change weighs, and so which number of a version it raises.

    PATCH: the wording. MINOR: an example, a weight, an order. MAJOR: what is asked, a level, a rule, a stage or a
    skill.
    """

    PATCH = 1
    MINOR = 2
    MAJOR = 3


class Direction(StrEnum):
    """Whether a change asks more of somebody or less; SAME for all that asks neither."""

    MORE = "more"
    LESS = "less"
    SAME = "same"


class Status(StrEnum):
    """What became of a stage or a skill."""

    NEW = "new"
    CHANGED = "changed"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Change:
    """One change in words. `runs` shows what became of a text that is too long to stand in the sentence."""

    said: Said
    weight: Weight
    where: Where
    direction: Direction = Direction.SAME
    runs: Runs = ()


@dataclass(frozen=True, slots=True)
class Group:
    """What changes at one stage or skill: its id, its title and the changes."""

    where: Where
    title: str
    status: Status
    changes: tuple[Change, ...]

    @property
    def id(self) -> str:
        return self.where[1]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that is different: by stage and by skill (as they stand now, what was retired last), and the rest.

    `whole` is what belongs to no stage or skill, `language` that of the ladder. False where nothing is different.
    """

    language: str
    stages: tuple[Group, ...]
    skills: tuple[Group, ...]
    whole: tuple[Change, ...]

    def __iter__(self) -> Iterator[Change]:
        for group in (*self.stages, *self.skills):
            yield from group.changes
        yield from self.whole

    def __bool__(self) -> bool:
        return bool(self.stages or self.skills or self.whole)

    def at(self, stage: str) -> Group | None:
        """What changes at one stage (id); None where nothing does."""
        return next((group for group in self.stages if group.id == stage), None)
