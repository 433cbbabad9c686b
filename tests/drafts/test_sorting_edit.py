"""Sorting the texts of an anchor test."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Sorter, Sorting
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import page, sent
from tests.cast import Cast
from tests.drafts.voices import TEXTS, begun


@pytest.fixture
def sorter(draft: Draft, cast: Cast) -> Sorter:
    return begun(draft, [cast.ada, cast.bo], by=cast.lin).sorters.get(person=cast.ada)


def url_of(sorter: Sorter) -> str:
    return f"/sorting/{sorter.pid}/"


def puts(sorter: Sorter) -> dict[str, tuple[str, int | None]]:
    return {one.text: (one.skill, one.level) for one in Sorting._default_manager.filter(sorter=sorter)}


def test_the_texts_come_shuffled_without_their_names(as_ada: Client, sorter: Sorter) -> None:
    shown = page(as_ada.get(url_of(sorter)))

    texts = [row.one("p").text for row in shown.one("ol", "rows").all("li")]
    assert sorted(texts) == sorted(str(text["text"]) for text in TEXTS)
    assert [one.attrs for one in shown.all("option") if "selected" in one.attrs and one.attrs["value"]] == []


def test_each_change_saves_itself(as_ada: Client, sorter: Sorter) -> None:
    form = sent(as_ada.get(url_of(sorter))) | {"skill-t0": "planning", "level-t0": "2", "skill-t1": "research"}

    response = as_ada.post(url_of(sorter), form, headers={"HX-Request": "true"})

    assert (response.status_code, response.headers["HX-Trigger"]) == (204, "saved")
    assert puts(sorter) == {"t0": ("planning", 2), "t1": ("research", None)}
    # The same page writes again, and takes one back.
    as_ada.post(url_of(sorter), form | {"skill-t1": ""}, headers={"HX-Request": "true"})
    assert puts(sorter) == {"t0": ("planning", 2)}


def test_another_tab_does_not_overwrite_it(as_ada: Client, sorter: Sorter) -> None:
    first, second = (sent(as_ada.get(url_of(sorter))) for _tab in range(2))
    as_ada.post(url_of(sorter), first | {"skill-t0": "planning"})

    assert as_ada.post(url_of(sorter), second | {"skill-t0": "research"}).status_code == 409
    assert puts(sorter) == {"t0": ("planning", None)}


def test_handed_in_it_is_over(as_ada: Client, sorter: Sorter) -> None:
    form = sent(as_ada.get(url_of(sorter))) | {"skill-t0": "planning", "finish": "yes"}

    assertRedirects(as_ada.post(url_of(sorter), form), url_of(sorter))
    assert "Your sorting is handed in." in page(as_ada.get(url_of(sorter))).text
    assert as_ada.post(url_of(sorter), form).status_code == 409


def test_after_the_end_nobody_sorts(as_ada: Client, sorter: Sorter) -> None:
    form = sent(as_ada.get(url_of(sorter)))
    sorter.test.close()

    assert "This test has ended." in page(as_ada.get(url_of(sorter))).text
    assert as_ada.post(url_of(sorter), form | {"skill-t0": "planning"}).status_code == 409
    assert puts(sorter) == {}


def test_what_the_test_does_not_offer_is_refused(as_ada: Client, sorter: Sorter) -> None:
    form = sent(as_ada.get(url_of(sorter))) | {"skill-t0": "cooking"}

    assert as_ada.post(url_of(sorter), form).status_code == 422
    assert puts(sorter) == {}


def test_nobody_else_sees_it_keepers_included(sorter: Sorter, cast: Cast) -> None:
    for person in (cast.bo, cast.lin, cast.root):
        is_not_there(person, url_of(sorter))


def test_signed_out(sorter: Sorter) -> None:
    leads_to_welcome(url_of(sorter))


def test_queries(as_ada: Client, sorter: Sorter, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(4):
        as_ada.get(url_of(sorter))
