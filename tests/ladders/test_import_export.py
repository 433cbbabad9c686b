"""Files through the database and back, and the commands for people who keep them in Git."""

from __future__ import annotations

from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import CommandError, call_command

from ladders.exchange import LadderFile, read, write
from ladders.exporting import file_of
from ladders.importing import CannotImport, take_in
from ladders.models import Ladder, Stage, Version
from ladders.needs import All, Points
from ladders.published import chart_of
from skills.models import Edition, Skill
from tests.factories import DEFAULT_LADDER

pytestmark = pytest.mark.django_db
FILES = Path(__file__).parent / "files"
SOUND = [DEFAULT_LADDER, *(FILES / f"{name}.yaml" for name in ("matrix", "points", "text", "library"))]


def file(path: Path) -> LadderFile:
    found = read(path.read_bytes(), path.name).ladder
    assert found is not None
    return found


def changed(ladder: LadderFile, **values: Any) -> LadderFile:
    return ladder.model_copy(update=values)


def run(command: str, *arguments: str, **options: Any) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command(command, *arguments, stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_what_went_in_comes_out(path: Path) -> None:
    ladder = file(path)
    version = take_in(ladder, by=None).version
    assert file_of(version) == ladder
    if path.stem != "library":  # its 0.5 and 1.10 stay words, which YAML readers elsewhere take for numbers
        assert yaml.safe_load(write(file_of(version))) == yaml.safe_load(path.read_text())


def test_the_same_file_again_changes_nothing() -> None:
    first, again = take_in(file(DEFAULT_LADDER), by=None), take_in(file(DEFAULT_LADDER), by=None)
    assert (first.new, again.new, again.version.pk) == (True, False, first.version.pk)
    assert Version.objects.count() == 1


def test_a_changed_text_makes_one_new_edition_and_keeps_every_identity() -> None:
    ladder = file(DEFAULT_LADDER)
    old = take_in(ladder, by=None).version
    reworded = ladder.skills[0].model_copy(update={"text": "Other words."})
    new = take_in(changed(ladder, version="1.1", skills=(reworded, *ladder.skills[1:])), by=None).version
    assert Edition._default_manager.count() == 25
    assert Skill._default_manager.count() == 24
    pids = [dict(Stage._default_manager.filter(version=version).values_list("slug", "pid")) for version in (old, new)]
    assert pids[0] == pids[1]
    assert (chart_of(old.pk).skills[0].text, chart_of(new.pk).skills[0].text) == (
        ladder.skills[0].text,
        "Other words.",
    )
    assert Ladder.objects.get().versions.in_force(date(2100, 1, 1)).first() == new


def test_the_chart_says_what_the_file_says() -> None:
    ladder = file(DEFAULT_LADDER)
    chart = chart_of(take_in(ladder, by=None).version.pk)
    assert [stage.slug for stage in chart.stages] == [stage.id for stage in ladder.stages]
    assert {stage.slug: stage.next for stage in chart.stages} == ladder.leads_on()
    assert chart.expects["senior-pm"]["org-design"].required is False
    assert "prioritisation" not in chart.expects["product-associate"]
    assert {slug for slug, wants in chart.expects["senior-pm"].items() if wants.must} == set(ladder.stages[4].must)
    assert [level.name for level in chart.scale] == [level.name for level in ladder.scale]
    assert chart.skill["delivery"].levels[3].text == ladder.skills[9].levels.rows[3].text
    assert chart.steps["product-manager", "senior-pm"].stop == ladder.steps[3].stop
    assert chart.needs == All()


def test_a_text_ladder_expects_what_it_words() -> None:
    chart = chart_of(take_in(file(FILES / "text.yaml"), by=None).version.pk)
    for skill in chart.skills:
        for place, stage in enumerate(chart.stages, 1):
            wants = chart.expects[stage.slug].get(skill.slug)
            assert (wants.level if wants else None) == (place if stage.slug in skill.at else None)


def test_a_text_ladder_keeps_its_must_haves_and_weights() -> None:
    plain = read((FILES / "text.yaml").read_bytes()).ladder
    assert plain is not None
    first, *rest = plain.stages
    ladder = plain.model_copy(
        update={"stages": (first.model_copy(update={"must": ("users",), "weights": {"users": 2}}), *rest)}
    )
    version = take_in(ladder, by=None).version
    assert file_of(version) == ladder
    wants = chart_of(version.pk).expects[first.id]["users"]
    assert (wants.must, wants.weight) == (True, 2)


def test_a_points_ladder_keeps_its_rule_at_each_stage() -> None:
    chart = chart_of(take_in(file(FILES / "points.yaml"), by=None).version.pk)
    assert [stage.needs for stage in chart.stages] == [Points(0), Points(5), Points(17), Points(36)]


def test_a_library_lends_its_skills_and_its_scale() -> None:
    with pytest.raises(CannotImport, match='there is no library "shared-skills" here: import it first'):
        take_in(file(FILES / "uses.yaml"), by=None)
    library = take_in(file(FILES / "library.yaml"), by=None).version
    borrowed = {"research": {"one": 1}}
    plain = {"format": "ladder/1", "id": "team", "title": "Team", "uses": "shared-skills", "expects": borrowed}
    skill = library.skills.select_related("edition__skill").order_by("position")[0].edition.skill
    plain["expects"] = {skill.slug: {"one": 1}}
    team = LadderFile.model_validate({**plain, "stages": [{"id": "one", "title": "One"}]})
    version = take_in(team, by=None).version
    assert (version.scale, [found.pk for found in chart_of(version.pk).skills]) == (library.scale, [skill.pk])
    assert file_of(version) == team


def test_check_says_every_error_with_line_and_path(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        "format: ladder/1\nid: a\ntitle: A\nstages:\n  - {id: one, title: One, next: [two]}\nnonsense: 1\n"
    )
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="2 errors") as complaint:
        call_command("ladder_check", str(bad), stdout=out, stderr=err)
    assert complaint.value.returncode == 1
    assert [line.split(": ", 1)[0] for line in err.getvalue().splitlines()] == [f"{bad}:5", f"{bad}:6"]
    assert "stages[0].next[0]" in err.getvalue()
    assert Version.objects.count() == 0


