"""Several files in one command: what uses others comes after them, and all go in or none."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from ladders.exchange import write
from ladders.models import Ladder, Version
from tools.bench.frameworks import framework

pytestmark = pytest.mark.django_db
HEAD = "format: ladder/1\nid: {}\ntitle: Its title\n"
LADDER = (
    HEAD
    + "scale: [{{level: 1, name: One}}, {{level: 2, name: Two}}]\n"
    + (
        "stages:\n  - {{id: a, title: Start, text: The first stage of all of them.}}\n  - {{id: b, title: Next}}\n"
        "skills: [{{id: s, title: Sewing, levels: {{1: One., 2: Two.}}}}]\nexpects:\n  s: {{a: 1, b: 2}}\n"
    )
)
USES = HEAD + "uses: framework-skills\nstages:\n  - {{id: a, title: A}}\nexpects:\n  skill-1: {{a: 3}}\n"


def run(*arguments: str) -> tuple[list[str], str, str]:
    """The lines of stdout, stderr and the complaint."""
    out, err = StringIO(), StringIO()
    try:
        call_command("ladder_import", *arguments, stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue().splitlines(), err.getvalue(), str(error)
    return out.getvalue().splitlines(), err.getvalue(), ""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of five skills and two ladders that use it; the library comes last by its name."""
    names = ["z-library", "a-role", "b-role"]
    for name, file in zip(names, framework(ladders=2, skills=5), strict=True):
        (tmp_path / f"{name}.yaml").write_text(write(file), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no ladder")
    return tmp_path


def test_a_folder(folder: Path) -> None:
    stages = "5 stages, 5 skills"
    assert run(str(folder)) == (
        [
            "1/3 framework-skills: in force from today as version 1, 0 stages, 5 skills",
            f"2/3 role-1: in force from today as version 1, {stages}",
            f"3/3 role-2: in force from today as version 1, {stages}",
            "3 files: 3 changed something",
        ],
        "",
        "",
    )
    assert run(str(folder), str(folder / "a-role.yaml"))[0][-1] == "3 files: 0 changed something"
    assert Version.objects.count() == 3


def test_a_dry_run_of_a_folder(folder: Path) -> None:
    lines, _err, complaint = run(str(folder), "--dry-run")
    assert (lines[0], lines[-1], complaint) == (
        "1/3 framework-skills: would become version 1; nothing was changed",
        "3 files: 3 would change something; nothing was changed",
        "",
    )
    assert Ladder.objects.count() == 0


def test_every_error_of_every_file_is_said_and_nothing_is_imported(folder: Path) -> None:
    for name in ("c-role", "d-role"):
        (folder / f"{name}.yaml").write_text(HEAD.format(name) + "stages: [{id: a, title: A, next: [b]}]\n")
    out, err, complaint = run(str(folder))
    assert (out, complaint) == ([], "\n".join(f"{folder}/{name}.yaml: 1 error" for name in ("c-role", "d-role")))
    assert err.splitlines() == [
        f'{folder}/{name}.yaml:4: stages[0].next[0]: there is no stage "b"' for name in ("c-role", "d-role")
    ]
    assert Ladder.objects.count() == 0


def test_one_that_does_not_fit_its_library_keeps_all_out(folder: Path) -> None:
    (folder / "e-role.yaml").write_text(USES.format("e") + "  skill-2: {a: 7}\n")
    (folder / "f-role.yaml").write_text(USES.format("f") + "  skill-9: {a: 1}\n")
    wrong, there = folder / "e-role.yaml", 'the scale of the library "framework-skills" has 1, 2, 3, 4'
    _out, err, complaint = run(str(folder))
    assert (err, complaint) == (f"{wrong}:9: expects.skill-2.a: there is no level 7; {there}\n", f"{wrong}: 1 error")
    assert Ladder.objects.count() == 0
    wrong.unlink()
    _out, err, complaint = run(str(folder))
    assert err == f'{folder}/f-role.yaml:9: expects.skill-9: the library "framework-skills" has no skill "skill-9"\n'
    assert Ladder.objects.count() == 0


def test_what_the_command_does_not_take(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    empty, again = tmp_path_factory.mktemp("empty"), folder / "again.yaml"
    assert run(str(empty))[2] == f"{empty}: there is no .yaml file in this folder"
    assert run(str(folder), "--as", "wide", "--map", "map.yaml")[2] == (
        "A table is imported by itself: it has a map of its own."
    )
    again.write_bytes((folder / "b-role.yaml").read_bytes())
    assert run(str(folder))[2] == f'{again} and {folder}/b-role.yaml have the same id, "role-2"'
    assert run("nowhere.yaml")[2] == "nowhere.yaml: No such file or directory"


def test_a_dry_run_says_what_is_different(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_text(LADDER.format("one"))
    run(str(path))
    text = LADDER.format("one").replace("b: 2", "b: (2)").replace("all of them", "them all")
    path.write_text(text + "summary: A word about it.\n")
    assert run(str(path), "--dry-run")[0] == [
        "one: would become version 2; nothing was changed",
        "  3 changes: 1 asks less, 2 wordings",
        "  Start",
        "  - Description, reworded:",
        "      The first stage of [-all of them-]{+them all+}.",
        "  Next",
        "  - Sewing is only welcome now, at 2 Two; it was expected at 2 Two.",
        "  The whole ladder",
        "  - Summary, new: A word about it.",
    ]
    assert Version.objects.count() == 1
