"""Two versions of a ladder side by side, and what their ids and levels are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ladders.exchange.fields import Cell
from ladders.exchange.schema import LadderFile, Skill, Stage

KINDS = ("stages", "skills", "phases", "tracks", "categories")


@dataclass(frozen=True)
class Side:
    """One of the two, by ids."""

    file: LadderFile

    @cached_property
    def stages(self) -> Mapping[str, Stage]:
        return {stage.id: stage for stage in self.file.stages}

    @cached_property
    def skills(self) -> Mapping[str, Skill]:
        return {skill.id: skill for skill in self.file.skills}

    @cached_property
    def leads_on(self) -> Mapping[str, tuple[str, ...]]:
        return self.file.leads_on()

    @cached_property
    def level_names(self) -> Mapping[int, str]:
        return {level.level: level.name for level in self.file.scale}

    @property
    def is_text(self) -> bool:
        """A ladder of texts: what it describes for a stage is what the stage expects."""
        return not (self.file.scale or self.file.expects.rows)

    def cell(self, skill: str, stage: str) -> Cell | None:
        row = self.file.expects.rows.get(skill)
        return row.rows.get(stage) if row else None

    def level(self, number: int, skill: str = "") -> str:
        """A level as people say it, "4 Leading": by the skill's own name for it, or else by that of the scale."""
        own = self.skills[skill].levels.rows.get(number) if skill in self.skills else None
        name = own.name if own and own.name else self.level_names.get(number, "")
        return f"{number} {name}".strip()


@dataclass(frozen=True)
class Both:
    """The version before and the version after."""

    before: Side
    after: Side

    @cached_property
    def titles(self) -> Mapping[str, Mapping[str, str]]:
        """Title by kind and id; what both have is called as it is now."""
        return {
            kind: {part.id: part.title for side in (self.before, self.after) for part in getattr(side.file, kind)}
            for kind in KINDS
        }

    def title(self, kind: str, slug: str) -> str:
        """What an id is called; the id itself where neither version lists it, as with the skills of a library."""
        return self.titles[kind].get(slug, slug) if kind in KINDS else slug

    @cached_property
    def skill_order(self) -> tuple[str, ...]:
        """Every skill that one of the two lists or expects something of (ids): as it is now, then what went."""
        sides = (self.after, self.before)
        return tuple(dict.fromkeys(slug for side in sides for slug in (*side.skills, *side.file.expects.rows)))

    @property
    def language(self) -> str:
        return self.after.file.language or self.before.file.language or "en"
