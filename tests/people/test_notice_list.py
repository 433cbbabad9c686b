"""Everything one was told, latest first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from people.models import Notice, Person
from people.notices import sentence, tell, words
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast

URL = "/notices/"


def put(person: Person, count: int = 1) -> list[Notice]:
    now = timezone.now()
    Notice.put(
        Notice(person=person, kind="line_stays", subject=person, at=now - timedelta(hours=number))
        for number in range(count)
    )
    return list(Notice.objects.filter(person=person).latest_first())


def test_latest_first_with_who_did_it_and_what_is_new(as_ada: Client, cast: Cast) -> None:
    tell([cast.ada], "line_changed", by=cast.hal, subject=cast.cy, detail="2127-03-01")
    tell([cast.ada], "line_ended", detail="2127-04-01")
    Notice.objects.get(kind="line_changed").open()
    items = main(as_ada.get(URL)).one("ul", "told").all("li")
    assert [("new" in item.attrs.get("class", ""), item.one("a").text) for item in items] == [
        (True, "From 1 April 2127 you have no manager here. Nobody else reads what you agree from then."),
        (
            False,
            (
                "From 1 March 2127 Cy Haddad is your manager. They read what you agree from that day on, nothing "
                "from before."
            ),
        ),
    ]
    assert ["Hal Nakamura" in item.one("p").text for item in items] == [False, True]
    assert [len(item.all("span", "dot")) for item in items] == [1, 0]


def test_nothing_yet(as_ada: Client) -> None:
    page = main(as_ada.get(URL))
    assert (page.one("div", "empty").one("h2").text, page.all("form")) == ("Nothing yet", [])


def test_what_others_were_told_is_theirs(as_ada: Client, cast: Cast) -> None:
    put(cast.bo)
    assert main(as_ada.get(URL)).all("ul", "told") == []


def test_pages_of_thirty(as_ada: Client, cast: Cast) -> None:
    put(cast.ada, 35)
    assert [len(as_ada.get(URL + query).context["lines"]) for query in ("", "?page=2", "?page=odd")] == [30, 5, 30]


def test_every_kind_has_a_sentence_that_can_be_filled_in(cast: Cast) -> None:
    for kind in words():
        said = sentence(Notice(person=cast.ada, kind=kind, by=cast.hal, subject=cast.bo, detail="2127-03-01"))
        assert (said[-1:] in ".”?", "%(" in said) == (True, False), kind


def test_whoever_left_and_kinds_of_before_are_still_read(cast: Cast) -> None:
    assert sentence(Notice(person=cast.ada, kind="line_given", detail="odd")).startswith("From odd somebody reports")
    assert sentence(Notice(person=cast.ada, kind="of_before", detail="Something happened.")) == "Something happened."


def test_nobody_is_told_what_they_did_themselves_and_nobody_twice(cast: Cast) -> None:
    tell([cast.ada, cast.bo, cast.ada, None], "line_stays", by=cast.bo, subject=cast.di)
    assert list(Notice.objects.values_list("person__name", flat=True)) == ["Ada Okafor"]


@pytest.mark.parametrize("count", [1, 30])
def test_queries(as_ada: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, count: int) -> None:
    put(cast.ada, count)
    with django_assert_num_queries(4):  # session, person, count, notices
        as_ada.get(URL)


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    leads_to_welcome(URL)
