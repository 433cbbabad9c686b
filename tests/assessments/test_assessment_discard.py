"""Throwing an open check-in away, after a question."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Assessment, Rating
from people.models import Person
from tests.assessments.litany import answer, draft, is_not_there, leads_to_welcome, rated
from tests.assessments.pages import main, sent
from tests.cast import Cast


def test_asks_first(as_ada: Client, ada: Person) -> None:
    sheet = answer(draft(ada), {"delivery": 3, "vision": None})
    page = main(as_ada.get(f"/assess/{sheet.assessment.pid}/discard/"))
    assert page.one("h1").text == "Discard this check-in?"
    assert page.all("p")[-1].text == (
        "2 answers are deleted and cannot be brought back. What you submitted earlier stays."
    )
    assert Rating._default_manager.count() == 2


def test_discards_the_draft_and_nothing_else(as_ada: Client, ada: Person) -> None:
    before = rated(ada, {"delivery": 3})
    url = f"/assess/{answer(draft(ada), {'delivery': 4}).assessment.pid}/discard/"
    page = main(as_ada.post(url, sent(as_ada.get(url)), follow=True))
    assert page.one("p", "message").text == "The check-in is discarded. Nothing of it is kept."
    assert list(Assessment.objects.all()) == [before]
    assert list(Rating._default_manager.values_list("level", flat=True)) == [3]


def test_sent_twice_it_leads_to_the_same_page(as_ada: Client, ada: Person) -> None:
    url = f"/assess/{draft(ada).assessment.pid}/discard/"
    form = sent(as_ada.get(url))
    for _ in range(2):
        assertRedirects(as_ada.post(url, form), "/assess/")
    assert as_ada.get(url).status_code == 404


def test_without_its_token_it_is_refused(as_ada: Client, ada: Person) -> None:
    assert as_ada.post(f"/assess/{draft(ada).assessment.pid}/discard/").status_code == 400
    assert Assessment.objects.count() == 1


def test_a_submitted_one_stays(as_ada: Client, ada: Person) -> None:
    done = rated(ada, {"delivery": 3})
    url = f"/assess/{done.pid}/discard/"
    for response in (as_ada.get(url), as_ada.post(url, {"once": "t" * 22})):
        assertRedirects(response, f"/assess/{done.pid}/", fetch_redirect_response=False)
    page = main(as_ada.get(f"/assess/{done.pid}/"))
    assert {note.text for note in page.all("p", "message")} == {
        "A submitted check-in stays. You can start a new one."
    }
    assert Assessment.objects.count() == 1


def test_to_others_it_is_not_there(ada: Person, cast: Cast) -> None:
    for stranger in (cast.bo, cast.eve):
        is_not_there(stranger, f"/assess/{draft(ada).assessment.pid}/discard/")
    assert Assessment.objects.count() == 1


def test_signed_out(ada: Person) -> None:
    leads_to_welcome(f"/assess/{draft(ada).assessment.pid}/discard/")


@pytest.mark.parametrize("count", [1, 24])
def test_queries(as_ada: Client, ada: Person, django_assert_num_queries: DjangoAssertNumQueries, count: int) -> None:
    sheet = draft(ada)
    answer(sheet, {question.skill.slug: 3 for question in sheet.questions[:count]})
    with django_assert_num_queries(4):  # session, person, draft, answers
        as_ada.get(f"/assess/{sheet.assessment.pid}/discard/")
