"""Deleting an item of evidence, after a question."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Evidence
from ladders.chart import Chart
from people.models import Person
from tests.assessments.litany import ago, is_not_there, leads_to_welcome, noted
from tests.assessments.pages import main, sent
from tests.cast import Cast


@pytest.fixture
def item(ada: Person, ladder: Chart) -> Evidence:
    return noted(ada, ladder, ["delivery", "vision"], ago(30), title="Launch")


def url_of(item: Evidence) -> str:
    return f"/evidence/{item.pid}/delete/"


def test_asks_first(as_ada: Client, item: Evidence) -> None:
    page = main(as_ada.get(url_of(item)))
    assert (page.one("h1").text, page.one("p", "lede").text) == ("Delete this item?", "Launch")
    assert Evidence.objects.count() == 1


def test_deletes_it_and_nothing_else(as_ada: Client, item: Evidence, ada: Person, ladder: Chart) -> None:
    other = noted(ada, ladder, ["delivery"], ago(30))
    assertRedirects(as_ada.post(url_of(item), sent(as_ada.get(url_of(item)))), "/evidence/")
    assert list(Evidence.objects.all()) == [other]


def test_sent_twice_it_leads_to_the_same_page(as_ada: Client, item: Evidence) -> None:
    form = sent(as_ada.get(url_of(item)))
    for _ in range(2):
        assertRedirects(as_ada.post(url_of(item), form), "/evidence/")
    assert as_ada.get(url_of(item)).status_code == 404


def test_without_its_token_it_is_refused(as_ada: Client, item: Evidence) -> None:
    assert as_ada.post(url_of(item)).status_code == 400
    assert Evidence.objects.count() == 1


def test_to_others_it_is_not_there(item: Evidence, cast: Cast) -> None:
    for stranger in (cast.bo, cast.eve, cast.hal):
        is_not_there(stranger, url_of(item))
    assert Evidence.objects.count() == 1


def test_signed_out(item: Evidence) -> None:
    leads_to_welcome(url_of(item))


@pytest.mark.parametrize("count", [1, 24])
def test_queries(
    as_ada: Client,
    item: Evidence,
    ladder: Chart,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    item.skills.set([skill.pk for skill in ladder.skills[:count]])
    with django_assert_num_queries(5):  # session, person, item, manager, what is shared
        as_ada.get(url_of(item))
