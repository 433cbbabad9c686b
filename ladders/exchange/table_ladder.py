"""The ladder file that a draft comes to, as a tree like that of a YAML file, and where its parts came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ladders.exchange.problems import Finding, Guesses, Path, Problem, line_of, quoted, show_path
from ladders.exchange.slugs import slugs
from ladders.exchange.table_cells import fold, squeeze
from ladders.exchange.table_draft import Draft, Place, SkillDraft, Told
from ladders.exchange.table_map import Named, TableMap
from ladders.exchange.yaml_guard import Tree

SAME = "has the same text as "


@dataclass(frozen=True, slots=True)
class Assembled:
    """`tree` is what a YAML file would hold; `places` has the parts that do not stand in the map as they are here."""

    tree: dict[str, Tree]
    places: dict[Path, Place]
    given: TableMap

    def located(self, findings: Iterable[Finding]) -> Iterator[Problem]:
        """Findings about the tree as problems of the table or the map."""
        found = list(findings)
        same = any(said.startswith(SAME) for _, said in found)
        names = {show_path(path): place for path, place in self.places.items()} if same else {}
        for path, said in found:
            first = names.get(said.removeprefix(SAME))
            message = f"{SAME}line {first.line}, {first.path}" if first else said
            place = self._place(path)
            if place is None:
                yield self.given.problem(path, message)
            else:
                yield Problem(place.line, place.path, message, place.file)

    def _place(self, path: Path) -> Place | None:
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path)


def assemble(draft: Draft) -> Assembled:
    """The ladder file of a draft. What the map says about a skill or category that is not there becomes a problem."""
    assembled = Assembled({"format": "ladder/1", **draft.given.head}, {}, draft.given)
    skills = list(draft.skills.values())
    stage_ids = _stages(draft, assembled)
    categories = _categories(draft, skills, assembled)
    skill_ids = _skills(draft, skills, assembled, categories, stage_ids)
    expects: dict[str, Tree] = {}
    for slug, skill in zip(skill_ids, skills, strict=True):
        if skill.expects:
            expects[slug] = _cells(skill.expects, stage_ids, ("expects", slug), assembled)
            assembled.places["expects", slug] = skill.place
    if expects:
        assembled.tree["expects"] = expects
    return assembled


def _stages(draft: Draft, assembled: Assembled) -> list[str]:
    """Adds the stages; gives their ids."""
    columns = draft.columns
    ids = slugs([(_id(stage), _title(stage)) for stage in columns.stages], "stage")
    rows: list[Tree] = []
    for index, (slug, stage) in enumerate(zip(ids, columns.stages, strict=True)):
        text = draft.stage_texts.get(index)
        rows.append({"id": slug, **({"text": text.value} if text else {}), **stage.given})
        if text and "text" not in stage.given:
            assembled.places["stages", index, "text"] = text.place
        if not draft.given.stages:
            line = columns.grid.header.line
            assembled.places["stages", index] = Place(line, columns.header(columns.stage_at[index]))
    assembled.tree["stages"] = rows
    return ids


def _categories(draft: Draft, skills: list[SkillDraft], assembled: Assembled) -> dict[str, str]:
    """Adds the categories, those of the map first; gives their ids by folded name."""
    there = {fold(skill.category): skill for skill in reversed(skills) if skill.category}
    known = tuple({skill.category: None for skill in skills if skill.category})
    listed = {fold(row.name): row for row in draft.given.categories}
    guesses = Guesses(known)
    for index, row in enumerate(draft.given.categories):
        if fold(row.name) not in there:
            said = f"the table has no category {quoted(row.name)}{guesses.near(row.name)}"
            draft.problems.append(draft.given.problem(("categories", index), said))
    new = [name for name in known if fold(name) not in listed]
    new = list({fold(name): name for name in reversed(new)}.values())[::-1]
    rows = [*draft.given.categories, *(Named(name, {"title": name}) for name in new)]
    ids = slugs([(_id(row), _title(row)) for row in rows], "category")
    if rows:
        assembled.tree["categories"] = [{"id": slug, **row.given} for slug, row in zip(ids, rows, strict=True)]
    for index, row in enumerate(rows):
        if fold(row.name) not in listed:
            line = there[fold(row.name)].place.line
            header = draft.columns.header(draft.columns.of["category"])
            assembled.places["categories", index] = Place(line, header)
    return {fold(row.name): slug for slug, row in zip(ids, rows, strict=True)}


def _skills(
    draft: Draft, skills: list[SkillDraft], assembled: Assembled, categories: dict[str, str], stage_ids: list[str]
) -> list[str]:
    """Adds the skills with their texts; gives their ids."""
    listed = {fold(row.name): (index, row) for index, row in enumerate(draft.given.skills)}
    _missing_skills(draft, skills, listed)
    nothing = (0, Named("", {}))
    extra = [listed.get(fold(skill.name), nothing) for skill in skills]
    named = [(_id(row), _title(row) or skill.name) for skill, (_, row) in zip(skills, extra, strict=True)]
    ids = slugs(named, "skill")
    rows: list[Tree] = []
    for place, (slug, skill, (index, row)) in enumerate(zip(ids, skills, extra, strict=True)):
        path: Path = ("skills", place)
        assembled.places[path] = skill.place
        tree: dict[str, Tree] = {"id": slug, "title": skill.name}
        if skill.category:
            tree["category"] = categories[fold(skill.category)]
        for told in skill.description.values():
            tree["text"] = told.value
            assembled.places[*path, "text"] = told.place
        if skill.levels:
            tree["levels"] = _texts(dict(sorted(skill.levels.items(), key=_by_level)), (*path, "levels"), assembled)
        if skill.signs:
            tree["at"] = _statements(skill.signs, stage_ids, (*path, "at"), assembled)
        elif skill.at:
            tree["at"] = _cells(skill.at, stage_ids, (*path, "at"), assembled)
        for key, value in row.given.items():
            tree[key] = value
            there: Path = ("skills", index, key)
            line = line_of(there, draft.given.lines)
            assembled.places[*path, key] = Place(line, show_path(there), draft.given.file)
        rows.append(tree)
    assembled.tree["skills"] = rows
    return ids


def _missing_skills(draft: Draft, skills: list[SkillDraft], listed: dict[str, tuple[int, Named]]) -> None:
    there = {fold(skill.name) for skill in skills}
    guesses = Guesses(tuple(skill.name for skill in skills))
    for name, (index, row) in listed.items():
        if name not in there:
            said = f"the table has no skill {quoted(row.name)}{guesses.near(row.name)}"
            draft.problems.append(draft.given.problem(("skills", index), said))


def _cells(told: dict[int, Told], stage_ids: list[str], path: Path, assembled: Assembled) -> dict[str, Tree]:
    """What is said for each stage, in the order of the stages."""
    return _texts({stage_ids[stage]: told[stage] for stage in sorted(told)}, path, assembled)


def _statements(signs: dict[int, list[Told]], stage_ids: list[str], path: Path, assembled: Assembled) -> Tree:
    """The statements for each stage, in the order of the stages."""
    rows: dict[str, Tree] = {}
    for stage in sorted(signs):
        at: Path = (*path, stage_ids[stage])
        assembled.places[at] = signs[stage][0].place
        assembled.places.update(((*at, number), told.place) for number, told in enumerate(signs[stage]))
        rows[stage_ids[stage]] = [told.value for told in signs[stage]]
    return rows


def _texts(told: dict[str, Told], path: Path, assembled: Assembled) -> dict[str, Tree]:
    for key, one in told.items():
        assembled.places[*path, key] = one.place
    return {key: one.value for key, one in told.items()}


def _by_level(pair: tuple[str, Told]) -> int:
    return int(pair[0])


def _id(row: Named) -> str:
    given = row.given.get("id")
    return str(given) if isinstance(given, str) else ""


def _title(row: Named) -> str:
    given = row.given.get("title")
    return squeeze(given) if isinstance(given, str) else ""
