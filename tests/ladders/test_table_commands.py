"""The commands with `--as` and `--map`."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from ladders.exporting import file_of
from ladders.models import Ladder, Version
from tests.ladders.tables import MATRIX, ladder

pytestmark = pytest.mark.django_db
TABLE = "Skill,One,Two\nAim,1,2\n"


@pytest.fixture(name="files")
def table_and_map(tmp_path: Path) -> tuple[str, str]:
    table, given = tmp_path / "table.csv", tmp_path / "map.yaml"
    table.write_text(TABLE)
    given.write_text(MATRIX)
    return str(table), str(given)


def run(*arguments: str) -> tuple[str, str, str]:
    """What a command writes to stdout and stderr, and its complaint."""
    out, err = StringIO(), StringIO()
    try:
        call_command(*arguments, stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), err.getvalue(), f"{error.returncode}: {error}"
    return out.getvalue(), err.getvalue(), ""


def test_check(files: tuple[str, str]) -> None:
    table, given = files
    assert run("ladder_check", table, "--as", "wide", "--map", given) == (
        "l : 2 stages, 1 skills, no errors\n",
        f'{table}:2: Skill: no level of "aim" is described (warning)\n',
        "",
    )


def test_check_names_the_file_of_each_error(files: tuple[str, str]) -> None:
    table, given = files
    Path(table).write_text("Skill,One,Two\nAim,7,2\n")
    Path(given).write_text(f"{MATRIX}language: english!\n")
    out, err, complaint = run("ladder_check", table, "--as", "wide", "--map", given)
    assert (out, complaint) == ("", f"1: {table}: 2 errors")
    assert err.splitlines() == [
        f"{given}:4: language: must be a language code such as en or pt-BR",
        f"{table}:2: One: there is no level 7; the scale has 1, 2, 3",
    ]


def test_import_dry_then_real_then_again(files: tuple[str, str]) -> None:
    table, given = files
    arguments = ("ladder_import", table, "--as", "wide", "--map", given)
    assert run(*arguments, "--dry-run")[0] == "l: would become version 1; nothing was changed\n"
    assert (Ladder.objects.count(), Version.objects.count()) == (0, 0)
    assert run(*arguments)[0] == "l: in force from today as version 1, 2 stages, 1 skills\n"
    assert run(*arguments)[0] == "l: nothing changes, it is in force as version 1\n"
    assert file_of(Version.objects.get()) == ladder(TABLE, MATRIX)


def test_nothing_is_imported_from_a_table_with_an_error(files: tuple[str, str]) -> None:
    table, given = files
    Path(table).write_text(f"{TABLE}Care,1,9\n")
    assert run("ladder_import", table, "--as", "wide", "--map", given) == (
        "",
        f"{table}:3: Two: there is no level 9; the scale has 1, 2, 3\n",
        f"1: {table}: 1 error",
    )
    assert (Ladder.objects.count(), Version.objects.count()) == (0, 0)


def test_both_or_neither(files: tuple[str, str]) -> None:
    table, given = files
    for arguments in (("--as", "wide"), ("--map", given)):
        assert run("ladder_check", table, *arguments)[2] == "1: A table needs both --as and --map."
    assert run("ladder_check", table, "--as", "long", "--map", f"{given}.gone")[2] == (
        f"1: {given}.gone: No such file or directory"
    )
