"""What is allowed but probably not meant: warnings about a sound ladder file. They never stop anyone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, islice

from ladders.exchange.fields import Cell
from ladders.exchange.problems import MOST, Finding, Path, quoted, show_path
from ladders.exchange.schema import LadderFile, Stage
from ladders.exchange.wording import Descriptor

Cells = Mapping[str, Mapping[str, Cell]]


def hints(ladder: LadderFile) -> list[Finding]:
    """The first `MOST` warnings, each with its path in the file."""
    cells = {skill: row.rows for skill, row in ladder.expects.rows.items()}
    found = chain(
        _drops(ladder, cells),
        _undefined(ladder, cells),
        _silent_stages(ladder, cells),
        _unreachable(ladder),
        _unused_steps(ladder),
        _vague_ways_in(ladder),
        _same_texts(ladder),
    )
    return list(islice(found, MOST))


def _drops(ladder: LadderFile, cells: Cells) -> Iterator[Finding]:
    """Expectations that fall along a way. A missing cell is no expectation, so it is no drop either."""
    for start, targets in ladder.leads_on().items():
        for target in targets:
            for skill, row in cells.items():
                before, after = row.get(start), row.get(target)
                if before and after and after.level < before.level:
                    message = f"drops from {before.level} at {quoted(start)} to {after.level}"
                    yield ("expects", skill, target), message


def _undefined(ladder: LadderFile, cells: Cells) -> Iterator[Finding]:
    """Required levels that no text of the skill describes, each once; a skill without any texts once."""
    for index, skill in enumerate(ladder.skills):
        if skill.id in cells and not (skill.levels.rows or skill.at.rows):
            yield ("skills", index), f"no level of {quoted(skill.id)} is described"
            continue
        told: set[int] = set()
        for stage, cell in cells.get(skill.id, {}).items():
            described = cell.level in {0, *skill.levels.rows, *told} or stage in skill.at.rows
            if cell.required and not described:
                told.add(cell.level)
                yield ("expects", skill.id, stage), f"{quoted(skill.id)} has no text for level {cell.level}"


def _silent_stages(ladder: LadderFile, cells: Cells) -> Iterator[Finding]:
    for index, stage in enumerate(ladder.stages):
        expected = any(stage.id in row and row[stage.id].level for row in cells.values())
        described = any(stage.id in skill.at.rows for skill in ladder.skills)
        if cells and not expected:
            yield ("stages", index), f"{quoted(stage.id)} expects nothing"
        elif not (expected or described or _says_something(stage)):
            yield ("stages", index), f"{quoted(stage.id)} is empty: nothing is said about it"


def _says_something(stage: Stage) -> bool:
    return bool(stage.text or stage.does or stage.success or stage.facts or stage.roles or stage.needs)


def _unreachable(ladder: LadderFile) -> Iterator[Finding]:
    ahead = ladder.leads_on()
    moves = {stage.id: stage.moves for stage in ladder.stages}
    waiting = [stage.id for stage in ladder.stages[:1]]
    reached = set(waiting)
    while waiting:
        stage_id = waiting.pop()
        fresh = {*ahead[stage_id], *moves[stage_id]} - reached
        reached |= fresh
        waiting.extend(fresh)
    for index, stage in enumerate(ladder.stages):
        if stage.id not in reached:
            yield ("stages", index), f"no way leads from {quoted(ladder.stages[0].id)} to {quoted(stage.id)}"


def _unused_steps(ladder: LadderFile) -> Iterator[Finding]:
    ahead = ladder.leads_on()
    moves = {stage.id: stage.moves for stage in ladder.stages}
    for index, step in enumerate(ladder.steps):
        if step.to not in (*ahead[step.from_], *moves[step.from_]):
            yield ("x-steps", index), f"{quoted(step.from_)} does not lead to {quoted(step.to)}"


def _vague_ways_in(ladder: LadderFile) -> Iterator[Finding]:
    for index, way in enumerate(ladder.ways_in):
        if not (way.text or way.brings or way.lacks):
            yield ("x-ways-in", index), f"{quoted(way.id)} is empty: nothing is said about it"
        elif not way.to:
            yield ("x-ways-in", index), f"{quoted(way.id)} leads nowhere: name the stages under to"


def _same_texts(ladder: LadderFile) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], Path] = {}
    for path, descriptor in _descriptors(ladder):
        first = seen.setdefault(descriptor.wording, path)
        if descriptor.wording and first != path:
            yield path, f"has the same text as {show_path(first)}"


def _descriptors(ladder: LadderFile) -> Iterator[tuple[Path, Descriptor]]:
    for index, skill in enumerate(ladder.skills):
        place: Path = ("skills", index)
        for level, descriptor in skill.levels.rows.items():
            yield (*place, "levels", str(level)), descriptor
        for stage, descriptor in skill.at.rows.items():
            yield (*place, "at", stage), descriptor
