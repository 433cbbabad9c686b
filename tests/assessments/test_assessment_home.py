"""Starting a check-in: quick or full, one at a time."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Assessment
from ladders.chart import Chart
from people.models import Person
from tests.assessments.litany import agreed, answer, draft, every, leads_to_welcome, place, rated
from tests.assessments.pages import errors, links, main, sent
from tests.cast import Cast

UNCHANGED = {"experimentation", "design", "technical", "vision", "collaboration", "adaptability"}


def test_offers_both_forms_and_chooses_none(as_ada: Client) -> None:
    response = as_ada.get("/assess/")
    page = main(response)
    assert [label.text for label in page.one("fieldset", "field").all("label")] == [
        "All of it: 24 skills",
        "Only what changes on the way to your aim: 18 skills",
    ]
    assert "form" not in sent(response)
    assert page.one("form", method="post").text.endswith("Start the check-in")


@pytest.mark.parametrize(("form", "count"), [("full", 24), ("quick", 18)])
def test_starts_with_the_first_question(as_ada: Client, ada: Person, ladder: Chart, form: str, count: int) -> None:
    response = as_ada.post("/assess/", sent(as_ada.get("/assess/")) | {"form": form})
    found = Assessment.objects.get()
    first = ladder.skill["user-research"].pid
    assertRedirects(response, f"/assess/{found.pid}/skills/{first}/", fetch_redirect_response=False)
    assert (found.person, found.assessor, found.kind) == (ada, ada, "self")
    assert (found.version.pid, found.stage, found.target) == (ladder.version, "product-manager", "senior-pm")
    page = main(as_ada.get(response.headers["Location"]))
    asked = [link.text for link in page.all("nav", "steps")[0].all("a")]
    left_out = {ladder.skill[slug].title for slug in UNCHANGED} if form == "quick" else set()
    assert asked == [skill.title for skill in ladder.skills if skill.title not in left_out]
    assert len(asked) == count


def test_any_stage_also_across_the_fork(as_ada: Client, ada: Person, ladder: Chart) -> None:
    place(ada, "principal-pm", "group-pm")
    as_ada.post("/assess/", sent(as_ada.get("/assess/")) | {"form": "quick"})
    found = Assessment.objects.get()
    assert (found.stage, found.target, found.form) == ("principal-pm", "group-pm", "quick")


def test_without_an_aim_only_the_full_form_is_there(as_ada: Client, ada: Person) -> None:
    place(ada, "product-associate")
    response = as_ada.get("/assess/")
    labels = [label.text for label in main(response).one("fieldset", "field").all("label")]
    assert labels == ["All of it: 14 skills"]
    refused = as_ada.post("/assess/", sent(response) | {"form": "quick"})
    assert (refused.status_code, set(errors(refused))) == (422, {"form"})
    assert not Assessment.objects.exists()


def test_an_open_one_is_gone_on_with(as_ada: Client, ada: Person) -> None:
    sheet = answer(draft(ada), {"user-research": 3})
    response = as_ada.get("/assess/")
    page = main(response)
    assert page.one("progress").attrs["value"] == "1"
    assert [words for _, words in links(page)][:2] == ["Go on with the check-in", "Discard it"]
    assert page.all("form") == []
    again = as_ada.post("/assess/", {"form": "quick", "once": "t" * 22})
    assert again.headers["Location"].startswith(f"/assess/{sheet.assessment.pid}/skills/")
    assert Assessment.objects.count() == 1


def test_lists_what_was_submitted_the_latest_first(as_ada: Client, ada: Person, cast: Cast) -> None:
    first = rated(ada, {"delivery": 3})
    second = agreed(ada, {"delivery": 3, "vision": 2}, cast.bo)
    rated(cast.di, {"delivery": 1})
    rows = main(as_ada.get("/assess/")).one("ul", "rows").all("li")
    assert [(row.one("a").attrs["href"], row.text) for row in rows] == [
        (f"/assess/{second.pid}/", "8 March 2024 agreed · Product management 1.0 · 2 skills"),
        (f"/assess/{first.pid}/", "8 March 2024 self-assessment · Product management 1.0 · 1 skill"),
    ]


@pytest.mark.parametrize("form", [{}, {"form": ""}, {"form": "all"}, {"form": "full\x00"}])
def test_a_form_is_to_be_chosen(as_ada: Client, form: dict[str, str]) -> None:
    response = as_ada.post("/assess/", {"once": "t" * 22} | form)
    assert (response.status_code, set(errors(response))) == (422, {"form"})
    assert sent(response)["once"] == ["t" * 22]
    assert not Assessment.objects.exists()


@pytest.mark.parametrize("stage", ["", "product-wizard"])
def test_without_a_place_there_is_nothing_to_start(
    client: Client, cast: Cast, ladder: Chart, ada: Person, stage: str
) -> None:
    person = ada if stage else cast.di
    place(ada, stage or "product-manager")
    client.force_login(person)
    for response, status in ((client.get("/assess/"), 200), (client.post("/assess/", {"form": "full"}), 422)):
        assert response.status_code == status
        assert main(response).one("div", "empty").one("h2").text == "First say where you are"
    assert not Assessment.objects.exists()


def test_sent_twice_it_starts_one(as_ada: Client) -> None:
    form = sent(as_ada.get("/assess/")) | {"form": "full"}
    answers = [as_ada.post("/assess/", form) for _ in range(2)]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert Assessment.objects.count() == 1


def test_without_its_token_it_is_refused(as_ada: Client) -> None:
    assert as_ada.post("/assess/", {"form": "full"}).status_code == 400
    assert not Assessment.objects.exists()


def test_signed_out() -> None:
    leads_to_welcome(reverse("assessment_home"))


def test_queries(
    as_ada: Client, ada: Person, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rows in (1, 29):
        for _ in range(rows):
            rated(ada, every(ladder, 2))
        open_one = answer(draft(ada), {"delivery": 3}).assessment
        with django_assert_num_queries(6):  # session, person, place, draft, its answers, earlier ones
            as_ada.get("/assess/")
        open_one.discard()
