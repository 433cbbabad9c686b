"""The table to take along: what the page says, line by line, and nothing else."""

from __future__ import annotations

import csv
import re
from io import StringIO

import pytest
from django.test import Client

from organisation.models import Snapshot
from tests.cast import Cast
from tests.organisation.sheets import freeze

pytestmark = pytest.mark.django_db
URL = "/organisation/table.csv"


@pytest.fixture
def hal(client: Client, cast: Cast) -> Client:
    client.force_login(cast.hal)
    return client


def lines(client: Client, **query: str) -> list[list[str]]:
    return list(csv.reader(StringIO(client.get(URL, query).content.decode())))


def test_the_whole(hal: Client) -> None:
    freeze()
    assert lines(hal) == [
        ["What", "Category", "Skill", "Group", "Results from", "Answer", "People, about"],
        ["Reviews", "", "", "Whole organisation", "Q2 2024", "agreed in this quarter", "20"],
        ["Reviews", "", "", "Whole organisation", "Q2 2024", "not agreed in this quarter", "20"],
        [
            "Skill",
            "Category 0",
            "Skill 0",
            "Whole organisation",
            "Apr 2024 to Jun 2024",
            "meet what their stage expects",
            "20",
        ],
        ["Skill", "Category 0", "Skill 0", "Whole organisation", "Apr 2024 to Jun 2024", "not yet", "20"],
    ]


def test_a_hidden_group_is_a_line_with_the_reason(hal: Client) -> None:
    freeze()
    assert ["Reviews", "", "", "Director, Billing", "Q2 2024", "hidden to protect people", ""] in lines(
        hal, cut="line"
    )


def test_every_number_stands_on_the_page(hal: Client) -> None:
    freeze(many=3, skills=6)
    for cut in ("whole", "ladder", "phase", "line"):
        told = {line[6] for line in lines(hal, cut=cut)[1:] if line[6]}
        page = hal.get("/organisation/", {"cut": cut}).content.decode()
        shown = set(re.findall(r"\d+", re.sub(r"<[^>]+>", " ", page)))
        groups = {line[6] for line in lines(hal, cut=cut)[1:] if line[5] in ("not yet", "not agreed in this quarter")}
        assert told - groups - shown == set()


def test_a_name_is_no_formula(hal: Client) -> None:
    snapshot = freeze(many=1)[0]
    snapshot.sheet["skills"][0]["title"] = "=1+1"
    Snapshot.objects.filter(pk=snapshot.pk).update(sheet=snapshot.sheet)
    assert {line[2] for line in lines(hal)} == {"Skill", "", "'=1+1"}


def test_is_called_like_its_quarter_and_its_cut(hal: Client) -> None:
    freeze()
    response = hal.get(URL, {"quarter": "2024-Q1", "cut": "line"})
    assert response["Content-Disposition"] == 'attachment; filename="organisation-2024-Q1-line.csv"'
    assert response["Content-Type"] == "text/csv; charset=utf-8"


def test_there_is_none_before_the_first_snapshot(hal: Client) -> None:
    assert hal.get(URL).status_code == 404


@pytest.mark.parametrize("name", ["ada", "bo", "cy", "lin", "root"])
def test_to_everybody_else_it_says_for_whom_it_is(client: Client, cast: Cast, name: str) -> None:
    freeze()
    client.force_login(getattr(cast, name))
    response = client.get(URL)
    assert (response.status_code, response["Content-Type"]) == (403, "text/html; charset=utf-8")


def test_signed_out(client: Client) -> None:
    assert client.get(URL).status_code == 302
