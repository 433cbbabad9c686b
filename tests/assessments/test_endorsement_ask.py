"""Asking a colleague whether they saw it."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Endorsement, Evidence
from people.models import Notice, Person
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.factories import EvidenceFactory, PersonFactory


@pytest.fixture
def item(ada: Person) -> Evidence:
    return EvidenceFactory.create(person=ada, title="The launch", text="It went well.")


def url_of(item: Evidence) -> str:
    return f"/evidence/{item.pid}/seen/"


def test_asks_with_the_words_as_they_are(as_ada: Client, item: Evidence, cast: Cast) -> None:
    form = sent(as_ada.get(url_of(item))) | {"who": "Di Castellanos"}
    assertRedirects(as_ada.post(url_of(item), form), url_of(item))
    row = Endorsement.objects.get()
    assert (row.witness, row.title, row.text) == (cast.di, "The launch", "It went well.")
    assert list(Notice.objects.values_list("person", "kind", "url")) == [
        (cast.di.pk, "endorsement_asked", f"/seen/{row.pid}/")
    ]
    (line,) = main(as_ada.get(url_of(item))).one("aside").all("li")
    assert line.one("b").text == "Di Castellanos"


@pytest.mark.parametrize("who", ["", "Nobody there", "Ada Okafor", "Gone Petrov", "a\x00"])
def test_says_who_cannot_be_asked(as_ada: Client, item: Evidence, who: str) -> None:
    response = as_ada.post(url_of(item), sent(as_ada.get(url_of(item))) | {"who": who})
    assert (response.status_code, set(errors(response)), Endorsement.objects.count()) == (422, {"who"}, 0)


def test_nobody_is_asked_twice(as_ada: Client, item: Evidence, cast: Cast) -> None:
    Endorsement.ask(item, cast.di)
    response = as_ada.post(url_of(item), sent(as_ada.get(url_of(item))) | {"who": "Di Castellanos"})
    assert (response.status_code, set(errors(response)), Endorsement.objects.count()) == (422, {"who"}, 1)


def test_to_others_it_is_not_there(item: Evidence, cast: Cast) -> None:
    for stranger in (cast.bo, cast.eve, cast.hal):
        is_not_there(stranger, url_of(item))


def test_signed_out(item: Evidence) -> None:
    leads_to_welcome(url_of(item))


@pytest.mark.parametrize("count", [1, 30])
def test_queries(
    as_ada: Client, item: Evidence, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for _one in range(count):
        Endorsement.ask(item, PersonFactory.create())
    with django_assert_num_queries(5):  # session, person, item, names to offer, who was asked
        as_ada.get(url_of(item))
