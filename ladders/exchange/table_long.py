"""Long tables: one row for each stage and skill, with the level, the texts, or both."""

from __future__ import annotations

from collections.abc import Iterator

from ladders.exchange.problems import Guesses, quoted
from ladders.exchange.table_cells import Row, fold, squeeze
from ladders.exchange.table_columns import Columns
from ladders.exchange.table_draft import STATEMENTS, Draft, SkillDraft, Told


def draft_long(columns: Columns, rows: list[Row]) -> Draft:
    """The draft of a long table. The order of the stages is that of the map."""
    draft = Draft(columns)
    if "level" in columns.of and not draft.given.head.get("scale"):
        names = ", ".join(_first_seen(squeeze(columns.cell(row, "level")) for row in rows))
        said = f"is missing: name the levels in their order, from the lowest to the highest; the table has {names}"
        draft.problems.append(draft.given.problem(("scale",), said))
        return draft
    _Reader(draft).read(rows)
    return draft


def _first_seen(names: Iterator[str]) -> list[str]:
    """Up to five of the names, each once, in quotes."""
    return [quoted(name) for name in dict.fromkeys(name for name in names if name)][:5]


class _Reader:
    """Takes the rows of a long table into a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.columns = draft, draft.columns
        self.stages = {fold(stage.name): index for index, stage in enumerate(draft.columns.stages)}
        self.used = [*self.columns.of.values()]
        self.guesses = Guesses(tuple(stage.name for stage in draft.columns.stages))
        self.unknown: set[str] = set()
        self.met: set[int] = set()

    def read(self, rows: list[Row]) -> None:
        seen: dict[tuple[str, ...], Row] = {}
        for row in rows:
            first = seen.setdefault(tuple(row.cells[column] for column in self.used), row)
            if first is not row:
                self.draft.doubled(row, first)
                continue
            skill, stage = self.draft.skill(row), self.stage(row)
            if skill is not None and stage is not None:
                self.take(row, skill, stage)
            if self.draft.hopeless:
                return
        for index, stage_of_map in enumerate(self.columns.stages):
            if index not in self.met:
                said = f"no row has the stage {quoted(stage_of_map.name)}"
                self.draft.problems.append(self.draft.given.problem(("stages", index), said))

    def stage(self, row: Row) -> int | None:
        """The place of the row's stage in the order, or None and a problem, once for each unknown name."""
        name = squeeze(self.columns.cell(row, "stage"))
        known = self.stages.get(fold(name))
        if known is not None:
            self.met.add(known)
        elif not name:
            self.draft.wrong(self.draft.place(row, self.columns.of["stage"]), "is empty: every row names a stage")
        elif fold(name) not in self.unknown:
            self.unknown.add(fold(name))
            said = f"the map lists no stage {quoted(name)}{self.guesses.near(name)}"
            self.draft.wrong(self.draft.place(row, self.columns.of["stage"]), said)
        return known

    def told(self, row: Row, key: str) -> Told:
        column = self.columns.of.get(key)
        return Told(
            self.columns.cell(row, key), self.draft.place(row, self.columns.of["skill"] if column is None else column)
        )

    def take(self, row: Row, skill: SkillDraft, stage: int) -> None:
        draft, name = self.draft, quoted(skill.name)
        at = quoted(self.columns.stages[stage].name)
        draft.text(skill.description, None, self.told(row, "description"), f"{name} has another description")
        draft.text(draft.stage_texts, stage, self.told(row, "stage-text"), f"{at} has another text")
        if draft.given.layout.statements:
            draft.sign(skill, stage, self.told(row, "text"))
        else:
            draft.text(skill.at, stage, self.told(row, "text"), f"{name} has another text at {at}", STATEMENTS)
        given = self.told(row, "level")
        if not draft.rated(skill):
            return
        level = draft.level(given.value, given.place)
        draft.put(skill.expects, stage, Told(level, given.place), f"{name} has another level at {at}")
        self.level_text(row, skill, level.strip("()"), given)

    def level_text(self, row: Row, skill: SkillDraft, level: str, given: Told) -> None:
        """What the level means for the skill; the same wherever the level is."""
        told = self.told(row, "level-text")
        if level in self.draft.levels:
            said = f"{quoted(skill.name)} has another text for {quoted(given.value.strip('()'))}"
            self.draft.text(skill.levels, level, told, said, "if it is about the stage, name the column under text")
        elif told.value and not given.value:
            self.draft.wrong(given.place, "is empty, but there is a text for the level")
