"""What one proposed, what waits for one's answer, and the texts one is asked to sort."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from drafts.models import Draft
from drafts.proposing import answer
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import page
from tests.cast import Cast
from tests.drafts.voices import begun, proposed, sorted_by

URL = "/proposals/"


def sections(client: Client) -> dict[str, list[str]]:
    """The heading of each section with what it links to."""
    shown = page(client.get(URL))
    return {one.one("h2").text: [item.one("a").text for item in one.all("li")] for one in shown.all("section")}


def test_nothing_yet(as_ada: Client, cast: Cast) -> None:
    assert sections(as_ada) == {"Yours": []}


def test_everybody_sees_their_own_and_keepers_what_waits(
    as_ada: Client, as_lin: Client, as_cy: Client, draft: Draft, cast: Cast
) -> None:
    done = proposed(cast.ada, draft.ladder, title="Done")
    answer(done, by=cast.lin, accepted=False, words="No.")
    proposed(cast.ada, draft.ladder, title="Open")
    proposed(cast.di, draft.ladder, title="Di's")

    assert sections(as_ada) == {"Yours": ["Open", "Done"]}
    assert sections(as_lin) == {"Waiting for your answer": ["Di's", "Open"], "Yours": []}
    assert sections(as_cy) == {"Yours": []}  # publishes, and does not edit


def test_texts_to_sort_until_they_are_sorted(as_ada: Client, draft: Draft, cast: Cast) -> None:
    test = begun(draft, [cast.ada, cast.di], by=cast.lin)
    assert sections(as_ada)["Texts to sort"] == ["4 texts of levels"]

    sorted_by(test, cast.ada)
    assert sections(as_ada) == {"Yours": []}


def test_a_test_that_ended_asks_nobody(as_ada: Client, draft: Draft, cast: Cast) -> None:
    begun(draft, [cast.ada], by=cast.lin).close()

    assert sections(as_ada) == {"Yours": []}


def test_signed_out() -> None:
    leads_to_welcome(URL)


@pytest.mark.parametrize("count", [1, 30])
def test_queries(
    as_lin: Client, draft: Draft, cast: Cast, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(count):
        proposed(cast.ada, draft.ladder)
        proposed(cast.lin, draft.ladder)
        begun(draft, [cast.lin], by=cast.root)
    with django_assert_num_queries(6):
        as_lin.get(URL)