def test_check_of_a_sound_file() -> None:
    out, err = run("ladder_check", str(DEFAULT_LADDER))
    assert (out, err) == ("product-management 1.0: 10 stages, 24 skills, no errors\n", "")


def test_import_dry_then_real_then_again() -> None:
    name = str(DEFAULT_LADDER)
    assert run("ladder_import", name, dry_run=True)[0] == (
        "product-management 1.0: would become version 1; nothing was changed\n"
    )
    assert (Ladder.objects.count(), Version.objects.count(), Skill._default_manager.count()) == (0, 0, 0)
    assert run("ladder_import", name)[0] == (
        "product-management 1.0: in force from today as version 1, 10 stages, 24 skills\n"
    )
    assert run("ladder_import", name)[0] == ("product-management 1.0: nothing changes, it is in force as version 1\n")


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(CommandError, match="No such file"):
        run("ladder_import", "nowhere.yaml")


def test_export_to_stdout_is_the_file_again() -> None:
    run("ladder_import", str(DEFAULT_LADDER))
    out, _err = run("ladder_export", "product-management")
    assert read(out.encode()).ladder == file(DEFAULT_LADDER)
    with pytest.raises(CommandError, match='There is no ladder "nonsense" here'):
        run("ladder_export", "nonsense")


def test_step_prints_one_line_for_each_skill() -> None:
    run("ladder_import", str(DEFAULT_LADDER))
    out, _err = run("ladder_step", "product-management", "senior-pm", "principal-pm")
    lines = [line.split("\t") for line in out.splitlines()]
    assert len(lines) == 24
    assert lines[0] == ["user-research", "4", "5"]
    assert ["people-management", "2", "(2)"] in lines
    with pytest.raises(CommandError, match='There is no stage "nonsense" on product-management'):
        run("ladder_step", "product-management", "senior-pm", "nonsense")
