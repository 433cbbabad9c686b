"""The practice cases, and which of them one has rated."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from calibration.models import PracticeAnswer
from ladders.chart import Chart
from ladders.models import Publication
from tests.calibration.scenes import client_of
from tests.cast import Cast

URL = "/practice/"


def test_names_the_cases_and_marks_those_that_are_rated(cast: Cast, ladder: Chart) -> None:
    client = client_of(cast.bo)
    PracticeAnswer.keep(cast.bo, "two-roadmaps", {"business": 1})
    page = client.get(URL).content.decode()
    titles = ("The refund button", "Two roadmaps", "A quiet quarter", "A loud launch")
    assert [title in page for title in titles] == [True] * 4
    assert page.count("rated</span>") == 1


def test_nobody_else_learns_that_somebody_practised(cast: Cast, ladder: Chart) -> None:
    """The page of everybody else is the same before and after."""
    others = [client_of(person) for person in (cast.ada, cast.cy, cast.hal, cast.root)]
    before = [client.get(URL).content.decode().count("rated</span>") for client in others]
    PracticeAnswer.keep(cast.bo, "two-roadmaps", {"business": 1})
    assert [client.get(URL).content.decode().count("rated</span>") for client in others] == before == [0] * 4


def test_without_a_ladder_that_has_the_skills_it_says_so(cast: Cast, ladder: Chart) -> None:
    Publication.objects.update(effective_on=timezone.localdate().replace(year=2126))
    assert "The cases do not fit here" in client_of(cast.bo).get(URL).content.decode()


def test_signed_out(db: None) -> None:
    assert Client().get(URL).status_code == 302


@pytest.mark.parametrize("count", [0, 4])
def test_queries(cast: Cast, ladder: Chart, count: int) -> None:
    for slug in ("refund-button", "two-roadmaps", "quiet-quarter", "loud-launch")[:count]:
        PracticeAnswer.keep(cast.bo, slug, {"delivery": 1})
    client = client_of(cast.bo)
    client.get(URL)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(URL).status_code == 200
    assert len(queries) == 5
