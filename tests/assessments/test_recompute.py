"""Every figure of the gap page, worked out by hand from the cells of its table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from math import floor
from random import Random

import pytest
from django.test import Client

from assessments.models import Assessment
from ladders.chart import Chart
from people.models import Person
from tests.assessments.litany import SUBMITTED, ago, new_version, noted, place, rated
from tests.assessments.pages import Node, cells, facts, main
from tests.cast import Cast

Line = dict[str, str]


def lines(page: Node) -> list[Line]:
    """The rows of the table by the heads of its columns."""
    (head,) = cells(page, "thead")
    return [dict(zip(head, row, strict=True)) for row in cells(page)]


def percent(part: Fraction, whole: int | Fraction) -> int:
    """In per cent, half up."""
    return floor(100 * part / whole + Fraction(1, 2))


def level(cell: str) -> int | None:
    return None if cell == "–" else int(cell.strip("()"))


def is_required(line: Line) -> bool:
    return not line["Needs"].startswith("(")


def held(line: Line, column: str, more: int = 0) -> Fraction:
    """How much of what is needed is there, at most 1, with so many levels more."""
    now, need = level(line[column]), level(line["Needs"])
    assert now is not None
    assert need
    return Fraction(min(now + more, need), need)


def is_met(line: Line, column: str = "Now") -> bool:
    now, need = level(line[column]), level(line["Needs"])
    return now is not None and need is not None and now >= need


def by_hand(page: Node) -> dict[str, object]:
    """The figures as somebody with a pencil gets them."""
    required = [line for line in lines(page) if is_required(line)]
    musts = [line for line in required if line["Must-have"] == "yes"]
    known = [line for line in required if level(line["Now"]) is not None]
    weight = sum(int(line["Weight"]) for line in known)
    whole = sum(int(line["Weight"]) for line in required)
    earned = sum((int(line["Weight"]) * held(line, "Now") for line in known), Fraction(0))
    fresh = [line for line in known if int(line["Evidence, 12 months"])]
    current = sum((int(line["Weight"]) * held(line, "Now") for line in fresh), Fraction(0))
    enough = 100 * weight >= 60 * whole and weight > 0
    met = sum(map(is_met, required))
    return {
        "headline": f"{met} of {len(required)} expectations met",
        "Must-haves": f"{sum(map(is_met, musts))} of {len(musts)} met",
        "Weighted": f"{percent(earned, weight)} % of what is asked"
        if enough
        else "no percentage: less than 60 % is rated",
        "Coverage": f"{len(known)} of {len(required)} rated",
        "Freshness": (
            f"evidence from the last 12 months behind {sum(map(is_met, fresh))} of {met} met, "
            f"{percent(current, earned)} % of the credit"
        )
        if earned
        else "none: nothing is credited yet",
        "Range": (
            f"{sum(is_met(line, 'By your manager') for line in required)} met by your manager alone, "
            f"{sum(is_met(line, 'By you') for line in required)} by you alone"
        )
        if "By you" in required[0]
        else None,
        "lifts": {line["Skill"]: lift(line, weight) if enough else None for line in known if not is_met(line)},
    }


def lift(line: Line, weight: int) -> int:
    """What one level more adds to the weighted figure."""
    return percent(int(line["Weight"]) * (held(line, "Now", 1) - held(line, "Now")), weight)


def on_page(page: Node) -> dict[str, object]:
    """The same figures as the page says them."""
    said = facts(page)
    return {
        "headline": page.one("p", "figure").text,
        **{name: said.get(name) for name in ("Must-haves", "Weighted", "Coverage", "Freshness", "Range")},
        "lifts": {
            line["Skill"]: None if line["One step adds"] == "–" else int(line["One step adds"].strip("+ %"))
            for line in lines(page)
            if is_required(line) and level(line["Now"]) is not None and not is_met(line)
        },
    }


def check(page: Node) -> None:
    """Every cell follows from the cells before it, every figure from the cells, every sum from its addends."""
    figures = by_hand(page)
    assert on_page(page) == figures
    for line in lines(page):
        assert addends(line) == {name: line[name] for name in ("Gap", "Credit", "Weight × credit", "Met", "Weight")}
    for name, said in cells(page, "tfoot"):
        sum_, _, result = said.partition(" = ")
        if result:
            part, whole = map(Fraction, sum_.split(" / "))
            assert f"{percent(part, whole)} %" == result, name
    assert bar(page) == scale(page)
    lifts = figures["lifts"]
    assert isinstance(lifts, dict)
    assert dict(movers(page)) == {skill: lifts[skill] for skill, _ in movers(page)}
    assert sections(page) == dict(counted(page))


def addends(line: Line) -> Line:
    """What the cells of a line have to be, from what is needed, what is there and the weight."""
    now, need = level(line["Now"]), level(line["Needs"])
    assert need is not None
    counts = now is not None and is_required(line)
    credit = held(line, "Now") if counts else Fraction(0)
    weight = int(line["Weight"]) if is_required(line) else 0
    return {
        "Gap": "–" if now is None else str(max(need - now, 0)),
        "Credit": str(credit) if counts else "–",
        "Weight × credit": f"{float(weight * credit):.3f}".rstrip("0").rstrip(".") if counts else "–",
        "Met": ("1" if is_met(line) else "0") if is_required(line) else "–",
        "Weight": str(weight) if is_required(line) else "–",
    }


def bar(page: Node) -> list[int]:
    """The blocks of the bar: met, to grow, not rated."""
    blocks = [block.attrs.get("class", "") for block in page.one("ol", "scalebar").all("li")]
    return [blocks.count(kind) for kind in ("", "grow", "unknown")]


def scale(page: Node) -> list[int]:
    required = [line for line in lines(page) if is_required(line)]
    unknown = sum(level(line["Now"]) is None for line in required)
    met = sum(map(is_met, required))
    return [met, len(required) - met - unknown, unknown]


def movers(page: Node) -> Iterator[tuple[str, int | None]]:
    """What is said to move it most: the skill and how much."""
    for section in page.one("aside").all("section"):
        if section.all("h2")[0].text == "What would move this most":
            for item in section.all("li"):
                if item.all("a"):
                    added = item.text.partition("+")[2].partition(" ")[0]
                    yield item.one("a").text, int(added) if added else None


def sections(page: Node) -> dict[str, str]:
    """The counts beside the titles of the categories."""
    return {
        section.one("h3").text.removesuffix(f" {section.one('small').text}"): section.one("small").text
        for section in page.one("section", "rails").all("section")
    }


def counted(page: Node) -> Iterator[tuple[str, str]]:
    """The same counts, from the lines of the table about the skills in each category."""
    by_skill = {line["Skill"]: line for line in lines(page)}
    for section in page.one("section", "rails").all("section"):
        title = section.one("h3").text.removesuffix(f" {section.one('small').text}")
        skills = [row.one("h4").one("a").text for row in section.all("li", "rail-row")]
        required = [by_skill[skill] for skill in skills if is_required(by_skill[skill])]
        yield title, f"{sum(map(is_met, required))} of {len(required)}"


def fill(person: Person, ladder: Chart, manager: Person, seed: int) -> None:
    """Ratings and evidence by chance: some skills on no, one, two or three sides."""
    chance = Random(seed)
    share = chance.choice((0.3, 0.6, 0.9, 1))
    kinds = [(Assessment.Kind.SELF, person), (Assessment.Kind.MANAGER, manager), (Assessment.Kind.AGREED, manager)]
    for number, (kind, by) in enumerate(kinds[: chance.randint(1, 3)]):
        levels = {s.slug: chance.choice((None, *range(6))) for s in ladder.skills if chance.random() < share}
        levels |= {"delivery": chance.randint(0, 5)}
        rated(person, levels, SUBMITTED + timedelta(days=number), kind=kind, assessor=by)
    for _ in range(chance.randint(0, 12)):
        slugs = chance.sample([skill.slug for skill in ladder.skills], 2)
        noted(person, ladder, slugs, ago(chance.randint(0, 500)))


@pytest.mark.parametrize("seed", range(12))
def test_every_figure_follows_from_the_table(
    as_ada: Client, ada: Person, ladder: Chart, cast: Cast, seed: int
) -> None:
    fill(ada, ladder, cast.bo, seed)
    stages = Random(seed).sample(ladder.stages, 2)
    for stage in (ladder.stage["senior-pm"], *stages):
        check(main(as_ada.get(f"/gaps/{stage.pid}/")))


def test_with_weights(as_ada: Client, ada: Person, ladder: Chart, cast: Cast) -> None:
    fill(ada, ladder, cast.bo, 3)
    version = new_version()
    for number, expectation in enumerate(version.stage_rows.get(slug="senior-pm").expectations.order_by("pk")):
        expectation.weight = 1 + number % 3
        expectation.save()
    page = main(as_ada.get(f"/gaps/{ladder.stage['senior-pm'].pid}/"))
    assert {line["Weight"] for line in lines(page) if is_required(line)} == {"1", "2", "3"}
    check(page)


def test_a_filled_person_by_hand(as_ada: Client, ada: Person, ladder: Chart) -> None:
    place(ada, "product-manager", "senior-pm")
    rated(
        ada,
        {skill.slug: 3 for skill in ladder.skills if skill.slug != "mentoring"} | {"delivery": 4, "business": 2},
        at=datetime(2024, 3, 8, 9, tzinfo=UTC),
    )
    noted(ada, ladder, ["delivery", "business"], ago(5))
    page = main(as_ada.get("/gaps/", follow=True))
    # Of 22 skills, mentoring is not rated; 10 of those that need 4 are at 3, delivery at 4, business at 2 of 3,
    # and the other 9 reach what they need: 10 × 3/4 + 1 + 2/3 + 9 = 18 1/6. Delivery and business have evidence.
    assert cells(page, "tfoot") == [
        ["Met", "10 / 22"],
        ["Must-haves", "0 / 5"],
        ["Coverage", "21 / 22 = 95 %"],
        ["Weighted", "18.167 / 21 = 87 %"],
        ["Freshness", "1.667 / 18.167 = 9 %"],
    ]
    check(page)
