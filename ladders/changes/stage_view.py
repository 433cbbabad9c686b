"""What the difference between two versions means for somebody at one stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ladders.changes.both import Side
from ladders.changes.change import Change, Changes, Direction, Status, Weight
from ladders.exchange.schema import LadderFile


@dataclass(frozen=True, slots=True)
class Told:
    """A change with what it is about (the title of a skill), where the sentence does not say it; else ""."""

    about: str
    change: Change


@dataclass(frozen=True, slots=True)
class ForStage:
    """What a stage asks more and less, where only its words changed, and everything else that is said about it in
    another way, such as a new line of what people do. `status` is None where nothing changed.

    `title` is what the stage is called now.
    """

    title: str
    status: Status | None
    more: tuple[Told, ...]
    less: tuple[Told, ...]
    reworded: tuple[Told, ...]
    other: tuple[Told, ...] = ()


def for_stage(found: Changes, before: LadderFile, after: LadderFile, stage: str) -> ForStage | None:
    """The changes between two files that concern one stage (id); None where neither file has it.

    A rule of the whole ladder counts where the stage has no rule of its own, a change of a skill where the stage
    requires it, and a new wording of a level where the stage expects this level.
    """
    old, new = Side(before).stages.get(stage), Side(after).stages.get(stage)
    known = new or old
    if known is None:
        return None
    group = found.at(stage)
    told = list(_told(found, Side(after), stage))
    same = [one for one in told if one.change.direction is Direction.SAME]
    reworded = [one for one in same if one.change.runs and one.change.weight is Weight.PATCH]
    return ForStage(
        title=known.title,
        status=group.status if group else Status.CHANGED if told else None,
        more=tuple(one for one in told if one.change.direction is Direction.MORE),
        less=tuple(one for one in told if one.change.direction is Direction.LESS),
        reworded=tuple(reworded),
        other=tuple(one for one in same if one not in reworded),
    )


def _told(found: Changes, after: Side, stage: str) -> Iterator[Told]:
    group = found.at(stage)
    yield from (Told("", change) for change in (group.changes if group else ()))
    if stage not in after.stages:
        return
    for skill in found.skills:
        cell = after.cell(skill.id, stage)
        if cell and cell.level:
            places = {("levels", str(cell.level)), *([("core",), ("rated",)] if cell.required else [])}
            yield from (
                Told(skill.title, change)
                for change in skill.changes
                if change.where[2:3] in places or change.where[2:4] in places
            )
    if after.stages[stage].needs is None:
        yield from (Told("", change) for change in found.whole if change.where == ("ladder", "", "needs"))
