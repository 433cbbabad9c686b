"""The map of a table as a file for the command line."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from django.core.management import call_command
from django.test import Client

from drafts.upload_map import first_choices, write_map
from drafts.uploading import reading_of
from ladders.exchange.table_guess import guess
from ladders.exporting import file_of
from ladders.models import Version
from tests.assessments.litany import leads_to_welcome
from tests.cast import Cast
from tests.drafts.brought import WIDE, brought, url_of
from tests.drafts.conftest import client_of

FOUND, _PROBLEMS = guess(WIDE)
assert FOUND is not None
GIVEN = write_map(FOUND, first_choices(FOUND, "Ours"))


def test_the_command_line_reads_the_same_with_it(as_lin: Client, cast: Cast, tmp_path: Path) -> None:
    upload = brought(cast.lin, WIDE, "ours.csv", "wide", GIVEN)
    answer = as_lin.get(url_of(upload, "map/file/"))
    assert answer.headers["Content-Type"] == "application/yaml; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="ours.csv-map.yaml"'
    table, given = tmp_path / "ours.csv", tmp_path / "map.yaml"
    table.write_bytes(WIDE)
    given.write_bytes(answer.content)
    call_command("ladder_import", str(table), kind="wide", map=str(given), stdout=StringIO(), stderr=StringIO())
    assert file_of(Version.objects.get()) == reading_of(upload).ladder


def test_there_is_none_before_the_columns_are_explained(as_lin: Client, cast: Cast) -> None:
    assert as_lin.get(url_of(brought(cast.lin, WIDE, "ours.csv", "wide"), "map/file/")).status_code == 404


def test_for_nobody_else(cast: Cast, as_cy: Client) -> None:
    url = url_of(brought(cast.lin, WIDE, "ours.csv", "wide", GIVEN), "map/file/")
    assert (as_cy.get(url).status_code, client_of(cast.ada).get(url).status_code) == (404, 404)
    assert client_of(cast.lin).post(url).status_code == 405
    leads_to_welcome(url)
