"""Wide tables: one row for each skill, one column for each stage; cells are levels or texts."""

from __future__ import annotations

from itertools import chain

from ladders.exchange.fields import INTEGER, WELCOME
from ladders.exchange.problems import Problem, quoted
from ladders.exchange.table_cells import Row
from ladders.exchange.table_columns import Columns
from ladders.exchange.table_draft import STATEMENTS, Draft, SkillDraft, Told


def draft_wide(columns: Columns, rows: list[Row]) -> Draft:
    """The draft of a wide table. With a scale in the map the cells are levels, otherwise texts."""
    draft = Draft(columns)
    used = [column for key, column in columns.of.items() if key not in {"skill", "category"}] + columns.stage_at
    seen: dict[int, dict[tuple[str, ...], Row]] = {}
    for row in rows:
        skill = draft.skill(row)
        if draft.hopeless:
            return draft
        if skill is None:
            continue
        before = seen.setdefault(id(skill), {})
        first = before.setdefault(tuple(row.cells[column] for column in used), row)
        if first is not row:
            draft.doubled(row, first)
            continue
        if len(before) > 1 and not _more(draft, skill):
            _again(draft, skill, row, next(iter(before.values())))
            continue
        if "description" in columns.of:
            place = draft.place(row, columns.of["description"])
            about = f"{quoted(skill.name)} has another description"
            draft.text(skill.description, None, Told(columns.cell(row, "description"), place), about)
        _stages(draft, skill, row)
        if not (skill.category or any(row.cells[column] for column in used)):
            said = f"{quoted(skill.name)} says nothing about any stage; if it is a heading, list it under without"
            draft.warnings.append(Problem(row.line, skill.place.path, said))
    if not draft.given.head.get("scale"):
        _refuse_bare_numbers(draft)
    return draft


def _stages(draft: Draft, skill: SkillDraft, row: Row) -> None:
    levels, statements = _levels(draft, skill), draft.given.layout.statements
    for stage, column in enumerate(draft.columns.stage_at):
        text, place = row.cells[column], draft.place(row, column)
        if levels:
            draft.put(skill.expects, stage, Told(draft.level(text, place), place), "")
        elif statements:
            draft.sign(skill, stage, Told(text, place))
        else:
            draft.text(skill.at, stage, Told(text, place), "")


def _levels(draft: Draft, skill: SkillDraft) -> bool:
    """Whether the cells of a skill are levels."""
    return bool(draft.given.head.get("scale")) and draft.rated(skill)


def _more(draft: Draft, skill: SkillDraft) -> bool:
    """Whether several rows may be about the skill, a statement each."""
    return draft.given.layout.statements and not _levels(draft, skill)


def _again(draft: Draft, skill: SkillDraft, row: Row, first: Row) -> None:
    said = f"{quoted(skill.name)} stands on line {first.line} already, with other words"
    way_out = "" if _levels(draft, skill) else f"; {STATEMENTS}"
    draft.wrong(draft.place(row, draft.columns.of["skill"]), said + way_out)


def _refuse_bare_numbers(draft: Draft) -> None:
    """A table of numbers only is a matrix, and its map forgot the scale."""
    cells = [
        told.value
        for skill in draft.skills.values()
        for told in (*skill.at.values(), *chain.from_iterable(skill.signs.values()))
    ]
    numbers = (WELCOME.sub(r"\1", cell) for cell in cells)
    if cells and all(INTEGER.fullmatch(number) for number in numbers):
        said = "is missing: the cells are numbers, so name the levels, such as [Learning, Owning, Leading]"
        draft.problems.append(draft.given.problem(("scale",), said))
