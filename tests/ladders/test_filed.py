"""A file as a chart: the same one that the database gives after taking it in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from ladders.chart import Chart
from ladders.exchange import LadderFile
from ladders.filed import Identities, chart_of_file
from ladders.importing import take_in
from ladders.models import Version
from ladders.published import chart_of, load
from tests.ladders.files import FOLDER, HEAD, SOUND, ladder
from tests.ladders.test_exchange_write import ladders

pytestmark = pytest.mark.django_db
FILES = (*sorted(Path("ladders/data").glob("*.yaml")), *SOUND[1:])


def taken(file: LadderFile) -> tuple[Version, Chart | None]:
    """The version that the file became, and the chart of the library it uses, which has every skill it names."""
    text = (FOLDER / "library.yaml").read_text().replace("id: small-talk", "id: writing")
    library = take_in(ladder(text), by=None).version if file.uses else None
    return take_in(file, by=None).version, chart_of(library.pk) if library else None


def known(version: Version) -> Identities:
    """What the database knows the parts of a version by."""
    skills = version.ladder.library.skills.values_list("slug", "pk", "pid")
    return Identities(
        ladder=version.ladder.pid,
        version=version.pid,
        stages=dict(version.stage_rows.values_list("slug", "pid")),
        ways=dict(version.wayin_rows.values_list("slug", "pid")),
        skills={slug: (pk, pid) for slug, pk, pid in skills},
    )


def in_order(found: Chart) -> list[Any]:
    """What equality of mappings does not see: the order of what a page goes through."""
    stages = [(stage, list(cells)) for stage, cells in found.expects.items()]
    return [stages, list(found.steps), [(list(skill.levels), list(skill.at)) for skill in found.skills]]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_the_chart_it_becomes(path: Path) -> None:
    file = ladder(path.read_bytes())
    version, library = taken(file)
    found = chart_of_file(file, known(version), library=library)
    assert found == load(version)
    assert in_order(found) == in_order(load(version))


RULES = st.sampled_from(["all", {"share": 80}, {"miss": {"skills": 1, "by": 1}, "x-why": 1}])


@given(ladders(), st.data())
def test_any_file_is_the_chart_it_becomes(data: dict[str, Any], draw: st.DataObject) -> None:
    """Also one of texts, with must-haves, weights and rules; in a transaction of its own, which is undone."""
    if draw.draw(st.booleans()):
        data = {key: value for key, value in data.items() if key not in ("scale", "expects")}
    skill = data["skills"][0]["id"]
    for stage in data["stages"]:
        stage["needs"] = draw.draw(RULES)
        stage["x-weights"] = {skill: draw.draw(st.integers(1, 3))}
        stage["x-must"] = draw.draw(st.sampled_from([[], [] if stray(data, stage["id"], skill) else [skill]]))
    file = LadderFile.model_validate(data)
    with transaction.atomic():
        version = take_in(file, by=None).version
        assert chart_of_file(file, known(version)) == load(version)
        transaction.set_rollback(True)


def stray(data: dict[str, Any], stage: str, skill: str) -> bool:
    """Whether the skill is only welcome at the stage, so that a must-have would not pass the check of a file."""
    return str(data.get("expects", {}).get(skill, {}).get(stage, "")).startswith("(")


def test_what_has_no_identity_yet_gets_one_that_stays() -> None:
    file = ladder((FOLDER / "matrix.yaml").read_bytes())
    found, again = chart_of_file(file), chart_of_file(file)
    assert found == again
    assert [skill.pk for skill in found.skills] == [-place for place in range(1, len(found.skills) + 1)]
    pids = [found.version, found.ladder, *found.stage_by_pid, *found.skill_by_pid]
    assert len(set(pids)) == 2 + len(found.stages) + len(found.skills)
    assert {len(pid) for pid in pids} == {16}
    fewer = chart_of_file(file.model_copy(update={"stages": file.stages[1:], "expects": type(file.expects)()}))
    assert [stage.pid for stage in fewer.stages] == [stage.pid for stage in found.stages[1:]]


def test_only_what_is_new_gets_a_stand_in() -> None:
    file = ladder((FOLDER / "matrix.yaml").read_bytes())
    version = take_in(file, by=None).version
    ids = known(version)
    fresh = file.skills[0].model_copy(update={"id": "brand-new"})
    found = chart_of_file(file.model_copy(update={"skills": (*file.skills, fresh)}), ids)
    assert replace(found, skills=found.skills[:-1]) == load(version)
    assert found.skills[-1].pk == -len(found.skills)


def test_what_the_library_does_not_have_is_left_out() -> None:
    file = ladder((FOLDER / "uses.yaml").read_bytes())
    alone = chart_of_file(file)
    assert (alone.skills, alone.scale, dict(alone.expects)) == ((), (), {"junior": {}, "senior": {}})
    library = chart_of_file(ladder((FOLDER / "library.yaml").read_bytes()))
    found = chart_of_file(file, library=library)
    assert [skill.slug for skill in found.skills] == ["research"]
    assert {stage: list(cells) for stage, cells in found.expects.items()} == {
        "junior": ["research"],
        "senior": ["research"],
    }


def test_links_are_addresses_in_every_form() -> None:
    forms = ("[a.example]", "{Guide: a.example}", "[{title: Guide, url: a.example}]", "[{Guide: a.example}]")
    for form in forms:
        skill = f"{{id: s, title: S, at: {{a: [{{text: T, links: {form}}}]}}}}"
        file = ladder(f"{HEAD}stages: [{{id: a, title: A}}]\nskills: [{skill}]")
        (sign,) = chart_of_file(file).skills[0].at["a"].statements
        assert sign.links == ("a.example",)
        (stored,) = load(take_in(file, by=None).version).skills[0].at["a"].statements
        assert stored.links == ("a.example",)
