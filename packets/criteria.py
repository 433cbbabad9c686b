"""What the target stage expects, row by row: the agreed level and what stands for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ladders.chart import Chart, Skill
from ladders.rows import is_must
from packets.items import Item, strongest


@dataclass(frozen=True, slots=True)
class Criterion:
    """One expectation. `agreed` is None where nothing is agreed; `item` stands for it, `picked` by hand."""

    skill: Skill
    need: int
    must: bool
    required: bool
    agreed: int | None
    item: Item | None
    picked: bool

    @property
    def met(self) -> bool:
        return self.agreed is not None and self.agreed >= self.need

    @property
    def open(self) -> bool:
        """Required and not there yet, or not agreed."""
        return self.required and not self.met


@dataclass(frozen=True, slots=True)
class Tally:
    """How many required expectations there are, how many are met, and the same for the must-haves."""

    expected: int
    met: int
    musts: int
    musts_met: int


def criteria(
    chart: Chart, target: str, agreed: Mapping[int, int], items: Sequence[Item], picks: Mapping[str, str]
) -> tuple[Criterion, ...]:
    """A row for each expectation of a stage (id): must-haves first, what is welcome last, else the ladder's order.

    `agreed`: skill (primary key) → level. `picks`: skill (public id) → item (public id) chosen by hand.
    """
    rows = []
    for skill in chart.skills:
        expected = chart.expects.get(target, {}).get(skill.slug)
        if expected is not None:
            pick = picks.get(skill.pid, "")
            item = strongest(items, skill.pk, pick)
            rows.append(
                Criterion(
                    skill=skill,
                    need=expected.level,
                    must=is_must(skill, expected),
                    required=expected.required,
                    agreed=agreed.get(skill.pk),
                    item=item,
                    picked=item is not None and item.pid == pick,
                )
            )
    return tuple(sorted(rows, key=lambda row: (not row.must, not row.required)))


def tally(rows: Sequence[Criterion]) -> Tally:
    required = [row for row in rows if row.required]
    musts = [row for row in required if row.must]
    return Tally(len(required), sum(row.met for row in required), len(musts), sum(row.met for row in musts))
