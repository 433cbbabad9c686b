"""Wide tables: one row for each skill, one column for each stage; cells are levels or texts."""

from __future__ import annotations

from ladders.exchange.fields import INTEGER, WELCOME
from ladders.exchange.problems import quoted
from ladders.exchange.table_cells import Row
from ladders.exchange.table_columns import Columns
from ladders.exchange.table_draft import Draft, SkillDraft, Told


def draft_wide(columns: Columns, rows: list[Row]) -> Draft:
    """The draft of a wide table. With a scale in the map the cells are levels, otherwise texts."""
    draft = Draft(columns)
    seen: dict[int, Row] = {}
    for row in rows:
        skill = draft.skill(row)
        if draft.hopeless:
            return draft
        if skill is None:
            continue
        first = seen.setdefault(id(skill), row)
        if first is not row:
            _again(draft, skill, row, first)
            continue
        if "description" in columns.of:
            place = draft.place(row, columns.of["description"])
            draft.text(skill.description, None, Told(columns.cell(row, "description"), place), "")
        _stages(draft, skill, row)
    if not draft.given.head.get("scale"):
        _refuse_bare_numbers(draft)
    return draft


def _stages(draft: Draft, skill: SkillDraft, row: Row) -> None:
    levels = bool(draft.given.head.get("scale")) and draft.rated(skill)
    for stage, column in enumerate(draft.columns.stage_at):
        text, place = row.cells[column], draft.place(row, column)
        if levels:
            draft.put(skill.expects, stage, Told(draft.level(text, place), place), "")
        else:
            draft.text(skill.at, stage, Told(text, place), "")


def _again(draft: Draft, skill: SkillDraft, row: Row, first: Row) -> None:
    said = (column for key, column in draft.columns.of.items() if key not in {"skill", "category"})
    used = [*said, *draft.columns.stage_at]
    if all(row.cells[column] == first.cells[column] for column in used):
        draft.doubled(row, first)
    else:
        draft.wrong(
            draft.place(row, draft.columns.of["skill"]),
            f"{quoted(skill.name)} stands on line {first.line} already, with other words",
        )


def _refuse_bare_numbers(draft: Draft) -> None:
    """A table of numbers only is a matrix, and its map forgot the scale."""
    cells = [told.value for skill in draft.skills.values() for told in skill.at.values()]
    numbers = (WELCOME.sub(r"\1", cell) for cell in cells)
    if cells and all(INTEGER.fullmatch(number) for number in numbers):
        said = "is missing: the cells are numbers, so name the levels, such as [Learning, Owning, Leading]"
        draft.problems.append(draft.given.problem(("scale",), said))
