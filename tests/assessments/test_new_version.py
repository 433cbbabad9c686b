"""A version of the ladder that is published while a check-in is open, or a stage that it no longer has."""

from __future__ import annotations

from django.test import Client
from pytest_django.asserts import assertTemplateUsed

from assessments.models import Assessment, Standing
from ladders.chart import Chart
from ladders.models import Version
from ladders.published import chart_of
from people.models import Person
from tests.assessments.litany import answer, answer_all, draft, every, new_version, place, rated
from tests.assessments.pages import cells, facts, main, sent

TITLE = "title: Execution and delivery → title: Delivering"
HIGHER = "delivery:          {product-associate: 1, → delivery:          {product-associate: 2,"


def current() -> Chart:
    return chart_of(Version.objects.get(number=2).pk)


def test_a_check_in_is_finished_under_the_version_it_began_with(as_ada: Client, ada: Person, ladder: Chart) -> None:
    sheet = answer(draft(ada), {q.skill.slug: 3 for q in draft(ada).questions if q.skill.slug != "delivery"})
    new_version(title=TITLE)
    url = f"/assess/{sheet.assessment.pid}/skills/{ladder.skill['delivery'].pid}/"
    shown = as_ada.get(url)
    assert main(shown).one("form", method="post").one("h2").text == "Execution and delivery"
    end = as_ada.post(url, sent(shown) | {"level": "4"}).headers["Location"]
    assert main(as_ada.get(end)).one("p", "message").text.startswith("You started with version 1.0 of the ladder")
    gap = main(as_ada.post(end, sent(as_ada.get(end)), follow=True))
    done = Assessment.objects.get()
    assert (done.version.number, done.is_draft) == (1, False)
    assert facts(gap)["Ladder"] == "Product management 1.1 · how computed"
    rows = {row[0]: row[2] for row in cells(gap)}
    assert (rows["Delivering"], "Execution and delivery" in rows) == ("4", False)
    read = main(as_ada.get(f"/assess/{done.pid}/"))
    assert read.one("p", "message").text == (
        "Made against version 1.0. Version 1.1 is in force now; this page keeps the words you answered. "
        "Read the ladder as it was"
    )


def test_the_next_check_in_is_made_against_the_new_one(as_ada: Client, ada: Person) -> None:
    rated(ada, {"delivery": 3})
    new_version(title=TITLE)
    as_ada.post("/assess/", sent(as_ada.get("/assess/")) | {"form": "full"})
    found = Assessment.objects.get(submitted_at=None)
    assert found.version.number == 2
    url = f"/assess/{found.pid}/skills/{current().skill['delivery'].pid}/"
    as_ada.post(url, sent(as_ada.get(url)) | {"same": "yes"})
    assert found.ratings.values_list("level", "same").get() == (3, True)


def test_standing_carries_over_by_skill(as_ada: Client, ada: Person, ladder: Chart) -> None:
    place(ada, "junior-pm", "product-associate")
    rated(ada, every(ladder, 1))
    before = {row[0]: row[1:3] for row in cells(main(as_ada.get("/gaps/", follow=True)))}
    new_version(title=TITLE, higher=HIGHER)
    after = {row[0]: row[1:3] for row in cells(main(as_ada.get("/gaps/", follow=True)))}
    assert (before.pop("Execution and delivery"), after.pop("Delivering")) == (["1", "1"], ["2", "1"])
    assert before == after
    assert Standing.objects.count() == 24


def test_a_version_that_says_the_same_changes_nothing(ada: Person) -> None:
    first = new_version()
    assert new_version() == first


def test_a_stage_that_is_gone_leads_to_the_map_again(as_ada: Client, ada: Person, ladder: Chart) -> None:
    gone = ladder.stage["product-associate"]
    place(ada, "product-associate", "junior-pm")
    sheet = answer_all(draft(ada, stage="product-associate", target="junior-pm"), 1)
    new_version(stage="product-associate → product-helper")
    assertTemplateUsed(as_ada.get("/"), "assessments/newcomer.html")
    refused = as_ada.post("/assess/", {"form": "full", "once": "t" * 22})
    assert refused.status_code == 422
    assert as_ada.get(f"/gaps/{gone.pid}/").status_code == 404
    assert as_ada.get("/gaps/", follow=True).status_code == 200
    # What was begun can still be read and finished.
    end = f"/assess/{sheet.assessment.pid}/submit/"
    as_ada.post(end, sent(as_ada.get(end)))
    assert main(as_ada.get(f"/assess/{sheet.assessment.pid}/")).one("p", "lede").text == (
        "As Product Associate, aiming for Junior Product Manager."
    )


def test_an_aim_that_is_gone_is_asked_for_again(as_ada: Client, ada: Person, ladder: Chart) -> None:
    place(ada, "junior-pm", "product-associate")
    rated(ada, every(ladder, 3))
    new_version(stage="product-associate → product-helper")
    assert main(as_ada.get("/gaps/")).one("h2").text == "No aim yet"
    assert main(as_ada.get("/")).one("h1").text == "Junior Product Manager"
    response = as_ada.post("/assess/", sent(as_ada.get("/assess/")) | {"form": "full"})
    assert response.status_code == 302
    assert Assessment.objects.get(submitted_at=None).target == ""
