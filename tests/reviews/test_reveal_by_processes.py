"""Both press at the same moment in processes of their own, on the database that is a file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys

import pytest
from django.db import connection

from tests.cast import Cast
from tests.house.source import ROOT
from tests.reviews.pairs import HERS, HIS, opened, part_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("ladder")]
PROCESSES = 4  # two for each of the two

SUBMITS = """
import django
django.setup()
from assessments.models import Assessment
from assessments.models.assessment import Submitted
part = Assessment.objects.get(pk={part})
print("ready", flush=True)
input()
try:
    part.submit()
    print("done")
except Submitted:
    print("submitted")
"""


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a database in a file, shared by processes")
def test_both_submit_in_processes_of_their_own(cast: Cast, tmp_path: os.PathLike[str]) -> None:
    review = opened(cast.ada, cast.bo)
    parts = [part_of(review, cast.ada, HERS).assessment, part_of(review, cast.bo, HIS).assessment]
    name = f"{tmp_path}/copy.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [name])
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "careerpath.settings", "DATABASE_URL": f"sqlite:///{name}"}
    started = [
        subprocess.Popen(  # noqa: S603 - our own words, run by this very Python
            [sys.executable, "-c", SUBMITS.format(part=parts[number % 2].pk)],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(PROCESSES)
    ]
    for one in started:
        assert one.stdout
        assert one.stdout.readline() == "ready\n"
    for one in started:
        assert one.stdin
        one.stdin.write("\n")
        one.stdin.flush()
    said = [one.communicate(timeout=60)[0].strip() for one in started]
    assert sorted(said) == ["done", "done", "submitted", "submitted"]
    with sqlite3.connect(name) as copy:
        revealed = copy.execute("SELECT revealed_at IS NOT NULL FROM assessments_appraisal").fetchall()
        told = copy.execute("SELECT person_id FROM people_notice WHERE kind = 'review_revealed'").fetchall()
        counted = copy.execute(
            "SELECT basis, count(*) FROM assessments_standing GROUP BY basis ORDER BY basis"
        ).fetchall()
    assert revealed == [(1,)]
    assert sorted(told) == sorted([(cast.ada.pk,), (cast.bo.pk,)])
    assert counted == [("manager", 24), ("self", 23)]
