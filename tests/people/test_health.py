from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries


@pytest.mark.django_db
def test_says_ok_after_one_query(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        response = client.get("/health/")
    assert (response.status_code, response.content) == (200, b"ok")


@pytest.mark.django_db
def test_is_never_cached(client: Client) -> None:
    assert client.get("/health/")["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


@pytest.mark.django_db
def test_takes_no_post(client: Client) -> None:
    assert client.post("/health/").status_code == 405
