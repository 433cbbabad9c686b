"""Deleting one's own answers to practice cases."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from calibration.models import PracticeAnswer
from tests.calibration.scenes import client_of
from tests.cast import Cast

URL = "/practice/forget/"


def test_deletes_all_of_ones_own_and_nobody_elses(cast: Cast) -> None:
    for person in (cast.bo, cast.cy):
        for slug in ("refund-button", "two-roadmaps"):
            PracticeAnswer.keep(person, slug, {"delivery": 2})
    client = client_of(cast.bo)
    assert "Delete them" in client.get(URL).content.decode()
    assert [client.post(URL).headers["Location"] for _press in range(2)] == ["/practice/"] * 2
    assert list(PracticeAnswer.objects.values_list("person", flat=True)) == [cast.cy.pk] * 2


def test_with_nothing_to_delete_it_says_so(cast: Cast) -> None:
    page = client_of(cast.bo).get(URL).content.decode()
    assert ["There are none" in page, "Delete them" in page] == [True, False]


def test_signed_out(db: None) -> None:
    assert Client().get(URL).status_code == 302


def test_queries(cast: Cast) -> None:
    client = client_of(cast.bo)
    client.get(URL)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(URL).status_code == 200
    assert len(queries) == 3
