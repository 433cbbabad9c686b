"""The anchor tests of a draft."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from drafts.models import Draft
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import page
from tests.cast import Cast
from tests.drafts.voices import begun, sorted_by


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/anchors/"


def test_says_how_far_each_is(as_cy: Client, draft: Draft, cast: Cast) -> None:
    sorted_by(begun(draft, [cast.ada, cast.bo], by=cast.lin), cast.ada)

    (row,) = page(as_cy.get(url_of(draft))).one("ul", "rows").all("li")
    assert row.one("p").text == "4 texts, 1 of 2 people have sorted them."


def test_who_edits_may_begin_one(as_lin: Client, as_cy: Client, draft: Draft) -> None:
    link = {"href": f"/drafts/{draft.pid}/anchors/new/"}
    assert len(page(as_lin.get(url_of(draft))).all("a", **link)) == 1
    assert page(as_cy.get(url_of(draft))).all("a", **link) == []


def test_to_others_it_is_not_there(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft), post=False)


def test_signed_out(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))


@pytest.mark.parametrize("count", [1, 30])
def test_queries(
    as_lin: Client, draft: Draft, cast: Cast, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(count):
        begun(draft, [cast.ada], by=cast.lin)
    as_lin.get(url_of(draft))
    with django_assert_num_queries(7):
        as_lin.get(url_of(draft))
