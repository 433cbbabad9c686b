"""The worked example of docs/formula.md, computed anew."""

from __future__ import annotations

from ladders.gaps import Gap, gap
from ladders.needs import All, Miss, Needs, Points, Share
from ladders.readiness import FORMULA_VERSION
from ladders.verdict import verdict
from tests.docs.pages import page, rows
from tests.ladders.charts import SCALE, agreed, scaled

FORMULA = page("docs/formula.md")
SKILLS = [cells for cells in rows(FORMULA.sections["An example"]) if len(cells) == 6]
FIGURES = {cells[0]: cells[1] for cells in rows(FORMULA.sections["An example"]) if len(cells) == 3}


def example(needs: Needs | None = None) -> tuple[Gap, bool | None]:
    """The gap of the example and whether the stage is met under a rule."""
    matrix = {
        name: {"senior": f"{needed}{'!' if must == 'yes' else ''}x{weight}"}
        for name, needed, weight, must, _held, _evidence in SKILLS
    }
    held = {name: int(level) for name, _, _, _, level, _ in SKILLS if level.isdecimal()}
    evidence = {name: (0, 0, 0, int(count)) for name, *_, count in SKILLS}
    points = tuple(type(level)(level.number, level.name, points=level.number) for level in SCALE)
    chart = scaled({"senior": ""}, matrix, needs=needs, scale=points)
    found = gap(chart, "senior", agreed(**held), evidence)
    return found, verdict(chart, found).met


def test_the_figures_are_right() -> None:
    found, _ = example()
    lifts = {f"lift of {row.skill.slug}": f"{row.lift_percent} %" for row in found.moves}
    assert {
        "met": f"{found.met} of {found.expected}",
        "to grow": str(found.grow),
        "not rated": str(found.unknown),
        "must-haves": f"{found.musts.met} of {found.musts.total}",
        "coverage": f"{found.coverage.percent} %",
        "weighted": f"{found.weighted} %",
        "freshness": f"{found.freshness.percent} %",
        **lifts,
    } == FIGURES


def test_the_must_have_moves_first() -> None:
    found, _ = example()
    assert [row.skill.slug for row in found.moves] == ["communication", "strategy"]
    assert [row.skill.slug for row in found.musts.open] == ["communication"]


def test_no_rule_is_met_in_the_example() -> None:
    rules: list[Needs] = [All(), Share(20), Points(1), Miss(skills=5, by=5)]
    assert [example(needs)[1] for needs in rules] == [False] * 4


def test_the_version_is_the_one_in_force() -> None:
    assert f"This is version {FORMULA_VERSION} of the\nformula" in FORMULA.text
