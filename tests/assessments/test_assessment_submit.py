"""The end of a check-in: it freezes, once."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Assessment, Standing
from ladders.chart import Chart
from people.models import Person
from tests.assessments.litany import (
    agreed,
    answer,
    answer_all,
    draft,
    is_not_there,
    leads_to_welcome,
    new_version,
    place,
)
from tests.assessments.pages import links, main, sent
from tests.cast import Cast


def test_says_what_submitting_does(as_ada: Client, ada: Person) -> None:
    sheet = answer_all(draft(ada))
    page = main(as_ada.get(f"/assess/{sheet.assessment.pid}/submit/"))
    assert page.one("h1").text == "Everything is answered"
    assert page.all("p")[-1].text == (
        "Submitting freezes your answers together with the ladder they were made against: Product management 1.0. "
        "You see your earlier ratings again, and what is left to your aim."
    )


def test_freezes_and_leads_to_what_is_left(as_ada: Client, ada: Person, ladder: Chart) -> None:
    sheet = answer_all(draft(ada), 3, vision=None)
    url = f"/assess/{sheet.assessment.pid}/submit/"
    response = as_ada.post(url, sent(as_ada.get(url)), follow=True)
    senior = ladder.stage["senior-pm"].pid
    assert response.redirect_chain == [("/gaps/", 302), (f"/gaps/{senior}/", 302)]
    found = Assessment.objects.get()
    asked = {question.skill.pk: question.skill.slug for question in sheet.questions}
    assert found.levels == {str(pk): None if slug == "vision" else 3 for pk, slug in asked.items()}
    assert found.submitted_day == timezone.localdate()
    assert set(Standing.objects.values_list("skill", "level", "basis")) == {
        (pk, 3, "self") for pk, slug in asked.items() if slug != "vision"
    }


def test_without_an_aim_too(as_ada: Client, ada: Person) -> None:
    place(ada, "product-associate")
    sheet = answer_all(draft(ada, stage="product-associate", target=""))
    assertRedirects(as_ada.post(f"/assess/{sheet.assessment.pid}/submit/"), f"/gaps/{sheet.stage.pid}/")


def test_open_questions_are_named_and_nothing_is_frozen(as_ada: Client, ada: Person) -> None:
    sheet = answer(draft(ada), {q.skill.slug: 3 for q in draft(ada).questions[2:]})
    url = f"/assess/{sheet.assessment.pid}/submit/"
    for response, status in ((as_ada.get(url), 200), (as_ada.post(url), 422)):
        assert response.status_code == status
        page = main(response)
        assert page.one("h1").text == "Not quite there"
        assert page.one("div", "errors").one("h2").text == "2 skills are still open"
        assert links(page.one("div", "errors")) == [
            (f"/assess/{sheet.assessment.pid}/skills/{question.skill.pid}/", question.skill.title)
            for question in sheet.questions[:2]
        ]
    assert Assessment.objects.get().is_draft


def test_missing_situations_are_asked_for(as_ada: Client, ada: Person, cast: Cast) -> None:
    agreed(ada, {"delivery": 2}, cast.bo)
    sheet = answer_all(draft(ada))
    url = f"/assess/{sheet.assessment.pid}/submit/"
    response = as_ada.post(url)
    assert response.status_code == 422
    assert links(main(response).one("div", "errors")) == [
        (f"/assess/{sheet.assessment.pid}/situations/", "Name the situations")
    ]
    sheet.assessment.ratings.update(no_situation=True)
    assertRedirects(as_ada.post(url), "/gaps/", target_status_code=302)


def test_submitted_twice_it_is_frozen_once(as_ada: Client, ada: Person) -> None:
    sheet = answer_all(draft(ada))
    url = f"/assess/{sheet.assessment.pid}/submit/"
    as_ada.post(url)
    before = Assessment.objects.values("submitted_at", "levels", "digest").get()
    page = main(as_ada.post(url, follow=True))
    assert page.one("p", "message").text == "This check-in was submitted already. It was not changed."
    assert Assessment.objects.values("submitted_at", "levels", "digest").get() == before
    assertRedirects(as_ada.get(url), f"/assess/{sheet.assessment.pid}/")


def test_a_version_published_meanwhile_is_named(as_ada: Client, ada: Person) -> None:
    sheet = answer_all(draft(ada))
    url = f"/assess/{sheet.assessment.pid}/submit/"
    assert main(as_ada.get(url)).all("p", "message") == []
    new_version()
    assert main(as_ada.get(url)).one("p", "message").text == (
        "You started with version 1.0 of the ladder, and you finish with it. Version 1.1 is in force now; what is "
        "left to your aim is counted by that one."
    )


def test_to_others_it_is_not_there(ada: Person, cast: Cast) -> None:
    sheet = answer_all(draft(ada))
    for stranger in (cast.bo, cast.eve, cast.hal):
        is_not_there(stranger, f"/assess/{sheet.assessment.pid}/submit/")
    assert Assessment.objects.get().is_draft


def test_a_result_about_oneself_is_not_for_submitting(ada: Person, cast: Cast) -> None:
    is_not_there(ada, f"/assess/{agreed(ada, {'delivery': 2}, cast.bo).pid}/submit/")


def test_signed_out(ada: Person) -> None:
    leads_to_welcome(f"/assess/{draft(ada).assessment.pid}/submit/")


@pytest.mark.parametrize("count", [1, 24])
def test_queries(as_ada: Client, ada: Person, django_assert_num_queries: DjangoAssertNumQueries, count: int) -> None:
    sheet = draft(ada)
    answer(sheet, {question.skill.slug: 3 for question in sheet.questions[-count:]})
    complete = count == 24
    # session, person, draft, answers, version in force; once all is answered, what was last agreed
    with django_assert_num_queries(6 if complete else 5):
        as_ada.get(f"/assess/{sheet.assessment.pid}/submit/")
